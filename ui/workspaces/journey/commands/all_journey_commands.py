"""All commands of the journey workspace, in the order in which they are offered."""

from __future__ import annotations

from typing import Final

from ui.context.command import Command
from ui.workspaces.journey.commands.filter_commands import COMMANDS as FILTER
from ui.workspaces.journey.commands.flow_commands import COMMANDS as FLOW
from ui.workspaces.journey.commands.journey_commands import COMMANDS as JOURNEYS
from ui.workspaces.journey.commands.lane_commands import COMMANDS as LANES
from ui.workspaces.journey.commands.map_commands import COMMANDS as MAP

COMMANDS: Final[tuple[Command, ...]] = MAP + LANES + FLOW + JOURNEYS + FILTER
