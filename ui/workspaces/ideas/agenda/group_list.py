"""The groups a block is done in: who, where, with which task; everybody is dealt out with one click."""

from __future__ import annotations

from functools import partial
from random import SystemRandom
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.workshops.planned_times import people_of
from cxstudio.edits import add_group, deal_into_groups
from cxstudio.errors import UserError
from cxstudio.model import AgendaBlock, BreakoutGroup, Id, Record, Workshop
from cxstudio.model.kinds import BlockKind
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.findings.agenda_sentences import groups_text
from ui.context.context import Context
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import entry, open_below
from ui.workspaces.ideas.agenda.run_card import shown

COLOURS: Final = (
    N_("Group Blue"), N_("Group Green"), N_("Group Yellow"), N_("Group Red"), N_("Group Violet"), N_("Group Orange"),
    N_("Group White"), N_("Group Grey"),
)  # fmt: skip
MOST_OFFERED: Final = 8
"""Groups offered in the menu at most; more are added one by one."""


class GroupList(QWidget):
    """Below the fields of a block; a break has no groups."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.block: Id | None = None
        listed = ListKind(BreakoutGroup, "name", ("headcount", "place", "task", "people"), summary=self._summary)
        adder = Adder(N_("+ Group"), N_("Add a group"), _add)
        self.list = RecordList(context, listed, lambda b: context.document.having(BreakoutGroup, "block", b), [adder])
        self.deal = button(context.tr("Split into groups") + "  ▾", self.offer, "link",
                           name=context.tr("Split into groups"))  # fmt: skip
        self.deal.setEnabled(not context.session.read_only)
        self.left_over = label("", "small", wrap=True)
        box = column(self, spacing=4)
        box.addLayout(row(None, label(context.tr("Groups"), "field"), -1, self.deal))
        box.addWidget(self.list)
        box.addWidget(self.left_over)
        context.bridge.changed.connect(self._follow)

    def show_block(self, block: Id | None) -> None:
        """The groups of another block."""
        self.block = block
        self.list.show_record(block)
        self.refresh()

    def refresh(self) -> None:
        """What is left over, and whether there is anybody to split."""
        record = self.context.document.find(self.block)
        work = isinstance(record, AgendaBlock) and record.kind is BlockKind.WORK
        shown(self, work)
        if isinstance(record, AgendaBlock):
            people = self._people(record)
            groups = self.context.document.having(BreakoutGroup, "block", record.id)
            said = groups_text(groups, people, self.context.texts)
            self.left_over.setText(said)
            shown(self.left_over, bool(said))
            shown(self.deal, people > 1)

    def offer(self) -> None:
        """In how many groups people can be split."""
        open_below(self.choices(), self.deal)

    def choices(self) -> QMenu:
        """Each number of groups with the sizes it makes."""
        menu, texts = QMenu(self), self.context.texts
        record = self.context.document.find(self.block)
        people = self._people(record) if isinstance(record, AgendaBlock) else 0
        for count in range(2, min(people, MOST_OFFERED) + 1):
            sizes = [people // count + (place < people % count) for place in range(count)]
            said = texts.trn("{n} group", "{n} groups", count)
            named = texts.tr("{groups}: {sizes} people", groups=said, sizes=texts.listed(list(map(str, sizes))))
            entry(menu, named, partial(self.split, count))
        return menu

    def split(self, groups: int) -> None:
        """Deal everybody into so many groups; who is listed, by chance."""
        record = self.context.document.find(self.block)
        if not isinstance(record, AgendaBlock):
            return
        workshop = self.context.document.get(Workshop, record.workshop)
        people = list(workshop.people)
        SystemRandom().shuffle(people)
        names = [self.context.tr(name) for name in COLOURS]
        try:
            with self.context.session.transaction(N_("Split into groups")) as draft:
                deal_into_groups(draft, record.id, names, people, workshop.headcount, groups)
        except UserError as error:
            self.context.messages.say(sentence(error, self.context.texts))

    def _people(self, block: AgendaBlock) -> int:
        return people_of(self.context.document.get(Workshop, block.workshop))

    def _summary(self, record: Record) -> str:
        if not isinstance(record, BreakoutGroup):
            return ""
        texts = self.context.texts
        people = texts.trn("{n} person", "{n} people", record.size) if record.size else ""
        return " · ".join(part for part in (people, record.place.strip(), " ".join(record.task.split())) if part)

    def _follow(self, changes: ChangeSet) -> None:
        if any(changes.touches(kind) for kind in (BreakoutGroup, Workshop, AgendaBlock)):
            self.refresh()


def _add(draft: Draft, block: Id, name: str) -> Id:
    return add_group(draft, block, name)
