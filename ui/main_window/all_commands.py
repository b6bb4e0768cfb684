"""All commands of the window, in the order in which they are offered."""

from __future__ import annotations

from typing import Final

from ui.context import workshop_run
from ui.context.command import Command
from ui.main_window import (
    appearance_commands,
    copy_commands,
    export_commands,
    file_commands,
    own_catalogue_commands,
    print_commands,
    project_commands,
    report_options_commands,
    undo_commands,
    verify_commands,
)
from ui.presentation import second_screen
from ui.shell import shell
from ui.workspaces.workspace_table import BY_NAME, WORKSPACES

_FIRST: Final = BY_NAME["journey"]
"""Its commands are offered before those of the other workspaces."""

COMMANDS: Final[tuple[Command, ...]] = (
    *project_commands.COMMANDS,
    *file_commands.COMMANDS,
    *undo_commands.COMMANDS,
    shell.NOTE,
    *export_commands.COMMANDS,
    *copy_commands.COMMANDS,
    *report_options_commands.COMMANDS,
    *verify_commands.COMMANDS,
    *print_commands.COMMANDS,
    *shell.GO_COMMANDS,
    *shell.COMMANDS,
    *appearance_commands.COMMANDS,
    *second_screen.COMMANDS,
    *workshop_run.COMMANDS,
    *_FIRST.commands,
    *own_catalogue_commands.COMMANDS,
    *(command for workspace in WORKSPACES if workspace is not _FIRST for command in workspace.commands),
)
