"""Who carries out the commands of the journey: its workspace, in view of it, beside its lanes, or from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.context.command import Receiver

if TYPE_CHECKING:
    from ui.workspaces.journey.journey_workspace import JourneyWorkspace

JOURNEY: Final[Receiver[JourneyWorkspace]] = Receiver("go.journey", keys_in=lambda j: j.views)
"""Commands that are carried out in view of the map or of another view of the journey."""
LANES: Final[Receiver[JourneyWorkspace]] = Receiver(keys_in=lambda j: j.area.labels)
"""Commands of lanes; their shortcuts work while the labels have the keyboard."""
ANYWHERE: Final[Receiver[JourneyWorkspace]] = Receiver()
"""Commands that work whichever workspace is in view, once the journey has been."""
