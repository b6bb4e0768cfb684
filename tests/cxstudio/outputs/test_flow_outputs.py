"""The flow as PDF, SVG and PNG: what it says of itself, and what happens to one that is far too long."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.errors import UserError
from cxstudio.model import Document, Journey, Touchpoint
from cxstudio.outputs.drawn_outputs import MapDetails
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import BY_ID, make_output
from cxstudio.render.picture_files.flow_files import flow_drawing
from tests.unmeasured import unmeasured


def order(document: Document, **rest: object) -> Order:
    return Order("de", document.all(Journey)[0].id, **rest)  # type: ignore[arg-type]


@unmeasured()
def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_flow_names_every_touchpoint_its_lines_and_its_signs() -> None:
    document = sample("lindenfurt", "de").document
    said = words_of(make_output("flow_pdf", document, order(document)).data)
    for part in ("Fluss · Umzug", "kommen bis ans Ende", "Alternative", "Rückkehr", "in einer Schleife"):
        assert part in said, part
    drawing = make_output("flow_svg", document, order(document)).data.decode()
    for touchpoint in document.journey_touchpoints(document.all(Journey)[0].id):
        assert touchpoint.name.split()[0] in said
    assert drawing.startswith(("<?xml", "<svg"))
    made = make_output("flow_png", document, order(document, details=MapDetails(width=900))).data
    with Image.open(io.BytesIO(made)) as png:
        assert png.width == 900


def test_a_flow_too_long_for_a_page_folds_its_stages_and_says_so() -> None:
    document = sample("large", "de", touchpoints=120).document
    journey = document.all(Journey)[0].id
    with pytest.raises(UserError):
        flow_drawing(document, journey).pdf()
    said = words_of(make_output("flow_pdf", document, order(document)).data)
    assert "Phasen sind eingeklappt" in said


def test_a_journey_without_touchpoints_offers_no_flow() -> None:
    document = Document([Journey(id="j", title="Empty")])
    assert not BY_ID["flow_pdf"].offered(document, "j") and not document.all(Touchpoint)
    with pytest.raises(UserError):
        make_output("flow_svg", document, Order("de", "j"))
