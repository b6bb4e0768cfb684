"""The open questions and news of a session, and who wants to hear of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cxstudio.session.notices import Notice, NoticeKind


class Noticeboard:
    """At most one notice of each kind, in the order they came."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self._notices = tuple(notices)
        self._listeners: list[Callable[[], None]] = []

    def __iter__(self) -> Iterator[Notice]:
        return iter(self._notices)

    def __len__(self) -> int:
        return len(self._notices)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` when the notices change; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, notice: Notice) -> None:
        """Put up a notice in place of an older one of its kind."""
        self._show(*(n for n in self._notices if n.kind is not notice.kind), notice)

    def withdraw(self, *kinds: NoticeKind) -> None:
        """Take down the notices of these kinds."""
        self._show(*(n for n in self._notices if n.kind not in kinds))

    def dismiss(self, notice: Notice) -> None:
        """Take down this notice."""
        self._show(*(n for n in self._notices if n is not notice))

    def _show(self, *notices: Notice) -> None:
        self._notices = notices
        for listener in tuple(self._listeners):
            listener()
