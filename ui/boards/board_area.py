"""A board in the window: drawn anew when its records, its room or the zoom is another one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent

from ui.boards.preview_model import PreviewModel
from ui.boards.record_board import RecordBoard
from ui.canvas.canvas_area import CanvasArea
from ui.canvas.project_pictures import ProjectPictures
from ui.context.context import Context


class RecordBoardArea(CanvasArea):
    """Keeps a board in step with its model; while nobody looks nothing is laid out."""

    view: RecordBoard

    def __init__(self, context: Context, model: PreviewModel) -> None:
        pictures = ProjectPictures(context.session.assets.get, self.devicePixelRatioF)
        super().__init__(context.theme, None, pictures)
        self.context, self.model = context, model
        self._stale = True
        model.changed.connect(self._follow)
        context.selection.changed.connect(self._mark)

    def refresh(self) -> None:
        """Lay out and draw what there is now."""
        self._stale = False
        self.draw_board()
        self.view.show_marks()

    def draw_board(self) -> None:
        """Lay out the board and show it."""
        raise NotImplementedError

    def room(self, least_wide: float = 0.0) -> tuple[float, float]:
        """Width and height a board may fill without being scrolled; a bar is left room for where it is needed."""
        size, bar = self.view.maximumViewportSize(), self.view.horizontalScrollBar().sizeHint().height()
        wide, high = size.width() - 1.0, size.height() - 1.0
        return wide, high - bar if wide < least_wide else high

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _mark(self) -> None:
        if self.isVisible():
            self.view.show_marks()
            if not self.view.hasFocus():
                self.view.reveal_selected()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.refresh()
