"""A field's value as text in a line, and back, in the language of `texts`: typed in the window, or in a table."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from cxstudio.model import Document, Id
from cxstudio.wording.date_parsing import last_until, nearest_to, next_from, parse_date
from cxstudio.wording.fields.field_declaration import Days
from cxstudio.wording.fields.field_table import Editor, Field
from cxstudio.wording.number_parsing import parse_number
from cxstudio.wording.texts import Texts


class BadInput(ValueError):
    """What was typed does not fit the field; holds one sentence in the language of whoever typed it."""


EARLIEST: Final = date(1900, 1, 1)
"""No spreadsheet knows a day before, and nobody plans there: it is a slip of the keyboard."""
NUMBERS: Final = frozenset({Editor.INTEGER, Editor.NUMBER, Editor.MONEY, Editor.SHARE})


def text_of(texts: Texts, field: Field, value: Any) -> str:
    """The value as a person would type it."""
    if value is None:
        return ""
    if field.editor is Editor.DATE:
        return texts.date(value)
    if field.editor in NUMBERS:
        return number_text(texts, field, value)
    return str(value)


def value_of(texts: Texts, document: Document, field: Field, text: str, record_id: Id | None = None) -> Any:
    """What a typed text means in a field of a record. Raises BadInput."""
    if field.editor is Editor.DATE:
        return _date(texts, document, field, text, record_id)
    if field.editor in NUMBERS:
        return _number(texts, field, text)
    return text.strip()


def number_text(texts: Texts, field: Field, value: float) -> str:
    """A number without needless decimals; money and large numbers are grouped."""
    value = round(float(value) * (100 if field.editor is Editor.SHARE else 1), 2)
    decimals = 0 if value == int(value) else 1 if round(value * 10, 6) == int(value * 10) else 2
    if field.editor is Editor.MONEY and decimals:
        decimals = 2
    text = texts.number(value, decimals)
    if field.editor is Editor.MONEY or abs(value) >= 10_000:
        return text
    return text.replace("." if texts.language == "de" else ",", "")


def day_example(texts: Texts) -> str:
    """A day as this language writes it."""
    return texts.date(date(date.today().year, 9, 30))


def _date(texts: Texts, document: Document, field: Field, text: str, record_id: Id | None) -> date | None:
    today = date.today()
    yearless = {
        Days.AHEAD: next_from(_since(document, field, record_id) or today),
        Days.PAST: last_until(today),
        Days.NEAR: nearest_to(today),
    }[field.days]
    try:
        day = parse_date(text, texts, yearless)
    except ValueError:
        sentence = texts.tr("Please enter a day, for example {day}.", day=day_example(texts))
        raise BadInput(sentence) from None
    if day is not None and day < EARLIEST:
        raise BadInput(texts.tr("Please enter a day from {day} on.", day=texts.date(EARLIEST)))
    return day


def _since(document: Document, field: Field, record_id: Id | None) -> date | None:
    """The day of the same record, or of the one it belongs to, that this field's day comes after."""
    value: Any = record_id
    for name in field.since:
        value = getattr(document.find(value), name, None)
    return value if isinstance(value, date) else None


def _number(texts: Texts, field: Field, text: str) -> float | int | None:
    try:
        value = parse_number(text, texts)
    except ValueError:
        raise BadInput(texts.tr("Please enter a number.")) from None
    if value is None:
        if field.nullable:
            return None
        raise BadInput(texts.tr("A number is needed here."))
    if field.editor is Editor.SHARE:
        value = value / 100
    _check(texts, field, value)
    if field.editor is not Editor.INTEGER:
        return value
    if value != int(value):
        raise BadInput(texts.tr("Please enter a whole number."))
    return int(value)


def _check(texts: Texts, field: Field, value: float) -> None:
    low, high = field.lowest, field.highest
    if (low is None or value >= low) and (high is None or value <= high):
        return
    if low is not None and high is not None:
        ends = {"low": number_text(texts, field, low), "high": number_text(texts, field, high)}
        raise BadInput(texts.tr("Between {low} and {high}.", **ends))
    if low is not None:
        raise BadInput(texts.tr("Not below {low}.", low=number_text(texts, field, low)))
    raise BadInput(texts.tr("Not above {high}.", high=number_text(texts, field, high or 0)))
