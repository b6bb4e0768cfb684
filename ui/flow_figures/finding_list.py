"""Findings about the ways as sentences; each is a button that leads to its touchpoints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cxstudio.wording.findings.finding import Finding
from ui.theme.plain_texts import PlainButton
from ui.widgets.basics import column, label


class SentenceButton(PlainButton):
    """A button as high as its wrapped sentence."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("kind", "sentence")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words: QLabel = label(text, wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column(self, self.words).setContentsMargins(8, 6, 8, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self.layout()
        return max(30, box.totalHeightForWidth(width)) if box is not None else 30

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 30)


class FindingList(QWidget):
    """The sentences one below the other."""

    wanted = Signal(tuple)
    """Touchpoints of the sentence pressed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: list[SentenceButton] = []
        self._box = column(self, spacing=0)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these sentences; what is said already stays where it is."""
        if [b.accessibleName() for b in self.buttons] == [f.text for f in findings] and self._same(findings):
            return
        for old in self.buttons:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for finding in findings:
            made = SentenceButton(finding.text)
            made.setProperty("touchpoints", list(finding.touchpoints))
            made.setEnabled(bool(finding.touchpoints))
            made.clicked.connect(lambda _=False, f=finding: self.wanted.emit(f.touchpoints))
            self.buttons.append(made)
            self._box.addWidget(made)

    def _same(self, findings: Sequence[Finding]) -> bool:
        known = [b.property("touchpoints") for b in self.buttons]
        return known == [list(f.touchpoints) for f in findings]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((i for i, b in enumerate(self.buttons) if b.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        self.buttons[(here + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
