"""Slides: what a consultant finds in the deck, on a client's template, and after exporting into an edited one."""

import io
import re
import zipfile
from datetime import date
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

from cxstudio.catalogue.samples import sample
from cxstudio.documents.slides.deck_base import deck_base
from cxstudio.documents.slides.deck_update import updated_pptx
from cxstudio.documents.slides.making import slides_pptx
from cxstudio.documents.slides.table_rows import widest_word
from cxstudio.documents.slides.template_fonts import UNKNOWN, typefaces, wider_than_ours
from cxstudio.errors import UserError
from cxstudio.layout.text.hyphenation import break_points
from cxstudio.layout.text.text_measuring import wrap
from cxstudio.look.fonts import font_book
from cxstudio.look.palette import palette
from cxstudio.model import Document, Touchpoint, TouchpointRatings
from cxstudio.model.base import FrozenMap
from cxstudio.store import Store

DAY = date(2026, 9, 1)
HOSTILE = '<a:t>& "x" ]]>\x0b{name} =1+1'


@cache
def deck(language: str = "de") -> bytes:
    made = sample("lindenfurt", language)
    return slides_pptx(made.document, made.assets, language, day=DAY).pptx


def opened(data: bytes):
    return Presentation(io.BytesIO(data))


def texts_of(slide) -> list[str]:
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if getattr(shape, "has_table", False) and shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def template(*, titles: bool = True, dark: bool = False) -> bytes:
    """A client's own: narrower than ours, its layouts renamed."""
    made = Presentation()
    for layout in list(made.slide_layouts):
        if not titles:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}:
                    shape._element.getparent().remove(shape._element)
        layout.name = f"House {layout.name}"
    slide = made.slides.add_slide(made.slide_layouts[0])
    slide.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "Example of the client"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_slide_has_one_title_of_its_own_and_notes_with_the_source(language):
    slides = opened(deck(language)).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles) and len(set(titles)) == len(titles)
    for slide in list(slides)[1:]:
        assert "9 " in slide.notes_slide.notes_text_frame.text and "2026" in slide.notes_slide.notes_text_frame.text


def test_on_a_narrow_template_no_word_of_a_table_or_card_is_wider_than_its_place():
    """Whoever shows the slides breaks a word that is too wide anywhere."""
    told, book, measured = sample("lindenfurt", "de"), font_book(), 0
    file = slides_pptx(told.document, told.assets, "de", template=template(), day=DAY).pptx
    for slide in opened(file).slides:
        for shape in slide.shapes:
            places = []
            if shape.has_text_frame:
                frame = shape.text_frame
                places = [(frame, shape.width - (frame.margin_left or 0) - (frame.margin_right or 0))]
            if getattr(shape, "has_table", False) and shape.has_table:
                columns = [column.width for column in shape.table.columns]
                places = [
                    (c.text_frame, w - c.margin_left - c.margin_right)
                    for row in shape.table.rows
                    for c, w in zip(row.cells, columns, strict=True)
                ]
            for frame, wide in places:
                room = wide / 12700
                for run in (run for paragraph in frame.paragraphs for run in paragraph.runs if run.font.size):
                    face = "semibold" if run.font.bold else "regular"
                    measured += 1
                    for word in re.split(r"[ \n]+", run.text.replace("\u00ad", "- ")):
                        longest = widest_word(book, word, face, run.font.size.pt) * UNKNOWN
                        can_be_broken = "\u00ad" in run.text or bool(break_points(word))
                        assert longest <= room + 0.5 or not can_be_broken, (
                            shape.name,
                            run.text,
                            run.font.size.pt,
                            longest,
                            room,
                        )
    assert measured > 100


def test_texts_fit_their_places_in_the_widest_font_a_template_may_have():
    """Headings, texts and cards: measured as whoever shows them would set them, line by line."""
    told, book, measured = sample("lindenfurt", "de"), font_book(), 0
    file = slides_pptx(told.document, told.assets, "de", template=template(), day=DAY).pptx
    for slide in list(opened(file).slides)[1:]:
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.height or not shape.text_frame.text.strip():
                continue
            frame, high = shape.text_frame, 0.0
            room = (shape.width - (frame.margin_left or 0) - (frame.margin_right or 0)) / 12700
            for paragraph in frame.paragraphs:
                size = next((run.font.size.pt for run in paragraph.runs if run.font.size), 0.0)
                face = "semibold" if any(run.font.bold for run in paragraph.runs) else "regular"
                lines = wrap(book, paragraph.text, face, size * UNKNOWN, room) if paragraph.text and size else ()
                high += len(lines) * size * 1.2
                measured += bool(lines)
            assert high <= shape.height / 12700 + 2.0, (shape.name, frame.text, high, shape.height / 12700)
    assert measured > 30


def test_the_fonts_of_a_template_are_measured_where_they_are_installed():
    folder = font_book().path("regular").parent
    assert typefaces(opened(template())) == ("Calibri",)
    assert 1.02 < wider_than_ours(("Source Sans Pro",), [folder]) < 1.06, "bold stands where ours is semibold"
    assert wider_than_ours(("Source Sans Pro",), []) == UNKNOWN == wider_than_ours(("Nowhere Sans",), [folder])
    assert wider_than_ours((), [folder]) == UNKNOWN
    assert deck_base(None, palette("print")).wider == 1.0, "ours is known"


def test_charts_and_tables_are_native_and_described():
    shapes = [shape for slide in opened(deck()).slides for shape in slide.shapes]
    charts = [shape for shape in shapes if getattr(shape, "has_chart", False) and shape.has_chart]
    tables = [shape for shape in shapes if getattr(shape, "has_table", False) and shape.has_table]
    groups = [shape for shape in shapes if shape.name.startswith("CX Studio") and hasattr(shape, "shapes")]
    assert len(charts) >= 2 and len(tables) >= 4 and groups
    assert not [shape for shape in shapes if shape.shape_type == 13]  # no picture of a chart
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in (*charts, *tables, *groups))


def test_a_chart_holds_the_shown_figures():
    (chart, *_) = [
        shape.chart for slide in opened(deck()).slides for shape in slide.shapes
        if shape.name == "CX Studio: deltas chart 1.1"
    ]  # fmt: skip
    values = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    assert values["▼ Hotline: „Ist die Abmeldung durch?“"] == -3.6
    assert all(round(value, 1) == value for value in values.values())


def test_four_hundred_touchpoints_say_what_is_left_out():
    made = sample("large", "en", 400)
    slides = opened(slides_pptx(made.document, made.assets, "en", day=DAY).pptx).slides
    said = " ".join(text for slide in slides for text in texts_of(slide))
    assert len(slides) < 30
    assert "The 12 lowest and the 12 highest of 400 deltas." in said


def test_nothing_stands_outside_its_slide_or_below_its_footer():
    made = opened(deck())
    for slide in made.slides:
        foot = [s.top for s in slide.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.FOOTER]
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= made.slide_width + 10, shape.name
            assert shape.top >= 0 and shape.top + shape.height <= made.slide_height, shape.name
            if foot and not shape.is_placeholder:
                assert shape.top + shape.height <= foot[0] + 12700 * 4, shape.name


def test_a_template_lends_layouts_and_keeps_none_of_its_slides():
    made = sample("lindenfurt", "de")
    slides = opened(slides_pptx(made.document, made.assets, "de", template=template(), day=DAY).pptx).slides
    assert {slide.slide_layout.name for slide in slides} <= {"House Title Slide", "House Title Only"}
    assert "Example of the client" not in " ".join(text for slide in slides for text in texts_of(slide))
    assert all(slide.shapes.title.text_frame.text for slide in slides)


def test_a_template_for_new_decks_is_read_too():
    packed = zipfile.ZipFile(io.BytesIO(template()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name in packed.namelist():
            written.writestr(name, packed.read(name).replace(b"presentation.main+xml", b"template.main+xml"))
    base = deck_base(out.getvalue(), palette("print"))
    assert base.content.name == "House Title Only" and not list(base.deck.slides)


@pytest.mark.parametrize(("data", "said"), [
    (b"\xd0\xcf\x11\xe0" + b"x" * 900, "password"),
    (b"no deck", "damaged"),
    (deck()[: len(deck()) // 2], "damaged"),
    (template(titles=False), "No layout"),
])  # fmt: skip
def test_a_file_that_is_no_template_is_one_sentence(data, said):
    with pytest.raises(UserError, match=said):
        slides_pptx(sample("lindenfurt", "de").document, {}, "de", template=data, day=DAY)


def test_texts_of_strangers_stay_texts():
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("rename") as draft:
        for touchpoint in store.document.journey_touchpoints("journey1"):
            draft.update(Touchpoint, touchpoint.id, name=HOSTILE)
    slides = opened(slides_pptx(store.document, {}, "en", day=DAY).pptx).slides
    said = [text for slide in slides for text in texts_of(slide)]
    assert any("<a:t>&" in text and "{name} =1+1" in text for text in said)


def changed() -> Document:
    """The sample after everybody rated the hotline better."""
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("rate") as draft:
        for rating in store.document.all(TouchpointRatings):
            better = {person: min(7, answer + 1) for person, answer in rating.experience.items()}
            draft.update(TouchpointRatings, rating.id, experience=FrozenMap(better))
    return store.document


def edited() -> bytes:
    """The deck as a consultant left it: a slide moved, one gone, texts and places changed, a slide of her own."""
    made = opened(deck())
    slides = made.slides._sldIdLst
    own = made.slides.add_slide(made.slide_layouts[1])
    own.shapes.title.text_frame.text = "Our next steps"
    slides.append(slides[5])
    made.part.drop_rel(slides[3].rId)
    slides.remove(slides[3])
    for slide in made.slides:
        slide.shapes.title.text_frame.text += " (edited)"
        for shape in slide.shapes:
            if shape.name.startswith("CX Studio") and getattr(shape, "has_chart", False) and shape.has_chart:
                shape.left, shape.width = Inches(1), Inches(7)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_exporting_again_replaces_our_charts_and_tables_and_nothing_else():
    before, document = edited(), changed()
    made = updated_pptx(document, {}, "de", before, day=DAY)
    old, new = opened(before), opened(made.pptx)
    kept = [[(s.name, s.left, s.top, s.width) for s in slide.shapes] for slide in old.slides]
    assert [[(s.name, s.left, s.top, s.width) for s in slide.shapes] for slide in new.slides] == kept
    plain = [[s.text_frame.text for s in slide.shapes if s.has_text_frame] for slide in old.slides]
    assert [[s.text_frame.text for s in slide.shapes if s.has_text_frame] for slide in new.slides] == plain
    (chart, *_) = [
        shape.chart for slide in new.slides for shape in slide.shapes if shape.name == "CX Studio: deltas chart 1.1"
    ]  # fmt: skip
    fresh = opened(slides_pptx(document, {}, "de", day=DAY).pptx)
    (expected, *_) = [
        shape.chart for slide in fresh.slides for shape in slide.shapes if shape.name == "CX Studio: deltas chart 1.1"
    ]  # fmt: skip
    assert list(chart.plots[0].series[0].values) == list(expected.plots[0].series[0].values)
    told = " ".join(made.notices)
    assert "ersetzt" in told and "Im Bericht, aber nicht in diesen Folien" in told and "behält ihren Titel" in told


def test_exporting_again_without_a_change_changes_no_figure():
    document = sample("lindenfurt", "de").document
    again = opened(updated_pptx(document, sample("lindenfurt", "de").assets, "de", deck(), day=DAY).pptx)
    assert [texts_of(slide) for slide in again.slides] == [texts_of(slide) for slide in opened(deck()).slides]


def test_what_is_no_longer_in_the_report_is_left_and_named():
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("delete") as draft:
        for rating in store.document.all(TouchpointRatings):
            draft.remove(rating.id)
    told = " ".join(updated_pptx(store.document, {}, "de", deck(), day=DAY).notices)
    assert "Nicht mehr im Bericht" in told


def test_a_deck_without_anything_of_ours_is_one_sentence():
    with pytest.raises(UserError, match="no chart and no table"):
        updated_pptx(sample("lindenfurt", "de").document, {}, "de", template(), day=DAY)
