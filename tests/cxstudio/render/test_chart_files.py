"""Charts as files: drawings and pictures that other programs read."""

from __future__ import annotations

import io
import re
import struct
from xml.etree import ElementTree

import pytest
from PIL import Image

from cxstudio.catalogue.samples import sample
from cxstudio.errors import UserError
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.model import Document, Journey, Round
from cxstudio.render.picture_files.chart_files import ChartOrder, chart_drawing
from tests.cxstudio.journeys import journey

SVG = "{http://www.w3.org/2000/svg}"


def order(chart: str, language: str = "de") -> ChartOrder:
    return ChartOrder("journey1", "round1", Wanted(chart), language, 900, 560)


def svg(document: Document, chart: str, language: str = "de") -> str:
    return chart_drawing(document, order(chart, language)).svg().decode()


SHOWN = [row for row in CHARTS if row.id != "kano"]


@pytest.mark.parametrize("row", SHOWN, ids=[row.id for row in SHOWN])
def test_a_drawing_holds_title_names_and_what_readers_hear(row: object) -> None:
    document = sample("lindenfurt", "de").document
    chart = row.id  # type: ignore[attr-defined]
    root = ElementTree.fromstring(svg(document, chart))
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert any(word.startswith("Innensicht") for word in words)
    titles = [element.text or "" for element in root.iter(f"{SVG}title")]
    assert titles[0] == next(t for t in titles if t)
    assert sum("Hotline" in title for title in titles[1:]) >= (chart != "answers")
    assert "nan" not in re.sub(r"base64,[^)]*", "", svg(document, chart)).lower()


def test_a_picture_is_twice_as_sharp_and_not_blank() -> None:
    document = sample("lindenfurt", "de").document
    data = chart_drawing(document, order("scatter")).png()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (2 * (900 + 48), 2 * (560 + 48))
    colours = Image.open(io.BytesIO(data)).convert("RGB").getcolors(200_000)
    assert colours is not None and len(colours) > 50


def test_both_languages_and_both_palettes() -> None:
    document = sample("lindenfurt", "en").document
    assert "Expectation" in svg(document, "scatter", "en")
    assert "Erwartung" in svg(document, "scatter", "de")
    dark, light = (chart_drawing(document, order("scatter")).svg(name) for name in ("dark", "light"))
    assert dark != light


def test_what_cannot_be_told_is_an_error_people_understand() -> None:
    document = journey([{}])
    assert document.all(Journey) and document.all(Round)
    with pytest.raises(UserError, match="No result yet"):
        chart_drawing(document, ChartOrder("j", "r", Wanted("ranking"), "en", 900, 500))
    with pytest.raises(UserError):
        chart_drawing(document, ChartOrder("j", None, Wanted("views"), "en", 900, 500))
