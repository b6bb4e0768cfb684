"""Bringing a drawing nearer or farther, while a place of it stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPointF

from ui.canvas.canvas_view import CanvasView
from ui.canvas.interaction.zoom import Zoom, at

Where = Callable[[], QPointF | None]
"""Where a place of the drawing stands once it is laid out anew; None where it is gone."""


class Zoomed(Protocol):
    """What is laid out for a zoom."""

    zoom: Zoom

    def set_zoom(self, zoom: Zoom) -> None: ...


class Zooming(QObject):
    """Carries out the commands of zoom on one canvas, and what wheel and fingers ask for."""

    _model: Zoomed
    middle = 0.0
    """At which part of the view's height a place is kept where nobody points at one."""

    def __init__(self, model: Zoomed, view: CanvasView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._held: tuple[Where, QPointF] | None = None
        """What stays in place until a zoom is laid out, and where in the viewport."""
        view.zoom_wanted.connect(self.zoom_by)

    def where(self, point: QPointF) -> Where:
        """Remember a place of the drawing beyond the next layout."""
        raise NotImplementedError

    def reveal_selected(self) -> None:
        """Scroll so that what is selected is in view."""
        raise NotImplementedError

    def anchor(self) -> QPointF | None:
        """The place of the viewport that stays where nobody points at one; None for the middle."""
        return None

    @property
    def laid_out(self) -> bool:
        """Whether the drawing is that of the present zoom."""
        return True

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        """Zoom, keeping what is under `anchor` (viewport) in place; the middle of the view without one."""
        spot = anchor or QPointF(self._view.viewport().width() / 2, self._view.viewport().height() * self.middle)
        where, self._held = self.where(self._view.at(spot)), None
        self._model.set_zoom(zoom)
        self._held = where, spot
        self.hold()

    def hold(self) -> None:
        """Scroll what is to stay back to its place, as soon as the drawing is laid out."""
        if self._held is not None and self.laid_out:
            (where, spot), self._held = self._held, None
            point = where()
            if point is not None:
                self._view.scroll_to(point - spot / self._model.zoom.scale)

    def zoom_by(self, factor: float, spot: QPointF) -> None:
        """Nearer by a factor around a place of the viewport."""
        self.set_zoom(self._model.zoom.times(factor), spot)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(self._model.zoom.step(1), self.anchor())

    def zoom_out(self) -> None:
        """One step farther."""
        self.set_zoom(self._model.zoom.step(-1), self.anchor())

    def zoom_100(self) -> None:
        """Everything at its own size."""
        self.set_zoom(Zoom(), self.anchor())
        self.reveal_selected()

    def zoom_selection(self) -> None:
        """The selection at 150 %."""
        self.set_zoom(at(1.5), self.anchor())
        self.reveal_selected()
