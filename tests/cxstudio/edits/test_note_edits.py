"""Notes find their kind and place."""

from __future__ import annotations

import pytest

from cxstudio.analysis.journeys.unsorted_notes import notes_without_place, parked_notes, unsorted_notes
from cxstudio.edits import add_note, note_to_idea, sort_note
from cxstudio.model import Document, Idea, MissingRecord, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.store import Store
from tests.cxstudio.journeys import journey


def test_notes_wait_until_they_have_kind_and_place() -> None:
    store = Store(journey(touchpoints=[{}]))
    with store.transaction("x") as draft:
        notes = [add_note(draft, text) for text in "abcd"]
    assert [n.id for n in unsorted_notes(store.document)] == notes
    with store.transaction("x") as draft:
        sort_note(draft, notes[0], NoteKind.HURDLE, "t1")
        sort_note(draft, notes[1], NoteKind.HURDLE, None)
        sort_note(draft, notes[2], NoteKind.PARKING_LOT, "t1")
    document = store.document
    assert [n.id for n in document.having(Note, "about", "t1")] == [notes[0]]
    assert [n.id for n in notes_without_place(document)] == [notes[1]]
    assert [n.id for n in parked_notes(document)] == [notes[2]] and parked_notes(document)[0].about is None
    assert [n.id for n in unsorted_notes(document)] == [notes[3]]


def test_a_note_becomes_an_idea_and_back_in_one_step() -> None:
    store = Store(journey(touchpoints=[{}]))
    with store.transaction("x") as draft:
        note = add_note(draft, "A status message")
    before = store.document
    with store.transaction("x") as draft:
        idea = note_to_idea(draft, note, "t1")
    made = store.document.get(Idea, idea)
    assert (made.text, made.touchpoints, made.question) == ("A status message", ("t1",), None)
    assert note not in store.document
    store.undo()
    assert store.document == before


def test_what_is_gone_cannot_become_an_idea() -> None:
    store = Store(Document())
    with pytest.raises(MissingRecord), store.transaction("x") as draft:
        note_to_idea(draft, "gone")
