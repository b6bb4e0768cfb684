"""No text leaves its box, on the screen or on paper; on paper and in exported pictures none is shortened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.as_is_to_be import compare
from cxstudio.catalogue.samples import sample
from cxstudio.edits import derive_journey
from cxstudio.layout.comparison import ComparisonStyle, comparison_in_steps
from cxstudio.layout.display.display_list import DisplayList, Placed, TextLine
from cxstudio.layout.map.map_layout import MapStyle, lay_out_map
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.layout.map_scene.map_style import density_of
from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    Journey,
    LaneSetting,
    Measure,
    Note,
    Picture,
    Round,
    Stage,
    Touchpoint,
)
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.steps import finished
from cxstudio.store import Store
from cxstudio.wording import texts

GERMAN = (
    "Kraftfahrzeughaftpflichtversicherungsbescheinigung",
    "Schlussrechnung und Zählerstandsübermittlung bei Netzbetreiberwechsel",
    "Rückerstattungsantragsformular: „Wo bleibt mein Guthaben?“ – Nachfrage im Kundenzentrum",
    "Grundversorgungstarifanpassungsmitteilung, Sonderkündigungsrecht",
)
LONG = (" ".join(GERMAN) + " ") * 2
LONG = LONG[:400].rstrip()
assert len(LONG) >= 395
_ALL = tuple(LaneKind)
_SLACK = 2.5
"""Points a text may reach over the box of its group: the sign of a curve, a letter's overhang."""

_REACHING = ("emotion:",)
"""Their words are centred over a point and kept apart from each other, not within a column."""


def awkward(name: str = LONG, every: int = 4) -> Document:
    """The sample with long German words everywhere, and every fourth text of 400 characters."""
    document = sample("lindenfurt", "de").document
    said = [GERMAN[n % len(GERMAN)] if n % every else name for n in range(200)]
    more: list[object] = [LaneSetting(id="own", journey=document.all(Journey)[0].id, kind=LaneKind.OWN, title=said[3])]
    for n, t in enumerate(document.all(Touchpoint)):
        more.append(t.model_copy(update={"name": said[n], "staff": said[n + 1]}))
        for k, kind in enumerate((NoteKind.THOUGHT, NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.LANE)):
            lane = "own" if kind is NoteKind.LANE else None
            more.append(Note(id=f"n{n}{k}", about=t.id, kind=kind, text=said[n + k], source=said[n + 2], lane=lane))
        more.append(BackstageStep(id=f"b{n}", touchpoint=t.id, kind=BackstageKind.BACK, text=said[n]))
        more.append(Picture(id=f"p{n}", about=t.id, asset="0" * 64, alternative_text=said[n + 1]))
    for kind in (Stage, Department, Channel):
        more += [r.model_copy(update={"name": said[n + 1]}) for n, r in enumerate(document.all(kind))]
    more += [r.model_copy(update={"title": said[n]}) for n, r in enumerate(document.all(Measure))]
    more += [j.model_copy(update={"title": said[1]}) for j in document.all(Journey)]
    return document.evolve(more)


DOCUMENT = awkward()
JOURNEY = DOCUMENT.all(Journey)[0].id


def figures():
    return round_figures(DOCUMENT, DOCUMENT.all(Round)[0].id)


def lines(picture: DisplayList) -> Iterator[tuple[Placed, TextLine]]:
    for placed in picture.flat():
        for item in placed.group.items:
            if isinstance(item, TextLine):
                yield placed, item


def check_boxes(picture: DisplayList) -> None:
    """Every text within its group, and every group within the picture."""
    for placed, line in lines(picture):
        group = placed.group
        where = (group.key, line.text, group.width, group.height)
        if not group.key.startswith(_REACHING):
            assert line.x >= -_SLACK and line.x + line.width <= group.width + _SLACK, where
        assert line.y - line.size * 0.8 >= -_SLACK and line.y <= group.height + _SLACK, where
        assert placed.y + line.y <= picture.height + _SLACK, where
        assert -_SLACK <= placed.x + line.x <= placed.x + line.x + line.width <= picture.width + _SLACK, where


def check_whole(picture: DisplayList) -> None:
    """Nothing is shortened."""
    check_boxes(picture)
    for placed, line in lines(picture):
        assert not line.text.endswith("…"), (placed.group.key, line.text)


@pytest.mark.parametrize("page", [(762, 430), (500, 400), (1100, 700)])
def test_no_text_is_shortened_on_paper(page):
    pages = map_pages(DOCUMENT, JOURNEY, figures(), texts("de"), *page, lanes=_ALL)
    for one in pages:
        check_whole(one.picture)
        assert one.picture.width <= page[0] + 1 and one.picture.height <= page[1] + 1


def test_no_text_is_shortened_in_a_map_that_is_handed_on():
    style = MapStyle(hints=False, whole=True, lanes=_ALL)
    check_whole(lay_out_map(DOCUMENT, JOURNEY, figures(), texts("de"), style).whole())


@pytest.mark.parametrize("width", [112.0, 104.0, 92.0, 76.0, 60.0, 54.0])
def test_on_the_screen_texts_stay_in_their_boxes_at_every_zoom(width):
    style = MapStyle(column_width=width, density=density_of(width), lanes=_ALL)
    layout = lay_out_map(DOCUMENT, JOURNEY, figures(), texts("de"), style)
    check_boxes(layout.whole())
    check_boxes(layout.name_row.names)


def test_on_the_screen_a_card_grows_to_twelve_lines_and_then_says_that_there_is_more():
    layout = lay_out_map(DOCUMENT, JOURNEY, figures(), texts("de"))
    cards = [p.group for p in layout.body.flat() if p.group.key.startswith("card:")]
    names = {g.key: [i for i in g.items if isinstance(i, TextLine) and i.size == 13.0] for g in cards}
    most = max(names.values(), key=len)
    assert len(most) == 12 and most[-1].text == "mehr" and most[-2].text.endswith("…")
    assert any(1 < len(found) < 12 and found[-1].text != "mehr" for found in names.values())
    for key, found in names.items():
        assert not found[-1].text.endswith("…"), key


def test_on_the_screen_a_note_says_that_there_is_more():
    layout = lay_out_map(DOCUMENT, JOURNEY, figures(), texts("de"), MapStyle(lanes=_ALL))
    for key in ("note:", "measure:", "staff:", "step:"):
        groups = [p.group for p in layout.body.flat() if p.group.key.startswith(key)]
        assert any(i.text == "mehr" for g in groups for i in g.items if isinstance(i, TextLine)), key


def test_no_text_is_shortened_in_a_comparison_that_is_handed_on():
    store = Store(DOCUMENT)
    with store.transaction("copy") as draft:
        later = derive_journey(draft, JOURNEY, texts("de").tr("To-be journey"))
    document = store.document
    found = compare(document, JOURNEY, later.id if hasattr(later, "id") else later)
    for style in (ComparisonStyle(whole=True), ComparisonStyle(), ComparisonStyle(column_width=76.0)):
        made = finished(comparison_in_steps(document, found, figures(), None, texts("de"), style))
        check_boxes(made.whole_body)
        if style.whole:
            check_whole(made.whole_body)


def test_short_names_make_no_card_higher():
    document = sample("lindenfurt", "de").document
    plain = lay_out_map(document, document.all(Journey)[0].id, None, texts("de"))
    style = replace(plain.style, whole=True)
    whole = lay_out_map(document, document.all(Journey)[0].id, None, texts("de"), style)
    assert plain.lane(LaneKind.TOUCHPOINTS).height == whole.lane(LaneKind.TOUCHPOINTS).height
