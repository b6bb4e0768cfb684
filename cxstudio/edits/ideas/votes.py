"""Votes: the rule is fixed first, slips are handed in covered, and revealing shows all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxstudio.edits.common import last_key
from cxstudio.errors import N_, UserError
from cxstudio.model import FrozenMap, Id, Idea, VoteRound, VoteRule, Votes
from cxstudio.model.ideation.sealed_slips import opened, seal
from cxstudio.model.kinds import Tie, VoteKind
from cxstudio.store import Draft

HIGHEST_ANSWER = 2
"""Of a rating: 2 yes, 1 yes with changes, 0 no."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What counts, as the group fixed it."""

    places: int = 3
    least: int = 1
    share: int = 75
    tie: Tie = Tie.ALL_IN
    fixed_by: str = ""
    fixed_at: str = ""
    tie_by: str = ""


def open_vote(
    draft: Draft, ideas: Sequence[Id], title: str, kind: VoteKind, points: int, eligible: int, rule: Rule,
    follows: Id | None = None,
) -> Id:  # fmt: skip
    """Begin a vote over these ideas of one wall, its rule fixed; returns its id. Raises UserError without an idea."""
    options = [draft.get(Idea, idea) for idea in dict.fromkeys(ideas)]
    if not options:
        raise UserError(N_("There is no idea to vote on."), N_("Nothing was changed."), N_("Add ideas first."))
    if eligible < 1:
        raise UserError(
            N_("Nobody votes: the number of people is zero."), N_("Nothing was changed."), N_("Enter how many vote.")
        )
    if rule.tie is Tie.DECIDED and kind is VoteKind.POINTS and not rule.tie_by.strip():
        raise UserError(
            N_("It is not said who decides a tie."), N_("Nothing was changed."), N_("Enter a role, such as the client.")
        )
    question = options[0].question
    order = last_key([v for v in draft.document.all(VoteRound) if v.question == question])
    vote = VoteRound(
        id=draft.new_id(), question=question, title=title, kind=kind, ideas=tuple(o.id for o in options),
        points_each=points, eligible=eligible, follows=follows, order=order,
    )  # fmt: skip
    draft.create(vote)
    draft.create(
        VoteRule(id=draft.new_id(), vote_round=vote.id, places=rule.places, least=rule.least, share=rule.share,
                 tie=rule.tie, tie_by=rule.tie_by.strip(), fixed_by=rule.fixed_by, fixed_at=rule.fixed_at)
    )  # fmt: skip
    return vote.id


def hand_in(draft: Draft, vote: Id, points: Mapping[Id, int], code: str = "") -> None:
    """Hand in one slip, covered. `code` is a word a person chose, to count moves; else it is drawn by lot.

    Raises UserError for more points than there are, for one slip too many, for a code handed in already, and after
    the reveal; nothing of the slip is kept then.
    """
    record = draft.get(VoteRound, vote)
    slips = _opened(record)
    code = " ".join(code.split()).casefold()
    _may_hand_in(record, code, slips)
    given = {idea: n for idea, n in points.items() if n or record.kind is VoteKind.RATING}
    if set(given) - set(record.ideas) or min(given.values(), default=0) < 0:
        raise UserError(N_("This slip names an idea that is not voted on."), _KEPT, N_("Enter the slip again."))
    most = HIGHEST_ANSWER if record.kind is VoteKind.RATING else record.points_each
    spent = max(given.values(), default=0) if record.kind is VoteKind.RATING else sum(given.values())
    if spent > most:
        raise UserError(
            N_("This slip gives more than each person has: {n} instead of {most}."), _KEPT,
            N_("Take some of them back."), n=str(spent), most=str(most),
        )  # fmt: skip
    draft.update(VoteRound, vote, sealed=seal({**slips, code or draft.new_id(): given}), cast=record.cast + 1)


_KEPT = N_("The slips handed in so far are safe.")


def _opened(record: VoteRound) -> dict[str, dict[Id, int]]:
    try:
        return opened(record.sealed)
    except ValueError as error:
        raise UserError(
            N_("The slips of this vote cannot be read: the file is damaged."), N_("Nothing was changed."),
            N_("Open a backup of the project, or vote again."),
        ) from error  # fmt: skip


def _may_hand_in(record: VoteRound, code: str, slips: Mapping[str, object]) -> None:
    if record.revealed:
        raise UserError(
            N_("This vote has been revealed: no more slips are accepted."), N_("The result stays as it is."),
            N_("Begin a second vote."),
        )  # fmt: skip
    if record.cast >= record.eligible:
        raise UserError(
            N_("All {n} slips are in."), _KEPT, N_("Reveal the vote, or begin a new one with more people."),
            n=str(record.eligible),
        )  # fmt: skip
    if code and code in slips:
        raise UserError(N_("A slip with this code has been handed in."), _KEPT, N_("Choose another code."))


def reveal_votes(draft: Draft, vote: Id) -> None:
    """Show what all slips together say; from now on none can be added. Nothing happens to a vote that is revealed."""
    record = draft.get(VoteRound, vote)
    if record.revealed:
        return
    slips = _opened(record)
    for idea in record.ideas:
        given = {code: slip[idea] for code, slip in slips.items() if idea in slip}
        if given:
            draft.create(Votes(id=draft.new_id(), vote_round=vote, idea=idea, points=FrozenMap(given)))
    draft.update(VoteRound, vote, revealed=True, sealed="")


def settle_tie(draft: Draft, vote: Id, ideas: Sequence[Id]) -> None:
    """Which of those tied for the last place are chosen, as whoever decides a tie said; none takes it back.

    The caller offers only ideas that are tied, and no more than there are places. Raises UserError where the rule,
    fixed before, names nobody who decides, and before the reveal.
    """
    record = draft.get(VoteRound, vote)
    rules = draft.document.having(VoteRule, "vote_round", vote)
    if not record.revealed or not rules or rules[0].tie is not Tie.DECIDED:
        raise UserError(
            N_("The rule of this vote names nobody who decides a tie."), N_("The result stays as it is."),
            N_("Hold a run-off, or begin a second vote."),
        )  # fmt: skip
    draft.update(VoteRound, vote, settled=tuple(dict.fromkeys(ideas)))
