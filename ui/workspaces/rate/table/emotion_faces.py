"""Seven faces to click, and room for a word of one's own: the emotion of one voice at one touchpoint."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from cxstudio.look.icons import FACES
from cxstudio.look.roles import Role
from cxstudio.wording.figures.emotion_steps import emotion_words
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import row


class FaceRow(QWidget):
    """From terrible to wonderful; arrows move between the faces, digits work in the grid."""

    felt = Signal(int)
    worded = Signal(str)
    """Somebody found a word; empty takes it back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._word = ""
        self.faces: dict[int, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.setAccessibleName(context.tr("Emotion"))
        for step in FACES:
            self.faces[step] = self._face(step)
        self.word = Line()
        self.word.setPlaceholderText(context.tr("A word for it"))
        self.word.setAccessibleName(context.tr("Word for the emotion"))
        self.word.setMinimumWidth(60)
        self.word.setMaximumWidth(130)
        for signal in (self.word.returnPressed, self.word.left):
            signal.connect(self._say)
        self.word.escaped.connect(lambda: self.word.put(self._word))
        row(self, *self.faces.values(), 4, self.word, spacing=3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._hint)

    def _hint(self) -> None:
        """What the line is for; half of it says nothing."""
        said = self.context.tr("A word for it")
        room = self.word.width() - 22
        self.word.setPlaceholderText(said if self.word.fontMetrics().horizontalAdvance(said) <= room else "")

    def show_answer(self, value: int | None, word: str) -> None:
        """Show what the voice has answered so far."""
        for step, face in self.faces.items():
            face.setChecked(step == value)
            face.setIcon(self.context.theme.icon(FACES[step], Role.ACCENT if step == value else Role.MUTED))
        if not self.word.hasFocus():
            self._word = word
            self.word.put(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        listed = list(self.faces.values())
        here = next((at for at, face in enumerate(listed) if face.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        listed[max(0, min(here + step, len(listed) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def _face(self, step: int) -> QToolButton:
        made = PlainToolButton()
        name = emotion_words(step, self.context.texts)
        made.setAccessibleName(name)
        set_tooltip(made, name)
        made.setCheckable(True)
        hear_as(made, "choice")
        made.setProperty("kind", "face")
        made.setIconSize(QSize(22, 22))
        made.setFixedSize(28, 28)
        made.clicked.connect(lambda *_: self.felt.emit(step))
        self._group.addButton(made)
        return made

    def _say(self) -> None:
        word = self.word.text().strip()
        if word != self._word:
            self._word = word
            self.worded.emit(word)
