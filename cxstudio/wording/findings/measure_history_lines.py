"""What was changed of a measure and its targets and when, a line per change, the newest first."""

from __future__ import annotations

from datetime import date
from typing import Final

from cxstudio.model import Document, Id, MeasureChange, Target
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.fields.field_table import Editor, Field, field_of
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.plan.measure_sentences import figure_label, own_number
from cxstudio.wording.texts import Texts

_NOTHING: Final = "–"
OF_TARGET: Final = "target."
"""What the name of a target's field begins with."""
TARGETS: Final = "targets"
"""Stands for the number of a measure's targets."""


def history_lines(document: Document, measure: Id, texts: Texts) -> tuple[str, ...]:
    """ "30 Nov 2026: Status planned → running", "30 Nov 2026: Target Experience, To (goal): 4.5 → 5"."""
    found = document.having(MeasureChange, "measure", measure)
    return tuple(_line(document, one, texts) for one in sorted(found, key=lambda one: one.day)[::-1])


def _line(document: Document, change: MeasureChange, texts: Texts) -> str:
    if change.field == TARGETS:
        count = texts.tr("Targets")
        return f"{texts.date(change.day)} · {count}: {change.before} → {change.after}"
    kind, _, name = change.field.rpartition(".")
    try:
        field = field_of("Target" if kind else "Measure", name)
    except KeyError:  # a field of another version of the program
        return f"{texts.date(change.day)}: {change.field}"
    label = texts.tr(field.label)
    if kind:
        target = document.find(change.target)
        called = figure_label(target, texts) if isinstance(target, Target) else texts.tr("removed")
        words = " ".join(part for part in (texts.tr("Target"), called) if part)
        label = f"{words}, {label}"
    if not change.before and not change.after:
        said = texts.tr("{field} changed", field=label)
    else:
        before, after = (_value(document, field, text, texts) for text in (change.before, change.after))
        said = f"{label}: {before} → {after}"
    return f"{texts.date(change.day)} · {said}"


def _value(document: Document, field: Field, text: str, texts: Texts) -> str:
    """A noted value as people read it; what is gone since is said to be."""
    if field.editor is Editor.YES_NO:
        return texts.tr("yes") if text else texts.tr("no")
    if not text:
        return _NOTHING
    if field.refs:
        return ", ".join(name_of(document, one, texts) or texts.tr("removed") for one in text.split())
    if field.choices:
        label = CHOICES[type(field.choices[0]).__name__].get(text)
        return capital(texts.tr(label)) if label else text
    return _plain(field, text, texts)


def _plain(field: Field, text: str, texts: Texts) -> str:
    try:
        if field.editor is Editor.DATE:
            return texts.date(date.fromisoformat(text))
        if field.editor is Editor.MONEY:
            return texts.money(float(text))
        number = own_number(float(text), texts)
    except ValueError:  # written by another program
        return text
    percent = "%" if texts.language == "en" else "\N{NO-BREAK SPACE}%"
    return number + percent if field.unit == "%" else number
