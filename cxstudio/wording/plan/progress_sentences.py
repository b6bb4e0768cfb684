"""How far a round has come and what it leaves to do, in words."""

from __future__ import annotations

from cxstudio.analysis.search.rating_progress import Outcome, Progress
from cxstudio.wording.texts import Texts


def progress_words(progress: Progress, texts: Texts) -> str:
    """Who has rated everything."""
    done = texts.number(progress.done)
    if progress.group:
        return texts.trn("{done} of {n} touchpoint rated", "{done} of {n} touchpoints rated", progress.all, done=done)
    return texts.trn(
        "{done} of {n} person has rated everything", "{done} of {n} people have rated everything", progress.all,
        done=done,
    )  # fmt: skip


def outcome_words(outcome: Outcome, texts: Texts) -> str:
    """What is critical, and for how much of it nothing is planned."""
    if not outcome.critical:
        return texts.tr("No touchpoint is critical")
    critical = texts.trn("{n} critical", "{n} critical", outcome.critical)
    if not outcome.without_measure:
        return texts.tr("{critical}, none without a measure", critical=critical)
    left = texts.trn("{n} without a measure", "{n} without a measure", outcome.without_measure)
    return f"{critical}, {left}"
