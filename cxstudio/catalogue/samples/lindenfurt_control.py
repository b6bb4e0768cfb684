"""The Lindenfurt sample half a year on: decided, done, measured by the month, and rated again by the same nine people.

The values stand in resources/catalogue/samples/lindenfurt.control.toml.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cxstudio.catalogue.samples.lindenfurt import (
    JOURNEY,
    SCALE,
    SURVEY_ROUND,
    WORKSHOP_ROUND,
    lindenfurt,
    touchpoint_id,
)
from cxstudio.model import (
    CheckIn,
    CustomerChange,
    Decision,
    Document,
    FrozenMap,
    Headline,
    Journey,
    Measure,
    MeasuredValue,
    Record,
    ReportSettings,
    Round,
    TouchpointRatings,
)
from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import DecisionResult, Evidence, MeasureStatus, RoundState
from cxstudio.model.questions import SIGNED
from cxstudio.resources import resource_values
from cxstudio.store import keys_between

CONTROL_ROUND = "round3"


@dataclass(frozen=True, slots=True)
class CheckInFacts:
    """How a measure stood on a day, in per cent."""

    day: date
    progress: int
    text: Bilingual


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """What became of a measure."""

    status: MeasureStatus
    progress: int
    check_ins: tuple[CheckInFacts, ...]


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """Values of a target by the month, from January on."""

    target: str
    values: tuple[float, ...]
    source: Bilingual


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """One decision about measures, counted from 1."""

    day: date
    result: DecisionResult
    measures: tuple[int, ...]
    condition: Bilingual | None = None
    condition_by: date | None = None
    condition_met: date | None = None
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What customers are told about a measure, counted from 1."""

    measure: int
    said: Bilingual
    done: Bilingual | None = None
    still_open: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class ControlFacts:
    """All of it; `experience` holds the answers of voices 1 to 9 for each touchpoint."""

    told_on: date
    round_day: date
    round_title: Bilingual
    raters_knew: bool
    next_control: date
    experience: tuple[str, ...]
    measures: tuple[StandingFacts, ...]
    series: tuple[SeriesFacts, ...]
    decisions: tuple[DecisionFacts, ...]
    changes: tuple[ChangeFacts, ...]


FACTS: Final = resource_values(ControlFacts, "catalogue", "samples", "lindenfurt.control.toml")


def lindenfurt_control(language: str) -> Document:
    """The sample as of the day it is controlled, in German or English; ids are those of the first file."""
    april = lindenfurt(language)
    body = april.get(ReportSettings, "report").decision_by
    more = [
        *_measures(april, language),
        *_rated_again(april, language),
        *_series(language),
        *_decisions(language, body),
        *_told(language),
        _report(april),
        april.get(Journey, JOURNEY).model_copy(update={"shown_round": CONTROL_ROUND}),
    ]
    return april.evolve(more, [headline.id for headline in april.all(Headline)])


def _report(april: Document) -> Record:
    changed = {"next_control": FACTS.next_control, "decision_until": None, "without_decision": ""}
    return april.get(ReportSettings, "report").model_copy(update=changed)


def _measures(april: Document, language: str) -> Iterator[Record]:
    for measure, known in zip(april.all(Measure), FACTS.measures, strict=True):
        yield measure.model_copy(update={"status": known.status, "progress": known.progress})
        orders = keys_between(None, None, len(known.check_ins))
        for at, (order, said) in enumerate(zip(orders, known.check_ins, strict=True)):
            yield CheckIn(
                id=f"{measure.id}-check{at + 1}", measure=measure.id, day=said.day, progress=said.progress,
                text=said.text.say(language), order=order,
            )  # fmt: skip


def _rated_again(april: Document, language: str) -> Iterator[Record]:
    """The same questions to the same people; feelings move as the experience does, what is expected stays."""
    first, survey = april.get(Round, WORKSHOP_ROUND), april.get(Round, SURVEY_ROUND)
    orders = keys_between(survey.order, None, 1)
    yield first.model_copy(
        update={
            "id": CONTROL_ROUND, "title": FACTS.round_title.say(language), "day": FACTS.round_day,
            "state": RoundState.CLOSED, "raters_knew_measures": FACTS.raters_knew, "order": orders[0],
        }
    )  # fmt: skip
    low, high = SIGNED
    for at, given in enumerate(FACTS.experience):
        before = april.get(TouchpointRatings, f"ratings{at + 1:02}")
        now = {voice: int(answer) for voice, answer in zip(before.experience, given, strict=True)}
        moved = {voice: value - (before.experience[voice] or SCALE) for voice, value in now.items()}
        emotion = {v: max(low, min(high, (before.emotion[v] or 0) + moved[v])) for v in now}
        yield before.model_copy(
            update={
                "id": f"again{at + 1:02}", "round": CONTROL_ROUND, "touchpoint": touchpoint_id(at + 1),
                "experience": FrozenMap(now), "emotion": FrozenMap(emotion),
            }
        )  # fmt: skip


def _series(language: str) -> Iterator[Record]:
    year = FACTS.told_on.year
    for series in FACTS.series:
        for at, value in enumerate(series.values):
            day = date(year, at + 1, monthrange(year, at + 1)[1])
            yield MeasuredValue(
                id=f"{series.target}-{at + 1:02}", target=series.target, day=day, value=value,
                source=series.source.say(language), evidence=Evidence.FIGURE,
            )  # fmt: skip


def _decisions(language: str, body: str) -> Iterator[Record]:
    orders = keys_between(None, None, len(FACTS.decisions))
    for at, (order, known) in enumerate(zip(orders, FACTS.decisions, strict=True)):
        yield Decision(
            id=f"decision{at + 1}", body=body, day=known.day, result=known.result,
            measures=tuple(f"m{n}" for n in known.measures),
            condition="" if known.condition is None else known.condition.say(language),
            condition_by=known.condition_by, condition_met=known.condition_met,
            note="" if known.note is None else known.note.say(language), order=order,
        )  # fmt: skip


def _told(language: str) -> Iterator[Record]:
    """What customers are told: no figures of the group, no days."""
    orders = keys_between(None, None, len(FACTS.changes))
    for at, (order, known) in enumerate(zip(orders, FACTS.changes, strict=True)):
        yield CustomerChange(
            id=f"change{at + 1}", said=known.said.say(language),
            done="" if known.done is None else known.done.say(language),
            still_open="" if known.still_open is None else known.still_open.say(language),
            measure=f"m{known.measure}", order=order,
        )  # fmt: skip
