"""Earlier versions: listed with what changed, verified, named, restored as one step."""

from datetime import datetime
from pathlib import Path

import pytest

from cxstudio.edits import add_note
from cxstudio.files.backups import Backups
from cxstudio.model import Document, Journey, Note
from cxstudio.session import Folders, Session
from cxstudio.session.folders import project_key
from cxstudio.session.reading import Reader
from cxstudio.session.versions.kept import ReadVersion, name_version, reading_all, versions_of
from cxstudio.steps import finished


@pytest.fixture
def session(tmp_path: Path):
    session = Session.new(Folders.below(tmp_path / "own"), Document([Journey(id="j", title="J")]))
    session.save_as(tmp_path / "a.cxs")
    backups = Backups(session.folders.backups / project_key(tmp_path / "a.cxs"))
    for day in range(3):
        with session.transaction("Note") as draft:
            add_note(draft, f"note {day}")
        session.save()
        for fresh in backups.all():
            fresh.unlink()  # the one the save made: those of this test have days of their own
            break
        backups.keep_bytes((tmp_path / "a.cxs").read_bytes(), datetime(2026, 3, 10 + day, 12))
    yield session
    session.close()


def read(session: Session) -> list[ReadVersion]:
    told: list[ReadVersion] = []
    finished(reading_all(versions_of(session.path, session.folders), session.document, Reader(), told))
    return told


def notes(document: Document | None) -> list[str]:
    assert document is not None
    return [note.text for note in document.all(Note)]


def test_each_version_is_read_again_and_says_what_changed_since_the_one_before(session: Session) -> None:
    with session.transaction("Note") as draft:
        add_note(draft, "not saved")
    first, second, third, now = read(session)
    assert first.first and not first.changes and notes(first.document) == ["note 0"]
    assert [c.after.text for c in second.changes] == ["note 1"] and notes(third.document)[-1] == "note 2"
    assert [c.after.text for c in now.changes] == ["not saved"]


def test_a_damaged_version_is_told_and_the_others_are_read(session: Session) -> None:
    middle = versions_of(session.path, session.folders)[1].path
    middle.write_bytes(middle.read_bytes()[:100])
    told = read(session)
    assert told[1].loaded is None and notes(told[2].document) == ["note 0", "note 1", "note 2"]
    assert sorted(c.after.text for c in told[2].changes) == ["note 1", "note 2"]


def test_a_version_is_restored_as_one_step(session: Session) -> None:
    first = read(session)[0]
    assert first.loaded is not None
    before = session.document
    session.restore(first.loaded, "10 March 2026")
    assert notes(session.document) == ["note 0"] and session.dirty
    session.undo()
    assert session.document == before


def test_the_project_as_it_stands_is_kept_under_a_name(session: Session) -> None:
    with session.transaction("Note") as draft:
        add_note(draft, "not saved")
    session.keep_version("Nach dem  Workshop")
    version = versions_of(session.path, session.folders)[0]
    assert version.name == "Nach dem Workshop"
    assert notes(read(session)[-2].document)[-1] == "not saved" and session.dirty
    assert name_version(version, "").name == ""
    assert versions_of(session.path, session.folders)[0].name == ""


def test_a_project_without_a_file_has_no_versions(tmp_path: Path) -> None:
    assert versions_of(None, Folders.below(tmp_path)) == ()
