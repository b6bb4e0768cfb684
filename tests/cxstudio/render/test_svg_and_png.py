"""Drawings and pictures of the map."""

import base64
import io
import re
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.errors import UserError
from cxstudio.look.fonts import font_book
from cxstudio.model import Document, Journey, Stage, Touchpoint
from cxstudio.render import drawing
from cxstudio.render.picture_files.map_files import map_drawing

NS = {"s": "http://www.w3.org/2000/svg"}


def test_svg_is_well_formed_and_its_text_is_text() -> None:
    document = sample("lindenfurt", "de").document
    tree = ElementTree.fromstring(map_drawing(document, document.all(Journey)[0].id).svg())
    said = [t.text for t in tree.iterfind(".//s:text", NS)]
    assert "Tarifrechner" in said
    assert said.count("einer der Tiefpunkte") == 2 and said.count("einer der Höhepunkte") == 3
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


def test_a_long_map_is_one_page_and_no_strip() -> None:
    document = sample("large", "de", 60).document
    pages = PdfReader(io.BytesIO(map_drawing(document, document.all(Journey)[0].id).pdf())).pages
    assert len(pages) == 1 and pages[0].mediabox.width < 1.7 * pages[0].mediabox.height


def test_a_picture_is_as_wide_as_somebody_wants_it() -> None:
    document = sample("lindenfurt", "en").document
    image = Image.open(io.BytesIO(map_drawing(document, document.all(Journey)[0].id).png(width=900)))
    assert abs(image.width - 900) <= 1


def faces_in(drawn: str) -> dict[tuple[str, str, str], bytes]:
    """Family, weight and style of every font a drawing carries, with its file."""
    found = re.findall(
        r"@font-face\{font-family:'([^']+)';font-weight:(\d+);font-style:(\w+);src:url\(data:font/woff;base64,([^)]+)\)",
        drawn,
    )
    return {(family, weight, style): base64.b64decode(data) for family, weight, style, data in found}


def test_svg_carries_the_characters_it_uses_and_no_more() -> None:
    document = sample("lindenfurt", "de").document
    drawn = map_drawing(document, document.all(Journey)[0].id).svg().decode()
    faces = faces_in(drawn)
    used: dict[tuple[str, str, str], set[str]] = {}
    for text in ElementTree.fromstring(drawn).iterfind(".//s:text", NS):
        face = ("Source Sans Pro", text.get("font-weight", "400"), text.get("font-style", "normal"))
        used.setdefault(face, set()).update(text.text or "")
    assert len(used) >= 3 and set(faces) == set(used)
    for face, characters in used.items():
        with TTFont(io.BytesIO(faces[face])) as font:
            assert set(font.getBestCmap()) == set(map(ord, characters))
            assert all(font["glyf"][font.getBestCmap()[ord(c)]].numberOfContours for c in characters - {" ", "\u00a0"})
            assert not {"GSUB", "GPOS"}.intersection(font.keys())
    assert len(drawn) < 120_000
    assert map_drawing(document, document.all(Journey)[0].id).svg().decode() == drawn


def test_a_script_that_joins_its_letters_keeps_how_they_are_joined() -> None:
    book = font_book()
    said = "مرحبا"
    name = book.face_for(said[0], "semibold")
    if name is None:
        pytest.skip("no Arabic font on this machine")
    document = Document(
        [Journey(id="j", title="J"), Stage(id="s", journey="j", name="S"), Touchpoint(id="t", stage="s", name=said)]
    )
    faces = {family: data for (family, _, _), data in faces_in(map_drawing(document, "j").svg().decode()).items()}
    with TTFont(io.BytesIO(faces[name])) as font:
        assert set(font.getBestCmap()) >= set(map(ord, said))
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"init", "medi", "fina"} <= features
        assert len(font.getGlyphOrder()) > len(set(said)) + 1
