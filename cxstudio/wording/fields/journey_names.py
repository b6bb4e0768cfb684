"""What journeys are called in a list."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.comparison.as_is_to_be import to_be_of
from cxstudio.model import Document, Id, Journey
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording.texts import Texts


def journey_names(document: Document, texts: Texts) -> Iterator[tuple[Journey, str]]:
    """Every journey, each to-be journey behind the as-is it came from."""
    kinds = {JourneyKind.AS_IS: texts.tr("As-is journey"), JourneyKind.TO_BE: texts.tr("To-be journey")}
    nameless = texts.tr("Untitled journey")
    told: dict[Id, Journey] = {}
    for journey in document.all(Journey):
        if journey.kind is JourneyKind.AS_IS or journey.derived_from is None:
            told.update((one.id, one) for one in (journey, *to_be_of(document, journey.id)) if one.id not in told)
    told.update((one.id, one) for one in document.all(Journey) if one.id not in told)
    for journey in told.values():
        yield journey, f"{journey.title or nameless} · {kinds[journey.kind]}"
