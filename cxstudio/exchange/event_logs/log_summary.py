"""What an event log amounts to: its figures, and the ways of its cases as variants."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from cxstudio.exchange.event_logs.event_log import EventLog
from cxstudio.exchange.event_logs.event_times import moment_to_datetime
from cxstudio.exchange.plan.import_plan import LogFigures

Variant = tuple[int, ...]
"""One way through the log: activities in order. Cases that go the same way are of one variant."""
_MOST_NAMED = 5


def variants_of(log: EventLog) -> Counter[Variant]:
    """How many cases go each way, in the order of the file."""
    return Counter(tuple(event.activity for event in case) for case in log.cases)


def follows(variants: Counter[Variant]) -> Counter[tuple[int, int]]:
    """How often one activity directly follows another."""
    found: Counter[tuple[int, int]] = Counter()
    for variant, cases in variants.items():
        for pair in pairwise(variant):
            found[pair] += cases
    return found


def visits(variants: Counter[Variant]) -> Counter[int]:
    """How many events each activity has."""
    found: Counter[int] = Counter()
    for variant, cases in variants.items():
        for activity in variant:
            found[activity] += cases
    return found


def log_figures(log: EventLog) -> LogFigures:
    """The figures of a whole log, nothing folded away."""
    names, variants = log.activities, variants_of(log)
    counted = visits(variants)
    top, top_cases = max(variants.items(), key=lambda item: item[1], default=((), 0))
    times = [event.at for case in log.cases for event in case if event.at is not None] if log.timed else []
    return LogFigures(
        cases=len(log.cases),
        events=sum(map(len, log.cases)),
        activities=len(counted),
        variants=len(variants),
        top_variant=tuple(names[a] for a in top),
        top_variant_cases=top_cases,
        top_activities=tuple((names[a], n) for a, n in counted.most_common(_MOST_NAMED)),
        top_edges=tuple((names[a], names[b], n) for (a, b), n in follows(variants).most_common(_MOST_NAMED)),
        first=moment_to_datetime(min(times), log.zoned) if times else None,
        last=moment_to_datetime(max(times), log.zoned) if times else None,
    )
