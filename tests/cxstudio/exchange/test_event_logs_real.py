"""Event logs nobody here wrote, against figures worked out independently."""

from pathlib import Path
from typing import Any

import pytest

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.exchange.readers import read
from cxstudio.model import Touchpoint


@pytest.mark.parametrize(
    "name", ["running-example.csv", "running-example.xes", "receipt.csv", "roadtraffic100traces.csv"]
)
def test_figures_are_those_worked_out_independently(real_data: Path, expected: Any, name: str) -> None:
    path = real_data / "eventlogs" / name
    if not path.exists():
        pytest.skip(f"{name} is not on this machine")
    plan = read(path)
    found, known = plan.log, expected[f"eventlogs/{name}"]
    assert plan.source.reader == "event_log" and found is not None
    for field in ("cases", "events", "activities", "variants", "top_variant_cases"):
        assert getattr(found, field) == known[field]
    assert list(found.top_variant) == known["top_variant"]
    assert [list(row) for row in found.top_activities] == known["top_activities"]
    assert [list(row) for row in found.top_edges] == known["top_edges"]
    assert (str(found.first), str(found.last)) == (known["first"], known["last"])


def test_the_common_way_stands_in_its_order(real_data: Path, expected: Any) -> None:
    path = real_data / "eventlogs" / "receipt.csv"
    if not path.exists():
        pytest.skip("receipt.csv is not on this machine")
    names = [point.name for point in read(path).document().all(Touchpoint)]
    assert [name for name in names if name in (top := expected["eventlogs/receipt.csv"]["top_variant"])] == top


def test_the_most_likely_way_is_the_most_frequent_one(real_data: Path, expected: Any) -> None:
    path = real_data / "eventlogs" / "receipt.csv"
    if not path.exists():
        pytest.skip("receipt.csv is not on this machine")
    plan = read(path)
    document = plan.document()
    found = flow_figures(document, plan.records[0].id)
    names = {point.id: point.name for point in document.all(Touchpoint)}
    assert found.likely is not None and not found.likely.assumed
    assert [names[point] for point in found.likely.touchpoints] == expected["eventlogs/receipt.csv"]["top_variant"]
    assert found.arrival is not None and found.arrival.arrive + found.arrival.drop_out == pytest.approx(1)


def test_without_its_case_column_a_log_cannot_be_read(real_data: Path) -> None:
    path = real_data / "eventlogs" / "correlation_mining.csv"
    if not path.exists():
        pytest.skip("correlation_mining.csv is not on this machine")
    rows = [line.split(",", 1)[1] for line in path.read_text(encoding="utf-8").splitlines()]
    plan = read(text="\n".join(rows))
    assert plan.source.reader == "event_log" and not plan.records
    assert plan.notes[0].id == "No column holds the case (customer, order, ticket) an event belongs to."
