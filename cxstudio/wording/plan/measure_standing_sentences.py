"""How a measure stands in words: overdue, at risk and why, waiting for itself, due before it starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxstudio.analysis.measures.measure_standing import Standing, plan_numbers
from cxstudio.model import Document, Measure, Touchpoint
from cxstudio.wording.texts import Texts


class StandingWords(NamedTuple):
    """What is said of a measure's standing."""

    short: str
    """Beside its date: "overdue", "at risk"; empty where all is well."""
    sentences: tuple[str, ...]


def standing_words(document: Document, measure: Measure, standing: Standing, texts: Texts) -> StandingWords:
    """What there is to say of how a measure stands; nothing where all is well."""
    said = [*_late(measure, standing, texts), *_waiting(document, standing, texts)]
    if measure.start is not None and measure.due is not None and measure.due < measure.start:
        said.append(due_before_start(measure, texts))
    return StandingWords(short_standing(standing, texts), tuple(said))


def short_standing(standing: Standing, texts: Texts) -> str:
    """ "overdue", "at risk", or nothing."""
    if standing.overdue:
        return texts.tr("overdue")
    return texts.tr("at risk") if standing.at_risk else ""


def due_before_start(measure: Measure, texts: Texts) -> str:
    """That a measure is due before it starts; both dates stay as they are."""
    assert measure.start is not None and measure.due is not None
    return texts.tr(
        "Due on {due}, but it only starts on {start}. Please check both dates.",
        due=texts.date(measure.due),
        start=texts.date(measure.start),
    )


def basics_first(basics: Sequence[Touchpoint], texts: Texts) -> str:
    """The quiet line at a new measure that only delights, naming the basic requirements nothing is planned for."""
    if len(basics) == 1:
        return texts.tr(
            "Basics first: {name} is a basic requirement, is not met and has no measure yet.",
            name=texts.quoted(basics[0].name),
        )
    names = texts.listed([texts.quoted(t.name) for t in basics[:3]])
    if len(basics) > 3:
        return texts.tr(
            "Basics first: {n} basic requirements are not met and have no measure yet, {names} among them.",
            n=len(basics), names=names,
        )  # fmt: skip
    return texts.tr("Basics first: {names} are basic requirements, are not met and have no measure yet.", names=names)


def _late(measure: Measure, standing: Standing, texts: Texts) -> list[str]:
    if measure.due is None:
        return []
    if standing.overdue:
        return [texts.tr("Overdue since {date}.", date=texts.date(measure.due))]
    if standing.behind:
        return [
            texts.tr(
                "At risk: due on {date}, and {progress} done is less than the time that has passed.",
                date=texts.date(measure.due),
                progress=texts.share(measure.progress / 100),
            )
        ]
    return []


def _waiting(document: Document, standing: Standing, texts: Texts) -> list[str]:
    said = []
    if standing.held_up_by:
        numbers = plan_numbers(document)
        late = texts.listed([str(numbers[i]) for i in standing.held_up_by])
        said.append(
            texts.trn(
                "At risk: waits for measure {numbers}, which is overdue.",
                "At risk: waits for measures {numbers}, which are overdue.",
                len(standing.held_up_by),
                numbers=late,
            )
        )
    if standing.in_cycle:
        said.append(texts.tr("Waits for itself by way of others. Please take out one of the dependencies."))
    return said
