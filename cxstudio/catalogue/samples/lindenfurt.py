"""The Lindenfurt sample: a move, rated by nine people in a workshop and by 46 customers in a survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxstudio.catalogue.agendas import agenda_templates
from cxstudio.catalogue.samples.answers import pair_counts
from cxstudio.catalogue.samples.lindenfurt_facts import FACTS, PersonaFacts
from cxstudio.catalogue.samples.story import PersonaWords, Story
from cxstudio.model import (
    PROJECT_ID,
    AgendaBlock,
    BackstageStep,
    Benchmark,
    Channel,
    CostItem,
    Department,
    Document,
    ExpectationSource,
    FrozenMap,
    Headline,
    Journey,
    Measure,
    MeasureSaving,
    Note,
    Participant,
    Persona,
    PersonaTrait,
    Project,
    Promise,
    Record,
    ReportSettings,
    Round,
    Stage,
    Stakeholder,
    StakeholderRelation,
    SurveyCounts,
    Target,
    Touchpoint,
    TouchpointRatings,
    Transition,
    Workshop,
)
from cxstudio.model.kinds import (
    Confidentiality,
    Evidence,
    ExpectationOrigin,
    JourneyKind,
    Language,
    MeasureStatus,
    NoteKind,
    RoundKind,
    RoundState,
    TargetFigure,
    TransitionKind,
    View,
)
from cxstudio.resources import resource_values
from cxstudio.store import keys_between

JOURNEY = "journey1"
WORKSHOP_ROUND = "round1"
SURVEY_ROUND = "round2"
SCALE = 7


def touchpoint_id(number: int) -> str:
    """The id of touchpoint `number`, as SAMPLE counts them from 1."""
    return f"t{number:02}"


_WRITTEN_FROM = "round1:98cc668695df"
"""The mark of the workshop's figures, as `analysis.round.figures_stamp` makes it: the headlines speak of them."""


def lindenfurt(language: str) -> Document:
    """The sample in German or English; ids are the same in both."""
    story = resource_values(Story, "catalogue", "samples", f"lindenfurt.{language}.toml")
    records: list[Record] = [
        *_brief(story, language),
        *_people(story),
        *_map(story, language),
        *_notes(story, language),
        *_stakeholders(story),
        *_promises(story),
    ]
    records += [*_ways(), *_workshop_round(story), *_survey_round(), *_costs(story), *_measures(story)]
    return Document(records)


def _orders(count: int) -> list[str]:
    return keys_between(None, None, count)


def _brief(story: Story, language: str) -> Iterator[Record]:
    yield Project(
        id=PROJECT_ID, title=story.title, client=story.client, question=story.question, begins=story.begins,
        ends=story.ends, not_part=story.not_part, volume_note=story.volume, language=Language(language), scale=SCALE,
        confidentiality=Confidentiality.CONFIDENTIAL, retain_until=FACTS.retain_until,
    )  # fmt: skip
    yield from _workshop(story, language)
    yield ReportSettings(
        id="report", journey=JOURNEY, decision_by=story.decision_by, decision_until=FACTS.decision_until,
        without_decision=story.without_decision, next_control=FACTS.next_control,
    )  # fmt: skip
    for section, text in story.headlines.items():
        yield Headline(
            id=f"headline-{section}", section=section, language=Language(language), text=text,
            written_from=_WRITTEN_FROM,
        )  # fmt: skip
    yield Journey(
        id=JOURNEY, title=story.journey, kind=JourneyKind.AS_IS, personas=("persona1",), owner=story.journey_owner,
        shown_round=WORKSHOP_ROUND,
    )  # fmt: skip


def _workshop(story: Story, language: str) -> Iterator[Record]:
    """The day of the first round, with the agenda of half a day."""
    day = next(t for t in agenda_templates() if t.id == "half-day").days[0]
    yield Workshop(id="workshop1", title=story.workshop, day=FACTS.workshop_day, place=story.place, starts=day.starts,
                   ends=day.ends, headcount=FACTS.voices)  # fmt: skip
    for at, (order, block) in enumerate(zip(_orders(len(day.blocks)), day.blocks, strict=True)):
        yield AgendaBlock(id=f"block{at + 1}", workshop="workshop1", order=order, **block.fields(language))


def _people(story: Story) -> Iterator[Record]:
    for order, (key, external) in zip(_orders(len(FACTS.departments)), FACTS.departments, strict=True):
        yield Department(id=f"d-{key}", name=story.departments[key], external=external, order=order)
    for order, (key, icon, online) in zip(_orders(len(FACTS.channels)), FACTS.channels, strict=True):
        yield Channel(id=f"c-{key}", name=story.channels[key], icon=icon, place=online, order=order)
    orders = _orders(len(story.personas))
    for at, (words, known) in enumerate(zip(story.personas, FACTS.personas, strict=True)):
        yield from _persona(f"persona{at + 1}", words, known, orders[at])
        yield from _traits(f"persona{at + 1}", words)


def _persona(persona_id: str, words: PersonaWords, known: PersonaFacts, order: str) -> Iterator[Record]:
    ways = tuple(f"c-{channel}" for channel in known.channels)
    yield Persona(
        id=persona_id, name=words.name, age=known.age, occupation=words.occupation, facts=words.facts,
        quote=words.quote, goals=words.goals, frustrations=words.frustrations, channels=ways,
        best_experience=words.best, worst_experience=words.worst,
        evidence=Evidence.INTERVIEW, source=words.source, situation=words.situation, needs=words.needs,
        jobs=words.jobs, order=order,
    )  # fmt: skip
    for key, origin, weight in zip(_orders(len(ExpectationOrigin)), ExpectationOrigin, known.weights, strict=True):
        yield ExpectationSource(
            id=f"{persona_id}-{origin.value}", persona=persona_id, origin=origin, text=words.sources[origin],
            weight=weight, evidence=Evidence.INTERVIEW, order=key,
        )  # fmt: skip


def _traits(persona_id: str, words: PersonaWords) -> Iterator[Record]:
    for at, (order, (low, high, value)) in enumerate(zip(_orders(len(words.traits)), words.traits, strict=True)):
        yield PersonaTrait(id=f"{persona_id}-trait{at + 1}", persona=persona_id, low=low, high=high, value=value,
                           evidence=Evidence.ASSUMPTION, order=order)  # fmt: skip


def _map(story: Story, language: str) -> Iterator[Record]:
    for at, (order, (name, goal)) in enumerate(zip(_orders(len(story.stages)), story.stages, strict=True)):
        yield Stage(id=f"stage{at + 1}", journey=JOURNEY, name=name, goal=goal, order=order)
    orders = _orders(len(FACTS.touchpoints))
    for at, (known, words) in enumerate(zip(FACTS.touchpoints, story.touchpoints, strict=True)):
        yield Touchpoint(
            id=touchpoint_id(at + 1), stage=f"stage{known.stage + 1}", name=words.name, description=words.description,
            channels=(f"c-{known.channel}",), contact=known.contact,
            departments=tuple(f"d-{d}" for d in known.departments), accountable=f"d-{known.departments[0]}",
            experience_kinds=known.kinds, requirement=known.requirement, factual_note=words.factual,
            relationship_note=words.relationship, promise=words.promise, known_about_customer=known.knows,
            staff_freedom=known.freedom, cases_per_month=known.cases, complaints_per_month=known.complaints,
            duration_minutes=known.duration, waiting_minutes=known.waiting, stardust=known.stardust, order=orders[at],
            staff=FACTS.staff[at + 1].say(language) if at + 1 in FACTS.staff else "",
        )  # fmt: skip
    for at, (order, (number, kind, said)) in enumerate(zip(_orders(len(FACTS.steps)), FACTS.steps, strict=True)):
        text = said.say(language)
        yield BackstageStep(
            id=f"backstage{at + 1}", touchpoint=touchpoint_id(number), text=text, kind=kind, order=order
        )


def _notes(story: Story, language: str) -> Iterator[Record]:
    orders = _orders(len(story.notes) + len(FACTS.thoughts))
    for at, (order, words) in enumerate(zip(orders, story.notes, strict=False)):
        about = touchpoint_id(words.touchpoint) if words.touchpoint else "persona1"
        said = FACTS.workshop_day if words.kind is not NoteKind.QUOTE else None
        yield Note(
            id=f"note{at + 1:02}", text=words.text, kind=words.kind, about=about, evidence=words.evidence,
            source=words.source, said_on=said, order=order,
            theme=words.theme, came_from=f"note{words.came_from:02}" if words.came_from else None,
        )  # fmt: skip
    for at, (order, row) in enumerate(zip(orders[len(story.notes) :], FACTS.thoughts, strict=True)):
        number, kind, evidence, thought = row
        yield Note(
            id=f"thought{at + 1}", text=thought.say(language), kind=kind, about=touchpoint_id(number),
            evidence=evidence, order=order,
        )  # fmt: skip


def _stakeholders(story: Story) -> Iterator[Record]:
    orders = _orders(len(story.stakeholders))
    for at, (order, (name, kind, ring, note)) in enumerate(zip(orders, story.stakeholders, strict=True)):
        yield Stakeholder(id=f"stakeholder{at + 1}", name=name, kind=kind, closeness=ring, note=note, order=order)
    for at, (source, target, flows) in enumerate(story.relations):
        ends = [f"stakeholder{n}" if n else "persona1" for n in (source, target)]
        yield StakeholderRelation(id=f"relation{at + 1}", source=ends[0], target=ends[1], flows=flows)


_COMPETITOR = ((1, 5.4), (2, 4.9), (4, 5.2), (5, 5.6), (7, 5.1), (8, 4.4), (10, 5.3), (12, 4.2))
"""Touchpoint → what the other company says of its experience."""


def _promises(story: Story) -> Iterator[Record]:
    for at, (order, (text, source, numbers)) in enumerate(zip(_orders(len(story.promises)), story.promises,
                                                               strict=True)):  # fmt: skip
        yield Promise(id=f"promise{at + 1}", text=text, source=source, order=order, said_on=FACTS.workshop_day,
                      touchpoints=tuple(touchpoint_id(n) for n in numbers))  # fmt: skip
    for number, value in _COMPETITOR:
        yield Benchmark(id=f"benchmark{number:02}", about=touchpoint_id(number), figure="experience", value=value,
                        source=story.competitor, year=FACTS.workshop_day.year - 1)  # fmt: skip


def _ways() -> Iterator[Record]:
    for way in FACTS.ways:
        yield Transition(
            id=f"way{way.source:02}-{way.target:02}", source=touchpoint_id(way.source),
            target=touchpoint_id(way.target), kind=way.kind, share=way.share, travels=way.travels,
        )  # fmt: skip
    number, share = FACTS.drop_out
    yield Transition(
        id=f"way{number:02}-out", source=touchpoint_id(number), kind=TransitionKind.DROP_OUT, share=share, assumed=False
    )


def _workshop_round(story: Story) -> Iterator[Record]:
    voices = [f"voice{n}" for n in range(1, FACTS.voices + 1)]
    for voice, order in zip(voices, _orders(len(voices)), strict=True):
        yield Participant(id=voice, order=order)
    first, second = _orders(2)
    yield Round(
        id=WORKSHOP_ROUND, journey=JOURNEY, persona="persona1", title=story.round_titles[0], kind=RoundKind.DISCUSSION,
        view=View.EMPLOYEES, scale=SCALE, day=FACTS.workshop_day, state=RoundState.CLOSED, raters_knew_measures=False,
        single_answers=True, order=first,
    )  # fmt: skip
    yield Round(
        id=SURVEY_ROUND, journey=JOURNEY, title=story.round_titles[1], kind=RoundKind.SURVEY, view=View.CUSTOMERS,
        scale=SCALE, day=FACTS.survey_day, asked=FACTS.survey_asked, respondents=FACTS.survey_answered,
        state=RoundState.CLOSED, raters_knew_measures=False, source=story.survey_source, order=second,
    )  # fmt: skip
    for at, known in enumerate(FACTS.touchpoints):
        yield TouchpointRatings(
            id=f"ratings{at + 1:02}", round=WORKSHOP_ROUND, touchpoint=touchpoint_id(at + 1),
            expectation=_answers(voices, known.expectation), experience=_answers(voices, known.experience),
            emotion=_answers(voices, known.emotion.split()), importance=_answers(voices, known.importance),
        )  # fmt: skip


def _answers(voices: Sequence[str], given: Sequence[str]) -> FrozenMap[str, int | None]:
    return FrozenMap({voice: int(answer) for voice, answer in zip(voices, given, strict=True)})


def _survey_round() -> Iterator[Record]:
    for number, (expectation, experience) in FACTS.survey_means.items():
        yield SurveyCounts(
            id=f"counts{number:02}", round=SURVEY_ROUND, touchpoint=touchpoint_id(number),
            pairs=FrozenMap(pair_counts(expectation, experience, FACTS.survey_answered, SCALE)),
        )  # fmt: skip


def _costs(story: Story) -> Iterator[Record]:
    orders = _orders(len(FACTS.costs))
    for at, (known, (title, case)) in enumerate(zip(FACTS.costs, story.costs, strict=True)):
        yield CostItem(
            id=f"cost{at + 1}", about=touchpoint_id(known.touchpoint), title=title, cases=known.cases,
            cases_name=case, cases_evidence=known.cases_evidence, counted_as=known.counted_as, share=known.share,
            share_evidence=known.share_evidence, unit_cost=known.unit_cost,
            unit_cost_evidence=known.unit_cost_evidence, order=orders[at],
        )  # fmt: skip


def _measures(story: Story) -> Iterator[Record]:
    orders = _orders(len(FACTS.measures))
    for at, (known, words) in enumerate(zip(FACTS.measures, story.measures, strict=True)):
        measure = f"m{at + 1}"
        yield Measure(
            id=measure, title=words.title, description=words.description,
            touchpoints=tuple(touchpoint_id(n) for n in known.touchpoints), owner_role=words.owner,
            department=f"d-{known.department}", contributing=tuple(f"d-{d}" for d in known.contributing),
            start=known.start, due=known.due, status=known.status, progress=known.progress, effort=known.effort,
            impact=known.impact, quick_win=known.quick_win, cost_once=known.once, cost_per_year=known.per_year,
            kind=known.kind, order=orders[at],
        )  # fmt: skip
        for place, saving in enumerate(known.savings):
            yield MeasureSaving(
                id=f"{measure}-saving{place + 1}", measure=measure, item=f"cost{saving.item}", less=saving.less,
                evidence=Evidence.ASSUMPTION, counted_in=f"m{saving.counted_in}" if saving.counted_in else None,
                order=_orders(len(known.savings))[place],
            )  # fmt: skip
        for place, (target, (label, unit, note)) in enumerate(zip(known.targets, words.targets, strict=True)):
            yield Target(
                id=f"{measure}-target{place + 1}", measure=measure, figure=target.figure,
                touchpoint=touchpoint_id(target.touchpoint) if target.touchpoint else None, label=label, unit=unit,
                from_value=target.from_value, to_value=target.to_value, at_least=target.at_least,
                by=known.due if known.status is not MeasureStatus.RUNNING else None, note=note,
                view=None if target.figure is TargetFigure.OWN else View.EMPLOYEES,
                order=_orders(len(known.targets))[place],
            )  # fmt: skip
