"""A journey as a Mermaid user journey, and what Mermaid has no place for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cxstudio.analysis import round_figures
from cxstudio.exchange.mermaid.mermaid_import import ACC_DESCRIPTION, ACC_TITLE
from cxstudio.exchange.mermaid.mermaid_pitfalls import HIGHEST, LOWEST
from cxstudio.exchange.plan.import_plan import Message, say, trn
from cxstudio.model import (
    BackstageStep,
    Document,
    Id,
    Journey,
    Measure,
    Note,
    Participant,
    Picture,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.rounds import shown_round
from cxstudio.wording.texts import N_

_NO_SCORE = 0
"""What is written where nobody rated: Mermaid has no empty score, and 0 is none of its five."""
_ENTITY = {"#": "#35;", ";": "#59;", ":": "#58;", "%": "#37;", "<": "#lt;", ">": "#gt;"}
_KEYWORD = re.compile(
    r"(?:journey\b|title\s|section\s|acctitle\s*(?:$|:)|accdescr\s*(?:$|[:{]))", re.IGNORECASE | re.ASCII
)
_BREAKS = re.compile("[\n\r\f\v\t\x1c-\x1f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ue000\ue001]")
"""Control characters, which make a file look like no text, and three signs that mean something when it is read."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The text to write, and what it cannot say."""

    text: str
    lost: tuple[Message, ...]


@dataclass(slots=True)
class _Losses:
    averaged: int = 0
    rescaled: int = 0
    unrated: int = 0
    reshaped: int = 0
    unprintable: int = 0
    actors: set[Id] = field(default_factory=set)


def export_mermaid(document: Document, journey_id: Id, round_id: Id | None = None) -> Exported:
    """The journey in Mermaid's language, with the scores of a round (the shown one when None).

    Raises MissingRecord for a journey or round that is not there.
    """
    journey = document.get(Journey, journey_id)
    round_ = document.get(Round, round_id) if round_id else shown_round(document, journey_id)
    losses = _Losses()
    lines = ["journey"]
    title = _tidy(journey.title, losses)
    if title:
        lines.append(f"    title {_escaped(title, '#;%<>')}")
    lines += _accessible(document, journey_id, losses)
    scores = _scores(document, round_, losses)
    for stage in document.stages(journey_id):
        lines += _stage(document, stage, scores, losses, first=len(lines))
    return Exported("\n".join(lines) + "\n", tuple(_lost(document, journey, round_, losses)))


def _accessible(document: Document, journey_id: Id, losses: _Losses) -> list[str]:
    lines = []
    for note in document.having(Note, "about", journey_id):
        if note.theme not in {ACC_TITLE, ACC_DESCRIPTION}:
            continue
        text = _printable(note.text, losses).strip()
        if text and note.theme == ACC_TITLE:
            lines.append(f"    accTitle: {_escaped(_flat(text), '#%<')}")
        elif text:
            told = (f"        {_escaped(line, '#%')}" for line in text.replace("}", ")").splitlines())
            lines.append("    accDescr {\n" + "\n".join(told) + "\n    }")
    return lines


_Scores = dict[Id, tuple[int, tuple[str, ...]]]
"""Touchpoint → score and actors."""


def _scores(document: Document, round_: Round | None, losses: _Losses) -> _Scores:
    """The score of each rated touchpoint on 1–5, with the names of those who rated it."""
    if round_ is None:
        return {}
    figures = round_figures(document, round_.id)
    people: dict[Id, tuple[str, ...]] = {}
    for ratings in document.having(TouchpointRatings, "round", round_.id):
        voices = [document.find(voice) for voice in ratings.experience]
        named = tuple(v.name for v in voices if isinstance(v, Participant) and v.name.strip())
        losses.actors |= {v.id for v in voices if isinstance(v, Participant) and not v.name.strip()}
        people[ratings.touchpoint] = named
    found: _Scores = {touchpoint: (_NO_SCORE, names) for touchpoint, names in people.items()}
    for point in figures.touchpoints:
        if point.experience is not None and point.experience.n:
            share = (point.experience.mean - 1) / (round_.scale - 1)
            exact = LOWEST + share * (HIGHEST - LOWEST)
            losses.averaged += len(point.experience.counts) > 1
            losses.rescaled += round_.scale != HIGHEST
            found[point.touchpoint] = (math.floor(exact + 0.5), people.get(point.touchpoint, ()))
    return found


def _stage(document: Document, stage: Stage, scores: _Scores, losses: _Losses, *, first: int) -> list[str]:
    name = _tidy(stage.name, losses)
    touchpoints = document.touchpoints(stage.id)
    lines = []
    if name or any(other.order < stage.order for other in document.stages(stage.journey)):
        lines.append(f"    section {_escaped(name, '#;:%<>') or _BLANK}")
    lines += [_task(point, scores, losses) for point in touchpoints]
    return lines


_BLANK = "#160;"


def _task(point: Touchpoint, scores: _Scores, losses: _Losses) -> str:
    score, people = scores.get(point.id, (_NO_SCORE, ()))
    losses.unrated += score == _NO_SCORE
    name = _escaped(_tidy(point.name, losses), "#;:%<>") or _BLANK
    if _KEYWORD.match(name):
        name = f"#{ord(name[0])};{name[1:]}"
    actors = ", ".join(_escaped(_tidy(person, losses), "#;:%<>").replace(",", "#44;") for person in people)
    return f"        {name}: {score}" + (f": {actors}" if actors else "")


def _tidy(text: str, losses: _Losses) -> str:
    """The text on one line."""
    text = _printable(text, losses)
    flat = _flat(text)
    losses.reshaped += flat != text.strip()
    return flat


def _printable(text: str, losses: _Losses) -> str:
    """The text without control characters."""
    printable = _UNPRINTABLE.sub("", text)
    losses.unprintable += printable != text
    return printable


def _flat(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _escaped(text: str, signs: str) -> str:
    return "".join(_ENTITY[c] if c in signs else c for c in text)


def _lost(document: Document, journey: Journey, round_: Round | None, losses: _Losses) -> Iterable[Message]:
    """Everything the journey holds that Mermaid has no place for, one sentence each."""
    points = document.journey_touchpoints(journey.id)
    if losses.averaged:
        yield trn(
            "At {n} touchpoint the answers differ. Mermaid holds one score, so the rounded mean is used.",
            "At {n} touchpoints the answers differ. Mermaid holds one score, so the rounded mean is used.",
            losses.averaged,
        )
    if losses.rescaled and round_ is not None:
        yield say(N_("The scale 1–{scale} became Mermaid’s 1–5."), scale=round_.scale)
    if losses.unrated:
        yield trn(
            "{n} touchpoint is not rated and gets the score 0, because Mermaid needs one.",
            "{n} touchpoints are not rated and get the score 0, because Mermaid needs one.",
            losses.unrated,
        )
    if losses.actors:
        yield trn(
            "{n} participant without a name is not included.",
            "{n} participants without a name are not included.",
            len(losses.actors),
        )
    if losses.reshaped:
        yield trn("{n} text was put on one line.", "{n} texts were put on one line.", losses.reshaped)
    if losses.unprintable:
        yield trn(
            "The control characters in {n} text are not included.",
            "The control characters in {n} texts are not included.",
            losses.unprintable,
        )
    yield from _other_figures(document, journey.id, round_)
    yield from _other_records(document, journey.id, points)


def _other_figures(document: Document, journey_id: Id, round_: Round | None) -> Iterable[Message]:
    others = [r for r in document.having(Round, "journey", journey_id) if round_ is None or r.id != round_.id]
    if others:
        yield trn("{n} other round is not included.", "{n} other rounds are not included.", len(others))
    if round_ is None:
        return
    figures = round_figures(document, round_.id).touchpoints
    if any(f.expectation is not None or f.delta is not None for f in figures):
        yield say(N_("Expectations and deltas are not included."))
    if any(f.emotion is not None for f in figures):
        yield say(N_("Emotions are not included."))
    if any(f.importance is not None for f in figures):
        yield say(N_("Importance is not included."))


def _other_records(document: Document, journey_id: Id, points: Sequence[Touchpoint]) -> Iterable[Message]:
    ids = [point.id for point in points]
    blank = {"id", "stage", "name", "order"}
    if any(name not in blank for point in points for name in _told(point)):
        yield say(N_("Channels, departments and the other details of touchpoints are not included."))
    about = [n for i in (journey_id, *ids) for n in document.having(Note, "about", i)]
    notes = [n for n in about if n.theme not in {ACC_TITLE, ACC_DESCRIPTION} or n.about != journey_id]
    if notes:
        yield trn("{n} note is not included.", "{n} notes are not included.", len(notes))
    measures = {m.id for i in ids for m in document.having(Measure, "touchpoints", i)}
    if measures:
        yield trn("{n} measure is not included.", "{n} measures are not included.", len(measures))
    if any(document.having(Transition, "source", i) for i in ids):
        yield say(N_("Branching paths are not included: Mermaid shows one line."))
    if any(document.having(kind, field_, i) for i in ids for kind, field_ in _PINNED):
        yield say(N_("Photos and internal steps are not included."))
    if document.get(Journey, journey_id).personas or any(s.goal for s in document.stages(journey_id)):
        yield say(N_("Personas and the goals of stages are not included."))


_PINNED: tuple[tuple[type[Picture] | type[BackstageStep], str], ...] = (
    (Picture, "about"),
    (BackstageStep, "touchpoint"),
)


def _told(point: Touchpoint) -> Iterable[str]:
    """Names of the fields that hold something of their own."""
    for name, info in type(point).model_fields.items():
        if info.is_required() or getattr(point, name) != info.default:
            yield name
