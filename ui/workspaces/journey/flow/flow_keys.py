"""Walking through the flow by keys: along ways, up and down a layer, and through the ways of a card."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cxstudio.layout.flow import FlowLayout, WayLine


def next_card(layout: FlowLayout, here: str | None, key: Qt.Key) -> str | None:
    """The card an arrow leads to: along the strongest way, or to the neighbour in the layer."""
    keys = list(layout.cards)
    if not keys:
        return None
    if here is None or here not in layout.cards:
        return keys[-1] if key in (Qt.Key.Key_Left, Qt.Key.Key_End) else keys[0]
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return keys[0] if key == Qt.Key.Key_Home else keys[-1]
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        card = layout.above(here, -1 if key == Qt.Key.Key_Up else 1)
        return card.key if card is not None else None
    if key == Qt.Key.Key_Right:
        ahead = [w.target for w in layout.leaving(here) if w.target is not None and w.target != here]
        return next((t for t in ahead if layout.cards[t].layer > layout.cards[here].layer), ahead[0] if ahead else None)
    behind = [w.source for w in layout.entering(here) if w.source != here]
    return next((s for s in behind if layout.cards[s].layer < layout.cards[here].layer), behind[0] if behind else None)


def next_way(layout: FlowLayout, way: WayLine | None, here: str | None, step: int) -> WayLine | None:
    """The way after (1) or before (−1) this one among those leaving its card; None beyond the last or first."""
    source = way.source if way is not None else here
    if source is None or source not in layout.cards:
        return None
    ways = layout.leaving(source)
    if way is None:
        return ways[0] if ways and step > 0 else None
    at = ways.index(way) + step
    return ways[at] if 0 <= at < len(ways) else None
