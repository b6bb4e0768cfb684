"""The action plan as a workbook: real dates and numbers, filters, heads that stay."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from cxstudio.model import Document, Measure, Record, Target
from cxstudio.plain_text import may_be_formula, plain_cell
from cxstudio.wording import texts
from cxstudio.wording.figures.plan_columns import MEASURE_COLUMNS, TARGET_COLUMNS, Column, Form, Source, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_HEAD = {
    "bold": True,
    "bg_color": "#EEF0FB",
    "bottom": 1,
    "bottom_color": "#3A4FB8",
    "text_wrap": True,
    "valign": "top",
}
_BODY = {"valign": "top"}
_MONEY = {"de": '{} "€"', "en": '"€"{}'}
_FIXED_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into the file instead of the clock: the same plan gives the same bytes."""


def plan_xlsx(document: Document, language: str) -> bytes:
    """A workbook with the measures and, on a second sheet, their targets."""
    import xlsxwriter

    source = Source(document, texts(language))
    tr = source.texts.tr
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": plain_cell(document.project.title), "created": _FIXED_DAY})
    formats = _Formats(book, language)
    _sheet(book, formats, source, tr("Measures"), Measure, MEASURE_COLUMNS, document.all(Measure), frozen=2)
    _sheet(book, formats, source, tr("Targets"), Target, TARGET_COLUMNS, _targets(document), frozen=2)
    book.close()
    return out.getvalue()


def _targets(document: Document) -> list[Target]:
    return [t for m in document.all(Measure) for t in document.having(Target, "measure", m.id)]


class _Formats:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: Workbook, language: str) -> None:
        patterns = {
            Form.NUMBER: {"num_format": "0"},
            Form.DECIMAL: {"num_format": "0.0##"},
            Form.MONEY: {"num_format": _MONEY[language].format("#,##0")},
            Form.SHARE: {"num_format": "0%"},
            Form.DATE: {"num_format": "dd.mm.yyyy" if language == "de" else "d mmm yyyy", "align": "left"},
        }
        self.head = book.add_format(_HEAD)
        self.text = book.add_format({**_BODY, "text_wrap": True})
        self.quoted = book.add_format({**_BODY, "text_wrap": True, "quote_prefix": True})
        self.cents = book.add_format({**_BODY, "num_format": _MONEY[language].format("#,##0.00")})
        self.other: dict[Form, Format] = {form: book.add_format({**_BODY, **p}) for form, p in patterns.items()}


def _sheet(
    book: Workbook,
    formats: _Formats,
    source: Source,
    title: str,
    kind: type[Record],
    columns: Sequence[Column[Any]],
    records: Sequence[Record],
    *,
    frozen: int,
) -> None:
    sheet = book.add_worksheet(title[:31])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, frozen)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, source.heading(kind, column), formats.head)
    for row, record in enumerate(records, 1):
        for place, column in enumerate(columns):
            _write(sheet, row, place, source.value(record, column), column.form, formats)
    sheet.autofilter(0, 0, max(len(records), 1), len(columns) - 1)


def _write(sheet: Worksheet, row: int, place: int, value: Value, form: Form, formats: _Formats) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), formats.other[Form.DATE])
    elif isinstance(value, str):
        text = plain_cell(value)
        sheet.write_string(row, place, text, formats.quoted if may_be_formula(text) else formats.text)
    else:
        cents = form is Form.MONEY and not float(value).is_integer()
        sheet.write_number(row, place, value, formats.cents if cents else formats.other[form])
