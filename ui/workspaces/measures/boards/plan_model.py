"""Which measures the boards show, and how they would be while somebody drags one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.measures.measure_standing import LastStandings
from cxstudio.analysis.search.touchpoint_filter import Filter, measures_meant
from cxstudio.layout.boards.plan_items import Plan, plan_of
from cxstudio.model import Id, Measure, Touchpoint
from ui.boards.preview_model import PreviewModel
from ui.context.context import Context


class PlanModel(PreviewModel):
    """The plan every board draws: the same filter and the same groups for all of them."""

    def __init__(self, context: Context, parent: QObject, standings: LastStandings) -> None:
        super().__init__(context, parent)
        self._standings = standings
        self.filter = Filter()
        self.by = Grouping.NONE
        self._plan: Plan | None = None
        self._before: Plan | None = None
        """The last plan with the same names and deltas: what it shows of a measure may be taken over."""

    @property
    def plan(self) -> Plan:
        """The measures shown, kept until something changes."""
        if self._plan is None:
            document, texts = self.document, self.context.texts
            measures, today = measures_meant(document, self.filter), date.today()
            self._plan = plan_of(document, measures, texts, today=today, delta_of=self.delta_of, by=self.by,
                                 before=self._before, known=self._standings.of(document, today))  # fmt: skip
            self._before = self._plan
        return self._plan

    def delta_of(self, touchpoint: Touchpoint) -> float | None:
        """The delta of a touchpoint in the round it is judged by."""
        figures = self.context.bridge.measured_figures(self.context.document.journey_of(touchpoint).id)
        mine = figures.of(touchpoint.id) if figures is not None else None
        return mine.delta.mean if mine is not None and mine.delta is not None else None

    def show(self, wanted: Filter, by: Grouping, *, same_names: bool = False) -> None:
        """Show these measures in these groups; `same_names`: nothing but measures is another one."""
        self.filter, self.by = wanted, by
        if not same_names or (self._before is not None and self._before.today != date.today()):
            self._before = None
        self.refresh()

    def forget(self) -> None:
        self._plan = None

    def measure(self, measure: Id | None) -> Measure | None:
        """A measure as it stands, without the preview."""
        found = self.context.document.find(measure)
        return found if isinstance(found, Measure) else None
