"""Changes, targets, compared views and benchmarks as plain data, for `figures --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxstudio.analysis.change.change_values import CHANGING, Change, RoundChanges, TargetOutcome
from cxstudio.analysis.change.loyalty_change import JourneyFigureChange
from cxstudio.analysis.journey_figures.benchmark_values import Compared
from cxstudio.analysis.round.employees_against_customers import Seen, ViewsCompared

Plain = dict[str, Any]


def changes_json(found: RoundChanges | None) -> Plain | None:
    """What changed since an earlier round; None where there is none to compare with."""
    if found is None or found.obstacle is not None:
        return None
    return {
        "since": found.before,
        "raters_knew_measures": found.raters_knew_measures,
        "touchpoints": [
            {
                "id": one.touchpoint,
                "earlier": one.before,
                "measures": list(one.measures),
                **{figure: _change(getattr(one, figure)) for figure in CHANGING},
            }
            for one in found.touchpoints
        ],
        "new": list(found.new),
        "dropped": list(found.dropped),
        "split": {before: list(parts) for before, parts in found.split},
        "drifts": [
            {
                "figure": drift.figure,
                "with_measure": drift.with_measure,
                "touchpoints_with": drift.touchpoints_with,
                "without_measure": drift.without_measure,
                "touchpoints_without": drift.touchpoints_without,
            }
            for drift in found.drifts
        ],
    }


def _change(found: Change | None) -> Plain | None:
    if found is None:
        return None
    return {
        "before": found.before,
        "after": found.after,
        "difference": found.difference,
        "n_before": found.n_before,
        "n_after": found.n_after,
        "paired": found.paired,
        "interval": list(found.interval) if found.interval else None,
        "uncertain": found.uncertain,
        "drift": found.drift,
    }


def journey_figure_changes_json(found: Iterable[JourneyFigureChange]) -> list[Plain]:
    """Figures of the whole journey that both rounds asked."""
    return [
        {
            "figure": one.figure.value,
            "before": one.before.value,
            "after": one.after.value,
            "difference": one.difference,
            "n_before": one.before.answers.n,
            "n_after": one.after.answers.n,
            "as_counts": one.as_counts,
        }
        for one in found
    ]


def targets_json(found: Iterable[TargetOutcome]) -> list[Plain]:
    """Every target as one round sees it."""
    return [
        {
            "id": one.target,
            "measure": one.measure,
            "touchpoint": one.touchpoint,
            "state": one.state.value,
            "doubt": one.doubt.value if one.doubt else None,
            "goal": one.goal,
            "value": one.value,
            "n": one.n,
            "interval": list(one.interval) if one.interval else None,
            "measured_on": one.day.isoformat() if one.day else None,
        }
        for one in found
    ]


def views_json(found: ViewsCompared | None) -> Plain | None:
    """The round against the customers' view; None where there is none to compare with."""
    if found is None:
        return None
    return {
        "customers_round": found.theirs,
        "too_few": found.too_few,
        "our_worst": list(found.our_worst),
        "their_worst": list(found.their_worst),
        "touchpoints": [_seen(one) for one in found.touchpoints],
    }


def _seen(one: Seen) -> Plain:
    return {
        "id": one.touchpoint,
        "ours": one.ours,
        "theirs": one.theirs,
        "difference": one.difference,
        "n_ours": one.n_ours,
        "n_theirs": one.n_theirs,
        "expectation": one.expectation,
        "delta": one.delta,
        "misjudged": one.misjudged,
    }


def benchmarks_json(found: Iterable[Compared]) -> list[Plain]:
    """Every benchmark beside the round's own value."""
    return [
        {
            "id": one.benchmark,
            "about": one.about,
            "figure": one.figure,
            "value": one.value,
            "source": one.source,
            "year": one.year,
            "ours": one.ours,
            "difference": one.difference,
        }
        for one in found
    ]
