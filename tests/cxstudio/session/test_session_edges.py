"""What happens at the edges: moved files, newer formats, folders that refuse."""

import json
import logging
import logging.handlers
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxstudio.errors import UserError
from cxstudio.files import NotReadable, NotSaved, load
from cxstudio.files.container import Package, pack
from cxstudio.model import Document, Journey, Participant, Picture, Round, Stage, Touchpoint, TouchpointRatings
from cxstudio.session import Action, Folders, NoticeKind, ReadOnly, Session, pending_work
from cxstudio.session.copies import earlier_versions
from cxstudio.session.log import FILE_NAME, log, report, start_log, stop_log
from cxstudio.session.unsaved import discard
from cxstudio.store import Origin


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


@pytest.fixture
def path(tmp_path: Path, folders: Folders) -> Path:
    session = Session.new(
        folders,
        Document(
            [
                Journey(id="j", title="J"),
                Stage(id="s", journey="j", name="S"),
                Touchpoint(id="t", stage="s", name="T"),
                Participant(id="p", name="Petra Geheim"),
                Round(id="r", journey="j"),
                TouchpointRatings(
                    id="x", round="r", touchpoint="t", experience={"p": 3, "group": 4}, word={"p": "Wut"}
                ),
            ]
        ),
    )
    session.save_as(tmp_path / "projekt.cxs")
    session.close()
    return tmp_path / "projekt.cxs"


def rename(session: Session, name: str) -> None:
    with session.transaction("Rename") as draft:
        draft.update(Touchpoint, "t", name=name)


def name_of(session: Session) -> str:
    return session.document.get(Touchpoint, "t").name


def test_unsaved_work_follows_a_file_that_was_moved(path: Path, folders: Folders, png: bytes) -> None:
    session = Session.open(path, folders)
    asset = session.add_picture(png)
    with session.transaction("Add picture") as draft:
        draft.create(Picture(id="pic", about="t", asset=asset))
    session.close()
    moved = path.with_name("umbenannt.cxs")
    path.rename(moved)
    (work,) = pending_work(folders)
    with pytest.raises(NotReadable):
        Session.resume(work, folders)
    again = Session.open(moved, folders)
    assert again.document.get(Picture, "pic").asset == asset and asset in again.assets and again.dirty
    again.close()
    (work,) = pending_work(folders)
    assert work.path == moved
    third = Session.resume(work, folders)
    third.save()
    third.close()
    assert asset in load(moved).assets and not pending_work(folders)


def test_a_copy_does_not_take_the_work_of_its_original(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    rename(session, "unsaved")
    session.close()
    copy = path.with_name("kopie.cxs")
    copy.write_bytes(path.read_bytes())
    other = Session.open(copy, folders)
    assert name_of(other) == "T" and not other.dirty
    other.close()
    again = Session.open(path, folders)
    assert name_of(again) == "unsaved"
    again.close()


def test_unsaved_work_can_be_thrown_away(folders: Folders, path: Path) -> None:
    session = Session.open(path, folders)
    rename(session, "unsaved")
    (held,) = folders.journals.iterdir()
    session.close()
    (work,) = pending_work(folders)
    discard(work, folders)
    assert not held.exists() and not pending_work(folders)


def test_a_newer_format_is_shown_and_never_written(path: Path, folders: Folders, tmp_path: Path) -> None:
    records = {"Journey": [{"id": "j", "title": "Later"}], "Hologram": [{"id": "h"}]}
    path.write_bytes(pack(Package(json.dumps({"format": 99, "records": records}).encode())))
    before = path.read_bytes()
    session = Session.open(path, folders)
    assert session.read_only and next(iter(session.notices)).kind is NoticeKind.NEWER_FORMAT
    assert session.document.get(Journey, "j").title == "Later"
    for attempt in (session.save, session.undo, session.redo, lambda: session.save_as(tmp_path / "b.cxs")):
        with pytest.raises(UserError):
            attempt()
    with pytest.raises(ReadOnly):
        session.transaction("x")
    session.close()
    assert path.read_bytes() == before and not (tmp_path / "b.cxs").exists()


def test_problems_of_a_file_are_a_notice_with_details(path: Path, folders: Folders) -> None:
    records = {"Stage": [{"id": "s", "journey": "gone", "name": "S"}], "Hologram": [{"id": "h"}]}
    path.write_bytes(pack(Package(json.dumps({"format": 0, "records": records}).encode())))
    session = Session.open(path, folders)
    (notice,) = session.notices
    assert notice.kind is NoticeKind.PROBLEMS and len(notice.details) == 2
    heard: list[int] = []
    stop = session.notices.listen(lambda: heard.append(len(session.notices)))
    session.answer(notice, Action.DISMISS)
    stop()
    assert not session.notices and heard == [0]
    with session.transaction("Begin") as draft:
        draft.create(Journey(id="j", title="J"))
    session.save()
    session.close()
    again = json.loads(_project(path))
    assert again["records"]["Hologram"] == [{"id": "h"}] and again["records"]["Stage"][0]["journey"] == "gone"


def _project(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read("project.json")


def test_work_goes_beside_the_project_where_the_data_folder_refuses(path: Path, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where the folder should be", encoding="utf-8")
    folders = Folders.below(tmp_path / "blocked")
    session = Session.open(path, folders)
    rename(session, "still works")
    (notice,) = session.notices
    assert notice.kind is NoticeKind.PROTECTED_ELSEWHERE and session.secure()
    place = Path(str(notice.values["place"]))
    assert place.parent == path.parent and place.stat().st_mode & 0o077 == 0
    asset = session.add_picture(_png())
    session.close()
    again = Session.open(path, folders)
    assert name_of(again) == "still works" and again.assets[asset]
    again.save()
    assert not again.dirty and load(path).content.document == again.document
    again.close()
    assert list(path.parent.glob(".cxs-unsaved-*")) == []


def test_where_no_place_takes_it_that_is_said_and_saving_works_without_a_lock(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where the folder should be", encoding="utf-8")
    folders = Folders.below(tmp_path / "blocked")
    fresh = Session.new(folders)
    with fresh.transaction("Begin") as draft:
        draft.create(Journey(id="j", title="J"))
    assert [n.kind for n in fresh.notices] == [NoticeKind.UNPROTECTED] and not fresh.secure()
    with pytest.raises(NotSaved):
        fresh.add_picture(_png())
    fresh.save_as(tmp_path / "first.cxs")
    assert not fresh.notices and fresh.secure() and not fresh.dirty
    assert load(tmp_path / "first.cxs").content.document == fresh.document
    fresh.close()


def test_a_project_without_a_file_goes_to_the_spare_folder(tmp_path: Path) -> None:
    folders = Folders.below(tmp_path / "own")
    folders.data.parent.mkdir()
    folders.data.write_text("a file where the folder should be", encoding="utf-8")
    fresh = Session.new(folders)
    with fresh.transaction("Begin") as draft:
        draft.create(Journey(id="j", title="J"))
    assert [n.kind for n in fresh.notices] == [NoticeKind.PROTECTED_ELSEWHERE]
    assert pending_work(folders) == (), "an open window holds it"
    with fresh.transaction("Rename") as draft:
        draft.update(Journey, "j", title="K")
    fresh.close()
    (work,) = pending_work(folders)
    assert work.folder.parent == folders.spare and work.path is None
    again = Session.resume(work, folders)
    assert again.document.get(Journey, "j").title == "K" and again.dirty
    again.close()
    assert len(pending_work(folders)) == 1


def _png() -> bytes:
    import io

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_change_on_the_disk_is_noticed_when_the_window_comes_to_the_front(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    session.check_disk()
    assert not session.notices
    other = Session.open(path, Folders.below(folders.data.parent / "colleague"))
    rename(other, "theirs")
    other.save()
    other.close()
    session.check_disk()
    session.check_disk()
    (notice,) = session.notices
    assert notice.kind is NoticeKind.CHANGED_ON_DISK
    session.answer(notice, Action.OVERWRITE)
    (told,) = session.notices
    assert load(path).content.document.get(Touchpoint, "t").name == "T"
    assert load(Path(str(told.values["place"]))).content.document.get(Touchpoint, "t").name == "theirs"
    path.unlink()
    session.check_disk()
    assert [*session.notices] == [told]
    session.save()
    session.close()


def test_saving_under_a_name_that_is_open_elsewhere_is_refused(path: Path, folders: Folders) -> None:
    held = Session.open(path, folders)
    other = Session.new(folders, Document([Journey(id="j", title="Other")]))
    with pytest.raises(NotSaved):
        other.save_as(path)
    other.close()
    held.save_as(path)
    held.close()
    assert load(path).content.document.get(Touchpoint, "t").name == "T"


def test_saving_without_a_name_asks_for_one(folders: Folders) -> None:
    session = Session.new(folders)
    with pytest.raises(NotSaved):
        session.save()
    session.check_disk()
    session.close()


def test_a_failed_save_as_leaves_the_session_where_it_was(path: Path, folders: Folders, tmp_path: Path) -> None:
    session = Session.open(path, folders)
    rename(session, "N")
    with pytest.raises(NotSaved):
        session.save_as(tmp_path / "gone" / "b.cxs")
    assert session.path == path and session.dirty
    session.save()
    session.close()
    assert load(path).content.document.get(Touchpoint, "t").name == "N"


def test_a_damaged_file_leads_to_its_backup(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    rename(session, "N")
    session.save()
    (kept,) = earlier_versions(path, folders)
    session.close()
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(NotReadable) as caught:
        Session.open(path, folders)
    assert str(kept) in caught.value.todo.format(**caught.value.values)
    assert load(kept).content.document.get(Touchpoint, "t").name == "T"


def test_steps_of_phones_come_back_but_are_not_undone(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    with session.transaction("Rate", Origin.PHONE) as draft:
        draft.update(TouchpointRatings, "x", experience={"p": 7, "group": 4})
    session.close()
    again = Session.open(path, folders)
    assert again.document.get(TouchpointRatings, "x").experience["p"] == 7 and again.undo() is None
    again.close()


def test_the_title_is_the_projects_else_the_files(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    assert session.title == "projekt"
    session.close()
    fresh = Session.new(folders)
    assert fresh.title == ""
    fresh.close()


@pytest.fixture
def logging_on(folders: Folders) -> Iterator[Path]:
    start_log(folders)
    yield folders.log / FILE_NAME
    stop_log()


def test_the_log_says_where_but_never_what(logging_on: Path) -> None:
    try:
        Journey(id="j")  # type: ignore[call-arg]
    except ValueError as error:
        log.exception("an edit failed")
        copied = report(error)
    try:
        raise KeyError("Petra Geheim") from ValueError("42 Geheim")
    except KeyError as error:
        log.error("another", exc_info=error)
        copied += report(error)
    written = logging_on.read_text(encoding="utf-8")
    for text in (written, copied):
        assert "ValidationError" in text and "test_session_edges.py" in text and "because of" in text
        assert "Geheim" not in text and "Field required" not in text


def test_the_log_turns_over(logging_on: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (handler,) = [h for h in log.handlers if h.get_name() == FILE_NAME]
    assert isinstance(handler, logging.handlers.RotatingFileHandler)
    monkeypatch.setattr(handler, "maxBytes", 2000)
    for _ in range(200):
        log.info("a line like any other, again and again")
    files = sorted(logging_on.parent.iterdir())
    assert len(files) == 4 and all(f.stat().st_size < 3000 for f in files)


def test_a_log_folder_that_refuses_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("x", encoding="utf-8")
    start_log(Folders.below(tmp_path / "blocked"))
    log.info("into the void")
    stop_log()
