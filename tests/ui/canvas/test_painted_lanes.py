"""Every lane as it really stands on the canvas: read from a recording paint device."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_note, add_own_lane, show_lanes
from cxstudio.model import Document, Journey
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lanes import journey_lanes
from cxstudio.store import Store
from tests.cxstudio.layout.generated import NAMES
from tests.ui.canvas.test_painted_text import check, look
from ui.canvas.interaction.zoom import at


def with_every_lane(document: Document) -> Document:
    """All lanes shown, and one of one's own with awkward words."""
    store = Store(document)
    journey = document.all(Journey)[0].id
    with store.transaction("show") as draft:
        show_lanes(draft, journey, [lane.ref for lane in journey_lanes(document, journey) if not lane.shown])
        own = add_own_lane(draft, journey, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk bei Nacht")
        for touchpoint, name in zip(document.journey_touchpoints(journey), NAMES, strict=False):
            add_note(draft, name, NoteKind.LANE, touchpoint.id, lane=own)
    return store.document


@pytest.mark.parametrize("zoom", [1.0, 0.7, 0.5, 0.3])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_lane_of_the_sample_neither_clips_nor_overlaps(qapp: QApplication, language: str, zoom: float) -> None:
    check(look(with_every_lane(sample("lindenfurt", language).document), at(zoom), language))


@pytest.mark.parametrize("zoom", [1.0, 0.3])
def test_every_lane_of_four_hundred_folded(qapp: QApplication, zoom: float) -> None:
    check(look(with_every_lane(sample("large", "de").document), at(zoom), folded=True))
