"""Rating as the voice of the window: map, outline, rating table and inspector all write through here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.edits.rating.voices import Allowed, Rater, clear_as, open_group_round, rate_as, rater, say_as
from cxstudio.model import GROUP_VOICE, Id, Round, Touchpoint
from cxstudio.model.rounds import ratings_of
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from ui.context.context import Context

RATE: Final = N_("Rate {figure}")
SKIP: Final = N_("Skip {figure}")
TAKE_BACK: Final = N_("Withdraw the answer")


def rater_in(context: Context, journey: Id | None) -> Rater:
    """The voice of the window in the round a journey shows."""
    return rater(context.document, journey, context.bridge.shown_round(journey), context.selection.voice)


def rater_at(context: Context, touchpoint: Touchpoint) -> Rater:
    """The voice of the window at one touchpoint, whatever journey is in view."""
    return rater_in(context, context.document.journey_of(touchpoint).id)


def give(context: Context, places: Sequence[Allowed], figure: str, value: int | None, step: str = "") -> None:
    """Write one answer at every place as one step; None is a skip."""
    label = step or (RATE if value is not None else SKIP)
    with context.session.transaction(label, figure=figure_label(figure)) as draft:
        for place in places:
            rate_as(draft, place, figure, value)


def take_back(context: Context, places: Sequence[Allowed], figure: str, step: str = TAKE_BACK) -> bool:
    """Forget answers as one step: they were never given. False where there were none."""
    document, given = context.document, []
    for place in places:
        ratings = ratings_of(document, place.round, place.touchpoint)
        if ratings is not None and place.voice in getattr(ratings, figure):
            given.append(place)
    if given:
        with context.session.transaction(step) as draft:
            for place in given:
                clear_as(draft, place, figure)
    return bool(given)


def say_word(context: Context, place: Allowed, word: str) -> None:
    """Write the voice's own word for the emotion; an empty one takes it back."""
    with context.session.transaction(N_("Name the emotion")) as draft:
        say_as(draft, place, word)


def enter_group_value(context: Context, journey: Id | None, shown: Round | None) -> None:
    """Show the group's own round from now on: one value instead of many answers."""
    if journey is None or context.session.read_only:
        return
    context.selection.set_voice(GROUP_VOICE)
    with context.session.transaction(N_("Enter a group value")) as draft:
        open_group_round(draft, journey, shown)
