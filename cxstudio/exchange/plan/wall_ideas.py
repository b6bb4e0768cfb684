"""Notes of a whiteboard as ideas: those of one topic are a cluster, and each cluster begins a row of the wall."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.model import Cluster, Id, Idea, Record, new_id
from cxstudio.model.ideation import wall_grid as grid
from cxstudio.model.kinds import NoteColour
from cxstudio.store.order import keys_between


def wall_ideas(given: Sequence[tuple[str, str]]) -> tuple[Record, ...]:
    """Clusters and ideas of texts with their topics, clear of each other."""
    topics = {topic: None for _, topic in given if topic}
    keys = keys_between(None, None, len(topics))
    clusters: dict[str, Cluster] = {}
    ideas: list[Idea] = []
    colours, down = tuple(NoteColour), 0
    orders = iter(keys_between(None, None, len(given)))
    for place, topic in enumerate((*topics, "")):
        mine = [text for text, own in given if own == topic]
        if not mine:
            continue
        cluster: Id | None = None
        x, y = _spot(0, down)
        if topic:
            made = Cluster(id=new_id(), name=topic, x=x, y=y, order=keys[place])
            clusters[topic], cluster = made, made.id
        for number, text in enumerate(mine):
            left, top = _spot(number % grid.ACROSS, down + number // grid.ACROSS)
            values = {"colour": colours[place % len(colours)], "x": left, "y": top, "order": next(orders)}
            ideas.append(Idea(id=new_id(), text=text, cluster=cluster).model_copy(update=values))
        down += -(-len(mine) // grid.ACROSS) + (1 if topic else 0)
    return (*clusters.values(), *ideas)


def below(ideas: Sequence[Idea], arrived: Sequence[Record]) -> dict[Id, Record]:
    """Arriving ideas and clusters moved below those that hang on the same wall."""
    lowest = max((idea.y for idea in ideas if idea.question is None), default=None)
    if lowest is None:
        return {}
    found: dict[Id, Record] = {}
    for record in arrived:
        if isinstance(record, Idea | Cluster) and record.question is None:
            found[record.id] = record.model_copy(update={"y": record.y + lowest + grid.STEP_DOWN})
    return found


def _spot(across: int, down: int) -> tuple[float, float]:
    return grid.MARGIN + across * grid.STEP_ACROSS, grid.MARGIN + grid.HEAD + down * grid.STEP_DOWN
