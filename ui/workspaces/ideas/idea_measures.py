"""Measures made of ideas, for the wall and for the result of a vote: says what was made, and shows it."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.edits import idea_to_measure
from cxstudio.model import Id, Measure
from cxstudio.wording import N_
from ui.context.context import Context
from ui.context.record_workspace import show_record

STEP = N_("Make a measure of the idea")


def without_measure(context: Context, ideas: Sequence[Id]) -> tuple[Id, ...]:
    """Those ideas nobody has made a measure of yet."""
    return tuple(idea for idea in ideas if not context.document.having(Measure, "ideas", idea))


def make_measures(context: Context, ideas: Sequence[Id]) -> None:
    """A measure of each idea that has none; the last one, or the one there is, is shown."""
    if not ideas:
        return
    new = without_measure(context, ideas)
    texts = context.texts
    with context.session.transaction(STEP) as draft:
        made = [idea_to_measure(draft, idea) for idea in ideas]
    if new:
        said = texts.trn("{n} measure made.", "{n} measures made.", len(new))
    else:
        said = texts.trn("There is already a measure of this idea.",
                         "There is already a measure of each of these ideas.", len(ideas))  # fmt: skip
    context.messages.say(said)
    show_record(context, made[-1])
