"""What the cells of an edited plan mean: in the language the table is in, else in the reader's own."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

from cxstudio.exchange.action_plan.xlsx_file import sheet_name
from cxstudio.model import Department, Document, Id, Measure
from cxstudio.wording import Texts
from cxstudio.wording.fields.cell_values import cell_value, named_records
from cxstudio.wording.fields.field_table import Editor, field_of
from cxstudio.wording.fields.typed_values import BadInput
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.plan_columns import Column, Form


class ReturnedValues:
    """Reads cells as the window reads what is typed."""

    def __init__(self, document: Document, written: Texts, words: Texts) -> None:
        self._document = document
        self._languages = (written, words) if written.language != words.language else (words,)

    def of(self, column: Column[Measure], cell: str, measure: Measure | None) -> Any:
        """The value a cell stands for; of a field that must not be empty, its usual one for an empty cell.

        Raises BadInput, in the reader's language.
        """
        for texts in self._languages[:-1]:
            with suppress(BadInput):
                return self._read(texts, column, cell, measure)
        return self._read(self._languages[-1], column, cell, measure)

    def department_of_sheet(self, sheet: str) -> Id | None:
        """The department a sheet was made for."""
        departments = (d for d in self._document.all(Department) if d.merged_into is None)
        return next((d.id for d in departments if sheet and sheet_name(d.name, ()) == sheet), None)

    def _read(self, texts: Texts, column: Column[Measure], cell: str, measure: Measure | None) -> Any:
        field = field_of(Measure, column.field)
        if field.editor is Editor.REFERENCES:
            held = getattr(measure, column.field) if measure is not None else ()
            return named_records(texts, self._document, field, cell, held)
        typed = _typed(cell, column.form, texts)
        if column.form is Form.SHARE and not typed:
            typed = "0"
        return cell_value(texts, self._document, field, typed, measure.id if measure is not None else None)


def _typed(cell: str, form: Form, texts: Texts) -> str:
    """A number as the language writes it, a share in per cent."""
    if form in (Form.TEXT, Form.DATE):
        return cell
    try:
        value = float(cell)
    except ValueError:
        return cell
    if form is Form.SHARE:
        value = value * 100 if value <= 1 else value
        cell = f"{round(value, 2):g}"
    return cell.replace(".", ",") if texts.language == "de" else cell


def given_words(said: str, column: Column[Measure], texts: Texts) -> str:
    """What a cell said when it was exported, as a person reads it."""
    try:
        match column.form:
            case Form.DATE if said:
                return texts.date(date.fromisoformat(said))
            case Form.MONEY if said:
                return texts.money(float(said))
            case Form.SHARE if said:
                return texts.share(float(said))
    except ValueError:
        return said
    return capital(said) if column.field in ("status", "kind", "cost_state", "basis_evidence") else said
