"""Names of stages as small fields side by side, to be renamed, removed and added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from cxstudio.model import Id
from ui.context.context import Context
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import button, row
from ui.widgets.pasting_line import PastingLine

_ACROSS = 3
Stages = tuple[tuple[Id | None, str], ...]
"""The id each stage came with (None: none) and its name."""
Changed = tuple[tuple[int | None, str | None], ...]
"""What somebody made of the stages offered: the place of each among them (None: added), and its name where renamed."""


@dataclass(eq=False, slots=True)
class _Field:
    """One stage on the page."""

    holder: QWidget
    line: QLineEdit
    away: QToolButton
    place: int | None
    """Which of the stages offered it is, None for one added."""


class StageFields(QWidget):
    """Empty fields count as removed."""

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
        for place, (_, name) in enumerate(stages):
            self._add(name, place)
        self._arrange()

    @property
    def changed(self) -> Changed | None:
        """What somebody made of the stages offered, None where they stand as they were."""
        fields = [(field.place, field.line.text()) for field in self._fields]
        names = [name for _, name in self._offered]
        if fields == list(enumerate(names)):
            return None
        return tuple((at, None if at is not None and names[at] == name else name) for at, name in fields)

    def change(self, changed: Changed) -> None:
        """Do the same to the stages offered now, which may be said in another language."""
        for field in self._fields:
            self._take_away(field.holder)
        self._fields, names = [], [name for _, name in self._offered]
        for place, name in changed:
            here = place if place is not None and place < len(names) else None
            if here is not None or name is not None:
                self._add(names[here] if name is None and here is not None else name or "", here)
        self._arrange()

    def stages(self) -> Stages:
        """The stages wanted, in order, each with the id it came with."""
        fields = ((field.place, field.line.text().strip()) for field in self._fields)
        return tuple((self._offered[at][0] if at is not None else None, name) for at, name in fields if name)

    def names(self) -> tuple[str, ...]:
        """The names of the stages wanted, in order."""
        return tuple(name for _, name in self.stages())

    def _add(self, name: str, place: int | None) -> QLineEdit:
        holder, line, away = QWidget(), PastingLine(name), PlainToolButton()
        number = len(self._fields) + 1
        line.setAccessibleName(self._context.tr("Stage {number}", number=number))
        line.setMaxLength(120)
        line.setCursorPosition(0)
        away.setIcon(self._context.theme.icon("close"))
        set_tooltip(away, self._context.tr("Remove this stage"))
        away.setAccessibleName(self._context.tr("Remove stage {number}", number=number))
        row(holder, line, away, spacing=2)
        field = _Field(holder, line, away, place)
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
