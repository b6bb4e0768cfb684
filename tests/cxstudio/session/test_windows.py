"""Everything that is done with a project works where files are as Windows has them."""

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from cxstudio.files import NotReadable, load
from cxstudio.files.kept import kept_in, move_aside
from cxstudio.plain_text import file_name
from cxstudio.regular_files import open_regular
from cxstudio.session import Folders, Session
from cxstudio.session.log import FILE_NAME, LARGEST, log, start_log, stop_log
from tests.cxstudio.session.faults.failing_io import FailingIO
from tests.cxstudio.session.faults.scenarios import SCENARIOS
from tests.cxstudio.session.faults.world import World, begun
from tests.cxstudio.session.windows import windows

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is open is looked up as Linux tells it")


def test_it_refuses_what_windows_refuses(tmp_path: Path) -> None:
    """The simulation itself."""
    path = tmp_path / "open.txt"
    path.write_bytes(b"")
    with windows(tmp_path), path.open("rb"):
        for deed in (path.unlink, lambda: path.rename(tmp_path / "other"), lambda: (tmp_path / "x").replace(path)):
            with pytest.raises(PermissionError):
                deed()
        with pytest.raises(OSError, match="syntax"):
            (tmp_path / "a:b").mkdir()


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_scenario_holds_there(name: str, tmp_path: Path) -> None:
    world = World(tmp_path / "place", FailingIO([tmp_path]))
    with windows(tmp_path):
        world.make_folders()
        SCENARIOS[name].before(world)
        SCENARIOS[name].act(world)
        world.close()
        assert not world.refused
        world.check()


def test_a_file_another_program_holds_for_a_moment_is_replaced_all_the_same(tmp_path: Path) -> None:
    path, folders = tmp_path / "umzug.cxs", Folders.below(tmp_path / "own")
    calls = count()
    session = Session.new(folders, begun())
    with windows(tmp_path, busy=lambda: next(calls) in {0, 1}):
        session.save_as(path)
        session.close()
    assert load(path).content.document == begun()


def test_a_journal_another_program_holds_for_a_moment_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(b"promised")
    calls = count()
    with windows(tmp_path, busy=lambda: next(calls) == 0):
        kept = move_aside(tmp_path / "journal.jsonl", datetime.now())
    assert kept_in(tmp_path) == [kept] and kept.read_bytes() == b"promised"


@pytest.mark.parametrize("title", ["CON", "nul.", "a<b>c:d", 'Was "nun"?', "COM1", "Ende. ", "x" * 400, "a/b\\c|d*e"])
def test_a_proposed_name_is_taken_there(title: str, tmp_path: Path) -> None:
    session = Session.new(Folders.below(tmp_path / "own"), begun(title))
    with windows(tmp_path):
        path = tmp_path / file_name(title[:150], ".cxs")
        session.save_as(path)
        session.close()
    assert load(path).content.document == begun(title)


def test_a_folder_is_called_a_folder_there(tmp_path: Path) -> None:
    with windows(tmp_path):
        with pytest.raises(IsADirectoryError):
            open_regular(tmp_path)
        with pytest.raises(NotReadable, match="is a folder"):
            load(tmp_path)


def test_the_log_goes_on_where_it_cannot_be_renamed(tmp_path: Path) -> None:
    folders = Folders.below(tmp_path)
    start_log(folders)
    try:
        log.info("before")
        path = folders.log / FILE_NAME
        with path.open("ab") as held, windows(tmp_path):
            held.write(b"x" * LARGEST)
            held.flush()
            log.info("after")
            log.info("at last")
        told = path.read_bytes()
    finally:
        stop_log()
    assert b"before" in told and b"after" in told and b"at last" in told
