"""The columns of the plan as a table, what a cell says whatever program wrote it, and which columns come back."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.model import CheckIn, Measure, Record, Target
from cxstudio.plain_text import may_be_formula, plain_cell
from cxstudio.wording.date_parsing import nearest_to, parse_date
from cxstudio.wording.number_parsing import parse_number
from cxstudio.wording.plan.plan_columns import (
    CHECK_IN_COLUMNS,
    MEASURE_COLUMNS,
    TARGET_COLUMNS,
    Column,
    Form,
    Value,
)
from cxstudio.wording.texts import N_, Texts

ID: Final = N_("ID")
"""Heading of the column rows are found again by."""
OWNER_NAME: Final = "owner_name"
DEPENDS_ON: Final = "depends_on"
"""Field a table shows by the numbers of its own rows."""
NUMBER: Final = "No."
"""Key of the column with a measure's number."""
_READ_ONLY: Final = frozenset({"corrects"})
COMES_BACK: Final[tuple[Column[Measure], ...]] = tuple(
    column for column in MEASURE_COLUMNS if column.field and column.field not in _READ_ONLY
)
"""Columns that are read in again; the others only say what is worked out or linked."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One kind of record in the plan’s workbook: its sheet, its columns, and which of them are read in again."""

    kind: type[Record]
    name: str
    """What its sheet is called."""
    one: str
    """What one of them is called."""
    columns: tuple[Column[Any], ...]
    comes_back: tuple[Column[Any], ...]
    needed: str
    """Key of the column its headings must have."""


_OF_MEASURES: Final = frozenset({"", "measure"})
"""Columns that only say which measure something belongs to."""
MEASURES: Final = Part(Measure, N_("Measures"), N_("Measure"), MEASURE_COLUMNS, COMES_BACK, "title")
TARGETS: Final = Part(
    Target, N_("Targets"), N_("Target"), TARGET_COLUMNS,
    tuple(c for c in TARGET_COLUMNS if c.field not in _OF_MEASURES), "to_value",
)  # fmt: skip
CHECK_INS: Final = Part(
    CheckIn, N_("Check-ins"), N_("Check-in"), CHECK_IN_COLUMNS,
    tuple(c for c in CHECK_IN_COLUMNS if c.field not in _OF_MEASURES), "text",
)  # fmt: skip
PARTS: Final = (MEASURES, TARGETS, CHECK_INS)
_FIRST: Final = (
    "", "title", "touchpoints", "owner_role", "owner_name", "department", "start", "due", "status", "progress",
    "effort", "impact", "cost_once", "cost_per_year", "benefit_per_year",
)  # fmt: skip
_NUMBERS: Final = (Form.NUMBER, Form.DECIMAL, Form.MONEY, Form.SHARE)
_DIGEST: Final = 6


def columns_of(scope: PlanScope) -> tuple[Column[Measure], ...]:
    """What stands in the table, from left to right; names of people only where they were asked for."""
    first = printed_columns(scope)
    return (*first, *(c for c in MEASURE_COLUMNS if c not in first and c.field not in untold(scope)))


def untold(scope: PlanScope) -> frozenset[str]:
    """Fields of a measure that are not handed on, neither seen nor hidden."""
    if not scope.owners:
        return frozenset({OWNER_NAME, "owner_role"})
    return frozenset() if scope.names else frozenset({OWNER_NAME})


def printed_columns(scope: PlanScope) -> tuple[Column[Measure], ...]:
    """The first of them: what a page holds."""
    listed = [next(c for c in MEASURE_COLUMNS if c.field == field) for field in _FIRST]
    return tuple(column for column in listed if column.field not in untold(scope))


def said(cell: Value | bool | datetime | time, form: Form, texts: Texts) -> str:
    """What a cell says, the same for a date, its text, and a number in either sign; "" for an empty one.

    A text that is no number or date stays as it is.
    """
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return number_said(float(cell), form)
    return _of_text(plain(str(cell)), form, texts)


def plain(text: str) -> str:
    """A text as a table can hold it: signs composed, lines ending in one, no space at its ends."""
    return plain_cell(unicodedata.normalize("NFC", text)).strip()


def unquoted(text: str) -> str:
    """The text of a CSV cell without the apostrophe that kept it from being a formula."""
    return text[1:] if text.startswith("'") and may_be_formula(text[1:]) else text


def number_said(value: float, form: Form) -> str:
    """A number as precise as a CSV file writes it: two decimals at most, four for a share; no needless ones."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if form is not Form.SHARE else f"{round(value, 4):g}"


def digest(said_: str) -> str:
    """A few signs that tell whether a cell still says the same."""
    return hashlib.sha256(said_.encode()).hexdigest()[:_DIGEST]


def _of_text(text: str, form: Form, texts: Texts) -> str:
    try:
        if form is Form.DATE:
            day = parse_date(text, texts, nearest_to(date.today()))
            return "" if day is None else day.isoformat()
        if form in _NUMBERS:
            number = parse_number(text, texts)
            if number is None:
                return ""
            return number_said(number / 100 if form is Form.SHARE and "%" in text else number, form)
    except ValueError:
        return text
    return text
