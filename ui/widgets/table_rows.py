"""Tables made of rows: no grid, no numbers at the side, nothing edited by accident."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView

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
