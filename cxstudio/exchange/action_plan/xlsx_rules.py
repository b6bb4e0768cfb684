"""What a sheet of the plan helps with while it is edited: lists to choose from, colours that follow, sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from cxstudio.analysis.money.plan_money import plan_total
from cxstudio.exchange.action_plan.xlsx_formats import Formats
from cxstudio.model import Department, Document, Measure, Record, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.plain_text import plain_cell
from cxstudio.wording.fields.field_table import choice_label, field_of
from cxstudio.wording.plan.plan_columns import Column, Form, Source, Value
from cxstudio.wording.texts import N_, Texts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TOP: Final = 2
"""Rows above the first measure: sums and headings."""
_SPARE: Final = 200
"""Empty rows below the plan in which lists, colours and sums hold too."""
_LISTS: Final = "cxstudio lists"
_ADVICE_ONLY: Final = frozenset({"owner_role", "department", "touchpoint"})
"""A name that is not on the list may be typed too."""
_SUMS: Final = {
    (False, True): N_("Sum without dropped measures"),
    (True, True): N_("Sum without dropped measures and without ranges"),
    (False, False): N_("Sum without dropped measures; benefits overlap and are not added up"),
    (True, False): N_("Sum without dropped measures and without ranges; benefits overlap and are not added up"),
}
"""Whether there are ranges, and whether each benefit counts once → what the sums are called."""
_FIRST_DAY, _LAST_DAY = datetime(1900, 1, 1), datetime(9999, 12, 31)


class Choices:
    """The lists to choose from, on a sheet nobody sees; texts of ours and names of the project, never formulas."""

    def __init__(self, document: Document, texts: Texts) -> None:
        self.columns: dict[str, list[str]] = {}
        for name in ("kind", "status", "cost_state", "basis_evidence"):
            self.columns[name] = [texts.tr(choice_label(c)) for c in field_of(Measure, name).choices]
        self.columns["quick_win"] = self.columns["at_least"] = [texts.tr("yes")]
        roles = sorted({m.owner_role.strip() for m in document.all(Measure)} - {""}, key=texts.sort_key)
        self.columns["owner_role"] = roles
        self.columns["touchpoint"] = list(dict.fromkeys(t.name for t in document.all(Touchpoint)))
        self.columns["department"] = [d.name for d in document.all(Department) if d.merged_into is None]

    def write(self, book: Workbook) -> None:
        """Put them on their sheet."""
        sheet = book.add_worksheet(_LISTS)
        sheet.very_hidden()
        for place, texts in enumerate(self.columns.values()):
            for row, text in enumerate(texts):
                sheet.write_string(row, place, plain_cell(text))

    def reference(self, name: str) -> str:
        """Where the list for a field stands; "" for a field that has none."""
        listed = self.columns.get(name)
        if not listed:
            return ""
        letter = chr(ord("A") + list(self.columns).index(name))
        return f"='{_LISTS}'!${letter}$1:${letter}${len(listed)}"


def last_row(measures: Sequence[Record]) -> int:
    """The last row, from 0, in which the rules hold."""
    return TOP + len(measures) + _SPARE - 1


def add_lists(
    sheet: Worksheet, columns: Sequence[Column[Any]], first: int, last: int, choices: Choices, texts: Texts
) -> None:  # fmt: skip
    """Lists to choose from, and what a date, a share and points may be, from the row `first` on."""
    for place, column in enumerate(columns):
        rule = _rule(column, choices, texts)
        if rule:
            sheet.data_validation(first, place, last, place, rule)


def _rule(column: Column[Any], choices: Choices, texts: Texts) -> dict[str, Any]:
    listed = choices.reference(column.field)
    if listed:
        return {"validate": "list", "source": listed, "show_error": column.field not in _ADVICE_ONLY,
                "error_title": "CX Studio", "error_message": texts.tr("Please choose from the list.")}  # fmt: skip
    if column.form is Form.DATE:
        return {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY,
                "error_title": "CX Studio", "error_message": texts.tr("Please enter a day.")}  # fmt: skip
    limits = {"progress": (0, 1, "decimal"), "effort": (1, 7, "integer"), "impact": (1, 7, "integer")}
    if column.field in limits:
        low, high, kind = limits[column.field]
        ends = ("0 %", "100 %") if kind == "decimal" else (str(low), str(high))
        said = texts.tr("Between {low} and {high}.", low=ends[0], high=ends[1])
        return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high,
                "error_title": "CX Studio", "error_message": said}  # fmt: skip
    return {}


def add_colours(sheet: Worksheet, places: Mapping[str, int], last: int, formats: Formats, texts: Texts) -> None:
    """Overdue dates, the status, and rows that were dropped."""
    status = _letter(places["status"])
    due = _letter(places["due"])
    first = TOP + 1
    ended = [_quoted(texts.tr(choice_label(s))) for s in (MeasureStatus.DONE, MeasureStatus.DROPPED)]
    late = (
        f"=AND(ISNUMBER(${due}{first}),${due}{first}<TODAY(),${status}{first}<>{ended[0]},${status}{first}<>{ended[1]})"
    )
    sheet.conditional_format(TOP, places["due"], last, places["due"],
                             {"type": "formula", "criteria": late, "format": formats.late})  # fmt: skip
    for state, look in formats.chips.items():
        label = _quoted(texts.tr(choice_label(state)))
        sheet.conditional_format(TOP, places["status"], last, places["status"],
                                 {"type": "cell", "criteria": "==", "value": label, "format": look})  # fmt: skip
    dropped = f"=${status}{first}={ended[1]}"
    sheet.conditional_format(TOP, 0, last, max(places.values()),
                             {"type": "formula", "criteria": dropped, "format": formats.dropped})  # fmt: skip


def add_sums(
    sheet: Worksheet, columns: Sequence[Column[Measure]], measures: Sequence[Measure], last: int, formats: Formats,
    source: Source,
) -> None:  # fmt: skip
    """A row of sums above the headings, of everything that was not dropped; it counts rows added below, too."""
    places = {column.key: place for place, column in enumerate(columns)}
    texts = source.texts
    going = [m for m in measures if m.status is not MeasureStatus.DROPPED]
    money = [(place, column, [source.value(m, column) for m in going])
             for place, column in enumerate(columns) if column.form is Form.MONEY]  # fmt: skip
    ranges = any(isinstance(value, str) and value for _, _, values in money for value in values)
    whole = plan_total(source.document, measures).benefit
    once = whole is None or round(whole.low, 2) == round(_added(money[-1][2]), 2)
    label = _SUMS[ranges, once]
    sheet.set_row(0, 22)
    sheet.write_string(0, places["title"], texts.tr(label), formats.sum)
    status = f"${_letter(places['status'])}${TOP + 1}:${_letter(places['status'])}${last + 1}"
    dropped = _quoted("<>" + texts.tr(choice_label(MeasureStatus.DROPPED)))
    for place, column, values in money:
        if once or column.field != "benefit_per_year":
            letter = _letter(place)
            formula = f"=SUMIFS({letter}${TOP + 1}:{letter}${last + 1},{status},{dropped})"
            sheet.write_formula(0, place, formula, formats.sum_money, _added(values))


def _added(values: Sequence[Value]) -> float:
    return sum(value for value in values if isinstance(value, int | float))


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _quoted(text: str) -> str:
    """A text of ours inside a formula."""
    return '"' + text.replace('"', '""') + '"'
