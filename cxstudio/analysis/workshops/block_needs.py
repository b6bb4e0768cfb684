"""What a block needs by its method: people × touchpoints × seconds, groups × rounds, slips to fill in and to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from cxstudio.analysis.journeys.first_pass import QUESTIONS, SECONDS_PER_ANSWER, to_rate
from cxstudio.analysis.workshops.planned_times import people_of
from cxstudio.model import AgendaBlock, BreakoutGroup, Document, Id, Idea, Journey, Workshop

SECONDS_PER_NUMBER: Final = 2.0
"""Typing one number from paper, the next sheet included."""
SECONDS_PER_SLIP: Final = 40.0
"""Typing one voting slip."""
SECONDS_PER_IDEA: Final = 10.0
"""One person reading an idea on a slip and deciding."""
VOTE_FRAME: Final = 5
"""Minutes for the rule before and the result after a vote."""
PASS_MINUTES: Final = 5
"""Of 6-3-5: minutes until the sheets are passed on."""
READING: Final = 5
"""Of 6-3-5: minutes to read out at the end."""
IDEAS_PER_PASS: Final = 3
LARGEST_GROUP: Final = 6
TURN_MINUTES: Final = 1
"""Of a check-in: everybody's turn, and as long to begin and to end."""
INTERVIEW_MINUTES: Final = 30
"""One interview at least."""


@dataclass(frozen=True, slots=True)
class BlockNeed:
    """What a block takes, in minutes; `most` is how many (touchpoints, passes …) have room in the time it has."""

    minutes: int
    given: int
    people: int
    items: int
    """Touchpoints, ideas or interviews."""
    most: int

    @property
    def fits(self) -> bool:
        """Whether its time is enough."""
        return self.minutes <= self.given


@dataclass(frozen=True, slots=True)
class RatingNeed(BlockNeed):
    """Rating: everybody answers at the same time; sheets of paper are typed one by one."""

    answering: int
    typing: int
    """Minutes of typing; 0 where everybody answers in the program."""
    numbers: int
    """Answers there are in the end."""


@dataclass(frozen=True, slots=True)
class VoteNeed(BlockNeed):
    """A vote on slips that are typed in, with the rule before and the result after it."""

    answering: int
    typing: int


@dataclass(frozen=True, slots=True)
class PassingNeed(BlockNeed):
    """6-3-5: groups whose sheets pass everybody once."""

    groups: tuple[int, ...]
    passes: int
    """So that every sheet has been with everybody of the largest group."""
    ideas: int
    """Fields that are written in."""


@dataclass(frozen=True, slots=True)
class TurnsNeed(BlockNeed):
    """Everybody has a turn (check-in)."""


@dataclass(frozen=True, slots=True)
class InterviewNeed(BlockNeed):
    """Interviews one after the other; `each` is how many minutes one has."""

    each: int


AnyNeed = RatingNeed | VoteNeed | PassingNeed | TurnsNeed | InterviewNeed


def groups_of(people: int, largest: int = LARGEST_GROUP) -> tuple[int, ...]:
    """Groups as even as possible, none above the largest size; the larger ones first."""
    if people <= 0:
        return ()
    count = ceil(people / largest)
    return tuple(people // count + (place < people % count) for place in range(count))


def block_need(document: Document, workshop: Workshop, block: AgendaBlock) -> AnyNeed | None:
    """What a block needs; None where its method has no arithmetic or nobody knows how many people come."""
    people = people_of(workshop)
    match block.method:
        case "rating" if people:
            return rating_need(people, block.items or _touchpoints(document), block.minutes, on_paper=block.on_paper)
        case "secret-vote" if people:
            return vote_need(people, block.items or _ideas(document, block), block.minutes, on_paper=block.on_paper)
        case "brainwriting" if people:
            return passing_need(people, block.minutes, group_sizes(document, block.id))
        case "check-in" if people:
            return TurnsNeed(people * TURN_MINUTES + 2, block.minutes, people, 0, max(0, block.minutes - 2))
        case "interview-guide" if block.items:
            each = block.minutes // block.items
            most = block.minutes // INTERVIEW_MINUTES
            return InterviewNeed(block.items * INTERVIEW_MINUTES, block.minutes, people, block.items, most, each)
    return None


def rating_need(people: int, touchpoints: int, given: int, *, on_paper: bool) -> RatingNeed | None:
    """People × touchpoints × four questions; None without a touchpoint."""
    if not touchpoints:
        return None
    each = QUESTIONS * SECONDS_PER_ANSWER
    answering = ceil(touchpoints * each / 60)
    numbers = people * touchpoints * QUESTIONS
    typing = ceil(numbers * SECONDS_PER_NUMBER / 60) if on_paper else 0
    most = int(given * 60 / each)
    while most and _rating_minutes(people, most, on_paper) > given:
        most -= 1
    return RatingNeed(answering + typing, given, people, touchpoints, most, answering, typing, numbers)


def _rating_minutes(people: int, touchpoints: int, on_paper: bool) -> int:
    answering = ceil(touchpoints * QUESTIONS * SECONDS_PER_ANSWER / 60)
    return answering + (ceil(people * touchpoints * QUESTIONS * SECONDS_PER_NUMBER / 60) if on_paper else 0)


def vote_need(people: int, ideas: int, given: int, *, on_paper: bool) -> VoteNeed | None:
    """Everybody reads the ideas at the same time; slips of paper are typed one by one. None without an idea."""
    if not ideas:
        return None
    typing = ceil(people * SECONDS_PER_SLIP / 60) if on_paper else 0
    answering = ceil(ideas * SECONDS_PER_IDEA / 60)
    most = int(max(0, given - VOTE_FRAME - typing) * 60 / SECONDS_PER_IDEA)
    return VoteNeed(VOTE_FRAME + answering + typing, given, people, ideas, most, answering, typing)


def group_sizes(document: Document, block: Id) -> tuple[int, ...]:
    """How many people are in each group of a block; empty where it has none, or one whose people nobody knows."""
    sizes = [group.size for group in document.having(BreakoutGroup, "block", block)]
    return tuple(sizes) if all(sizes) else ()


def passing_need(people: int, given: int, made: Sequence[int] = ()) -> PassingNeed:
    """The groups made, else groups of at most six; all pass as often as the largest one needs for every sheet to be
    with everybody.
    """
    groups = tuple(sorted(made, reverse=True)) or groups_of(people)
    people = sum(groups)
    passes = groups[0] if groups else 0
    ideas = people * passes * IDEAS_PER_PASS
    most = max(0, (given - READING) // PASS_MINUTES)
    return PassingNeed(passes * PASS_MINUTES + READING, given, people, 0, most, groups, passes, ideas)


@dataclass(frozen=True, slots=True)
class PassNow:
    """Where a 6-3-5 stands: the pass (from 1), how many there are, and seconds until the sheets are passed on."""

    number: int
    passes: int
    left: float


def pass_now(need: PassingNeed, length: float, elapsed: float) -> PassNow | None:
    """The pass a running 6-3-5 is in; None while ideas are read out or where no pass has room. Lengths in seconds."""
    passes = min(need.passes, int(max(0.0, length - READING * 60) // (PASS_MINUTES * 60)))
    each = PASS_MINUTES * 60
    number = int(elapsed // each)
    return PassNow(number + 1, passes, (number + 1) * each - elapsed) if 0 <= number < passes else None


def _touchpoints(document: Document) -> int:
    """Touchpoints of the first journey that are rated: its shortlist, where there is one."""
    first = next(iter(document.all(Journey)), None)
    return len(to_rate(document, first.id).touchpoints) if first is not None else 0


def _ideas(document: Document, block: AgendaBlock) -> int:
    """Ideas of the block's question, of all walls where it has none; those merged into others are left out."""
    found = [idea for idea in document.all(Idea) if idea.merged_into is None]
    return sum(1 for idea in found if block.question is None or idea.question == block.question)
