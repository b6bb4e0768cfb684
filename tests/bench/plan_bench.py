"""The plan with 200 measures: list, board and schedule, scrolled, zoomed and edited.

Boards are measured against one culled item painting the same display list in the same frame, edits against orjson
reading the project of 4,000 touchpoints. Everything is computed and painted in this process: processor time.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import orjson
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields
from cxstudio.files.encoding import encode
from cxstudio.model import Document, Measure, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from tests.bench.canvas_bench import quiet
from tests.bench.measure import Entry, plain, processor_seconds
from tests.bench.one_item import as_one_item
from tests.bench.scrolling import scrolled
from ui.boards.board_area import RecordBoardArea
from ui.canvas.interaction.wheel import PER_NOTCH
from ui.context.context import Context, make_context
from ui.main_window.all_commands import COMMANDS
from ui.workspaces.measures.boards.schedule_page import ScheduleArea
from ui.workspaces.measures.boards.status_board_page import BoardArea
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.workspace_table import BY_NAME

MEASURES = 200
SIZE = (1920, 1080)
EDITS, ROUNDS = 13, 6
NOTCHES = (*[-1.0] * 8, *[1.0] * 12)


def plan_of_many(touchpoints: int = 400, measures: int = MEASURES) -> Document:
    """The large sample with so many measures, spread over statuses, touchpoints and a year."""
    document = sample("large", "de", touchpoints=touchpoints).document
    points, statuses, today = document.all(Touchpoint), list(MeasureStatus), date.today()
    made = [
        Measure(
            id=f"plan{n}",
            title=f"Maßnahme Nummer {n}: etwas Längeres, das zwei Zeilen braucht",
            order=f"b{n:05}",
            touchpoints=(points[n % len(points)].id, points[(7 * n) % len(points)].id),
            owner_role=f"Leitung {n % 9}",
            status=statuses[n % len(statuses)],
            progress=n % 100,
            start=today + timedelta(n - 100),
            due=today + timedelta(n - 60 + n % 40),
            effort=1 + n % 7,
            impact=1 + n * 3 % 7,
            depends_on=(f"plan{n - 1}",) if n % 3 == 1 else (),
        )
        for n in range(measures)
    ]
    return document.evolve(made)


def run() -> dict[str, Entry]:
    """Pan and zoom against one item, edits against reading a project."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folders = Folders.below(Path(tempfile.mkdtemp()))
    context = make_context(
        Session.new(folders, plan_of_many()), Settings(folders), COMMANDS, language="de", palette="light"
    )
    context.theme.apply(application, folders.cache)
    made = BY_NAME["measures"].make(context)
    assert isinstance(made, MeasuresWorkspace)
    made.resize(*SIZE)
    made.show()
    application.processEvents()
    results: dict[str, Entry] = {}
    for name, kind in (("board", BoardArea), ("schedule", ScheduleArea)):
        made.show_view(name)
        application.processEvents()
        area = made.board
        assert area is not None
        reference = _reference(context, made, kind, area)
        results |= _compared(application, f"{name}, {MEASURES}: pan", area, reference, _pan, 1.5)
        if isinstance(area, ScheduleArea) and isinstance(reference, ScheduleArea):
            results |= _compared(application, f"{name}, {MEASURES}: zoom p95", area, reference, _turn, 2.0, p95=True)
        reference.close()
        reference.deleteLater()
        application.processEvents()
    made.show_view("list")
    application.processEvents()
    frames = scrolled(application, made.view)
    results[f"list, {MEASURES}: pan in ms"] = plain(statistics.median(frames) * 1e3, len(frames))
    content = encode(plan_of_many(4000).evolve(()))
    for name in ("list", "board", "schedule", "effort_impact"):
        made.show_view(name)
        application.processEvents()
        results |= _edited(application, context, made, name, content)
    made.close()
    made.deleteLater()
    application.processEvents()
    return results


def _reference(
    context: Context, made: MeasuresWorkspace, kind: type[RecordBoardArea], area: RecordBoardArea
) -> RecordBoardArea:
    """The same board with one item for everything in it."""
    reference = kind(context, made.model)
    as_one_item(reference, area)
    return reference


def _compared(
    application: QApplication,
    name: str,
    mine: RecordBoardArea,
    theirs: RecordBoardArea,
    frames: Callable[[QApplication, RecordBoardArea], list[float]],
    limit: float,
    *,
    p95: bool = False,
) -> dict[str, Entry]:
    own: list[float] = []
    other: list[float] = []
    frames(application, theirs), frames(application, mine)
    for _ in range(ROUNDS):
        other += frames(application, theirs)
        own += frames(application, mine)
    of = _p95 if p95 else statistics.median
    return {
        name: {"value": of(own) / of(other), "limit": limit, "n": len(own)},
        f"{name}, ms": plain(of(own) * 1e3, len(own)),
    }


def _pan(application: QApplication, area: RecordBoardArea) -> list[float]:
    return scrolled(application, area.view)


def _turn(application: QApplication, area: RecordBoardArea) -> list[float]:
    """The wheel out and in again."""
    assert isinstance(area, ScheduleArea)
    frames = []
    for notch in NOTCHES:
        with quiet():
            begin = time.process_time()
            area.view.zoom(PER_NOTCH**notch, QPointF(500, 300))
            area.view.viewport().repaint()
            frames.append(time.process_time() - begin)
        application.sendPostedEvents()
    area.zooming.zoom_100()
    application.processEvents()
    return frames


def _edited(
    application: QApplication, context: Context, made: MeasuresWorkspace, view: str, content: bytes
) -> dict[str, Entry]:
    """From an edit to everything repainted: a title, and a status."""
    results: dict[str, Entry] = {}
    changes: dict[str, Callable[[int], dict[str, object]]] = {
        "rename": lambda n: {"title": f"Titel {n}"},
        "status": lambda n: {"status": list(MeasureStatus)[n % 6]},
        "due": lambda n: {"due": date.today() + timedelta(n)},
    }
    for name, values in changes.items():
        mine, theirs = [], []
        for number in range(EDITS):
            theirs.append(processor_seconds(lambda: orjson.loads(content)))
            with quiet():
                begin = time.process_time()
                with context.session.transaction("edit") as draft:
                    set_fields(draft, Measure, "plan3", **values(number))
                application.sendPostedEvents()
                mine.append(time.process_time() - begin)
            application.processEvents()
        value = statistics.median(mine[1:]) / statistics.median(theirs[1:])
        key = f"{view}, {MEASURES}: {name} to repainted"
        results[key] = {"value": value, "limit": 0.35, "n": EDITS - 1}
        results[f"{key}, ms"] = plain(statistics.median(mine[1:]) * 1e3, EDITS - 1)
    return results


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
