"""One conflict of two copies: what either side says, side by side, to choose one of them or both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from cxstudio.merging.conflicts import Conflict, Side
from cxstudio.wording.findings.merge_sentences import ConflictLines
from ui.context.context import Context
from ui.pages.versions.differing_text import DifferingText
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import card, column, label, row
from ui.widgets.card_button import CardButton

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_NAME = 70
"""Characters of a name in view."""


class SideButton(CardButton):
    """One way to decide."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the card's: they choose a side, or go to the next conflict."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConflictCard(QWidget):
    """Says what it is about, and has a button for each way to decide."""

    decided = Signal(object)
    """The conflict that was decided just now."""
    left = Signal(int)
    """An arrow leads to the next (1) or the one before (-1)."""

    def __init__(self, context: Context, conflict: Conflict, lines: ConflictLines, number: int,
                 heads: tuple[str, str]) -> None:  # fmt: skip
        """`heads` say which copy stands on either side."""
        super().__init__()
        tr = context.tr
        self._context, self.conflict, self._number = context, conflict, number
        self.side: Side | None = None
        """How it is decided, if it is."""
        self._sign = label("", "chip", tone="accent")
        name = label(_short(lines.name), "strong")
        set_tooltip(name, lines.name)
        before = label(tr("Before: {value}", value=_short(lines.before)), "small") if lines.before else label("")
        head = row(
            None, self._sign, label(lines.kind, "muted"), name, label(lines.what, "muted"), -1, before, spacing=8
        )
        self.sides = {
            Side.HERE: self._button(Side.HERE, heads[0], lines.here, lines.there, lines.here_means),
            Side.THERE: self._button(Side.THERE, heads[1], lines.there, lines.here, lines.there_means),
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        grid.addWidget(self.sides[Side.HERE], 0, 0)
        grid.addWidget(self.sides[Side.THERE], 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        if conflict.both:
            self.sides[Side.BOTH] = self._button(Side.BOTH, "", tr("Keep both"), "", lines.both)
            grid.addWidget(self.sides[Side.BOTH], 1, 0, 1, 2)
        whole = card(margin=14, spacing=10)
        box = whole.layout()
        assert box is not None
        inner = QWidget()
        inside = column(inner, spacing=10)
        inside.addLayout(head)
        inside.addLayout(grid)
        box.addWidget(inner)
        row(self, whole)
        title = ", ".join(part for part in (lines.kind, lines.name, lines.what) if part)
        self.setAccessibleName(tr("Conflict {n}: {what}", n=number, what=title))
        self._show()

    def decide(self, side: Side) -> None:
        """Decide it this way."""
        if side in self.sides:
            self.set_side(side)
            self.decided.emit(self.conflict)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → choose a side, B both, ↓ ↑ go to another conflict."""
        key = Qt.Key(event.key())
        side = {Qt.Key.Key_Left: Side.HERE, Qt.Key.Key_Right: Side.THERE, Qt.Key.Key_B: Side.BOTH}.get(key)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if side is not None:
            self.decide(side)
            self.take_focus()
        elif step is not None:
            self.left.emit(step)
        else:
            super().keyPressEvent(event)

    def set_side(self, side: Side | None) -> None:
        """Show a decision without telling anybody."""
        self.side = side
        self._show()

    def take_focus(self) -> None:
        """Give the keyboard to what is chosen, else to the first way."""
        self.sides[self.side or Side.HERE].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        for side, each in self.sides.items():
            each.setChecked(side is self.side)
        self._sign.setText("✓" if self.side is not None else str(self._number))
        words = self._context.tr("decided") if self.side is not None else self._context.tr("open")
        self._sign.setAccessibleName(words)

    def _button(self, side: Side, head: str, text: str, other: str, means: str) -> SideButton:
        made = SideButton()
        made.setCheckable(True)
        hear_as(made, "choice")
        made.setAccessibleName(", ".join(part for part in (head, text, means) if part))
        shown = DifferingText(self._context, text, other)
        parts: list[QWidget] = [label(head, "small", wrap=True)] if head else []
        parts.append(shown)
        if means:
            parts.append(label(means, "small", wrap=True))
        box: QBoxLayout
        if side is Side.BOTH:
            box = row(made, label(text, "strong"), label(means, "muted"), -1, spacing=8)
        else:
            box = column(made, *parts, spacing=3)
        box.setContentsMargins(14, 10, 14, 10)
        for part in made.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.clicked.connect(partial(self.decide, side))
        if len(text) > 200:
            set_tooltip(made, text)
        return made


def _short(text: str) -> str:
    return text if len(text) <= _NAME else text[: _NAME - 1] + "…"
