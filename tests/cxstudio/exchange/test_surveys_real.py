"""The real surveys: their figures as worked out independently, and what was left out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.readers import read
from cxstudio.model import JourneyFigures, Round, Stage, SurveyCounts, Touchpoint
from cxstudio.model.kinds import RequirementKind, RoundKind, View
from cxstudio.wording import texts


def of(plan: ImportPlan, kind: type[Any]) -> list[Any]:
    return [record for record in plan.records if isinstance(record, kind)]


def pairs(plan: ImportPlan, point: Touchpoint) -> Iterator[tuple[str, str, int]]:
    for counts in of(plan, SurveyCounts):
        if counts.touchpoint == point.id:
            for pair, n in counts.pairs.items():
                expectation, experience = pair.split("|")
                yield expectation, experience, n


@pytest.mark.parametrize("mapping", [None, "kservqual"])
def test_kservqual_by_its_shipped_mapping(real_data: Path, expected: Any, mapping: str | None) -> None:
    plan = read(real_data / "surveys" / "kservqual_kiosk_cp949_dev.csv", mapping=mapping)
    assert plan.source.encoding == "cp949"
    points = of(plan, Touchpoint)
    assert len(points) == 24 and len(of(plan, Stage)) == 1
    gaps = expected["surveys/kservqual_kiosk_cp949_dev.csv"]["gaps"]
    for number, point in enumerate(points, 1):
        cells = list(pairs(plan, point))
        n = sum(c for _, _, c in cells)
        gap = gaps[str(number)]
        assert n == gap["n"] == 138
        assert sum(int(e) * c for e, _, c in cells) / n == pytest.approx(gap["expectation"], abs=5e-4)
        assert sum(int(x) * c for _, x, c in cells) / n == pytest.approx(gap["perception"], abs=5e-4)
        assert point.name.startswith("키오스크") and not point.name[0].isdecimal() and "설문" not in point.name
    (round_,) = of(plan, Round)
    assert (round_.kind, round_.view, round_.scale, round_.respondents) == (RoundKind.SURVEY, View.CUSTOMERS, 7, 138)
    first = next(c for c in of(plan, SurveyCounts) if c.touchpoint == points[0].id)
    assert sum(first.kano.values()) == sum(first.importance.values()) == 138
    assert points[0].requirement is RequirementKind.BASIC
    assert {f.figure.value for f in of(plan, JourneyFigures)} == {"csat", "return", "recommend"}
    assert len(plan.document()) == len(plan.records) + 1


def test_kservqual_says_which_people_are_left_out(real_data: Path) -> None:
    plan = read(real_data / "surveys" / "kservqual_kiosk_cp949_dev.csv")
    said = [entry.said(texts("en")) for entry in plan.left_out]
    assert said[0] == "Rows 25, 81: 2 people: none of the mapped questions is answered"


def test_airline_with_zero_as_not_applicable(real_data: Path, expected: Any) -> None:
    plan = read(real_data / "surveys" / "airline_satisfaction_dev.csv")
    told = expected["surveys/airline_satisfaction_dev.csv"]["touchpoints"]
    points = of(plan, Touchpoint)
    assert [p.name for p in points] == list(told)
    for point in points:
        cells = list(pairs(plan, point))
        rated = [(int(x), c) for _, x, c in cells if x != "-"]
        n = sum(c for _, c in rated)
        assert n == told[point.name]["n_rated"]
        assert sum(c for _, _, c in cells) == told[point.name]["n_all"]
        assert sum(x * c for x, c in rated) / n == pytest.approx(told[point.name]["mean_without_zero"], abs=5e-4)
        assert all(e == "-" for e, _, _ in cells)
    assert of(plan, Round)[0].scale == 5
