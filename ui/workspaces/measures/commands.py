"""Commands of the workspace Measures."""

from __future__ import annotations

from ui.commands import Command

COMMANDS: tuple[Command, ...] = ()
