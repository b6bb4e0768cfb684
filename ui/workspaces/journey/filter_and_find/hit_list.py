"""What was found on the map, one line each: name, stage and figure. The keyboard stays in the line below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeView, QWidget

from cxstudio.look.roles import Role
from cxstudio.model import Id, Stage, Touchpoint
from cxstudio.wording.figures.outline_rows import cell
from ui.context.context import Context
from ui.theme.plain_texts import tooltip_text

_ROW, _MOST_ROWS = 30, 7
_WIDE, _LEAST = 560, 2
_SHARES = (0.0, 0.26, 0.24)
"""Parts of the width that stage and figure have; the name has the rest."""


class Hits(QAbstractTableModel):
    """The lines; what one says is read when it is seen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.found: tuple[Id, ...] = ()

    def show_found(self, found: tuple[Id, ...]) -> None:
        """Other touchpoints were found."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(_SHARES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(str(self.data(index)))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.line(index.row())[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return self._context.theme.colour(Role.MUTED)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def line(self, row: int) -> tuple[str, str, str]:
        """Name, stage and figure of one line; empty for what is gone meanwhile."""
        document, texts = self._context.document, self._context.texts
        record = document.find(self.found[row])
        if not isinstance(record, Touchpoint):
            return "", "", ""
        stage = document.get(Stage, record.stage)
        figures = self._context.bridge.shown_figures(stage.journey)
        told = (cell(document, figures, record, part, texts) for part in ("delta", "marks"))
        name = " ".join(record.name[:300].split()) or texts.tr("Untitled touchpoint")
        return name, " ".join(stage.name[:300].split()), " · ".join(filter(None, told))


class HitList(QTreeView):
    """Lies over the foot of the map, above the line to find with; a click goes to what was found."""

    wanted = Signal(str)
    """The touchpoint of the line clicked."""

    def __init__(self, context: Context, above: QWidget) -> None:
        """`above`: the line it stands above, as wide as its parent lets it."""
        super().__init__(above.parentWidget())
        self._above = above
        self.rows = Hits(context)
        self.setModel(self.rows)
        self.setAccessibleName(context.tr("What was found"))
        self.setProperty("kind", "overlay")
        self.setObjectName("hits")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda at: self.wanted.emit(self.rows.found[at.row()]))
        self.hide()

    def show_found(self, found: tuple[Id, ...], at: int | None) -> None:
        """List what was found, the line at `at` marked; a single one needs no list."""
        self.rows.show_found(found if len(found) >= _LEAST else ())
        self.setVisible(bool(self.rows.found))
        if self.rows.found:
            self.place()
            self.raise_()
            self.mark(at)

    def mark(self, at: int | None) -> None:
        """Mark another line."""
        self.clearSelection()
        if at is not None and at < len(self.rows.found):
            line = self.rows.index(at, 0)
            self.setCurrentIndex(line)
            self.scrollTo(line)

    def spoken(self, at: int | None) -> str:
        """A line in words."""
        return ", ".join(filter(None, self.rows.line(at))) if at is not None and at < len(self.rows.found) else ""

    def place(self) -> None:
        """Stand right above the line."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(_WIDE, parent.width() - 32)
        high = min(len(self.rows.found), _MOST_ROWS) * _ROW + 12
        self.setGeometry(16, self._above.y() - high - 4, wide, high)
        for column, share in enumerate(_SHARES):
            if share:
                self.setColumnWidth(column, round(wide * share))
