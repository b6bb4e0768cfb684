"""What the cells of an edited plan mean: in the language the table is in, else in the reader's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final

from cxstudio.exchange.action_plan.plan_cells import DEPENDS_ON
from cxstudio.exchange.action_plan.xlsx_file import sheet_name
from cxstudio.model import Department, Document, Id, Record, Target
from cxstudio.model.folding import folded
from cxstudio.model.kinds import TargetFigure
from cxstudio.wording import Texts
from cxstudio.wording.fields.cell_values import cell_value, named_records
from cxstudio.wording.fields.field_table import Editor, field_of
from cxstudio.wording.fields.typed_values import BadInput
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.plan.measure_sentences import figure_label
from cxstudio.wording.plan.plan_columns import Column, Form

_BETWEEN_NUMBERS: Final = re.compile(r"[,;\s]+")


class ReturnedValues:
    """Reads cells as the window reads what is typed."""

    def __init__(self, document: Document, written: Texts, words: Texts, numbers: Mapping[str, Id]) -> None:
        """`numbers`: which measure the table means by a number."""
        self._document, self._numbers = document, numbers
        self._languages = (written, words) if written.language != words.language else (words,)

    def of(self, kind: type[Record], column: Column[Any], cell: str, record: Record | None) -> dict[str, Any]:
        """The values of fields a cell stands for; of a field that must not be empty, its usual one for an empty cell.

        Raises BadInput, in the reader's language.
        """
        for texts in self._languages[:-1]:
            with suppress(BadInput):
                return self._fields(texts, kind, column, cell, record)
        return self._fields(self._languages[-1], kind, column, cell, record)

    def department_of_sheet(self, sheet: str) -> Id | None:
        """The department a sheet was made for."""
        departments = (d for d in self._document.all(Department) if d.merged_into is None)
        return next((d.id for d in departments if sheet and sheet_name(d.name, ()) == sheet), None)

    def measures_of(self, texts: Texts, cell: str) -> tuple[Id, ...]:
        """The measures whose numbers a cell holds. Raises BadInput for a number no row has."""
        found = []
        for number in filter(None, _BETWEEN_NUMBERS.split(cell)):
            if number not in self._numbers:
                raise BadInput(texts.tr("The table has no measure {number}.", number=texts.quoted(number)))
            found.append(self._numbers[number])
        return tuple(dict.fromkeys(found))

    def _fields(
        self, texts: Texts, kind: type[Record], column: Column[Any], cell: str, record: Record | None
    ) -> dict[str, Any]:
        if kind is Target and column.field == "figure":
            return _figure(texts, cell, record)
        return {column.field: self._read(texts, kind, column, cell, record)}

    def _read(self, texts: Texts, kind: type[Record], column: Column[Any], cell: str, record: Record | None) -> Any:
        if column.field == DEPENDS_ON:
            return self.measures_of(texts, cell)
        field = field_of(kind, column.field)
        held = getattr(record, column.field) if record is not None else ()
        if field.editor is Editor.REFERENCES:
            return named_records(texts, self._document, field, cell, held)
        if kind is Target and column.field == "touchpoint":
            named = named_records(texts, self._document, field, cell, (held,) if held else ())
            if len(named) > 1:
                raise BadInput(texts.tr("A target is about one touchpoint only."))
            return named[0] if named else None
        typed = _typed(cell, column.form, texts)
        if column.form is Form.SHARE and not typed and not field.nullable:
            typed = "0"
        return cell_value(texts, self._document, field, typed, record.id if record is not None else None)


def _figure(texts: Texts, cell: str, target: Record | None) -> dict[str, Any]:
    """One of the figures people are asked for, by its name, else a figure of one's own called so.

    One that has a name of its own keeps counting the same under another name.
    """
    if isinstance(target, Target) and target.label and target.figure is not TargetFigure.OWN:
        return {"label": cell}
    for figure in TargetFigure:
        known = figure_label(Target(id="asked", measure="asked", figure=figure), texts)
        if known and folded(known) == folded(cell):
            return {"figure": figure, "label": ""}
    if not cell:
        raise BadInput(texts.tr("{field} must not be empty.", field=texts.tr(field_of(Target, "figure").label)))
    return {"figure": TargetFigure.OWN, "label": cell}


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


def given_words(said: str, column: Column[Any], texts: Texts) -> str:
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
