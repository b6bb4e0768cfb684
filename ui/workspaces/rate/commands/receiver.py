"""Who carries out the commands of the workspace Rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.context.command import Receiver

if TYPE_CHECKING:
    from ui.workspaces.rate.rate_workspace import RateWorkspace

RATE: Final[Receiver[RateWorkspace]] = Receiver("go.rate", keys_in=lambda r: r.view)
