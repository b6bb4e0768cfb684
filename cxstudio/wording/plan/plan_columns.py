"""What stands in the action plan: one row per column, read by the list in the window, the workbook and the CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.analysis.money.plan_money import measure_money
from cxstudio.model import CheckIn, Department, Document, Idea, Measure, Record, Target, Touchpoint
from cxstudio.wording.fields.field_table import choice_label, field_of
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.plan.measure_sentences import check_in_text, figure_label, short_number, target_text
from cxstudio.wording.plan.money_sentences import summed_money
from cxstudio.wording.texts import N_, Texts

R = TypeVar("R", bound=Record)
Value = str | float | date | None


class Form(StrEnum):
    """How a cell is written."""

    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: the record's field it is headed by (or a heading of its own), its form, width and value."""

    field: str
    """"" for what is no field of the record."""
    form: Form
    width: float
    """Characters on a sheet."""
    value: Callable[[Source, R], Value] | None = None
    heading: str = ""

    @property
    def key(self) -> str:
        """What it is chosen by: the field, else the heading's message id."""
        return self.field or self.heading


class Source:
    """What the columns read from: a document and a language."""

    def __init__(self, document: Document, texts: Texts) -> None:
        self.document = document
        self.texts = texts
        self.numbers = plan_numbers(document)

    def heading(self, kind: type[Record], column: Column[Any]) -> str:
        """What stands above a column."""
        return self.texts.tr(column.heading or field_of(kind.__name__, column.field).label)

    def value(self, record: Record, column: Column[Any]) -> Value:
        """What stands in a cell."""
        found = column.value(self, record) if column.value else getattr(record, column.field)
        if isinstance(found, bool):
            return self.texts.tr("yes") if found else ""
        return self.texts.tr(choice_label(found)) if isinstance(found, StrEnum) else found

    def text(self, record: Record, column: Column[Any]) -> str:
        """A cell in words, as a list in the window shows it; empty where there is nothing."""
        value = self.value(record, column)
        if value is None or isinstance(value, str):
            chosen = column.value is None and isinstance(getattr(record, column.field), StrEnum)
            return capital(value or "") if chosen else value or ""
        if isinstance(value, date):
            return self.texts.date(value)
        if column.form is Form.MONEY:
            return self.texts.money(value)
        return self.texts.share(value) if column.form is Form.SHARE else short_number(value, self.texts)


def _named(field: str, between: str = ", ") -> Callable[[Source, Record], Value]:
    """The names of what a reference field holds."""

    def value(source: Source, record: Record) -> Value:
        held = getattr(record, field) or ()
        found = map(source.document.find, (held,) if isinstance(held, str) else held)
        names = (
            idea_words(r, source.texts) if isinstance(r, Idea) else r.name
            for r in found
            if isinstance(r, Touchpoint | Department | Idea)
        )
        return between.join(names)

    return value


def _targets(source: Source, measure: Measure) -> Value:
    found = source.document.having(Target, "measure", measure.id)
    return "\n".join(target_text(t, source.texts) for t in found)


def _depends_on(source: Source, measure: Measure) -> Value:
    return ", ".join(str(source.numbers[i]) for i in measure.depends_on if i in source.numbers)


def _corrects(source: Source, measure: Measure) -> Value:
    return source.numbers.get(measure.corrects or "")


def _last_check_in(source: Source, measure: Measure) -> Value:
    found = source.document.having(CheckIn, "measure", measure.id)
    return check_in_text(found[-1], source.texts) if found else ""


def _benefit(source: Source, measure: Measure) -> Value:
    """What is worked out of items of cost, else what somebody entered; a range in words."""
    found = measure_money(source.document, measure).benefit
    if found is None or found.plain:
        return None if found is None else round(found.low, 2)
    return summed_money(found, source.texts, mark=False)


MEASURE_COLUMNS: Final[tuple[Column[Measure], ...]] = (
    Column("", Form.NUMBER, 5, lambda source, measure: source.numbers[measure.id], N_("No.")),
    Column("title", Form.TEXT, 44),
    Column("description", Form.TEXT, 40),
    Column("kind", Form.TEXT, 14),
    Column("touchpoints", Form.TEXT, 32, _named("touchpoints", "\n")),
    Column("owner_role", Form.TEXT, 24),
    Column("owner_name", Form.TEXT, 18),
    Column("department", Form.TEXT, 18, _named("department")),
    Column("contributing", Form.TEXT, 18, _named("contributing")),
    Column("start", Form.DATE, 11),
    Column("due", Form.DATE, 11),
    Column("status", Form.TEXT, 14),
    Column("progress", Form.SHARE, 11, lambda _, measure: measure.progress / 100),
    Column("effort", Form.NUMBER, 9),
    Column("impact", Form.NUMBER, 9),
    Column("quick_win", Form.TEXT, 10),
    Column("cost_once", Form.MONEY, 13),
    Column("cost_per_year", Form.MONEY, 13),
    Column("cost_state", Form.TEXT, 12),
    Column("benefit_per_year", Form.MONEY, 13, _benefit),
    Column("basis", Form.TEXT, 40),
    Column("basis_evidence", Form.TEXT, 14),
    Column("", Form.TEXT, 36, _targets, N_("Targets")),
    Column("depends_on", Form.TEXT, 12, _depends_on),
    Column("corrects", Form.NUMBER, 12, _corrects),
    Column("ideas", Form.TEXT, 32, _named("ideas", "\n")),
    Column("", Form.TEXT, 36, _last_check_in, N_("Last check-in")),
    Column("notes", Form.TEXT, 40),
    Column("ahead_of_basics", Form.TEXT, 32),
)

_LISTED: Final = (
    "", "title", "owner_role", "department", "start", "due", "effort", "impact", "cost_once", "cost_per_year", "status",
)  # fmt: skip
LISTED_COLUMNS: Final = tuple(next(c for c in MEASURE_COLUMNS if c.field == name) for name in _LISTED)
"""What the list in the window shows of them, from left to right; the number comes first."""


def chosen_columns(keys: Iterable[str]) -> tuple[Column[Measure], ...]:
    """The columns of the list for chosen keys, number and title first; the usual ones where none is known."""
    wanted = set(keys)
    usual = [c for c in LISTED_COLUMNS if c.key in wanted]
    others = [c for c in MEASURE_COLUMNS if c.key in wanted and c not in LISTED_COLUMNS]
    return (
        (*LISTED_COLUMNS[:2], *(c for c in (*usual, *others) if c not in LISTED_COLUMNS[:2]))
        if (usual or others)
        else LISTED_COLUMNS
    )


TARGET_COLUMNS: Final[tuple[Column[Target], ...]] = (
    Column("", Form.NUMBER, 5, lambda source, target: source.numbers.get(target.measure), N_("No.")),
    Column("measure", Form.TEXT, 44, lambda source, target: source.document.get(Measure, target.measure).title),
    Column("figure", Form.TEXT, 24, lambda source, target: figure_label(target, source.texts)),
    Column("touchpoint", Form.TEXT, 32, _named("touchpoint")),
    Column("from_value", Form.DECIMAL, 10),
    Column("to_value", Form.DECIMAL, 10),
    Column("unit", Form.TEXT, 10),
    Column("at_least", Form.TEXT, 12),
    Column("by", Form.DATE, 11),
    Column("note", Form.TEXT, 36),
)


def _share_done(source: Source, check_in: CheckIn) -> Value:
    return None if check_in.progress is None else check_in.progress / 100


CHECK_IN_COLUMNS: Final[tuple[Column[CheckIn], ...]] = (
    Column("", Form.NUMBER, 5, lambda source, one: source.numbers.get(one.measure), N_("No.")),
    Column("measure", Form.TEXT, 44, lambda source, one: source.document.get(Measure, one.measure).title),
    Column("day", Form.DATE, 11),
    Column("progress", Form.SHARE, 11, _share_done),
    Column("text", Form.TEXT, 60),
)
