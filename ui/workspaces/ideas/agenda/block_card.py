"""One block to plan: its method, its fields, and what it needs."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from cxstudio.analysis.workshops.block_needs import block_need
from cxstudio.analysis.workshops.planned_times import people_of
from cxstudio.catalogue.methods import MethodCard, methods
from cxstudio.edits import set_fields
from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.model.kinds import BlockKind
from cxstudio.wording import N_
from cxstudio.wording.findings.agenda_sentences import need_texts
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN, CalmCombo
from ui.forms.form import Form
from ui.widgets.basics import button, column, label, restyle, row
from ui.workspaces.ideas.agenda.group_list import GroupList
from ui.workspaces.ideas.agenda.method_tool import has_tool, open_tool
from ui.workspaces.ideas.agenda.run_card import shown

_COUNTED = ("rating", "secret-vote", "interview-guide")
_ON_PAPER = ("rating", "secret-vote")


class BlockCard(QFrame):
    """All fields of the block chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.block: Id | None = None
        self.setProperty("kind", "card")
        tr, language = context.tr, context.texts.language
        self.heading = Form(context, AgendaBlock, ("title",))
        self.heading.say_whose(tr("Block"))
        self.short = Form(context, AgendaBlock, ("minutes", "kind", "phase"))
        self.counts = Form(context, AgendaBlock, ("items", "on_paper"))
        self.rest = Form(context, AgendaBlock, ("goal", "task", "question", "material", "who", "fixed"))
        self.forms = (self.heading, self.short, self.counts, self.rest)
        self.method = CalmCombo()
        self.method.setAccessibleName(tr("Method"))
        self.method.addItem(NOT_GIVEN, "")
        for card in methods().cards:
            self.method.addItem(card.name.say(language), card.id)
        self._known = self.method.count()
        self.method.activated.connect(self._choose)
        self.method.setEnabled(not context.session.read_only)
        self.read = button(tr("Read the card"), self._read, "link")
        self.tool = button(tr("Open the tool"), self.open_tool, "link")
        self.gone = label(tr("This method card no longer exists. The block stays as it is."), "error", wrap=True)
        self.sum, self.fits = label("", "small", wrap=True), label("", "strong", wrap=True)
        caption = label(tr("Method"), "field")
        caption.setBuddy(self.method)
        picked = row(None, self.method, self.read, self.tool, spacing=6)
        picked.setStretch(0, 1)
        box = column(self, self.heading, self.short, caption, spacing=12)
        box.addLayout(picked)
        self.groups = GroupList(context)
        for part in (self.gone, self.counts, self.sum, self.fits, self.rest, self.groups):
            box.addWidget(part)
        box.setContentsMargins(20, 16, 20, 18)

    @property
    def record(self) -> AgendaBlock | None:
        """The block."""
        found = self.context.document.find(self.block)
        return found if isinstance(found, AgendaBlock) else None

    @property
    def card(self) -> MethodCard | None:
        """The card of its method."""
        record = self.record
        return methods().find(record.method) if record is not None and record.method else None

    def show_block(self, block: Id | None) -> None:
        """Edit another block."""
        if block != self.block:
            self.block = block
            for form in self.forms:
                form.show_record(block)
            self.groups.show_block(block)
        self.refresh()

    def refresh(self) -> None:
        """Show method and arithmetic as they are."""
        record = self.record
        shown(self, record is not None)
        if record is None:
            return
        work = record.kind is BlockKind.WORK
        while self.method.count() > self._known:
            self.method.removeItem(self._known)
        gone = bool(record.method) and self.card is None
        if gone:
            self.method.addItem(record.method, record.method)
        self.method.setCurrentIndex(self.method.findData(record.method))
        shown(self.gone, gone)
        shown(self.read, self.card is not None)
        shown(self.tool, has_tool(record))
        shown(self.counts, work and record.method in _COUNTED)
        shown(self.counts.fields["on_paper"], record.method in _ON_PAPER)
        self._reckon(record)

    def open_tool(self) -> None:
        """Start what the method is done with; 6-3-5 begins the silent phase at its question."""
        record = self.record
        if record is not None:
            open_tool(self.context, record)

    def _reckon(self, record: AgendaBlock) -> None:
        workshop = self.context.document.get(Workshop, record.workshop)
        need = block_need(self.context.document, workshop, record)
        texts = need_texts(need, self.context.texts) if need is not None else ("", "")
        if need is None and record.method in (*_COUNTED, "brainwriting", "check-in") and not people_of(workshop):
            texts = self.context.tr("Say how many people come, and the block is calculated."), ""
        self.sum.setText(texts[0])
        self.fits.setText(texts[1])
        wanted = "strong" if need is None or need.fits else "error"
        if self.fits.property("kind") != wanted:
            self.fits.setProperty("kind", wanted)
            restyle(self.fits)
        shown(self.sum, bool(texts[0]))
        shown(self.fits, bool(texts[1]))

    def _choose(self, *_: object) -> None:
        """Another method; where the block has no minutes or title, its card proposes them."""
        record, method = self.record, str(self.method.currentData())
        if record is None or method == record.method:
            return
        fields: dict[str, object] = {"method": method}
        card = methods().find(method)
        if card is not None and not record.title.strip():
            fields["title"] = card.name.say(self.context.texts.language)
        if card is not None and not record.minutes:
            fields["minutes"] = card.minutes[0]
        if card is not None and not record.material.strip():
            fields["material"] = card.material.say(self.context.texts.language)
        with self.context.session.transaction(N_("Choose the method")) as draft:
            set_fields(draft, AgendaBlock, record.id, **fields)

    def _read(self) -> None:
        card = self.card
        if card is not None:
            self.context.selection.set_method(card.id)
            self.context.commands.run("ideas.show_methods")
