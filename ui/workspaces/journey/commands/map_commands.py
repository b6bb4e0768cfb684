"""Commands of the journey workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Touchpoint
from cxstudio.wording import N_
from ui.commands.command import Command, writable
from ui.workspaces.journey.commands.journey_views import COMMANDS as VIEWS
from ui.workspaces.journey.commands.side_panels import COMMANDS as PANELS

if TYPE_CHECKING:
    from ui.context.context import Context

MAP: Final = N_("Map")
RATING: Final = N_("Rating")
ZOOM: Final = N_("Zoom")


def on_touchpoint(context: Context) -> bool:
    """Writable, and a touchpoint is selected."""
    return writable(context) and context.selection.of(Touchpoint) is not None


def on_anything(context: Context) -> bool:
    """Writable, and something is selected."""
    return writable(context) and context.selection.id is not None


def with_touchpoint(context: Context) -> bool:
    """A touchpoint is selected."""
    return context.selection.of(Touchpoint) is not None


COMMANDS: tuple[Command, ...] = (
    Command(
        "journey.new_touchpoint", N_("New touchpoint"), MAP, "N", "plus", N_("add create card"), writable, scope="local"
    ),
    Command(
        "journey.new_stage",
        N_("New stage"),
        MAP,
        "Shift+N",
        "plus",
        N_("add create phase section"),
        writable,
        scope="local",
    ),
    Command(
        "journey.rename",
        N_("Edit the text"),
        MAP,
        "F2 | Return | Enter",
        "edit",
        N_("rename name write"),
        on_anything,
        scope="local",
    ),
    Command("journey.remove", N_("Remove"), MAP, "Del", "trash", N_("delete"), on_anything, scope="local"),
    Command(
        "journey.duplicate", N_("Duplicate"), MAP, "Ctrl+D", "copy", N_("copy double"), on_touchpoint, scope="local"
    ),
    Command(
        "journey.move_left",
        N_("Move to the left"),
        MAP,
        "Alt+Left",
        "",
        N_("order earlier"),
        on_anything,
        scope="local",
    ),
    Command(
        "journey.move_right",
        N_("Move to the right"),
        MAP,
        "Alt+Right",
        "",
        N_("order later"),
        on_anything,
        scope="local",
    ),
    Command(
        "journey.critical",
        N_("Mark as critical or not"),
        MAP,
        "K",
        "warning",
        N_("mark warning pain point"),
        on_touchpoint,
        scope="local",
    ),
    Command(
        "journey.stardust",
        N_("Mark as stardust or not"),
        MAP,
        "*",
        "star",
        N_("mark star keep delight wow"),
        on_touchpoint,
        scope="local",
    ),
    Command(
        "journey.add_quote",
        N_("Add a customer quote"),
        MAP,
        "",
        "note",
        N_("customer voice verbatim note"),
        on_touchpoint,
    ),
    Command("journey.add_hurdle", N_("Add a hurdle"), MAP, "", "minus", N_("pain problem note"), on_touchpoint),
    Command("journey.add_opportunity", N_("Add an opportunity"), MAP, "", "plus", N_("chance note"), on_touchpoint),
    Command("journey.add_measure", N_("Add a measure"), MAP, "", "checklist", N_("action task to-do"), on_touchpoint),
    Command("journey.next_critical", N_("Next critical touchpoint"), MAP, "F8", "", N_("find jump warning")),
    Command(
        "journey.previous_critical", N_("Previous critical touchpoint"), MAP, "Shift+F8", "", N_("find jump warning")
    ),
    Command(
        "journey.fold", N_("Fold or unfold the stage"), MAP, "Ctrl+Return", "menu", N_("collapse expand"), scope="local"
    ),
    Command(
        "journey.fold_all",
        N_("Fold or unfold all stages"),
        MAP,
        "Ctrl+Shift+Return",
        "menu",
        N_("collapse expand"),
        scope="local",
    ),
    Command(
        "journey.rate_expectation",
        N_("Rate the expectation"),
        RATING,
        "E",
        "",
        "",
        on_touchpoint,
        handler="journey.choose_figure",
        argument="expectation",
        scope="local",
    ),
    Command(
        "journey.rate_experience",
        N_("Rate the experience"),
        RATING,
        "X",
        "",
        "",
        on_touchpoint,
        handler="journey.choose_figure",
        argument="experience",
        scope="local",
    ),
    Command(
        "journey.rate_emotion",
        N_("Rate the emotion"),
        RATING,
        "M",
        "",
        "",
        on_touchpoint,
        handler="journey.choose_figure",
        argument="emotion",
        scope="local",
    ),
    Command(
        "journey.rate_importance",
        N_("Rate the importance"),
        RATING,
        "W",
        "",
        "",
        on_touchpoint,
        handler="journey.choose_figure",
        argument="importance",
        scope="local",
    ),
    Command(
        "journey.clear_rating",
        N_("Take the rating back"),
        RATING,
        "Backspace",
        "",
        N_("delete value"),
        on_touchpoint,
        scope="local",
    ),
    Command(
        "journey.enter_group_value", N_("Enter a group value"), RATING, "", "person", N_("consensus round"), writable
    ),
    Command("journey.zoom_in", N_("Zoom in"), ZOOM, "Ctrl++ | Ctrl+=", "zoom_in", N_("larger bigger")),
    Command("journey.zoom_out", N_("Zoom out"), ZOOM, "Ctrl+-", "zoom_out", N_("smaller")),
    Command("journey.zoom_100", N_("Zoom to 100%"), ZOOM, "Ctrl+0", "", N_("actual size")),
    Command("journey.zoom_all", N_("Zoom to the whole journey"), ZOOM, "F6", "map", N_("all overview fit")),
    Command("journey.zoom_stage", N_("Zoom to the stage"), ZOOM, "F7", "", N_("phase fit")),
    Command(
        "journey.zoom_selection",
        N_("Zoom to the selection"),
        ZOOM,
        "Shift+F7",
        "",
        N_("touchpoint fit"),
        with_touchpoint,
    ),
    *VIEWS,
    *PANELS,
)
"""Arrow keys, Tab and the digits of a rating are keys of the map itself: see `keys`."""
