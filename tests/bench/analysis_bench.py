"""All figures, 4,000 touchpoints against 400, per touchpoint; and a survey against reading its file."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from pathlib import Path

from cxstudio.analysis import round_figures
from cxstudio.analysis.change.round_change import round_changes
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.round.employees_against_customers import views_compared
from cxstudio.exchange.readers import read
from cxstudio.model import Department, Document, Record, Round, TouchpointRatings, Transition
from cxstudio.model.kinds import TransitionKind, View
from tests.bench.measure import Entry, plain, ratio, seconds
from tests.bench.projects import journey_of

AIRLINE = Path(__file__).resolve().parents[3] / "shared/data/surveys/airline_satisfaction_dev.csv"


SIZES = (400, 4000)
_RUNS = 5


def _round(document: Document) -> Callable[[], object]:
    return lambda: round_figures(document, "r")


def _flow(document: Document) -> Callable[[], object]:
    figures = round_figures(document, "r")
    return lambda: flow_figures(document, "j", figures)


def _change(document: Document) -> Callable[[], object]:
    return lambda: round_changes(document, "r", "r2")


def _views(document: Document) -> Callable[[], object]:
    figures = round_figures(document, "r")
    return lambda: views_compared(document, figures, "r3")


ANALYSES: dict[str, Callable[[Document], Callable[[], object]]] = {
    "all figures": _round,
    "figures of the flow": _flow,
    "changes between rounds": _change,
    "views compared": _views,
}


def _drawn(document: Document, size: int) -> Document:
    """The same journey with branches, returns, drop-outs and departments, rated once more and by customers."""
    chance = random.Random(size)
    more: list[Record] = []
    for at in range(0, size - 12, 5):
        more += [
            Transition(id=f"a{at}", source=f"t{at}", target=f"t{at + 1}", share=0.8, assumed=False),
            Transition(id=f"b{at}", source=f"t{at}", target=f"t{at + chance.randint(2, 9)}", share=0.2),
            Transition(
                id=f"c{at}",
                source=f"t{at + 3}",
                target=f"t{max(0, at - chance.randint(0, 12))}",
                kind=TransitionKind.RETURN,
                share=0.05,
            ),
            Transition(id=f"d{at}", source=f"t{at + 2}", kind=TransitionKind.DROP_OUT, share=0.001),
        ]
    for name, view in (("r2", View.EMPLOYEES), ("r3", View.CUSTOMERS)):
        more.append(Round(id=name, journey="j", order=name, view=view))
        more += [
            record.model_copy(update={"id": f"{name}{record.id}", "round": name})
            for record in document.having(TouchpointRatings, "round", "r")
        ]
    departments = [Department(id=f"department{n}", name=f"D{n}", order=f"a{n}") for n in range(5)]
    points = [
        t.model_copy(update={"departments": (f"department{chance.randint(0, 4)}",)})
        for t in document.journey_touchpoints("j")
    ]
    return document.evolve([*more, *departments, *points])


def run() -> dict[str, Entry]:
    """The survey is measured only where the real file is at hand."""
    results: dict[str, Entry] = {}
    projects = {size: _drawn(journey_of(size), size) for size in SIZES}
    for name, analyse in ANALYSES.items():
        times = {}
        for size, document in projects.items():
            work = analyse(document)
            work()
            times[size] = min(seconds(work) for _ in range(_RUNS)) / size
        ratio_of = times[SIZES[1]] / times[SIZES[0]]
        results[f"{name} per touchpoint, 4,000 against 400"] = {"value": ratio_of, "limit": 3.0, "n": _RUNS}
        results[f"{name} of 4,000, seconds"] = plain(times[SIZES[1]] * SIZES[1], _RUNS)
    if AIRLINE.is_file():
        results["import of 13,333 × 14 answers"] = ratio(lambda: read(AIRLINE), _read_plainly, 5.0, n=5)
    return results


def _read_plainly() -> int:
    with AIRLINE.open(newline="", encoding="utf-8") as file:
        return sum(len(row) for row in csv.reader(file))
