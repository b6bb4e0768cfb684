"""The commands of one window: their actions, and who carries them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from cxstudio.errors import UserError
from cxstudio.wording import Texts
from ui.context.command import Command, Receiver
from ui.context.messages import Messages
from ui.context.session_state import SessionState
from ui.theme.plain_texts import caption, set_tooltip
from ui.theme.theme import Theme

R = TypeVar("R")
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def key_name(keys: QKeySequence, enter: str) -> str:
    """What a shortcut is called everywhere; `enter` is the word on the key Qt calls Return."""
    said = keys.toString(QKeySequence.SequenceFormat.NativeText)
    if not keys.toString(QKeySequence.SequenceFormat.PortableText).endswith(("Return", "Enter")):
        return said
    return re.sub(r"[^+]+$", enter, said)


def types_a_sign(key: str) -> bool:
    """Whether a shortcut is what typing a sign takes, in capitals as well: voice control would give it by mistake."""
    return len(key.removeprefix("Shift+")) == 1


class Commands(QObject):
    """The rows of a window as actions, and who carries them out."""

    ran = Signal(str)

    def __init__(
        self,
        rows: Iterable[Command],
        state: SessionState,
        texts: Texts,
        theme: Theme,
        messages: Messages,
        *,
        letters: bool = True,
    ) -> None:
        """`letters`: whether a single letter may be a shortcut."""
        super().__init__()
        self.rows: dict[str, Command] = {row.id: row for row in rows}
        self._state, self._texts, self._theme, self._messages = state, texts, theme, messages
        self._letters = letters
        self._targets: dict[Receiver[Any], QObject] = {}
        self._actions: dict[str, QAction] = {}
        self._held = 0
        for signal in (state.bridge.state_changed, state.selection.changed):
            signal.connect(self.refresh)

    def serve(self, receiver: Receiver[R], target: R) -> None:
        """From now on `target`, a QObject, carries out the commands of a receiver."""
        assert isinstance(target, QObject)
        self._targets[receiver] = target
        which = id(target)
        target.destroyed.connect(lambda *_: self._gone(receiver, which))
        if receiver.keys_in is not None:
            own = (row.id for row in self.rows.values() if row.run.receiver is receiver and row.scope == "local")
            receiver.keys_in(target).addActions([self.action(command_id) for command_id in own])
        self._refresh_of(receiver)

    def forget(self, receiver: Receiver[Any]) -> None:
        """From now on nobody carries out the commands of a receiver."""
        self._targets.pop(receiver, None)
        self._refresh_of(receiver)

    def action(self, command_id: str) -> QAction:
        """The action of a command, one object however often it is asked for. Raises KeyError."""
        known = self._actions.get(command_id)
        if known is None:
            known = self._actions[command_id] = self._make(self.rows[command_id])
        return known

    def window_actions(self) -> list[QAction]:
        """Actions whose shortcuts work anywhere in the window."""
        return [self.action(row.id) for row in self.rows.values() if row.scope == "window"]

    def run(self, command_id: str) -> None:
        """Do it, if it can be done now. Errors meant for people become a bar."""
        row = self.rows[command_id]
        if not self.can(row):
            return
        receiver = row.run.receiver
        with self.held():
            if receiver not in self._targets:
                self.run(receiver.brought_by)
            try:
                row.run.act(self._targets[receiver])
            except UserError as error:
                self._messages.error(error, command_id)
            else:
                self._messages.worked(command_id)
            self.ran.emit(command_id)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Whatever is done in between, what can be done then is looked at once, at the end."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            self.refresh()

    def can(self, row: Command) -> bool:
        """Whether the command can be given now; the workspace that carries it out is brought into view if need be."""
        return self._can(row, {})

    def _can(self, row: Command, known: dict[str, bool]) -> bool:
        """The same, asked once for each command in `known`."""
        if row.id not in known:
            there = row.run.receiver in self._targets or self._can_bring(row, known)
            known[row.id] = there and row.enabled(self._state)
        return known[row.id]

    def _can_bring(self, row: Command, known: dict[str, bool]) -> bool:
        """Whether another command brings who carries out this one."""
        bringing = self.rows.get(row.run.receiver.brought_by) if row.scope == "window" else None
        return bringing is not None and self._can(bringing, known)

    def refresh(self) -> None:
        """Look again at what can be done: once for each change and for each command given, at its end."""
        if self._held or self._state.bridge.telling:
            return
        known: dict[str, bool] = {}
        for command_id, action in self._actions.items():
            self._allow(action, self.rows[command_id], self._can(self.rows[command_id], known))

    def _refresh_of(self, receiver: Receiver[Any]) -> None:
        """The same for the commands of one receiver, and for those that one of its commands brings."""
        for command_id, action in self._actions.items():
            row = self.rows[command_id]
            bringing = self.rows.get(row.run.receiver.brought_by, row)
            if receiver in (row.run.receiver, bringing.run.receiver):
                self._allow(action, row, self.can(row))

    def _allow(self, action: QAction, row: Command, can: bool) -> None:
        """Whether it can be given; where it cannot, its tooltip says why."""
        if row.why_not and action.isEnabled() != can:
            set_tooltip(action, self.tooltip(row) if can else f"{self.label(row)}\n{self._texts.tr(row.why_not)}")
        action.setEnabled(can)

    def label(self, row: Command) -> str:
        """Its text in the window's language."""
        return self._texts.tr(row.text)

    def keys_text(self, row: Command) -> str:
        """Its first shortcut as the keyboard says it, "" when it has none or letters are switched off."""
        keys = self._active_keys(row)
        return key_name(keys[0], self._texts.tr("Enter")) if keys else ""

    def tooltip(self, row: Command) -> str:
        """Text, help and shortcut for a tooltip."""
        keys = self.keys_text(row)
        first = self.label(row) + (f" ({keys})" if keys else "")
        return f"{first}\n{self._texts.tr(row.help)}" if row.help else first

    def _gone(self, receiver: Receiver[Any], which: int) -> None:
        """A target was deleted; another one may have taken its place already."""
        if id(self._targets.get(receiver)) == which:
            del self._targets[receiver]

    def _active_keys(self, row: Command) -> list[QKeySequence]:
        keys = (key for key in row.keys if self._letters or not types_a_sign(key))
        return [QKeySequence.fromString(key, _PORTABLE) for key in keys]

    def _make(self, row: Command) -> QAction:
        action = QAction(caption(self.label(row)), self)
        action.setObjectName(row.id)
        action.setShortcuts(self._active_keys(row))
        action.setAutoRepeat(row.repeats)
        local = row.scope == "local"
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if local else context.WindowShortcut)
        set_tooltip(action, self.tooltip(row))
        if row.icon:
            action.setIcon(self._theme.icon(row.icon))
        action.triggered.connect(lambda *_: self.run(row.id))
        self._allow(action, row, self.can(row))
        return action
