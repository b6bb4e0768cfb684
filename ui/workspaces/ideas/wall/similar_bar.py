"""Two ideas that look alike: the program proposes to merge them, people decide."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from cxstudio.analysis.ideas.similar_ideas import Pair, similar_ideas
from cxstudio.edits import merge_ideas
from cxstudio.model import Id, Idea
from cxstudio.wording import N_
from ui.context.context import Context
from ui.widgets.basics import button, label, row
from ui.workspaces.ideas.ideas_model import IdeasModel

MERGE = N_("Merge ideas")


class SimilarBar(QFrame):
    """One pair after the other; hidden while nobody asked for it, and once there is none left."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.setProperty("kind", "card")
        self.apart: set[frozenset[Id]] = set()
        """Pairs people keep apart."""
        self.asked = False
        self.pair: Pair | None = None
        self.text = label("", wrap=True)
        self.merge = button(context.tr("Merge"), self.join, "primary")
        self.keep = button(context.tr("Keep both"), self.leave)
        done = button(context.tr("Later"), self.end, "ghost")
        box = row(self, self.text, self.merge, self.keep, done, spacing=8)
        box.setStretch(0, 1)
        box.setContentsMargins(14, 8, 14, 8)
        self.hide()
        model.changed.connect(self.refresh)

    def begin(self) -> None:
        """Propose pairs from now on."""
        self.asked = True
        self.refresh()
        if self.pair is None:
            self.asked = False
            self.context.messages.say(self.context.tr("No two ideas share most of their words."))
        else:
            self.merge.setFocus()

    def end(self) -> None:
        """Propose nothing for now."""
        self.asked = False
        self.refresh()

    def join(self) -> None:
        """Merge the two; the first one stays on the wall."""
        pair = self.pair
        if pair is not None:
            with self.context.session.transaction(MERGE) as draft:
                merge_ideas(draft, pair.first, [pair.second])

    def leave(self) -> None:
        """They are two ideas."""
        if self.pair is not None:
            self.apart.add(frozenset(self.pair[:2]))
            self.refresh()

    def refresh(self, *_: object) -> None:
        """Look for the next pair."""
        ideas = [i for i in self.model.ideas if not i.covered] if self.asked else []
        pairs = [p for p in similar_ideas(ideas) if frozenset(p[:2]) not in self.apart]
        self.pair = pairs[0] if pairs and not self.model.previewing else None
        self.setVisible(self.pair is not None)
        if self.pair is not None:
            document, texts = self.context.document, self.context.texts
            first, second = (texts.quoted(document.get(Idea, i).text) for i in self.pair[:2])
            said = texts.tr("{first} and {second} share most of their words.", first=first, second=second)
            more = len(pairs) - 1
            self.text.setText(said + (" " + texts.trn("{n} more pair", "{n} more pairs", more) if more else ""))
