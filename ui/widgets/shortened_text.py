"""A text that counts what it leaves out, and the way to the whole: a link below it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.wording import Texts
from ui.widgets.basics import button, column, label


class ShortenedText(QWidget):
    """Says the short text; where there is more, a link shows all of it and back again."""

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
