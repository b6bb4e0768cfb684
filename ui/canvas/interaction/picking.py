"""What a click, an arrow or a rubber band selects: one, one more, everything between, everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ADDING = _CONTROL | _SHIFT
"""Modifiers with which a press adds to what is selected."""


class Selection(Protocol):
    """What is selected, by ids; the one selected last at the end."""

    @property
    def ids(self) -> tuple[str, ...]: ...

    def select(self, *ids: str) -> None: ...


class Picking:
    """Selects on one canvas. Shift selects from where one began, Ctrl adds or takes out."""

    def __init__(self, selection: Selection, order: Callable[[str | None], Sequence[str]]) -> None:
        """`order` gives the row an id stands in, as it is laid out; for None the row that is meant by everything."""
        self.selection, self._order = selection, order
        self._anchor: str | None = None
        self._narrow: str | None = None
        """Pressed while selected with others: a click selects it alone, a drag takes them all."""

    def press(self, picked: str | None, modifiers: Qt.KeyboardModifier) -> None:
        """A button went down on something, or beside everything."""
        selection = self.selection
        self._narrow = None
        if picked is None:
            if not modifiers & ADDING:
                selection.select()
        elif modifiers & _SHIFT:
            self.extend(picked, keep=bool(modifiers & _CONTROL))
        elif modifiers & _CONTROL:
            self._anchor = picked
            selection.select(*toggled(selection.ids, picked))
        elif picked in selection.ids:
            self._narrow = picked if len(selection.ids) > 1 else None
        else:
            self._anchor = picked
            selection.select(picked)

    def clicked(self) -> None:
        """The button was let go without a drag."""
        narrow, self._narrow = self._narrow, None
        if narrow is not None:
            self._anchor = narrow
            self.selection.select(narrow)

    def add(self, picked: tuple[str, ...], *, keep: bool) -> None:
        """What a rubber band went around, beside what is selected or instead of it."""
        kept = tuple(i for i in self.selection.ids if i not in picked) if keep else ()
        self._anchor = picked[0] if picked else self._anchor
        self.selection.select(*kept, *picked)

    def everything(self) -> None:
        """The whole row of what is selected; where nothing is, the row that is meant by everything."""
        ids = self.selection.ids
        self.selection.select(*self._order(ids[-1] if ids else None))

    def extend(self, picked: str, *, keep: bool = False) -> None:
        """Shift and a click or an arrow: everything from where one began to here."""
        ids = self.selection.ids
        if self._anchor not in ids:
            self._anchor = ids[-1] if ids else picked
        first = self._anchor or picked
        found = between(self._order(first), first, picked)
        kept = tuple(i for i in ids if i not in found) if keep else ()
        self.selection.select(*kept, *found)


def toggled(ids: tuple[str, ...], picked: str) -> tuple[str, ...]:
    """The selection with something added, or without it where it was in it."""
    without = tuple(i for i in ids if i != picked)
    return without if picked in ids else (*without, picked)


def between(row: Sequence[str], first: str, last: str) -> tuple[str, ...]:
    """Everything in a row from one to another, the last one at the end; else the last one alone."""
    if first not in row or last not in row:
        return (last,)
    start, end = row.index(first), row.index(last)
    return tuple(row[start : end + 1]) if start <= end else tuple(row[end : start + 1][::-1])
