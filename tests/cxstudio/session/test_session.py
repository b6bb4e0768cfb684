"""One open project: what is saved, what comes back, what is refused."""

import os
from pathlib import Path

import pytest

from cxstudio.files import ChangedOnDisk, NotReadable, NotSaved
from cxstudio.model import PROJECT_ID, Document, Journey, Persona, Picture, Project, Stage, Touchpoint
from cxstudio.session import Action, Folders, NoticeKind, ReadOnly, Session, pending_work
from cxstudio.session.folders import home_of
from cxstudio.session.unsaved import discard
from cxstudio.store import Draft


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


def small() -> Document:
    return Document(
        [
            Project(id=PROJECT_ID, title="Umzug"),
            Journey(id="j", title="Ist"),
            Stage(id="s", journey="j", name="Anmelden"),
            Touchpoint(id="t", stage="s", name="Formular"),
        ]
    )


def rename(session: Session, name: str) -> None:
    with session.transaction("Rename") as draft:
        draft.update(Touchpoint, "t", name=name)


def name_of(session: Session) -> str:
    return session.document.get(Touchpoint, "t").name


def saved(folders: Folders, path: Path) -> Session:
    session = Session.new(folders, small())
    session.save_as(path)
    return session


def test_a_new_project_is_saved_opened_and_equal(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    session = saved(folders, path)
    assert not session.dirty and session.path == path
    session.close()
    again = Session.open(path, folders)
    assert again.document == small() and not again.dirty and not again.notices
    again.close()
    assert not folders.journals.exists()


def test_unsaved_work_comes_back_marked_and_can_be_undone(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    session = saved(folders, path)
    rename(session, "Umzugsformular")
    session.close()
    again = Session.open(path, folders)
    assert name_of(again) == "Umzugsformular" and again.dirty
    assert [n.kind for n in again.notices] == [NoticeKind.RECOVERED]
    again.undo()
    assert name_of(again) == "Formular" and not again.dirty
    again.redo()
    again.save()
    assert not again.notices and not again.dirty
    again.close()
    third = Session.open(path, folders)
    assert name_of(third) == "Umzugsformular" and not third.dirty
    third.close()


def test_work_without_a_file_comes_back(folders: Folders) -> None:
    session = Session.new(folders, small(), {})
    assert not pending_work(folders)
    rename(session, "Neu")
    assert not pending_work(folders), "an open window holds it"
    session.close()
    (work,) = pending_work(folders)
    assert work.title == "Umzug" and work.path is None
    again = Session.resume(work, folders)
    assert name_of(again) == "Neu" and again.dirty
    again.undo()
    assert not again.dirty
    again.close()
    assert not pending_work(folders)


def test_an_import_is_work_from_the_start(folders: Folders) -> None:
    session = Session.new(folders, small(), keep=True)
    assert session.dirty and session.undo() is None and session.document == small()
    session.close()
    (work,) = pending_work(folders)
    assert work.title == "Umzug"
    again = Session.resume(work, folders)
    assert again.document == small() and again.dirty
    again.close()


def test_an_untouched_copy_leaves_nothing_behind(folders: Folders) -> None:
    Session.new(folders, small()).close()
    assert not pending_work(folders)
    assert not folders.journals.exists()


def test_back_to_the_saved_version_is_a_step_that_can_be_undone(folders: Folders, tmp_path: Path) -> None:
    session = saved(folders, tmp_path / "a.cxs")
    rename(session, "Neu")
    session.close()
    again = Session.open(tmp_path / "a.cxs", folders)
    again.answer(next(iter(again.notices)), Action.BACK_TO_FILE)
    assert name_of(again) == "Formular" and not again.dirty and not again.notices
    again.undo()
    assert name_of(again) == "Neu" and again.dirty
    again.close()


def test_a_second_window_reads_only_and_may_save_a_copy(folders: Folders, tmp_path: Path) -> None:
    first = saved(folders, tmp_path / "a.cxs")
    second = Session.open(tmp_path / "a.cxs", folders)
    assert second.read_only and next(iter(second.notices)).kind is NoticeKind.SECOND_INSTANCE
    with pytest.raises(ReadOnly):
        rename(second, "x")
    with pytest.raises(NotSaved):
        second.save()
    second.save_as(tmp_path / "b.cxs")
    rename(second, "x")
    second.save()
    assert name_of(first) == "Formular"
    first.close()
    second.close()


def test_a_file_changed_by_somebody_else_is_not_overwritten(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    session = saved(folders, path)
    other = saved(Folders.below(tmp_path / "colleague"), tmp_path / "b.cxs")
    rename(other, "theirs")
    other.save()
    other.close()
    (tmp_path / "b.cxs").replace(path)
    rename(session, "mine")
    theirs = path.read_bytes()
    with pytest.raises(ChangedOnDisk):
        session.save()
    assert path.read_bytes() == theirs and session.dirty
    notice = next(n for n in session.notices if n.kind is NoticeKind.CHANGED_ON_DISK)
    session.answer(notice, Action.RELOAD)
    assert name_of(session) == "theirs" and not session.dirty
    session.undo()
    assert name_of(session) == "mine" and session.dirty
    session.save()
    session.close()


def test_unsaved_work_that_fits_no_longer_is_kept_aside_and_told(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    session = saved(folders, path)
    rename(session, "unsaved")
    session.close()
    other = Session.new(Folders.below(tmp_path / "colleague"), small())
    rename(other, "theirs")
    other.save_as(path)
    other.close()
    again = Session.open(path, folders)
    assert name_of(again) == "theirs"
    (notice,) = again.notices
    assert notice.kind is NoticeKind.RECOVERY_KEPT
    assert "unsaved" in Path(str(notice.values["place"])).read_text(encoding="utf-8")
    again.close()


def test_kept_journals_are_dropped_three_months_after_somebody_was_told(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    saved(folders, path).close()
    home = home_of(path, folders)
    home.mkdir(parents=True)
    kept = home / "kept-1.jsonl"
    kept.touch()
    os.utime(kept, (0, 0))
    first = Session.open(path, folders)
    (notice,) = first.notices
    assert notice.kind is NoticeKind.RECOVERY_KEPT and notice.values["place"] == str(kept) and kept.exists()
    first.close()
    second = Session.open(path, folders)
    assert not second.notices and kept.exists(), "told once, and for three months from then on"
    second.close()
    os.utime(next(home.glob("*.told")), (0, 0))
    Session.open(path, folders).close()
    assert not list(home.glob("kept-*"))


def test_pictures_no_journal_names_are_dropped_when_they_are_old(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    saved(folders, path).close()
    home, other = home_of(path, folders), folders.journals / "new-elsewhere"
    for folder in (home, other):
        (folder / "assets").mkdir(parents=True)
        (folder / "assets" / ("0" * 64)).write_bytes(b"old")
    (other / "kept-1.jsonl").touch()
    pending_work(folders)
    assert len(list(folders.journals.rglob("0*"))) == 2
    for old in [*folders.journals.rglob("0*"), *folders.journals.rglob("assets")]:
        os.utime(old, (0, 0))
    pending_work(folders)
    assert not home.exists() and (other / "assets" / ("0" * 64)).exists(), "a kept journal may name it"


def test_locks_of_projects_that_were_never_saved_do_not_pile_up(folders: Folders, tmp_path: Path) -> None:
    session = Session.new(folders, small())
    rename(session, "x")
    session.undo()
    session.close()
    session = Session.new(folders, small())
    rename(session, "x")
    session.save_as(tmp_path / "a.cxs")
    session.close()
    session = Session.new(folders, small())
    rename(session, "x")
    session.close()
    discard(pending_work(folders)[0], folders)
    assert not list(folders.locks.glob("new-*"))


def test_a_picture_is_on_the_disk_before_its_record(folders: Folders, png: bytes) -> None:
    session = Session.new(folders, small())
    asset = session.add_picture(png)
    assert (session.assets.folder / asset).exists()
    with session.transaction("Add picture") as draft:
        draft.create(Picture(id="p", about="t", asset=asset))
    session.close()
    again = Session.resume(pending_work(folders)[0], folders)
    assert again.assets[asset] == session.assets[asset]
    again.close()


def test_a_removed_picture_comes_back_by_undo_after_saving_and_a_crash(
    folders: Folders, tmp_path: Path, png: bytes
) -> None:
    session = saved(folders, tmp_path / "a.cxs")
    asset = session.add_picture(png)
    with session.transaction("Add picture") as draft:
        draft.create(Picture(id="p", about="t", asset=asset))
    session.save()
    with session.transaction("Remove picture") as draft:
        draft.remove("p")
    session.save()
    session.undo()
    session.close()
    again = Session.open(tmp_path / "a.cxs", folders)
    assert again.document.get(Picture, "p").asset == asset and asset in again.assets
    again.close()


def test_a_person_is_erased_everywhere(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    session = Session.new(folders, small())
    with session.transaction("Add persona") as draft:
        draft.create(Persona(id="jana", name="Jana Brandt-Geheim"))
    session.save_as(path)
    rename(session, "x")
    session.save()
    rename(session, "y")
    session.erase_person("jana")
    rename(session, "z")
    assert session.undo() and name_of(session) == "y"
    assert session.undo() is None
    session.close()
    everything = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file() and p.suffix != ".cxs")
    assert b"Geheim" not in everything
    assert not list(folders.backups.rglob("*.cxs"))
    again = Session.open(path, folders)
    assert "jana" not in again.document and name_of(again) == "y"
    again.close()


def test_what_cannot_be_opened_leaves_no_lock(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    path.write_bytes(b"PK nothing")
    with pytest.raises(NotReadable):
        Session.open(path, folders)
    path.unlink()
    saved(folders, path).close()
    session = Session.open(path, folders)
    assert not session.read_only
    session.close()


def test_a_journal_that_cannot_be_written_is_told_and_work_goes_on(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = saved(folders, tmp_path / "a.cxs")
    folders.journals.mkdir(parents=True, exist_ok=True)
    with monkeypatch.context() as patch:
        patch.setattr("cxstudio.files.journal.replace_file", _full)
        rename(session, "one")
    assert [n.kind for n in session.notices] == [NoticeKind.UNPROTECTED]
    rename(session, "two")
    session.close()
    again = Session.open(tmp_path / "a.cxs", folders)
    assert name_of(again) == "two"
    again.undo()
    assert name_of(again) == "one", "the step that failed at first was written with the next"
    again.close()


def test_posted_calls_run_on_the_sessions_thread(folders: Folders) -> None:
    session = Session.new(folders, small())
    calls: list[str] = []
    session.wake = lambda: calls.append("woken")
    session.post(lambda: calls.append("run"))
    session.run_posted()
    assert calls == ["woken", "run"]
    session.close()


def _full(*_: object, **__: object) -> str:
    raise OSError(28, "No space left on device")


def test_draft_is_what_an_edit_gets(folders: Folders) -> None:
    session = Session.new(folders)
    with session.transaction("Begin") as draft:
        assert isinstance(draft, Draft)
    assert not session.dirty
    session.close()
