"""All figures of a round: 4,000 touchpoints against 400, per touchpoint; and a survey against reading its file."""

from __future__ import annotations

import csv
from pathlib import Path

from cxstudio.analysis import round_figures
from cxstudio.exchange.readers import read
from tests.bench.measure import Entry, plain, ratio, seconds
from tests.bench.projects import journey_of

AIRLINE = Path(__file__).resolve().parents[3] / "shared/data/surveys/airline_satisfaction_dev.csv"


def run() -> dict[str, Entry]:
    """The survey is measured only where the real file is at hand."""
    times = {}
    for size in (400, 4000):
        document = journey_of(size)
        round_figures(document, "r")
        times[size] = min(seconds(lambda d=document: round_figures(d, "r")) for _ in range(5)) / size
    results: dict[str, Entry] = {
        "all figures per touchpoint, 4,000 against 400": {"value": times[4000] / times[400], "limit": 3.0, "n": 5},
        "all figures of 4,000, seconds": plain(times[4000] * 4000, 5),
    }
    if AIRLINE.is_file():
        results["import of 13,333 × 14 answers"] = ratio(lambda: read(AIRLINE), _read_plainly, 5.0, n=5)
    return results


def _read_plainly() -> int:
    with AIRLINE.open(newline="", encoding="utf-8") as file:
        return sum(len(row) for row in csv.reader(file))
