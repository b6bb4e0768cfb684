"""Edit, undo, redo, save, load, crash and recover in any order: nothing is lost, nothing dangles."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from cxstudio.files import load
from cxstudio.model import GROUP_VOICE, Journey, Note, Round, Stage, Touchpoint, TouchpointRatings, new_id
from cxstudio.session import Folders, Session, pending_work
from cxstudio.store import CheckFailed, Origin, check_changed

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


class OpenProject(RuleBasedStateMachine):
    """One project in the hands of somebody who never finishes anything."""

    records: Bundle[str] = Bundle("records")

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="cxstudio-test-"))
        self.folders = Folders.below(self.place / "own")
        self.path = self.place / "project.cxs"
        self.session = Session.new(self.folders)
        with self.session.transaction("Begin") as draft:
            draft.create(Journey(id="j", title="J"))
            draft.create(Stage(id="s", journey="j", name="S"))
            draft.create(Round(id="r", journey="j"))

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.place)

    @rule(target=records, name=words)
    def add(self, name: str) -> str:
        touchpoint = new_id()
        stage = "s" if "s" in self.session.document else None
        with self.session.transaction("Add") as draft:
            if stage is None:
                if "j" not in draft.document:
                    draft.create(Journey(id="j", title="J"))
                draft.create(Stage(id="s", journey="j", name="S"))
            draft.create(Touchpoint(id=touchpoint, stage="s", name=name))
        return touchpoint

    @rule(record=records, name=words, phone=st.booleans())
    def rename(self, record: str, name: str, phone: bool) -> None:
        if record in self.session.document:
            with self.session.transaction("Rename", Origin.PHONE if phone else Origin.USER) as draft:
                draft.update(Touchpoint, record, name=name)

    @rule(record=records, value=st.integers(1, 7) | st.none(), phone=st.booleans())
    def rate(self, record: str, value: int | None, phone: bool) -> None:
        document = self.session.document
        if record not in document or "r" not in document:
            return
        with self.session.transaction("Rate", Origin.PHONE if phone else Origin.USER) as draft:
            known = document.having(TouchpointRatings, "touchpoint", record)
            if known:
                held = known[0].experience
                draft.update(TouchpointRatings, known[0].id, experience={**held, GROUP_VOICE: value})
            else:
                draft.create(
                    TouchpointRatings(id=new_id(), round="r", touchpoint=record, experience={GROUP_VOICE: value})
                )

    @rule(record=records, text=words)
    def note(self, record: str, text: str) -> None:
        if record in self.session.document:
            with self.session.transaction("Note") as draft:
                draft.create(Note(id=new_id(), text=text, about=record))

    @rule(record=consumes(records))
    def remove(self, record: str) -> None:
        with self.session.transaction("Remove") as draft:
            draft.remove(record)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def save(self) -> None:
        if self.session.path is None:
            self.session.save_as(self.path)
        else:
            self.session.save()
        assert not self.session.dirty
        assert load(self.path).content.document == self.session.document

    @rule()
    def crash(self) -> None:
        """What a killed process leaves: no closing, the system drops the lock."""
        before, path = self.session.document, self.session.path
        self.session.protection.journal._shut()
        if self.session.file.lock is not None:
            self.session.file.lock.release()
        self.back(before, path)

    @rule()
    def quit(self) -> None:
        before, path, dirty = self.session.document, self.session.path, self.session.dirty
        self.session.close()
        if path is not None or dirty:
            self.back(before, path)
        else:
            self.session = Session.new(self.folders, before)

    def back(self, before: object, path: Path | None) -> None:
        if path is None:
            pending = pending_work(self.folders)
            self.session = Session.resume(pending[0], self.folders) if pending else Session.new(self.folders)
        else:
            self.session = Session.open(path, self.folders)
        assert self.session.document == before

    @precondition(lambda self: self.session.dirty)
    @rule()
    def dirty_means_different(self) -> None:
        saved = load(self.path).content.document if self.session.path else self.session.file.document
        assert self.session.document != saved

    @invariant()
    def every_reference_leads_somewhere(self) -> None:
        document = self.session.document
        try:
            check_changed(document, [record.id for record in document])
        except CheckFailed as error:
            raise AssertionError(str(error)) from error


OpenProject.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestOpenProject = OpenProject.TestCase
