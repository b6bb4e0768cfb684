"""Commands of the journey workspace."""

from __future__ import annotations

from typing import Final

from cxstudio.model import Stage, Touchpoint
from cxstudio.model.questions import SINGLE, TouchpointQuestion
from cxstudio.wording import N_
from cxstudio.wording.fields.question_words import WORDS
from ui.context.command import Command
from ui.context.command_conditions import has_project, on_touchpoint, writable
from ui.context.session_state import SessionState
from ui.widgets.lazy_pages import commands_of
from ui.workspaces.journey.commands.receivers import JOURNEY
from ui.workspaces.journey.view_table import PANELS, VIEWS

MAP: Final = N_("Map")
RATING: Final = N_("Rating")
ZOOM: Final = N_("Zoom")


def on_anything(state: SessionState) -> bool:
    """Writable, and something is selected."""
    return writable(state) and state.selection.id is not None


def copyable(state: SessionState) -> bool:
    """Touchpoints or stages are selected."""
    selection = state.selection
    return selection.of(Touchpoint) is not None or selection.of(Stage) is not None


def cuttable(state: SessionState) -> bool:
    """As copyable, in a project that may be changed."""
    return writable(state) and copyable(state)


def with_touchpoint(state: SessionState) -> bool:
    """A touchpoint is selected."""
    return state.selection.of(Touchpoint) is not None


def _rate(question: TouchpointQuestion) -> Command:
    run = JOURNEY.does(lambda j: j.rating.choose_figure(question.name))
    name, text = f"journey.rate_{question.name}", WORDS[question.name].rate
    return Command(name, text, RATING, question.key, "", "", on_touchpoint, scope="local", run=run)


COMMANDS: tuple[Command, ...] = (
    Command("journey.new_touchpoint", N_("New touchpoint"), MAP, "N", "plus", N_("add create card"), writable,
            scope="local", run=JOURNEY.does(lambda j: (j.view_edits or j.editing).new_touchpoint())),
    Command("journey.new_stage", N_("New stage"), MAP, "Shift+N", "plus", N_("add create phase section"), writable,
            scope="local", run=JOURNEY.does(lambda j: j.editing.new_stage())),
    Command("journey.rename", N_("Edit the text"), MAP, "F2 | Return | Enter", "edit", N_("rename name write"),
            on_anything, scope="local", run=JOURNEY.does(lambda j: (j.view_edits or j.cells).rename())),
    Command("journey.remove", N_("Remove"), MAP, "Del", "trash", N_("delete"), on_anything, scope="local",
            run=JOURNEY.does(lambda j: j.removing.remove())),
    Command("journey.duplicate", N_("Duplicate"), MAP, "Ctrl+D", "copy", N_("copy double"), on_touchpoint,
            scope="local", run=JOURNEY.does(lambda j: j.editing.duplicate())),
    Command("journey.move_left", N_("Move to the left"), MAP, "Alt+Left", "", N_("order earlier"), on_anything,
            scope="local", run=JOURNEY.does(lambda j: j.editing.move_left())),
    Command("journey.move_right", N_("Move to the right"), MAP, "Alt+Right", "", N_("order later"), on_anything,
            scope="local", run=JOURNEY.does(lambda j: j.editing.move_right())),
    Command("journey.critical", N_("Mark as critical or not"), MAP, "K", "warning", N_("mark warning pain point"),
            on_touchpoint, scope="local", run=JOURNEY.does(lambda j: j.editing.critical())),
    Command("journey.stardust", N_("Mark as stardust or not"), MAP, "*", "star", N_("mark star keep delight wow"),
            on_touchpoint, scope="local", run=JOURNEY.does(lambda j: j.editing.stardust())),
    Command("journey.pick_channels", N_("Choose channels"), MAP, "C", "", N_("channel web app phone letter"),
            on_touchpoint, scope="local", run=JOURNEY.does(lambda j: j.links.pick("channels"))),
    Command("journey.pick_departments", N_("Choose departments"), MAP, "D", "", N_("department responsible owner team"),
            on_touchpoint, scope="local", run=JOURNEY.does(lambda j: j.links.pick("departments"))),
    Command("journey.add_quote", N_("Add a customer quote"), MAP, "", "note", N_("customer voice verbatim note"),
            on_touchpoint, run=JOURNEY.does(lambda j: j.editing.add_quote())),
    Command("journey.add_hurdle", N_("Add a hurdle"), MAP, "", "minus", N_("pain problem note"), on_touchpoint,
            run=JOURNEY.does(lambda j: j.editing.add_hurdle())),
    Command("journey.add_opportunity", N_("Add an opportunity"), MAP, "", "plus", N_("chance note"), on_touchpoint,
            run=JOURNEY.does(lambda j: j.editing.add_opportunity())),
    Command("journey.add_measure", N_("Add a measure"), MAP, "", "checklist", N_("action task to-do"), on_touchpoint,
            run=JOURNEY.does(lambda j: j.editing.add_measure())),
    Command("journey.next_critical", N_("Next critical touchpoint"), MAP, "F8", "", N_("find jump warning"),
            run=JOURNEY.does(lambda j: j.zooming.next_critical()), repeats=True),
    Command("journey.previous_critical", N_("Previous critical touchpoint"), MAP, "Shift+F8", "",
            N_("find jump warning"), run=JOURNEY.does(lambda j: j.zooming.previous_critical()), repeats=True),
    Command("journey.fold", N_("Fold or unfold the stage"), MAP, "Ctrl+Return", "menu", N_("collapse expand"),
            scope="local", run=JOURNEY.does(lambda j: j.zooming.fold())),
    Command("journey.fold_all", N_("Fold or unfold all stages"), MAP, "Ctrl+Shift+Return", "menu",
            N_("collapse expand"), scope="local", run=JOURNEY.does(lambda j: j.zooming.fold_all())),
    *(_rate(question) for question in SINGLE if WORDS[question.name].rate),
    Command("journey.clear_rating", N_("Withdraw the rating"), RATING, "Backspace", "", N_("delete value"),
            on_touchpoint, scope="local", run=JOURNEY.does(lambda j: j.removing.clear_rating())),
    Command("journey.enter_group_value", N_("Enter a group value"), RATING, "", "person", N_("consensus round"),
            writable, run=JOURNEY.does(lambda j: j.rating.enter_group_value())),
    Command("journey.zoom_in", N_("Zoom in"), ZOOM, "Ctrl++ | Ctrl+=", "zoom_in", N_("larger bigger"),
            run=JOURNEY.does(lambda j: j.zoom.zoom_in()), repeats=True),
    Command("journey.zoom_out", N_("Zoom out"), ZOOM, "Ctrl+-", "zoom_out", N_("smaller"),
            run=JOURNEY.does(lambda j: j.zoom.zoom_out()), repeats=True),
    Command("journey.zoom_100", N_("Zoom to 100%"), ZOOM, "Ctrl+0", "", N_("actual size"),
            run=JOURNEY.does(lambda j: j.zoom.zoom_100())),
    Command("journey.zoom_all", N_("Zoom to the whole journey"), ZOOM, "F6", "map", N_("all overview fit"),
            run=JOURNEY.does(lambda j: j.zoom.zoom_all())),
    Command("journey.zoom_stage", N_("Zoom to the stage"), ZOOM, "F7", "", N_("phase fit"),
            run=JOURNEY.does(lambda j: j.zoom.zoom_stage())),
    Command("journey.zoom_selection", N_("Zoom to the selection"), ZOOM, "Shift+F7", "", N_("touchpoint fit"),
            with_touchpoint, run=JOURNEY.does(lambda j: j.zoom.zoom_selection())),
    *commands_of(VIEWS, MAP, "journey.show_", JOURNEY, lambda j, view: j.show_view(view)),
    *commands_of(PANELS, MAP, "journey.panel_", JOURNEY, lambda j, panel: j.toggle_panel(panel)),
    Command("journey.copy", N_("Copy"), MAP, "Ctrl+C", "copy", N_("clipboard"), copyable, scope="local",
            run=JOURNEY.does(lambda j: j.hands.copy())),
    Command("journey.cut", N_("Cut"), MAP, "Ctrl+X", "", N_("clipboard"), cuttable, scope="local",
            run=JOURNEY.does(lambda j: j.hands.cut())),
    Command("journey.paste", N_("Paste"), MAP, "Ctrl+V", "", N_("clipboard Excel lines touchpoints picture"), writable,
            scope="local", help=N_("Copied touchpoints, lines or cells from a spreadsheet, or a picture."),
            run=JOURNEY.does(lambda j: j.hands.paste())),
    Command("journey.select_all", N_("Select all"), MAP, "Ctrl+A", "", N_("mark"), has_project, scope="local",
            run=JOURNEY.does(lambda j: j.hands.select_all())),
)  # fmt: skip
"""Arrow keys, Tab and the digits of a rating are keys of the map itself: see `keys`."""
