"""Change between two rounds of a journey: a difference of means, never an effect and never a proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cxstudio.analysis.change.change_values import CHANGING, Change, Drift, Obstacle, RoundChanges, TouchpointChange
from cxstudio.analysis.change.expected_drift import expected_drifts
from cxstudio.analysis.change.lineage import lineage, paired_touchpoints
from cxstudio.analysis.round.touchpoint_cache import given_in
from cxstudio.analysis.statistics.answer_counts import answers, difference
from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.analysis.statistics.interval import mean_difference, moments, paired_difference
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.touchpoint_figures import is_survey, too_few, touchpoint_figures
from cxstudio.model import GROUP_VOICE, Document, Id, Measure, Participant, Round, TouchpointRatings
from cxstudio.model.kinds import MeasureStatus, RoundKind
from cxstudio.model.questions import limits

Rated = tuple[TouchpointRatings, ...]
ACTING = frozenset({MeasureStatus.RUNNING, MeasureStatus.DONE})
"""Status of measures that can have changed anything."""


def obstacle(document: Document, before: Id, after: Id) -> Obstacle | None:
    """Why two rounds cannot be compared; None where they can. Raises MissingRecord for a round that is not there."""
    first, second = document.get(Round, before), document.get(Round, after)
    if before == after:
        return Obstacle.SAME_ROUND
    if RoundKind.TARGET in (first.kind, second.kind):
        return Obstacle.TARGET_CURVE
    if first.journey != second.journey and first.journey not in lineage(document, second.journey):
        return Obstacle.OTHER_JOURNEY
    if first.view is not second.view:
        return Obstacle.OTHER_VIEW
    if first.persona and second.persona and first.persona != second.persona:
        return Obstacle.OTHER_PERSONA
    return Obstacle.OTHER_SCALE if first.scale != second.scale else None


def rounds_of_life(document: Document, journey: Id) -> tuple[Round, ...]:
    """Every round of a journey and of those it took the place of, the earliest first."""
    return tuple(r for j in reversed(lineage(document, journey)) for r in document.having(Round, "journey", j))


def earlier_round(document: Document, round_id: Id) -> Round | None:
    """The newest round before this one that it can be compared with, of the journey or of those it took the place of.

    None where there is none. Raises MissingRecord.
    """
    about = document.get(Round, round_id)
    found = None
    for one in rounds_of_life(document, about.journey):
        if one.id == round_id:
            break
        if obstacle(document, one.id, round_id) is None:
            found = one
    return found


def round_changes(document: Document, before: Id, after: Id, options: Options | None = None) -> RoundChanges:
    """Everything that changed from one round to a later one; nothing but the obstacle where they do not compare."""
    options = options or options_of(document)
    against = obstacle(document, before, after)
    if against is not None:
        return RoundChanges(before, after, against)
    first, second = document.get(Round, before), document.get(Round, after)
    acting = acting_measures(document, second)
    then, now = _rated(document, first, options), _rated(document, second, options)
    found = []
    codes = own_codes(document)
    paired = paired_touchpoints(document, first.journey, second.journey)
    for earlier, later in paired.pairs:
        if earlier in then and later in now:
            pair = _Pair(first, second, then[earlier], now[later], options, codes)
            measures = tuple(dict.fromkeys((*acting.get(later, ()), *acting.get(earlier, ()))))
            found.append(pair.changes(later, measures, earlier))
    if is_survey(first) and is_survey(second):
        found = _with_drift(found, then, first.scale)
    drifts = (_drift(figure, found) for figure in CHANGING)
    return RoundChanges(
        before,
        after,
        None,
        touchpoints=tuple(found),
        drifts=tuple(d for d in drifts if d.touchpoints_with + d.touchpoints_without),
        raters_knew_measures=second.raters_knew_measures,
        new=paired.new,
        dropped=paired.dropped,
        split=paired.split,
    )


def acting_measures(document: Document, round_: Round) -> dict[Id, tuple[Id, ...]]:
    """Touchpoint → measures running or done there when the round was held."""
    found: dict[Id, tuple[Id, ...]] = {}
    for measure in document.all(Measure):
        if acts(measure, round_):
            for touchpoint in measure.touchpoints:
                found[touchpoint] = (*found.get(touchpoint, ()), measure.id)
    return found


def own_codes(document: Document) -> dict[Id, str]:
    """Participant → the code they chose; nobody's where the project does not compare people (off unless wanted)."""
    if not document.project.pair_by_code:
        return {}
    known = ((p.id, "".join(p.code.split()).casefold()) for p in document.all(Participant))
    return {person: code for person, code in known if code}


def acts(measure: Measure, round_: Round) -> bool:
    """Whether a measure can have changed what the round's people rated."""
    late = measure.start is not None and round_.day is not None and measure.start > round_.day
    return measure.status in ACTING and not late


_Found = tuple[TouchpointFigures, Rated]
"""The figures of a touchpoint, and its single ratings where nothing else is behind them."""


def _rated(document: Document, round_: Round, options: Options) -> dict[Id, _Found]:
    ratings, counts = given_in(document, round_.id)
    found = {}
    for touchpoint in ratings.keys() | counts.keys():
        mine, theirs = ratings.get(touchpoint, ()), counts.get(touchpoint, ())
        given = answers(mine, theirs, round_.scale)
        if not given.empty:
            found[touchpoint] = (touchpoint_figures(touchpoint, given, round_, options), () if theirs else mine)
    return found


class _Pair:
    """The answers about one touchpoint in two rounds on one scale."""

    def __init__(
        self, first: Round, second: Round, then: _Found, now: _Found, options: Options, codes: Mapping[Id, str]
    ) -> None:
        self.first, self.second, self.codes = first, second, codes
        self.then, self.now = then, now
        self.options = options

    def changes(self, touchpoint: Id, measures: tuple[Id, ...], earlier: Id) -> TouchpointChange:
        other = earlier if earlier != touchpoint else None
        expectation, experience, delta, emotion, importance = map(self._change, CHANGING)
        return TouchpointChange(
            touchpoint, measures, expectation, experience, delta, emotion, importance, earlier=other
        )

    def _change(self, figure: str) -> Change | None:
        (then, ratings), (now, later) = self.then, self.now
        first, second = _part(then, figure), _part(now, figure)
        if first is None or second is None or too_few(self.first, first.n) or too_few(self.second, second.n):
            return None
        quick = figure == "delta" and then.delta_from_quick
        if figure == "delta" and then.delta_from_quick != now.delta_from_quick:
            return None
        ends = limits("quick" if quick else figure, self.first.scale)
        if self.codes and ratings and later:
            before, after = (self._by_code(self._voices(one[0], figure, quick)) for one in (ratings, later))
            pairs = _both(before, after)
            if len(pairs) > 1 and 2 * len(pairs) >= max(first.n, second.n):
                return self._paired(pairs, ends)
        surveys = self._surveys(min(first.n, second.n))
        interval = mean_difference(first.counts, second.counts, *ends) if surveys else None
        return Change(first.mean, second.mean, second.mean - first.mean, first.n, second.n, False, interval)

    def _surveys(self, n: int) -> bool:
        return is_survey(self.first) and is_survey(self.second) and n >= self.options.smallest_for_interval

    def _paired(self, pairs: Sequence[tuple[int, int]], ends: tuple[int, int]) -> Change:
        n = len(pairs)
        counts: dict[int, int] = {}
        for before, after in pairs:
            counts[after - before] = counts.get(after - before, 0) + 1
        mean = sum(after - before for before, after in pairs) / n
        interval = paired_difference(tuple(sorted(counts.items())), *ends) if self._surveys(n) else None
        means = (sum(before for before, _ in pairs) / n, sum(after for _, after in pairs) / n)
        return Change(*means, mean, n, n, True, interval)

    def _by_code(self, told: Mapping[Id, int]) -> dict[str, int]:
        """Values by the code people chose; of two with one code in a round nobody knows who is who."""
        count = Counter(self.codes[voice] for voice in told if voice in self.codes)
        return {self.codes[v]: value for v, value in told.items() if v in self.codes and count[self.codes[v]] == 1}

    def _voices(self, record: TouchpointRatings, figure: str, quick: bool) -> dict[Id, int]:
        """Every person's own value of a figure; without those off the scale and the one voice of a group."""
        scale, name = self.first.scale, "quick" if quick else figure
        if name == "delta":
            told = {
                voice: difference(expected, record.experience.get(voice), scale)
                for voice, expected in record.expectation.items()
            }
            return {voice: value for voice, value in told.items() if value is not None and voice != GROUP_VOICE}
        low, high = limits(name, scale)
        given: Mapping[Id, int | None] = getattr(record, name)
        return {v: a for v, a in given.items() if a is not None and low <= a <= high and v != GROUP_VOICE}


def _with_drift(found: Iterable[TouchpointChange], then: Mapping[Id, _Found], scale: int) -> list[TouchpointChange]:
    """Each change with what the earlier survey lets expect of it."""
    changed = list(found)
    for figure in CHANGING:
        quick = {t: figure == "delta" and figures.delta_from_quick for t, (figures, _) in then.items()}
        told = [one for one in changed if getattr(one, figure) is not None and not quick[one.before]]
        parts = {one.touchpoint: _part(then[one.before][0], figure) for one in told}
        ends = limits(figure, scale)
        before = {t: (part.mean, moments(part.counts, *ends)) for t, part in parts.items() if part is not None}
        drifts = expected_drifts(before)
        for at, one in enumerate(changed):
            if one.touchpoint in drifts:
                change: Change = getattr(one, figure)
                told_of: dict[str, Any] = {figure: replace(change, drift=drifts[one.touchpoint])}
                changed[at] = replace(one, **told_of)
    return changed


def _both(then: Mapping[str, int], now: Mapping[str, int]) -> list[tuple[int, int]]:
    """Earlier and later value of everybody who gave both."""
    return [(then[voice], now[voice]) for voice in sorted(then.keys() & now.keys())]


def _part(figures: TouchpointFigures, figure: str) -> Summary | None:
    part: Summary | None = getattr(figures, figure)
    return part


def _drift(figure: str, found: Iterable[TouchpointChange]) -> Drift:
    groups: tuple[list[float], list[float]] = ([], [])
    for one in found:
        change: Change | None = getattr(one, figure)
        if change is not None:
            groups[not one.measures].append(change.difference)
    acted, others = groups
    return Drift(figure, _mean(acted), len(acted), _mean(others), len(others))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
