"""Boards of the workspace Understand: everything stands in them once, and where it stands means what it says."""

from __future__ import annotations

from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.edits import add_empathy_notes, move_empathy_notes
from cxstudio.layout.boards.empathy_items import empathy_of
from cxstudio.layout.boards.empathy_map import EmpathyMap, EmpathyStyle, lay_out_empathy
from cxstudio.look.type_scale import PAPER, SCREEN, TypeScale
from cxstudio.model import PROJECT_ID, Document, Id, Note, Persona, Project
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
        assert shown.note_at(x + wide / 2, y + high / 2) == slip.note.note
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
