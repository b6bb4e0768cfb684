"""The comparison as files."""

import io

import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.edits import derive_journey, remove_records
from cxstudio.errors import UserError
from cxstudio.model import Document
from cxstudio.render.comparison_files import comparison_drawing
from cxstudio.store import Store


@pytest.fixture
def planned() -> tuple[Document, str]:
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("plan") as draft:
        later = derive_journey(draft, "journey1")
        remove_records(draft, [draft.document.journey_touchpoints(later)[8].id])
    return store.document, later


def test_a_page_says_what_differs_and_names_every_touchpoint(planned) -> None:
    document, later = planned
    (page,) = PdfReader(io.BytesIO(comparison_drawing(document, later).pdf())).pages
    said = page.extract_text()
    assert "1 entfällt" in said and "Tarifrechner" in said and "Schluss" in said


def test_drawing_and_picture_are_of_their_kind(planned) -> None:
    document, later = planned
    assert comparison_drawing(document, "journey1", language="en").svg().startswith((b"<?xml", b"<svg"))
    assert comparison_drawing(document, later).png(scale=1.0).startswith(b"\x89PNG")


def test_without_a_to_be_journey_there_is_nothing_to_hand_on() -> None:
    with pytest.raises(UserError, match="no to-be journey"):
        comparison_drawing(sample("lindenfurt", "de").document, "journey1")
