"""Bringing a drawing nearer or farther, while a place of it stays where it is."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, QPointF

from ui.canvas.canvas_view import CanvasView
from ui.canvas.interaction.zoom import Zoom, at


class Zoomed(Protocol):
    """What is laid out for a zoom; None while it is not."""

    zoom: Zoom

    @property
    def layout(self) -> Any: ...

    def set_zoom(self, zoom: Zoom) -> None: ...


class Zooming(QObject):
    """Carries out the commands of zoom on one canvas, and what wheel and fingers ask for."""

    _model: Zoomed
    middle = 0.0
    """At which part of the view's height a place is kept where nobody points at one."""

    def __init__(self, model: Zoomed, view: CanvasView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._held: tuple[Any, QPointF, QPointF] | None = None
        """The layout a place was in that stays until the next one, the place in it, and where in the viewport."""
        view.zoom_wanted.connect(self.zoom_by)

    def carry(self, before: Any, after: Any, point: QPointF) -> QPointF | None:
        """Where a place of one layout stands in another; None where it is gone."""
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
        room = self._view.viewport()
        spot = anchor or QPointF(room.width() / 2, room.height() * self.middle)
        held, self._held = (self._model.layout, self._view.at(spot), spot), None
        self._model.set_zoom(zoom)
        self._held = held
        self.hold()

    def hold(self) -> None:
        """Scroll what is to stay back to its place, as soon as the drawing is laid out."""
        after = self._model.layout if self._held is not None and self.laid_out else None
        if self._held is not None and after is not None:
            (before, point, spot), self._held = self._held, None
            found = self.carry(before, after, point) if before is not None else None
            if found is not None:
                self._view.scroll_to(found - spot / self._model.zoom.scale)

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

    def zoom_all(self) -> None:
        """Everything in view."""
        raise NotImplementedError

    def zoom_stage(self) -> None:
        """The stage of the selection as large as it fits; where stages are not set apart, the selection."""
        self.zoom_selection()

    def zoom_selection(self) -> None:
        """The selection at 150 %."""
        self.set_zoom(at(1.5), self.anchor())
        self.reveal_selected()
