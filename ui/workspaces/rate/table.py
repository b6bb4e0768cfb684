"""The table of figures: one row per touchpoint under its stage."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxstudio.analysis.results import RoundFigures, TouchpointFigures
from cxstudio.model import Id, Stage, Touchpoint
from cxstudio.wording import N_
from ui.context import Context

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    N_("Touchpoint"),
    N_("Importance"),
    N_("Expectation"),
    N_("Experience"),
    N_("Delta"),
    N_("Emotion"),
    N_("Agreement"),
    N_("Need"),
    "",
)
NAME, IMPORTANCE, EXPECTATION, EXPERIENCE, DELTA, EMOTION, AGREEMENT, NEED, MARKS = range(9)
ROW = Qt.ItemDataRole.UserRole + 1
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
DASH = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a stage's heading, or a touchpoint with its figures."""

    stage: Stage | None = None
    touchpoint: Touchpoint | None = None
    figures: TouchpointFigures | None = None
    critical: bool = False


class FigureTable(QAbstractTableModel):
    """Read-only; rebuilt when the round or its figures change."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: list[Line] = []

    def show(self, journey: Id | None, figures: RoundFigures | None) -> None:
        """Show a journey with these figures."""
        self.beginResetModel()
        self.lines = []
        document = self._context.document
        for stage in document.stages(journey) if journey else ():
            self.lines.append(Line(stage=stage))
            for touchpoint in document.touchpoints(stage.id):
                word = figures.criticality.get(touchpoint.id) if figures else None
                known = figures.of(touchpoint.id) if figures else None
                self.lines.append(Line(None, touchpoint, known, bool(word and word.critical)))
        self.endResetModel()

    def row_of(self, touchpoint: Id | None) -> int:
        """Row of a touchpoint, −1 where it is not in the table."""
        found = (i for i, line in enumerate(self.lines) if line.touchpoint and line.touchpoint.id == touchpoint)
        return next(found, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.tr(COLUMNS[section]).upper()
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (IMPORTANCE, EXPECTATION, EXPERIENCE, NEED):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = self.lines[index.row()].stage is not None
        return Qt.ItemFlag.ItemIsEnabled if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role in _TEXT_ROLES:
            return self.text(line, index.column())
        return None

    def text(self, line: Line, column: int) -> str:
        """What stands in a cell."""
        if line.stage is not None:
            return line.stage.name if column == NAME else ""
        assert line.touchpoint is not None
        if column == NAME:
            return line.touchpoint.name
        figures, texts = line.figures, self._context.texts
        if column == MARKS:
            return ", ".join(marks(self._context, line))
        if figures is None:
            return DASH
        if column == AGREEMENT:
            return DASH if figures.agreement is None else texts.number(figures.agreement, 2)
        if column == NEED:
            return DASH if not figures.need else texts.number(figures.need)
        part = {
            IMPORTANCE: figures.importance,
            EXPECTATION: figures.expectation,
            EXPERIENCE: figures.experience,
            DELTA: figures.delta,
            EMOTION: figures.emotion,
        }[column]
        if part is None:
            return DASH
        return texts.signed(part.mean) if column in (DELTA, EMOTION) else texts.number(part.mean, 1)


def marks(context: Context, line: Line) -> list[str]:
    """Critical, disagreeing, stardust: as words."""
    found = []
    if line.critical:
        found.append(context.tr("critical"))
    if line.figures is not None and line.figures.disagreeing:
        found.append(context.tr("disagreeing"))
    if line.touchpoint is not None and line.touchpoint.stardust:
        found.append(context.tr("stardust"))
    return found
