"""The store: holds the current document, lets edits change it, and tells everybody once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from cxstudio.model import Document
from cxstudio.store.changes import ChangeSet, Origin, apply
from cxstudio.store.checks import check_changed
from cxstudio.store.draft import Draft
from cxstudio.store.history import History, UndoResult

P = ParamSpec("P")
T = TypeVar("T")
Listener = Callable[[ChangeSet], None]


class WrongThread(RuntimeError):
    """The store was used from a thread it does not belong to."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a change set makes of a document."""

    before: Document
    changes: ChangeSet
    after: Document


def work_ahead(document: Document, changes: ChangeSet) -> Ahead:
    """Apply a change set to a document, in whatever thread. Raises CheckFailed where it does not fit."""
    after = apply(document, changes)
    check_changed(after, changes.records())
    return Ahead(document, changes, after)


class Store:
    """One document in one thread. Listeners are called in the order they were added."""

    def __init__(self, document: Document, history: History | None = None) -> None:
        self._document = document
        self.history = history or History()
        self._listeners: list[Listener] = []
        self._thread = threading.get_ident()
        self._busy = False

    @property
    def document(self) -> Document:
        """The current document."""
        return self._document

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every published change set; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def transaction(self, label: str, origin: Origin = Origin.USER, **label_args: str) -> Iterator[Draft]:
        """Everything done to the draft becomes one step, or nothing does when an exception leaves the block.

        Raises CheckFailed when a reference would lead nowhere.
        """
        self._enter()
        try:
            draft = Draft(self._document)
            yield draft
            changes = ChangeSet(draft.changes, label, origin, tuple(sorted(label_args.items())))
            if changes:
                check_changed(draft.document, changes.records())
        finally:
            self._busy = False
        if changes:
            self._document = draft.document
            self.history.record(changes)
            self._publish(changes)

    def preview(
        self, edit: Callable[Concatenate[Draft, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[Document, ChangeSet]:
        """Run an edit on the current document without keeping it (a gesture under way)."""
        self._assert_thread()
        draft = Draft(self._document)
        edit(draft, *args, **kwargs)
        return draft.document, ChangeSet(draft.changes)

    def undo(self) -> UndoResult | None:
        """Take this user's last step back; None when there is none."""
        return self._walk(self.history.plan_undo)

    def redo(self) -> UndoResult | None:
        """Make the step undone last again; None when there is none."""
        return self._walk(self.history.plan_redo)

    def take_over(self, changes: ChangeSet, ahead: Ahead | None = None) -> None:
        """Apply a ready change set (recovery, merge). Raises CheckFailed and changes nothing if it does not fit.

        `ahead` is what `work_ahead` made of the change set, in whatever thread.
        """
        self._enter()
        try:
            fits = ahead is not None and ahead.before is self._document and ahead.changes is changes
            document = ahead.after if ahead is not None and fits else work_ahead(self._document, changes).after
        finally:
            self._busy = False
        self._document = document
        self.history.record(changes)
        self._publish(changes)

    def _walk(self, step: Callable[[Document], UndoResult | None]) -> UndoResult | None:
        self._enter()
        try:
            result = step(self._document)
            if result is None:
                return None
            document = apply(self._document, result.applied)
            check_changed(document, result.applied.records())
        finally:
            self._busy = False
        self._document = document
        self.history.settle(result)
        if result.applied:
            self._publish(result.applied)
        return result

    def _publish(self, changes: ChangeSet) -> None:
        """Tell everybody, also when one of them stumbles; the first error is raised at the end."""
        failed: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception as error:  # noqa: BLE001 - raised below, once all have heard
                failed.append(error)
        if failed:
            raise failed[0]

    def _enter(self) -> None:
        self._assert_thread()
        if self._busy:
            raise RuntimeError("a transaction is already open")
        self._busy = True

    def _assert_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise WrongThread("the store belongs to another thread; use session.post")
