"""What the pages share: a column in the middle that scrolls where the window is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.basics import column, row

if TYPE_CHECKING:
    from ui.context.context import Context


class CentredColumn(QScrollArea):
    """`body` takes the contents."""

    def __init__(self, *, width: int = 720) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        inner = QWidget()
        self.body = column(None, spacing=6)
        middle = QWidget()
        middle.setMaximumWidth(width)
        middle.setLayout(self.body)
        line = row(inner, spacing=0)
        line.addStretch(1)
        line.addWidget(middle, 1000)
        line.addStretch(1)
        line.setContentsMargins(24, 24, 24, 24)
        self.setWidget(inner)


class Page(CentredColumn):
    """A centred column on a context."""

    def __init__(self, context: Context, *, width: int = 720) -> None:
        super().__init__(width=width)
        self.context = context
