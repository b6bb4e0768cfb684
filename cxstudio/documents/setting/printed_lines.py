"""Where on its pages a document prints a number: what a checker looks for in the finished file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cxstudio.documents.setting.sheet import Sheet
from cxstudio.layout.display.display_list import Placed, TextLine

_NUMBER: Final = re.compile(r"[+\N{MINUS SIGN}-]?\d+(?:[.,]\d+)*")


class PrintedLine(NamedTuple):
    """One line of a page with a number in it: page from 1, left end and baseline from the top left, in points."""

    page: int
    x: float
    y: float
    width: float
    size: float
    text: str


def numbers(text: str) -> list[str]:
    """The numbers in a text as they are printed: "−3.6", "12,000", "2026"."""
    return _NUMBER.findall(text.replace("\N{NO-BREAK SPACE}", " "))


def printed_lines(pages: Sequence[Sequence[Sheet]]) -> tuple[PrintedLine, ...]:
    """Every line with a number, page by page, where it is printed; a page and its footer are sheets of one page."""
    return tuple(
        PrintedLine(number, round(x, 1), round(y, 1), round(item.width * scale, 1), round(item.size * scale, 1), text)
        for number, sheets in enumerate(pages, 1)
        for sheet in sheets
        for scale in (sheet.paper.scale,)
        for placed in sheet.drawn().flat()
        for item, text, x, y in _lines(placed, scale)
    )


def _lines(placed: Placed, scale: float) -> Iterator[tuple[TextLine, str, float, float]]:
    for item in placed.group.items:
        if isinstance(item, TextLine) and numbers(item.text):
            yield item, " ".join(item.text.split()), (placed.x + item.x) * scale, (placed.y + item.y) * scale
