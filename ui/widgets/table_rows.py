"""Tables made of rows: no grid, no numbers at the side, nothing edited by accident."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme.fonts import font

_HEADING_PAD = 12
"""Pixels beside a title, as the style sheet pads the sections of a header, and one to spare."""


def heading(title: str) -> str:
    """A column's title as it is drawn: small capitals everywhere, a single letter as it is."""
    return title if len(title) < 2 else title.upper()


def heading_width(title: str) -> int:
    """Pixels a column needs so that its title is whole."""
    return QFontMetrics(font(11, "semibold")).horizontalAdvance(heading(title)) + 2 * _HEADING_PAD


def show_rows(view: QTableView, name: str, height: int, *, several: bool = True) -> None:
    """Let a table show whole rows of one height; `name` is what screen readers say."""
    view.setAccessibleName(name)
    modes = QAbstractItemView.SelectionMode
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(height)


class FittedColumns:
    """Gives the column of names what the others leave, and never less than it needs.

    Where there is less, columns step out, the first of `spared` first; what they show stands in the inspector.
    """

    def __init__(self, header: QHeaderView, name: int, least: int, spared: Sequence[int]) -> None:
        self._header, self._name, self._least = header, name, least
        self.spared = tuple(spared)
        self._sizes: dict[int, int] = {}
        """Column → its width while it is shown."""
        self._out: set[int] = set()
        """Columns that have stepped out."""
        self._busy = False

    def forget(self) -> None:
        """The columns are other ones: all of them are shown again."""
        for at in self._out:
            self._header.setSectionHidden(at, False)
        self._out.clear()
        self._sizes.clear()

    def fit(self, width: int) -> None:
        """Arrange the columns in so many pixels."""
        if self._busy:
            return
        self._busy, header = True, self._header
        shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
        self._sizes.update((at, header.sectionSize(at)) for at in shown)
        wanted = {*shown, *self._out} - {self._name}
        room = width - sum(self._sizes.get(at, 0) for at in wanted)
        for at in self.spared:
            if at in wanted:
                gone = room < self._least
                room += self._sizes.get(at, 0) if gone else 0
                (self._out.add if gone else self._out.discard)(at)
                header.setSectionHidden(at, gone)
        if header.sectionResizeMode(self._name) is not QHeaderView.ResizeMode.Stretch:
            header.resizeSection(self._name, max(self._least, room))
        self._busy = False
