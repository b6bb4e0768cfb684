"""The shortlist in sentences: how far the first pass is, and what a full rating would take."""

from __future__ import annotations

from cxstudio.analysis.journeys.first_pass import FEWEST, MOST, QUESTIONS, Shortlist, minutes_needed
from cxstudio.wording.texts import Texts


def progress_words(made: Shortlist, texts: Texts) -> str:
    """How many have been looked at."""
    return texts.tr("{n} of {all} sorted", n=texts.number(made.marked), all=texts.number(made.total))


def rows_words(rows: int, total: int, texts: Texts) -> str:
    """That only a shortlist is rated: "Shortlist: 12 of 214 touchpoints"; empty where all are."""
    if rows >= total:
        return ""
    return texts.tr("Shortlist: {n} of {all} touchpoints", n=texts.number(rows), all=texts.number(total))


def time_words(touchpoints: int, texts: Texts, questions: int = QUESTIONS) -> str:
    """What rating takes: "4 questions × 214 touchpoints = 86 minutes"."""
    minutes = minutes_needed(touchpoints, questions)
    return texts.trn(
        "{questions} × {count} = {n} minute",
        "{questions} × {count} = {n} minutes",
        minutes,
        questions=texts.trn("{n} question", "{n} questions", questions),
        count=texts.trn("{n} touchpoint", "{n} touchpoints", touchpoints),
    )


def about_minutes(touchpoints: int, texts: Texts, questions: int = QUESTIONS) -> str:
    """How long a person needs: "about 5 minutes"."""
    minutes = minutes_needed(touchpoints, questions)
    return texts.trn("about {n} minute", "about {n} minutes", minutes)


def advice(made: Shortlist, texts: Texts) -> str:
    """Whether what is left suits a full rating; empty where there is nothing to advise."""
    kept = len(made.kept)
    if made.total <= MOST and not made.marked:
        return texts.tr("With so few touchpoints you can rate them all. A shortlist is for long journeys.")
    if not kept:
        return texts.tr("Sort each touchpoint: minor, check or urgent. “Check” and “urgent” go on the shortlist.")
    if kept > MOST:
        return texts.tr("More than {most} are too many for a group: what can wait?", most=texts.number(MOST))
    if kept < FEWEST < made.total and not made.unmarked:
        return texts.tr("With fewer than {fewest}, one that matters is easily missed.", fewest=texts.number(FEWEST))
    return ""
