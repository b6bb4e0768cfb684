"""The grid as a table for Qt: rows stay where they are while somebody fills them in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits.rating.voices import Rater
from cxstudio.model import Document, Id, Stage, Touchpoint, TouchpointRatings
from cxstudio.model.questions import asked_together
from ui.context.context import Context
from ui.theme.plain_texts import tooltip_text
from ui.workspaces.rate.table.answer_columns import COLUMNS, FIGURE_OF, NAME, columns_to_fill
from ui.workspaces.rate.table.answer_rows import Line, line_of, shown_text, spoken_text
from ui.workspaces.rate.table.round_in_view import asked
from ui.workspaces.rate.table.row_order import Place, Sorting, arranged

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RatingTable(QAbstractTableModel):
    """Rows are arranged when journey, round, voice, filter or sorting change, never because a value did."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.asked: Rater = asked(context)
        self.figures: RoundFigures | None = None
        self.filter = Filter()
        self.sorting: Sorting | None = None
        self.quick = False
        """Whether the one quick question stands in for expectation and experience."""
        self.numbers: dict[Id, int] = {}
        """Running numbers of a paper sheet, while sheets are typed in."""
        self._places: list[Place] = []
        self._order: list[Place] | None = None
        """The order rows had in the window as it was before; they keep it until they are put in order again."""
        self._rows: dict[Id, int] = {}
        self._lines: dict[Id, Line] = {}
        self._worded: tuple[Document, Id, bool] | None = None
        """A document, a round, and whether anybody found a word for an emotion in it."""
        self._promised: tuple[Document, Id, bool] | None = None
        """A document, a journey, and whether anything is promised in it."""

    def show(self, now: Rater, figures: RoundFigures | None, quick: bool) -> None:
        """Show a round as one voice sees it, with these figures; rows are arranged anew."""
        self.asked, self.figures, self.quick = now, figures, quick
        self._lines.clear()
        self.arrange()

    def refill(self, figures: RoundFigures | None) -> None:
        """Read every value again; the rows stay where they are."""
        self.figures = figures
        self._lines.clear()
        if self._places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, len(COLUMNS) - 1))

    def arrange(self) -> None:
        """Put the rows in order again, those that are wanted."""
        document, now = self.context.document, self.asked
        fill = columns_to_fill(self.quick)
        texts, read = self.context.texts, self.line
        places = arranged(document, now.journey, self.figures, read, self.filter, self.sorting, texts, fill)
        if self._order is not None and set(self._order) == set(places):
            places, self._order = self._order, None
        if places == self._places:
            self.refill(self.figures)
            return
        self.beginResetModel()
        self._places = places
        self._rows = {place.id: at for at, place in enumerate(places)}
        self.endResetModel()

    @property
    def order(self) -> tuple[Place, ...]:
        """The rows as they stand: sorted when that was asked for, not with each answer since."""
        return tuple(self._places)

    def keep_order(self, order: Sequence[Place]) -> None:
        """Arrange rows like this once, where they are the same rows."""
        self._order = list(order)

    def line(self, touchpoint: Id) -> Line:
        """What stands in the row of a touchpoint."""
        known = self._lines.get(touchpoint)
        if known is None:
            known = self._lines[touchpoint] = line_of(self.context.document, self.asked, self.figures, touchpoint)
        return known

    def touchpoint(self, row: int) -> Id | None:
        """The touchpoint of a row, None for a heading or beyond the ends."""
        place = self._places[row] if 0 <= row < len(self._places) else None
        return None if place is None or place.heading else place.id

    @property
    def touchpoints(self) -> list[Id]:
        """All touchpoints in the grid, from top to bottom."""
        return [place.id for place in self._places if not place.heading]

    @property
    def promised(self) -> bool:
        """Whether anything is promised in the journey, so that people are asked about it."""
        document, journey = self.context.document, self.asked.journey
        if journey is None:
            return False
        if self._promised is None or self._promised[0] is not document or self._promised[1] != journey:
            made = any(t.promise.strip() for t in document.journey_touchpoints(journey))
            self._promised = document, journey, made
        return self._promised[2]

    def asked_about(self, touchpoint: Id | None) -> tuple[str, ...]:
        """What one person is asked about a touchpoint, from left to right."""
        record = self.context.document.find(touchpoint)
        promised = isinstance(record, Touchpoint) and bool(record.promise.strip())
        return asked_together(self.quick, promised and self.asked.own is not None)

    @property
    def has_words(self) -> bool:
        """Whether anybody found a word for an emotion in this round."""
        shown, document = self.asked.round, self.context.document
        if shown is None:
            return False
        if self._worded is None or self._worded[0] is not document or self._worded[1] != shown.id:
            said = any(r.word for r in document.having(TouchpointRatings, "round", shown.id))
            self._worded = document, shown.id, said
        return self._worded[2]

    @property
    def headings(self) -> list[int]:
        """Rows that hold the name of a stage."""
        return [at for at, place in enumerate(self._places) if place.heading]

    def row_of(self, touchpoint: Id | None) -> int:
        """Row of a touchpoint, −1 where it is not in the grid."""
        return -1 if touchpoint is None else self._rows.get(touchpoint, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.context.tr(column.title)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            help_ = self.context.tr(column.help or column.title)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return help_
            return tooltip_text(help_ + "\n" + self.context.tr("Right-click: why?"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if column.right else _LEFT)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.touchpoint(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in FIGURE_OF and self.asked.open and not self.context.session.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._numbered(line, index.column(), shown_text(line, index.column(), self.context.texts))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self._numbered(line, index.column(), spoken_text(line, index.column(), self.context.texts))
            return said if role == Qt.ItemDataRole.AccessibleTextRole else tooltip_text(said)
        return None

    def _numbered(self, line: Line, column: int, text: str) -> str:
        """A name with its number on the sheet."""
        number = self.numbers.get(line.touchpoint.id) if line.touchpoint is not None and column == NAME else None
        return text if number is None else f"{self.context.texts.number(number)}  {text}"

    def line_at(self, row: int) -> Line | None:
        """What stands in a row; None where its record has just gone."""
        place = self._places[row] if 0 <= row < len(self._places) else None
        record = self.context.document.find(place.id) if place is not None else None
        if place is None or record is None:
            return None
        if place.heading:
            return Line(stage=record) if isinstance(record, Stage) else None
        return self.line(place.id)
