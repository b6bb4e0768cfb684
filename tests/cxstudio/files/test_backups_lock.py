"""Earlier versions are kept and thinned out; one program at a time holds a project."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cxstudio.files.backups import LATEST, Backups, when
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


def test_old_ones_are_thinned_out_to_one_a_day_and_then_dropped(tmp_path: Path) -> None:
    file, backups = tmp_path / "a.cxs", Backups(tmp_path / "kept")
    file.write_bytes(b"one")
    moment = NOON
    for _ in range(24 * 50):
        moment += timedelta(hours=1)
        backups.keep(file, moment)
    made = [when(path) for path in backups.all()]
    days = [m.date() for m in made if m is not None]
    assert made[0] == moment and len(made) <= LATEST + 31
    older = days[LATEST:]
    assert len(set(older)) == len(older) and (moment.date() - days[-1]).days <= 31


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
