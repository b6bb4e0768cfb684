"""Earlier versions are kept and thinned out; one program at a time holds a project."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cxstudio.files.backups import Backups, when
from cxstudio.files.lock import Lock, Locked

NOON = datetime(2026, 3, 12, 12)


def test_a_backup_holds_what_the_file_held(tmp_path: Path) -> None:
    file, backups = tmp_path / "a.cxs", Backups(tmp_path / "kept")
    file.write_bytes(b"one")
    kept = backups.keep(file, NOON)
    file.write_bytes(b"two")
    assert kept is not None and kept.read_bytes() == b"one" and when(kept) == NOON
    assert backups.keep(file, NOON + timedelta(seconds=10)) is None, "not on every save"
    assert backups.all() == [kept]
    backups.forget()
    assert not backups.all()


def test_old_ones_are_thinned_out_by_age_and_named_ones_stay(tmp_path: Path) -> None:
    file, backups = tmp_path / "a.cxs", Backups(tmp_path / "kept")
    file.write_bytes(b"one")
    moment = NOON
    first = backups.keep(file, moment)
    assert first is not None
    backups.name(first, "Nach dem  Workshop")
    for _ in range(2 * 500):
        moment += timedelta(hours=12)
        backups.keep(file, moment)
    ages = [(moment - made) for path in backups.all() if (made := when(path)) is not None]
    assert ages == sorted(ages) and ages[0] == timedelta() and ages[-1] == timedelta(days=500)
    days = [age.days for age in ages]
    assert sum(1 for age in days if 10 < age <= 30) == 20, "one a day for a month"
    assert 46 <= sum(1 for age in days if 30 < age <= 366) <= 50, "one a week for a year"
    assert 4 <= sum(1 for age in days if 366 < age < 500) <= 6, "one a month before"
    assert backups.names() == {first.name: "Nach dem Workshop"}
    backups.name(first, "")
    assert not backups.names()


def test_all_of_a_day_stay(tmp_path: Path) -> None:
    file, backups = tmp_path / "a.cxs", Backups(tmp_path / "kept")
    file.write_bytes(b"one")
    for n in range(100):
        backups.keep(file, NOON + timedelta(minutes=10 * n))
    assert len(backups.all()) == 100


def test_names_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    backups = Backups(tmp_path)
    (tmp_path / "names.json").write_bytes(b"{")
    assert backups.names() == {} and not backups.all()


def test_files_that_are_no_backups_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.cxs").write_bytes(b"x")
    assert not Backups(tmp_path).all()


def test_one_holds_the_lock_at_a_time(tmp_path: Path) -> None:
    first = Lock(tmp_path / "locks" / "a.lock")
    with pytest.raises(Locked):
        Lock(tmp_path / "locks" / "a.lock")
    first.release()
    first.release()
    Lock(tmp_path / "locks" / "a.lock").release()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from cxstudio.files.lock import Lock\n"
        "lock = Lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    path = tmp_path / "a.lock"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        with pytest.raises(Locked):
            Lock(path)
        process.kill()
    Lock(path).release()
