"""Commands of the workspace Understand."""

from __future__ import annotations

from ui.commands import Command

COMMANDS: tuple[Command, ...] = ()
