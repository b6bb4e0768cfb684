"""What each column of a survey or an event log is read as: headings, a few cells, and the meaning to choose."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cxstudio.exchange.event_logs.log_mapping import LOG_ROLE_LABELS, LogColumn, LogMapping, LogRole
from cxstudio.exchange.import_reading import Reading
from cxstudio.exchange.lists.list_mapping import ListColumn, ListMapping
from cxstudio.exchange.plan.column_mapping import Mapping, column_indices
from cxstudio.exchange.survey.column_headings import subject
from cxstudio.exchange.survey.survey_mapping import (
    ROLE_LABELS,
    TOUCHPOINT_ROLES,
    ColumnUse,
    SurveyMapping,
)
from cxstudio.exchange.survey.survey_mapping import Role as Use
from cxstudio.look.roles import Role
from cxstudio.wording import N_
from ui.context.context import Context
from ui.theme.icons import draw
from ui.theme.plain_texts import tooltip_text
from ui.theme.text_wrapping import elided

Index = QModelIndex | QPersistentModelIndex
AnyUse = ColumnUse | LogColumn | ListColumn
_HEADINGS = (N_("Column"), N_("For example"), N_("Read as"), N_("Touchpoint"))
NOTHING = "–"
NAME, SAMPLES, ROLE, TOUCHPOINT = range(4)


class Columns(QAbstractTableModel):
    """One row per column of the table; the meaning can be changed."""

    mapping_changed = Signal(object)
    """The mapping now wanted."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._reading: Reading | None = None
        self._uses: dict[int, AnyUse] = {}

    def show(self, reading: Reading) -> None:
        """Show the columns of a reading."""
        self.beginResetModel()
        self._reading, self._uses = reading, {}
        mapping = reading.plan.mapping
        if mapping is not None and reading.header:
            for use, at in zip(_columns(mapping), column_indices(mapping, reading.header), strict=True):
                self._uses.setdefault(at, use)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._reading is None else len(self._reading.header)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.tr(_HEADINGS[section]).upper()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        named = isinstance(self._uses.get(index.row()), ColumnUse)
        editable = index.column() == ROLE or (index.column() == TOUCHPOINT and named)
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        assert self._reading is not None
        at, use = index.row(), self._uses.get(index.row())
        if role == Qt.ItemDataRole.EditRole:
            return (role_id(use) if use else "") if index.column() == ROLE else _named(use)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(self._shown(at, index.column(), use))
        return self._shown(at, index.column(), use) if role == Qt.ItemDataRole.DisplayRole else None

    def _shown(self, at: int, column: int, use: AnyUse | None) -> str:
        assert self._reading is not None
        if column == NAME:
            return self._reading.header[at]
        if column == SAMPLES:
            return " · ".join(self._reading.samples[at]) if at < len(self._reading.samples) else ""
        if column == ROLE:
            return self._context.tr(self.label_of(use)) if use else NOTHING
        return (use.touchpoint or self._derived(use, at)) if isinstance(use, ColumnUse) else ""

    def _derived(self, use: ColumnUse, at: int) -> str:
        """The name the import gives where nobody wrote one."""
        if use.role not in TOUCHPOINT_ROLES or self._reading is None:
            return ""
        return subject(self._reading.header[at])

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        reading = self._reading
        if role != Qt.ItemDataRole.EditRole or reading is None or reading.plan.mapping is None:
            return False
        if value == self.data(index, role):
            return False
        at = index.row()
        if index.column() == TOUCHPOINT:
            self._uses[at] = self._uses[at].model_copy(update={"touchpoint": str(value).strip(), "item": ""})
        elif not value:
            self._uses.pop(at, None)
        else:
            self._uses[at] = self._used(at, str(value), reading.plan.mapping)
        self.dataChanged.emit(index, index)
        self.mapping_changed.emit(self._wanted(reading.plan.mapping))
        return True

    def uses(self) -> dict[int, AnyUse]:
        """Column, from 0 → what it is read as."""
        return dict(self._uses)

    def headings(self) -> tuple[str, ...]:
        """The headings of all columns."""
        return () if self._reading is None else self._reading.header

    def touchpoint_of(self, at: int) -> str:
        """The name of the touchpoint a column asks about; empty where it asks about none."""
        return self._shown(at, TOUCHPOINT, self._uses.get(at))

    def roles(self) -> dict[str, str]:
        """What a column can be read as, with the message id to choose it by."""
        mapping = None if self._reading is None else self._reading.plan.mapping
        if isinstance(mapping, ListMapping):
            return mapping.roles
        labels = LOG_ROLE_LABELS if isinstance(mapping, LogMapping) else ROLE_LABELS
        return {role.value: label for role, label in labels.items()}

    def _used(self, at: int, role: str, mapping: Mapping) -> AnyUse:
        """The column in another role; what else was said about it stays."""
        assert self._reading is not None
        name, use = self._reading.header[at], self._uses.get(at)
        if isinstance(mapping, LogMapping):
            self._free(role)
            return LogColumn(name=name, number=at + 1, role=LogRole(role))
        if isinstance(mapping, ListMapping):
            self._free(role)
            return ListColumn(name=name, number=at + 1, role=role)
        kept = use if isinstance(use, ColumnUse) else ColumnUse(name=name, number=at + 1, role=Use(role))
        return kept.model_copy(update={"role": Use(role)})

    def _free(self, role: str) -> None:
        """Take a role from the column that has it: in a log and in a list one column has a role."""
        self._uses = {at: use for at, use in self._uses.items() if role_id(use) != role}

    def label_of(self, use: AnyUse) -> str:
        """Message id of what a column is read as."""
        return self.roles()[role_id(use)]

    def _wanted(self, mapping: Mapping) -> Mapping:
        """The mapping with what was chosen; the order stays, and further uses of a column go with its first."""
        assert self._reading is not None
        columns: list[AnyUse] = []
        placed: set[int] = set()
        for use, at in zip(_columns(mapping), column_indices(mapping, self._reading.header), strict=True):
            if at in self._uses:
                columns.append(use if at in placed else self._uses[at])
                placed.add(at)
        columns += [self._uses[at] for at in sorted(self._uses.keys() - placed)]
        return mapping.model_copy(update={"columns": tuple(columns), "recognised_by": {}})


def _columns(mapping: Mapping) -> tuple[AnyUse, ...]:
    return mapping.columns if isinstance(mapping, SurveyMapping | LogMapping | ListMapping) else ()


def role_id(use: AnyUse) -> str:
    """What a column is read as, as it stands in a mapping."""
    return use.role if isinstance(use, ListColumn) else use.role.value


def _named(use: AnyUse | None) -> str:
    return use.touchpoint if isinstance(use, ColumnUse) else ""


class _RoleChooser(QStyledItemDelegate):
    """Chooses what a column is read as."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._context.theme, QRectF(option.rect).adjusted(3.5, 2.5, -3.5, -2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(Role.LINE))
        painter.setBrush(theme.colour(Role.SURFACE))
        painter.drawRoundedRect(box, 7, 7)
        draw(painter, "arrow_down", QRectF(box.right() - 21, box.center().y() - 7, 14, 14), theme.colour(Role.MUTED))
        painter.setFont(theme.font())
        painter.setPen(theme.colour(Role.MUTED if index.data() == NOTHING else Role.INK))
        room = box.adjusted(8, 0, -24, 0)
        text = elided(painter.fontMetrics(), str(index.data()), int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.addItem(self._context.tr("leave out"), "")
        model = index.model()
        for role, name in (model.roles() if isinstance(model, Columns) else {}).items():
            box.addItem(self._context.tr(name), role)
        box.activated.connect(lambda *_: self._done(box))
        return box

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(model.index(index.row(), index.column()), editor.currentData())


def columns_view(context: Context, model: Columns, parent: QWidget) -> QTableView:
    """The table in which meanings are chosen."""
    view = QTableView(parent)
    view.setModel(model)
    view.setAccessibleName(context.tr("What the columns are read as"))
    view.setItemDelegateForColumn(ROLE, _RoleChooser(context, view))
    view.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(34)
    header = view.horizontalHeader()
    header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(TOUCHPOINT, QHeaderView.ResizeMode.Stretch)
    view.setColumnWidth(SAMPLES, 170)
    view.setColumnWidth(ROLE, 210)
    return view
