"""Pages of a PDF onto a printer, in strips that take a few milliseconds each."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pypdfium2
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter

from cxstudio.errors import UserError
from cxstudio.files.atomic import save_bytes
from cxstudio.steps import Steps
from cxstudio.wording import N_

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FINEST: Final = 600
"""Dots per inch beyond which nobody sees a difference on paper."""
_FINEST_IN_FILE: Final = 300
"""The same in a PDF file, which would only get large."""
_STRIP: Final = 400_000
"""Dots of a strip."""
_SAME: Final = 6.0
"""Points by which a paper may differ from a page that is printed at its own size."""
_NOTHING_LOST: Final = N_("The project is unchanged.")

_FORMATS: Final = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}


class Printing:
    """One printing; `steps` does the work, `share` says how far it is."""

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        self._pdf = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
        self._printer = printer
        self.share = 0.0
        """Part done, 0 to 1."""
        self.printed = 0
        """Sheets so far."""

    def steps(self) -> Steps[int]:
        """Print; the number of sheets is returned. A PDF is written as a whole or not at all.

        Raises UserError where the printer refuses, NotSaved where the disk does.
        """
        wanted = Path(self._printer.outputFileName()) if self._printer.outputFileName() else None
        try:
            if wanted is None:
                yield from self._onto_paper()
            else:
                with TemporaryDirectory(prefix="cxstudio-") as folder:
                    made = Path(folder) / "printed.pdf"
                    self._printer.setOutputFileName(str(made))
                    yield from self._onto_paper()
                    save_bytes(wanted, made.read_bytes())
        finally:
            self._pdf.close()  # type: ignore[no-untyped-call]
        return self.printed

    def _onto_paper(self) -> Steps[None]:
        order = list(sheets_of(len(self._pdf), self._printer))
        if not order:
            raise UserError(N_("The document has none of these pages."), _NOTHING_LOST, N_("Choose other pages."))
        painter = QPainter()
        try:
            for at, page in enumerate(order):
                self._turn(page)
                if not (self._printer.newPage() if at else painter.begin(self._printer)):
                    raise UserError(N_("The printer does not take the pages."), _NOTHING_LOST,
                                    N_("Check the printer, or print into a PDF file."))  # fmt: skip
                yield from self._page(painter, page, at, len(order))
                self.printed = at + 1
        except BaseException:  # also when somebody cancels: no half of a document comes out
            self._printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()

    def _turn(self, page: int) -> None:
        """Orientation follows the page, whatever the dialog says."""
        wide, high = self._pdf[page].get_size()
        kinds = QPageLayout.Orientation
        self._printer.setPageOrientation(kinds.Landscape if wide > high else kinds.Portrait)

    def _page(self, painter: QPainter, number: int, at: int, of: int) -> Steps[None]:
        """Draw one page in strips, each dot of the picture one or more whole dots of the printer."""
        page, printer = self._pdf[number], self._printer
        into = place_on(printer, *page.get_size())
        finest = _FINEST if printer.outputFormat() is printer.OutputFormat.NativeFormat else _FINEST_IN_FILE
        coarse = -(-printer.resolution() // finest)
        scale = into.width() / page.get_size()[0] / coarse
        rows = ceil(page.get_size()[1] * scale)  # as pypdfium2 counts them
        lines = max(16, int(_STRIP * coarse / max(into.width(), 1.0)))
        grey = printer.colorMode() is printer.ColorMode.GrayScale
        for top in range(0, rows, lines):
            bottom = min(top + lines, rows)
            crop = (0.0, max(0.0, rows - bottom - 0.5) / scale, 0.0, max(0.0, top - 0.5) / scale)  # rounded up there
            bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True, grayscale=grey)
            kind = _FORMATS[bitmap.n_channels]
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind).copy()
            bitmap.close()
            left, upper = round(into.left()), round(into.top()) + top * coarse
            painter.drawImage(QRect(left, upper, image.width() * coarse, image.height() * coarse), image)
            self.share = (at + bottom / rows) / of
            yield
        page.close()


def place_on(printer: QPrinter, wide: float, high: float) -> QRectF:
    """Where a page of that size in points stands on the paper, in dots: as large as it is, smaller where it must be."""
    dots = printer.resolution() / 72
    layout = printer.pageLayout()
    room = QRectF(layout.fullRectPoints())
    if abs(room.width() - wide) > _SAME or abs(room.height() - high) > _SAME:
        room = room.marginsRemoved(layout.minimumMargins())
    share = min(1.0, room.width() / wide, room.height() / high)
    left = room.left() + (room.width() - wide * share) / 2
    top = room.top() + (room.height() - high * share) / 2
    return QRectF(left * dots, top * dots, wide * share * dots, high * share * dots)


def sheets_of(pages: int, printer: QPrinter) -> Iterator[int]:
    """Numbers of the pages, from nought, in the order in which they are printed."""
    ranges = printer.pageRanges()
    chosen = [n for n in range(pages) if ranges.isEmpty() or ranges.contains(n + 1)]
    if printer.printRange() is printer.PrintRange.PageRange and ranges.isEmpty():
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        chosen = [n for n in chosen if first <= n + 1 <= last]
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        yield from (n for _ in range(copies) for n in chosen)
    else:
        yield from (n for n in chosen for _ in range(copies))


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    opened = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
    try:
        return [opened[n].get_size() for n in range(len(opened))]
    finally:
        opened.close()  # type: ignore[no-untyped-call]
