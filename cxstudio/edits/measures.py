"""Measures, their targets and check-ins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.model import CheckIn, Id, Measure, Target
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


def check_in(draft: Draft, measure: Id, *, progress: int | None = None, **values: Any) -> Id:
    """Note how a measure stands; its progress follows when one is given. Returns the check-in's id."""
    order = last_key(draft.document.having(CheckIn, "measure", measure))
    if progress is not None:
        draft.update(Measure, measure, progress=progress)
    return draft.create(CheckIn(id=draft.new_id(), measure=measure, progress=progress, order=order, **values)).id
