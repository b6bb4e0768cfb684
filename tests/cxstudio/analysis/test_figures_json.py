"""The figures for other programs: every key documented, every number in full."""

from __future__ import annotations

import json
from typing import Any

from cxstudio.analysis import figures_json
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, JourneyFigures, Record, SurveyCounts
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import FigureKind, RoundKind
from cxstudio.resources import resource_path
from tests.cxstudio.journeys import journey

OPEN = ("counts", "segments")
"""Objects whose keys are values or names, not words of ours."""


def keys(data: Any, inside: str = "") -> set[str]:
    if isinstance(data, dict):
        own = set() if inside in OPEN and inside != "" else set(data)
        return own | {key for name, value in data.items() for key in keys(value, name if inside not in OPEN else "")}
    if isinstance(data, list):
        return {key for value in data for key in keys(value, inside)}
    return set()


def asked() -> Document:
    """A survey with segments, Kano pairs and NPS, which the sample has not."""
    kano = FrozenMap({"1|5": 7})
    more: list[Record] = [
        SurveyCounts(id="a", round="r", touchpoint="t1", segment="north", pairs=FrozenMap({"6|3": 20}), kano=kano),
        SurveyCounts(id="b", round="r", touchpoint="t1", segment="south", pairs=FrozenMap({"6|5": 9}), kano=kano),
        JourneyFigures(id="n", round="r", figure=FigureKind.NPS, counts=FrozenMap({"9": 3})),
    ]
    return journey(touchpoints=[{}], more=more, kind=RoundKind.SURVEY)


def test_every_key_is_documented() -> None:
    told = resource_path("help", "figures.md").read_text(encoding="utf-8")
    for document in (sample("lindenfurt", "en").document, asked()):
        data = figures_json(document)
        missing = sorted(key for key in keys(data) if f"`{key}`" not in told)
        assert not missing


def test_numbers_are_in_full_precision_and_every_round_is_there() -> None:
    data = figures_json(sample("lindenfurt", "de").document)
    (only,) = data["journeys"]
    assert [r["id"] for r in only["rounds"]] == ["round1", "round2"]
    hotline = next(t for t in only["rounds"][0]["touchpoints"] if t["id"] == "t08")
    assert hotline["delta"]["mean"] == -32 / 9
    assert hotline["rank"] == 1 and hotline["rank_without_one"] == [1, 2]
    assert hotline["critical"]["reasons"][0]["reason"] == "unmet_basic"
    assert only["handovers"] == 8 and only["handovers_with_loss"] == 1
    json.dumps(data, allow_nan=False)


def test_what_cannot_be_told_is_null() -> None:
    data = figures_json(journey([{"experience": (4, 5)}]))
    (point,) = data["journeys"][0]["rounds"][0]["touchpoints"]
    assert point["delta"] is None and point["need"] is None and point["kano"] is None
    assert point["verdict"] == "unknown" and point["rank"] is None and point["segments"] == {}


def test_segments_hold_the_same_figures() -> None:
    (point,) = figures_json(asked())["journeys"][0]["rounds"][0]["touchpoints"]
    assert {name: part["delta"]["mean"] for name, part in point["segments"].items()} == {"north": -3, "south": -1}
    assert point["kano"]["counts"]["one_dimensional"] == 14
