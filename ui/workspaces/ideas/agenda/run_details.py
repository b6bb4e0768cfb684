"""What the room works on in the block that runs: its question, the groups, the goal, and photos of what comes out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from cxstudio.analysis.workshops.block_needs import block_need
from cxstudio.analysis.workshops.planned_times import people_of
from cxstudio.model import AgendaBlock, BreakoutGroup, Picture, Question, Workshop
from cxstudio.wording.findings.agenda_sentences import groups_text, need_texts
from ui.context.context import Context
from ui.widgets.basics import button, card, column, label, row
from ui.workspaces.ideas.agenda.method_tool import has_tool, open_tool
from ui.workspaces.ideas.agenda.run_card import shown


class RunDetails(QWidget):
    """Below the timer, instead of the form; one click shows the form."""

    def __init__(self, context: Context, change: Callable[[], object]) -> None:
        super().__init__()
        self.context = context
        tr = context.tr
        self.change = button(tr("Change the block"), change, "link")
        self.block: AgendaBlock | None = None
        self.tool = button(tr("Open the tool"), self._open_tool, "link")
        self.question = label("", "strong", wrap=True)
        self.goal, self.material = label("", wrap=True), label("", "muted", wrap=True)
        self.sum, self.fits = label("", "muted", wrap=True), label("", "strong", wrap=True)
        work = column(None, self.question, self.goal, self.material, spacing=6)
        self.work = self._card(tr("What the group works on"), row(None, self.tool, self.change, spacing=12), work)
        self.change_groups = button(tr("Change the groups"), change, "link")
        self._groups = column(None, spacing=6)
        self._listed: tuple[BreakoutGroup, ...] = ()
        self.lines: list[QWidget] = []
        self.left_over = label("", "small", wrap=True)
        whole = column(None, spacing=6)
        whole.addLayout(self._groups)
        self.groups = self._card(tr("Groups"), row(None, self.change_groups), whole)
        whole.addWidget(self.left_over)
        self.needs = self._card(tr("People and time"), None, column(None, self.sum, self.fits, spacing=6))
        self.photos = label("", "muted", wrap=True)
        self.to_photos = button(tr("Photos …"), lambda: context.commands.run("ideas.show_minutes"), "link")
        self.pictures = self._card(tr("Photos for the minutes"), row(None, self.to_photos), column(None, self.photos))
        column(self, self.work, self.groups, self.needs, self.pictures, spacing=12)

    def show_block(self, block: AgendaBlock) -> None:
        """Tell of the block that runs."""
        tr, texts, document = self.context.tr, self.context.texts, self.context.document
        self.block = block
        shown(self.tool, has_tool(block))
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
        self._tell_groups(block)
        count = len(document.having(Picture, "about", block.id))
        nothing = tr("Photos of the walls go to this block.")
        self.photos.setText(texts.trn("{n} photo", "{n} photos", count) if count else nothing)

    def _tell_groups(self, block: AgendaBlock) -> None:
        """Each group with how many, where, and its own task; the lines are made anew only where something differs."""
        document, texts = self.context.document, self.context.texts
        found = document.having(BreakoutGroup, "block", block.id)
        shown(self.groups, bool(found))
        said = groups_text(found, people_of(document.get(Workshop, block.workshop)), texts)
        self.left_over.setText(said)
        shown(self.left_over, bool(said))
        if found == self._listed:
            return
        self._listed = found
        for old in self.lines:
            old.hide()
            old.deleteLater()
        self.lines = [self._line(group) for group in found]
        for line in self.lines:
            self._groups.addWidget(line)

    def _line(self, group: BreakoutGroup) -> QWidget:
        texts, made = self.context.texts, QWidget()
        people = texts.trn("{n} person", "{n} people", group.size) if group.size else ""
        where = " · ".join(part for part in (people, group.place.strip()) if part)
        head = row(None, label(group.name.strip() or texts.tr("Group"), "strong", wrap=True), label(where, "muted"))
        head.setStretch(0, 1)
        box = column(made, spacing=0)
        box.addLayout(head)
        if group.task.strip():
            box.addWidget(label(group.task, "small", wrap=True))
        return made

    def _open_tool(self) -> None:
        if self.block is not None:
            open_tool(self.context, self.block)

    def _card(self, title: str, acts: QLayout | None, content: object) -> QFrame:
        head, inner = QWidget(), QWidget()
        line = row(head, label(title, "caption", wrap=True))
        line.setStretch(0, 1)
        if acts is not None:
            line.addLayout(acts)
        inner.setLayout(content)  # type: ignore[arg-type]
        return card(head, inner, margin=14, spacing=6)
