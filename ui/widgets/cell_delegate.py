"""What every table edited in its cells does alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStyledItemDelegate

from ui.canvas.interaction.inline_editor import lent


class CellDelegate(QStyledItemDelegate):
    """The field over a cell stays while another window has the keyboard: else the next letters would be commands."""

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        return not lent(event) and super().eventFilter(editor, event)
