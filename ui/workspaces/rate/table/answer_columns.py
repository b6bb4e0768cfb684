"""The columns of the grid: what they show, what they fill, how wide they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cxstudio.model.questions import asked_together
from cxstudio.wording import N_

(NAME, IMPORTANCE, EXPECTATION, EXPERIENCE, QUICK, DELTA, EMOTION, WORD, PROMISE, AGREEMENT, NEED, MARKS,
 COUNT) = range(13)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `title` and `help` are message ids; widths in pixels for a roomy and a narrow grid."""

    title: str
    figure: str = ""
    """The figure its cells fill, "" where it is worked out."""
    right: bool = False
    wide: int = 92
    narrow: int = 80
    high_first: bool = False
    """Whether the first click on the header brings the highest up."""
    help: str = ""


COLUMNS: Final = (
    Column(N_("Touchpoint")),
    Column(N_("Importance"), "importance", right=True, wide=92, narrow=84, high_first=True),
    Column(N_("Expectation"), "expectation", right=True, wide=90, narrow=88),
    Column(N_("Experience"), "experience", right=True, wide=84, narrow=82),
    Column(N_("Quick rating"), "quick", right=True, wide=148, narrow=132),
    Column(N_("Delta"), wide=174, narrow=120, help=N_("Experience minus expectation, person by person")),
    Column(N_("Emotion"), "emotion", wide=86, narrow=78),
    Column(N_("Word"), wide=104, narrow=84, help=N_("Their own words for the emotion")),
    Column(N_("Kept?"), "promise", wide=112, narrow=84, help=N_("Whether those asked found the promise kept")),
    Column(N_("Agreement"), wide=80, narrow=76, help=N_("How close the answers on the experience lie together")),
    Column(
        N_("Need"),
        right=True,
        wide=64,
        narrow=60,
        high_first=True,
        help=N_("Need for action, 0 to 100; basic requirements not met come first"),
    ),
    Column("", wide=126, narrow=54, high_first=True, help=N_("Critical, disagreeing, stardust")),
    Column(N_("n"), right=True, wide=36, narrow=32, high_first=True, help=N_("People behind the figures")),
)
FIGURE_OF: Final[Mapping[int, str]] = {at: c.figure for at, c in enumerate(COLUMNS) if c.figure}
COLUMN_OF: Final[Mapping[str, int]] = {c.figure: at for at, c in enumerate(COLUMNS) if c.figure}
ROOMY: Final = 1020
"""Pixels of the grid from which columns are wide and marks are named."""


def columns_to_fill(quick: bool, promised: bool = False) -> tuple[int, ...]:
    """The columns somebody fills, from left to right."""
    return tuple(COLUMN_OF[figure] for figure in asked_together(quick, promised))
