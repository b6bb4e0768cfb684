"""The action plan as CSV, as the language's spreadsheet programs open it by double-click."""

from __future__ import annotations

import csv
import io
from datetime import date

from cxstudio.model import Document, Measure
from cxstudio.plain_text import safe_cell
from cxstudio.wording import Texts, texts
from cxstudio.wording.figures.plan_columns import MEASURE_COLUMNS, Column, Form, Source, Value


def plan_csv(document: Document, language: str) -> bytes:
    """One line per measure: UTF-8 with mark; semicolons and decimal commas in German, commas and points in English."""
    source = Source(document, texts(language))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if language == "de" else ",", lineterminator="\r\n")
    writer.writerow([safe_cell(source.heading(Measure, column)) for column in MEASURE_COLUMNS])
    for measure in document.all(Measure):
        writer.writerow([_cell(source, measure, column) for column in MEASURE_COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cell(source: Source, measure: Measure, column: Column[Measure]) -> str:
    value = source.value(measure, column)
    return "" if value is None else _written(value, column.form, source.texts)


def _written(value: Value, form: Form, texts: Texts) -> str:
    if isinstance(value, date):
        return texts.date(value) if texts.language == "de" else value.isoformat()
    if isinstance(value, (int, float)):
        if form is Form.SHARE:
            return f"{value * 100:.0f}%"
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if texts.language == "de" else text
    return safe_cell(value or "")
