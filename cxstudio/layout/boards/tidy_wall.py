"""Where the notes of a wall hang once it is tidied: clusters in rows, and below them what is in none."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.layout.boards.wall_items import Wall
from cxstudio.model import Id
from cxstudio.model.ideation import wall_grid as grid

_USUAL = grid.MARGIN + 2 * (grid.CLUSTER_ACROSS * grid.STEP_ACROSS + grid.MARGIN + grid.GAP)
"""Room for two clusters side by side."""
Spots = dict[Id, tuple[float, float]]


def tidy_spots(wall: Wall, order: Sequence[Id] = (), room: float = _USUAL) -> Spots:
    """A place for every note in so much room across; in `order`, else as they are. Notes never cover each other."""
    ranked = {idea: place for place, idea in enumerate(order)}
    notes = sorted(wall.notes, key=lambda n: ranked.get(n.idea, len(ranked)))
    spots: Spots = {}
    x, y, high = grid.MARGIN, grid.MARGIN, 0.0
    most = grid.CLUSTER_ACROSS if room >= _USUAL else grid.CLUSTER_ACROSS - 1
    columns = max(2, int((room - grid.MARGIN) // grid.STEP_ACROSS))
    for cluster in wall.clusters:
        inside = [n.idea for n in notes if n.cluster == cluster.cluster]
        across = min(most, len(inside))
        wide = across * grid.STEP_ACROSS + grid.MARGIN
        if x > grid.MARGIN and x + wide > room:
            x, y, high = grid.MARGIN, y + high, 0.0
        for place, idea in enumerate(inside):
            down, right = divmod(place, across)
            row = x + right * grid.STEP_ACROSS, y + grid.HEAD + down * grid.STEP_DOWN
            spots[idea] = grid.loose(*row, len(spots))
        rows = -(-len(inside) // across)
        high = max(high, grid.HEAD + rows * grid.STEP_DOWN + grid.MARGIN)
        x += wide + grid.GAP
    y += high
    rest = [n.idea for n in notes if n.idea not in spots]
    for place, idea in enumerate(rest):
        down, right = divmod(place, columns)
        row = grid.MARGIN + right * grid.STEP_ACROSS, y + grid.HEAD + down * grid.STEP_DOWN
        spots[idea] = grid.loose(*row, len(spots))
    return spots
