"""Measures, their targets and check-ins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.errors import N_, UserError
from cxstudio.model import CheckIn, Document, Id, Measure, Target
from cxstudio.store import Draft


def add_measure(draft: Draft, title: str, *, touchpoints: Sequence[Id] = (), **values: Any) -> Id:
    """A new measure behind the others; returns its id."""
    order = last_key(draft.document.all(Measure))
    return draft.create(
        Measure(id=draft.new_id(), title=title, touchpoints=tuple(touchpoints), order=order, **values)
    ).id


def add_target(draft: Draft, measure: Id, **values: Any) -> Id:
    """One more target of a measure; returns its id."""
    order = last_key(draft.document.having(Target, "measure", measure))
    return draft.create(Target(id=draft.new_id(), measure=measure, order=order, **values)).id


def depend_on(draft: Draft, measure: Id, others: Sequence[Id]) -> None:
    """Let a measure wait for these others and no more. Raises UserError, naming the circle it would close."""
    circle = _circle(draft.document, measure, others)
    if circle:
        numbers = {m.id: str(n) for n, m in enumerate(draft.document.all(Measure), 1)}
        raise UserError(
            N_("These measures would wait for each other in a circle: {path}."),
            N_("Nothing was changed."),
            N_("Take out one of the dependencies first."),
            path=" → ".join(numbers[i] for i in circle),
        )
    draft.update(Measure, measure, depends_on=tuple(dict.fromkeys(others)))


def reschedule(draft: Draft, measure: Id, start: date | None, due: date | None) -> None:
    """Give a measure its days; a due date before the start is moved to the start."""
    if start is not None and due is not None and due < start:
        due = start
    draft.update(Measure, measure, start=start, due=due)


def _circle(document: Document, measure: Id, others: Sequence[Id]) -> list[Id]:
    """The measures on the shortest circle that would be closed, the first one again at the end; empty where none is."""
    if measure in others:
        return [measure, measure]
    if not others:
        return []
    import networkx as nx  # the window and the commands begin without it

    graph = nx.DiGraph((m.id, i) for m in document.all(Measure) if m.id != measure for i in m.depends_on)
    paths = [nx.shortest_path(graph, i, measure) for i in others if i in graph and measure in graph
             and nx.has_path(graph, i, measure)]  # fmt: skip
    return [measure, *min(paths, key=len)] if paths else []


def change_target(draft: Draft, target: Id, today: Callable[[Target], float | None], **values: Any) -> None:
    """Change what a target is about; where nobody entered another start, it starts from what the figure is `today`."""
    before = draft.get(Target, target)
    after = draft.update(Target, target, **values)
    if before.from_value is None or before.from_value == today(before):
        draft.update(Target, target, from_value=today(after))


def check_in(draft: Draft, measure: Id, *, progress: int | None = None, **values: Any) -> Id:
    """Note how a measure stands; its progress follows when one is given. Returns the check-in's id."""
    order = last_key(draft.document.having(CheckIn, "measure", measure))
    if progress is not None:
        draft.update(Measure, measure, progress=progress)
    return draft.create(CheckIn(id=draft.new_id(), measure=measure, progress=progress, order=order, **values)).id
