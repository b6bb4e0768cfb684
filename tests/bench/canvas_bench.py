"""The canvas against one culled item painting the same display list, on the product's geometry.

Both stand in the same workspace with headers, labels and overview strip, so that only the design differs. Frames are
whole repaints of a 1920 × 1080 window: the software raster has no cheaper way when everything moved. Everything is
computed and painted in this process, so processor time is measured: other work of the machine does not count.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import orjson
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QGraphicsView

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_touchpoint, move_stage, rate, set_fields, set_lane
from cxstudio.files.encoding import encode
from cxstudio.layout.display.display_list import Placed
from cxstudio.layout.map.map_layout import lay_out_map, update
from cxstudio.model import GROUP_VOICE, Participant, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from cxstudio.store import Draft
from tests.bench.measure import Entry, plain, processor_seconds
from tests.bench.one_item import OneItemScene
from tests.bench.projects import with_every_lane
from ui.canvas.hit_testing import frames_within
from ui.canvas.interaction.wheel import PER_NOTCH
from ui.canvas.interaction.zoom import Zoom, at
from ui.context.context import Context, make_context
from ui.main_window.all_commands import COMMANDS
from ui.workspaces.journey.gestures.card_gestures import DragCards
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.map.map_area import MapArea
from ui.workspaces.workspace_table import BY_NAME

SIZE = (1920, 1080)
FRAMES = 30
STEP = 24
EDITS = 13
NOTCHES = (*[-1.0] * 12, *[1.0] * 18)
ROUNDS = 10


Change = Callable[[Draft, int], object]


class Bench:
    """One workspace on a journey of so many touchpoints, all stages unfolded."""

    def __init__(self, application: QApplication, touchpoints: int) -> None:
        folders = Folders.below(Path(tempfile.mkdtemp()))
        document = with_every_lane(sample("large", "de", touchpoints=touchpoints).document)
        document = document.evolve(r.model_copy(update={"state": RoundState.OPEN}) for r in document.all(Round))
        self.context: Context = make_context(
            Session.new(folders, document), Settings(folders), COMMANDS, language="de", palette="light"
        )
        self.context.theme.apply(application, folders.cache)
        self.application = application
        workspace = BY_NAME["journey"].make(self.context)
        assert isinstance(workspace, JourneyWorkspace)
        self.workspace = workspace
        self.area: MapArea = self.workspace.area
        self.workspace.resize(*SIZE)
        self.workspace.show()
        self.workspace.model.set_folded(frozenset())
        application.processEvents()
        gc.collect()
        gc.freeze()

    def zoom(self, value: float) -> None:
        self.workspace.zooming.set_zoom(at(value))
        self.application.processEvents()

    def reference(self) -> JourneyWorkspace:
        """The same workspace at the same zoom, headers, labels and strip included, with the one item for a map."""
        made = JourneyWorkspace(self.context)
        scene = OneItemScene(made.area.painter)
        scene.setBackgroundBrush(self.area.scene.backgroundBrush())
        made.area.scene = made.view.canvas = scene
        made.view.setScene(scene)
        made.resize(*SIZE)
        made.show()
        made.model.set_folded(self.workspace.model.folded)
        made.model.set_zoom(self.workspace.model.zoom)
        made.area.refresh()
        self.application.processEvents()
        return made

    def pan(self, view: QGraphicsView, start: int) -> list[float]:
        bar = view.horizontalScrollBar()
        bar.setValue(start)
        self.application.processEvents()
        frames = []
        for _ in range(FRAMES):
            with quiet():
                begin = time.process_time()
                bar.setValue(bar.value() + STEP)
                view.viewport().repaint()
                self.application.processEvents()
                frames.append(time.process_time() - begin)
        return frames

    def edit(self, change: Change, number: int) -> float:
        """Seconds from an edit to everything repainted; then what waits for a pause follows."""
        with quiet():
            begin = time.process_time()
            with self.context.session.transaction("edit") as draft:
                change(draft, number)
            self.application.sendPostedEvents()
            taken = time.process_time() - begin
        bridge = self.context.bridge
        while bridge.pause.waiting or bridge.working:
            self.application.processEvents()
        self.application.processEvents()
        return taken

    def close(self) -> None:
        self.workspace.close()
        self.workspace.deleteLater()
        self.application.processEvents()
        gc.unfreeze()


def run() -> dict[str, Entry]:
    """Pan, all stages in view, zoom and edits at 400 and 4,000 touchpoints."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    results: dict[str, Entry] = {}
    benches: dict[int, Bench] = {}
    for touchpoints in (400, 4000):
        bench = benches[touchpoints] = Bench(application, touchpoints)
        for percent in (100, 50):
            bench.zoom(percent / 100)
            results |= _compared(bench, f"pan at {percent} %, {touchpoints}", 1.5)
        results[f"pan p95 at 50 % in ms, {touchpoints}"] = plain(_p95(bench.pan(bench.area.view, 1000)) * 1e3, FRAMES)
        bench.workspace.zooming.zoom_all()
        results |= _compared(bench, f"all stages in view, {touchpoints}", 2.0)
        bench.workspace.model.set_folded(frozenset())
        results |= _zooming(bench, touchpoints)
        bench.workspace.zooming.set_zoom(Zoom())
        bench.area.view.scroll_to(QPointF(0.0, 0.0))
        application.processEvents()
        results[f"layout.update against a full layout, {touchpoints}"] = _updating(bench)
    results |= _editing(benches[400], benches[4000])
    for touchpoints, bench in benches.items():
        results |= _dragging(bench, touchpoints)
        bench.close()
    results["memory per touchpoint between 400 and 4,000, kB"] = _memory(application)
    return results


def _dragging(bench: Bench, touchpoints: int) -> dict[str, Entry]:
    """A hundred selected cards under the pointer: from a move to the frame that shows it."""
    model, scene, view = bench.workspace.model, bench.area.scene, bench.area.view
    assert model.journey is not None and scene.display_list is not None
    ids = tuple(t.id for t in bench.context.document.journey_touchpoints(model.journey)[:100])
    lifted = [
        Placed(stood.x + placed.x, stood.y + placed.y, placed.group)
        for stood in frames_within(scene.display_list, view.window_rect)
        for placed in stood.frame.groups
        if placed.group.record in ids and placed.group.key.startswith("card:")
    ]
    start = QPointF(60.0, 60.0)
    drag = DragCards(bench.context, model, scene, ids, start, lifted)
    frames = []
    for number in range(FRAMES):
        with quiet():
            begin = time.process_time()
            drag.move(start + QPointF(40.0 * number, 5.0))
            view.viewport().repaint()
            frames.append(time.process_time() - begin)
        bench.application.processEvents()
    drag.cancel()
    name = f"dragging 100 selected cards in ms, {touchpoints}"
    return {name: plain(statistics.median(frames) * 1e3, FRAMES), f"{name}, p95": plain(_p95(frames) * 1e3, FRAMES)}


def _memory(application: QApplication) -> Entry:
    """What a touchpoint's records, its layout and its way across the screen take; the map is scrolled to its end."""
    held = []
    for touchpoints in (400, 4000):
        gc.collect()
        before = _resident()
        bench = Bench(application, touchpoints)
        bar = bench.area.view.horizontalScrollBar()
        for start in range(0, bar.maximum() + 1, 1500):
            bar.setValue(start)
            application.processEvents()
        held.append(_resident() - before)
        bench.close()
    return plain((held[1] - held[0]) / 3600 / 1024)


def _resident() -> int:
    """Bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _compared(bench: Bench, name: str, limit: float) -> dict[str, Entry]:
    reference = bench.reference()
    bench.pan(bench.area.view, 400)
    bench.pan(reference.view, 400)
    mine: list[float] = []
    theirs: list[float] = []
    for turn in range(8):
        start = 400 + turn % 3 * 300
        theirs += bench.pan(reference.view, start)
        mine += bench.pan(bench.area.view, start)
    reference.close()
    reference.deleteLater()
    value = statistics.median(mine) / statistics.median(theirs)
    return {
        name: {"value": value, "limit": limit, "n": len(mine)},
        f"{name}, ms per frame": plain(statistics.median(mine) * 1e3, len(mine)),
    }


def _zooming(bench: Bench, touchpoints: int) -> dict[str, Entry]:
    """From a turn of the wheel to the frame that shows it, against the one item at the same zooms."""
    bench.zoom(1.0)
    reference = bench.reference()
    mine: list[float] = []
    theirs: list[float] = []
    _turned(reference, bench.application), _turned(bench.workspace, bench.application)
    for _ in range(ROUNDS):
        theirs += _turned(reference, bench.application)
        mine += _turned(bench.workspace, bench.application)
    reference.close()
    reference.deleteLater()
    n = len(mine)
    return {
        f"zoom p95 against one item, {touchpoints}": {"value": _p95(mine) / _p95(theirs), "limit": 2.0, "n": n},
        f"zoom p95 in ms, {touchpoints}": plain(_p95(mine) * 1e3, n),
        f"zoom p95 of one item in ms, {touchpoints}": plain(_p95(theirs) * 1e3, n),
    }


def _turned(workspace: JourneyWorkspace, application: QApplication) -> list[float]:
    """The wheel out and in again; what it leaves to be drawn anew when it rests is not among it."""
    view, frames = workspace.view, []
    for notch in NOTCHES:
        with quiet():
            begin = time.process_time()
            view.zoom(PER_NOTCH**notch, QPointF(700, 300))
            view.viewport().repaint()
            frames.append(time.process_time() - begin)
        application.sendPostedEvents()
    workspace.zooming.settle()
    workspace.zooming.set_zoom(Zoom())
    application.processEvents()
    return frames


def _editing(small: Bench, large: Bench) -> dict[str, Entry]:
    """From an edit to everything repainted, against orjson reading the larger of the two projects."""
    content = encode(large.context.document)
    results: dict[str, Entry] = {}
    changes = _changes(small), _changes(large)
    for name in changes[0]:
        times: tuple[list[float], list[float], list[float]] = ([], [], [])
        for number in range(EDITS):  # in turns, so that all meet the same noise
            times[0].append(processor_seconds(lambda: orjson.loads(content)))
            times[1].append(small.edit(changes[0][name], number))
            times[2].append(large.edit(changes[1][name], number))
        reading, few, many = (statistics.median(found[1:]) for found in times)
        n = EDITS - 1
        results[f"edit to repainted, 4,000: {name}"] = {"value": many / reading, "limit": 0.7, "n": n}
        results[f"edit to repainted, 400: {name}"] = {"value": few / reading, "limit": 0.35, "n": n}
        results[f"edit to repainted in ms, 4,000: {name}"] = plain(many * 1e3, n)
        results[f"edit to repainted, 4,000 against 400: {name}"] = plain(many / few, n)
    return results


def _updating(bench: Bench) -> Entry:
    """`layout.update` after a rename, against laying out everything."""
    context, model = bench.context, bench.workspace.model
    layout, journey = model.layout, model.journey
    assert layout is not None and journey is not None
    touchpoint = context.document.journey_touchpoints(journey)[7].id
    mine, theirs = [], []
    for number in range(5):
        document, changes = context.session.store.preview(set_fields, Touchpoint, touchpoint, name=f"Name {number}")
        with quiet():
            begin = time.process_time()
            update(layout, document, changes, model.figures, context.texts)
            mine.append(time.process_time() - begin)
            begin = time.process_time()
            lay_out_map(document, journey, model.figures, context.texts, layout.style)
            theirs.append(time.process_time() - begin)
    value = statistics.median(mine) / statistics.median(theirs)
    return {"value": value, "limit": 0.05 if len(layout.columns) >= 4000 else None, "n": 5}


def _changes(bench: Bench) -> dict[str, Change]:
    """What people do, on this bench's journey."""
    document = bench.context.document
    journey = bench.workspace.model.journey or ""
    touchpoints = document.journey_touchpoints(journey)
    stages = document.stages(journey)
    shown = bench.context.bridge.shown_round(journey)
    people = document.all(Participant)
    voice = people[0].id if people else GROUP_VOICE
    long = "Ein sehr langer Name, der mehr Zeilen braucht als vorher, und noch eine "
    assert shown is not None
    return {
        "rename": lambda d, n: set_fields(d, Touchpoint, touchpoints[3].id, name=f"Name {n}"),
        "rename that adds a line": lambda d, n: set_fields(d, Touchpoint, touchpoints[4].id, name=long * (1 + n % 2)),
        "rating": lambda d, n: rate(d, shown.id, touchpoints[5].id, voice, "experience", 1 + n % 7),
        "lane height": lambda d, n: set_lane(d, journey, LaneKind.EMOTION, height=140.0 + 8 * n),
        "insert first": lambda d, n: add_touchpoint(d, stages[0].id, f"Neu {n}", after=None),
        "move stage": lambda d, n: move_stage(d, stages[0].id, stages[1 + n % 2].id),
    }


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


@contextmanager
def quiet() -> Iterator[None]:
    """Measure without the collector."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
