"""All commands of the window, in the order of its menus. Workspaces bring their own rows."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.commands.command import Command, has_project, redoable, undoable, writable
from ui.main_window.export_commands import export_commands
from ui.presentation.presentation_commands import COMMANDS as PRESENTATION
from ui.workspaces.journey.catalogue.catalogue_commands import COMMANDS as CATALOGUE
from ui.workspaces.journey.commands.clipboard_commands import COMMANDS as CLIPBOARD
from ui.workspaces.journey.commands.filter_commands import COMMANDS as LOOKING
from ui.workspaces.journey.commands.journey_commands import COMMANDS as JOURNEYS
from ui.workspaces.journey.commands.lane_commands import COMMANDS as LANES
from ui.workspaces.journey.commands.map_commands import COMMANDS as JOURNEY
from ui.workspaces.journey.flow.flow_commands import COMMANDS as FLOW
from ui.workspaces.measures.measures_commands import COMMANDS as MEASURES
from ui.workspaces.rate.commands.chart_commands import COMMANDS as PICTURES
from ui.workspaces.rate.commands.rate_commands import COMMANDS as RATE
from ui.workspaces.understand.understand_commands import COMMANDS as UNDERSTAND

PROJECT: Final = N_("Project")
EDIT: Final = N_("Edit")
EXPORT: Final = N_("Share")
GO: Final = N_("Workspaces")
VIEW: Final = N_("View")


def _go(digit: int, name: str, text: str, icon: str, synonyms: str) -> Command:
    keys = f"Ctrl+{digit}"
    return Command(f"go.{name}", text, GO, keys, icon, synonyms, enabled=has_project, handler="go.to", argument=name)


WINDOW: tuple[Command, ...] = (
    Command("project.new", N_("New journey"), PROJECT, "Ctrl+N", "new", N_("create start project")),
    Command("project.open", N_("Open …"), PROJECT, "Ctrl+O", "open", N_("load file")),
    Command("project.sample", N_("Look at the sample"), PROJECT, "", "sample", N_("example demo Lindenfurt")),
    Command(
        "project.import_table",
        N_("List from Excel …"),
        PROJECT,
        "",
        "table",
        N_("import CSV survey questionnaire event log process Mermaid paste"),
    ),
    Command("project.save", N_("Save"), PROJECT, "Ctrl+S", "save", enabled=writable),
    Command("project.save_as", N_("Save as …"), PROJECT, "Ctrl+Shift+S", "save", N_("copy rename")),
    Command("project.close", N_("Start page"), PROJECT, "Ctrl+W", "home", N_("close project recent files")),
    Command("project.quit", N_("Quit"), PROJECT, "Ctrl+Q", "", N_("exit end")),
    Command("edit.undo", N_("Undo"), EDIT, "Ctrl+Z", "undo", N_("back"), enabled=undoable),
    Command("edit.redo", N_("Redo"), EDIT, "Ctrl+Y | Ctrl+Shift+Z", "redo", N_("again"), enabled=redoable),
    Command(
        "frame.note",
        N_("Take a note"),
        EDIT,
        ".",
        "note",
        N_("note line parking lot quote idea flip chart"),
        enabled=writable,
    ),
    *export_commands(EXPORT),
    _go(1, "understand", N_("Understand"), "person", N_("personas target group expectation")),
    _go(2, "journey", N_("Journey"), "journey", N_("map customer journey touchpoint lanes storyboard blueprint")),
    _go(3, "rate", N_("Rate"), "bars", N_("figures expectation experience questionnaire satisfaction delta")),
    _go(4, "ideas", N_("Ideas"), "bulb", N_("notes how might we brainstorming parking lot")),
    _go(5, "measures", N_("Measures"), "checklist", N_("action plan tasks to-do kanban")),
    _go(6, "control", N_("Control"), "history", N_("follow-up before after change due")),
    _go(7, "report", N_("Report"), "report", N_("PDF management handout result")),
    Command("frame.find", N_("Search or command"), VIEW, "Ctrl+K", "search", hidden=True, handler="frame.search"),
    Command(
        "frame.present",
        N_("Present"),
        VIEW,
        "F5",
        "present",
        N_("projector full screen slides show"),
        enabled=has_project,
    ),
    Command(
        "frame.present_here",
        N_("Present from here"),
        VIEW,
        "Shift+F5",
        "present",
        N_("projector selection slides"),
        enabled=has_project,
    ),
    Command(
        "frame.inspector",
        N_("Show or hide the inspector"),
        VIEW,
        "F4",
        "sidebar",
        N_("panel details fields"),
        enabled=has_project,
    ),
    Command("frame.handbook", N_("Handbook"), VIEW, "Shift+F1", "book", N_("help manual guide explain")),
    Command("frame.shortcuts", N_("All keys"), VIEW, "F1", "keyboard", N_("shortcuts help keyboard")),
    Command("frame.settings", N_("Settings"), VIEW, "Ctrl+,", "settings", N_("language palette dark keys preferences")),
    Command(
        "look.palette",
        N_("Switch between light and dark"),
        VIEW,
        "Ctrl+Shift+L",
        "contrast",
        N_("theme night dark mode"),
    ),
    Command(
        "look.language", N_("Switch between German and English"), VIEW, "", "language", N_("Deutsch English Sprache")
    ),
)

COMMANDS: tuple[Command, ...] = (
    WINDOW
    + PRESENTATION
    + JOURNEY
    + LANES
    + FLOW
    + CLIPBOARD
    + CATALOGUE
    + JOURNEYS
    + LOOKING
    + UNDERSTAND
    + RATE
    + PICTURES
    + MEASURES
)
