"""Drawings and pictures of the map."""

import base64
import io
import re
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from cxstudio.catalogue.samples import sample
from cxstudio.errors import UserError
from cxstudio.model import Document, Journey, Stage, Touchpoint
from cxstudio.render import drawing
from cxstudio.render.map_files import map_drawing

NS = {"s": "http://www.w3.org/2000/svg"}


def test_svg_is_well_formed_and_its_text_is_text() -> None:
    document = sample("lindenfurt", "de").document
    tree = ElementTree.fromstring(map_drawing(document, document.all(Journey)[0].id).svg())
    said = [t.text for t in tree.iterfind(".//s:text", NS)]
    assert "Tarifrechner" in said
    assert "Tiefpunkt" in said and said.count("einer der Höhepunkte") == 2
    for t in tree.iterfind(".//s:text", NS):
        assert float(t.attrib["textLength"]) > 0
    assert all(g.attrib["id"] for g in tree.iterfind(".//s:g[@id]", NS))
    fills = [e.attrib.get("stroke", "") + e.attrib.get("fill", "") for e in tree.iterfind(".//s:path", NS)]
    assert any("url(#gradient" in f for f in fills)


def test_svg_survives_what_xml_forbids() -> None:
    name = "a\x00b\x0b<&>\"' \ud800 🎉"
    document = Document([Journey(id="j", title="<J> & \x01"), Stage(id="s", journey="j", name="]]>"),
                         Touchpoint(id="t", stage="s", name="x")])  # fmt: skip
    touchpoint = document.get(Touchpoint, "t").model_copy(update={"name": name})
    tree = ElementTree.fromstring(map_drawing(document.evolve([touchpoint]), "j").svg())
    assert any("<&>" in (t.text or "") for t in tree.iterfind(".//s:text", NS))


def test_png_shows_the_whole_map() -> None:
    document = sample("lindenfurt", "en").document
    journey = document.all(Journey)[0].id
    image = Image.open(io.BytesIO(map_drawing(document, journey).png(scale=1.0)))
    assert image.width > 14 * 112
    assert len(image.convert("RGB").getcolors(1 << 24) or []) > 50


def test_a_map_too_long_for_a_picture_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_PIXELS", 100_000)
    document = sample("lindenfurt", "en").document
    with pytest.raises(UserError, match="too long"):
        map_drawing(document, document.all(Journey)[0].id).png()


def test_a_map_wider_than_a_page_may_be_takes_several() -> None:
    document = sample("large", "de").document
    assert map_drawing(document, document.all(Journey)[0].id).pdf().startswith(b"%PDF")


def test_svg_carries_the_characters_it_uses() -> None:
    document = sample("lindenfurt", "de").document
    drawn = map_drawing(document, document.all(Journey)[0].id).svg().decode()
    rules = re.findall(r"@font-face\{font-family:'([^']+)';font-weight:(\d+);[^}]*base64,([^)]+)\)", drawn)
    assert {(family, weight) for family, weight, _ in rules} >= {("Source Sans Pro", "400"), ("Source Sans Pro", "600")}
    with TTFont(io.BytesIO(base64.b64decode(rules[0][2]))) as font:
        assert len(font.getBestCmap()) < 200
    assert len(drawn) < 400_000
