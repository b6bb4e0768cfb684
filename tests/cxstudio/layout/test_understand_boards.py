"""Boards of the workspace Understand: everything stands in them once, and where it stands means what it says."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_empathy_notes, add_stakeholders, move_empathy_notes, place_stakeholder, relate
from cxstudio.errors import UserError
from cxstudio.layout.boards.empathy_items import empathy_of
from cxstudio.layout.boards.empathy_map import EmpathyMap, EmpathyStyle, lay_out_empathy
from cxstudio.layout.boards.stakeholder_items import stakeholders_of
from cxstudio.layout.boards.stakeholder_map import StakeholderMap, StakeholderStyle, lay_out_stakeholders
from cxstudio.layout.display.box import Box
from cxstudio.look.type_scale import PAPER, SCREEN, TypeScale
from cxstudio.model import PROJECT_ID, Document, Id, Note, Persona, Project, Stakeholder
from cxstudio.model.empathy_fields import EMPATHY_FIELDS, empathy_notes
from cxstudio.model.kinds import NoteKind
from cxstudio.store import Draft
from cxstudio.wording import texts

TEXTS = [
    "Muss alles dreimal erzählen",
    "x",
    "Doppelte Abschläge im Umzugsmonat " * 6,
    "حملة\u202e",
    "W" * 400,
    "a\nb\tc",
]
fields = st.sampled_from(EMPATHY_FIELDS)
notes = st.lists(st.tuples(fields, st.sampled_from(TEXTS)), max_size=14)


def persona_with(said: list[tuple[NoteKind, str]], name: str = "Jana Brandt") -> Document:
    draft = Draft(Document([Project(id=PROJECT_ID), Persona(id="p1", name=name, situation="am Abend " * 9)]))
    for field, text in said:
        add_empathy_notes(draft, "p1", field, [text])
    return draft.document


def laid(document: Document, wide: float = 900.0, unit: TypeScale = SCREEN) -> EmpathyMap:
    return lay_out_empathy(empathy_of(document, "p1", texts("de")), EmpathyStyle(wide, 400.0, unit))


@given(notes, st.sampled_from([(560.0, SCREEN), (1300.0, SCREEN), (420.0, PAPER)]))
def test_each_note_stands_once_in_its_field_and_nothing_covers_another(
    said: list[tuple[NoteKind, str]], size: tuple[float, TypeScale]
) -> None:
    document = persona_with(said)
    shown = laid(document, *size)
    assert shown.order == tuple(n.id for n in empathy_notes(document, "p1"))
    middle = next(p for p in shown.body.flat() if p.group.key == "persona")
    r = middle.group.width / 2
    for at, slip in enumerate(shown.slips):
        x, y, wide, high = slip.box
        assert shown.field_at(x + wide / 2, y + high / 2) is slip.kind
        assert x >= 0 and x + wide <= shown.body.width and y + high <= shown.body.height
        assert shown.record_at(x + wide / 2, y + high / 2) == slip.note.note
        near = min(max(middle.x + r, x), x + wide), min(max(middle.y + r, y), y + high)
        assert hypot(near[0] - middle.x - r, near[1] - middle.y - r) >= r - 1
        for other in shown.slips[at + 1 :]:
            apart = x + wide <= other.box.x or other.box.x + other.box.width <= x
            assert apart or y + high <= other.box.y or other.box.y + other.box.height <= y


@given(notes.filter(bool), st.data())
def test_a_note_goes_where_it_is_let_go(said: list[tuple[NoteKind, str]], data: st.DataObject) -> None:
    document = persona_with(said)
    shown = laid(document)
    moved = data.draw(st.sampled_from(shown.order))
    goal = data.draw(st.sampled_from(shown.slips))
    box = goal.box
    kind, ahead = shown.place_at(box.x + box.width * 0.9, box.y + box.height / 2, [moved])
    draft = Draft(document)
    move_empathy_notes(draft, [moved], kind, ahead)
    assert kind is goal.kind
    after = [n for n in empathy_notes(draft.document, "p1") if n.kind is kind]
    ids: list[Id] = [n.id for n in after]
    if goal.note.note == moved:
        assert ids == [n.id for n in empathy_notes(document, "p1") if n.kind is kind]
    else:
        assert ids.index(moved) == ids.index(goal.note.note) + 1
    assert {n.text for n in after} == {n.text for n in draft.document.all(Note) if n.kind is kind}


def test_an_empty_map_asks_what_belongs_in_it_and_a_report_does_not() -> None:
    document = persona_with([])
    shown = laid(document)
    printed = lay_out_empathy(empathy_of(document, "p1", texts("de")), EmpathyStyle(700.0, 0.0, PAPER, empty=False))
    words = [
        [line.text for p in m.body.flat() for line in p.group.items if hasattr(line, "runs")] for m in (shown, printed)
    ]
    assert any("Was lässt sich beobachten" in line for line in words[0])
    assert not any("?" in line for line in words[1]) and "Denkt und fühlt" in words[1]


def stakeholder_document(rings: list[int], ties: list[tuple[int, int]], by_hand: dict[int, float]) -> Document:
    draft = Draft(Document([Project(id=PROJECT_ID), Persona(id="p1", name="Jana Brandt")]))
    ids = ["p1", *(add_stakeholders(draft, [f"Stakeholder number {n}"], closeness=r)[0] for n, r in enumerate(rings))]
    for at, angle in by_hand.items():
        if at < len(rings):
            place_stakeholder(draft, ids[at + 1], rings[at], angle)
    for source, target in ties:
        if source != target and max(source, target) < len(ids):
            relate(draft, ids[source], ids[target], "something")
    return draft.document


def laid_out(document: Document, wide: float = 900.0, high: float = 600.0) -> StakeholderMap:
    return lay_out_stakeholders(stakeholders_of(document, "p1", texts("de")), StakeholderStyle(wide, high))


def stakeholder_map(rings: list[int], ties: list[tuple[int, int]], by_hand: dict[int, float]) -> StakeholderMap:
    return laid_out(stakeholder_document(rings, ties, by_hand))


rings = st.lists(st.integers(1, 3), max_size=24)
ties = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=12)


@given(rings, ties)
def test_stakeholders_laid_out_by_themselves_never_cover_each_other(
    placed: list[int], related: list[tuple[int, int]]
) -> None:
    shown = stakeholder_map(placed, related, {})
    assert len(shown.boxes) == len(placed) + 1
    for at, (record, box) in enumerate(shown.boxes):
        middle = box.x + box.width / 2, box.y + box.height / 2
        assert box.x >= 0 and box.x + box.width <= shown.body.width and box.y >= 0
        assert shown.person_at(*middle) == record
        if record != "p1":
            assert shown.ring_at(*middle)[0] == shown.map.node(record).ring  # type: ignore[union-attr]
        for other, beside in shown.boxes[at + 1 :]:
            apart = box.x + box.width <= beside.x + 1 or beside.x + beside.width <= box.x + 1
            assert apart or box.y + box.height <= beside.y + 1 or beside.y + beside.height <= box.y + 1, (record, other)


@given(st.integers(1, 3), st.floats(0, 359.9), rings.filter(bool))
def test_somebody_placed_by_hand_stays_where_they_were_put(ring: int, angle: float, others: list[int]) -> None:
    shown = stakeholder_map([ring, *others], [(1, 2)], {0: angle})
    box = shown.boxes[1][1]
    found, turned = shown.ring_at(box.x + box.width / 2, box.y + box.height / 2)
    assert found == ring and min(abs(turned - angle), 360 - abs(turned - angle)) < 0.1


def within(box: Box) -> Box:
    """Without a point of air at each edge."""
    return Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2)


def overlapping(shown: StakeholderMap) -> list[tuple[Id, Id]]:
    return [
        (one, other)
        for at, (one, box) in enumerate(shown.boxes)
        for other, beside in shown.boxes[at + 1 :]
        if within(box).meets(beside)
    ]


def from_middle(shown: StakeholderMap, record: Id) -> tuple[float, float]:
    box = shown.box(record)
    assert box is not None
    x, y = box.x + box.width / 2 - shown.middle[0], box.y + box.height / 2 - shown.middle[1]
    return x / shown.scale[0], y / shown.scale[1]


@given(rings.filter(bool), ties, st.data())
def test_dragging_one_changes_no_others_place(
    placed: list[int], related: list[tuple[int, int]], data: st.DataObject
) -> None:
    document = stakeholder_document(placed, related, {})
    before = laid_out(document)
    moved = document.all(Stakeholder)[data.draw(st.integers(0, len(placed) - 1))].id
    ring, angle = data.draw(st.integers(1, 3)), data.draw(st.floats(0, 359.9))
    draft = Draft(document)
    place_stakeholder(draft, moved, ring, before.free_near(moved, ring, angle), before.loose)
    after = laid_out(draft.document)
    assert not overlapping(after)
    for record, _ in before.boxes:
        if record != moved:
            was, now = from_middle(before, record), from_middle(after, record)
            assert hypot(now[0] - was[0], now[1] - was[1]) < 1, "as before, but for the size of the rings"


@given(rings.filter(lambda r: 0 < len(r) < 18), ties, st.integers(1, 3))
def test_who_comes_after_others_were_placed_stands_over_nobody(
    placed: list[int], related: list[tuple[int, int]], ring: int
) -> None:
    document = stakeholder_document(placed, related, {})
    before, first = laid_out(document), document.all(Stakeholder)[0].id
    draft = Draft(document)
    place_stakeholder(draft, first, placed[0], before.angle(first), before.loose)
    (new,) = add_stakeholders(draft, ["Somebody new"], closeness=ring)
    after = laid_out(draft.document)
    for record in before.loose:
        was, now = from_middle(before, record), from_middle(after, record)
        assert hypot(now[0] - was[0], now[1] - was[1]) < 1
    beside = {s.id for s in draft.document.all(Stakeholder) if s.closeness == ring}
    if len(beside) < 5:
        assert not [pair for pair in overlapping(after) if new in pair and beside.issuperset(pair)]


@given(st.lists(st.integers(1, 3), max_size=9), st.floats(691, 1400), st.floats(500, 900))
def test_in_a_narrow_room_cards_get_narrower_before_anything_is_scrolled(
    placed: list[int], wide: float, high: float
) -> None:
    shown = laid_out(stakeholder_document(placed, [], {}), wide, high)
    assert not overlapping(shown)
    if max(map(placed.count, (1, 2, 3))) < 5:
        assert shown.body.width <= wide + 0.01


def test_words_of_relations_lie_over_nothing_in_the_sample_and_a_low_room_is_enough() -> None:
    for language, wide in (("de", 910), ("en", 910), ("de", 695), ("en", 695)):
        document = sample("lindenfurt", language).document
        here = stakeholders_of(document, "persona1", texts(language))
        shown = lay_out_stakeholders(here, StakeholderStyle(wide, 550))
        assert (shown.body.width, shown.body.height) == (wide, 550)
        said = [a.label for a in shown.arrows if a.relation.flows]
        cards = [box for _, box in shown.boxes]
        for at, label in enumerate(said):
            assert not [other for other in (*said[at + 1 :], *cards) if within(label).meets(other)], (language, label)


def test_an_arrow_is_found_by_its_line_and_its_words() -> None:
    shown = stakeholder_map([1, 3], [(1, 2), (2, 1), (0, 2)], {0: 200.0, 1: 20.0})
    assert len(shown.arrows) == 3
    for arrow in shown.arrows:
        share = 0.15
        x, y = arrow.x1 + (arrow.x2 - arrow.x1) * share, arrow.y1 + (arrow.y2 - arrow.y1) * share
        assert shown.record_at(arrow.label.x + arrow.label.width / 2, arrow.label.y + 4) in {
            a.relation.record for a in shown.arrows
        }
        assert arrow.near(x, y) < 0.01
    assert len({a.label for a in shown.arrows}) == 3


def test_a_relation_is_there_once_and_never_of_one_with_itself() -> None:
    draft = Draft(Document([Project(id=PROJECT_ID)]))
    one, two = add_stakeholders(draft, ["One", " ", "Two"])
    first = relate(draft, one, two)
    assert relate(draft, one, two, "money") == first and relate(draft, two, one) != first
    with pytest.raises(UserError):
        relate(draft, one, one)
    assert [s.name for s in draft.document.all(Stakeholder)] == ["One", "Two"]
