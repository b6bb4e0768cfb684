"""Names of stages as small fields side by side, to be renamed, removed and added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from ui.context import Context
from ui.widgets.basics import button, row

_ACROSS = 3


class StageFields(QWidget):
    """Empty fields count as removed."""

    def __init__(self, context: Context, names: Sequence[str]) -> None:
        super().__init__()
        self._context = context
        self._fields: list[tuple[QWidget, QLineEdit]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._more = button(context.tr("+ Stage"), self._add_empty, "link", name=context.tr("Add a stage"))
        for name in names:
            self._add(name)
        self._arrange()

    def names(self) -> tuple[str, ...]:
        """The stages wanted, in order."""
        return tuple(text for _, field in self._fields if (text := field.text().strip()))

    def _add(self, name: str) -> QLineEdit:
        holder, field, away = QWidget(), QLineEdit(name), QToolButton()
        number = len(self._fields) + 1
        field.setAccessibleName(self._context.tr("Stage {number}", number=number))
        field.setMaxLength(120)
        away.setIcon(self._context.theme.icon("close"))
        away.setToolTip(self._context.tr("Remove this stage"))
        away.setAccessibleName(self._context.tr("Remove stage {number}", number=number))
        row(holder, field, away, spacing=2)
        entry = (holder, field)
        away.clicked.connect(lambda: self._remove(entry))
        self._fields.append(entry)
        return field

    def _add_empty(self) -> None:
        field = self._add("")
        self._arrange()
        field.setFocus()

    def _remove(self, entry: tuple[QWidget, QLineEdit]) -> None:
        self._fields.remove(entry)
        self._grid.removeWidget(entry[0])
        entry[0].hide()
        entry[0].deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        for at, (holder, _) in enumerate(self._fields):
            self._grid.addWidget(holder, at // _ACROSS, at % _ACROSS)
        at = len(self._fields)
        self._grid.addWidget(self._more, at // _ACROSS, at % _ACROSS)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)
