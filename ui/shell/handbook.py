"""The handbook in the window's language, as it stands in resources/help."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from cxstudio.resources import resource_path
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.overlay_panel import Overlay

_HEADING_SIZES = {1: 20, 2: 16, 3: 13}
_LINE_SPACING = 130


class Handbook(Overlay):
    """A page of running text with headings; the arrow and page keys scroll it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=56, wide=760)
        self.setAccessibleName(context.tr("Handbook"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(context.tr("Handbook"))
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        text = resource_path("help", f"handbook.{context.texts.language}.md").read_text(encoding="utf-8")
        self.page.setMarkdown(text.split("\n", 1)[1])
        _dress(self.page.document(), self.page.font())
        top = row(None, label(context.tr("Handbook"), "name"), -1, button(context.tr("Close"), self.dismiss))
        box = column(self, spacing=12)
        box.setContentsMargins(28, 18, 12, 18)
        box.addLayout(top)
        box.addWidget(self.page)

    def open(self) -> None:
        """Show it and take the keyboard."""
        super().open()
        self.page.setFocus()

    def wanted_height(self, width: int) -> int:
        return 4000


def _dress(document: QTextDocument, font: QFont) -> None:
    """Headings in the window's type scale, and room between the lines."""
    document.setDocumentMargin(0)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        layout = block.blockFormat()
        level = layout.headingLevel()
        layout.setProperty(QTextFormat.Property.LineHeight, float(_LINE_SPACING))
        layout.setProperty(QTextFormat.Property.LineHeightType, 1)
        layout.setTopMargin(18 if level else 0)
        layout.setBottomMargin(6)
        cursor.setBlockFormat(layout)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            style = cursor.charFormat()
            heading = QFont(font)
            heading.setPixelSize(_HEADING_SIZES.get(level, 13))
            heading.setWeight(QFont.Weight.DemiBold)
            style.setFont(heading)
            cursor.mergeCharFormat(style)
        block = block.next()
