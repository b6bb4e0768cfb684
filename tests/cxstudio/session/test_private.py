"""What the program keeps for itself is for nobody else of the machine; a project keeps its own permissions."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxstudio.files.atomic import private_folder
from cxstudio.model import PROJECT_ID, Document, Journey, Project, Stage, Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.log import start_log, stop_log
from cxstudio.session.settings import LANGUAGE, Settings
from cxstudio.session.templates import save_template

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps these folders apart by itself")


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Folders]:
    """Folders of one's own on a machine where new files are for everybody to read."""
    before = os.umask(0o022)
    yield Folders.below(tmp_path / "own")
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


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


def test_journal_pictures_backups_and_settings_are_private(folders: Folders, tmp_path: Path, png: bytes) -> None:
    path = tmp_path / "a.cxs"
    start_log(folders)
    Settings(folders)[LANGUAGE] = "en"
    session = Session.new(folders, small())
    session.save_as(path)
    rename(session, "Anruf")
    session.save()
    session.add_picture(png)
    session.unfinished_note = "halb"
    session.keep_note()
    rename(session, "Brief")
    save_template(session.document, folders, "Vorlage")
    session.close()
    stop_log()
    own = [p for p in (tmp_path / "own").rglob("*") if p.name != "cxstudio.log" and "locks" not in p.parts]
    assert {p.name.split(".")[-1] for p in own if p.is_file()} >= {"jsonl", "cxs", "json", "txt"}
    assert [str(p) for p in own if p.is_file() and mode(p) != 0o600] == []
    assert [str(p) for p in (tmp_path / "own").rglob("*") if p.is_dir() and mode(p) != 0o700] == []


def test_a_folder_of_an_earlier_version_becomes_private(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir(mode=0o755)
    private_folder(folder / "new")
    private_folder(folder)
    assert mode(folder) == mode(folder / "new") == 0o700


@pytest.mark.parametrize("its", [0o600, 0o640, 0o644])
def test_save_and_save_as_keep_the_projects_permissions(its: int, folders: Folders, tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.cxs" for name in "abc")
    session = Session.new(folders, small())
    session.save_as(first)
    first.chmod(its)
    rename(session, "Anruf")
    session.save()
    assert mode(first) == its
    session.save_as(second)
    assert mode(second) == its
    third.write_bytes(b"")
    third.chmod(0o666)
    session.save_as(third)
    assert mode(third) == its
    rename(session, "Brief")
    session.save()
    assert mode(third) == its
    backups = list(folders.backups.rglob("*.cxs"))
    assert backups and all(mode(path) == 0o600 for path in backups)
    session.close()
