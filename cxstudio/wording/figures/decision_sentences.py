"""Decisions about measures in words: who, when, what, and how a condition stands."""

from __future__ import annotations

from datetime import date
from typing import Final

from cxstudio.analysis.measures.decision_standing import ConditionState, condition_state
from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.model import Decision, Document
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.texts import N_, Texts

CONDITIONS: Final[dict[ConditionState, str]] = {
    ConditionState.NONE: "",
    ConditionState.OPEN: N_("condition open"),
    ConditionState.LATE: N_("condition overdue"),
    ConditionState.MET: N_("condition met"),
}


def decision_line(decision: Decision, texts: Texts) -> str:
    """Who decided what, and when: "29 Apr 2026, Management: approved with a condition"."""
    who = [texts.date(decision.day)] if decision.day else []
    who += [decision.body] if decision.body.strip() else []
    result = texts.tr(choice_label(decision.result))
    return f"{', '.join(who)}: {result}" if who else result[:1].upper() + result[1:]


def condition_line(decision: Decision, today: date, texts: Texts) -> str:
    """The condition and how it stands: "Consent settled, by 31 May 2026: condition met on 20 May 2026"; else empty."""
    state = condition_state(decision, today)
    if state is ConditionState.NONE:
        return ""
    said = " ".join(decision.condition.split()) or texts.tr("Condition")
    if decision.condition_by is not None:
        said += ", " + texts.tr("by {date}", date=texts.date(decision.condition_by))
    if decision.condition_met is not None:
        return f"{said}: " + texts.tr("met on {date}", date=texts.date(decision.condition_met))
    return f"{said}: " + texts.tr(CONDITIONS[state])


def decided_about(document: Document, decision: Decision, texts: Texts) -> str:
    """The measures by their numbers in the plan: "measures 2 and 5"."""
    numbers = plan_numbers(document)
    named = [str(numbers[m]) for m in decision.measures if m in numbers]
    return (
        texts.trn("measure {numbers}", "measures {numbers}", len(named), numbers=texts.listed(named)) if named else ""
    )


def decision_words(document: Document, decision: Decision, today: date, texts: Texts, *, about: bool = True) -> str:
    """What is to be said below a decision: its measures, condition and note."""
    parts = (
        decided_about(document, decision, texts) if about else "",
        condition_line(decision, today, texts),
        " ".join(decision.note.split()),
    )
    said = " · ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def measure_decision(document: Document, decision: Decision | None, today: date, texts: Texts) -> str:
    """What holds for a measure in a few words; empty where nobody decided."""
    if decision is None:
        return ""
    state = condition_state(decision, today)
    parts = (texts.tr(choice_label(decision.result)), texts.tr(CONDITIONS[state]) if CONDITIONS[state] else "")
    return ", ".join(part for part in parts if part)
