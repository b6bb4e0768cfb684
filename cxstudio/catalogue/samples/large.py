"""A large sample: hundreds or thousands of touchpoints with believable names and ratings, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from cxstudio.catalogue.samples import large_words
from cxstudio.catalogue.samples.large_words import LargeWords
from cxstudio.model import (
    PROJECT_ID,
    BackstageStep,
    Channel,
    Department,
    Document,
    FrozenMap,
    Journey,
    Measure,
    Note,
    Participant,
    Persona,
    Project,
    Record,
    ReportSettings,
    Round,
    Stage,
    Target,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import (
    BackstageKind,
    ContactKind,
    Evidence,
    ExperienceKind,
    Language,
    MeasureStatus,
    NoteKind,
    RequirementKind,
    RoundState,
    StaffFreedom,
)
from cxstudio.model.questions import limits
from cxstudio.resources import resource_values
from cxstudio.store import keys_between

_SEED = 20260312
_VOICES = 9
_DAY = date(2026, 3, 12)
_SKIP = 0.04
"""Share of answers that were declined."""


def large(language: str, touchpoints: int = 400) -> Document:
    """A project of so many touchpoints in twelve stages, rated by nine voices. Raises ValueError below twelve."""
    if touchpoints < len(large_words.HOME):
        raise ValueError("the large sample has at least one touchpoint per stage")
    words = resource_values(LargeWords, "catalogue", "samples", f"large.{language}.toml")
    chance = Random(_SEED)
    records: list[Record] = list(_frame(words, language))
    behind = Random(_SEED + 1)
    made = [_with_times(t, behind) for t in _touchpoints(words, touchpoints, chance)]
    records += made
    for touchpoint in made:
        records += _notes(words, touchpoint, chance)
        records += _behind(words, touchpoint, behind)
        records.append(_ratings(touchpoint, chance))
    records += _measures(words, made, chance)
    return Document(records)


def _frame(words: LargeWords, language: str) -> Iterator[Record]:
    yield Project(
        id=PROJECT_ID, title=words.title, client=words.client, question=words.question, language=Language(language)
    )
    yield ReportSettings(id="report", journey="journey1")
    name, about, quote = words.persona
    yield Persona(id="persona1", name=name, facts=about, quote=quote)
    yield Journey(id="journey1", title=words.journey, personas=("persona1",), owner=words.owner, shown_round="round1")
    yield Round(
        id="round1", journey="journey1", persona="persona1", title=words.round_title, day=_DAY, state=RoundState.CLOSED,
        single_answers=True,
    )  # fmt: skip
    for order, (key, icon, place), title in zip(
        _orders(len(words.channels)), large_words.CHANNELS, words.channels, strict=True
    ):
        yield Channel(id=f"c-{key}", name=title, icon=icon, place=place, order=order)
    for order, key, title in zip(
        _orders(len(words.departments)), large_words.DEPARTMENTS, words.departments, strict=True
    ):
        yield Department(id=f"d-{key}", name=title, order=order)
    for at, (order, (stage, _)) in enumerate(zip(_orders(len(words.stages)), words.stages, strict=True)):
        yield Stage(id=f"stage{at + 1:02}", journey="journey1", name=stage, order=order)
    for at, order in enumerate(_orders(_VOICES)):
        yield Participant(id=f"voice{at + 1}", order=order)


def _orders(count: int) -> list[str]:
    return keys_between(None, None, count)


def _touchpoints(words: LargeWords, total: int, chance: Random) -> Iterator[Touchpoint]:
    number = 0
    for at in range(len(words.stages)):
        here = total * (at + 1) // len(words.stages) - total * at // len(words.stages)
        for place, order in enumerate(_orders(here)):
            number += 1
            yield _touchpoint(words, number, at, _combination(words, at, place, here), order, chance)


def _combination(words: LargeWords, stage: int, place: int, here: int) -> tuple[int, int, int]:
    """Topic, form and customer group of touchpoint `place` of `here` in a stage; no combination comes twice."""
    topics, forms = len(words.stages[stage][1]), len(words.forms)
    group, place = divmod(place, topics * forms)
    size = min(topics * forms, here - group * topics * forms)
    topic = place * topics // size
    within = place - -(-topic * size // topics)
    return topic, (within * 7 + topic * 3) % forms, group


def _touchpoint(
    words: LargeWords, number: int, stage: int, combination: tuple[int, int, int], order: str, chance: Random
) -> Touchpoint:
    topic, form, group = combination
    about = words.stages[stage][1][topic]
    channel, contact = large_words.FORMS[form]
    home = large_words.HOME[stage] if chance.random() < 0.75 else chance.choice(large_words.DEPARTMENTS)
    suffix = f" ({words.groups[(group - 1) % len(words.groups)]})" if group else ""
    kinds = tuple(kind for kind in ExperienceKind if chance.random() < 0.3)
    return Touchpoint(
        id=f"t{number:04}", stage=f"stage{stage + 1:02}", name=f"{about}: {words.forms[form]}{suffix}",
        channels=(f"c-{channel}",), contact=contact, departments=(f"d-{home}",), experience_kinds=kinds,
        requirement=chance.choices(list(RequirementKind), (3, 6, 1))[0],
        cases_per_month=float(round(10 ** chance.uniform(1, 3.5))), stardust=chance.random() < 0.02, order=order,
    )  # fmt: skip


def _notes(words: LargeWords, touchpoint: Touchpoint, chance: Random) -> Iterator[Note]:
    wanted = (
        (NoteKind.QUOTE, words.quotes, 0.18),
        (NoteKind.HURDLE, words.hurdles, 0.25),
        (NoteKind.OPPORTUNITY, words.opportunities, 0.2),
    )
    for kind, texts, share in wanted:
        if chance.random() < share:
            yield Note(
                id=f"{touchpoint.id}-{kind.value}", text=chance.choice(texts), kind=kind, about=touchpoint.id,
                evidence=chance.choice(list(Evidence)),
            )  # fmt: skip


def _with_times(touchpoint: Touchpoint, chance: Random) -> Touchpoint:
    """Complaints, waiting time, duration and freedom, where somebody wrote them down."""
    values: dict[str, object] = {}
    cases = touchpoint.cases_per_month or 0.0
    if chance.random() < 0.4:
        values["complaints_per_month"] = float(round(cases * chance.uniform(0.0, 0.08)))
    if chance.random() < 0.5:
        values["duration_minutes"] = float(chance.randint(1, 40))
    if chance.random() < 0.4:
        values["waiting_minutes"] = float(round(10 ** chance.uniform(0, 4)))
    if touchpoint.contact is ContactKind.PERSON:
        values["staff_freedom"] = chance.choice(list(StaffFreedom))
    return touchpoint.model_copy(update=values)


def _behind(words: LargeWords, touchpoint: Touchpoint, chance: Random) -> Iterator[Record]:
    """What customers think and need, and what happens behind it."""
    for kind, texts, share in ((NoteKind.THOUGHT, words.thoughts, 0.15), (NoteKind.NEED, words.needs, 0.1)):
        if chance.random() < share:
            yield Note(
                id=f"{touchpoint.id}-{kind.value}", text=chance.choice(texts), kind=kind, about=touchpoint.id,
                evidence=Evidence.ASSUMPTION, order="b00",
            )  # fmt: skip
    for kind_, steps, order in zip(BackstageKind, words.steps, _orders(len(words.steps)), strict=True):
        if chance.random() < 0.3:
            yield BackstageStep(
                id=f"{touchpoint.id}-{kind_.value}", touchpoint=touchpoint.id, text=chance.choice(steps), kind=kind_,
                order=order,
            )  # fmt: skip


def _ratings(touchpoint: Touchpoint, chance: Random) -> TouchpointRatings:
    level = min(6.2, max(2.0, chance.gauss(4.9, 1.0)))
    expected = min(6.6, max(3.0, chance.gauss(5.6, 0.6)))
    spread = chance.uniform(0.5, 1.5)
    importance = min(6.7, max(2.5, chance.gauss(5.2, 0.9)))
    feeling = (level - expected) * 0.9 + 0.6
    about = {
        "expectation": (expected, 0.8),
        "experience": (level, spread),
        "emotion": (feeling, spread),
        "importance": (importance, 0.8),
    }
    answers: dict[str, Any] = {figure: _answers(figure, mean, apart, chance) for figure, (mean, apart) in about.items()}
    return TouchpointRatings(id=f"r-{touchpoint.id}", round="round1", touchpoint=touchpoint.id, **answers)


def _answers(figure: str, mean: float, spread: float, chance: Random) -> FrozenMap[str, int | None]:
    low, high = limits(figure, Round.model_fields["scale"].default)
    given: dict[str, int | None] = {}
    for voice in range(1, _VOICES + 1):
        answer = min(high, max(low, round(chance.gauss(mean, spread))))
        given[f"voice{voice}"] = None if chance.random() < _SKIP else answer
    return FrozenMap(given)


def _measures(words: LargeWords, touchpoints: list[Touchpoint], chance: Random) -> Iterator[Record]:
    count = max(6, len(touchpoints) // 20)
    chosen = sorted(chance.sample(touchpoints, min(count, len(touchpoints))), key=lambda t: t.id)
    for at, (touchpoint, order) in enumerate(zip(chosen, _orders(len(chosen)), strict=True)):
        measure = f"m{at + 1:03}"
        start = _DAY + timedelta(days=chance.randrange(20, 90))
        topic = touchpoint.name.partition(":")[0]
        yield Measure(
            id=measure, title=f"{topic}: {words.measures[at % len(words.measures)]}", touchpoints=(touchpoint.id,),
            owner_role=words.owners[at % len(words.owners)], department=touchpoint.departments[0], start=start,
            due=start + timedelta(days=chance.randrange(30, 200)), effort=chance.randint(1, 7),
            impact=chance.randint(2, 7), cost_once=float(chance.randrange(1, 40) * 500),
            status=chance.choice(list(MeasureStatus)[:4]), order=order,
        )  # fmt: skip
        yield Target(
            id=f"{measure}-target", measure=measure, touchpoint=touchpoint.id, to_value=round(chance.uniform(4.5, 6), 1)
        )
