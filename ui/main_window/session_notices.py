"""The session's questions and news as bars."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from cxstudio.session.notices import ACTION_LABELS, Action, NoticeKind
from cxstudio.session.notices import Notice as SessionNotice
from cxstudio.wording.error_sentences import counted
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone
from ui.main_window.window import Window

_TONES = {NoticeKind.RECOVERED: Tone.GOOD, NoticeKind.VERSION_KEPT: Tone.NEUTRAL, NoticeKind.UNPROTECTED: Tone.ERROR}


class SessionNotices(QObject):
    """Keeps the bars in step with `session.notices`."""

    def __init__(self, window: Window, context: Context, merge: Callable[[Path], object]) -> None:
        """`merge` shows what merging a file would do."""
        super().__init__(window)
        self._window, self._context, self._merge = window, context, merge
        self._shown: dict[str, SessionNotice] = {}
        context.bridge.state_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is open and withdraw what is settled."""
        wanted = {f"session.{notice.kind.value}": notice for notice in self._context.session.notices}
        for key in [k for k in self._shown if k not in wanted]:
            del self._shown[key]
            self._context.messages.withdraw(key)
        for key, notice in wanted.items():
            if self._shown.get(key) is not notice:
                self._shown[key] = notice
                self._context.messages.post(self._bar(key, notice))

    def _bar(self, key: str, notice: SessionNotice) -> Notice:
        tr = self._context.tr
        actions = [a for a in notice.actions if a is not Action.MERGE or not self._context.session.read_only]
        choices = tuple(
            Choice(tr(ACTION_LABELS[action]), partial(self._answer, notice, action), primary=at == 0, keeps=True)
            for at, action in enumerate(actions)
        )
        tone = _TONES.get(notice.kind, Tone.WARNING)
        said = counted(notice.text, notice.many, notice.n, self._context.texts, notice.values)
        return Notice(key, said, tone, choices, closable=False, holds=partial(self._open, notice))

    def _open(self, notice: SessionNotice) -> bool:
        """Whether the session still asks it."""
        return any(open_one is notice for open_one in self._context.session.notices)

    def _answer(self, notice: SessionNotice, action: Action) -> None:
        if action is Action.SAVE_AS:
            self._context.commands.run("project.save_as")
            return
        if action is Action.MERGE:
            path = self._context.session.path
            assert path is not None
            self._merge(path)
            return
        self._window.saving.begin(self._context.session.saver.answer(notice, action))
