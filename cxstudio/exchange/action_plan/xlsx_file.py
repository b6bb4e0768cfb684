"""The action plan as a workbook to work on: real dates and numbers, lists to choose from, sums, heads that stay.

Every text of the project is written as text; the only formulas are those of `xlsx_rules`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.measures.plan_scope import PlanScope, by_department, in_scope
from cxstudio.exchange.action_plan.plan_cells import COMES_BACK, ID, PARTS, Part, columns_of, printed_columns
from cxstudio.exchange.action_plan.stamp import SHEET, stamp_rows
from cxstudio.exchange.action_plan.xlsx_formats import Formats
from cxstudio.exchange.action_plan.xlsx_rules import TOP, Choices, add_colours, add_lists, add_sums, last_row
from cxstudio.model import Document, Measure, Record
from cxstudio.plain_text import may_be_formula, plain_cell
from cxstudio.wording import texts
from cxstudio.wording.fields.typed_values import EARLIEST
from cxstudio.wording.plan.measure_group_names import group_name
from cxstudio.wording.plan.plan_columns import Column, Form, Source, Value
from cxstudio.wording.texts import N_, Texts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FIXED_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into the file instead of the clock: the same plan gives the same bytes."""
_NOT_IN_SHEET_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_NAME: Final = 31
_HEADINGS, _LINE = 32, 15
"""Heights in points: of the headings, of a line."""
_LEAST, _MOST = 2, 8
"""Lines of a row."""
_HINT_WIDTH: Final = 100
_HINTS: Final = (
    N_("Change what you like, add rows at the end, sort and filter. Columns of your own are left alone."),
    N_("Please leave the column “ID” as it is: rows are found again by it. A new row has none."),
    N_("Columns with a heading in italics are calculated in CX Studio and are not imported."),
    N_("“Depends on” holds numbers of the first column. A new target or check-in says in its row by number or title "
       "which measure it belongs to."),
    N_("Send the file back: in CX Studio, “Import an edited plan” shows every change before it is applied."),
    N_("Nothing is overwritten unseen, and a row you deleted is deleted there only after a question."),
)  # fmt: skip


def plan_xlsx(document: Document, language: str, scope: PlanScope | None = None) -> bytes:
    """A workbook with the measures, a sheet for each department, their targets and check-ins, and how it goes back."""
    import xlsxwriter

    source, scope = Source(document, texts(language)), scope or PlanScope()
    tr = source.texts.tr
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": plain_cell(document.project.title), "created": _FIXED_DAY})
    formats, choices = Formats(book, language), Choices(document, source.texts)
    measures = in_scope(document, scope)
    sheets = _sheets(document, scope, measures, source.texts)
    for name, listed in sheets.items():
        _measures(book, name, listed, _Look(source, scope, formats, choices))
    others = {part: [r for m in measures for r in document.having(part.kind, "measure", m.id)] for part in PARTS[1:]}
    for part, records in others.items():
        _part(book, part, records, source, formats, choices)
    _hints(book, formats, source)
    choices.write(book)
    told = {**sheets, **{tr(part.name): found for part, found in others.items()}}
    _stamp(book, stamp_rows(source, told, scope))
    book.close()
    return out.getvalue()


def sheet_name(name: str, taken: Sequence[str]) -> str:
    """A name as a sheet's tab takes it, other than those taken."""
    base = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", plain_cell(name)).split()).strip(" '") or "–"
    used = {t.casefold() for t in taken}
    number, made = 1, _cut(base, _LONGEST_NAME)
    while made.casefold() in used or made.casefold() == "history":
        number += 1
        end = f" {number}"
        made = _cut(base, _LONGEST_NAME - len(end)) + end
    return made


def _cut(name: str, most: int) -> str:
    """As much of a name as fits, in the units workbooks count: an emoji takes two. No apostrophe stands at its end."""
    return name.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").rstrip(" '")


def _sheets(
    document: Document, scope: PlanScope, measures: Sequence[Measure], texts: Texts
) -> dict[str, Sequence[Measure]]:
    """All measures first; where more than one department answers for them, a sheet for each."""
    sheets: dict[str, Sequence[Measure]] = {texts.tr("Measures"): measures}
    kept = [*(texts.tr(part.name) for part in PARTS), texts.tr("Notes on this file"), SHEET]
    groups = by_department(document, scope)
    for group in groups if len(groups) > 1 else ():
        name = group_name(document, Grouping.DEPARTMENT, group.key, texts)
        sheets[sheet_name(name, [*kept, *sheets])] = group.measures
    return sheets


class _Look:
    """What every sheet of measures is written with."""

    def __init__(self, source: Source, scope: PlanScope, formats: Formats, choices: Choices) -> None:
        self.source, self.scope, self.formats, self.choices = source, scope, formats, choices
        self.columns = columns_of(scope)


def _measures(book: Workbook, name: str, measures: Sequence[Measure], look: _Look) -> None:
    source, formats, columns, texts = look.source, look.formats, look.columns, look.source.texts
    sheet = _page(book, name, source)
    sheet.repeat_rows(0, TOP - 1)
    sheet.freeze_panes(TOP, 2)
    sheet.set_row(TOP - 1, _HEADINGS)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        heads = formats.heads if column in COMES_BACK else formats.still_heads
        sheet.write_string(TOP - 1, place, source.heading(Measure, column), heads[column.form])
    beside = len(columns)
    sheet.set_column(beside, beside, 8)
    sheet.write_string(TOP - 1, beside, texts.tr(ID), formats.still_heads[Form.TEXT])
    printed = printed_columns(look.scope)
    _rows(sheet, TOP, measures, columns, source, formats, printed)
    for row, measure in enumerate(measures, TOP):
        sheet.write_string(row, beside, plain_cell(measure.id), formats.still)
    last = last_row(measures)
    places = {column.key: place for place, column in enumerate(columns)}
    sheet.autofilter(TOP - 1, 0, TOP - 1 + max(len(measures), 1), beside)
    add_lists(sheet, columns, TOP, last, look.choices, texts)
    add_colours(sheet, places, last, formats, texts)
    add_sums(sheet, columns, measures, last, formats, source)
    sheet.print_area(0, 0, TOP - 1 + max(len(measures), 1), len(printed) - 1)


def _part(
    book: Workbook, part: Part, records: Sequence[Record], source: Source, formats: Formats, choices: Choices
) -> None:  # fmt: skip
    """Targets or check-ins: a row each, and room for new ones below."""
    sheet, texts = _page(book, source.texts.tr(part.name), source), source.texts
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 2)
    for place, column in enumerate(part.columns):
        heads = formats.heads if column in part.comes_back else formats.still_heads
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, source.heading(part.kind, column), heads[column.form])
    beside = len(part.columns)
    sheet.set_column(beside, beside, 8)
    sheet.write_string(0, beside, texts.tr(ID), formats.still_heads[Form.TEXT])
    sheet.set_row(0, _HEADINGS)
    _rows(sheet, 1, records, part.columns, source, formats)
    for row, record in enumerate(records, 1):
        sheet.write_string(row, beside, plain_cell(record.id), formats.still)
    add_lists(sheet, part.columns, 1, last_row(records), choices, texts)
    sheet.autofilter(0, 0, max(len(records), 1), beside)
    sheet.print_area(0, 0, max(len(records), 1), beside - 1)


def _rows(
    sheet: Worksheet, first: int, records: Sequence[Record], columns: Sequence[Column[Any]], source: Source,
    formats: Formats, printed: Sequence[Column[Any]] = (),
) -> None:  # fmt: skip
    """A row each, as high as what is printed of it needs: not every program works that out when it opens a file."""
    for row, record in enumerate(records, first):
        values = [source.value(record, column) for column in columns]
        for place, (column, value) in enumerate(zip(columns, values, strict=True)):
            _write(sheet, row, place, value, column.form, formats)
        asked = zip(columns, values, strict=True)
        lines = max(_lines(value, column) for column, value in asked if not printed or column in printed)
        sheet.set_row(row, _LINE * max(_LEAST, min(lines, _MOST)) + 4)


def _lines(value: Value, column: Column[Any]) -> int:
    """About how many lines a text takes in its column."""
    text = value if isinstance(value, str) else ""
    return sum(max(1, -(-len(line) // max(1, int(column.width) - 2))) for line in text.splitlines()) or 1


def _hints(book: Workbook, formats: Formats, source: Source) -> None:
    texts = source.texts
    sheet = _page(book, texts.tr("Notes on this file"), source)
    sheet.set_column(0, 0, _HINT_WIDTH)
    sheet.write_string(0, 0, texts.tr("How changes get back into CX Studio"), formats.strong)
    for row, hint in enumerate(_HINTS, 2):
        said = texts.tr(hint)
        sheet.write_string(row, 0, said, formats.running)
        sheet.set_row(row, _LINE * -(-len(said) // (_HINT_WIDTH - 15)) + 4)  # a fallback font is wider


def _stamp(book: Workbook, rows: Sequence[Sequence[str]]) -> None:
    sheet = book.add_worksheet(SHEET)
    sheet.very_hidden()
    for row, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, place, plain_cell(cell))


def _page(book: Workbook, name: str, source: Source) -> Worksheet:
    """A sheet that prints on A4, across, as wide as the page."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    title = plain_cell(source.document.project.title).replace("\n", " ")[:120].replace("&", "&&")
    sheet.set_footer(f"&L{title}&C&A&R&P / &N")
    return sheet


def _write(sheet: Worksheet, row: int, place: int, value: Value, form: Form, formats: Formats) -> None:
    if value is None or value == "":
        sheet.write_blank(row, place, None, formats.forms.get(form, formats.text))
    elif isinstance(value, date) and value >= EARLIEST:
        sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), formats.forms[Form.DATE])
    elif isinstance(value, date):
        sheet.write_string(row, place, value.isoformat(), formats.text)
    elif isinstance(value, str):
        text = plain_cell(value)
        sheet.write_string(row, place, text, formats.quoted if may_be_formula(text) else formats.text)
    else:
        cents = form is Form.MONEY and not float(value).is_integer()
        sheet.write_number(row, place, value, formats.cents if cents else formats.forms[form])
