"""Which measures the boards show, and how they would be while somebody drags one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.search.touchpoint_filter import Filter, measures_meant
from cxstudio.layout.boards.plan_items import Plan, plan_of
from cxstudio.model import Document, Id, Measure, Touchpoint
from cxstudio.store import Draft
from ui.context.context import Context

P = ParamSpec("P")
T = TypeVar("T")


class PlanModel(QObject):
    """The plan every board draws: the same filter and the same groups for all of them."""

    changed = Signal()
    """Another plan is to be drawn."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.filter = Filter()
        self.by = Grouping.NONE
        self._previewed: Document | None = None
        self._plan: Plan | None = None
        self._before: Plan | None = None
        """The last plan with the same names and deltas: what it shows of a measure may be taken over."""

    @property
    def document(self) -> Document:
        """What is drawn: the document, or what it would be."""
        return self._previewed or self._context.document

    @property
    def plan(self) -> Plan:
        """The measures shown, kept until something changes."""
        if self._plan is None:
            document, texts = self.document, self._context.texts
            measures = measures_meant(document, self.filter)
            self._plan = plan_of(document, measures, texts, today=date.today(), delta_of=self.delta_of, by=self.by,
                                 before=self._before)  # fmt: skip
            self._before = self._plan
        return self._plan

    @property
    def previewing(self) -> bool:
        """Whether somebody is dragging."""
        return self._previewed is not None

    def delta_of(self, touchpoint: Touchpoint) -> float | None:
        """The delta of a touchpoint in the round it is judged by."""
        figures = self._context.bridge.measured_figures(self._context.document.journey_of(touchpoint).id)
        mine = figures.of(touchpoint.id) if figures is not None else None
        return mine.delta.mean if mine is not None and mine.delta is not None else None

    def show(self, wanted: Filter, by: Grouping, *, same_names: bool = False) -> None:
        """Show these measures in these groups; `same_names`: nothing but measures is another one."""
        self.filter, self.by = wanted, by
        if not same_names or (self._before is not None and self._before.today != date.today()):
            self._before = None
        self.refresh()

    def refresh(self) -> None:
        """Read the measures again."""
        self._previewed = self._plan = None
        self.changed.emit()

    def preview(self, edit: Callable[Concatenate[Draft, P], T], *args: P.args, **kw: P.kwargs) -> None:
        """Draw what an edit would do. Raises what the edit raises; nothing is kept."""
        self._previewed, _ = self._context.session.store.preview(edit, *args, **kw)
        self._plan = None
        self.changed.emit()

    def end_preview(self) -> None:
        """Draw the document again."""
        if self._previewed is not None:
            self.refresh()

    def measure(self, measure: Id | None) -> Measure | None:
        """A measure as it stands, without the preview."""
        found = self._context.document.find(measure)
        return found if isinstance(found, Measure) else None
