"""Commands of rounds and of the people who rate."""

from __future__ import annotations

from typing import Final

from cxstudio.model import Round
from cxstudio.model.kinds import RoundState
from cxstudio.wording import N_
from ui.context.command import Command
from ui.context.command_conditions import writable
from ui.context.session_state import SessionState
from ui.workspaces.rate.commands.receiver import RATE

_GROUP: Final = N_("Rating table")


def _shown(state: SessionState) -> Round | None:
    return state.bridge.shown_round(state.selection.journey) if writable(state) else None


def _any(state: SessionState) -> bool:
    return _shown(state) is not None


def _open(state: SessionState) -> bool:
    shown = _shown(state)
    return shown is not None and shown.state is not RoundState.CLOSED


def _closed(state: SessionState) -> bool:
    shown = _shown(state)
    return shown is not None and shown.state is RoundState.CLOSED


COMMANDS: Final = (
    Command("rate.edit_round", N_("Edit this round …"), _GROUP, "", "edit", N_("kind view persona date questions"),
            _any, run=RATE.does(lambda r: r.rounds.edit())),
    Command("rate.close_round", N_("Close this round"), _GROUP, "", "", N_("finish lock"), _open,
            run=RATE.does(lambda r: r.rounds.close())),
    Command("rate.reopen_round", N_("Reopen this round"), _GROUP, "", "", N_("unlock"), _closed,
            run=RATE.does(lambda r: r.rounds.reopen())),
    Command("rate.next_round", N_("Begin the next round like this one"), _GROUP, "", "plus",
            N_("duplicate repeat again"), _any, run=RATE.does(lambda r: r.rounds.repeat())),
    Command("rate.remove_round", N_("Remove this round"), _GROUP, "", "", N_("delete answers"), _any,
            run=RATE.does(lambda r: r.rounds.remove())),
    Command("rate.people", N_("Edit participants …"), _GROUP, "", "person", N_("name role group remove rename"),
            writable, run=RATE.does(lambda r: r.rounds.people())),
)  # fmt: skip
