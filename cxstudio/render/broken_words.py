"""Words broken at the end of a line: who copies a page, searches it or has it read out gets them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from cxstudio.layout.display.display_list import Run, TextLine
from cxstudio.layout.text import complex_scripts as shaping
from cxstudio.layout.text.hyphenation import SOFT

Measure = Callable[[Run, str], float]
"""How wide a text is in the font of a run."""


class Piece(NamedTuple):
    """A stretch of a line, and whether it is the end or the beginning of a broken word, or both."""

    run: Run
    begins: bool = False
    ends: bool = False


class BrokenWords:
    """Marks the pieces of a broken word on a page's operators with the whole word."""

    def __init__(self, operators: list[str]) -> None:
        self._operators = operators
        self._place: int | None = None
        """Where the mark of the word that is open will stand, once all of the word is known."""
        self._word = ""

    @property
    def open(self) -> bool:
        """Whether a word goes on with what is drawn next."""
        return self._place is not None

    def pieces(self, line: TextLine, measure: Measure) -> list[Piece]:
        """A line in pieces; the hyphen it is broken with becomes a soft one."""
        runs = list(line.runs)
        goes_on = self._place is not None and bool(runs)
        if not (goes_on or line.broken) or any(shaping.needed(run.text) for run in runs):
            self.close()
            return [Piece(run) for run in runs]
        if line.broken:
            runs[-1] = replace(runs[-1], text=runs[-1].text.removesuffix("-") + SOFT)
            runs[-1:] = _split(runs[-1], runs[-1].text.rfind(" ") + 1, measure)
        if goes_on:
            runs[:1] = _split(runs[0], runs[0].text.find(" "), measure)
        last = len(runs) - 1
        return [Piece(run, line.broken and at == last, goes_on and at == 0) for at, run in enumerate(runs)]

    @contextmanager
    def around(self, piece: Piece) -> Iterator[None]:
        """What is drawn inside shows the piece."""
        if piece.begins and not piece.ends:
            self._place, self._word = len(self._operators), ""
            self._operators.append("")
        yield
        if piece.begins or piece.ends:
            self._word += piece.run.text.removesuffix(SOFT)
        if piece.ends and not piece.begins:
            self.close()

    def close(self) -> None:
        """The word that is open has ended."""
        if self._place is not None:
            said = ("\ufeff" + self._word).encode("utf-16-be").hex()
            self._operators[self._place] = f"/Span <</ActualText <{said}>>> BDC"
            self._operators.append("EMC")
            self._place = None


def _split(run: Run, at: int, measure: Measure) -> list[Run]:
    """A run in two at a place within it, else as it is."""
    if not 0 < at < len(run.text):
        return [run]
    wide = measure(run, run.text[:at])
    return [
        replace(run, text=run.text[:at], width=wide),
        replace(run, text=run.text[at:], x=run.x + wide, width=run.width - wide),
    ]
