"""Any edit, undo, redo, save, another's save, quit, crash and recover in any order: nothing is lost, nothing dangles.

A save may be under way while all that happens, and end anywhere: its parts are done here one by one.
"""

import hashlib
import io
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from PIL import Image

from cxstudio.edits import add_picture
from cxstudio.files import ChangedOnDisk, load, save
from cxstudio.model import (
    Document,
    Journey,
    Participant,
    Persona,
    Picture,
)
from cxstudio.session import Action, Folders, NoticeKind, Session, pending_work
from cxstudio.session.disk_work import Part, Turns, outcome
from cxstudio.store import Origin, Store, check_changed
from tests.cxstudio.any_edit import EDITS, create_any, edit_any
from tests.cxstudio.begun_project import begun, the_same_ids
from tests.cxstudio.session.merged_own_file import merged_from_own_file
from tests.examples import examples

chances = st.integers(0, 2**32).map(Random)


class OpenProject(RuleBasedStateMachine):
    """One project in the hands of somebody who never finishes anything."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = the_same_ids()
        self.ids.__enter__()
        self.place = Path(tempfile.mkdtemp(prefix="cxstudio-test-"))
        self.folders = Folders.below(self.place / "own")
        self.session = Session.new(self.folders, begun())
        self.assets: list[str] = []
        self.in_file = begun()
        """What the file holds, or what the project began with."""
        self.base = self.base_on_disk = begun()
        """What undoing everything leads to, now and after opening it again."""
        self.alone = self.alone_on_disk = True
        """Whether nobody else's steps came since then, which undoing leaves."""
        self.turns: Turns[None] | None = None
        """A save under way, the part that is next, where to, and what it writes."""
        self.part: Part | None = None
        self.target: Path | None = None
        self.written = begun()
        self.alone_since_written = True
        self.theirs = False
        """Whether somebody else has written the file since."""
        self.ours = b""
        """The file as it was before."""

    def teardown(self) -> None:
        self.end_of_save()
        self.session.close()
        shutil.rmtree(self.place)
        self.ids.__exit__(None, None, None)

    # Changing it

    @rule(name=st.sampled_from(sorted(EDITS)), chance=chances, phone=st.booleans())
    def edit(self, name: str, chance: Random, phone: bool) -> None:
        self.attempt(lambda draft: edit_any(draft, name, chance, self.assets), phone)

    @rule(chance=chances)
    def create(self, chance: Random) -> None:
        self.attempt(lambda draft: create_any(draft, chance, self.assets))

    @rule(chance=chances)
    def remove(self, chance: Random) -> None:
        record = chance.choice(list(self.session.document))
        self.attempt(lambda draft: draft.remove(record.id))

    @rule(chance=chances)
    def drop_picture(self, chance: Random) -> None:
        buffer = io.BytesIO()
        Image.new("RGB", (20, 10), (chance.randint(0, 9), 100, 50)).save(buffer, "PNG")
        asset = self.session.add_picture(buffer.getvalue())
        self.assets.append(asset)
        journeys = self.session.document.all(Journey)
        if journeys:
            self.attempt(lambda draft: add_picture(draft, journeys[0].id, asset))

    def attempt(self, edit, phone: bool = False) -> None:
        """One step; what stumbles over its arguments changes nothing."""
        before = self.session.document
        try:
            with self.session.transaction("Any", Origin.PHONE if phone else Origin.USER) as draft:
                edit(draft)
        except Exception:  # noqa: BLE001 - arguments are any that fit their annotations
            assert self.session.document is before
        if phone and self.session.document is not before:
            self.alone = self.alone_on_disk = self.alone_since_written = False

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        before, steps = self.session.document, 0
        while self.session.undo() is not None:
            steps += 1
        if self.alone:
            assert self.session.document == self.base
        for _ in range(steps):
            assert self.session.redo() is not None
        if self.alone:
            assert self.session.document == before

    @precondition(lambda self: self.turns is None)
    @rule(chance=chances)
    def erase_somebody(self, chance: Random) -> None:
        document = self.session.document
        people = document.all(Participant) + document.all(Persona)
        if people and not self.theirs:
            self.session.erase_person(chance.choice(people).id)
            self.base = self.base_on_disk = self.session.document
            self.alone = self.alone_on_disk = True
            self.assets = [asset for asset in self.assets if asset in self.session.assets]
            if self.session.path is not None:
                self.in_file = self.session.document

    # Saving it

    @precondition(lambda self: self.turns is None)
    @rule(name=st.sampled_from(("a.cxs", "b.cxs")))
    def save_as(self, name: str) -> None:
        if not (self.theirs and self.session.file.is_at(self.place / name)):
            self.session.save_as(self.place / name)
            self.was_saved(self.session.document)

    @precondition(lambda self: self.turns is None and self.session.path is not None)
    @rule()
    def save(self) -> None:
        if self.theirs:
            with pytest.raises(ChangedOnDisk):
                self.session.save()
            return
        self.session.save()
        self.was_saved(self.session.document)

    @precondition(lambda self: self.turns is None and not self.theirs)
    @rule(name=st.sampled_from((None, "a.cxs", "b.cxs")))
    def begin_to_save(self, name: str | None) -> None:
        saver, path = self.session.saver, self.session.path
        if name is None and path is None:
            return
        self.target = path if name is None else self.place / name
        self.turns = saver.save() if name is None else saver.save_as(self.place / name)
        self.written, self.alone_since_written = self.session.document, True
        self.part = next(self.turns)

    @precondition(lambda self: self.turns is not None)
    @rule()
    def go_on_saving(self) -> None:
        assert self.turns is not None and self.part is not None
        try:
            self.part = outcome(self.turns, self.part)()
        except StopIteration:
            self.turns = self.part = None
            self.was_saved(self.written)

    @precondition(lambda self: self.turns is None and not self.theirs)
    @rule(
        name=st.sampled_from((None, "a.cxs", "b.cxs")),
        between=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(sorted(EDITS)), chances), max_size=5),
        killed=st.sampled_from((None, None, 0, 1, 2, 3, 4)),
    )
    def save_meanwhile(self, name: str | None, between: list[tuple[int, str, Random]], killed: int | None) -> None:
        """A save with edits between its turns, killed before one of them or right after it."""
        self.begin_to_save(name)
        for turn in range(5):
            for _, edit, chance in [each for each in between if each[0] == turn]:
                self.edit(edit, chance, phone=False)
            if turn == killed:
                break
            if self.turns is not None:
                self.go_on_saving()
        if killed is None:
            self.end_of_save()
        else:
            self.crash()

    def end_of_save(self) -> None:
        while self.turns is not None:
            self.go_on_saving()

    def was_saved(self, document: Document) -> None:
        """The session says that this is in the file."""
        assert self.session.path is not None
        assert load(self.session.path).content.document == document
        self.in_file = self.base_on_disk = document
        self.alone_on_disk = self.alone_since_written or document is self.session.document
        self.theirs = False

    @precondition(lambda self: self.turns is None and self.session.path is not None)
    @rule(title=st.sampled_from(("Theirs", "Theirs, too")))
    def somebody_else_saves(self, title: str) -> None:
        assert self.session.path is not None
        content = load(self.session.path).content.document
        if not self.theirs:
            self.ours = self.session.path.read_bytes()
        project = content.project.model_copy(update={"title": title})
        if content.project.title != title:
            written = content.evolve([project])
            save(self.session.path, written, load(self.session.path).assets)
            self.theirs = written != self.in_file
            if not self.theirs:  # they took their change back, and put the file there again
                self.session.path.write_bytes(self.ours)

    @precondition(lambda self: self.turns is None and self.theirs)
    @rule(action=st.sampled_from((Action.OVERWRITE, Action.RELOAD)))
    def answer(self, action: Action) -> None:
        session = self.session
        assert session.path is not None
        session.file._seen = None  # asked anew, however quickly it was written
        session.check_disk()
        (asked,) = [notice for notice in session.notices if notice.kind is NoticeKind.CHANGED_ON_DISK]
        theirs, mine = load(session.path).content.document, session.document
        session.answer(asked, action)
        assert session.document == (mine if action is Action.OVERWRITE else theirs)
        self.was_saved(session.document)

    @precondition(lambda self: self.turns is None and self.theirs)
    @rule(chance=chances)
    def merge(self, chance: Random) -> None:
        """What somebody else wrote into the file is merged as one step; then saving asks nobody."""
        if merged_from_own_file(self.session, self.folders, chance):
            self.was_saved(self.session.document)

    # Leaving it

    @rule()
    def crash(self) -> None:
        """What a killed process leaves: no closing, the system drops the locks. A save may be under way."""
        session = self.session
        session.protection.journal._shut()
        session.protection._let_go_of_place()
        session.file.release()
        if self.turns is not None:
            self.turns.close()
        self.back(session.document, session.path, session.dirty)

    @precondition(lambda self: self.turns is None)
    @rule()
    def quit(self) -> None:
        session, dirty = self.session, self.session.dirty
        session.close()
        self.back(session.document, session.path, dirty)

    def back(self, before: Document, path: Path | None, dirty: bool) -> None:
        """Open it again: it is as it was, also where the file holds less or more of it by now."""
        saving, self.turns, self.part = self.turns is not None, None, None
        if path is None:
            self.back_without_file(before, dirty)
        else:
            held = load(path).content.document
            if saving and self.target == path and held == self.written:
                self.in_file = self.base_on_disk = self.written
                self.alone_on_disk = self.alone_since_written
            assert self.theirs or held == self.in_file, "neither old nor new"
            self.session = Session.open(path, self.folders)
            if self.theirs:
                self.kept_beside(held, dirty)
        assert self.theirs or self.session.document == before
        self.base, self.alone = self.base_on_disk, self.alone_on_disk
        self.theirs = False
        self.assets = [asset for asset in self.assets if asset in self.session.assets]

    def back_without_file(self, before: Document, dirty: bool) -> None:
        pending = pending_work(self.folders)
        assert len(pending) == 1 or not (pending or dirty)
        if pending:
            self.session = Session.resume(pending[0], self.folders)
        else:
            self.session = Session.new(self.folders, before)
            self.base_on_disk, self.alone_on_disk = before, True

    def kept_beside(self, held: Document, dirty: bool) -> None:
        """What was not saved does not fit what somebody else wrote: it is kept, and named."""
        kept = [notice for notice in self.session.notices if notice.kind is NoticeKind.RECOVERY_KEPT]
        assert kept or not dirty
        assert self.session.document == held
        self.in_file = self.base_on_disk = held
        self.alone_on_disk = True

    # What always holds

    @invariant()
    def every_reference_leads_somewhere(self) -> None:
        check_changed(self.session.document, [record.id for record in self.session.document])

    @invariant()
    def unsaved_means_different(self) -> None:
        if self.session.path is not None and not self.theirs:
            assert self.session.dirty == (self.session.document != self.in_file)

    @invariant()
    def everything_is_protected(self) -> None:
        assert self.session.secured and not self.session.protection.journal.waiting

    @invariant()
    def every_picture_is_there(self) -> None:
        for picture in self.session.document.all(Picture):
            if picture.asset in self.assets:
                assert hashlib.sha256(self.session.assets[picture.asset]).hexdigest() == picture.asset


OpenProject.TestCase.settings = settings(max_examples=examples(12), stateful_step_count=30)
TestOpenProject = OpenProject.TestCase


@pytest.mark.torture
def test_any_order_of_many_steps() -> None:
    run_state_machine_as_test(OpenProject, settings=settings(max_examples=400, stateful_step_count=80))


def test_a_change_somebody_took_back_is_none() -> None:
    """The file is byte for byte what was saved here: nobody is asked about it."""
    machine, ours = OpenProject(), begun().project.title
    machine.save_as("a.cxs")
    for title in ("Theirs", ours):
        machine.somebody_else_saves(title)
    assert not machine.theirs
    machine.save()
    machine.teardown()


def test_each_edit_is_made_by_what_makes_any() -> None:
    """Else the machine would be one of edits that are all refused."""
    left, chance, store = set(EDITS), Random(1), Store(begun())
    for _ in range(600):
        for name in sorted(left):
            with suppress(Exception), store.transaction("Any") as draft:
                edit_any(draft, name, chance)
                left.discard(name)
        store = Store(begun())
        for _ in range(10 if left else 0):  # what some edits take may come by chance only
            with suppress(Exception), store.transaction("More") as draft:
                create_any(draft, chance)
    assert not left
