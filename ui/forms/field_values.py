"""A field's value as text in a line, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from cxstudio.model import Id
from cxstudio.wording.date_parsing import last_until, nearest_to, next_from, parse_date
from cxstudio.wording.fields.field_declaration import Days
from cxstudio.wording.fields.field_table import Editor, Field
from cxstudio.wording.number_parsing import parse_number
from ui.context.context import Context
from ui.forms.field_editor import BadInput

NUMBERS = frozenset({Editor.INTEGER, Editor.NUMBER, Editor.MONEY, Editor.SHARE})


def text_of(context: Context, field: Field, value: Any) -> str:
    """The value as a person would type it."""
    if value is None:
        return ""
    if field.editor is Editor.DATE:
        return context.texts.date(value)
    if field.editor in NUMBERS:
        return number_text(context, field, value)
    return str(value)


def value_of(context: Context, field: Field, text: str, record_id: Id | None = None) -> Any:
    """What a typed text means in a field of a record. Raises BadInput."""
    if field.editor is Editor.DATE:
        return _date(context, field, text, record_id)
    if field.editor in NUMBERS:
        return _number(context, field, text)
    return text.strip()


def number_text(context: Context, field: Field, value: float) -> str:
    """A number without needless decimals; money and large numbers are grouped."""
    value = round(float(value) * (100 if field.editor is Editor.SHARE else 1), 2)
    decimals = 0 if value == int(value) else 1 if round(value * 10, 6) == int(value * 10) else 2
    if field.editor is Editor.MONEY and decimals:
        decimals = 2
    text = context.texts.number(value, decimals)
    if field.editor is Editor.MONEY or abs(value) >= 10_000:
        return text
    return text.replace("." if context.texts.language == "de" else ",", "")


def day_example(context: Context) -> str:
    """A day as this language writes it."""
    return context.texts.date(date(date.today().year, 9, 30))


def day_pattern(context: Context) -> str:
    """How a day is typed in this language, as a hint that cannot be taken for a value."""
    return context.tr("DD/MM/YYYY")


def _date(context: Context, field: Field, text: str, record_id: Id | None) -> date | None:
    today = date.today()
    yearless = {
        Days.AHEAD: next_from(_since(context, field, record_id) or today),
        Days.PAST: last_until(today),
        Days.NEAR: nearest_to(today),
    }[field.days]
    try:
        return parse_date(text, context.texts, yearless)
    except ValueError:
        sentence = context.tr("Please enter a day, for example {day}.", day=day_example(context))
        raise BadInput(sentence) from None


def _since(context: Context, field: Field, record_id: Id | None) -> date | None:
    """The day of the same record, or of the one it belongs to, that this field's day comes after."""
    value: Any = record_id
    for name in field.since:
        value = getattr(context.document.find(value), name, None)
    return value if isinstance(value, date) else None


def _number(context: Context, field: Field, text: str) -> float | int | None:
    try:
        value = parse_number(text, context.texts)
    except ValueError:
        raise BadInput(context.tr("Please enter a number.")) from None
    if value is None:
        if field.nullable:
            return None
        raise BadInput(context.tr("A number is needed here."))
    if field.editor is Editor.SHARE:
        value = value / 100
    _check(context, field, value)
    if field.editor is not Editor.INTEGER:
        return value
    if value != int(value):
        raise BadInput(context.tr("Please enter a whole number."))
    return int(value)


def _check(context: Context, field: Field, value: float) -> None:
    low, high = field.lowest, field.highest
    if (low is None or value >= low) and (high is None or value <= high):
        return
    if low is not None and high is not None:
        ends = {"low": number_text(context, field, low), "high": number_text(context, field, high)}
        raise BadInput(context.tr("Between {low} and {high}.", **ends))
    if low is not None:
        raise BadInput(context.tr("Not below {low}.", low=number_text(context, field, low)))
    raise BadInput(context.tr("Not above {high}.", high=number_text(context, field, high or 0)))
