"""Points of view, the rule of a vote, and what came of it, in sentences."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.votes.vote_results import Outcome, VoteResult
from cxstudio.model import Document, Idea, Persona, Question, Touchpoint, VoteRound, VoteRule
from cxstudio.model.kinds import QuestionKind, Tie, VoteKind
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.texts import N_, Texts

OUTCOMES: Final = {
    Outcome.CHOSEN: N_("chosen"),
    Outcome.TIED: N_("tied"),
    Outcome.NOT_AMONG: N_("not among them"),
    Outcome.TOO_FEW: "",
}


def question_words(question: Question, document: Document, texts: Texts) -> str:
    """A question as it stands; a point of view as one sentence of user, need and insight."""
    if question.kind is not QuestionKind.POINT_OF_VIEW:
        return question.text
    persona = document.find(question.persona)
    who = question.text or (persona.name if isinstance(persona, Persona) else "")
    need, why = (part.strip().rstrip(".") or "…" for part in (question.need, question.insight))
    return texts.tr("{who} needs {need}, because {why}.", who=who or "…", need=need, why=why)


def first_question(touchpoint: Touchpoint, who: str, texts: Texts) -> str:
    """The how-might-we question a touchpoint begins with; people write it anew."""
    name = texts.quoted(touchpoint.name)
    if not who:
        return texts.tr("How might we make {touchpoint} better?", touchpoint=name)
    return texts.tr("How might we make {touchpoint} better for {who}?", touchpoint=name, who=who)


def rule_words(vote: VoteRound, rule: VoteRule, texts: Texts) -> str:
    """What counts, as it was fixed: "The three with the most points, each with at least four."."""
    if vote.kind is VoteKind.RATING:
        return texts.tr("Chosen is every idea to which at least {share} of the answers say yes.",
                        share=texts.share(rule.share / 100))  # fmt: skip
    most = texts.trn("The {n} idea with the most points", "The {n} ideas with the most points", rule.places)
    least = texts.trn(
        "with {points} or more points", "each with {points} or more points", rule.places, points=rule.least
    )
    if rule.least == 1:
        least = texts.trn("with at least one point", "each with at least one point", rule.places)
    return f"{most}, {least}."


def tie_words(rule: VoteRule, vote: VoteRound, texts: Texts) -> str:
    """What happens with a tie for the last place; empty where there is no last place."""
    if vote.kind is VoteKind.RATING:
        return ""
    if rule.tie is Tie.RUN_OFF:
        return texts.tr("Tied for the last place: run-off.")
    if rule.tie is Tie.DECIDED:
        return texts.tr("Tied for the last place: decided by {who}.", who=rule.tie_by or texts.tr("the whole group"))
    return texts.tr("Tied for the last place: all of them are chosen.")


def settled_words(document: Document, vote: VoteRound, result: VoteResult, texts: Texts) -> str:
    """What whoever decides a tie has chosen: "Chosen among those tied, by the client: …"; empty where nobody has."""
    ideas = [document.find(i) for i in vote.settled if i in result.chosen]
    named = ", ".join(texts.quoted(idea_words(idea, texts)) for idea in ideas if isinstance(idea, Idea))
    if not named or result.rule.tie is not Tie.DECIDED:
        return ""
    return texts.tr("Chosen among those tied, decided by {who}: {ideas}.", who=result.rule.tie_by, ideas=named)


def fixed_words(rule: VoteRule, texts: Texts) -> str:
    """When and by whom the rule was fixed."""
    when = rule.fixed_at[-5:] if rule.fixed_at else ""
    if when and rule.fixed_by:
        return texts.tr("Fixed at {time} by {who}, locked since.", time=when, who=rule.fixed_by)
    if when:
        return texts.tr("Fixed at {time}, locked since.", time=when)
    return texts.tr("Fixed before the vote.")


def cast_words(result: VoteResult, vote: VoteRound, texts: Texts) -> str:
    """Who voted: "9 of 9 voted, points given: 45 of 45."."""
    said = texts.tr("{cast} of {eligible} voted", cast=result.cast, eligible=result.eligible)
    if vote.kind is VoteKind.POINTS:
        most = result.cast * vote.points_each
        said += ", " + texts.tr("points given: {given} of {most}", given=result.given, most=most)
    if not result.has_quorum:
        said += ". " + texts.tr("Fewer than two thirds voted: there is no quorum")
    return said + "."


def moved_words(moved: tuple[int, int], texts: Texts) -> str:
    """How many gave other points than in the round before, of those whose code is known."""
    return texts.trn("Of {n} person with a code of their own, {moved} gave other points than before.",
                     "Of {n} people with a code of their own, {moved} gave other points than before.",
                     moved[1], moved=moved[0])  # fmt: skip
