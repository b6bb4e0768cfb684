"""Commands of rounds and of the people who rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Round
from cxstudio.model.kinds import RoundState
from cxstudio.wording import N_
from ui.commands.command import Command, writable

if TYPE_CHECKING:
    from ui.context.context import Context

_GROUP: Final = N_("Rating table")


def _shown(context: Context) -> Round | None:
    return context.bridge.shown_round(context.selection.journey) if writable(context) else None


def _any(context: Context) -> bool:
    return _shown(context) is not None


def _open(context: Context) -> bool:
    shown = _shown(context)
    return shown is not None and shown.state is not RoundState.CLOSED


def _closed(context: Context) -> bool:
    shown = _shown(context)
    return shown is not None and shown.state is RoundState.CLOSED


COMMANDS: Final = (
    Command(
        "rate.edit_round", N_("Edit this round …"), _GROUP, "", "edit", N_("kind view persona date questions"), _any,
        handler="rate_rounds.edit",
    ),
    Command(
        "rate.close_round", N_("Close this round"), _GROUP, "", "", N_("finish lock"), _open,
        handler="rate_rounds.close",
    ),
    Command(
        "rate.reopen_round", N_("Reopen this round"), _GROUP, "", "", N_("unlock"), _closed,
        handler="rate_rounds.reopen",
    ),
    Command(
        "rate.next_round", N_("Begin the next round like this one"), _GROUP, "", "plus", N_("duplicate repeat again"),
        _any, handler="rate_rounds.repeat",
    ),
    Command(
        "rate.remove_round", N_("Remove this round"), _GROUP, "", "", N_("delete answers"), _any,
        handler="rate_rounds.remove",
    ),
    Command(
        "rate.people", N_("Edit participants …"), _GROUP, "", "person", N_("name role group remove rename"), writable,
        handler="rate_rounds.people",
    ),
)  # fmt: skip
