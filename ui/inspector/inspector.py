"""The inspector itself: one panel per kind of record, kept and pointed at what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final
from weakref import ref

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from cxstudio.model import PROJECT_ID, Id, Idea, Journey, Measure, Project, Record, Stage, Touchpoint, Transition
from cxstudio.steps import Steps
from cxstudio.store import ChangeSet
from ui.context.context import Context
from ui.inspector.idea_panel import IdeaPanel
from ui.inspector.measure_panel import MeasurePanel
from ui.inspector.record_panels import JourneyPanel, ProjectPanel, RecordPanel, StagePanel
from ui.inspector.several_touchpoints import SeveralPanel
from ui.inspector.touchpoint_panel import TouchpointPanel
from ui.inspector.transition_panel import WayPanel
from ui.widgets.basics import column
from ui.widgets.vertical_scroll_area import VerticalScrollArea

WIDTH = 316
"""Width of the inspector in pixels."""

_POLISHED: Final = 60
"""Widgets styled in one step."""
Panel = RecordPanel | TouchpointPanel | SeveralPanel
Shown = type[Record] | type[SeveralPanel]
"""What a panel is for: a kind of record, or several touchpoints."""


class Inspector(QWidget):
    """Follows the window's selection; shows the project's brief when nothing is selected."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Inspector"))
        self.setFixedWidth(WIDTH)
        self._panels: dict[Shown, tuple[Panel, QScrollArea]] = {}
        self._shown: Id | None = None
        self._stack = QStackedWidget()
        column(self, self._stack)
        context.selection.changed.connect(self._select)
        context.selection.journey_changed.connect(self._select)
        context.bridge.changed.connect(self._follow)
        context.bridge.figured.connect(self._figured)
        self._select()
        context.ahead.want((), ready=(partial(_prepared, ref(self)),))

    @property
    def panel(self) -> Panel:
        """The panel in view."""
        current = self._stack.currentWidget()
        return next(panel for panel, area in self._panels.values() if area is current)

    def show_record(self, record_id: Id | None) -> None:
        """Show a record; None shows the project's brief."""
        record = self.context.document.find(record_id)
        kind = type(record) if record is not None else Project
        panel, area = self._panel_of(kind)
        changed = record_id != self._shown
        self._shown = record.id if record is not None else None
        panel.show_record(record.id if record is not None else PROJECT_ID)
        self._stack.setCurrentWidget(area)
        if changed:
            area.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._select()

    def _select(self) -> None:
        if self.isVisible() or not self._panels:
            ids = self.context.selection.ids
            if len(ids) > 1 and len(self.context.selection.all_of(Touchpoint)) == len(ids):
                self.show_several(ids)
            else:
                self.show_record(self.context.selection.id)

    def show_several(self, ids: Sequence[Id]) -> None:
        """Show what several touchpoints share."""
        panel, area = self._panel_of(SeveralPanel)
        assert isinstance(panel, SeveralPanel)
        self._shown = ids[-1]
        panel.show_records(ids)
        self._stack.setCurrentWidget(area)

    def keep(self, kind: Shown, panel: Panel) -> tuple[Panel, QScrollArea]:
        """A panel for a kind of record, from now on."""
        area = VerticalScrollArea(panel)
        known = self._panels[kind] = (panel, area)
        self._stack.addWidget(area)
        return known

    def has(self, kind: Shown) -> bool:
        """Whether the panel of a kind of record was made."""
        return kind in self._panels

    def _panel_of(self, kind: Shown) -> tuple[Panel, QScrollArea]:
        known = self._panels.get(kind)
        if known is None:
            known = self.keep(kind, self._make(kind))
        return known

    def _make(self, kind: Shown) -> Panel:
        if kind is Touchpoint:
            return TouchpointPanel(self.context)
        if issubclass(kind, SeveralPanel):
            return kind(self.context)
        own = {
            Stage: StagePanel,
            Journey: JourneyPanel,
            Idea: IdeaPanel,
            Measure: MeasurePanel,
            Project: ProjectPanel,
            Transition: WayPanel,
        }.get(kind)
        return own(self.context) if own is not None else RecordPanel(self.context, kind)

    def _figured(self) -> None:
        self._follow(ChangeSet(()))

    def _follow(self, changes: ChangeSet) -> None:
        if not self.isVisible():
            return  # it reads everything again when it is shown
        if self._shown is not None and self._shown not in self.context.document:
            self.show_record(None)
        elif self._panels:
            self.panel.follow(changes)


def _prepared(wanted: ref[Inspector]) -> Steps[None]:
    """Make the panel people open most before anybody selects a touchpoint, in steps nobody notices.

    It is over when the inspector goes, which it does not hold, or has made the panel itself.
    """
    panel = _begun(wanted)
    building = panel.build() if panel is not None else iter(())
    for _ in building:
        yield
        if _waiting(wanted, panel) is None:
            break
    parts = panel.findChildren(QWidget) if panel is not None and _waiting(wanted, panel) is not None else []
    for start in range(0, len(parts), _POLISHED):
        for part in filter(isValid, parts[start : start + _POLISHED]):
            part.ensurePolished()
        yield
    inspector = _waiting(wanted, panel)
    if panel is not None and inspector is not None:
        inspector.keep(Touchpoint, panel)
    elif panel is not None and isValid(panel):
        panel.deleteLater()


def _begun(wanted: ref[Inspector]) -> TouchpointPanel | None:
    """An empty panel, where one will be needed."""
    inspector = wanted()
    if inspector is None or not isValid(inspector) or inspector.has(Touchpoint) or inspector.context.session.read_only:
        return None
    panel = TouchpointPanel(inspector.context, at_once=False)
    panel.setParent(inspector)
    panel.hide()
    return panel


def _waiting(wanted: ref[Inspector], panel: QWidget | None) -> Inspector | None:
    """The inspector, as long as it has no panel of its own for touchpoints."""
    inspector = wanted()
    there = inspector is not None and panel is not None and isValid(inspector) and isValid(panel)
    return inspector if there and inspector is not None and not inspector.has(Touchpoint) else None
