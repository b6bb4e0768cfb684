"""What must hold for adjusted figures, groups, Kano answers and figures of the journey, whatever was answered."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import Options, round_figures
from cxstudio.analysis.journey_figures.nps_csat_ces import figure_of_counts
from cxstudio.analysis.statistics.group_figures import segments_shown, tellable
from cxstudio.analysis.statistics.kano_figures import kano_figures
from cxstudio.edits import add_participant
from cxstudio.model import Document, FrozenMap, Round, TouchpointRatings
from cxstudio.model.kinds import FigureKind
from cxstudio.store import Store
from tests.cxstudio.journeys import journey, journeys
from tests.examples import examples

EXPONENTS = st.floats(0.5, 2)


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), EXPONENTS, EXPONENTS, st.floats(0.05, 0.5))
def test_any_exponents_give_finite_needs_and_ranks_within_their_own_span(
    document: Document, a: float, b: float, threshold: float
) -> None:
    figures = round_figures(document, "r", Options(importance_exponent=a, gap_exponent=b, threshold=threshold))
    for one in figures.touchpoints:
        assert one.need is None or (math.isfinite(one.need) and 0 <= one.need <= 100)
    unmet = [figures.by_id[t].unmet_basic for t in figures.ranking]
    assert unmet == sorted(unmet, reverse=True)
    for touchpoint in figures.ranking:
        rank, held = figures.rank(touchpoint), figures.stability[touchpoint]
        assert rank is not None
        assert held.lowest_rank_over_exponents <= rank <= held.highest_rank_over_exponents


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=8), st.integers(1, 12))
def test_hidden_groups_can_neither_be_seen_nor_had_by_subtraction(sizes: dict[str, int], minimum: int) -> None:
    shown = tellable(sizes, minimum)
    filled = {name: n for name, n in sizes.items() if n}
    hidden = [n for name, n in filled.items() if name not in shown]
    assert all(filled[name] >= minimum for name in shown)
    assert not hidden or not shown or (len(hidden) > 1 and sum(hidden) >= minimum)


def grouped(minimum: int) -> Document:
    document = journey([{"expectation": (6, 6, 5, 7, 6, 4, 3), "experience": (3, 4, 2, 5, 3, 4, 2)}])
    store = Store(document)
    with store.transaction("groups") as draft:
        names = ("Service",) * 3 + ("Netz",) * 3 + ("IT",)
        ids = [add_participant(draft, group=name) for name in names]
        for record in document.all(TouchpointRatings):
            for figure in ("expectation", "experience"):
                values = getattr(record, figure).values()
                draft.update(TouchpointRatings, record.id, **{figure: FrozenMap(zip(ids, values, strict=True))})
        draft.update(Round, "r", minimum_group=minimum)
    return store.document


def test_a_small_group_hides_its_complement() -> None:
    shown = segments_shown(grouped(3), "r", "t1")
    assert sorted(shown) == ["IT", "Netz", "Service"]
    assert [name for name, found in shown.items() if found is None] != ["IT"], "one hidden group is no secret"
    assert shown["IT"] is None and sum(found is None for found in shown.values()) == 2
    everything = segments_shown(grouped(1), "r", "t1")
    assert all(found is not None for found in everything.values())
    service = everything["Service"]
    assert service is not None and service.n == 3


def test_one_group_alone_is_not_broken_down() -> None:
    assert segments_shown(journey([{"experience": (4, 5)}]), "r", "t1") == {}


PAIRS = st.dictionaries(
    st.one_of(
        st.sampled_from([f"{a}|{b}" for a in range(1, 6) for b in range(1, 6)]), st.sampled_from(("-|1", "9|9", "x"))
    ),
    st.integers(-3, 40),
    max_size=20,
)


@given(PAIRS)
def test_kano_figures_add_up_and_stay_in_their_ranges(pairs: dict[str, int]) -> None:
    found = kano_figures(pairs)
    whole = sum(n for key, n in pairs.items() if n > 0 and key[:1] in "12345" and key[-1:] in "12345" and "|" in key)
    if found is None:
        assert whole == 0
        return
    assert found.n == whole == sum(found.counts.values())
    assert found.counts[found.kind] == max(found.counts.values())
    assert found.better is None or 0 <= found.better <= 1
    assert found.worse is None or -1 <= found.worse <= 0


@given(st.sampled_from(FigureKind), st.dictionaries(st.integers(-2, 12), st.integers(-2, 50), max_size=12))
def test_figures_of_the_journey_stay_in_their_ranges(figure: FigureKind, counts: dict[int, int]) -> None:
    found = figure_of_counts(figure, 0, 10, counts)
    on_scale = sum(n for value, n in counts.items() if n > 0 and 0 <= value <= 10)
    if found is None:
        assert on_scale == 0
        return
    assert found.answers.n == on_scale
    assert found.favourable + found.neutral + found.unfavourable == on_scale
    if found.is_nps:
        assert -100 <= found.value <= 100
    elif figure is not FigureKind.CES:
        assert 0 <= found.value <= 1
    assert found.as_counts == (on_scale < 30)


@pytest.mark.parametrize("pair", list(combinations(range(1, 4), 2)))
def test_two_groups_of_which_one_is_small_show_neither(pair: tuple[int, int]) -> None:
    small, large = pair
    assert tellable({"a": small, "b": large}, large) == frozenset()
