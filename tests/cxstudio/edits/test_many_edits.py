"""Edits on several touchpoints at once: the same as one after the other, and undone as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.catalogue.samples import sample
from cxstudio.edits import duplicate_touchpoints, move_touchpoints, set_on_all, shift_stages, shift_touchpoints
from cxstudio.model import Document, Journey, Note, Stage, Touchpoint
from cxstudio.store import Draft, Store


def rows(document: Document) -> list[list[str]]:
    return [[t.name for t in document.touchpoints(s.id)] for s in document.all(Stage)]


def board(*stages: str) -> Document:
    """Stages of touchpoints with one letter each."""
    records: list[Journey | Stage | Touchpoint] = [Journey(id="j", title="J")]
    for number, letters in enumerate(stages):
        records.append(Stage(id=f"s{number}", journey="j", name=f"S{number}", order=f"a{number}"))
        for place, letter in enumerate(letters):
            records.append(Touchpoint(id=letter, stage=f"s{number}", name=letter, order=f"a{place}"))
    return Document(records)


@pytest.mark.parametrize(
    ("moved", "step", "expected"),
    [
        ("b", -1, ["bac", "de"]),
        ("bc", -1, ["bca", "de"]),
        ("ac", 1, ["ba", "cde"]),
        ("d", -1, ["abcd", "e"]),
        ("cd", -1, ["acbd", "e"]),
        ("de", 1, ["abc", "de"]),
        ("ab", -1, ["abc", "de"]),
        ("ae", 1, ["bac", "de"]),
    ],
)
def test_shifting_several_goes_past_the_borders_of_stages(moved: str, step: int, expected: list[str]) -> None:
    draft = Draft(board("abc", "de"))
    changed = shift_touchpoints(draft, list(moved), step)
    assert ["".join(row) for row in rows(draft.document)] == expected
    assert changed == (expected != ["abc", "de"])


def test_stages_shift_together() -> None:
    draft = Draft(board("a", "b", "c", "d"))
    assert shift_stages(draft, ["s1", "s2"], 1)
    assert [s.id for s in draft.document.stages("j")] == ["s0", "s3", "s1", "s2"]
    assert not shift_stages(draft, ["s2"], 1)


def test_copies_stand_behind_the_last_one_copied_in_their_stage() -> None:
    draft = Draft(board("abc", "de"))
    made = duplicate_touchpoints(draft, ["c", "a", "d"])
    assert ["".join(row) for row in rows(draft.document)] == ["abcac", "dde"]
    assert [draft.get(Touchpoint, i).name for i in made] == ["a", "c", "d"]


def test_copies_take_their_notes_along() -> None:
    draft = Draft(sample("lindenfurt", "de").document)
    before = len(draft.document.having(Note, "about", "t08"))
    made = duplicate_touchpoints(draft, ["t07", "t08"])
    assert before and len(draft.document.having(Note, "about", made[1])) == before


@given(st.permutations("abcde").map("".join), st.sampled_from([-1, 1]), st.integers(1, 5))
def test_there_and_back_keeps_everything_that_could_move(letters: str, step: int, count: int) -> None:
    """Nobody is lost or doubled, and one undo brings all of them back."""
    store = Store(board("abc", "de"))
    before = store.document
    with store.transaction("Move") as draft:
        shift_touchpoints(draft, letters[:count], step)
    assert sorted("".join("".join(row) for row in rows(store.document))) == list("abcde")
    while store.history.undoable is not None:
        store.undo()
    assert store.document == before


def test_a_field_is_written_to_all_of_them() -> None:
    draft = Draft(board("abc", "de"))
    set_on_all(draft, Touchpoint, ["a", "e"], promise="bald")
    assert [t.promise for t in draft.document.all(Touchpoint)].count("bald") == 2


def test_reads_between_writes_see_them() -> None:
    """Records that nobody wrote to are read without applying what is pending; the others are not."""
    draft = Draft(board("abc"))
    draft.update(Touchpoint, "a", name="A")
    assert draft.get(Touchpoint, "b").name == "b"
    assert draft.get(Touchpoint, "a").name == "A"
    move_touchpoints(draft, ["a"], "s0", "c")
    assert ["".join(row) for row in rows(draft.document)] == ["bcA"]
