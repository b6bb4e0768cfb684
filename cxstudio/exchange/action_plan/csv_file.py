"""The action plan as CSV, as the language's spreadsheet programs open it by double-click."""

from __future__ import annotations

import csv
import io
from datetime import date

from cxstudio.analysis.measures.plan_scope import PlanScope, in_scope
from cxstudio.exchange.action_plan.plan_cells import ID, columns_of
from cxstudio.exchange.action_plan.stamp import GIVEN, row_signs
from cxstudio.model import Document, Measure
from cxstudio.plain_text import safe_cell
from cxstudio.wording import Texts, texts
from cxstudio.wording.plan.plan_columns import Column, Form, Source, Value


def plan_csv(document: Document, language: str, scope: PlanScope | None = None) -> bytes:
    """One line per measure: UTF-8 with mark; semicolons and decimal commas in German, commas and points in English.

    The last two columns find a row again when the table comes back.
    """
    source, scope = Source(document, texts(language)), scope or PlanScope()
    columns, tr = columns_of(scope), source.texts.tr
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if language == "de" else ",", lineterminator="\r\n")
    writer.writerow([*(safe_cell(source.heading(Measure, column)) for column in columns), tr(ID), tr(GIVEN)])
    for measure in in_scope(document, scope):
        cells = [_cell(source, measure, column) for column in columns]
        writer.writerow([*cells, safe_cell(measure.id), row_signs(source, measure, scope)])
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
