"""Which workspace shows a record or a method card: one rule for links, lists and the search of commands."""

from __future__ import annotations

from typing import Final

from cxstudio.model import (
    Benchmark,
    Cluster,
    Document,
    Id,
    Idea,
    Journey,
    Measure,
    Note,
    Persona,
    Promise,
    Question,
    Record,
    Round,
    Stakeholder,
    VoteRound,
    Workshop,
)
from cxstudio.model.registry import ref_fields
from ui.context.context import Context

_SHOWN_IN: Final[dict[type[Record], str]] = {
    Persona: "understand",
    Promise: "understand",
    Stakeholder: "understand",
    Journey: "journey",
    Round: "rate",
    Benchmark: "rate",
    Idea: "ideas",
    Question: "ideas",
    Cluster: "ideas",
    VoteRound: "ideas",
    Workshop: "ideas",
    Measure: "measures",
}
"""Kinds with a workspace of their own; what belongs to one of them is shown where that is shown."""


def workspace_of(document: Document, record: Record) -> str | None:
    """Name of the workspace that shows a record; None where none does, as for departments and participants."""
    if type(record) in _SHOWN_IN:
        return _SHOWN_IN[type(record)]
    owners = (i for field in ref_fields(type(record)) if field.owner for i in field.targets(record))
    owner = document.find(next(owners, None))
    if owner is None:
        return "ideas" if isinstance(record, Note) else None
    return workspace_of(document, owner)


def show_record(context: Context, record_id: Id) -> None:
    """Bring the workspace that shows a record into view and select the record there."""
    record = context.document.find(record_id)
    workspace = workspace_of(context.document, record) if record is not None else None
    if workspace is not None:
        context.commands.run(f"go.{workspace}")
    if context.selection.id != record_id:
        context.selection.select(record_id)
    else:  # it may be selected without being in view: another page of the workspace is
        context.selection.changed.emit()
    if context.selection.ids:
        context.selection.followed.emit()


def show_method(context: Context, card: str) -> None:
    """Bring the method cards into view with this one open."""
    context.selection.set_method(card)
    context.commands.run("go.ideas")
    context.commands.run("ideas.show_methods")
