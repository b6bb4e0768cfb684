"""A report's PDF read back: the list within it, and what its pages show at a place. Files from strangers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from cxstudio.documents.report.figure_list import MOST_BYTES, NAME, FigureList, NoList, decoded
from cxstudio.documents.setting.printed_lines import PrintedLine
from cxstudio.errors import N_, UserError

_ABOVE: Final = 0.62
"""Of a line's size: how far above and below its baseline its letters are looked for."""
_BELOW: Final = 0.12
_BESIDE: Final = 1.5
_MOST_PAGES: Final = 2000


@dataclass(frozen=True, slots=True)
class ReadReport:
    """An open report."""

    listed: FigureList
    pages: tuple[Any, ...]
    """Texts of its pages, as pypdfium2 gives them."""
    heights: tuple[float, ...]

    def at(self, line: PrintedLine) -> str:
        """What stands today where a line was printed."""
        if not 1 <= line.page <= len(self.pages):
            return ""
        high = self.heights[line.page - 1]
        found: str = self.pages[line.page - 1].get_text_bounded(
            line.x - _BESIDE, high - line.y - line.size * _BELOW, line.x + line.width + _BESIDE,
            high - line.y + line.size * _ABOVE,
        )  # fmt: skip
        return found

    def all_of(self, page: int) -> str:
        """Everything a page shows, from 1."""
        found: str = self.pages[page - 1].get_text_bounded()
        return found


@contextmanager
def read_report(data: bytes, name: str) -> Iterator[ReadReport]:
    """The report in the bytes of a file. Raises UserError in one sentence where it is none that can be verified."""
    pdfium: Any = import_module("pypdfium2")
    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UserError(N_("“{name}” is not a PDF file that can be read."), "", _OTHER, name=name) from error
    try:
        listed = _list_in(opened)
        if listed is None or not 0 < len(opened) <= _MOST_PAGES:
            raise UserError(
                N_("“{name}” is not a report of CX Studio with a list of its figures: it cannot be verified."), "",
                _OTHER, name=name,
            )  # fmt: skip
        pages = [opened[place] for place in range(len(opened))]
        yield ReadReport(listed, tuple(page.get_textpage() for page in pages), tuple(p.get_height() for p in pages))
    finally:
        opened.close()


_OTHER: Final = N_("Choose a report that was made with this version.")


def _list_in(opened: Any) -> FigureList | None:
    for place in range(opened.count_attachments()):
        attached = opened.get_attachment(place)
        if attached.get_name() == NAME:
            data = bytes(attached.get_data())
            if len(data) <= MOST_BYTES:
                with suppress(NoList):
                    return decoded(data)
    return None
