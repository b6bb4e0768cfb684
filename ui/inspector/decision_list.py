"""Decisions as a list: all of the project's, or those about one measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxstudio.edits import add_decision
from cxstudio.model import Decision, Id, Measure, Record, ReportSettings
from cxstudio.store import Draft
from cxstudio.wording import N_
from cxstudio.wording.figures.decision_sentences import decision_line, decision_words
from ui.context.context import Context
from ui.forms.form import editable
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind


def decision_list(context: Context, *, of_measure: bool = False) -> RecordList:
    """The newest first; a new one is of today, by whom the report asks, about the measure shown."""

    def title(record: Record) -> str:
        return decision_line(record, context.texts) if isinstance(record, Decision) else ""

    def summary(record: Record) -> str:
        if not isinstance(record, Decision):
            return ""
        return decision_words(context.document, record, date.today(), context.texts, about=not of_measure)

    def find(owner: Id) -> Sequence[Decision]:
        known = context.document.having(Decision, "measures", owner) if of_measure else context.document.all(Decision)
        return sorted(known, key=lambda d: (d.day or date.max, d.order), reverse=True)

    def add(draft: Draft, owner: Id, _: str) -> None:
        settings = next(iter(draft.document.all(ReportSettings)), None)
        about = (owner,) if isinstance(draft.document.find(owner), Measure) else ()
        add_decision(draft, body=settings.decision_by if settings else "", day=date.today(), measures=about)

    details = tuple(f.name for f in editable(Decision))
    listed = ListKind(Decision, "", details, title=title, summary=summary)
    adder = Adder(N_("+ Decision"), N_("Record a decision"), add, asks=False)
    return RecordList(context, listed, find, [adder])
