"""The silent phase: what is typed stays covered on the projector until it is revealed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from cxstudio.edits import write_silently
from cxstudio.wording import N_
from ui.context.context import Context
from ui.widgets.basics import button, label, row
from ui.workspaces.ideas.ideas_model import IdeasModel

REVEAL = N_("Reveal the ideas")


class SilentBar(QFrame):
    """In view while the group writes silently, or something is still covered."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.setProperty("kind", "card")
        self.text = label("", wrap=True)
        self.here = button("", self._cover)
        self.reveal = button(context.tr("Reveal"), self.end, "primary")
        self.reveal.setEnabled(not context.session.read_only)
        box = row(self, self.text, self.here, self.reveal, spacing=8)
        box.setStretch(0, 1)
        box.setContentsMargins(14, 8, 14, 8)
        model.changed.connect(self.refresh)
        self.hide()  # whoever gives it a place refreshes it

    def end(self) -> None:
        """Show everybody what was written."""
        question = self.model.question
        if question is not None:
            with self.context.session.transaction(REVEAL) as draft:
                write_silently(draft, question, False)

    def refresh(self, *_: object) -> None:
        """Say how many ideas are covered."""
        asked, tr = self.model.asked, self.context.tr
        covered = sum(idea.covered for idea in self.model.ideas)
        silent = asked is not None and asked.silent
        self.setVisible(silent or covered > 0)
        n = self.context.texts.trn("{n} idea is covered", "{n} ideas are covered", covered)
        begun = tr("Silent phase: new ideas stay covered on the projector.")
        self.text.setText(f"{begun} {n}." if covered else begun)
        self.here.setText(tr("Show here") if self.model.cover_here else tr("Cover here, too"))

    def _cover(self) -> None:
        self.model.cover(not self.model.cover_here)
