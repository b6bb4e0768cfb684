"""What ends up on the page: read back from the PDF, not from the list that was drawn."""

import io
import unicodedata
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.charts.delta_bars import DeltaChart, delta_rows, rows_in
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Picture, Placed
from cxstudio.layout.map.map_layout import MapStyle, density_of, lay_out_map
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.layout.map.overview_bar import lay_out_overview
from cxstudio.layout.text import complex_scripts as shaping
from cxstudio.layout.text import text_measuring
from cxstudio.look.fonts import PLACEHOLDER, FontBook, font_book
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER, Type
from cxstudio.model import Document, Journey, Stage, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.rounds import shown_round
from cxstudio.render.pdf import draw
from cxstudio.render.pdf_fonts import prepare
from cxstudio.render.picture_files.map_files import map_drawing
from cxstudio.render.tagging import TaggedCanvas
from cxstudio.wording import texts
from tests.cxstudio.layout.generated import documents
from tests.examples import examples
from tests.unmeasured import unmeasured

NANUM = Path("/usr/share/fonts/truetype/nanum")
BOXED = (
    "card:",
    "note:",
    "step:",
    "staff:",
    "channel:",
    "measure:",
    "department:",
    "stage:",
    "fold:",
)


def drawn(pictures: list[DisplayList], fonts: FontBook | None = None) -> bytes:
    """Every picture on a page of its own size, at its top left corner."""
    out = io.BytesIO()
    prepare(fonts)
    canvas = Canvas(out, invariant=1)
    for picture in pictures:
        canvas.setPageSize((picture.width + 20, picture.height + 20))
        draw(canvas, picture, palette("print"), 10, picture.height + 10, fonts=fonts)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def simple(name: str) -> Document:
    return Document([Journey(id="j", title="Reise"), Stage(id="s", journey="j", name="Phase"),
                     Touchpoint(id="t", stage="s", name=name)])  # fmt: skip


@unmeasured()
def check_page(pdf: bytes, number: int, picture: DisplayList) -> None:
    """No character off the page, beyond the box it stands in, or upon another."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        page = document.pages[number]
        chars = [c for c in page.chars if c["text"].strip() and not _free(c["text"])]
        width, height = float(page.width), float(page.height)
    for c in chars:
        assert c["x0"] >= 0, c["text"]
        assert c["x1"] <= width, c["text"]
        assert c["top"] >= -1, c["text"]
        assert c["bottom"] <= height + 1, c["text"]
    for placed in picture.flat():
        if placed.group.key.startswith(BOXED):
            check_box(chars, placed.x + 10, placed.y + 10, placed.group.width, placed.group.height, placed.group.key)
    check_overlaps(chars)


def _free(text: str) -> bool:
    """Shaped and combining characters legitimately stand upon each other."""
    return any(shaping.needed(c) or unicodedata.combining(c) or "\ue000" <= c <= "\uf8ff" for c in text)


def check_box(chars: list[dict], x: float, y: float, width: float, height: float, key: str) -> None:  # type: ignore[type-arg]
    for c in chars:
        middle_x, middle_y = (c["x0"] + c["x1"]) / 2, (c["top"] + c["bottom"]) / 2
        if x < middle_x < x + width and y < middle_y < y + height:
            assert x - 0.7 <= c["x0"], (key, c["text"])
            assert c["x1"] <= x + width + 0.7, (key, c["text"])
            assert y - 0.7 <= c["top"], (key, c["text"])
            assert c["bottom"] <= y + height + 0.7, (key, c["text"])


def check_overlaps(chars: list[dict]) -> None:  # type: ignore[type-arg]
    ordered = sorted(chars, key=lambda c: c["x0"])
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            if b["x0"] >= a["x1"]:
                break
            across = min(a["x1"], b["x1"]) - b["x0"]
            down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
            if across > 0.4 and down > 0.25 * min(a["size"], b["size"]):
                raise AssertionError((a["text"], b["text"], a["x0"], a["top"]))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_neither_clips_nor_overlaps(language: str) -> None:
    document = sample("lindenfurt", language).document
    journey = document.all(Journey)[0].id
    shown = shown_round(document, journey)
    assert shown is not None
    figures = round_figures(document, shown.id)
    words = texts(language)
    pages = map_pages(document, journey, figures, words, 762, 430, lanes=tuple(LaneKind))
    pictures = [page.picture for page in pages]
    for width in (112.0, 84.0, 56.0, 20.0):
        style = MapStyle(column_width=width, density=density_of(width), lanes=tuple(LaneKind))
        pictures.append(lay_out_map(document, journey, figures, words, style).whole())
    rows = delta_rows(document, figures)
    pictures.append(DeltaChart(rows, words, 762, PAPER, font_book()).drawn(rows[: rows_in(400)]))
    pictures.extend(lay_out_overview(document, journey, figures, words, wide).picture for wide in (1200.0, 200.0))
    pdf = drawn(pictures)
    for number, picture in enumerate(pictures):
        check_page(pdf, number, picture)


@settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(documents(least=1, most=12), st.sampled_from([112.0, 64.0]), st.booleans())
def test_awkward_journeys_neither_clip_nor_overlap(document: Document, width: float, paper: bool) -> None:
    figures = round_figures(document, "r")
    if paper:
        pictures = [page.picture for page in map_pages(document, "j", figures, texts("de"), 500, 400)]
    else:
        style = MapStyle(column_width=width, density=density_of(width), hints=False)
        pictures = [lay_out_map(document, "j", figures, texts("de"), style).whole()]
    pdf = drawn(pictures)
    for number, picture in enumerate(pictures):
        check_page(pdf, number, picture)


def _fonts(pdf: bytes) -> dict[str, bool]:
    """Font name → whether its file is embedded."""
    found = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = font.get_object()
            descriptor = font.get("/FontDescriptor")
            found[font["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor
    return found


def test_every_font_is_embedded() -> None:
    fonts = _fonts(map_drawing(simple("Grüße Ελένη Привет"), "j").pdf())
    assert fonts
    assert all(fonts.values())
    assert all("SourceSansPro" in name for name in fonts)


def test_korean_is_embedded_where_the_system_has_a_font() -> None:
    if not NANUM.is_dir():
        pytest.skip("fonts-nanum is not installed")
    pdf = map_drawing(simple("키오스크 주문"), "j", fonts=FontBook([NANUM])).pdf()
    fonts = _fonts(pdf)
    assert all(fonts.values())
    assert any("Nanum" in name for name in fonts)
    assert "키오스크" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_without_a_font_a_placeholder_is_seen_and_the_characters_are_named() -> None:
    book = FontBook(folders=())
    document = simple("키오스크 🙂")
    page = PdfReader(io.BytesIO(map_drawing(document, "j", fonts=book).pdf())).pages[0].extract_text()
    assert PLACEHOLDER * 4 in page
    assert book.missing(t.name for t in document.all(Touchpoint)) == ("키", "오", "스", "크", "🙂")


def test_arabic_is_drawn_with_its_own_glyphs() -> None:
    if font_book().face_for("م", "regular") is None:
        pytest.skip("no Arabic font on this machine")
    pdf = map_drawing(simple("مرحبا بالعالم"), "j").pdf()
    assert any("SourceSans" not in name for name in _fonts(pdf))


def test_files_are_the_same_bytes_each_time() -> None:
    document = sample("lindenfurt", "de").document
    journey = document.all(Journey)[0].id
    assert map_drawing(document, journey).pdf() == map_drawing(document, journey).pdf()


def test_pictures_are_drawn_and_missing_ones_are_a_box() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "#3A4FB8").save(buffer, "PNG")
    group = Group("p", 100, 50, (Picture(0, 0, 50, 50, "here"), Picture(50, 0, 50, 50, "gone")))
    picture = DisplayList(100, 50, Frame("f", 0, 0, 100, 50, groups=(Placed(0, 0, group),)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(100, 50))
    draw(canvas, picture, palette("print"), 0, 50, assets={"here": buffer.getvalue()})
    canvas.save()
    assert len(PdfReader(io.BytesIO(out.getvalue())).pages[0].images) == 1


@pytest.mark.parametrize("tagged", [False, True])
def test_a_word_broken_over_lines_is_copied_whole(tagged: bool) -> None:
    book = font_book()
    said = "Die neue Kundenservicezentrumsleitung im Haus"
    style = Type("regular", 12.0, 15.0)
    lines = text_measuring.block(book, said, style, 10.0, 10.0, 75.0, Role.INK)
    assert [line.broken for line in lines].count(True) == 3
    picture = DisplayList(100, 120, Frame("page", 0, 0, 100, 120, groups=[Placed(0, 0, Group("g", 100, 120, lines))]))
    out = io.BytesIO()
    prepare()
    canvas = (TaggedCanvas if tagged else Canvas)(out, pagesize=(100, 120), invariant=1)
    draw(canvas, picture, palette("print"), 0, 120)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as read:
        assert " ".join(read[0].get_textpage().get_text_range().split()) == said
    (content,) = [page.get_contents() for page in PdfReader(out).pages]
    assert content is not None
    operators = content.get_data()
    assert operators.count(b"BDC") + operators.count(b"BMC") == operators.count(b"EMC")
    shown = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert shown.count("\u00ad") == 3
