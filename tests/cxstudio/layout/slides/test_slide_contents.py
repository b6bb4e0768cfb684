"""What a slide shows besides figures: photos whole and clear of words; nothing private."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cxstudio.layout.display.display_list import DisplayList, Picture, TextLine
from cxstudio.layout.slides import StepKind
from cxstudio.model import Document, Journey, Measure, Note, Participant, Stage, Touchpoint
from cxstudio.model import Picture as PictureRecord
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.figures.room_words import room_title
from tests.cxstudio.layout.slides.test_slides import LINDENFURT, SCREENS, box, check, lines_of, slides
from tests.examples import examples

HOTLINE = "t08"


def with_photos(document: Document, count: int) -> Document:
    made = [PictureRecord(id=f"p{n}", about=HOTLINE, asset=f"{n:064}", order="abcd"[n]) for n in range(count)]
    return document.evolve(put=made)


def slide_of(document: Document, screen: tuple[int, int]) -> DisplayList:
    return next(slide for step, slide in slides(document, *screen) if step.touchpoint == HOTLINE)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("quoted", [True, False])
def test_photos_stand_whole_and_clear_of_words(screen: tuple[int, int], count: int, quoted: bool) -> None:
    voices = (NoteKind.QUOTE, NoteKind.THOUGHT, NoteKind.NEED, NoteKind.HURDLE, NoteKind.OPPORTUNITY)
    notes = [n.id for n in LINDENFURT.all(Note) if n.about == HOTLINE and n.kind in voices]
    document = with_photos(LINDENFURT if quoted else LINDENFURT.evolve(drop=notes), count)
    slide = slide_of(document, screen)
    check(slide, *screen)
    photos = [i for p in slide.flat() for i in p.group.items if isinstance(i, Picture)]
    assert len(photos) == min(count, 2) and all("Hotline" in photo.alternative for photo in photos)
    for photo in photos:
        assert photo.x >= 0 and photo.x + photo.width <= screen[0]
        assert photo.y >= 0 and photo.y + photo.height <= screen[1]
        assert min(photo.width, photo.height) >= 0.08 * screen[1]
        for line in lines_of(slide):
            left, top, right, bottom = box(line)
            beside = right <= photo.x or left >= photo.x + photo.width
            assert beside or bottom <= photo.y or top >= photo.y + photo.height, line[2].text


def test_what_somebody_said_is_shown_beside_the_photo() -> None:
    said = " ".join(line.text for _, _, line in lines_of(slide_of(with_photos(LINDENFURT, 1), (1280, 720))))
    assert "Dreimal verbunden" in said and "…" not in said


MONEY = some.sampled_from(["14.000 €", "€14,000", "12 T€", "5 Mio. € im Jahr", "1.200,50 EUR", "300 Euro", "€ 5k"])
AROUND = some.sampled_from(["Formular kürzen ({})", "{}: Rückruf", "Für {} umbauen", "Mit {n} sprechen, {}", "{}"])


@settings(max_examples=examples(80))
@given(MONEY, AROUND, some.sampled_from(["Erika Muster", "J. Brandt (IT)", "Bo"]))
def test_titles_on_the_projector_hold_neither_money_nor_names(money: str, around: str, name: str) -> None:
    measure = Measure(id="m", title=around.replace("{n}", name).replace("{}", money), touchpoints=("t",), order="a")
    records = [
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        Touchpoint(id="t", stage="s", name="Website", staff="Zwei am Schalter"),
        measure,
        Measure(id="o", title="x", owner_name=name, cost_once=9876.0),
        Participant(id="p", name="Bob"),
    ]
    document = Document(records)
    shown = next(slide for step, slide in slides(document, 1280, 720) if step.kind is StepKind.TOUCHPOINT)
    said = " ".join(i.text for p in shown.flat() for i in p.group.items if isinstance(i, TextLine))
    assert room_title(document, measure) in " ".join(said.split())
    for hidden in ("€", "EUR", "Euro", "14", "000", "300", name, "9.876", "Schalter"):
        assert hidden not in said, said


@pytest.mark.parametrize(
    "title", ["Formular von 17 auf 6 Pflichtfelder", "Rückruf in 24 h", "3 Felder", "Bobby-Car-Aktion", "2 m hoch"]
)
def test_other_numbers_and_words_stay(title: str) -> None:
    document = Document([Participant(id="p", name="Bob"), Measure(id="m", title=title)])
    assert room_title(document, document.get(Measure, "m")) == title
