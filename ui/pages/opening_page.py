"""The page while a project is being read that takes longer than a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar

from ui.context.sessionless_context import Ground
from ui.pages.page_frame import CentredColumn
from ui.widgets.basics import button, label, row

_STEPS = 100


class OpeningPage(CentredColumn):
    """Says what is being opened and how far it is; needs no session, as it may stand there before one is loaded."""

    def __init__(self, ground: Ground, name: str, cancel: Callable[[], object] | None = None) -> None:
        """`name` is the file's, "" for unsaved work of last time; `cancel` where there is something to cancel."""
        super().__init__(width=640)
        self._cancel = cancel
        said = ground.tr("Opening “{name}” …", name=name) if name else ground.tr("Looking for unsaved work …")
        self.progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.progress.setAccessibleName(said)
        self.setAccessibleName(said)
        self.body.addStretch(2)
        self.body.addWidget(label(said, "display", wrap=True))
        self.body.addSpacing(10)
        self.body.addWidget(self.progress)
        self.body.addSpacing(10)
        if cancel is not None:
            self.cancel = button(ground.tr("Cancel"), cancel)
            self.body.addLayout(row(None, self.cancel, -1))
            self.setFocusProxy(self.cancel)
        self.body.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does not want it any more."""
        if event.key() == Qt.Key.Key_Escape and self._cancel is not None:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def show_progress(self, part: float) -> None:
        """How far it is, 0 to 1; 0 where nobody knows."""
        self.progress.setRange(0, _STEPS if part else 0)
        self.progress.setValue(round(part * _STEPS))
