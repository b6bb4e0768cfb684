"""How the cells of the outline look and how they are edited."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from cxstudio.look.roles import Role
from cxstudio.model import BackstageStep, Note, Picture
from cxstudio.wording.figures.outline_rows import COLUMNS
from ui.context.context import Context
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.pasting_line import PastingLine
from ui.workspaces.journey.outline.outline_model import NAMES, Index, OutlineModel

ROW: Final = 32


class Cells(CellDelegate):
    """Rows of one height, a frame around the cell the keyboard stands in, a line edit over the cell edited."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._prose = False
        """Whether the text edited is kept when Esc ends it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._context.theme.colour(Role.FAINT_LINE))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._context.theme.colour(Role.ACCENT), 1.5))
            painter.drawRoundedRect(option.rect.adjusted(2, 3, -2, -4), 6, 6)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        record = model.record(index) if isinstance(model, OutlineModel) else None
        self._prose = isinstance(record, Note | BackstageStep | Picture)
        editor = PastingLine(parent)
        editor.setAccessibleName(self._context.tr(COLUMNS[NAMES[index.column()]]))
        editor.setFrame(False)
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() is QEvent.Type.KeyPress and self._prose and isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # keys belong to the text while it is edited
            return True
        return super().eventFilter(editor, event)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())
