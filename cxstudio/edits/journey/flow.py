"""Ways between touchpoints, as a hand draws them."""

from __future__ import annotations

from typing import Any

from cxstudio.model import Document, Id, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.store import Draft


def draw_way(draft: Draft, source: Id, target: Id | None, **values: Any) -> Id:
    """The way from one touchpoint to another (None: customers give up), drawn where there is none; returns its id.

    Towards the beginning of the map it is a return; beside the order of the map, or a usual way somebody drew, an
    alternative. `values` are written to it, new or not.
    """
    known = way_between(draft.document, source, target)
    if known is not None:
        return draft.update(Transition, known.id, **values).id if values else known.id
    draft.get(Touchpoint, source)
    if target is not None:
        draft.get(Touchpoint, target)
    kind = TransitionKind.DROP_OUT if target is None else _kind(draft.document, source, target)
    return draft.create(Transition(id=draft.new_id(), source=source, target=target, **{"kind": kind, **values})).id


def way_between(document: Document, source: Id, target: Id | None) -> Transition | None:
    """The way drawn from one touchpoint to another; for None the drop-out."""
    for way in document.having(Transition, "source", source):
        leaves = way.kind is TransitionKind.DROP_OUT
        if (leaves and target is None) or (not leaves and target is not None and way.target == target):
            return way
    return None


def _kind(document: Document, source: Id, target: Id) -> TransitionKind:
    order = [t.id for t in document.journey_touchpoints(document.journey_of(document.get(Touchpoint, source)).id)]
    here, there = order.index(source), order.index(target) if target in order else len(order)
    if there <= here:
        return TransitionKind.RETURN
    usual = any(w.kind is TransitionKind.NORMAL for w in document.having(Transition, "source", source))
    return TransitionKind.NORMAL if there == here + 1 and not usual else TransitionKind.ALTERNATIVE


def set_share(draft: Draft, source: Id, target: Id | None, share: float | None, *, assumed: bool) -> Id:
    """Say what part goes this way, 0 to 1 (None: nobody knows); draws the way where it was only the map's order."""
    return draw_way(draft, source, target, share=share, assumed=assumed)
