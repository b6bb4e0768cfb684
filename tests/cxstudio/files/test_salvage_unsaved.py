"""A damaged project with work beside it that was not saved: what fits comes with it, what does not is named."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_note, set_fields
from cxstudio.files.encoding import encode
from cxstudio.files.salvage.salvaging import Salvaged, salvage
from cxstudio.model import Document, Journey, Note, Stakeholder, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.session import Folders, Session
from cxstudio.session.copies import earlier_versions, keep_version
from cxstudio.session.unsaved import journals_of


def left_unsaved(folders: Folders, path: Path) -> Document:
    """A project that was saved, then worked on until the power went; returns what it was then."""
    made = sample("lindenfurt", "en")
    session = Session.new(folders, made.document, made.assets)
    session.save_as(path)
    with session.transaction("Name") as draft:
        set_fields(draft, Stakeholder, draft.document.all(Stakeholder)[0].id, name="Renamed after the last save")
    with session.transaction("Note") as draft:
        add_note(draft, "Typed after the last save", NoteKind.PARKING_LOT)
    with session.transaction("Journey") as draft:
        set_fields(draft, Journey, draft.document.all(Journey)[0].id, title="Titled after the last save")
    gone(session)
    return session.document


def gone(session: Session) -> None:
    """Nobody saved."""
    session.close()  # what is not saved stays in the journal


def whole(folder: Path) -> dict[str, str]:
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def rescued(path: Path, folders: Folders) -> Salvaged:
    """Rescue, and nothing is another file than before."""
    before = whole(path.parent)
    found = salvage(path, earlier_versions(path, folders), journals_of(path, folders))
    assert whole(path.parent) == before
    return found


def told(found: Salvaged) -> list[str]:
    return [(problem.text if problem.n == 1 or not problem.many else problem.many).format(n=problem.n,
            **dict(problem.values)) for problem in found.missing]  # fmt: skip


def test_what_was_not_saved_comes_with_what_is_rescued(tmp_path: Path) -> None:
    folders, path = Folders.below(tmp_path / "person"), tmp_path / "a.cxs"
    wanted = left_unsaved(folders, path)
    data = path.read_bytes()
    path.write_bytes(data[:-40])
    found = rescued(path, folders)
    assert found.document == wanted
    assert "3 changes that had not been saved are included." in told(found)


def test_what_does_not_fit_is_left_out_and_named(tmp_path: Path) -> None:
    folders, path = Folders.below(tmp_path / "person"), tmp_path / "a.cxs"
    wanted = left_unsaved(folders, path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])  # the stakeholders are behind the middle
    found = rescued(path, folders)
    assert not found.document.all(Stakeholder)
    assert "Typed after the last save" in {note.text for note in found.document.all(Note)}
    assert found.document.all(Journey)[0].title == "Titled after the last save" == wanted.all(Journey)[0].title
    lines = told(found)
    assert "2 changes that had not been saved are included." in lines
    assert any(line.startswith("1 unsaved change is left out") for line in lines)


def test_a_file_that_opens_in_spite_of_its_damage_gets_its_work_by_its_digest(tmp_path: Path) -> None:
    folders, path = Folders.below(tmp_path / "person"), tmp_path / "a.cxs"
    wanted = left_unsaved(folders, path)
    found = rescued(path, folders)
    assert found.document == wanted and told(found) == ["3 changes that had not been saved are included."]


def test_where_a_version_is_kept_of_what_was_saved_all_comes_back(tmp_path: Path) -> None:
    folders, path = Folders.below(tmp_path / "person"), tmp_path / "a.cxs"
    wanted = left_unsaved(folders, path)
    keep_version(path.read_bytes(), path, folders)
    path.write_bytes(b"PK\x03\x04nothing")
    found = rescued(path, folders)
    assert found.document == wanted and told(found) == ["3 changes that had not been saved are included."]


def test_a_journal_that_holds_the_whole_project_takes_its_place(tmp_path: Path) -> None:
    folders, path = Folders.below(tmp_path / "person"), tmp_path / "a.cxs"
    made = sample("lindenfurt", "en")
    session = Session.new(folders, made.document)
    session.save_as(path)
    with session.transaction("Note") as draft:
        add_note(draft, "Typed after the last save", NoteKind.PARKING_LOT)
    session.protection.journal.move(session.protection.journal.folder, encode(session.document))
    gone(session)
    path.write_bytes(path.read_bytes()[:2_000])
    found = rescued(path, folders)
    assert found.document == session.document and len(found.missing) == 1


def test_a_stranger_journal_and_a_damaged_one_add_nothing(tmp_path: Path) -> None:
    folders, path = Folders.below(tmp_path / "person"), tmp_path / "a.cxs"
    left_unsaved(folders, path)
    (journal,) = journals_of(path, folders)
    other = tmp_path / "other.cxs"
    session = Session.new(folders, Document([Journey(id="other", title="Other")]))
    session.save_as(other)
    session.close()
    data = other.read_bytes()
    other.write_bytes(data[:-60])
    before = salvage(other).document
    found = salvage(other, (), [journal])
    assert not found.document.all(Touchpoint) and found.document.get(Journey, "other") == before.get(Journey, "other")
    journal.write_bytes(b"\xff\x00" * 200 + b"\n{}\n[1]\n")
    assert salvage(other, (), [journal]).document == before
    journal.unlink()
    journal.mkdir()
    assert any("cannot be read" in line for line in told(salvage(other, (), [journal])))
