"""The report as it will be printed: pages of the PDF itself, drawn one after the other while the window stays free."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from cxstudio.documents.setting.writing import HeadlinePlace
from cxstudio.outputs.output import Made
from ui.context.context import Context
from ui.theme.plain_texts import PlainLabel
from ui.widgets.basics import column
from ui.workspaces.report.headline_editing import HeadlineButton

_WIDEST = 1100
_IDLE_MS = 200


class Preview(QScrollArea):
    """All pages one below the other."""

    drawn = Signal()
    """Every page is drawn."""
    written = Signal(object, str)
    """Somebody wrote on a page: the place and the text."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pdf: pypdfium2.PdfDocument | None = None
        self._pages: list[QLabel] = []
        self._waiting: list[int] = []
        self.headlines: dict[str, HeadlineButton] = {}
        self._asked: Made | None = None
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else pages that just fit never rest
        self.setAccessibleName(context.tr("Preview of the report"))
        inner = QWidget()
        self._box = column(inner, spacing=18)
        self._box.setContentsMargins(24, 20, 24, 24)
        self._box.addStretch(1)
        self.setWidget(inner)
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._draw_next)
        self._resized = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._resized.timeout.connect(self._redraw)

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._pages)

    @property
    def drawing(self) -> bool:
        """Whether pages are still to be drawn."""
        return self._slice.isActive() or self._resized.isActive()

    def show_report(self, made: Made) -> None:
        """Show another document, from the place where the last one was read; once nobody writes on a page any more."""
        if any(each.editor is not None for each in self.headlines.values()):
            self._asked = made
            return
        self._asked = None
        before = [page.pixmap() for page in self._pages]
        self.clear()
        self._pdf = pypdfium2.PdfDocument(made.data)  # type: ignore[no-untyped-call]
        for at in range(len(self._pdf)):
            page = PlainLabel()
            if at < len(before):
                page.setPixmap(before[at])  # until it is drawn anew: no page goes blank under somebody's eyes
            page.setAlignment(Qt.AlignmentFlag.AlignCenter)
            page.setAccessibleName(self._context.tr("Page {number}", number=at + 1))
            self._pages.append(page)
            self._box.insertWidget(at, page, 0, Qt.AlignmentFlag.AlignHCenter)
        for place in made.headlines:
            if place.page < len(self._pages):
                self.headlines[place.key] = self._headline(place)
        self._redraw()

    def _headline(self, place: HeadlinePlace) -> HeadlineButton:
        fixed = self._context.session.read_only
        return HeadlineButton(self._context, self._pages[place.page], place, self._wrote, self._waited, fixed=fixed)

    def _wrote(self, place: HeadlinePlace, text: str) -> None:
        self.written.emit(place, text)

    def _waited(self) -> None:
        """Nobody writes any more: show what was made meanwhile."""
        if self._asked is not None:
            self.show_report(self._asked)

    def clear(self) -> None:
        """Show nothing."""
        self._slice.stop()
        for page in self._pages:
            self._box.removeWidget(page)
            page.deleteLater()
        self._pages, self._waiting, self.headlines = [], [], {}
        if self._pdf is not None:
            self._pdf.close()  # type: ignore[no-untyped-call]
            self._pdf = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pdf is not None and event.oldSize().width() != event.size().width():
            self._size_pages(self._pdf)
            self._resized.start()

    def _redraw(self) -> None:
        if self._pdf is None:
            return
        self._size_pages(self._pdf)
        self._waiting = list(range(len(self._pages)))
        self._slice.start()

    def _size_pages(self, pdf: pypdfium2.PdfDocument) -> None:
        """At once, though they are drawn later: what is scrolled to depends on it."""
        for at, page in enumerate(self._pages):
            wide, high = pdf[at].get_size()
            page.setFixedSize(self._width, round(self._width * high / wide))
        for headline in self.headlines.values():
            headline.follow()

    @property
    def _width(self) -> int:
        return max(300, min(self.viewport().width() - 48, _WIDEST))

    def _draw_next(self) -> None:
        if self._pdf is None or not self._waiting:
            self._slice.stop()
            self.drawn.emit()
            return
        at = self._waiting.pop(0)
        page = self._pdf[at]
        ratio = self.devicePixelRatioF()
        bitmap = page.render(scale=self._width * ratio / page.get_size()[0], rev_byteorder=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, _FORMATS[bitmap.n_channels]
        ).copy()
        bitmap.close()
        page.close()
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        self._pages[at].setPixmap(picture)


_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}
