"""Names of stages as small fields side by side, to be renamed, removed and added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from cxstudio.model import Id
from ui.context.context import Context
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import button, row

_ACROSS = 3
Stages = tuple[tuple[Id | None, str], ...]
"""The id each stage came with (None: none) and its name."""


@dataclass(eq=False, slots=True)
class _Field:
    """One stage on the page."""

    holder: QWidget
    line: QLineEdit
    away: QToolButton
    origin: Id | None
    """Id of the stage of a template it stands for."""


class StageFields(QWidget):
    """Empty fields count as removed."""

    shown = Signal()
    """Other stages stand here, and Tab reaches them last of all in the window."""

    def __init__(self, context: Context, names: Sequence[str]) -> None:
        super().__init__()
        self._context = context
        self._fields: list[_Field] = []
        self._offered: Stages = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._more = button(context.tr("+ Stage"), self._add_empty, "link", name=context.tr("Add a stage"))
        self.show_stages([(None, name) for name in names])

    def show_stages(self, stages: Sequence[tuple[Id | None, str]]) -> None:
        """Other stages: the id of the one of a template, None for one of its own, and its name."""
        for field in self._fields:
            self._take_away(field.holder)
        self._fields, self._offered = [], tuple(stages)
        for origin, name in stages:
            self._add(name, origin)
        self._arrange()
        self.shown.emit()

    def put_back(self, fields: Stages) -> None:
        """What somebody made of the stages offered."""
        self.show_stages(fields)
        self._offered = ()

    @property
    def last(self) -> QWidget:
        """What Tab reaches last in here."""
        return self._more

    @property
    def fields(self) -> Stages:
        """What stands in the fields."""
        return tuple((field.origin, field.line.text()) for field in self._fields)

    @property
    def touched(self) -> bool:
        """Whether somebody changed what was offered."""
        return self.fields != self._offered

    def stages(self) -> Stages:
        """The stages wanted, in order, each with the id it came with."""
        return tuple((origin, text.strip()) for origin, text in self.fields if text.strip())

    def names(self) -> tuple[str, ...]:
        """The names of the stages wanted, in order."""
        return tuple(name for _, name in self.stages())

    def _add(self, name: str, origin: Id | None) -> QLineEdit:
        holder, line, away = QWidget(), QLineEdit(name), PlainToolButton()
        number = len(self._fields) + 1
        line.setAccessibleName(self._context.tr("Stage {number}", number=number))
        line.setMaxLength(120)
        line.setCursorPosition(0)
        away.setIcon(self._context.theme.icon("close"))
        set_tooltip(away, self._context.tr("Remove this stage"))
        away.setAccessibleName(self._context.tr("Remove stage {number}", number=number))
        row(holder, line, away, spacing=2)
        field = _Field(holder, line, away, origin)
        away.clicked.connect(lambda: self._remove(field))
        self._fields.append(field)
        return line

    def _add_empty(self) -> None:
        line = self._add("", None)
        self._arrange()
        line.setFocus()

    def _remove(self, field: _Field) -> None:
        at = self._fields.index(field)
        self._fields.remove(field)
        following = self._fields[at : at + 1] or self._fields[-1:]
        (following[0].away if following else self._more).setFocus()  # before it goes: else the first line takes it
        self._take_away(field.holder)
        self._arrange()

    def _take_away(self, holder: QWidget) -> None:
        self._grid.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    def _arrange(self) -> None:
        self._grid.removeWidget(self._more)
        for at, field in enumerate(self._fields):
            self._grid.addWidget(field.holder, at // _ACROSS, at % _ACROSS)
        at = len(self._fields)
        self._grid.addWidget(self._more, at // _ACROSS, at % _ACROSS, Qt.AlignmentFlag.AlignLeft)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1)
        order = [part for field in self._fields for part in (field.line, field.away)]
        for here, following in pairwise([*order, self._more]):
            QWidget.setTabOrder(here, following)
