"""A person deleted for good: from the project, and from everything this program keeps beside it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

import pytest
from pydantic import ValidationError

from cxstudio.edits import add_note
from cxstudio.edits.without_people import without_people
from cxstudio.files import NotSaved, save
from cxstudio.files.encoding import plain
from cxstudio.files.journal import FILE_NAME, Base, Journal
from cxstudio.files.kept import move_aside
from cxstudio.model import (
    Document,
    Journey,
    Measure,
    Note,
    Participant,
    Persona,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
    VoteRound,
)
from cxstudio.model.ideation.sealed_slips import SEALED, opened, seal
from cxstudio.model.personal_data.blacking_out import BLACKED_OUT
from cxstudio.model.registry import ref_fields
from cxstudio.session import Folders, Session, pending_work
from cxstudio.session.disk_work import outcome
from cxstudio.session.watching import NotErased
from cxstudio.session.writing import Writing
from cxstudio.store import Change, ChangeSet, check_changed
from tests.cxstudio.files.test_whole_model import WHOLE


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


@pytest.fixture
def path(tmp_path: Path, folders: Folders) -> Path:
    """A project with one participant, who has answered."""
    stage, round_ = Stage(id="s", journey="j", name="S"), Round(id="r", journey="j")
    ratings = TouchpointRatings(id="x", round="r", touchpoint="t", experience={"p": 3, "group": 4}, word={"p": "Wut"})
    person, touchpoint = Participant(id="p", name="Petra Geheim"), Touchpoint(id="t", stage="s", name="T")
    session = Session.new(folders, Document([Journey(id="j", title="J"), stage, touchpoint, person, round_, ratings]))
    session.save_as(tmp_path / "projekt.cxs")
    session.close()
    return tmp_path / "projekt.cxs"


def write(session: Session, text: str) -> None:
    with session.transaction("Add note") as draft:
        add_note(draft, text)


def project_json(path: Path) -> bytes:
    return ZipFile(path).read("project.json")


def test_an_erased_participant_leaves_no_trace_but_the_others_answers(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    write(session, "unsaved")
    session.erase_person("p")
    ratings = session.document.get(TouchpointRatings, "x")
    assert ratings.experience == {"group": 4} and not ratings.word
    assert not session.dirty and session.undo() is None
    session.close()
    for file in folders.data.rglob("*"):
        assert not file.is_file() or b"Geheim" not in file.read_bytes()
    assert b"Geheim" not in project_json(path) and b"Wut" not in project_json(path)


def test_kept_work_of_the_project_is_erased_with_the_person_wherever_it_lies(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    other = folders.journals / "elsewhere"
    for place, file in ((other, path), (folders.journals / "another project", path.with_name("other.cxs"))):
        journal = Journal(place, Base(file, "a digest", "T"))
        journal.append(ChangeSet((Change("p", Participant, "name", "", "Petra Geheim"),), "Rename"))
        journal.close()
        move_aside(place / FILE_NAME, datetime.now())
    session.erase_person("p")
    session.close()
    (left,) = (file for file in folders.data.rglob("*") if file.is_file() and b"Geheim" in file.read_bytes())
    assert left.parent.name == "another project"


def test_a_person_is_not_said_to_be_erased_while_the_file_holds_them(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    failed = NotSaved("It was not saved.")
    with mock.patch.object(Writing, "put", side_effect=failed), pytest.raises(NotErased) as caught:
        session.erase_person("p")
    assert str(path) in str(caught.value.values["place"]) and session.dirty
    session.save()
    session.close()
    assert b"Geheim" not in project_json(path)


def test_an_erased_person_of_a_project_without_a_file_leaves_no_trace(folders: Folders) -> None:
    session = Session.new(folders, Document([Participant(id="p", name="Petra Geheim"), Journey(id="j", title="J")]))
    with session.transaction("Rename") as draft:
        draft.update(Journey, "j", title="K")
    session.erase_person("p")
    session.close()
    (work,) = pending_work(folders)
    assert b"Geheim" not in (work.folder / "journal.jsonl").read_bytes()
    again = Session.resume(work, folders)
    assert "p" not in again.document and again.document.get(Journey, "j").title == "K"
    again.close()


def named(document: Document, name: str) -> tuple[Document, list[str]]:
    """The name in every text and every typed key of every record that can hold it, and which fields those are."""
    where: list[str] = []
    for record in document:
        refs = {ref.name for ref in ref_fields(type(record))} | {"id", "order"}
        for field in set(type(record).model_fields) - refs:
            value = getattr(record, field)
            said: object = None
            if field == SEALED:
                said = seal({f"mit {name}": {"i": 2}})
            elif type(value) is str:
                said = f"Mit {name}, am Telefon"
            elif isinstance(value, tuple) and value and type(value[0]) is str:
                said = (*value, f"von {name}")
            elif isinstance(value, Mapping) and value:
                key, each = next(iter(value.items()))
                said = {**value, f"von {name}": each}
                if type(each) is str:
                    said |= {key: f"Laut {name}"}
            if said is None:
                continue
            try:
                after = type(record).model_validate({**plain(record), field: said})
            except ValidationError:
                continue
            document = document.evolve([after])
            record = after
            where.append(f"{type(record).__name__}.{field}")
    return document, where


def test_a_name_is_erased_from_every_field_of_every_record(tmp_path: Path, folders: Folders) -> None:
    """The whole schema is walked: wherever text can stand, the name stood there."""
    person = WHOLE.all(Participant)[0]
    document = WHOLE.evolve([person.model_copy(update={"name": "Petra Geheim", "code": "PG-77"})])
    document, where = named(document, "Petra Geheim")
    for field in ("Measure.owner_name", "AgendaBlock.who", "BreakoutGroup.name", "Test.with_whom", "Note.text",
                  "MeasureChange.before", "Project.title", "Readiness.answers", "VoteRound.sealed", "Votes.points",
                  "Persona.goals", "Picture.caption", "Workshop.title", "Decision.note"):  # fmt: skip
        assert field in where, field
    assert len(where) > 100
    before = document.evolve([document.get(Participant, person.id).model_copy(update={"name": "Petra Geheim"})])
    path = tmp_path / "projekt.cxs"
    session = Session.new(folders, before)
    session.save_as(path)
    session.close()
    mine = tmp_path / "of somebody else.cxs"
    mine.write_bytes(path.read_bytes())
    other = Session.open(mine, Folders.below(tmp_path / "other"))
    with other.transaction("Say") as draft:
        add_note(draft, "frau petra   GEHEIM und Geheim")
    other.save()  # saved on another machine: the version before is embedded
    assert any(m.startswith("base/") for m in ZipFile(mine).namelist())
    write(other, "unsaved, of Petra Geheim")
    other.erase_person(person.id)
    folder = other.folders.data
    for file in [mine, *(f for f in folder.rglob("*") if f.is_file())]:
        data = file.read_bytes()
        if data.startswith(b"PK"):
            with ZipFile(file) as archive:
                data += b"".join(name.encode() + archive.read(name) for name in archive.namelist())
        assert not [word for word in (b"geheim", b"petra", b"pg-77") if word in data.lower()], file
    for vote in other.document.all(VoteRound):
        assert "Geheim" not in str(opened(vote.sealed))
    check_changed(other.document, [record.id for record in other.document])
    left = other.document
    other.close()
    again = Session.open(mine, other.folders)
    assert again.document == left and person.id not in left
    again.close()
    # the copy without names likewise
    session = Session.open(path, folders)
    save(tmp_path / "copy.cxs", without_people(session.document).document)
    session.close()
    with ZipFile(tmp_path / "copy.cxs") as archive:
        data = b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    assert b"geheim" not in data.lower()


def test_names_of_others_stay(folders: Folders, tmp_path: Path) -> None:
    """Who has the same surname, or a name that holds the one deleted, keeps it."""
    people = [Participant(id="p", name="Anna Klein"), Participant(id="q", name="Uwe Klein")]
    persona = Persona(id="x", name="Anna", quote="Anna Klein hat recht, sagt Herr Klein")
    measures = [Measure(id="m", title="Von Anna Klein mit Anna Kleinert", owner_name="Anna Klein")]
    session = Session.new(folders, Document([Journey(id="j", title="J"), *people, persona, *measures]))
    session.erase_person("p")
    document = session.document
    assert document.get(Participant, "q").name == "Uwe Klein"
    assert document.get(Persona, "x").quote == f"{BLACKED_OUT} hat recht, sagt Herr Klein"
    assert document.get(Measure, "m").title == f"Von {BLACKED_OUT} mit Anna Kleinert"
    assert document.get(Measure, "m").owner_name == "", "nobody is responsible any more"
    session.erase_person("x")
    assert document.get(Participant, "q").name == "Uwe Klein"
    session.close()


@pytest.mark.parametrize("stop", range(1, 7))
def test_what_is_typed_while_a_person_is_erased_is_kept_and_they_are_not(folders: Folders, stop: int) -> None:
    """The journal is written anew beside the window, which goes on; the program may end before any turn of that."""
    session = Session.new(folders, Document([Participant(id="p", name="Petra Geheim"), Journey(id="j", title="J")]))
    write(session, "before")
    turns, number = session.saver.erase_person("p"), 0
    give = partial(next, turns)
    with suppress(StopIteration):
        for number in range(stop):
            part = give()
            if number < 4:
                write(session, f"typed in turn {number}")
            give = outcome(turns, part)
        give()
    session.protection.journal._shut()
    session.protection._let_go_of_place()
    session.file.release()
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert "p" not in again.document
    typed = {f"typed in turn {n}" for n in range(min(number + 1, 4))}
    assert {note.text for note in again.document.all(Note)} == {"before", *typed}
    again.close()
    gone = "Geheim" not in work.folder.joinpath(FILE_NAME).read_text("utf-8")
    assert gone == (stop >= 5)  # once it is in place
