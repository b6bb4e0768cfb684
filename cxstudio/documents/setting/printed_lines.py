"""Where on its pages a document prints a number: what a checker looks for in the finished file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cxstudio.documents.setting.sheet import Sheet

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
        PrintedLine(
            number, round((placed.x + line.x) * scale, 1), round((placed.y + line.y) * scale, 1),
            round(line.width * scale, 1), round(line.size * scale, 1), " ".join(text.split()),
        )
        for number, sheets in enumerate(pages, 1)
        for sheet in sheets
        for scale in (sheet.paper.scale,)
        for placed, line, text in sheet.said()
        if _NUMBER.search(text)
    )  # fmt: skip


def numbers_on(sheets: Iterable[Sheet]) -> set[str]:
    """The numbers that stand on pages, as they are printed."""
    return {number for sheet in sheets for said in sheet.said() for number in numbers(" ".join(said.text.split()))}
