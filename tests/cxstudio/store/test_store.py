"""The store: all or nothing, told once, and undo that never takes others' work away."""

import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cxstudio.model import Document, Journey, Note, Participant, Round, Stage, Touchpoint, TouchpointRatings
from cxstudio.store import ChangeSet, CheckFailed, Draft, Origin, Store, WrongThread


@pytest.fixture
def store() -> Store:
    return Store(start())


def start() -> Document:
    return Document(
        [
            Journey(id="j", title="J"),
            Stage(id="s", journey="j", name="S"),
            Touchpoint(id="t", stage="s", name="T"),
            Participant(id="p"),
            Round(id="r", journey="j"),
            TouchpointRatings(id="x", round="r", touchpoint="t", experience={"p": 3}),
        ]
    )


def rename(store: Store, name: str, origin: Origin = Origin.USER) -> None:
    with store.transaction("Rename", origin) as draft:
        draft.update(Touchpoint, "t", name=name)


def test_an_exception_drops_everything(store: Store) -> None:
    heard: list[ChangeSet] = []
    store.listen(heard.append)
    with pytest.raises(RuntimeError, match="oh"), store.transaction("x") as draft:
        draft.update(Touchpoint, "t", name="half")
        raise RuntimeError("oh")
    assert store.document == start() and not heard and store.undo() is None
    rename(store, "the store is free again")


def test_a_reference_into_nothing_drops_everything(store: Store) -> None:
    with pytest.raises(CheckFailed), store.transaction("x") as draft:
        draft.create(Touchpoint(id="u", stage="nowhere", name="U"))
    assert store.document == start()


@pytest.mark.parametrize("add", [lambda draft, record: draft.create(record),
                                 lambda draft, record: draft.create_many([record])])  # fmt: skip
def test_a_copy_with_a_value_no_file_holds_is_refused_like_a_written_one(
    store: Store, add: Callable[[Draft, Round], object]
) -> None:
    again = store.document.get(Round, "r").model_copy(update={"id": "again", "minimum_group": -3})
    with pytest.raises(ValidationError, match="minimum_group"), store.transaction("x") as draft:
        add(draft, again)
    assert store.document == start()
    with store.transaction("y") as draft:
        add(draft, again.model_copy(update={"minimum_group": "4"}))
    assert store.document.get(Round, "again").minimum_group == 4


def test_one_step_is_told_once_in_order_even_if_somebody_stumbles(store: Store) -> None:
    heard: list[str] = []

    def stumble(_: ChangeSet) -> None:
        heard.append("first")
        raise KeyError("view")

    store.listen(stumble)
    store.listen(lambda step: heard.append(step.label))
    with pytest.raises(KeyError):
        rename(store, "N")
    assert heard == ["first", "Rename"] and store.document.get(Touchpoint, "t").name == "N"


def test_transactions_do_not_nest(store: Store) -> None:
    with pytest.raises(RuntimeError, match="already open"), store.transaction("a"), store.transaction("b"):
        pass
    rename(store, "fine")


def test_another_thread_is_refused(store: Store) -> None:
    caught: list[BaseException] = []

    def elsewhere() -> None:
        try:
            rename(store, "x")
        except WrongThread as error:
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught and store.document == start()


def test_removing_takes_what_belongs_along_and_undo_brings_all_back(store: Store) -> None:
    with store.transaction("Remove") as draft:
        draft.remove("t")
    assert "t" not in store.document and "x" not in store.document
    store.undo()
    assert store.document == start()
    store.redo()
    assert "x" not in store.document


def test_undo_leaves_a_field_somebody_else_changed_since(store: Store) -> None:
    with store.transaction("Edit") as draft:
        draft.update(Touchpoint, "t", name="mine", description="mine too")
    rename(store, "the phone's", Origin.PHONE)
    result = store.undo()
    assert result is not None and len(result.left) == 1
    touchpoint = store.document.get(Touchpoint, "t")
    assert (touchpoint.name, touchpoint.description) == ("the phone's", "")


def test_undo_of_a_creation_leaves_it_when_somebody_else_hung_something_on_it(store: Store) -> None:
    with store.transaction("Add") as draft:
        draft.create(Stage(id="s2", journey="j", name="S2"))
        draft.create(Touchpoint(id="u", stage="s2", name="U"))
        draft.create(Touchpoint(id="v", stage="s2", name="V"))
    with store.transaction("Rate", Origin.PHONE) as draft:
        draft.create(TouchpointRatings(id="y", round="r", touchpoint="u", experience={"p": 1}))
    result = store.undo()
    assert result is not None and {c.record_id for c in result.left} == {"s2", "u"}
    assert "u" in store.document and "v" not in store.document
    store.redo()
    assert "v" in store.document


def test_undo_of_a_removal_leaves_references_to_what_others_removed(store: Store) -> None:
    with store.transaction("Note") as draft:
        draft.create(Note(id="n", text="N", about="t"))
    with store.transaction("Remove note") as draft:
        draft.remove("n")
    with store.transaction("Remove", Origin.MERGE) as draft:
        draft.remove("t")
    result = store.undo()
    assert result is not None and result.left and "n" not in store.document
    assert store.history.undoable is not None and store.history.undoable.label == "Note"


def test_a_step_that_cannot_be_applied_is_not_lost(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rename(store, "N")

    def refuse(*_: object) -> None:
        raise CheckFailed("for the test")

    with monkeypatch.context() as patch:
        patch.setattr("cxstudio.store.store.check_changed", refuse)
        with pytest.raises(CheckFailed):
            store.undo()
    assert store.document.get(Touchpoint, "t").name == "N"
    assert store.undo() is not None
    assert store.document == start()


def test_a_preview_changes_nothing(store: Store) -> None:
    def edit(draft: Draft, name: str) -> None:
        draft.update(Touchpoint, "t", name=name)

    document, changes = store.preview(edit, "ghost")
    assert document.get(Touchpoint, "t").name == "ghost" and len(changes.changes) == 1
    assert store.document == start() and store.undo() is None


@given(st.lists(st.tuples(st.sampled_from("crnds"), st.integers(0, 3)), max_size=12))
def test_undoing_all_and_redoing_all(steps: list[tuple[str, int]]) -> None:
    store = Store(start())
    states = [store.document]
    for what, n in steps:
        with store.transaction(what) as draft:
            act(draft, what, f"t{n}", len(states))
        if store.document != states[-1]:
            states.append(store.document)
    for state in reversed(states[:-1]):
        result = store.undo()
        assert result is not None and not result.left and store.document == state
    assert store.undo() is None
    for state in states[1:]:
        store.redo()
        assert store.document == state
    assert store.redo() is None


def act(draft: Draft, what: str, touchpoint: str, n: int) -> None:
    there = touchpoint in draft.document
    if what == "c" and not there:
        draft.create(Touchpoint(id=touchpoint, stage="s", name="new"))
    elif what == "r" and there:
        draft.update(Touchpoint, touchpoint, name=f"name {n}")
    elif what == "n" and there:
        draft.create(Note(id=f"n{n}", text="note", about=touchpoint))
    elif what == "d" and there:
        draft.remove(touchpoint)
    elif what == "s":
        draft.update(TouchpointRatings, "x", experience={"p": n % 7 + 1})
