"""The map on sheets of some size: nothing left out, nothing under 7 points, nothing beyond the paper."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.poster.poster import Poster, PosterSheet, PosterWords, Size
from cxstudio.layout.poster.poster_sheets import overview_sheet, poster_picture, poster_sheets
from cxstudio.model import Document, Journey
from cxstudio.model.rounds import shown_round
from cxstudio.wording import texts
from tests.cxstudio.layout.generated import documents
from tests.examples import examples

SIZES = {
    "a4": Size(785.0, 539.0),
    "a3": Size(1134.0, 785.0),
    "a0": Size(3314.0, 2327.0),
    "upright": Size(2327.0, 3314.0),
}
WORDS = PosterWords("Finding", "Basis", "Count", "Made")


def poster_of(name: str, language: str = "de", touchpoints: int = 30) -> Poster:
    document = sample(name, language, touchpoints).document
    journey = document.all(Journey)[0].id
    shown = shown_round(document, journey)
    return Poster(document, journey, round_figures(document, shown.id) if shown else None, texts(language), WORDS)


def lines(sheet: PosterSheet) -> list[TextLine]:
    return [i for p in sheet.picture.flat() for i in p.group.items if isinstance(i, TextLine) and i.runs]


def check(sheets: list[PosterSheet], size: Size) -> None:
    for sheet in sheets:
        assert sheet.picture.width * sheet.scale <= size.width + 0.01
        assert min(line.size for line in lines(sheet)) * sheet.scale >= 7.0 - 1e-6
        for placed in sheet.picture.flat():
            for item in placed.group.items:
                if isinstance(item, TextLine) and item.runs:
                    assert placed.x + item.x >= -0.5
                    assert placed.x + item.x + item.width <= sheet.picture.width + 0.5, item.text
                    assert placed.y + item.y <= sheet.picture.height + 0.5, item.text


def cards(sheets: list[PosterSheet]) -> set[str]:
    keys = (p.group.key for sheet in sheets for p in sheet.picture.flat())
    return {key.removeprefix("card:") for key in keys if key.startswith("card:")}


@pytest.mark.parametrize(("name", "paper"), [("lindenfurt", "a4"), ("lindenfurt", "a3"), ("lindenfurt", "upright"),
                                             ("large", "a4"), ("large", "a0")])  # fmt: skip
def test_every_touchpoint_stands_on_a_sheet_and_nothing_beyond_it(name: str, paper: str) -> None:
    poster, size = poster_of(name), SIZES[paper]
    sheets = poster_sheets(poster, size)
    check(sheets, size)
    assert all(sheet.picture.height * sheet.scale <= size.height + 0.01 for sheet in sheets)
    there = {t.id for stage in poster.document.stages(poster.journey) for t in poster.document.touchpoints(stage.id)}
    assert cards(sheets) == there


def test_a_poster_is_one_sheet_and_uses_its_height() -> None:
    (sheet,) = poster_sheets(poster_of("lindenfurt"), SIZES["a0"])
    assert sheet.picture.height * sheet.scale == pytest.approx(SIZES["a0"].height, abs=1.0)
    assert sheet.scale > 1.6
    said = " ".join(line.text for line in lines(sheet))
    for words in (
        "Umzug",
        "Stadtwerke Lindenfurt",
        "Jana Brandt, 34",
        "Mietvertrag unterschrieben",
        "kritisch",
        "Count",
    ):
        assert words in said


@pytest.mark.parametrize("name", ["lindenfurt", "large"])
def test_the_overview_is_one_page(name: str) -> None:
    poster = poster_of(name)
    (sheet,) = overview_sheet(poster, SIZES["a4"])
    check([sheet], SIZES["a4"])
    assert len(cards([sheet])) == len(poster.scene(112.0).columns)


def test_a_picture_of_a_long_journey_is_no_strip() -> None:
    picture = poster_picture(poster_of("large"))
    assert picture is not None and 0.5 < picture.width / picture.height <= 1.6


@settings(max_examples=examples(5), deadline=None)
@given(documents(least=1, most=5), st.sampled_from(["a4", "a0"]))
def test_awkward_journeys_fit_their_paper_or_make_it_higher(document: Document, paper: str) -> None:
    poster = Poster(document, "j", round_figures(document, "r"), texts("en"), WORDS)
    sheets = poster_sheets(poster, SIZES[paper])
    check(sheets, SIZES[paper])
    assert len(cards(sheets)) == len([c for c in poster.scene(112.0).columns if c.touchpoint is not None])
    assert math.isfinite(sum(sheet.scale for sheet in sheets))


def test_it_says_how_far_it_is_and_never_goes_back():
    told: list[float] = []
    poster_sheets(poster_of("lindenfurt"), SIZES["a4"], lambda share, _: told.append(share))
    assert len(told) > 3 and told == sorted(told) and told[0] > 0.0 and told[-1] == 1.0
