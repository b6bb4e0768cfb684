"""What is asked about a touchpoint: one row per question, read by all that ask it and by all that check, count or draw
its answers. What a question is called and how it is asked stands in `wording`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Ends = tuple[int, int]
"""Lowest and highest answer."""


@dataclass(frozen=True, slots=True)
class TouchpointQuestion:
    """One question. Any answer is a whole number; named choices are numbers too, and may always be skipped."""

    name: str
    """Its figure, and the field of TouchpointRatings that holds single answers."""
    counts: str
    """Field of SurveyCounts that holds its answers; questions that share one are counted jointly, in their order."""
    ends: Ends | None = None
    """None: from 1 to the round's scale."""
    single: bool = True
    """Asked of people one by one; else known as counts only, and only together with what is counted jointly."""
    word: str = ""
    """Field of TouchpointRatings for people's own word beside the number; "" where none is asked for."""
    key: str = ""
    """Letter after which digits answer it."""
    instead_of: tuple[str, ...] = ()
    """Questions it stands in for when the group asks less."""

    def limits(self, scale: int) -> Ends:
        """Lowest and highest answer in a round of that many points."""
        return self.ends or (1, scale)

    @property
    def signed(self) -> bool:
        """Whether answers lie on both sides of zero."""
        return self.ends is not None and self.ends[0] < 0


LONGEST_SCALE: Final = 11
"""Most points of a scale: surveys ask from 0 to 10."""
SIGNED: Final[Ends] = (-3, 3)
"""Ends of the questions that have a middle."""
KANO: Final[Ends] = (1, 5)
"""Ends of both Kano questions: 1 (like) to 5 (dislike)."""
PROMISE: Final[Ends] = (1, 3)
"""Whether a promise was found kept: 1 no, 2 partly, 3 yes."""

QUESTIONS: Final = (
    TouchpointQuestion("expectation", "pairs", key="E"),
    TouchpointQuestion("experience", "pairs", key="X"),
    TouchpointQuestion("emotion", "emotion", SIGNED, word="word", key="M"),
    TouchpointQuestion("importance", "importance", key="W"),
    TouchpointQuestion("quick", "quick", SIGNED, key="X", instead_of=("expectation", "experience")),
    TouchpointQuestion("promise", "promise", PROMISE, key="V"),
    TouchpointQuestion("kano_functional", "kano", KANO, single=False),
    TouchpointQuestion("kano_dysfunctional", "kano", KANO, single=False),
)
BY_NAME: Final = {question.name: question for question in QUESTIONS}
SINGLE: Final = tuple(question for question in QUESTIONS if question.single)
FIGURES: Final = tuple(question.name for question in SINGLE)
"""Names of the questions people answer one by one."""
FULL: Final = ("importance", "expectation", "experience", "emotion")
"""What one person is asked, in the order of table and paper sheet, so that a pile of sheets is typed as it lies."""
SHORT: Final = ("quick",)
"""The one quick question."""
PROMISED: Final = "promise"
"""Asked where something is promised."""
DELTA: Final = "delta"
"""The figure that is no question: experience − expectation."""


def asked_together(quick: bool, promised: bool = False) -> tuple[str, ...]:
    """What one person is asked, from left to right; where something is promised, last whether that was kept."""
    return SHORT if quick else (*FULL, PROMISED) if promised else FULL


def limits(figure: str, scale: int) -> Ends:
    """Lowest and highest value of a question or of the delta. Raises KeyError for another figure."""
    return (1 - scale, scale - 1) if figure == DELTA else BY_NAME[figure].limits(scale)


def is_signed(figure: str) -> bool:
    """Whether the values of a figure are written with their sign; never for figures that are not asked."""
    return figure == DELTA or (figure in BY_NAME and BY_NAME[figure].signed)


def same_on_every_scale(figure: str) -> bool:
    """Whether a question's answers mean the same in rounds with different numbers of points."""
    return figure in BY_NAME and BY_NAME[figure].ends is not None


def counted(field: str) -> tuple[TouchpointQuestion, ...]:
    """The questions whose answers a field of SurveyCounts holds, in the order of its keys' parts."""
    return tuple(question for question in QUESTIONS if question.counts == field)


def digit_answer(digit: int, ends: Ends, *, minus: bool = False) -> int | None:
    """The answer a typed digit gives; 0 is the ten of a scale that ends there. None where it is not on the scale."""
    low, high = ends
    value = -digit if minus else digit
    if value == 0 and low > 0 and high == 10:
        value = 10
    return value if low <= value <= high else None
