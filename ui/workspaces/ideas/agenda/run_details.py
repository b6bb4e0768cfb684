"""What the room works on in the block that runs: its question, the groups, the goal, and photos of what comes out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.workshops.block_needs import block_need
from cxstudio.model import AgendaBlock, Picture, Question, Workshop
from cxstudio.wording.findings.agenda_sentences import need_texts
from ui.context.context import Context
from ui.widgets.basics import button, card, column, label, row
from ui.workspaces.ideas.agenda.run_card import shown


class RunDetails(QWidget):
    """Below the timer, instead of the form; one click shows the form."""

    def __init__(self, context: Context, change: Callable[[], object]) -> None:
        super().__init__()
        self.context = context
        tr = context.tr
        self.change = button(tr("Change the block"), change, "link")
        self.question = label("", "strong", wrap=True)
        self.goal, self.material = label("", wrap=True), label("", "muted", wrap=True)
        self.sum, self.fits = label("", "muted", wrap=True), label("", "strong", wrap=True)
        work = column(None, self.question, self.goal, self.material, spacing=6)
        self.work = self._card(tr("What the group works on"), self.change, work)
        self.needs = self._card(tr("People and time"), None, column(None, self.sum, self.fits, spacing=6))
        self.photos = label("", "muted", wrap=True)
        self.to_photos = button(tr("Photos …"), lambda: context.commands.run("ideas.show_minutes"), "link")
        self.pictures = self._card(tr("Photos for the minutes"), self.to_photos, column(None, self.photos))
        column(self, self.work, self.needs, self.pictures, spacing=12)

    def show_block(self, block: AgendaBlock) -> None:
        """Tell of the block that runs."""
        tr, texts, document = self.context.tr, self.context.texts, self.context.document
        question = document.find(block.question)
        self.question.setText(question.text if isinstance(question, Question) else "")
        self.goal.setText(block.goal or ("" if question is not None else tr("No goal is written down.")))
        material = ", ".join(line for line in block.material.splitlines() if line.strip())
        self.material.setText(tr("Material: {material}", material=material) if material else "")
        need = block_need(document, document.get(Workshop, block.workshop), block)
        shown(self.needs, need is not None)
        if need is not None:
            said = need_texts(need, texts)
            self.sum.setText(said[0])
            self.fits.setText(said[1])
        for part in (self.question, self.goal, self.material):
            shown(part, bool(part.text()))
        count = len(document.having(Picture, "about", block.id))
        nothing = tr("Photos of the walls go to this block.")
        self.photos.setText(texts.trn("{n} photo", "{n} photos", count) if count else nothing)

    def _card(self, title: str, act: QWidget | None, content: object) -> QFrame:
        head, inner = QWidget(), QWidget()
        line = row(head, label(title, "caption"), -1)
        if act is not None:
            line.addWidget(act)
        inner.setLayout(content)  # type: ignore[arg-type]
        return card(head, inner, margin=14, spacing=6)
