"""Event logs to test with, and what became of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from cxstudio.exchange.event_logs.log_mapping import LogColumn, LogMapping, LogRole
from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.readers import read
from cxstudio.model import Record, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording import texts

R = TypeVar("R", bound=Record)
EN, DE = texts("en"), texts("de")
HEAD = "Case ID,Activity,Timestamp"
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
DISTINCT = ("Call", "Form", "Check", "Letter", "Payment", "Complaint")


def log_text(cases: Sequence[Sequence[str]], minutes: int = 60) -> str:
    """A log in which the n-th case begins n days after the first."""
    rows = [
        f"c{number},{name},{(START + timedelta(days=number, minutes=at * minutes)).isoformat()}"
        for number, case in enumerate(cases)
        for at, name in enumerate(case)
    ]
    return "\n".join([HEAD, *rows]) + "\n"


def read_log(text: str, **wanted: Any) -> ImportPlan:
    return read(text=text, reader="event_log", language="en", **wanted)


def of(plan: ImportPlan, kind: type[R]) -> list[R]:
    return [record for record in plan.records if isinstance(record, kind)]


def said(plan: ImportPlan) -> list[str]:
    everything = (*plan.notes, *plan.repairs, *plan.left_out)
    assert all(entry.said(DE) for entry in everything)
    return [entry.said(EN) for entry in everything]


def ways(plan: ImportPlan) -> dict[tuple[str, str], tuple[TransitionKind, float]]:
    """Ways by the names at their ends; an empty target is an end, "!" a drop-out."""
    names = {point.id: point.name for point in of(plan, Touchpoint)}
    found = {}
    for way in of(plan, Transition):
        out = "!" if way.kind is TransitionKind.DROP_OUT else ""
        found[names[way.source], names[way.target] if way.target else out] = (way.kind, way.share or 0.0)
        assert not way.assumed
    return found


def mapped(fold: float) -> LogMapping:
    columns = zip(HEAD.split(","), (LogRole.CASE, LogRole.ACTIVITY, LogRole.TIME), strict=True)
    return LogMapping(fold=fold, columns=tuple(LogColumn(name=name, role=role) for name, role in columns))
