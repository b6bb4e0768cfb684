"""The comparison as files."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from cxstudio.analysis.comparison.as_is_to_be import Comparison, Section, Slot
from cxstudio.catalogue.samples import sample
from cxstudio.edits import derive_journey, remove_records
from cxstudio.errors import UserError
from cxstudio.layout.comparison.comparison_sheets import parts_of
from cxstudio.model import Document, Journey
from cxstudio.render.picture_files import comparison_files
from cxstudio.render.picture_files.comparison_files import comparison_drawing, comparison_pdf
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
    (page,) = PdfReader(io.BytesIO(comparison_pdf(document, later))).pages
    said = page.extract_text()
    assert "1 entfällt" in said and "Tarifrechner" in said and "Schluss" in said


def test_drawing_and_picture_are_of_their_kind(planned) -> None:
    document, later = planned
    assert comparison_drawing(document, "journey1", language="en").svg().startswith((b"<?xml", b"<svg"))
    assert comparison_drawing(document, later).png(scale=1.0).startswith(b"\x89PNG")


def test_without_a_to_be_journey_there_is_nothing_to_hand_on() -> None:
    with pytest.raises(UserError, match="no to-be journey"):
        comparison_drawing(sample("lindenfurt", "de").document, "journey1")


@pytest.mark.torture
def test_four_hundred_touchpoints_are_compared_on_sheets_of_paper() -> None:
    store = Store(sample("large", "de").document)
    with store.transaction("plan") as draft:
        today = next(iter(draft.document.all(Journey))).id
        later = derive_journey(draft, today)
        gone = draft.document.journey_touchpoints(later)[200]
        remove_records(draft, [gone.id])
    document = store.document
    reader = PdfReader(io.BytesIO(comparison_pdf(document, later)))
    assert {tuple(map(float, page.mediabox[2:])) for page in reader.pages} == {(1190.55, 841.89)}
    assert len(reader.outline) == len(reader.pages) > 10
    said = " ".join(re.sub(r"\W", "", page.extract_text()) for page in reader.pages)
    missing = [t.name for t in document.journey_touchpoints(today) if re.sub(r"\W", "", t.name) not in said]
    assert missing == []


def test_a_longer_comparison_stands_on_sheets_of_a3(monkeypatch, planned) -> None:
    document, later = planned
    monkeypatch.setattr(comparison_files, "_ON_ONE_PAGE", 0)
    (page,) = PdfReader(io.BytesIO(comparison_pdf(document, later))).pages
    assert tuple(map(float, page.mediabox[2:])) == (1190.55, 841.89)
    assert "1 entfällt" in page.extract_text()


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.integers(1, 20))
def test_parts_of_a_comparison_hold_every_column_once_and_none_too_many(sizes: list[int], most: int) -> None:
    sections = tuple(
        Section(f"s{i}", f"s{i}", tuple(Slot(f"{i}.{n}", None) for n in range(size))) for i, size in enumerate(sizes)
    )
    parts = parts_of(Comparison("a", "b", (), (), sections), most)
    columns = [[slot for section in part.sections for slot in section.slots] for part in parts]
    assert [slot for part in columns for slot in part] == [slot for section in sections for slot in section.slots]
    assert all(len(part) == most for part in columns[:-1]) and 1 <= len(columns[-1]) <= most
