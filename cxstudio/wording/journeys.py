"""What journeys are called in a list."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.comparison import to_be_of
from cxstudio.model import Document, Id, Journey
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording.texts import Texts


def journey_names(document: Document, texts: Texts) -> Iterator[tuple[Journey, str]]:
    """Every journey, each to-be journey behind the as-is it came from."""
    kinds = {JourneyKind.AS_IS: texts.tr("As-is journey"), JourneyKind.TO_BE: texts.tr("To-be journey")}
    told: set[Id] = set()
    for journey in document.all(Journey):
        if journey.kind is JourneyKind.AS_IS or journey.derived_from is None:
            for one in (journey, *to_be_of(document, journey.id)):
                if one.id not in told:
                    told.add(one.id)
                    title = one.title or texts.tr("Untitled journey")
                    yield one, f"{title} · {kinds[one.kind]}"
    for journey in document.all(Journey):
        if journey.id not in told:
            yield journey, f"{journey.title or texts.tr('Untitled journey')} · {kinds[journey.kind]}"
