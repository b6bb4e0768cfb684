"""The commands of undo and redo: the step taken back is named, and what it touched is selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from cxstudio.store import UndoResult
from cxstudio.wording import N_
from cxstudio.wording.fields.change_sentences import step_name
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.command_groups import EDIT
from ui.context.context import Context
from ui.context.selection_after_undo import place_after
from ui.context.session_state import SessionState

UNDO_PART: Final[Receiver[UndoPart]] = Receiver()


def undoable(state: SessionState) -> bool:
    """Writable, and this user has made a step."""
    return writable(state) and state.session.store.history.undoable is not None


def redoable(state: SessionState) -> bool:
    """Writable, and the step undone last can be made again."""
    return writable(state) and state.session.store.history.redoable is not None


class UndoPart(QObject):
    """Takes steps back and makes them again."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.commands.serve(UNDO_PART, self)

    def undo(self) -> None:
        """Take this user's last step back."""
        self._tell(self._context.session.undo(), self._context.tr("Undone: {step}", step="{step}"))

    def redo(self) -> None:
        """Make the step undone last again."""
        self._tell(self._context.session.redo(), self._context.tr("Redone: {step}", step="{step}"))

    def _tell(self, result: UndoResult | None, words: str) -> None:
        if result is None:
            return
        context = self._context
        said = words.replace("{step}", step_name(result.step, context.texts))
        if result.left:
            said += " · " + context.texts.trn(
                "{n} field was changed since and stays", "{n} fields were changed since and stay", len(result.left)
            )
        context.messages.say(said)
        context.selection.select(*place_after(context.document, result.applied.changes, context.selection.ids))


COMMANDS: Final[tuple[Command, ...]] = (
    Command("edit.undo", N_("Undo"), EDIT, "Ctrl+Z", "undo", N_("back"), undoable, run=UNDO_PART.does(UndoPart.undo),
            repeats=True),
    Command("edit.redo", N_("Redo"), EDIT, "Ctrl+Y | Ctrl+Shift+Z", "redo", N_("again"), redoable,
            run=UNDO_PART.does(UndoPart.redo), repeats=True),
)  # fmt: skip
"""Held down they go on, as in most programs: what one step too many took back, the other key brings again."""
