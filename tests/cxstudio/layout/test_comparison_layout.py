"""Both journeys laid out: everything stands once, in its column, and no text meets another."""

from __future__ import annotations

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.as_is_to_be import Fate, compare
from cxstudio.analysis.comparison.overlaid_rounds import target_beginning
from cxstudio.catalogue.samples import sample
from cxstudio.edits import (
    add_stage,
    add_touchpoint,
    derive_journey,
    move_stage,
    move_touchpoints,
    remove_records,
    set_fields,
    target_round,
)
from cxstudio.layout.comparison import ComparisonLayout, ComparisonStyle, comparison_in_steps
from cxstudio.layout.display.display_list import DisplayList, Meaning, TextLine
from cxstudio.look.palette import palette
from cxstudio.model import Document, Id, Journey, Round, Touchpoint
from cxstudio.model.kinds import JourneyKind
from cxstudio.model.rounds import shown_round
from cxstudio.render.svg import svg
from cxstudio.steps import finished
from cxstudio.store import Store
from cxstudio.wording.texts import texts

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft مرحبا بالعالم 안녕하세요"


def _planned(name: str = "lindenfurt", language: str = "de") -> tuple[Document, Id, Id, Id, Id]:
    """As-is, to-be with every kind of difference, and the two rounds."""
    store = Store(sample(name, language).document)
    today = next(j.id for j in store.document.all(Journey) if j.kind is JourneyKind.AS_IS)
    shown = shown_round(store.document, today)
    assert shown is not None
    with store.transaction("plan") as draft:
        later = derive_journey(draft, today)
        points = [t.id for t in draft.document.journey_touchpoints(later)]
        stages = [s.id for s in draft.document.stages(later)]
        add_touchpoint(draft, stages[1], LONG, after=None)
        remove_records(draft, [points[4]])
        move_touchpoints(draft, [points[1]], stages[-1], None)
        move_stage(draft, stages[2], None)
        set_fields(draft, Touchpoint, points[3], name=LONG, staff=LONG, promise="x", duration_minutes=2.5)
        add_stage(draft, later, LONG)
        begin = target_beginning(draft.document, later, round_figures(draft.document, shown.id))
        aim = target_round(draft, later, begin, scale=shown.scale)
    return store.document, today, later, shown.id, aim


def _laid(plan: tuple[Document, Id, Id, Id, Id], language: str = "de", **style: object) -> ComparisonLayout:
    document, today, later, shown, aim = plan
    found = compare(document, today, later)
    figures = round_figures(document, shown), round_figures(document, aim)
    return finished(comparison_in_steps(document, found, *figures, texts(language), ComparisonStyle(**style)))  # type: ignore[arg-type]


def _texts(picture: DisplayList) -> list[tuple[float, float, float, float, str]]:
    return [
        (p.x + i.x, p.y + i.y - i.size * 0.72, i.width, i.size * 0.9, i.text)
        for p in picture.flat()
        for i in p.group.items
        if isinstance(i, TextLine) and i.text.strip()
    ]


@pytest.mark.parametrize("width", [112.0, 98.0, 76.0, 54.0, 30.0, 8.0, 3.0])
@pytest.mark.parametrize("figure", ["emotion", "experience"])
@pytest.mark.parametrize("tight", [False, True])
def test_no_text_meets_another_or_leaves_the_picture(width: float, figure: str, tight: bool) -> None:
    layout = _laid(_planned(), column_width=width, figure=figure, tight=tight, curve_height=132.0)
    for picture in (layout.body, layout.labels):
        found = sorted(_texts(picture))
        for n, (x, y, wide, high, said) in enumerate(found):
            assert x >= -0.5 and x + wide <= picture.width + 0.5, said
            assert y >= -0.5 and y + high <= picture.height + 0.5, said
            for x2, y2, _, high2, other in found[n + 1 :]:
                if x2 >= x + wide - 0.5:
                    break
                assert y + high <= y2 + 0.5 or y2 + high2 <= y + 0.5, (said, other)


@pytest.mark.parametrize("width", [112.0, 70.0, 20.0])
def test_every_touchpoint_has_one_card_in_its_column_and_every_stage_one_plate(width: float) -> None:
    plan = _planned()
    layout = _laid(plan, column_width=width)
    document = plan[0]
    keys = [p.group.key for p in layout.body.flat()]
    assert len(keys) == len(set(keys))
    for journey in plan[1:3]:
        for touchpoint in document.journey_touchpoints(journey):
            (card,) = (p for p in layout.body.flat() if p.group.key == f"card:{touchpoint.id}")
            x, y, wide, high = layout.box(touchpoint.id) or (0, 0, 0, 0)
            assert (card.x, card.y, card.group.width, card.group.height) == pytest.approx((x, y, wide, high))
            assert layout.touchpoint_at(x + wide / 2, y + high / 2) == touchpoint.id
        for stage in document.stages(journey):
            assert f"stage:{stage.id}" in keys
            assert layout.stage_box(stage.id) is not None


def test_counterparts_that_stayed_share_a_column_and_moved_ones_are_joined_by_a_line() -> None:
    plan = _planned()
    layout = _laid(plan)
    links = {p.group.record for p in layout.body.flat() if p.group.key.startswith("link:")}
    comparison = layout.board.comparison
    assert links == {m.later for m in (*comparison.touchpoints, *comparison.stages) if m.fate is Fate.MOVED}
    for section in comparison.sections:
        for slot in section.slots:
            if slot.today and slot.later:
                assert layout.board.index[slot.today] == layout.board.index[slot.later]
                assert layout.across(slot.today) == slot.later and layout.across(slot.later) == slot.today


def test_what_becomes_of_a_touchpoint_is_said_in_words_not_by_colour_alone() -> None:
    layout = _laid(_planned())
    said = {p.group.key: [i.text for i in p.group.items if isinstance(i, TextLine)] for p in layout.body.flat()}
    words = {w for key, lines in said.items() if key.startswith("badge:") for w in lines}
    assert words == {"neu", "entfällt", "verschoben", "geändert"}


def test_both_curves_are_told_to_readers_and_named_at_their_ends() -> None:
    layout = _laid(_planned())
    figures = [i for p in layout.body.flat() for i in p.group.items if i.meaning is Meaning.FIGURE]
    assert any("Hotline" in getattr(i, "alternative", "") for i in figures)
    names = [t[4] for t in _texts(layout.body)]
    assert "Heute" in names and "Ziel" in names


def test_on_different_scales_only_todays_experience_is_drawn() -> None:
    document, today, later, shown, aim = _planned()
    store = Store(document)
    with store.transaction("scale") as draft:
        set_fields(draft, Round, aim, scale=10)
    plan = (store.document, today, later, shown, aim)
    other = _laid(plan, figure="experience")
    assert not other.board.comparable and other.board.values(other.board.later) == []
    assert "andere Skala" in [t[4] for t in _texts(other.labels)]
    felt = _laid(plan, figure="emotion")
    assert felt.board.values(felt.board.later)


def test_four_hundred_touchpoints_and_nothing_at_all() -> None:
    large = _laid(_planned("large", "en"), language="en", column_width=3.0)
    assert len(large.board.index) == 2 * 400
    store = Store(Document([Journey(id="a", title=""), Journey(id="b", title="", kind=JourneyKind.TO_BE)]))
    found = compare(store.document, "a", "b")
    empty = finished(comparison_in_steps(store.document, found, None, None, texts("en")))
    assert found.alike and empty.body.width == 0 and empty.beside(None, 1) is None


def test_the_whole_picture_is_drawn_as_svg_with_its_sentence() -> None:
    layout = _laid(_planned())
    drawn = svg(layout.whole_body, palette("print", ""), None, 12.0, None)
    assert "Kontaktpunkte: 1 neu, 1 entfällt, 1 verschoben" in drawn
