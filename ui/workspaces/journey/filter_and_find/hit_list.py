"""What was found on the map, one line each: name, stage and figure. The keyboard stays in the line below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cxstudio.look.roles import Role
from cxstudio.model import Id, Stage, Touchpoint
from cxstudio.wording.figures.outline_rows import cell
from ui.context.context import Context

_ROW, _MOST_ROWS = 30, 7
MOST = 200
"""So many are listed; the line says how many there are."""
_WIDE, _LEAST = 560, 2
_ID = Qt.ItemDataRole.UserRole


class HitList(QTreeWidget):
    """Lies over the foot of the map, above the line to find with; a click goes to what was found."""

    wanted = Signal(str)
    """The touchpoint of the line clicked."""

    def __init__(self, context: Context, above: QWidget) -> None:
        """`above`: the line it stands above, as wide as its parent lets it."""
        super().__init__(above.parentWidget())
        self._context, self._above = context, above
        self.setAccessibleName(context.tr("What was found"))
        self.setProperty("kind", "overlay")
        self.setObjectName("hits")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.itemClicked.connect(lambda item, _: self.wanted.emit(item.data(0, _ID)))
        self.hide()

    def show_found(self, found: tuple[Id, ...], at: int | None) -> None:
        """List what was found, the line at `at` marked; a single one needs no list."""
        if len(found) < _LEAST:
            self.hide()
            return
        self.clear()
        self.addTopLevelItems([self._line(touchpoint) for touchpoint in found[:MOST]])
        self.mark(at)
        self.place()
        self.show()
        self.raise_()

    def mark(self, at: int | None) -> None:
        """Mark another line."""
        item = self.topLevelItem(at) if at is not None else None
        self.clearSelection()
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def spoken(self, at: int | None) -> str:
        """A line in words."""
        item = self.topLevelItem(at) if at is not None else None
        return ", ".join(filter(None, (item.text(n) for n in range(3)))) if item is not None else ""

    def place(self) -> None:
        """Stand right above the line."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(_WIDE, parent.width() - 32)
        high = min(self.topLevelItemCount(), _MOST_ROWS) * _ROW + 12
        self.setGeometry(16, self._above.y() - high - 4, wide, high)
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, share in ((1, 0.26), (2, 0.24)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, round(wide * share))

    def _line(self, touchpoint: Id) -> QTreeWidgetItem:
        context = self._context
        document, texts = context.document, context.texts
        record = document.get(Touchpoint, touchpoint)
        stage = document.get(Stage, record.stage)
        figures = context.bridge.shown_figures(stage.journey)
        told = (cell(document, figures, record, part, texts) for part in ("delta", "marks"))
        name = " ".join(record.name[:300].split()) or texts.tr("Untitled touchpoint")
        line = QTreeWidgetItem([name, " ".join(stage.name[:300].split()), " · ".join(filter(None, told))])
        line.setData(0, _ID, touchpoint)
        line.setForeground(1, context.theme.colour(Role.MUTED))
        line.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line
