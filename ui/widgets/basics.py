"""Labels, buttons, cards and rows in the window's style."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.fonts import font
from ui.theme.heard_roles import HEADINGS, hear_as
from ui.theme.plain_texts import PlainButton, PlainLabel


def label(text: str, kind: str = "", *, wrap: bool = False, tone: str = "") -> QLabel:
    """A label; kinds: display, title, name, strong, muted, small, caption, accent, error, key, chip."""
    made = PlainLabel()
    made.setProperty("kind", kind)
    if kind in HEADINGS:
        hear_as(made, "heading")  # before it says anything: then it is heard
    made.setText(text.upper() if kind == "caption" else text)
    if tone:
        made.setProperty("tone", tone)
    if kind == "caption":
        made.setAccessibleName(text)
        spaced = font(11, "semibold")
        spaced.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        made.setFont(spaced)
    if kind == "chip":
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    made.setWordWrap(wrap)
    return made


def button(text: str, act: Callable[[], object] | None = None, kind: str = "", *, name: str = "") -> QPushButton:
    """A push button; kinds: "" (outlined), primary, ghost, link, chip, row. `name` is what screen readers say."""
    made = PlainButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(name or text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setIconSize(QSize(18, 18))
    if act is not None:
        made.clicked.connect(lambda *_: act())
    return made


def card(*contents: QWidget, margin: int = 16, spacing: int = 8) -> QFrame:
    """A white box with a thin line around it, contents one below the other."""
    made = QFrame()
    made.setProperty("kind", "card")
    box = column(made, *contents, spacing=spacing)
    box.setContentsMargins(margin, margin, margin, margin)
    return made


def rule() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def column(parent: QWidget | None, *contents: QWidget | int, spacing: int = 8) -> QVBoxLayout:
    """Widgets one below the other; a number is a gap in pixels, −1 the stretch."""
    box = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    _fill(box, contents, spacing)
    return box


def row(parent: QWidget | None, *contents: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a gap in pixels, −1 the stretch."""
    box = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    _fill(box, contents, spacing)
    return box


def _fill(box: QBoxLayout, contents: tuple[QWidget | int, ...], spacing: int) -> None:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in contents:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif part < 0:
            box.addStretch(1)
        else:
            box.addSpacing(part)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
