"""What stands on a laid-out map, found by its key."""

from __future__ import annotations

from cxstudio.layout.display.display_list import Group
from cxstudio.layout.map.map_layout import MapLayout


def group_keys(layout: MapLayout) -> dict[str, Group]:
    """Every group of the body by its key."""
    return {p.group.key: p.group for p in layout.body.flat()}
