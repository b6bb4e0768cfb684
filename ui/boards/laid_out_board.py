"""Boards whose layout knows itself what stands where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from cxstudio.layout.display.box import Box
from cxstudio.model import Id
from ui.boards.record_board import RecordBoard


class LaidOut(Protocol):
    """A layout that answers for its records, in points."""

    @property
    def order(self) -> Sequence[Id]:
        """Records in the order they are walked."""

    def record_at(self, x: float, y: float) -> Id | None:
        """The record at a place."""

    def box(self, record: Id | None) -> Box | None:
        """Where a record stands."""

    def beside(self, record: Id | None, across: int, down: int) -> Id | None:
        """The record an arrow leads to."""


class LaidOutBoard(RecordBoard):
    """Asks the layout in view."""

    shown: LaidOut

    def order(self) -> Sequence[Id]:
        return self.shown.order

    def record_at(self, at: QPointF) -> Id | None:
        return self.shown.record_at(at.x(), at.y())

    def boxes(self, record: Id | None) -> list[QRectF]:
        box = self.shown.box(record)
        return [] if box is None else [QRectF(*box)]

    def beside(self, record: Id | None, across: int, down: int) -> Id | None:
        return self.shown.beside(record, across, down)
