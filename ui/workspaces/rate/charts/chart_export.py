"""What can be done with the chart in view: copy, save, put in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from cxstudio.edits.project import put_picture
from cxstudio.layout.charts.chart_base import ChartStyle, type_for
from cxstudio.look.palette import palette
from cxstudio.model import ReportSettings
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import BY_ID
from cxstudio.wording import N_
from ui.canvas.display_image import image_of
from ui.context.context import Context
from ui.dialogs.save_export import Saving

if TYPE_CHECKING:
    from cxstudio.render.chart_files import ChartOrder
    from ui.workspaces.rate.charts.chart_panel import ChartPanel

_LEAST_WIDE, _LEAST_HIGH = 720.0, 420.0


class HandingOn(QObject):
    """Answers the commands "pictures.*" for one panel."""

    def __init__(self, context: Context, panel: ChartPanel) -> None:
        super().__init__(panel)
        self.context, self.panel = context, panel

    def order(self) -> ChartOrder | None:
        """The chart in view as files show it: as large as here, in the window's language. None where there is none."""
        from cxstudio.render.chart_files import ChartOrder

        panel, journey = self.panel, self.context.selection.journey
        if panel.told is None or journey is None:
            return None
        picture = panel.picture
        wide, high = max(float(picture.width()), _LEAST_WIDE), max(picture.room, _LEAST_HIGH)
        return ChartOrder(journey, panel.round_id, panel.wanted, self.context.texts.language, wide, high)

    def copy(self) -> None:
        """The picture onto the clipboard, as pixels and as a drawing; the figures where they are shown as a list."""
        told, order = self.panel.told, self.order()
        if told is None or order is None:
            return
        given = QMimeData()
        if self.panel.tools.list_wanted:
            given.setText(told.listing.text())
        else:
            from cxstudio.render.map_files import MARGIN
            from cxstudio.render.svg import svg

            style = ChartStyle(order.width, order.height, self.context.texts, type_for(order.width, order.height))
            picture = self.panel.chart_row.lay_out(told, style).picture
            colours = palette("light", self.context.document.project.accent)
            given.setImageData(image_of(picture, colours, MARGIN))
            given.setData("image/svg+xml", QByteArray(svg(picture, colours, None, MARGIN).encode("utf-8")))
        QGuiApplication.clipboard().setMimeData(given)
        self.context.messages.say(self.context.tr("“{name}” is on the clipboard.", name=told.head.title))

    def save(self, output: str) -> None:
        """The chart into a file, as the output of this id."""
        told, chart, context = self.panel.told, self.order(), self.context
        if told is not None and chart is not None:
            saving = Saving(self.panel, context, self._unexpected)
            order = Order(chart.language, chart.journey, details=chart)
            saving.hand_on(BY_ID[output], told.head.title, order)

    def _unexpected(self, report: str) -> None:
        tell = getattr(self.panel.window(), "tell_unexpected", None)
        if tell is not None:
            tell(None, report)

    @property
    def entry(self) -> str:
        """The line by which the report knows the chart in view."""
        return self.panel.wanted.entry

    @property
    def printed(self) -> bool:
        """Whether the report prints the chart in view."""
        return any(self.entry in settings.pictures for settings in self.context.document.all(ReportSettings))

    def to_report(self) -> None:
        """Print the chart in the report, or no longer."""
        if self.panel.told is None or self.context.session.read_only:
            return
        printed = not self.printed
        title = N_("Put a picture in the report") if printed else N_("Take a picture out of the report")
        with self.context.session.transaction(title) as draft:
            put_picture(draft, self.entry, printed)

    def why(self) -> None:
        """Explain the chart in view."""
        self.panel.tools.explain()
