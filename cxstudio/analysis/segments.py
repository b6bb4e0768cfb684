"""Which groups may be told apart without telling on anybody, and their figures."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.analysis.answers import answers
from cxstudio.analysis.options import Options, options_of
from cxstudio.analysis.results import TouchpointFigures
from cxstudio.analysis.touchpoint import touchpoint_figures
from cxstudio.model import Document, Id, Participant, Round, SurveyCounts, TouchpointRatings


def tellable(sizes: Mapping[str, int], minimum: int) -> frozenset[str]:
    """Names of the groups that may be shown beside the total.

    A group below the minimum is hidden. So is what could be had by subtracting the shown groups from the total:
    further groups, smallest first, are hidden until those hidden add up to the minimum and are at least two.
    """
    filled = {name: n for name, n in sizes.items() if n > 0}
    hidden = {name for name, n in filled.items() if n < minimum}
    if hidden:
        rest = sorted((n, name) for name, n in filled.items() if name not in hidden)
        while rest and (len(hidden) < 2 or sum(filled[name] for name in hidden) < minimum):
            hidden.add(rest.pop(0)[1])
    return frozenset(filled.keys() - hidden)


def segment_figures(
    document: Document, round_id: Id, touchpoint: Id, options: Options | None = None
) -> dict[str, TouchpointFigures]:
    """Figures of one touchpoint per segment (counts of a survey) or group (participants), only those tellable."""
    options = options or options_of(document)
    round_ = document.get(Round, round_id)
    parts = _ratings_by_group(document, round_id, touchpoint)
    counts: dict[str, list[SurveyCounts]] = {}
    for record in document.having(SurveyCounts, "touchpoint", touchpoint):
        if record.round == round_id and record.rated:
            counts.setdefault(record.segment, []).append(record)
    found = {}
    for name in parts.keys() | counts.keys():
        ratings = [parts[name]] if name in parts else []
        given = answers(ratings, counts.get(name, ()), round_.scale)
        found[name] = touchpoint_figures(touchpoint, given, round_, options)
    if len(found) < 2:
        return {}
    shown = tellable({name: figures.n for name, figures in found.items()}, round_.minimum_group)
    return {name: found[name] for name in sorted(shown)}


def segments_shown(
    document: Document, round_id: Id, touchpoint: Id, options: Options | None = None
) -> dict[str, TouchpointFigures | None]:
    """Every segment or group with answers; None for those too small to show, and for their complement."""
    shown = segment_figures(document, round_id, touchpoint, options)
    names = {name for name, n in segment_sizes(document, round_id, touchpoint).items() if n}
    return {name: shown.get(name) for name in sorted(names)} if len(names) > 1 else {}


def segment_sizes(document: Document, round_id: Id, touchpoint: Id) -> dict[str, int]:
    """People behind each segment or group of a touchpoint; never to be shown where a group is hidden."""
    scale = document.get(Round, round_id).scale
    sizes: dict[str, int] = {}
    counts: dict[str, list[SurveyCounts]] = {}
    for record in document.having(SurveyCounts, "touchpoint", touchpoint):
        if record.round == round_id and record.rated:
            counts.setdefault(record.segment, []).append(record)
    parts = _ratings_by_group(document, round_id, touchpoint)
    for name in parts.keys() | counts.keys():
        given = answers([parts[name]] if name in parts else [], counts.get(name, ()), scale)
        tables = (given.delta, given.experience, given.expectation, given.emotion, given.importance)
        sizes[name] = next((table.n for table in tables if table.n), 0)
    return sizes


def _ratings_by_group(document: Document, round_id: Id, touchpoint: Id) -> dict[str, TouchpointRatings]:
    """Single ratings of one touchpoint, taken apart by the participants' group."""
    parts: dict[str, TouchpointRatings] = {}
    for record in document.having(TouchpointRatings, "touchpoint", touchpoint):
        if record.round != round_id:
            continue
        groups: dict[str, set[Id]] = {}
        for voice in record.expectation.keys() | record.experience.keys() | record.emotion.keys():
            person = document.find(voice)
            groups.setdefault(person.group if isinstance(person, Participant) else "", set()).add(voice)
        for name, members in groups.items():
            parts[name] = _only(record, members)
    return parts


def _only(record: TouchpointRatings, members: set[Id]) -> TouchpointRatings:
    names = ("expectation", "experience", "emotion", "importance", "quick")
    kept = {name: {v: a for v, a in getattr(record, name).items() if v in members} for name in names}
    return TouchpointRatings(id=record.id, round=record.round, touchpoint=record.touchpoint, **kept)
