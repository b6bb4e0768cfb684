"""Targets are values somebody aims at: whatever they are, they are never judged."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import figures_json, round_figures
from cxstudio.analysis.comparison.overlaid_rounds import target_beginning
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.edits import derive_journey, target_round
from cxstudio.model import Document, Journey, Round, Touchpoint
from cxstudio.model.kinds import CriticalMark, RoundKind
from cxstudio.store import Store
from tests.cxstudio.journeys import journeys
from tests.examples import examples

JUDGED = {
    "verdict", "possible", "critical", "rank", "need", "lowest_low", "highest_high", "ranking", "agreement", "n",
    "peak_end", "unmet_basic", "disappointed", "ceiling",
}  # fmt: skip


def keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys(value)}
    return {key for value in data for key in keys(value)} if isinstance(data, list) else set()


@settings(max_examples=examples(80), deadline=None)
@given(journeys(), st.booleans())
def test_nothing_about_a_target_is_judged(document: Document, derived: bool) -> None:
    store = Store(document)
    with store.transaction("aim") as draft:
        later = derive_journey(draft, "j") if derived else "j"
    with store.transaction("aim") as draft:
        today = round_figures(store.document, "r")
        aim = target_round(
            draft, later, target_beginning(store.document, later, today), scale=document.get(Round, "r").scale
        )
    found = round_figures(store.document, aim)
    assert (found.criticality, found.ranking, found.ranks, found.lowest_low, found.highest_high) == ({}, (), {}, (), ())
    assert found.peak_end is None and found.n == 0 and found.profile == ()
    for one in found.touchpoints:
        assert one.target and one.verdict is Verdict.UNKNOWN and one.possible == () and not one.unmet_basic
        assert (one.need, one.gap, one.agreement, one.camps, one.ceiling, one.disappointed) == (
            None,
            None,
            None,
            None,
            False,
            None,
        )
    marked = [t.model_copy(update={"critical": CriticalMark.YES}) for t in store.document.all(Touchpoint)]
    assert not any(is_critical(found, t) for t in marked)
    told = next(j for j in figures_json(store.document)["journeys"] if j["id"] == later)
    (target,) = [r for r in told["rounds"] if r["kind"] == RoundKind.TARGET]
    assert not keys(target) & JUDGED
    json.dumps(target, allow_nan=False)
    assert store.document.get(Journey, later).shown_round == aim
