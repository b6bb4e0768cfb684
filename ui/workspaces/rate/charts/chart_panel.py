"""One chart with everything one can do with it: another variant, as a list, why, copy, save, put in the report."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_base import FEW, Chart, ChartStyle, type_for
from cxstudio.layout.charts.chart_request import ANSWERS, Wanted, source
from cxstudio.layout.charts.chart_source import ChartData, Missing
from cxstudio.layout.charts.chart_table import CHARTS, ChartRow
from cxstudio.layout.display.box import Box
from cxstudio.model import Id, Touchpoint
from cxstudio.steps import Steps, finished
from ui.background.long_work import IN_STEPS, Spoken
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.chart_canvas import ChartPicture
from ui.workspaces.rate.charts.chart_commands import PICTURES
from ui.workspaces.rate.charts.chart_figure_list import FigureList
from ui.workspaces.rate.charts.chart_toolbar import Tools

_SPOKEN: Final = 40
"""Touchpoints told in the description of a picture; the list has them all."""
_SIDE, _ABOVE, _BELOW = 18, 10, 8
_LEAST_ROOM: Final = 300.0
"""Pixels of height a chart takes at least: in a lower window it is scrolled, not squeezed."""
PICTURE, LIST, NOTHING = range(3)


class PanelPicture(ChartPicture):
    """The chart of a panel."""

    pad = 10

    def __init__(self, context: Context, panel: ChartPanel) -> None:
        super().__init__(context, "")
        self.panel = panel

    @property
    def told(self) -> ChartData | None:
        """What is shown, where it can be told."""
        data = self.panel.data
        return None if isinstance(data, Missing) else data

    def make(self, width: float, height: float) -> Chart | None:
        return finished(self.make_in_steps(width, height))

    def make_in_steps(self, width: float, height: float) -> Steps[Chart | None]:
        data = self.told
        if data is None:
            return None
        style = ChartStyle(width, height, self.context.texts, type_for(width, height))
        return (yield from self.panel.chart_row.lay_out_in_steps(data, style))

    @property
    def long(self) -> bool:
        return self.panel.long

    @property
    def waiting(self) -> str:
        return self.panel.waiting or super().waiting

    def marked(self, record: Id | None) -> list[Box]:
        """Nothing where the whole picture is about one touchpoint."""
        return [] if self.panel.chart_row.id == ANSWERS else super().marked(record)

    def listed(self) -> list[Id]:
        """Every touchpoint of the round where the picture shows only the selected one."""
        figures = self.panel.figures
        if self.panel.chart_row.id != ANSWERS or figures is None:
            return super().listed()
        return [f.touchpoint for f in figures.touchpoints]

    def words_of(self, touchpoint: Touchpoint) -> str:
        data = self.told
        if data is None:
            return touchpoint.name
        found = [line.cells for line in data.listing.lines if line.record == touchpoint.id]
        shown = [", ".join(f"{h} {c}".strip() for h, c in zip(data.listing.head[1:], cells[1:], strict=False) if c)
                 for cells in found]  # fmt: skip
        return f"{touchpoint.name}: {'; '.join(shown)}" if shown else touchpoint.name

    def summary(self) -> str:
        data = self.told
        return "" if data is None else f"{data.head.lead} {data.listing.spoken(_SPOKEN)}. {data.head.basis}"

    def selected(self) -> None:
        """Read again where the value names what is selected; out of sight when it is next seen."""
        if not self.isVisible():
            self.panel.stale = True
        elif self.panel.chart_row.id == ANSWERS or self._chart is None or len(self._chart.spots) <= FEW:
            self.panel.read()
        else:
            self.say()


class ChartPanel(QWidget):
    """Shows one chart at a time; its tools carry out the commands "pictures.*" while it is in view."""

    told_changed = Signal()
    """Other figures are shown, or none any more."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.chart_row: ChartRow = CHARTS[0]
        self.choice = ""
        self.about: tuple[Id, ...] = ()
        self.round_id: Id | None = None
        self.data: ChartData | Missing | None = None
        self.stale = True
        """What is shown may have changed while nobody looked."""
        self._listed_data: ChartData | None = None
        self._read_for: tuple[object, ...] = ()
        """What the data is about: another chart's is no stand-in."""
        self.work: TaskRunner[ChartData | Missing] = TaskRunner(self)
        tr = context.tr
        self._spoken = Spoken(tr("Calculating the chart …"), tr("The chart was not calculated."), self.read)
        context.works.follow(self.work, self._spoken)
        self.picture = PanelPicture(context, self)
        self.list = FigureList(context)
        self._why_not = label("", "muted", wrap=True)
        self._area = self._scrolled()
        self._pages = QStackedWidget()
        for page in (self._area, self._listed(), self._untold()):
            self._pages.addWidget(page)
        self.tools = Tools(context, self)
        column(self, self.tools, self._pages, spacing=0).setStretch(1, 1)
        self.setFocusProxy(self.picture)
        self.picture.walked.connect(self._keep_in_view)
        self.tools.chosen.connect(self.choose)
        self.tools.listed.connect(self.as_list)

    @property
    def figures(self) -> RoundFigures | None:
        """Figures of the round shown."""
        return self.context.bridge.figures(self.round_id)

    @property
    def long(self) -> bool:
        """Whether there are so many touchpoints that the window would be held up."""
        figures = self.figures
        return figures is not None and self.chart_row.id != ANSWERS and len(figures.touchpoints) > IN_STEPS

    @property
    def waiting(self) -> str:
        """What is said while there is nothing to show yet; "" where there is nothing to wait for."""
        if self.work.stopped:
            return self._spoken.stopped
        return self._spoken.doing if self.work.busy or self._without_figures else ""

    @property
    def _without_figures(self) -> bool:
        rounds = {self.round_id, *(self.about if self.chart_row.compares else ())}
        return any(self.context.bridge.waits_for(round_id) for round_id in rounds)

    @property
    def wanted(self) -> Wanted:
        """The chart as a report keeps it."""
        about = self.about
        chosen = self.context.selection.of(Touchpoint)
        if self.chart_row.id == ANSWERS and chosen is not None:
            about = (chosen.id,)
        return Wanted(self.chart_row.id, self.choice, about)

    @property
    def told(self) -> ChartData | None:
        """What is shown, where it can be told."""
        return self.picture.told

    def show_chart(self, chart_row: ChartRow, round_id: Id | None, about: tuple[Id, ...] = ()) -> None:
        """Show a chart of a round, in the variant chosen for it last."""
        if chart_row != self.chart_row:
            self.choice = ""
        self.chart_row, self.round_id, self.about = chart_row, round_id, about
        self.picture.setAccessibleName(self.context.tr(chart_row.title))
        self.tools.show_chart()
        self.read()

    def choose(self, choice: str) -> None:
        """Show another variant."""
        self.choice = choice
        self.read()

    def view_state(self) -> tuple[str, bool]:
        """The variant, and whether it is shown as a list."""
        return self.choice, self.tools.list_wanted

    def restore_view_state(self, state: tuple[str, bool]) -> None:
        """Show that variant again."""
        self.choice = state[0]
        self.tools.form.set_value(state[1])
        self.tools.show_chart()
        self.read()

    def as_list(self, wanted: bool) -> None:
        """Show the figures as a list, or as a picture again."""
        told = self.told
        if wanted and told is not None and told is not self._listed_data:
            self._listed_data = told
            self.list.show_listing(told.listing, told.head.title)
        untold = told is None and not self.waiting
        self._pages.setCurrentIndex(NOTHING if untold else LIST if wanted and told is not None else PICTURE)
        self.setFocusProxy(self.list if wanted else self.picture)

    def read(self) -> None:
        """Read the figures again and lay the picture out anew; for very many touchpoints between two frames."""
        context, journey = self.context, self.context.selection.rated_journey
        self.stale = False
        about = (journey, self.chart_row.id, self.round_id, self.choice, self.about)
        if about != self._read_for:
            self._read_for, self.data = about, None
            self.picture.empty()
        self.work.cancel()
        if journey is None:
            self._have(None)
            return
        made = source(context.document, context.texts, self.figures, journey, self.wanted, context.bridge.figures)
        chosen = context.selection.of(Touchpoint)
        steps = self.chart_row.data_in_steps(made if chosen is None else replace(made, chosen=chosen.id))
        if self._without_figures:
            self._say()
        elif self.long:
            self.work.run_steps(steps, self._have)
            self._say()
        else:
            self._have(finished(steps))

    def _have(self, data: ChartData | Missing | None) -> None:
        self.data = data
        self.work.cancel()
        self._say()
        self.picture.lay_out_again()
        self.told_changed.emit()

    def _say(self) -> None:
        if isinstance(self.data, Missing):
            self._why_not.setText(self.data.reason)
        self.as_list(self.tools.list_wanted)
        self.tools.say()
        self.picture.update()

    def showEvent(self, event: QShowEvent) -> None:
        self.context.commands.serve(PICTURES, self.tools.hands)
        if self.stale:
            self.read()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._area.viewport():
            self.picture.room = max(_LEAST_ROOM, self._area.viewport().height() - _ABOVE - _BELOW)
            self.picture.lay_out_again()
        return super().eventFilter(watched, event)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column(inner, self.picture, spacing=0).setContentsMargins(_SIDE, _ABOVE, _SIDE, _BELOW)
        area = VerticalScrollArea(inner)
        area.setObjectName("chart")
        area.viewport().installEventFilter(self)
        return area

    def _listed(self) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "surface")
        column(made, self.list).setContentsMargins(_SIDE, _ABOVE, _SIDE, _BELOW)
        return made

    def _untold(self) -> QWidget:
        made = QWidget()
        made.setProperty("ground", "surface")
        self._why_not.setMaximumWidth(420)
        self._why_not.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        run = self.context.commands.run
        self.to_table = button(self.context.tr("Go to table"), lambda: run("rate.show_table"))
        box = column(made, -1, spacing=12)
        said = row(None, -1, self._why_not, -1)
        said.setStretch(1, 1000)
        box.addLayout(said)
        box.addLayout(row(None, -1, self.to_table, -1))
        box.addStretch(2)
        return made

    def _keep_in_view(self, box: QRectF) -> None:
        middle = box.center().toPoint() + self.picture.pos()
        self._area.ensureVisible(middle.x(), middle.y(), 20, 60)
