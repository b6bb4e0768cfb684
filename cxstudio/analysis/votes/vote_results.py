"""What came of a vote in a project, by the rule fixed before. Nothing is known of it before the reveal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxstudio.analysis.votes.agreement_vote import Tally, agreed
from cxstudio.analysis.votes.points_vote import HARDLY_SECRET, Choice, chosen, counted, moved
from cxstudio.model import Document, Id, VoteRound, VoteRule, Votes
from cxstudio.model.kinds import Tie, VoteKind

MERGE_FROM = 12
"""With more options than this a group is asked whether some can be merged."""
_ANSWERS = 3


class Outcome(StrEnum):
    """What the rule says of one idea."""

    CHOSEN = "chosen"
    TIED = "tied"
    """As many points as another one at the border: a run-off decides, or whoever the rule names."""
    NOT_AMONG = "not_among"
    """Enough points, but no place left."""
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One idea and what it got."""

    idea: Id
    place: int
    """From 1; those with as many points share it."""
    shared: bool
    points: int
    """Of a rating: how many said yes."""
    givers: int
    """Slips that gave it a point, or answered."""
    tally: Tally | None
    """Of a rating."""
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VoteResult:
    """All ideas of a vote, those with most points first."""

    rows: tuple[VoteRow, ...]
    rule: VoteRule
    given: int
    """Points on all slips together."""
    cast: int
    eligible: int

    @property
    def chosen(self) -> tuple[Id, ...]:
        """Ideas the rule chooses."""
        return tuple(row.idea for row in self.rows if row.outcome is Outcome.CHOSEN)

    @property
    def tied(self) -> tuple[Id, ...]:
        """Ideas a run-off, or whoever decides a tie, has to choose among."""
        return tuple(row.idea for row in self.rows if row.outcome is Outcome.TIED)

    @property
    def open_places(self) -> int:
        """How many of the tied ones are still to be chosen."""
        return max(self.rule.places - len(self.chosen), 0)

    @property
    def has_quorum(self) -> bool:
        """Whether at least two thirds of those listed voted."""
        return Tally(self.cast, 0, 0, 0, max(self.eligible, self.cast)).has_quorum


def rule_of(document: Document, vote: VoteRound) -> VoteRule:
    """The rule of a vote; the usual one where an old file has none."""
    known = document.having(VoteRule, "vote_round", vote.id)
    return known[0] if known else VoteRule(id=f"rule of {vote.id}", vote_round=vote.id)


def hardly_secret(vote: VoteRound) -> bool:
    """Whether so few vote that a result tells who gave what."""
    return vote.eligible < HARDLY_SECRET


def result_of(document: Document, vote: VoteRound) -> VoteResult | None:
    """What a vote decided; None before it is revealed."""
    if not vote.revealed:
        return None
    rule, slips = rule_of(document, vote), slips_of(document, vote)
    cast = max(vote.cast, len(slips))
    rated = vote.kind is VoteKind.RATING
    rows = _rated(vote, rule, slips, cast) if rated else _pointed(vote, rule, slips)
    given = sum(row.points for row in rows)
    return VoteResult(tuple(sorted(rows, key=lambda row: row.place)), rule, given, cast, max(vote.eligible, cast))


def slips_of(document: Document, vote: VoteRound) -> dict[str, dict[Id, int]]:
    """The slips of a vote that is revealed; empty before."""
    slips: dict[str, dict[Id, int]] = {}
    for votes in document.having(Votes, "vote_round", vote.id) if vote.revealed else ():
        for code, points in votes.points.items():
            slips.setdefault(code, {})[votes.idea] = points
    return slips


def moved_since(document: Document, vote: VoteRound) -> tuple[int, int] | None:
    """How many changed their points since the vote before, and how many that is known of; None where nobody is."""
    before = document.find(vote.follows)
    if not isinstance(before, VoteRound) or not (vote.revealed and before.revealed):
        return None
    first, second = slips_of(document, before), slips_of(document, vote)
    both = len(first.keys() & second.keys())
    return (moved(first, second), both) if both else None


def _pointed(vote: VoteRound, rule: VoteRule, slips: dict[str, dict[Id, int]]) -> list[VoteRow]:
    got = counted(slips)
    points = [got[idea].points if idea in got else 0 for idea in vote.ideas]
    choice = chosen(points, rule.places, rule.least, rule.tie)
    settled = _settled(vote, rule, choice)
    full = len(choice.chosen) + len(settled) >= rule.places
    rows = []
    for at, (idea, given) in enumerate(zip(vote.ideas, points, strict=True)):
        outcome = Outcome.TOO_FEW if given < rule.least else Outcome.NOT_AMONG
        if at in choice.chosen or at in settled:
            outcome = Outcome.CHOSEN
        elif at in choice.run_off and not (settled and full):
            outcome = Outcome.TIED
        givers = got[idea].givers if idea in got else 0
        rows.append(VoteRow(idea, *_place(points, given), given, givers, None, outcome))
    return rows


def _settled(vote: VoteRound, rule: VoteRule, choice: Choice) -> tuple[int, ...]:
    """Of those tied, what whoever decides a tie has chosen: never more than there are places."""
    if rule.tie is not Tie.DECIDED:
        return ()
    tied = [at for at in choice.run_off if vote.ideas[at] in vote.settled]
    return tuple(tied[: max(rule.places - len(choice.chosen), 0)])


def _rated(vote: VoteRound, rule: VoteRule, slips: dict[str, dict[Id, int]], cast: int) -> list[VoteRow]:
    tallies = []
    for idea in vote.ideas:
        answers = [slip[idea] for slip in slips.values() if idea in slip]
        no, changes, yes = (answers.count(value) for value in range(_ANSWERS))
        eligible = max(vote.eligible, cast)
        tallies.append(Tally(yes, changes, no, max(cast - len(answers), 0), max(eligible, len(answers))))
    yeses = [tally.yes for tally in tallies]
    return [
        VoteRow(idea, *_place(yeses, tally.yes), tally.yes, tally.cast, tally,
                Outcome.CHOSEN if agreed(tally, (rule.share, 100)) else Outcome.TOO_FEW)
        for idea, tally in zip(vote.ideas, tallies, strict=True)
    ]  # fmt: skip


def _place(points: Sequence[int], given: int) -> tuple[int, bool]:
    return 1 + sum(other > given for other in points), sum(other == given for other in points) > 1
