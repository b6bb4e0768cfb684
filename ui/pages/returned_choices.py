"""The rows of an edited plan to tick, side by side: what stands here and what the table says."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context.context import Context
from ui.theme.plain_texts import PlainCheckBox, set_tooltip
from ui.widgets.basics import button, card, label, row

_SHOWN = 40
"""Rows made at once; the others on request."""
_BESIDE, _INDENT = 6, 26
"""Pixels: above a text, so that it stands on one line with its box; ahead of a note, below the box's words."""
_LONGEST, _TITLE = 160, 52
"""Characters in view of a value, of what a box says; the whole stands in its tooltip."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One thing that can be applied."""

    key: Hashable
    text: str
    """What the box says."""
    cells: tuple[str, ...]
    """What stands beside it, a column each."""
    where: str = ""
    """Where it stands in the table."""
    note: str = ""
    needs: Hashable = None
    """Key of the row it can only be applied with."""


class ReturnedChoices(QWidget):
    """A card with a heading, what ticking means, and a box for each row."""

    changed = Signal()

    def __init__(self, context: Context, heading: str, help_text: str, titles: Sequence[str],
                 rows: Sequence[ChoiceRow], ticked: frozenset[Hashable]) -> None:  # fmt: skip
        super().__init__()
        self._context, self._rows = context, rows
        self.ticked: set[Hashable] = set(ticked)
        self.boxes: dict[Hashable, PlainCheckBox] = {}
        tr = context.tr
        every, none = (
            button(word, partial(self._tick_all, on), "link", name=f"{heading}: {word}")
            for word, on in ((tr("All"), True), (tr("None"), False))
        )
        head = QWidget()
        row(head, label(heading, "strong"), -1, every, none)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place, title in enumerate(titles):
            self._grid.addWidget(label(title, "caption"), 0, place)
            self._grid.setColumnStretch(place, 3 if place == 0 else 2)
        table = QWidget()
        table.setLayout(self._grid)
        self._more = button(tr("Show all"), self._show_rest, "link")
        box = row(self, card(head, label(help_text, "small", wrap=True), table, self._more, margin=16))
        box.setContentsMargins(0, 0, 0, 0)
        self._show(rows[:_SHOWN])
        self._more.setVisible(len(rows) > _SHOWN)

    def _show(self, rows: Sequence[ChoiceRow]) -> None:
        for each in rows:
            at = self._grid.rowCount()
            behind = f" ({each.where})" if each.where else ""
            tick = PlainCheckBox(_short(each.text, _TITLE) + behind)
            tick.setChecked(each.key in self.ticked)
            tick.setAccessibleName(
                ", ".join((each.text + behind, *(cell or "–" for cell in each.cells), *filter(None, (each.note,))))
            )
            tick.toggled.connect(lambda on, key=each.key: self._tick(key, on))
            set_tooltip(tick, each.text)
            self.boxes[each.key] = tick
            self._grid.addWidget(tick, at, 0, Qt.AlignmentFlag.AlignTop)
            for place, cell in enumerate(each.cells, 1):
                said = label(_short(cell, _LONGEST) or "–", "" if place == len(each.cells) else "muted", wrap=True)
                if len(cell) > _LONGEST:
                    set_tooltip(said, cell)
                said.setContentsMargins(0, _BESIDE, 0, 0)
                self._grid.addWidget(said, at, place, Qt.AlignmentFlag.AlignTop)
            if each.note:
                note = label(each.note, "small", wrap=True)
                note.setContentsMargins(_INDENT, 0, 0, 0)
                self._grid.addWidget(note, at + 1, 0, 1, len(each.cells) + 1)

    def _show_rest(self) -> None:
        self._more.hide()
        self._show(self._rows[_SHOWN:])

    def _tick(self, key: Hashable, on: bool) -> None:
        (self.ticked.add if on else self.ticked.discard)(key)
        for each in self._rows:
            if on and each.key == key and each.needs is not None:
                self._set(each.needs, True)
            elif not on and each.needs == key:
                self._set(each.key, False)
        self.changed.emit()

    def _set(self, key: Hashable, on: bool) -> None:
        """Tick a row for another one's sake, also where it is not in view yet."""
        if key in self.boxes:
            self.boxes[key].setChecked(on)
        else:
            (self.ticked.add if on else self.ticked.discard)(key)

    def _tick_all(self, on: bool) -> None:
        self.ticked = {each.key for each in self._rows} if on else set()
        for key, tick in self.boxes.items():
            tick.setChecked(key in self.ticked)
        self.changed.emit()


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
