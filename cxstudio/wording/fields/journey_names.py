"""What journeys are called in a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cxstudio.model import Document, Id, Journey
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording.texts import N_, Texts

_KINDS: Final = {JourneyKind.AS_IS: N_("As-is journey"), JourneyKind.TO_BE: N_("To-be journey")}


def journey_name(journey: Journey, texts: Texts) -> str:
    """A journey where others stand beside it: its title, and whether it is as it is or as it shall be."""
    title = " ".join(journey.title.split()) or texts.tr("Untitled journey")
    said = f"{title} · {texts.tr(_KINDS[journey.kind])}"
    if journey.since is not None:
        said += " " + texts.tr("since {date}", date=texts.date(journey.since))
    if journey.until is not None:
        said += " " + texts.tr("until {date}", date=texts.date(journey.until))
    return said


def journey_names(document: Document, texts: Texts) -> Iterator[tuple[Journey, str]]:
    """Every journey, each to-be journey behind the as-is it came from."""
    from cxstudio.analysis.comparison.as_is_to_be import to_be_of  # one name alone needs no comparison

    told: dict[Id, Journey] = {}
    for journey in document.all(Journey):
        if journey.kind is JourneyKind.AS_IS or journey.derived_from is None:
            told.update((one.id, one) for one in (journey, *to_be_of(document, journey.id)) if one.id not in told)
    told.update((one.id, one) for one in document.all(Journey) if one.id not in told)
    for journey in told.values():
        yield journey, journey_name(journey, texts)
