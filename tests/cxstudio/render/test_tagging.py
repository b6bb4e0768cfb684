"""The structure a reader of the page meets in the PDF."""

import io
from typing import Any

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import font_book
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Journey
from cxstudio.model.rounds import shown_round
from cxstudio.render.pdf import draw
from cxstudio.render.tagging import TaggedCanvas
from cxstudio.wording import texts


def page(*groups: list[tuple[str, Meaning, float, float]]) -> DisplayList:
    book = font_book()
    made = []
    for n, lines in enumerate(groups):
        items = tuple(
            text.single(book, said, PAPER.body, x, y, Role.INK, meaning=meaning) for said, meaning, x, y in lines
        )
        made.append(Placed(0, n * 40, Group(f"g{n}", 300, 40, items)))
    return DisplayList(300, 200, Frame("f", 0, 0, 300, 200, groups=tuple(made)))


def written(*pictures: DisplayList) -> PdfReader:
    out = io.BytesIO()
    canvas = TaggedCanvas(out, pagesize=(800, 500), invariant=1, lang="de")
    for picture in pictures:
        draw(canvas, picture, palette("print"), 10, 490)
        draw(canvas, page([("1 von 2", Meaning.TEXT, 0, 10)]), palette("print"), 10, 30, decoration=True)
        canvas.showPage()
    canvas.save()
    return PdfReader(io.BytesIO(out.getvalue()))


def tree(element: Any) -> Any:
    element = element.get_object()
    kids = [tree(k) for k in element.get("/K", []) if "/S" in k.get_object()]
    return (element["/S"], kids) if kids else element["/S"]


def test_headings_paragraphs_and_tables() -> None:
    reader = written(
        page(
            [("Titel", Meaning.HEADING, 0, 10)],
            [("Satz eins", Meaning.TEXT, 0, 10), ("Satz zwei", Meaning.TEXT, 0, 20)],
            [("Kopf a", Meaning.HEADER_CELL, 0, 10), ("Kopf b", Meaning.HEADER_CELL, 50, 10)],
            [("a", Meaning.CELL, 0, 10), ("weiter", Meaning.CELL, 0, 20), ("b", Meaning.CELL, 50, 10)],
        )
    )
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    document = root["/StructTreeRoot"]["/K"][0]
    assert tree(document) == (
        "/Document",
        ["/H1", "/P", ("/Table", [("/TR", ["/TH", "/TH"]), ("/TR", ["/TD", "/TD"])])],
    )


def test_marks_are_balanced_and_known_to_their_page() -> None:
    document = sample("lindenfurt", "de").document
    journey = document.all(Journey)[0].id
    shown = shown_round(document, journey)
    assert shown is not None
    pages = map_pages(document, journey, round_figures(document, shown.id), texts("de"), 760, 430)
    reader = written(*(p.picture for p in pages))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for n, one in enumerate(reader.pages):
        data = one.get_contents().get_data()  # type: ignore[union-attr]
        assert data.count(b"BDC") + data.count(b"BMC") == data.count(b"EMC")
        assert one["/StructParents"] == n
        assert len(numbers[2 * n + 1].get_object()) == data.count(b"/MCID ")
    figures = [k.get_object().get("/Alt", "") for k in reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]["/K"]]
    assert any("Hotline" in alt and "−2,3" in alt for alt in figures)


def test_a_plain_canvas_needs_no_structure() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(800, 500))
    draw(canvas, page([("Titel", Meaning.HEADING, 0, 10)]), palette("print"), 10, 490)
    canvas.save()
    assert b"StructTreeRoot" not in out.getvalue()
