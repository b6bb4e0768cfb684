"""Commands: every command stands once as a row; menus, Ctrl+K, tooltips and the shortcut sheet come from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cxstudio.errors import UserError

if TYPE_CHECKING:
    from ui.context.context import Context


_PORTABLE = QKeySequence.SequenceFormat.PortableText


def always(_: Context) -> bool:
    """Predicate of commands that can always be given."""
    return True


def key_name(keys: QKeySequence, enter: str) -> str:
    """What a shortcut is called everywhere; `enter` is the word on the key Qt calls Return."""
    said = keys.toString(QKeySequence.SequenceFormat.NativeText)
    if not keys.toString(QKeySequence.SequenceFormat.PortableText).endswith(("Return", "Enter")):
        return said
    return re.sub(r"[^+]+$", enter, said)


def writable(context: Context) -> bool:
    """Predicate of commands that change the project."""
    return not context.session.read_only


def has_project(context: Context) -> bool:
    """Predicate of commands that need something to show."""
    return len(context.document) > 0


def undoable(context: Context) -> bool:
    """Predicate of undo."""
    return not context.session.read_only and context.session.store.history.undoable is not None


def redoable(context: Context) -> bool:
    """Predicate of redo."""
    return not context.session.read_only and context.session.store.history.redoable is not None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can tell the program to do.

    The handler is "<part>.<method>": the part of the window that answers (see `Commands.serve`) and its method.
    """

    id: str
    text: str
    """Message id, a verb first."""
    group: str
    """Message id of the heading in menus and the shortcut sheet."""
    shortcut: str = ""
    """Portable key names; several separated by a space-padded bar: "F2 | Return"."""
    icon: str = ""
    synonyms: str = ""
    """Message id of more words the command is found by."""
    enabled: Callable[[Context], bool] = always
    handler: str = ""
    """Empty: the id itself."""
    argument: object = None
    scope: Literal["window", "local"] = "window"
    """Local shortcuts work only while the part that serves them has the focus."""
    hidden: bool = False
    """Not offered in Ctrl+K (keys that only make sense where they are pressed)."""
    help: str = ""
    """Message id of one sentence for the tooltip, where the text alone is not enough."""

    @property
    def target(self) -> str:
        """The part of the window that answers."""
        return (self.handler or self.id).rpartition(".")[0]

    @property
    def method(self) -> str:
        """The method of that part."""
        return (self.handler or self.id).rpartition(".")[2]

    @property
    def keys(self) -> tuple[str, ...]:
        """All its shortcuts, portable names."""
        return tuple(k.strip() for k in self.shortcut.split(" | ") if k.strip())


def _bringing(row: Command) -> str:
    """Id of the command that brings the workspace which answers `row`: the one its own id begins with."""
    return f"go.{row.id.partition('.')[0]}"


class Commands(QObject):
    """The rows of a window as actions, and who answers them."""

    ran = Signal(str)

    def __init__(self, rows: Iterable[Command], context: Context, *, letters: bool = True) -> None:
        super().__init__()
        self.rows: dict[str, Command] = {row.id: row for row in rows}
        self._context = context
        self._letters = letters
        self._targets: dict[str, QObject] = {}
        self._actions: dict[str, QAction] = {}
        context.bridge.changed.connect(self.refresh)
        context.bridge.state_changed.connect(self.refresh)
        context.selection.changed.connect(self.refresh)

    def serve(self, name: str, target: QObject) -> None:
        """From now on `target` answers the commands of part `name`."""
        self._targets[name] = target
        which = id(target)
        target.destroyed.connect(lambda *_: self._gone(name, which))
        self._refresh_part(name)

    def forget(self, name: str) -> None:
        """From now on nobody answers the commands of part `name`."""
        self._targets.pop(name, None)
        self._refresh_part(name)

    def action(self, command_id: str) -> QAction:
        """The action of a command, one object however often it is asked for. Raises KeyError."""
        known = self._actions.get(command_id)
        if known is None:
            known = self._actions[command_id] = self._make(self.rows[command_id])
        return known

    def attach(self, widget: QWidget, name: str) -> None:
        """Give a widget the shortcuts of part `name`: its local commands work while focus is inside it."""
        for row in self.rows.values():
            if row.target == name and row.scope == "local":
                widget.addAction(self.action(row.id))

    def window_actions(self) -> list[QAction]:
        """Actions whose shortcuts work anywhere in the window."""
        return [self.action(row.id) for row in self.rows.values() if row.scope == "window"]

    def run(self, command_id: str) -> None:
        """Do it, if it can be done now. Errors meant for people become a bar."""
        row = self.rows[command_id]
        if not self.can(row):
            return
        if row.target not in self._targets:
            self.run(_bringing(row))
        method: Callable[..., object] = getattr(self._targets[row.target], row.method)
        try:
            method() if row.argument is None else method(row.argument)
        except UserError as error:
            self._context.messages.error(error)
        self.ran.emit(command_id)
        self.refresh()

    def can(self, row: Command) -> bool:
        """Whether the command can be given now; the workspace that answers it is brought into view if need be."""
        return (row.target in self._targets or self._can_bring(row)) and row.enabled(self._context)

    def _can_bring(self, row: Command) -> bool:
        """Whether another command brings the workspace that answers this one."""
        known = self.rows.get(_bringing(row)) if row.scope == "window" and "go" in self._targets else None
        return known is not None and known.enabled(self._context)

    def refresh(self, *_: object) -> None:
        """Look again at what can be done."""
        for command_id, action in self._actions.items():
            action.setEnabled(self.can(self.rows[command_id]))

    def _refresh_part(self, name: str) -> None:
        """The same for the commands of one part; who brings workspaces decides for all."""
        for command_id, action in self._actions.items():
            row = self.rows[command_id]
            if name in (row.target, "go"):
                action.setEnabled(self.can(row))

    def label(self, row: Command) -> str:
        """Its text in the window's language."""
        return self._context.texts.tr(row.text)

    def keys_text(self, row: Command) -> str:
        """Its first shortcut as the keyboard says it, "" when it has none or letters are switched off."""
        keys = self._active_keys(row)
        return key_name(keys[0], self._context.texts.tr("Enter")) if keys else ""

    def tooltip(self, row: Command) -> str:
        """Text, help and shortcut for a tooltip."""
        keys = self.keys_text(row)
        first = self.label(row) + (f" ({keys})" if keys else "")
        return f"{first}\n{self._context.texts.tr(row.help)}" if row.help else first

    def _gone(self, name: str, which: int) -> None:
        """A target was deleted; another one may answer in its place already."""
        if id(self._targets.get(name)) == which:
            del self._targets[name]

    def _active_keys(self, row: Command) -> list[QKeySequence]:
        return [QKeySequence.fromString(key, _PORTABLE) for key in row.keys if self._letters or len(key) > 1]

    def _make(self, row: Command) -> QAction:
        action = QAction(self.label(row), self)
        action.setObjectName(row.id)
        action.setShortcuts(self._active_keys(row))
        local = row.scope == "local"
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if local else context.WindowShortcut)
        action.setToolTip(self.tooltip(row))
        if row.icon:
            action.setIcon(self._context.theme.icon(row.icon))
        action.triggered.connect(lambda *_: self.run(row.id))
        action.setEnabled(self.can(row))
        return action
