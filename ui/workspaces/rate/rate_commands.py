"""Commands of the workspace Rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Round
from cxstudio.model.kinds import RoundState
from cxstudio.model.questions import SINGLE, TouchpointQuestion
from cxstudio.wording import N_
from cxstudio.wording.fields.question_words import WORDS
from ui.context.command import Command, Receiver, Run
from ui.context.command_conditions import on_journey, on_touchpoint, writable
from ui.context.session_state import SessionState
from ui.widgets.lazy_pages import commands_of
from ui.workspaces.rate.rate_tabs import TABS

if TYPE_CHECKING:
    from ui.workspaces.rate.rate_workspace import RateWorkspace

RATE: Final[Receiver[RateWorkspace]] = Receiver("go.rate", keys_in=lambda r: r.view)
GRID: Final = N_("Rating table")


def on_figures(state: SessionState) -> bool:
    """There are figures to explain."""
    return state.bridge.measured_figures(state.selection.rated_journey) is not None


def _shown(state: SessionState) -> Round | None:
    return state.bridge.measured_round(state.selection.rated_journey) if writable(state) else None


def _any(state: SessionState) -> bool:
    return _shown(state) is not None


def _open(state: SessionState) -> bool:
    shown = _shown(state)
    return shown is not None and shown.state is not RoundState.CLOSED


def _closed(state: SessionState) -> bool:
    shown = _shown(state)
    return shown is not None and shown.state is RoundState.CLOSED


def _column(question: TouchpointQuestion) -> Command:
    run = RATE.does(lambda r: r.context.selection.set_figure(question.name))
    name, text = f"rate.fill_{question.name}", WORDS[question.name].fill
    return Command(name, text, GRID, question.key, scope="local", hidden=True, run=run)


def _mark(name: str, text: str, key: str, icon: str, run: Run) -> Command:
    return Command(f"rate.{name}", text, GRID, key, icon, "", on_touchpoint, run=run, scope="local", hidden=True)


WHY: Final = (
    Command("rate.why", N_("Why this figure?"), GRID, "?", "", N_("explain definition source formula"), on_figures,
            scope="local", help=N_("Explains the active column with the numbers of the selected touchpoint"),
            run=RATE.does(lambda r: r.why.column())),
    Command("rate.why_touchpoint", N_("Why? All figures of the touchpoint"), GRID, "", "",
            N_("explain definition source formula"), on_figures, run=RATE.does(lambda r: r.why.touchpoint())),
    Command("rate.why_round", N_("Why? Figures of the round"), GRID, "", "", N_("explain definition source formula"),
            on_figures, run=RATE.does(lambda r: r.why.round())),
)  # fmt: skip
ROUNDS: Final = (
    Command("rate.edit_round", N_("Edit this round …"), GRID, "", "edit", N_("kind view persona date questions"),
            _any, run=RATE.does(lambda r: r.rounds.edit())),
    Command("rate.close_round", N_("Close this round"), GRID, "", "", N_("finish lock"), _open,
            run=RATE.does(lambda r: r.rounds.close())),
    Command("rate.reopen_round", N_("Reopen this round"), GRID, "", "", N_("unlock"), _closed,
            run=RATE.does(lambda r: r.rounds.reopen())),
    Command("rate.next_round", N_("Begin the next round like this one"), GRID, "", "plus",
            N_("duplicate repeat again"), _any, run=RATE.does(lambda r: r.rounds.repeat())),
    Command("rate.remove_round", N_("Remove this round"), GRID, "", "", N_("delete answers"), _any,
            run=RATE.does(lambda r: r.rounds.remove())),
    Command("rate.people", N_("Edit participants …"), GRID, "", "person", N_("name role group remove rename"),
            writable, run=RATE.does(lambda r: r.rounds.people())),
)  # fmt: skip
COMMANDS: tuple[Command, ...] = (
    Command("rate.new_round", N_("New round …"), GRID, "", "plus", N_("survey questionnaire workshop start again"),
            on_journey, run=RATE.does(lambda r: r.rounds.begin())),
    Command("rate.new_person", N_("New person …"), GRID, "", "person", N_("participant voice add"), on_journey,
            run=RATE.does(lambda r: r.rounds.add_person())),
    Command("rate.enter_group_value", N_("Rate as the group"), GRID, "", "person", N_("consensus one value"),
            on_journey, run=RATE.does(lambda r: r.enter_group_value())),
    Command("rate.paste", N_("Paste answers"), GRID, "Ctrl+V", "copy", N_("clipboard Excel"), on_journey, scope="local",
            help=N_("Cells of digits become the selected person’s answers, from the selected cell on"),
            run=RATE.does(lambda r: r.paste())),
    *(_column(question) for question in SINGLE if WORDS[question.name].fill),
    _mark("critical", N_("Mark as critical or not"), "K", "warning", RATE.does(lambda r: r.marking.critical())),
    _mark("by_rule", N_("Let the rule decide what is critical"), "Shift+K", "",
          RATE.does(lambda r: r.marking.by_rule())),
    _mark("reason", N_("Write why it is critical or not"), "R", "edit", RATE.does(lambda r: r.marking.reason())),
    _mark("stardust", N_("Mark as stardust or not"), "*", "sample", RATE.does(lambda r: r.marking.stardust())),
    Command("rate.sort", N_("Sort by the active column"), GRID, "", "bars", N_("order ranking"),
            run=RATE.does(lambda r: r.sort())),
    Command("rate.unsort", N_("Order of the journey"), GRID, "", "journey", N_("sort stages map"),
            run=RATE.does(lambda r: r.unsort())),
    *WHY,
    *ROUNDS,
    Command("rate.next_sheet", N_("Enter the next sheet"), GRID, "Ctrl+Return | Ctrl+Enter", "checklist",
            N_("paper questionnaire pile fast entry participant"), on_journey, scope="local",
            help=N_("A new person without a name for each paper sheet; digits go across the row"),
            run=RATE.does(lambda r: r.next_sheet())),
    Command("rate.rate_shortlist", N_("Rate the shortlist only"), GRID, "", "checklist", N_("filter"), on_journey,
            run=RATE.does(lambda r: r.rate_shortlist())),
    Command("rate.rate_all", N_("Rate all touchpoints"), GRID, "", "checklist", N_("shortlist filter off"), on_journey,
            run=RATE.does(lambda r: r.rate_all())),
    *commands_of(TABS, GRID, "rate.show_", RATE, lambda r, tab: r.show_tab(tab)),
)  # fmt: skip
"""Digits, Tab, Enter and the arrows are keys of the grid itself: see `keys` and `view`."""
