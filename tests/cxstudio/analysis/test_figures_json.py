"""The figures for other programs: every key documented, every number in full."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cxstudio.analysis import figures_json
from cxstudio.analysis.change.change_values import Doubt, TargetState
from cxstudio.analysis.statistics.figure_values import Reason, Verdict
from cxstudio.analysis.statistics.kano_figures import KanoKind
from cxstudio.analysis.statistics.promise_kept import PromiseResult
from cxstudio.catalogue.samples import sample
from cxstudio.model import (
    GROUP_VOICE,
    Benchmark,
    Document,
    JourneyFigures,
    Record,
    Round,
    SurveyCounts,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import FigureKind, JourneyKind, RoundKind, TransitionKind, Travels, View
from cxstudio.resources import resource_path
from tests.cxstudio.journeys import journey

OPEN = ("counts", "segments", "aimed", "journey_figures_by_segment")
"""Objects whose keys are values or names, not words of ours."""
CHOICES = (
    PromiseResult,
    JourneyKind, RoundKind, View, FigureKind, Verdict, Reason, KanoKind, TransitionKind, Travels, TargetState, Doubt,
)  # fmt: skip
WORDS = {choice.value for kind in CHOICES for choice in kind} | {"null", "value"}
"""What the page names besides keys: the words a key can hold."""
NUMBERS_OF_REASONS = {
    "place", "need", "delta", "emotion", "others", "nothing", "share", "assumed", "low", "upto", "high", "from", "by",
}  # fmt: skip


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
        SurveyCounts(id="c", round="r", touchpoint="t2", pairs=FrozenMap({"4|1": 5, "4|7": 5})),
        Round(id="aim", journey="j", kind=RoundKind.TARGET, order="z"),
        TouchpointRatings(id="aimed", round="aim", touchpoint="t1", experience=FrozenMap({GROUP_VOICE: 6})),
        JourneyFigures(id="n", round="r", figure=FigureKind.NPS, counts=FrozenMap({"9": 3})),
    ]
    return journey(touchpoints=[{}, {}], more=more, kind=RoundKind.SURVEY)


def full() -> Document:
    """A journey whose every figure can be told: ways, two rounds, a customers' view, targets and benchmarks."""
    document = sample("lindenfurt", "en").document
    second = document.get(Round, "round2")
    more: list[Record] = [
        Transition(id="back", source="t09", target="t08", kind=TransitionKind.RETURN, share=0.1),
        second.model_copy(update={"id": "round3", "order": "b"}),
        *(
            record.model_copy(update={"id": f"again{record.id}", "round": "round3"})
            for record in document.having(SurveyCounts, "round", "round2")
        ),
        *(
            JourneyFigures(
                id=f"n{name}", round="round3", figure=FigureKind.NPS, segment=name, counts=FrozenMap({"9": 9})
            )
            for name in ("north", "south")
        ),
        JourneyFigures(id="n2", round="round2", figure=FigureKind.NPS, counts=FrozenMap({"9": 30})),
        Benchmark(id="b", about="journey1", figure="nps", value=3, source="S", year=2020),
    ]
    return document.evolve(more)


def test_every_key_is_documented_and_every_documented_key_is_there() -> None:
    told = resource_path("help", "figures.md").read_text(encoding="utf-8")
    found: set[str] = set()
    for document in (sample("lindenfurt", "en").document, asked(), full()):
        found |= keys(figures_json(document))
    missing = sorted(key for key in found if f"`{key}`" not in told)
    assert not missing
    named = {word for word in re.findall(r"`([^`]+)`", told) if re.fullmatch(r"[a-z_]+", word)}
    assert sorted(named - found - WORDS - NUMBERS_OF_REASONS) == []


def test_later_figures_of_a_full_project() -> None:
    (only,) = figures_json(full())["journeys"]
    first, second, third = only["rounds"]
    assert only["flow"]["arrival"]["arrive"] == pytest.approx(1 - 0.8 * 0.38)
    assert only["flow"]["loops"][0]["ways_back"][0]["around"] == ["t07", "t08"]
    assert first["changes"] is None and second["changes"] is None and third["changes"]["since"] == "round2"
    assert first["views"]["customers_round"] == "round3" and second["views"] is None
    (asked_later,) = (one for one in third["benchmarks"] if one["figure"] == "nps")
    assert asked_later["difference"] == 97
    assert [one["difference"] for one in first["benchmarks"] if one["figure"] == "nps"] == [None]
    assert set(third["journey_figures_by_segment"]) == {"north", "south"}
    (asked_for,) = second["journey_figures"]
    assert asked_for["value"] == 100 and asked_for["interval"][0] < 100 == asked_for["interval"][1]
    assert {one["state"] for one in third["targets"]} == {"cannot_be_told"}
    assert first["touchpoints"][0]["opportunity"]["score"] == pytest.approx(40 / 9)
    json.dumps(only, allow_nan=False)


def test_numbers_are_in_full_precision_and_every_round_is_there() -> None:
    data = figures_json(sample("lindenfurt", "de").document)
    (only,) = data["journeys"]
    assert [r["id"] for r in only["rounds"]] == ["round1", "round2"]
    hotline = next(t for t in only["rounds"][0]["touchpoints"] if t["id"] == "t08")
    assert hotline["delta"]["mean"] == -32 / 9
    assert hotline["rank"] == 1 and hotline["rank_without_one"] == [1, 2]
    assert hotline["critical"]["reasons"][0]["reason"] == "unmet_basic"
    assert only["handovers"] == 12 and only["handovers_with_loss"] == 1
    json.dumps(data, allow_nan=False)


def test_what_cannot_be_told_is_null() -> None:
    data = figures_json(journey([{"experience": (4, 5)}]))
    (point,) = data["journeys"][0]["rounds"][0]["touchpoints"]
    assert point["delta"] is None and point["need"] is None and point["kano"] is None
    assert point["verdict"] == "unknown" and point["rank"] is None and point["segments"] == {}


def test_segments_hold_the_same_figures() -> None:
    point, _ = figures_json(asked())["journeys"][0]["rounds"][0]["touchpoints"]
    assert {name: part["delta"]["mean"] for name, part in point["segments"].items()} == {"north": -3, "south": -1}
    assert point["kano"]["counts"]["one_dimensional"] == 14


def test_targets_are_told_as_values_and_never_judged() -> None:
    _, target = figures_json(asked())["journeys"][0]["rounds"]
    assert target["touchpoints"] == [{"id": "t1", "name": "Point 1", "stage": "Stage", "aimed": {"experience": 6}}]
    assert set(target) == {"id", "title", "kind", "day", "scale", "touchpoints"}
