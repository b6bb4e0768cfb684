"""The handbook in the window's language, as it stands in resources/help."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from cxstudio.resources import resource_path
from cxstudio.wording import N_
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.overlay_panel import Overlay

_HEADING_SIZES = {1: 20, 2: 16, 3: 13}
_LINE_SPACING = 130


class Handbook(Overlay):
    """A page of running text with headings; the arrow and page keys scroll it."""

    FILE = "handbook"
    TITLE = N_("Handbook")
    HANDED_ON = False
    """Whether it is for somebody else, and can be copied."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=56, wide=760)
        self.setAccessibleName(context.tr(self.TITLE))
        self.page = QTextBrowser()
        self.page.setAccessibleName(context.tr(self.TITLE))
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        text = resource_path("help", f"{self.FILE}.{context.texts.language}.md").read_text(encoding="utf-8")
        self.page.setMarkdown(text.split("\n", 1)[1])
        _dress(self.page.document(), self.page.font())
        self.text = text
        copy = [button(context.tr("Copy text"), self.copy_text)] if self.HANDED_ON else []
        close = button(context.tr("Close"), self.dismiss)
        top = row(None, label(context.tr(self.TITLE), "name"), -1, *copy, close, spacing=8)
        box = column(self, spacing=12)
        box.setContentsMargins(28, 18, 12, 18)
        box.addLayout(top)
        box.addWidget(self.page)

    def open(self) -> None:
        """Show it and take the keyboard."""
        super().open()
        self.page.setFocus()

    def copy_text(self) -> None:
        """Put the text on the clipboard, to be handed on."""
        QApplication.clipboard().setText(self.text)

    def wanted_height(self, width: int) -> int:
        return 4000


class WorksCouncilPage(Handbook):
    """What a works council asks, answered."""

    FILE = "works-council"
    TITLE = N_("For the works council")
    HANDED_ON = True


class ClientItPage(Handbook):
    """What the client's IT asks, answered."""

    FILE = "client-it"
    TITLE = N_("For the client’s IT")
    HANDED_ON = True


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
