"""The outline as Qt reads it: rows from `wording.outline`, every cell worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.look.roles import Role
from cxstudio.model import Channel, Id, Record, Stage, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.known_channels import icon_of
from cxstudio.model.placement import touchpoint_of
from cxstudio.store import Change, ChangeSet
from cxstudio.wording.figures.outline_rows import (
    COLUMNS,
    NAME,
    NAMED,
    RATED,
    OutlineNode,
    cell,
    edited_text,
    heard,
    is_edited,
    outline,
    outline_in_steps,
)
from ui.background.long_work import IN_STEPS, Spoken
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.theme.plain_texts import tooltip_text
from ui.widgets.table_rows import heading
from ui.workspaces.journey.map_model.map_model import MapModel

Index = QModelIndex | QPersistentModelIndex
NAMES: Final = tuple(COLUMNS)
_RIGHT: Final = frozenset({*RATED, "delta"})
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITED: Final = _READ | Qt.ItemFlag.ItemIsEditable
STEPPED_BACK: Final = 0.38
"""How much paler the text of a row is that steps back."""
_AT_THE_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_AT_THE_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_SAID: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.DecorationRole,
    }
)
"""What a cell is asked for that it answers; for painting, Qt asks every cell for more."""
_MANY: Final = 60
"""Changes from which on all rows are read again at once."""
_TONE: Final = {Verdict.DELIGHTING: Role.DELIGHTING, Verdict.DISAPPOINTING: Role.DISAPPOINTING_TEXT}


_PLACES: Final = frozenset({"journey", "stage", "order", "about", "touchpoint", "touchpoints", "source"})
"""Fields that say where a record has its row."""


def _moves_rows(change: Change) -> bool:
    """Whether rows may come, go or move by a change."""
    return change.field is None or change.field in _PLACES


class Item:
    """One row: its record, where it stands, and the rows below it."""

    __slots__ = ("children", "number", "parent", "record", "row")

    def __init__(self, node: OutlineNode, parent: Item | None, row: int, into: list[Item]) -> None:
        self.record, self.parent, self.row, self.number = node.record, parent, row, len(into)
        into.append(self)
        self.children = [Item(child, self, n, into) for n, child in enumerate(node.children)]


class OutlineModel(QAbstractItemModel):
    """Rows follow the document while `awake`; `write` takes what was typed."""

    about_to_change = Signal()
    """Rows will come, go or move."""

    def __init__(self, context: Context, model: MapModel, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self._model = context, model
        self.write: Callable[[Record, str, str], bool] = lambda *_: False
        self._nodes: tuple[OutlineNode, ...] = ()
        self._items: list[Item] = []
        self._roots: list[Item] = []
        self._by_id: dict[Id, list[Item]] = {}
        self._flags: dict[tuple[type[Record], int], Qt.ItemFlag] = {}
        """What can be done with a cell, by its row's kind and its column: Qt asks it of every row there is."""
        self.work: TaskRunner[tuple[OutlineNode, ...]] = TaskRunner(self)
        """The rows of a very long journey; until they are there, there are the last ones."""
        said = context.tr("Preparing the outline …"), context.tr("The outline was not prepared.")
        context.works.follow(self.work, Spoken(*said, self.refresh))

    @property
    def figures(self) -> RoundFigures | None:
        """Figures of the round the journey shows."""
        return self._model.figures

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Read the journey again; None: everything may look different. A very long one is read between two frames."""
        journey, document = self._model.journey, self.context.document
        if changes is not None and not any(map(_moves_rows, changes)) and not self.work.busy:
            self._say(changes)
        elif journey is not None and len(document.journey_touchpoints(journey)) > IN_STEPS:
            self.work.run_steps(outline_in_steps(document, journey), self._have)
        else:
            self.work.cancel()
            self._have(outline(document, journey) if journey is not None else (), changes)

    def _have(self, nodes: tuple[OutlineNode, ...], changes: ChangeSet | None = None) -> None:
        if nodes != self._nodes:
            self.about_to_change.emit()
            self.beginResetModel()
            self._nodes, self._items = nodes, []
            self._roots = [Item(node, None, n, self._items) for n, node in enumerate(nodes)]
            self._by_id = {}
            for item in self._items:
                self._by_id.setdefault(item.record, []).append(item)
            self.endResetModel()
        else:
            self._say(changes)

    def _say(self, changes: ChangeSet | None) -> None:
        if changes is None or not 0 < len(changes.changes) <= _MANY:
            self.layoutChanged.emit()
        else:
            self._say_changed(changes)

    def _say_changed(self, changes: ChangeSet) -> None:
        for change in changes:
            record = self.context.document.find(change.record_id)
            shown = record.touchpoint if isinstance(record, TouchpointRatings | SurveyCounts) else change.record_id
            for item in self._by_id.get(shown, ()):
                self.dataChanged.emit(self.at(item), self.at(item, len(NAMES) - 1))

    def at(self, item: Item, column: int = 0) -> QModelIndex:
        """The index of a row's cell."""
        return self.createIndex(item.row, column, item.number)

    @property
    def branches(self) -> list[QModelIndex]:
        """Every row with rows below it, from top to bottom."""
        return [self.at(item) for item in self._items if item.children]

    def index_of(self, record: Id | None, near: Index | None = None) -> QModelIndex:
        """Where a record's row stands; of several the one beside `near`. Invalid where it has none."""
        items = self._by_id.get(record or "", [])
        around = self._item(near) if near is not None and near.isValid() else None
        best = next((i for i in items if around is not None and around in (i, i.parent)), items[0] if items else None)
        return self.at(best) if best is not None else QModelIndex()

    def _item(self, index: Index) -> Item:
        return self._items[index.internalId()]

    def record(self, index: Index) -> Record | None:
        """The record of a row, None for no row."""
        number = index.internalId() if index.isValid() else len(self._items)
        return self.context.document.find(self._items[number].record) if number < len(self._items) else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        rows = self._item(parent).children if parent.isValid() else self._roots
        if 0 <= row < len(rows) and 0 <= column < len(NAMES):
            return self.createIndex(row, column, rows[row].number)
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's own
        above = self._item(index).parent if index.isValid() else None
        return self.at(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if parent.isValid():
            return len(self._item(parent).children) if parent.column() == 0 else 0
        return len(self._roots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return len(NAMES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(NAMES[section])
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return heading(self.context.tr(COLUMNS[NAMES[section]]))
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation is Qt.Orientation.Horizontal:
            return self.context.tr(COLUMNS[NAMES[section]])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        record = self.record(index)
        if record is None:
            return _READ
        cell = type(record), index.column()
        known = self._flags.get(cell)
        if known is None:
            known = self._flags[cell] = _EDITED if self.can_edit(index) else _READ
        return known

    def can_edit(self, index: Index) -> bool:
        """Whether a cell can be typed into."""
        record, column = self.record(index), NAMES[index.column()] if index.isValid() else ""
        if record is None or self.context.session.read_only:
            return False
        rated = column in RATED and isinstance(record, Touchpoint)
        return rated or is_edited(record, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.record(index) if role in _SAID else None
        if record is None:
            return None
        column, texts, document = NAMES[index.column()], self.context.texts, self.context.document
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(document, self.figures, record, column, texts)
            case Qt.ItemDataRole.EditRole:
                return edited_text(document, record, column, texts) or ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return heard(document, self.figures, record, column, texts)
            case Qt.ItemDataRole.ToolTipRole if column in (NAME, *NAMED):
                return tooltip_text(cell(document, self.figures, record, column, texts)) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.FontRole if isinstance(record, Stage) or column in ("delta", "marks"):
                return self.context.theme.font(13, "semibold")
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(record, self._tone(record, column))
            case Qt.ItemDataRole.DecorationRole if column == NAME and isinstance(record, Touchpoint):
                channel = document.find(record.channels[0]) if record.channels else None
                name = icon_of(channel) if isinstance(channel, Channel) else ""
                return self.context.theme.icon(name or "dot", Role.MUTED)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.record(index)
        if record is None or role != Qt.ItemDataRole.EditRole:
            return False
        return self.write(record, NAMES[index.column()], str(value))

    def _colour(self, record: Record, role: Role) -> QColor:
        """A row's colour; what the filter does not mean steps back."""
        touchpoint = touchpoint_of(record)
        if touchpoint is not None and self._model.highlight.dimmed(touchpoint):
            return self.context.theme.mixed(role, Role.SURFACE, STEPPED_BACK)
        return self.context.theme.colour(role)

    def _tone(self, record: Record, column: str) -> Role:
        if isinstance(record, Stage):
            return Role.ACCENT
        if not isinstance(record, Touchpoint):
            return Role.MUTED
        found = self.figures.of(record.id) if self.figures is not None else None
        if column == "delta" and found is not None:
            return _TONE.get(found.verdict, Role.INK)
        return Role.DISAPPOINTING_TEXT if column == "marks" and is_critical(self.figures, record) else Role.INK


def _side(column: str) -> int:
    return _AT_THE_RIGHT if column in _RIGHT else _AT_THE_LEFT
