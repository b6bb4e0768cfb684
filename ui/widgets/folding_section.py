"""What folds: a part of a panel under its heading, and what stands beside a page behind a strip at its edge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.plain_texts import PlainPaintedButton, set_tooltip
from ui.theme.text_wrapping import elided
from ui.widgets.basics import button, column, label, row

STRIP: Final = 32
"""Width of the strip in pixels."""


class Section(QWidget):
    """A heading that folds what is below it away; remembers nothing but its own state."""

    def __init__(self, context: Context, title: str, content: QWidget, *, folded: bool = True) -> None:
        super().__init__()
        self._context, self.title, self.content = context, title, content
        self.head = button("", self.toggle, "section", name=title)
        self.head.setCheckable(True)
        self.head.setIconSize(QSize(12, 12))
        self.head.setText(title.upper())
        self._box = column(self, self.head, content, spacing=8)
        self.fold(folded)

    @property
    def folded(self) -> bool:
        """Whether the content is hidden."""
        return self.content.isHidden()

    def view_state(self) -> bool:
        """Whether it is folded."""
        return self.folded

    def toggle(self) -> None:
        """Fold or unfold."""
        self.fold(not self.folded)

    def fold(self, folded: bool) -> None:
        """Hide or show the content."""
        self.content.setVisible(not folded)
        self._box.setContentsMargins(0, 0, 0, 0 if folded else 12)
        self.head.setChecked(not folded)
        self.head.setIcon(self._context.theme.icon("arrow_right" if folded else "arrow_down"))

    restore_view_state = fold


class Headed(QWidget):
    """A heading with an optional small action at its right, and content below."""

    def __init__(
        self, title: str, content: QWidget, *, action: str = "", act: Callable[[], object] | None = None, note: str = ""
    ) -> None:
        super().__init__()
        self.caption = label(title, "caption")
        self.note = label(note, "small")
        self.action: QPushButton | None = None
        head = row(None, self.caption, -1, self.note, spacing=4)
        if action:
            self.action = button(action, act, "link", name=f"{title}: {action.lstrip('+ ')}")
            head.addWidget(self.action)
        head.setAlignment(self.caption, Qt.AlignmentFlag.AlignVCenter)
        box = column(self, spacing=6)
        box.addLayout(head)
        box.addWidget(content)


class SideStrip(PlainPaintedButton):
    """A slim button from top to bottom: a sign, perhaps a key, and the name of what it shows."""

    def __init__(self, context: Context, name: str, keys: str = "") -> None:
        super().__init__()
        self._context, self._name, self._keys = context, name, keys
        self.setCheckable(True)
        self.setFixedWidth(STRIP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._said)
        self._said(False)

    def _said(self, on: bool) -> None:
        tr = self._context.tr
        said = tr("Hide: {what}", what=self._name) if on else tr("Show: {what}", what=self._name)
        self.setAccessibleName(said)
        set_tooltip(self, f"{said}   {self._keys}" if self._keys else said)

    def sizeHint(self) -> QSize:
        return QSize(STRIP, 160)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, painter = self._context.theme, QPainter(self)
        colour = theme.colour
        lit = self.underMouse() or self.hasFocus()
        painter.fillRect(self.rect(), colour(Role.ACCENT_GROUND if lit else Role.SURFACE))
        painter.fillRect(0, 0, 1, self.height(), colour(Role.LINE))
        icon = theme.icon("sidebar", Role.ACCENT if self.isChecked() or lit else Role.MUTED)
        icon.paint(painter, QRect((STRIP - 18) // 2, 14, 18, 18))
        top = 44
        painter.setFont(theme.font(11))
        painter.setPen(colour(Role.MUTED))
        if self._keys:
            painter.drawText(QRect(0, top - 4, STRIP, 18), Qt.AlignmentFlag.AlignCenter, self._keys)
            top += 22
        painter.setFont(theme.font(12, "semibold"))
        painter.setPen(colour(Role.ACCENT if self.isChecked() or lit else Role.INK))
        painter.translate(STRIP, top)
        painter.rotate(90)
        long = max(0, self.height() - top - 8)
        name = elided(painter.fontMetrics(), self._name, long)
        painter.drawText(QRect(0, 0, long, STRIP), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.end()


class FoldingSide(QWidget):
    """A side that is simply there while there is room; else the strip opens and closes it."""

    folded = Signal(bool)
    """Whether it is out of view now."""

    def __init__(self, context: Context, side: QWidget, name: str) -> None:
        super().__init__()
        self.side, self.strip = side, SideStrip(context, name)
        self._roomy = True
        row(self, self.strip, side, spacing=0)
        self.strip.hide()
        self.strip.toggled.connect(lambda _: self._show())

    def view_state(self) -> bool:
        """Whether somebody opened it though there is little room."""
        return self.strip.isChecked()

    def restore_view_state(self, state: bool) -> None:
        """Open it again."""
        self.strip.setChecked(state)

    def fit(self, *, roomy: bool) -> None:
        """Say whether there is room for it beside what matters more."""
        if roomy is not self._roomy:
            self._roomy = roomy
            self._show()

    def open(self) -> None:
        """Bring it into view, whatever room there is."""
        if not self._roomy:
            self.strip.setChecked(True)

    def _show(self) -> None:
        self.strip.setVisible(not self._roomy)
        self.side.setVisible(self._roomy or self.strip.isChecked())
        self.folded.emit(self.side.isHidden())
