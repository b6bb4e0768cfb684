"""Departments, channels and participants of the project, edited where its brief is."""

from __future__ import annotations

from cxstudio.edits import add_participant, find_or_add_channel, find_or_add_department
from cxstudio.model import Channel, Department, Id, Participant, Record, Touchpoint
from cxstudio.store import Draft
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind


def department_list(context: Context) -> RecordList:
    """Everybody behind the touchpoints, in the house or outside it."""
    texts = context.texts

    def summary(record: Record) -> str:
        if not isinstance(record, Department):
            return ""
        n = len(context.document.having(Touchpoint, "departments", record.id))
        parts = [texts.tr("External provider") if record.external else "", _times(context, n)]
        return " · ".join(p for p in parts if p)

    def add(draft: Draft, _: Id, name: str) -> None:
        find_or_add_department(draft, name)

    listed = ListKind(Department, "name", ("external", "merged_into"), summary=summary)
    adder = Adder(N_("+ Department"), N_("Add a department"), add)
    return RecordList(context, listed, lambda _: context.document.all(Department), [adder])


def channel_list(context: Context) -> RecordList:
    """The ways customer and provider meet."""

    def summary(record: Record) -> str:
        if not isinstance(record, Channel):
            return ""
        n = len(context.document.having(Touchpoint, "channels", record.id))
        place = context.tr(choice_label(record.place)) if record.place else ""
        return " · ".join(p for p in (place, _times(context, n)) if p)

    def add(draft: Draft, _: Id, name: str) -> None:
        find_or_add_channel(draft, name)

    listed = ListKind(Channel, "name", ("icon", "place"), summary=summary)
    adder = Adder(N_("+ Channel"), N_("Add a channel"), add)
    return RecordList(context, listed, lambda _: context.document.all(Channel), [adder])


def participant_list(context: Context) -> RecordList:
    """The voices in the room."""

    def summary(record: Record) -> str:
        if not isinstance(record, Participant):
            return ""
        number = context.document.all(Participant).index(record) + 1
        return " · ".join(p for p in (context.tr("Person {number}", number=number), record.role, record.group) if p)

    def add(draft: Draft, _: Id, name: str) -> None:
        add_participant(draft, name=name)

    listed = ListKind(Participant, "name", ("role", "group", "code"), summary=summary)
    adder = Adder(N_("+ Person"), N_("Add a person"), add)
    return RecordList(context, listed, lambda _: context.document.all(Participant), [adder])


def _times(context: Context, n: int) -> str:
    return context.texts.trn("{n} touchpoint", "{n} touchpoints", n)
