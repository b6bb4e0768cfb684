"""The samples hold what they promise: complete, consistent and the same every time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cxstudio.analysis.measures.measure_standing import is_overdue
from cxstudio.analysis.money.cost_items import doing_nothing
from cxstudio.analysis.money.estimate import exactly
from cxstudio.analysis.money.plan_money import plan_total
from cxstudio.catalogue.samples import NAMES, sample
from cxstudio.catalogue.samples.dating import STORY_DAY, dated
from cxstudio.catalogue.stages import proposed_stages
from cxstudio.model import (
    AgendaBlock,
    Document,
    Journey,
    Measure,
    Note,
    Record,
    ReportSettings,
    Round,
    SurveyCounts,
    Touchpoint,
    Workshop,
)
from cxstudio.model.kinds import MeasureStatus
from cxstudio.model.registry import ref_fields
from cxstudio.model.workshops import moment_of
from tests.examples import examples

LANGUAGES = ("de", "en")
TOLD = {name: sample(name, "en", 40).document for name in NAMES}


def _shape(document: Document) -> dict[str, list[str]]:
    return {r.id: [type(r).__name__, *(str(list(f.targets(r))) for f in ref_fields(type(r)))] for r in document}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_reference_has_its_record(name: str, language: str) -> None:
    document = sample(name, language).document
    for record in document:
        for field in ref_fields(type(record)):
            for target in field.targets(record):
                assert isinstance(document.find(target), field.kinds), (record.id, field.name, target)


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_tell_the_same_story(name: str) -> None:
    german, english = (sample(name, language).document for language in LANGUAGES)
    assert _shape(german) == _shape(english)
    for record in german.all(Touchpoint):
        assert record.name != english.get(Touchpoint, record.id).name


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_the_same_every_time_and_valid(name: str) -> None:
    once, again = sample(name, "de").document, sample(name, "de").document
    assert once == again
    for record in once:
        kind: type[Record] = type(record)
        assert kind.model_validate(record.model_dump()) == record


@pytest.mark.parametrize("count", [12, 400, 965, 1000])
def test_the_large_sample_has_as_many_touchpoints_as_asked_for_and_no_name_twice(count: int) -> None:
    document = sample("large", "en", count).document
    names = [t.name for t in document.journey_touchpoints("journey1")]
    assert len(names) == len(set(names)) == count


def test_survey_means_are_those_of_the_story() -> None:
    document = sample("lindenfurt", "de").document
    told = {2: (5.6, 4.4), 4: (5.9, 3.9), 8: (6.0, 3.6), 10: (4.6, 6.0), 12: (6.4, 2.6), 14: (3.2, 5.6)}
    for counts in document.all(SurveyCounts):
        pairs = [(int(k.split("|")[0]), int(k.split("|")[1]), n) for k, n in counts.pairs.items()]
        assert sum(n for *_, n in pairs) == 46
        means = tuple(round(sum(p[half] * p[2] for p in pairs) / 46, 1) for half in (0, 1))
        assert means == told[int(counts.touchpoint[1:])]


def test_the_sums_of_page_one() -> None:
    document = sample("lindenfurt", "de").document
    measures = document.all(Measure)
    asked = [m for m in measures if m.status is MeasureStatus.PROPOSED]
    assert [m.id for m in asked] == ["m1", "m2", "m5"]
    assert sum(m.cost_once or 0 for m in asked) == 32_000
    assert sum(m.cost_per_year or 0 for m in asked) == 6_900
    assert plan_total(document, asked).benefit == exactly(29_568, assumed=True), (
        "the status message is part of the first"
    )
    assert doing_nothing(document, None).total == exactly(65_088, assumed=True)


def test_lindenfurt_is_complete() -> None:
    document = sample("lindenfurt", "de").document
    journey = document.all(Journey)[0]
    touchpoints = document.journey_touchpoints(journey.id)
    assert len(touchpoints) == 14
    assert [t.id for t in touchpoints if t.stardust] == ["t10", "t14"]
    assert all(t.description and t.requirement and t.departments and t.channels for t in touchpoints)
    assert len(document.all(Note)) == 34


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no sample"):
        sample("small", "de")
    with pytest.raises(ValueError, match="no sample"):
        sample("large", "fr")
    with pytest.raises(ValueError, match="at least"):
        sample("large", "de", 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_are_proposed_in_each_language(language: str) -> None:
    assert len(proposed_stages(language)) == 6


def test_as_told_nothing_is_moved() -> None:
    assert sample("lindenfurt", "de", today=STORY_DAY).document == sample("lindenfurt", "de").document


@settings(max_examples=examples(40))
@given(some.dates(date(2024, 1, 1), date(2060, 12, 31)), some.sampled_from(("lindenfurt", "large")))
def test_a_sample_is_told_as_of_the_day_it_is_made(today: date, name: str) -> None:
    document = dated(TOLD[name], today)
    assert not any(is_overdue(m, today) for m in document.all(Measure))
    behind = [r.day for r in document.all(Round) if r.day] + [n.said_on for n in document.all(Note) if n.said_on]
    assert behind and all(today - timedelta(days=60) < day < today for day in behind)
    report = document.all(ReportSettings)[0]
    for ahead in filter(None, (report.decision_until, report.next_control, document.project.retain_until)):
        assert ahead > today
    for record in document.all(Measure):
        told = TOLD[name].get(Measure, record.id)
        assert record.start is not None and told.start is not None
        assert record.start.weekday() == told.start.weekday()
        if told.due is not None and (told.due + timedelta(days=1)).day == 1:
            assert record.due is not None and (record.due + timedelta(days=1)).day == 1


@pytest.mark.parametrize(("name", "today"), [("lindenfurt", date(2026, 4, 18)), ("lindenfurt", date(2026, 11, 20)),
                                             ("control", date(2026, 12, 1))])  # fmt: skip
def test_the_workshop_was_held_in_the_morning_of_its_day_whatever_the_season(name: str, today: date) -> None:
    document = sample(name, "de", today=today).document
    workshop = document.all(Workshop)[0]
    began, ended = moment_of(workshop.began), moment_of(workshop.ended)
    assert began is not None and ended is not None and workshop.day is not None and workshop.day < today
    assert [f"{each.astimezone():%Y-%m-%d %H:%M}" for each in (began, ended)] == [
        f"{workshop.day} 09:03", f"{workshop.day} 12:44",
    ]  # fmt: skip
    blocks = document.having(AgendaBlock, "workshop", workshop.id)
    ran = [block for block in blocks if block.began]
    assert [block.title for block in blocks if block.skipped] == ["Geheime Abstimmung"] and len(ran) == len(blocks) - 1
    assert all(one.ended == other.began for one, other in pairwise(ran))
