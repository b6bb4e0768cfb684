"""One edit against laying out the whole map anew, and 4,000 touchpoints against 400.

Blocks are laid out when looked at: the whole layout is looked at everywhere, an update where the window is.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits import add_touchpoint, move_stage, rate, set_fields, set_lane
from cxstudio.layout.display.display_list import Frame
from cxstudio.layout.map.map_layout import MapLayout, lay_out_map, update
from cxstudio.model import Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Draft, Store
from cxstudio.wording import texts
from tests.bench.measure import Entry, plain, processor_seconds
from tests.bench.projects import journey_of, with_every_lane

EDITS: dict[str, Callable[[Draft, int], object]] = {
    "rename": lambda d, n: set_fields(d, Touchpoint, "t9", name=f"Call {n}"),
    "rename that adds a line": lambda d, n: set_fields(
        d, Touchpoint, "t9", name="Wait for approval " * (1 + n % 2 * 3)
    ),
    "rating": lambda d, n: rate(d, "r", "t7", "p3", "experience", n % 7 + 1),
    "insert first": lambda d, n: add_touchpoint(d, "s0", f"New {n}", after=None),
    "move stage": lambda d, n: move_stage(d, "s3", "s1" if n % 2 else "s5"),
    "lane height": lambda d, n: set_lane(d, "j", LaneKind.EMOTION, height=120.0 + n % 5 * 10),
}
RUNS = 9
WINDOW = 1920.0
"""What is looked at after an edit, in points from the left end."""


def run() -> dict[str, Entry]:
    """The time of an edit is that of `update` alone; with figures and paint it is in `canvas_bench`."""
    results: dict[str, Entry] = {}
    times = {size: _edits(size) for size in (400, 4000)}
    for name in EDITS:
        share = times[4000][name] / times[4000]["whole"]
        results[f"layout.update after {name}, 4,000"] = {"value": share, "limit": 0.05, "n": RUNS}
        results[f"layout.update after {name}, 4,000 against 400"] = plain(times[4000][name] / times[400][name], RUNS)
    results["whole layout of 4,000, seconds"] = plain(times[4000]["whole"], RUNS)
    return results


def _edits(size: int) -> dict[str, float]:
    store = Store(with_every_lane(journey_of(size)))
    words = texts("en")
    figures = round_figures(store.document, "r")
    layout = lay_out_map(store.document, "j", figures, words)
    _look(layout, WINDOW)
    found = {
        "whole": statistics.median(
            processor_seconds(lambda: _look(lay_out_map(store.document, "j", figures, words), math.inf))
            for _ in range(5)
        )
    }
    for name, edit in EDITS.items():
        taken = []
        for n in range(RUNS):
            before = store.document
            with store.transaction(name) as draft:
                edit(draft, n)
            if store.document is before:
                continue
            if name == "rating":
                figures = round_figures(store.document, "r", before=figures)
            layout, spent = _updated(layout, store, figures)
            taken.append(spent)
        found[name] = statistics.median(taken)
    return found


def _updated(layout: MapLayout, store: Store, figures: RoundFigures) -> tuple[MapLayout, float]:
    made: list[MapLayout] = []
    changes = store.history.undoable

    def act() -> None:
        made.append(update(layout, store.document, changes, figures, texts("en"))[0])
        _look(made[0], WINDOW)

    spent = processor_seconds(act)
    return made[0], spent


def _look(layout: MapLayout, right: float) -> int:
    """Look at everything left of `right`."""
    return _looked_at(layout.body.root, 0.0, right)


def _looked_at(frame: Frame, x: float, right: float) -> int:
    inside = sum(_looked_at(inner, x + inner.x, right) for inner in frame.frames if x + inner.x < right)
    return len(frame.groups) + inside
