"""Which touchpoints a filter means."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.search.touchpoint_filter import Filter, Mark, containing, matching
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.catalogue.samples import sample
from cxstudio.model import Channel, Department, Document, Id, Journey, Measure
from cxstudio.model.kinds import ContactKind, MeasureStatus
from cxstudio.model.rounds import shown_round
from tests.examples import examples

DOCUMENT = sample("lindenfurt", "de").document
JOURNEY = DOCUMENT.all(Journey)[0].id
ROW = DOCUMENT.journey_touchpoints(JOURNEY)


def figures(document: Document = DOCUMENT) -> RoundFigures:
    shown = shown_round(document, JOURNEY)
    assert shown is not None
    return round_figures(document, shown.id)


FIGURES = figures()


def numbers(wanted: Filter, document: Document = DOCUMENT) -> list[int]:
    """The touchpoints meant, numbered as in the story of the sample."""
    found = matching(document, JOURNEY, FIGURES, wanted)
    return [n for n, t in enumerate(ROW, 1) if t.id in found]


def named(kind: type[Department] | type[Channel], name: str) -> Id:
    return next(r.id for r in DOCUMENT.all(kind) if r.name == name)


def test_nothing_wished_for_means_everything() -> None:
    assert numbers(Filter()) == list(range(1, 15))
    assert not Filter() and not Filter(text=" \n ") and Filter(text="x")


@pytest.mark.parametrize(
    ("mark", "meant"),
    [
        (Mark.CRITICAL, [4, 8, 12]),
        (Mark.STARDUST, [10, 14]),
        (Mark.DISAGREEING, [9, 13]),
        (Mark.WITHOUT_MEASURE, [1, 3, 6, 7, 10, 11, 13]),
    ],
)
def test_marks_of_the_sample(mark: Mark, meant: list[int]) -> None:
    assert numbers(Filter(marks=frozenset({mark}))) == meant


def test_what_was_dropped_is_no_measure() -> None:
    dropped = [m.model_copy(update={"status": MeasureStatus.DROPPED}) for m in DOCUMENT.all(Measure)]
    without = Filter(marks=frozenset({Mark.WITHOUT_MEASURE}))
    assert len(matching(DOCUMENT.evolve(dropped), JOURNEY, FIGURES, without)) == len(ROW)


def test_any_of_one_kind_all_kinds_together() -> None:
    either = Filter(marks=frozenset({Mark.CRITICAL, Mark.STARDUST}))
    assert numbers(either) == [4, 8, 10, 12, 14]
    service = replace(either, departments=frozenset({named(Department, "Kundenservice")}))
    assert numbers(service) == [8, 14]
    stage = replace(either, stages=frozenset({ROW[0].stage, ROW[3].stage}))
    assert numbers(stage) == [4]
    both = Filter(marks=frozenset({Mark.CRITICAL, Mark.WITHOUT_MEASURE}))
    assert numbers(both) == []
    assert numbers(Filter(contacts=frozenset({ContactKind.AUTOMATED}))) == [5]
    assert numbers(Filter(channels=frozenset({named(Channel, "Telefon")}))) == [8, 9]


def test_text_is_found_in_names_notes_and_measures_without_case() -> None:
    assert numbers(Filter(text="HOTLINE")) == [8]
    assert numbers(Filter(text="dreimal   verbunden")) == [8]
    assert numbers(Filter(text="Ansprechperson")) == [8, 9]
    assert numbers(Filter(text="gibt es nicht")) == []
    assert containing(DOCUMENT, JOURNEY, "hotline") == (ROW[7].id,)
    assert containing(DOCUMENT, JOURNEY, "  ") == ()


def test_letters_written_in_two_ways_are_the_same() -> None:
    apart, joined = "Zu\N{COMBINING DIAERESIS}rn", "Z\N{LATIN SMALL LETTER U WITH DIAERESIS}rn"
    for written, sought in ((apart, joined), (joined, apart), (joined.upper(), apart)):
        document = DOCUMENT.evolve(put=[ROW[0].model_copy(update={"name": written})])
        assert numbers(Filter(text=sought), document) == [1]


def test_a_merged_department_stands_for_the_one_it_went_into() -> None:
    service = DOCUMENT.get(Department, named(Department, "Netz"))
    document = DOCUMENT.evolve(put=[service.model_copy(update={"merged_into": named(Department, "Kundenservice")})])
    before = numbers(Filter(departments=frozenset({named(Department, "Kundenservice")})))
    after = numbers(Filter(departments=frozenset({named(Department, "Kundenservice")})), document)
    assert set(before) < set(after) and 7 in after


def test_what_is_gone_is_no_longer_wished_for() -> None:
    wanted = Filter(departments=frozenset({"gone"}), stages=frozenset({"gone", ROW[0].stage}))
    assert wanted.within(DOCUMENT) == Filter(stages=frozenset({ROW[0].stage}))


def test_without_figures_nothing_is_critical_by_rule_nor_disagreeing() -> None:
    for mark in (Mark.CRITICAL, Mark.DISAGREEING):
        assert matching(DOCUMENT, JOURNEY, None, Filter(marks=frozenset({mark}))) == frozenset()


_FILTERS = st.builds(
    Filter,
    marks=st.frozensets(st.sampled_from(list(Mark))),
    departments=st.frozensets(st.sampled_from([d.id for d in DOCUMENT.all(Department)]), max_size=3),
    channels=st.frozensets(st.sampled_from([c.id for c in DOCUMENT.all(Channel)]), max_size=3),
    stages=st.frozensets(st.sampled_from([t.stage for t in ROW]), max_size=3),
    contacts=st.frozensets(st.sampled_from(list(ContactKind)), max_size=3),
    text=st.sampled_from(["", "e", "Karte", "Formular"]),
)


@settings(max_examples=examples(60), deadline=None)
@given(_FILTERS, st.sampled_from([d.id for d in DOCUMENT.all(Department)]))
def test_laws(wanted: Filter, department: Id) -> None:
    found = matching(DOCUMENT, JOURNEY, FIGURES, wanted)
    assert found <= {t.id for t in ROW}
    assert found == {
        t.id for t in ROW if t.id in matching(DOCUMENT, JOURNEY, FIGURES, replace(wanted, stages=frozenset({t.stage})))
        and (not wanted.stages or t.stage in wanted.stages)
    }  # fmt: skip
    assert wanted.toggled("departments", department).toggled("departments", department) == wanted
    narrower = replace(wanted, marks=wanted.marks | {Mark.WITHOUT_MEASURE})
    assert matching(DOCUMENT, JOURNEY, FIGURES, narrower) <= found
    if wanted.departments:
        wider = replace(wanted, departments=wanted.departments | {department})
        assert found <= matching(DOCUMENT, JOURNEY, FIGURES, wider)
