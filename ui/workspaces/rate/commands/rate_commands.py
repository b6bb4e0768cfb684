"""Commands of the workspace Rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Journey, Touchpoint
from cxstudio.wording import N_
from ui.commands.command import Command, writable
from ui.workspaces.rate.commands.rate_tabs import COMMANDS as TABS
from ui.workspaces.rate.commands.round_commands import COMMANDS as ROUNDS

if TYPE_CHECKING:
    from ui.context.context import Context

GRID: Final = N_("Rating table")


def on_touchpoint(context: Context) -> bool:
    """Writable, and a touchpoint is selected."""
    return writable(context) and context.selection.of(Touchpoint) is not None


def on_journey(context: Context) -> bool:
    """Writable, and there is a journey to rate."""
    return writable(context) and bool(context.document.all(Journey))


def on_figures(context: Context) -> bool:
    """There are figures to explain."""
    return context.bridge.shown_figures(context.selection.journey) is not None


def _column(figure: str, text: str, key: str) -> Command:
    name, handler = f"rate.fill_{figure}", "rate.choose_figure"
    return Command(name, text, GRID, key, handler=handler, argument=figure, scope="local", hidden=True)


def _mark(name: str, text: str, key: str, icon: str) -> Command:
    handler = f"rate_marks.{name}"
    return Command(
        f"rate.{name}", text, GRID, key, icon, "", on_touchpoint, handler=handler, scope="local", hidden=True
    )


WHY: Final = (
    Command(
        "rate.why", N_("Why this figure?"), GRID, "?", "", N_("explain definition source formula"), on_figures,
        handler="rate_why.column", scope="local",
        help=N_("Explains the active column with the numbers of the selected touchpoint"),
    ),
    Command(
        "rate.why_touchpoint", N_("Why? All figures of the touchpoint"), GRID, "", "",
        N_("explain definition source formula"), on_figures, handler="rate_why.touchpoint",
    ),
    Command(
        "rate.why_round", N_("Why? Figures of the round"), GRID, "", "", N_("explain definition source formula"),
        on_figures, handler="rate_why.round",
    ),
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    Command(
        "rate.new_round", N_("New round …"), GRID, "", "plus", N_("survey questionnaire workshop start again"),
        on_journey,
    ),
    Command("rate.new_person", N_("New person …"), GRID, "", "person", N_("participant voice add"), on_journey),
    Command(
        "rate.enter_group_value", N_("Rate as the group"), GRID, "", "person", N_("consensus one value"), on_journey
    ),
    Command(
        "rate.paste", N_("Paste answers"), GRID, "Ctrl+V", "copy", N_("clipboard Excel"), on_journey, scope="local",
        help=N_("Cells of digits become the selected person’s answers, from the selected cell on"),
    ),
    _column("expectation", N_("Fill the expectation"), "E"),
    _column("experience", N_("Fill the experience"), "X"),
    _column("emotion", N_("Fill the emotion"), "M"),
    _column("importance", N_("Fill the importance"), "W"),
    _mark("critical", N_("Mark as critical or not"), "K", "warning"),
    _mark("by_rule", N_("Leave critical or not to the rule"), "Shift+K", ""),
    _mark("reason", N_("Write why it is critical or not"), "R", "edit"),
    _mark("stardust", N_("Mark as stardust or not"), "*", "sample"),
    Command("rate.sort", N_("Sort by the active column"), GRID, "", "bars", N_("order ranking")),
    Command("rate.unsort", N_("Order of the journey"), GRID, "", "journey", N_("sort stages map")),
    *WHY,
    *ROUNDS,
    Command(
        "rate.next_sheet", N_("Type in the next sheet"), GRID, "Ctrl+Return | Ctrl+Enter", "checklist",
        N_("paper questionnaire pile fast entry participant"), on_journey, scope="local",
        help=N_("A new person without a name for each paper sheet; digits go across the row"),
    ),
    Command("rate.rate_shortlist", N_("Rate the shortlist only"), GRID, "", "checklist", N_("filter"), on_journey),
    Command("rate.rate_all", N_("Rate all touchpoints"), GRID, "", "checklist", N_("shortlist filter off"), on_journey),
    *TABS,
)  # fmt: skip
"""Digits, Tab, Enter and the arrows are keys of the grid itself: see `keys` and `view`."""
