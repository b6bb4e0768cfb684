"""Papers: how large a sheet is, and where on it there is room. Nothing else knows the size of a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MARGIN: Final = 44.0
"""Left, right and above."""
_BELOW: Final = 50.0
_FOOT: Final = 26.0
_NARROW: Final = 600.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it lies before its reader. Everything but `size` is in the points in which documents are set."""

    size: tuple[float, float]
    """Width and height of the sheet in points of 1/72 inch."""
    scales: tuple[float, ...] = (1.0,)
    """How large a point may be printed, largest first: what stands on a large sheet is read from farther away."""

    @property
    def scale(self) -> float:
        """How large a point is printed."""
        return self.scales[0]

    @property
    def each(self) -> tuple[Paper, ...]:
        """The sheet with one of its scales each."""
        return tuple(Paper(self.size, (scale,)) for scale in self.scales)

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.size[0] / self.scale

    @property
    def height(self) -> float:
        """From edge to edge."""
        return self.size[1] / self.scale

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the last line above the footer has to end."""
        return self.height - _BELOW

    @property
    def foot(self) -> float:
        """Baseline of the footer."""
        return self.height - _FOOT

    @property
    def upright(self) -> Paper:
        """The same sheet in portrait."""
        return Paper((min(self.size), max(self.size)), self.scales)


def is_narrow(width: float) -> bool:
    """Whether there is too little room for columns of text side by side."""
    return width < _NARROW


PAPERS: Final = {
    "a4": Paper((841.89, 595.28)),
    "a3": Paper((1190.55, 841.89), tuple(2 ** (step / 8) for step in range(4, -1, -1))),
    "a0": Paper((3370.39, 2383.94), tuple(2 ** (step / 8) for step in range(16, 11, -1))),
    "letter": Paper((792.0, 612.0)),
}
"""In landscape; at its largest scale a sheet holds what A4 does."""
A1: Final = Paper((2383.94, 1683.78))
"""For posters alone."""
USUAL: Final = PAPERS["a4"]


def paper_of(size: tuple[float, float]) -> Paper:
    """The paper of that size; the usual one where none is."""
    known = (paper for row in PAPERS.values() for paper in (row, row.upright))
    return next((paper for paper in known if paper.size == size), USUAL)
