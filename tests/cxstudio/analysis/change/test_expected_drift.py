"""The drift to expect between two surveys with nothing done."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.change.control_figures import control_figures
from cxstudio.analysis.change.expected_drift import expected_drifts
from cxstudio.analysis.change.round_change import round_changes
from cxstudio.analysis.statistics.interval import Moments, moments
from cxstudio.layout.charts.change_chart import change_data, lay_out
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.model import Document, FrozenMap, Round, SurveyCounts
from cxstudio.model.kinds import RoundKind, View
from cxstudio.wording import texts
from tests.cxstudio.journeys import journey
from tests.cxstudio.layout.chart_checks import assert_sound, texts_in

means = st.lists(st.integers(10, 70).map(lambda n: n / 10), min_size=2, max_size=9)


@given(means, st.integers(1, 100).map(lambda n: n / 100))
def test_extreme_values_come_back_and_never_pass_the_middle(found: list[float], variance: float) -> None:
    told = expected_drifts({f"t{at}": (mean, Moments(mean, variance)) for at, mean in enumerate(found)})
    middle = sum(found) / len(found)
    assert sum(told.values()) == pytest.approx(0, abs=1e-9)
    for at, mean in enumerate(found):
        after = mean + told[f"t{at}"]
        assert min(mean, middle) - 1e-9 <= after <= max(mean, middle) + 1e-9


def test_it_is_what_happens_where_nothing_is_done() -> None:
    """Four hundred touchpoints asked twice, each with the same 20-answer chance: those lowest at first rise as told."""
    chance = random.Random(5)
    true = [chance.gauss(4, 0.4) for _ in range(400)]

    def asked(mean: float) -> tuple[tuple[int, int], ...]:
        answers = [min(7, max(1, round(chance.gauss(mean, 1.5)))) for _ in range(20)]
        return tuple(sorted((value, answers.count(value)) for value in set(answers)))

    first, second = [asked(mean) for mean in true], [asked(mean) for mean in true]
    of = [[sum(v * n for v, n in counts) / 20 for counts in round_] for round_ in (first, second)]
    told = expected_drifts({str(at): (of[0][at], moments(counts, 1, 7)) for at, counts in enumerate(first)})
    lowest = sorted(range(400), key=lambda at: of[0][at])[:40]
    happened = sum(of[1][at] - of[0][at] for at in lowest) / 40
    assert happened == pytest.approx(sum(told[str(at)] for at in lowest) / 40, abs=0.12) and happened > 0.2


def test_changes_between_surveys_carry_it_and_discussions_do_not() -> None:
    def counted(round_: str, touchpoint: str, lived: dict[int, int]) -> SurveyCounts:
        pairs = {f"6|{value}": times for value, times in lived.items()}
        return SurveyCounts(id=f"{round_}{touchpoint}", round=round_, touchpoint=touchpoint, pairs=FrozenMap(pairs))

    def document(kind: RoundKind) -> Document:
        later = Round(id="r2", journey="j", kind=kind, view=View.CUSTOMERS, order="b")
        answers = {"t1": {1: 5, 4: 3}, "t2": {2: 4, 6: 4}, "t3": {4: 4, 7: 4}}
        more = [counted(r, t, lived) for r in ("r", "r2") for t, lived in answers.items()]
        return journey([{}] * 3, more=[later, *more], kind=kind, view=View.CUSTOMERS)

    surveys = document(RoundKind.SURVEY)
    told = round_changes(surveys, "r", "r2").of("t1")
    assert told is not None and told.experience is not None and told.delta is not None
    assert told.experience.drift is not None and told.experience.drift > 0 and told.experience.difference == 0
    plain = round_changes(document(RoundKind.DISCUSSION), "r", "r2").of("t1")
    assert plain is not None and plain.experience is not None and plain.experience.drift is None
    drift = texts("en").signed(told.experience.drift)
    assert {"by itself", "Expected with nothing done", drift} <= written(surveys)
    assert not {"by itself", "Expected with nothing done"} & written(document(RoundKind.DISCUSSION))


def written(document: Document) -> set[str]:
    """Every text of the picture of both rounds."""
    data = change_data(document, control_figures(document, "r", "r2", date(2026, 9, 1)), ("1", "2"), texts("en"))
    for width in (560, 900):
        chart = lay_out(data, ChartStyle(width, 300, texts("en"), framed=False))
        assert_sound(chart, 11)
    return {line.text for _, line in texts_in(chart)}
