"""Laws that hold for every event log."""

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.model import Document, Stage, Touchpoint
from tests.cxstudio.exchange.logs import DISTINCT, log_text, mapped, of, read_log, ways
from tests.examples import examples

logs = st.lists(st.lists(st.sampled_from(DISTINCT), min_size=1, max_size=7).map(tuple), min_size=1, max_size=25)


def shape(plan: ImportPlan) -> object:
    stages = {stage.id: stage.name for stage in of(plan, Stage)}
    return (
        [(point.name, stages[point.stage]) for point in of(plan, Touchpoint)],
        {way: (kind, round(share, 12)) for way, (kind, share) in ways(plan).items()},
        plan.preview.rows,
    )


@settings(max_examples=examples(40))
@given(logs, st.sampled_from((0.0, 0.1, 0.5)))
def test_shares_from_each_touchpoint_add_up_to_one(cases: list[tuple[str, ...]], fold: float) -> None:
    plan = read_log(log_text(cases), mapping=mapped(fold))
    total: dict[str, float] = {}
    for (source, _), (_, share) in ways(plan).items():
        total[source] = total.get(source, 0.0) + share
    assert total == {point.name: pytest.approx(1) for point in of(plan, Touchpoint)}
    document: Document = plan.document()
    arrival = flow_figures(document, plan.records[0].id).arrival
    assert arrival is None or not arrival.assumed


@settings(max_examples=examples(30))
@given(logs, st.randoms(use_true_random=False), st.sampled_from((0.0, 0.1, 0.5)))
def test_the_order_of_cases_changes_nothing(cases: list[tuple[str, ...]], random: Any, fold: float) -> None:
    turned = list(cases)
    random.shuffle(turned)
    assert shape(read_log(log_text(cases), mapping=mapped(fold))) == shape(
        read_log(log_text(turned), mapping=mapped(fold))
    )


@settings(max_examples=examples(30))
@given(logs)
def test_folding_nothing_keeps_everything(cases: list[tuple[str, ...]]) -> None:
    plan = read_log(log_text(cases), mapping=mapped(0))
    assert {point.name for point in of(plan, Touchpoint)} == {name for case in cases for name in case}
    pairs = {pair for case in cases for pair in itertools.pairwise(case)}
    assert {(source, target) for source, target in ways(plan) if target not in {"", "!"}} == pairs


@settings(max_examples=examples(30))
@given(logs, st.floats(0, 0.5))
def test_no_more_is_folded_away_than_was_said(cases: list[tuple[str, ...]], fold: float) -> None:
    plan = read_log(log_text(cases), mapping=mapped(fold))
    kept = {tuple(case) for case in cases}
    for rare in sorted(kept, key=cases.count):
        if any(name not in {p.name for p in of(plan, Touchpoint)} for name in rare):
            kept.discard(rare)
    assert sum(1 for case in cases if case not in kept) <= fold * len(cases) + 1e-6
