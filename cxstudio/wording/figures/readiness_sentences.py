"""The readiness check in words."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.journeys.readiness_profile import LOW, ReadinessRow
from cxstudio.model.readiness_scale import LEAST_SHEETS, POINTS
from cxstudio.wording.texts import Texts


def answers_words(row: ReadinessRow, texts: Texts) -> str:
    """Who answered how: what the group agreed on, people, and whether they lie apart."""
    parts = []
    if row.together is not None:
        parts.append(texts.tr("agreed: {value}", value=row.together))
    if row.counts:
        low = next(value for value, count in enumerate(row.counts, 1) if count)
        high = next(value for value in range(POINTS, 0, -1) if row.counts[value - 1])
        span = str(low) if low == high else texts.tr("{low} to {high}", low=low, high=high)
        parts.append(texts.trn("{n} answer, {span}", "{n} answers, {span}", row.n, span=span))
        if row.apart:
            parts.append(texts.tr("far apart"))
    elif row.n:
        parts.append(texts.trn("{n} answer, told from {least} on", "{n} answers, told from {least} on", row.n,
                               least=LEAST_SHEETS))  # fmt: skip
    return " · ".join(parts) or texts.tr("not answered yet")


def readiness_headline(rows: Sequence[ReadinessRow], texts: Texts) -> str:
    """ "3 of 9 statements are in place, 2 are low"."""
    known = [row for row in rows if row.level is not None]
    high = sum(1 for row in known if (row.level or 0.0) >= 4.0)
    low = sum(1 for row in known if (row.level or 0.0) <= LOW)
    every = texts.number(len(known))
    said = texts.trn("{n} of {all} statements is in place", "{n} of {all} statements are in place", high, all=every)
    if not low:
        return said
    return said + ", " + texts.trn("{n} is not yet", "{n} are not yet", low)
