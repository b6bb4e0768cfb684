"""Nothing critical is forgotten, and basics come first: laws over any ratings and any plan, and the sample by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.measures.measure_standing import only_delights
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.search.unanswered import (
    NEW,
    Coverage,
    ahead_of_basics,
    coverage,
    open_basics,
    unanswered,
)
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Measure, Round, Touchpoint
from cxstudio.model.kinds import MeasureStatus, RequirementKind

SAMPLE = sample("lindenfurt", "de").document
JOURNEY = SAMPLE.all(Round)[0].journey
FIGURES = round_figures(SAMPLE, SAMPLE.all(Round)[0].id)


def plan(*measures: Measure, **touchpoints: dict[str, object]) -> Document:
    """The sample with these measures only, and touchpoints changed."""
    changed = [SAMPLE.get(Touchpoint, i).model_copy(update=values) for i, values in touchpoints.items()]
    return SAMPLE.evolve([*changed, *measures], drop=[m.id for m in SAMPLE.all(Measure)])


@st.composite
def plans(draw: st.DrawFn) -> Document:
    ids = [t.id for t in SAMPLE.journey_touchpoints(JOURNEY)]
    reasons = st.sampled_from(["", "  ", "Wird im Juli abgeschaltet."])
    changed = {i: {"no_measure_reason": draw(reasons)} for i in draw(st.sets(st.sampled_from(ids), max_size=6))}
    return plan(
        *(
            Measure(
                id=f"m{n}",
                title=f"{n}",
                touchpoints=tuple(draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))),
                status=draw(st.sampled_from(MeasureStatus)),
                ahead_of_basics=draw(reasons),
            )
            for n in range(draw(st.integers(0, 5)))
        ),
        **changed,
    )


@given(plans())
def test_every_critical_touchpoint_has_a_measure_or_a_reason_or_is_named(document: Document) -> None:
    left = unanswered(document, JOURNEY, FIGURES)
    named = {t.id for t in left.critical}
    for touchpoint in document.journey_touchpoints(JOURNEY):
        going = [m for m in document.all(Measure) if touchpoint.id in m.touchpoints and m.status != "dropped"]
        forgotten = is_critical(FIGURES, touchpoint) and not going and not touchpoint.no_measure_reason.strip()
        assert forgotten == (touchpoint.id in named)
    assert not named & {t.id for t in left.disappointing} and not named & {t.id for t in left.with_reason}


@given(plans())
def test_only_what_is_new_and_only_delights_is_reminded_of_the_basics(document: Document) -> None:
    basics = open_basics(document, FIGURES)
    assert {t.id for t in basics} <= {f.touchpoint for f in FIGURES.touchpoints if f.unmet_basic}
    reminded = ahead_of_basics(document, FIGURES)
    for measure in document.all(Measure):
        new = measure.status in NEW and not measure.ahead_of_basics.strip()
        assert (measure.id in reminded) == bool(basics and new and only_delights(document, measure))


@pytest.mark.parametrize(("status", "told"), [("idea", True), ("planned", True), ("running", False), ("done", False)])
def test_a_card_for_everybody_waits_for_the_form(status: str, told: bool) -> None:
    card = Measure(id="m", title="Karte für alle", touchpoints=("t14",), status=MeasureStatus(status))
    document = plan(card)
    assert [t.id for t in open_basics(document, FIGURES)] == ["t08", "t12", "t04"]
    assert ("m" in ahead_of_basics(document, FIGURES)) is told


def test_a_reason_of_the_group_ends_the_reminder() -> None:
    card = Measure(
        id="m", title="Karte für alle", touchpoints=("t14",), ahead_of_basics="Nimmt den anderen nichts weg."
    )
    assert not ahead_of_basics(plan(card), FIGURES)
    told = {"no_measure_reason": "Entscheidet der Netzbetreiber."}
    rest = plan(card.model_copy(update={"ahead_of_basics": ""}), t08=told, t12=told, t04=told)
    assert not ahead_of_basics(rest, FIGURES)
    assert [t.id for t in unanswered(rest, JOURNEY, FIGURES).with_reason] == ["t08", "t12", "t04"]


def test_in_the_sample_nothing_critical_is_left_and_touchpoint_11_holds_nothing_back() -> None:
    left = unanswered(SAMPLE, JOURNEY, FIGURES)
    assert left.critical == () and [t.id for t in left.disappointing] == ["t11", "t13"]
    assert open_basics(SAMPLE, FIGURES) == () and not ahead_of_basics(SAMPLE, FIGURES)


def test_targets_ask_for_nothing() -> None:
    aimed: RoundFigures = replace(FIGURES, target=True)
    assert unanswered(plan(), JOURNEY, aimed) == unanswered(plan(), None, FIGURES)
    assert not open_basics(plan(), aimed) and not open_basics(plan(), None)


def test_a_request_is_counted_against_all_critical_touchpoints() -> None:
    critical = [SAMPLE.get(Touchpoint, i) for i in ("t04", "t08", "t12")]
    card = Measure(id="m", title="Karte", touchpoints=("t14",))
    both = Measure(id="n", title="Hotline", touchpoints=("t08", "t09"))
    assert coverage(critical, [card]) == Coverage(3, 0)
    assert coverage(critical, [card, both, both]) == Coverage(3, 1)


def test_a_measure_for_nothing_known_delights_nobody() -> None:
    assert not only_delights(SAMPLE, Measure(id="m", title="x"))
    assert not only_delights(SAMPLE, Measure(id="m", title="x", touchpoints=("gone",)))
    assert SAMPLE.get(Touchpoint, "t14").requirement is RequirementKind.DELIGHT
