"""What can be done with the chart in view: copy, save, put in the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cxstudio.edits.project import put_picture
from cxstudio.layout.charts.chart_base import ChartStyle, type_for
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.layout.charts.chart_source import ChartData
from cxstudio.layout.charts.chart_table import ChartRow
from cxstudio.look.palette import palette
from cxstudio.model import Id, ReportSettings
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import BY_ID
from cxstudio.wording import N_
from ui.canvas.display_image import image_of
from ui.context.context import Context
from ui.dialogs.save_export import hand_on
from ui.workspaces.chart_canvas import ChartPicture

if TYPE_CHECKING:
    from cxstudio.render.picture_files.chart_files import ChartOrder

_LEAST_WIDE, _LEAST_HIGH = 720.0, 420.0


class ShownChart(Protocol):
    """The chart in view: of which kind, in which variant, of which round, and what it shows."""

    chart_row: ChartRow
    choice: str
    round_id: Id | None

    @property
    def told(self) -> ChartData | None: ...

    @property
    def wanted(self) -> Wanted: ...

    @property
    def picture(self) -> ChartPicture: ...


class HandingOn(QObject):
    """Carries out the commands "pictures.*" for the chart in view."""

    def __init__(
        self, context: Context, shown: ShownChart, bar: QWidget, as_list: Callable[[], bool], why: Callable[[], object]
    ) -> None:
        """`as_list`: whether the figures are shown as a list; `why`: explains the chart."""
        super().__init__(bar)
        self.context, self.shown, self._bar, self._as_list, self.why = context, shown, bar, as_list, why

    @property
    def panel(self) -> QWidget:
        """The panel in which the chart's shortcuts work."""
        return self._bar.parentWidget() or self._bar

    def order(self) -> ChartOrder | None:
        """The chart in view as files show it: as large as here, in the window's language. None where there is none."""
        from cxstudio.render.picture_files.chart_files import ChartOrder

        shown, journey = self.shown, self.context.selection.rated_journey
        if shown.told is None or journey is None:
            return None
        picture = shown.picture
        wide, high = max(float(picture.width()), _LEAST_WIDE), max(picture.room, _LEAST_HIGH)
        return ChartOrder(journey, shown.round_id, shown.wanted, self.context.texts.language, wide, high)

    def copy(self) -> None:
        """The picture onto the clipboard, as pixels and as a drawing; the figures where they are shown as a list."""
        told, order = self.shown.told, self.order()
        if told is None or order is None:
            return
        given = QMimeData()
        if self._as_list():
            given.setText(told.listing.text())
        else:
            from cxstudio.render.drawing import MARGIN
            from cxstudio.render.svg import svg

            style = ChartStyle(order.width, order.height, self.context.texts, type_for(order.width, order.height))
            picture = self.shown.chart_row.lay_out(told, style).picture
            colours = palette("light", self.context.document.project.accent)
            given.setImageData(image_of(picture, colours, MARGIN))
            given.setData("image/svg+xml", QByteArray(svg(picture, colours, None, MARGIN).encode("utf-8")))
        QGuiApplication.clipboard().setMimeData(given)
        self.context.messages.say(self.context.tr("“{name}” is on the clipboard.", name=told.head.title))

    def save(self, output: str) -> None:
        """The chart into a file, as the output of this id."""
        told, chart, context = self.shown.told, self.order(), self.context
        if told is not None and chart is not None:
            order = Order(chart.language, chart.journey, details=chart)
            hand_on(self._bar, context, BY_ID[output], told.head.title, order)

    @property
    def entry(self) -> str:
        """The line by which the report knows the chart in view."""
        return self.shown.wanted.entry

    @property
    def printed(self) -> bool:
        """Whether the report prints the chart in view."""
        return any(self.entry in settings.pictures for settings in self.context.document.all(ReportSettings))

    def to_report(self) -> None:
        """Print the chart in the report, or no longer."""
        if self.shown.told is None or self.context.session.read_only:
            return
        printed = not self.printed
        title = N_("Put a chart in the report") if printed else N_("Remove a chart from the report")
        with self.context.session.transaction(title) as draft:
            put_picture(draft, self.entry, printed)
