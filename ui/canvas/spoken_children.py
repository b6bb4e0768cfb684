"""What a canvas draws cannot be seen by screen readers: an empty child for each thing in view says what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from ui.canvas.canvas_view import CanvasView
from ui.theme.plain_texts import PlainLabel

Told = tuple[QRectF, str]
"""Where a thing stands, in points of the canvas, and what is heard of it."""
_SOON_MS: Final = 150
_MOST: Final = 120
"""So many children at most: nobody goes through more of them one by one."""


class SpokenChildren(QObject):
    """Made anew while somebody listens, when the canvas has moved or says so; without a listener it costs nothing."""

    def __init__(self, view: CanvasView, things: Callable[[QRectF], Iterable[Told]]) -> None:
        """`things` gives what lies in a part of the canvas, in the order in which it is heard."""
        super().__init__(view)
        self._view, self._things = view, things
        self.labels: list[QLabel] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.tell)
        view.moved.connect(self.look)

    def look(self) -> None:
        """Something may be another one, or elsewhere."""
        if QAccessible.isActive():
            self._soon.start()

    def tell(self) -> None:
        """As many children as there are things in view, each where it is drawn."""
        view = self._view
        window, corner = view.window_rect, view.viewport().pos()
        wanted = [
            (view.pixels(box).toRect().translated(corner), said) for box, said in islice(self._things(window), _MOST)
        ]
        while len(self.labels) < len(wanted):
            self.labels.append(_child(view))
        for gone in self.labels[len(wanted) :]:
            gone.hide()
            gone.deleteLater()
        del self.labels[len(wanted) :]
        for child, (place, said) in zip(self.labels, wanted, strict=True):
            child.setGeometry(place.intersected(QRect(corner, view.viewport().size())))
            if child.accessibleName() != said:
                child.setAccessibleName(said)


def _child(view: QWidget) -> QLabel:
    """Takes neither pointer nor keyboard, and paints nothing."""
    made = PlainLabel("", view)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.show()
    return made
