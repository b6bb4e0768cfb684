"""All commands of the window, in the order of its menus. Workspaces bring their own rows."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.commands import Command, has_project, redoable, undoable, writable
from ui.workspaces.journey.commands import COMMANDS as JOURNEY
from ui.workspaces.measures.commands import COMMANDS as MEASURES
from ui.workspaces.understand.commands import COMMANDS as UNDERSTAND

PROJECT: Final = N_("Project")
EDIT: Final = N_("Edit")
EXPORT: Final = N_("Hand on")
GO: Final = N_("Workspaces")
VIEW: Final = N_("View")

WINDOW: tuple[Command, ...] = (
    Command("project.new", N_("New journey"), PROJECT, "Ctrl+N", "new", N_("create start project")),
    Command("project.open", N_("Open …"), PROJECT, "Ctrl+O", "open", N_("load file")),
    Command("project.sample", N_("Look at the sample"), PROJECT, "", "sample", N_("example demo Lindenfurt")),
    Command(
        "project.import_table", N_("List from Excel …"), PROJECT, "", "table", N_("import CSV survey Mermaid paste")
    ),
    Command("project.save", N_("Save"), PROJECT, "Ctrl+S", "save", enabled=writable),
    Command("project.save_as", N_("Save as …"), PROJECT, "Ctrl+Shift+S", "save", N_("copy rename")),
    Command("project.close", N_("Start page"), PROJECT, "Ctrl+W", "home", N_("close project recent files")),
    Command("project.quit", N_("Quit"), PROJECT, "Ctrl+Q", "", N_("exit end")),
    Command("edit.undo", N_("Undo"), EDIT, "Ctrl+Z", "undo", N_("back"), enabled=undoable),
    Command("edit.redo", N_("Redo"), EDIT, "Ctrl+Y | Ctrl+Shift+Z", "redo", N_("again"), enabled=redoable),
    Command(
        "frame.note", N_("Take a note"), EDIT, ".", "note", N_("note line parking lot quote idea"), enabled=writable
    ),
    Command(
        "export.report",
        N_("Report as PDF …"),
        EXPORT,
        "Ctrl+P",
        "report",
        N_("decision paper management"),
        enabled=has_project,
    ),
    Command(
        "export.plan_xlsx", N_("Action plan as Excel …"), EXPORT, "", "table", N_("measures XLSX"), enabled=has_project
    ),
    Command("export.plan_csv", N_("Action plan as CSV …"), EXPORT, "", "table", N_("measures"), enabled=has_project),
    Command("export.map_pdf", N_("Map as PDF …"), EXPORT, "", "map", N_("journey export print"), enabled=has_project),
    Command("export.map_svg", N_("Map as SVG …"), EXPORT, "", "map", N_("journey export vector"), enabled=has_project),
    Command(
        "export.map_png",
        N_("Map as picture (PNG) …"),
        EXPORT,
        "",
        "map",
        N_("journey export image"),
        enabled=has_project,
    ),
    Command("export.mermaid", N_("Journey as Mermaid …"), EXPORT, "", "map", N_("text export"), enabled=has_project),
    Command(
        "go.understand",
        N_("Understand", enabled=has_project),
        GO,
        "Ctrl+1",
        "person",
        N_("personas"),
        handler="go.to",
        argument="understand",
    ),
    Command(
        "go.journey",
        N_("Journey", enabled=has_project),
        GO,
        "Ctrl+2",
        "journey",
        N_("map Customer Journey lanes"),
        handler="go.to",
        argument="journey",
    ),
    Command(
        "go.rate",
        N_("Rate", enabled=has_project),
        GO,
        "Ctrl+3",
        "bars",
        N_("figures expectation experience"),
        handler="go.to",
        argument="rate",
    ),
    Command(
        "go.ideas",
        N_("Ideas"),
        GO,
        "Ctrl+4",
        "bulb",
        N_("how might we"),
        handler="go.to",
        argument="ideas",
        enabled=has_project,
    ),
    Command(
        "go.measures",
        N_("Measures", enabled=has_project),
        GO,
        "Ctrl+5",
        "checklist",
        N_("action plan"),
        handler="go.to",
        argument="measures",
    ),
    Command(
        "go.control",
        N_("Control", enabled=has_project),
        GO,
        "Ctrl+6",
        "history",
        N_("follow-up before after"),
        handler="go.to",
        argument="control",
    ),
    Command(
        "go.report",
        N_("Report"),
        GO,
        "Ctrl+7",
        "report",
        N_("PDF management"),
        handler="go.to",
        argument="report",
        enabled=has_project,
    ),
    Command("frame.find", N_("Search or command"), VIEW, "Ctrl+K", "search", N_("find palette"), hidden=True),
    Command("frame.present", N_("Present"), VIEW, "F5", "present", N_("projector full screen"), enabled=has_project),
    Command(
        "frame.inspector",
        N_("Show or hide the inspector"),
        VIEW,
        "F4",
        "sidebar",
        N_("panel details fields"),
        enabled=has_project,
    ),
    Command("frame.shortcuts", N_("All keys"), VIEW, "F1", "keyboard", N_("shortcuts help keyboard")),
    Command("frame.settings", N_("Settings"), VIEW, "Ctrl+,", "settings", N_("language palette dark keys preferences")),
    Command("frame.palette", N_("Switch between light and dark"), VIEW, "Ctrl+Shift+L", "contrast", N_("theme night")),
    Command(
        "frame.language", N_("Switch between German and English"), VIEW, "", "language", N_("Deutsch English Sprache")
    ),
)

COMMANDS: tuple[Command, ...] = WINDOW + JOURNEY + UNDERSTAND + MEASURES
