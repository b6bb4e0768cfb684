"""Buttons whose words change with the document and whose places do not: each is as wide as its words may become."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from ui.theme.text_wrapping import elided

ARROW = "  ▾"
"""Ends the words of a button that opens choices."""
_SLACK = 3
"""Pixels more than measured: widths are rounded."""


def slot_of(part: QPushButton, sample: str) -> int:
    """The width in pixels a button needs to say a sample; what it says stays."""
    said, least, most = part.text(), part.minimumWidth(), part.maximumWidth()
    part.setMinimumWidth(0)
    part.setText(sample)
    part.ensurePolished()
    wide = part.sizeHint().width()
    part.setText(said)
    part.setMinimumWidth(least)
    part.setMaximumWidth(most)
    return wide + _SLACK


def say_in_slot(part: QPushButton, text: str, width: int, end: str = ARROW, *, shorter: Sequence[str] = ()) -> None:
    """Say it in a place of that width, or the first of the shorter forms there is room for.

    What has no room even so is cut, and nothing beside it moves.
    """
    metrics, room = part.fontMetrics(), width - slot_of(part, end) + _SLACK
    forms = (text, *shorter)
    said = next((form for form in forms if metrics.horizontalAdvance(form) <= room), forms[-1])
    part.setText(elided(metrics, said, room) + end if text else end.strip())
    part.setFixedWidth(width)
