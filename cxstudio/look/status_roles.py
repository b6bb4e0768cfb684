"""Colours of a measure's status, wherever it is shown: ground and ink."""

from __future__ import annotations

from typing import Final

from cxstudio.look.roles import Role
from cxstudio.model.kinds import MeasureStatus

STATUS_ROLES: Final = {
    MeasureStatus.IDEA: (Role.OKAY_GROUND, Role.OKAY),
    MeasureStatus.PROPOSED: (Role.STARDUST_GROUND, Role.STARDUST),
    MeasureStatus.PLANNED: (Role.ACCENT_GROUND, Role.ACCENT),
    MeasureStatus.RUNNING: (Role.ACCENT_GROUND, Role.ACCENT),
    MeasureStatus.DONE: (Role.DELIGHTING_GROUND, Role.DELIGHTING),
    MeasureStatus.DROPPED: (Role.OKAY_GROUND, Role.FAINT),
}
