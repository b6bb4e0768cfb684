"""Which groups may be told apart without telling on anybody, and their figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cxstudio.analysis.statistics.answer_counts import Answers, Table, answers
from cxstudio.analysis.statistics.figure_values import TouchpointFigures
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.touchpoint_figures import touchpoint_figures
from cxstudio.model import Document, Id, Participant, Round, SurveyCounts, TouchpointRatings
from cxstudio.model.questions import DELTA, FIGURES

_TABLES: Final = (*FIGURES, DELTA)
"""What is answered about a touchpoint; each may have been answered by other people."""


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
    shown = segments_shown(document, round_id, touchpoint, options)
    return {name: figures for name, figures in shown.items() if figures is not None}


def segments_shown(
    document: Document, round_id: Id, touchpoint: Id, options: Options | None = None
) -> dict[str, TouchpointFigures | None]:
    """Every segment or group with answers; None for those too small to show, and for their complement.

    Each figure is judged by itself: of six who rate, one alone may have said what it felt like.
    """
    options = options or options_of(document)
    round_ = document.get(Round, round_id)
    given = _given(document, round_, touchpoint)
    if len(given) < 2:
        return {}
    for table in _TABLES:
        shown = tellable({name: told.tables[table].n for name, told in given.items()}, round_.minimum_group)
        for name in given.keys() - shown:
            given[name].tables[table] = Table()
    figures = {name: touchpoint_figures(touchpoint, told, round_, options) for name, told in given.items()}
    return {name: figures[name] if figures[name].n else None for name in sorted(figures)}


def _given(document: Document, round_: Round, touchpoint: Id) -> dict[str, Answers]:
    """What each segment or group answered; only those with a single answer at least."""
    ratings = _ratings_by_group(document, round_.id, touchpoint)
    counts: dict[str, list[SurveyCounts]] = {}
    for record in document.having(SurveyCounts, "touchpoint", touchpoint):
        if record.round == round_.id and record.rated:
            counts.setdefault(record.segment, []).append(record)
    names = ratings.keys() | counts.keys()
    given = {name: answers(ratings.get(name, ()), counts.get(name, ()), round_.scale) for name in names}
    return {name: told for name, told in given.items() if any(table.n for table in told.tables.values())}


def _ratings_by_group(document: Document, round_id: Id, touchpoint: Id) -> dict[str, list[TouchpointRatings]]:
    """Single ratings of one touchpoint, taken apart by the participants' group."""
    parts: dict[str, list[TouchpointRatings]] = {}
    for record in document.having(TouchpointRatings, "touchpoint", touchpoint):
        if record.round != round_id:
            continue
        groups: dict[str, set[Id]] = {}
        for voice in {voice for figure in FIGURES for voice in getattr(record, figure)}:
            person = document.find(voice)
            groups.setdefault(person.group if isinstance(person, Participant) else "", set()).add(voice)
        for name, members in groups.items():
            parts.setdefault(name, []).append(_only(record, members))
    return parts


def _only(record: TouchpointRatings, members: set[Id]) -> TouchpointRatings:
    kept = {figure: {v: a for v, a in getattr(record, figure).items() if v in members} for figure in FIGURES}
    return TouchpointRatings(id=record.id, round=record.round, touchpoint=record.touchpoint, **kept)
