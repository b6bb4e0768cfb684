"""States of the workspace Measures worth a picture: every view, grouped, late, and with critical touchpoints left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.edits import set_fields
from cxstudio.model import Measure
from cxstudio.model.kinds import MeasureStatus
from ui.main_window.main_window import MainWindow
from ui.workspaces.measures.measure_views import VIEWS
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace


def measure_states(window: MainWindow, shoot: Callable[[str], str], kind: str) -> Iterator[str]:
    """Every view of the sample's plan as it could stand in May; the project is as before afterwards."""
    context, run = window.context, window.context.commands.run
    _in_may(window)
    run("go.measures")
    workspace = window.shell.view.current
    assert isinstance(workspace, MeasuresWorkspace)
    for view in VIEWS:
        run(f"measures.show_{view.id}")
        context.selection.select(context.document.all(Measure)[1].id)
        yield shoot(f"{kind}-measures-{view.id.replace('_', '-')}")
    workspace.group_by(Grouping.DEPARTMENT)
    for view_id in ("schedule", "list"):
        run(f"measures.show_{view_id}")
        yield shoot(f"{kind}-measures-{view_id}-grouped")
    workspace.group_by(Grouping.NONE)
    with context.session.transaction("critical") as draft:
        for measure in context.document.all(Measure):
            set_fields(draft, Measure, measure.id, touchpoints=())
    run("measures.show_schedule")
    yield shoot(f"{kind}-measures-critical")
    run("measures.show_list")
    run("edit.undo")
    run("edit.undo")
    context.selection.clear()


def _in_may(window: MainWindow) -> None:
    """Two run, one of them behind, one is overdue, one has no dates, one waits for another."""
    document, today = window.context.document, date.today()
    ids = [m.id for m in document.all(Measure)]
    day = timedelta
    values: tuple[dict[str, Any], ...] = (
        {"status": MeasureStatus.PLANNED, "start": today + day(12), "due": today + day(150), "depends_on": (ids[4],)},
        {"status": MeasureStatus.RUNNING, "start": today - day(27), "due": today + day(60), "progress": 35},
        {"start": today + day(62), "due": today + day(156), "depends_on": (ids[1],), "effort": None},
        {"start": None, "due": None, "status": MeasureStatus.IDEA},
        {"status": MeasureStatus.RUNNING, "start": today - day(24), "due": today + day(10), "progress": 20},
        {"status": MeasureStatus.RUNNING, "start": today - day(60), "due": today - day(12), "progress": 60},
    )
    with window.context.session.transaction("may") as draft:
        for measure, changed in zip(ids, values, strict=False):
            set_fields(draft, Measure, measure, **changed)
