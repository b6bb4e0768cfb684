"""Labels that say less than they know: cut to the room they have, or with a link to the whole text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.wording import Texts
from ui.theme.plain_texts import PlainLabel, set_tooltip
from ui.theme.text_wrapping import elided
from ui.widgets.basics import button, column, label


class ElidedLabel(PlainLabel):
    """One line, cut with an ellipsis."""

    def __init__(self, text: str, kind: str = "") -> None:
        super().__init__()
        self.setProperty("kind", label("", kind).property("kind"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._text = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        set_tooltip(self, text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(140, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = elided(self.fontMetrics(), self._text, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class ShortenedText(QWidget):
    """A text that counts what it leaves out; where there is more, a link shows all of it and back again."""

    def __init__(self, texts: Texts, kind: str = "small") -> None:
        super().__init__()
        self._texts, self._short, self._whole = texts, "", ""
        self.words = label("", kind, wrap=True)
        self.more = button("", self._turn, "link")
        self._all = False
        column(self, self.words, self.more, spacing=0)

    def tell(self, short: str, whole: str = "") -> None:
        """Say something else; what was unfolded stays so while it is the same text."""
        if (short, whole) != (self._short, self._whole):
            self._all = False
        self._short, self._whole = short, whole or short
        self._show()

    @property
    def text(self) -> str:
        """What is in view."""
        return self.words.text()

    def _turn(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        self.words.setText(self._whole if self._all else self._short)
        self.more.setText(self._texts.tr("Show fewer") if self._all else self._texts.tr("Show all"))
        self.more.setAccessibleName(f"{self.more.text()}: {self._short}")
        self.more.setVisible(self._whole != self._short)
