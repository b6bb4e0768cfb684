"""Bars about the step made last: what they say holds until it is taken back, their Undo until another one is made."""

from __future__ import annotations

from ui.context.context import Context
from ui.context.messages import Choice, Holds


def undo_last(context: Context) -> Choice:
    """A button that takes back the step just made; it goes where that is not the last one any more."""
    history = context.session.store.history
    step = history.undoable
    return Choice(context.tr("Undo"), lambda: context.commands.run("edit.undo"), holds=lambda: history.undoable is step)


def while_done(context: Context) -> Holds:
    """Whether the step just made is still done."""
    history = context.session.store.history
    step = history.undoable
    return lambda: step is not None and history.holds(step)
