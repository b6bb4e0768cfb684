"""Names of stages as small fields side by side, to be renamed, removed and added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from cxstudio.model import Id
from ui.context import Context
from ui.widgets.basics import button, row

_ACROSS = 3


class StageFields(QWidget):
    """Empty fields count as removed."""

    def __init__(self, context: Context, names: Sequence[str]) -> None:
        super().__init__()
        self._context = context
        self._fields: list[tuple[QWidget, QLineEdit, Id | None]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._more = button(context.tr("+ Stage"), self._add_empty, "link", name=context.tr("Add a stage"))
        self.show_stages([(None, name) for name in names])

    def show_stages(self, stages: Sequence[tuple[Id | None, str]]) -> None:
        """Other stages: the id of the one of a template, None for one of its own, and its name."""
        for holder, _, _ in self._fields:
            self._take_away(holder)
        self._fields = []
        for origin, name in stages:
            self._add(name, origin)
        self._arrange()

    def stages(self) -> tuple[tuple[Id | None, str], ...]:
        """The stages wanted, in order, each with the id it came with."""
        return tuple((origin, text) for _, field, origin in self._fields if (text := field.text().strip()))

    def names(self) -> tuple[str, ...]:
        """The names of the stages wanted, in order."""
        return tuple(name for _, name in self.stages())

    def _add(self, name: str, origin: Id | None) -> QLineEdit:
        holder, field, away = QWidget(), QLineEdit(name), QToolButton()
        number = len(self._fields) + 1
        field.setAccessibleName(self._context.tr("Stage {number}", number=number))
        field.setMaxLength(120)
        field.setCursorPosition(0)
        away.setIcon(self._context.theme.icon("close"))
        away.setToolTip(self._context.tr("Remove this stage"))
        away.setAccessibleName(self._context.tr("Remove stage {number}", number=number))
        row(holder, field, away, spacing=2)
        entry = (holder, field, origin)
        away.clicked.connect(lambda: self._remove(entry))
        self._fields.append(entry)
        return field

    def _add_empty(self) -> None:
        field = self._add("", None)
        self._arrange()
        field.setFocus()

    def _remove(self, entry: tuple[QWidget, QLineEdit, Id | None]) -> None:
        self._fields.remove(entry)
        self._take_away(entry[0])
        self._arrange()

    def _take_away(self, holder: QWidget) -> None:
        self._grid.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    def _arrange(self) -> None:
        self._grid.removeWidget(self._more)
        for at, (holder, _, _) in enumerate(self._fields):
            self._grid.addWidget(holder, at // _ACROSS, at % _ACROSS)
        at = len(self._fields)
        self._grid.addWidget(self._more, at // _ACROSS, at % _ACROSS)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)
