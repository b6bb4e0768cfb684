"""Reading beside a window: in short steps what is usual, in a bounded process of its own what is not."""

import gc
import time
from pathlib import Path

import pytest

from cxstudio.errors import UserError
from cxstudio.files import NotReadable, load, save
from cxstudio.files.container import Package, pack
from cxstudio.files.encoding import encode
from cxstudio.files.errors import Unusual
from cxstudio.files.journal import FILE_NAME
from cxstudio.files.loading import load_in_steps
from cxstudio.model import Document, Journey, Note, Project
from cxstudio.progress import Progress
from cxstudio.session import Folders, NoticeKind, Session
from cxstudio.session.bounds import Bounds
from cxstudio.session.folders import home_of, lock_of
from cxstudio.session.reading import ReaderBeside
from cxstudio.session.tasks import BoundedTask
from cxstudio.steps import finished
from tests.bench.projects import journey_of

REFUSED = UserError("Too much.")


def takes_memory(*, progress: Progress) -> int:
    return len(b"x" * 2_000_000_000)


def never_ends(*, progress: Progress) -> int:
    number = 0
    while True:
        number += 1


def never_begins(*, progress: Progress) -> None:
    time.sleep(600)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "umzug.cxs"


@pytest.mark.parametrize(
    ("work", "bounds"),
    [
        (takes_memory, Bounds(500, 60)),
        (never_ends, Bounds(500, 1)),
        (never_begins, Bounds(500, 60, longest=0.5)),
    ],
)
def test_what_takes_more_than_it_may_ends_in_a_sentence(work: object, bounds: Bounds) -> None:
    task = BoundedTask(bounds, REFUSED, work)  # type: ignore[arg-type]
    task.start()
    while not task.poll():
        time.sleep(0.01)
    with pytest.raises(UserError, match="Too much"):
        task.result()


@pytest.mark.parametrize("touchpoints", [3, 400])
def test_what_this_program_wrote_is_read_in_steps_and_is_the_same(touchpoints: int, path: Path) -> None:
    save(path, journey_of(touchpoints))
    data = path.read_bytes()
    read = finished(load_in_steps(data, path, only_usual=True))
    assert read == load(path) == finished(ReaderBeside().load(path))


def test_while_a_project_is_read_the_collector_waits_and_then_goes_on(path: Path) -> None:
    save(path, journey_of(400))
    assert gc.isenabled()
    steps = ReaderBeside().load(path)
    between = [gc.isenabled() for _ in steps]
    begun = between.index(False)  # before that the disk is waited for
    assert len(between) - begun > 3 and not any(between[begun:])
    assert gc.isenabled()
    given_up = ReaderBeside().load(path)
    while gc.isenabled():
        next(given_up)
    given_up.close()
    assert gc.isenabled()
    path.write_bytes(pack(Package(odd("unknown field"))))
    finished(ReaderBeside().load(path))
    assert gc.isenabled()


def odd(entry: str) -> bytes:
    """A project with something odd among many notes."""
    document = Document(
        [Project(id="project"), Journey(id="j", title="Ist"), *(Note(id=f"n{n}", text="x" * 90) for n in range(900))]
    )
    written = encode(document)
    assert len(written) > 64_000
    return {
        "unknown field": written.replace(b'"id":"n7"', b'"id":"n7","colour":"red"'),
        "unknown kind": written.replace(b'"records":{', b'"records":{"Zebra":[{"id":"z"}],'),
        "dangling": written.replace(b'"id":"n7"', b'"about":"nobody","id":"n7"'),
        "spaces": written.replace(b'"id":"n7"', b'"id": "n7"'),
        "twice": written.replace(b'"id":"n7"', b'"id":"n8"'),
        "newer": written.replace(b'"format":0', b'"format":9'),
        "none": written + b"}",
    }[entry]


@pytest.mark.parametrize("entry", ["unknown field", "unknown kind", "dangling", "spaces", "twice", "newer", "none"])
def test_whatever_is_odd_is_not_read_in_the_window(entry: str, path: Path) -> None:
    data = pack(Package(odd(entry)))
    with pytest.raises(Unusual):
        finished(load_in_steps(data, path, only_usual=True))


def test_what_is_odd_is_read_in_a_process_and_is_the_same(path: Path) -> None:
    path.write_bytes(pack(Package(odd("unknown field"))))
    read = finished(ReaderBeside().load(path))
    assert read == load(path) and read.problems
    path.write_bytes(pack(Package(odd("none"))))
    with pytest.raises(NotReadable, match="damaged"):
        finished(ReaderBeside().load(path))


def test_a_large_project_with_long_unsaved_work_opens_the_same_beside_a_window(path: Path, folders: Folders) -> None:
    save(path, journey_of(6000))  # larger than what is read in steps
    session = Session.open(path, folders)
    with session.transaction("Add notes") as draft:  # one step longer than what is replayed in the window
        draft.create_many([Note(id=f"n{n}", text="x" * 900) for n in range(900)])
    mine = session.document
    session.close()
    again = finished(Session.opening(path, folders, ReaderBeside()))
    assert again.document == mine and again.dirty
    assert [notice.kind for notice in again.notices] == [NoticeKind.RECOVERED]
    again.undo()
    assert not again.document.all(Note)
    again.close()


def test_unsaved_work_that_takes_too_much_stays_and_is_told(
    path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(path, journey_of(3))
    session = Session.open(path, folders)
    with session.transaction("Add notes") as draft:
        draft.create_many([Note(id=f"n{n}", text="x" * 900) for n in range(900)])
    session.close()
    journal = home_of(path, folders) / FILE_NAME
    before = journal.read_bytes()
    monkeypatch.setattr("cxstudio.session.reading._bounds_for", lambda _: Bounds(500, 60, longest=0.0))
    again = finished(Session.opening(path, folders, ReaderBeside()))
    assert [notice.kind for notice in again.notices] == [NoticeKind.RECOVERY_UNREAD]
    with again.transaction("Add note") as draft:
        draft.create(Note(id="n", text="meanwhile"))
    again.close()
    assert before in [kept.read_bytes() for kept in folders.journals.rglob("*.jsonl")]


def test_dropped_on_its_way_it_is_as_if_it_had_never_begun(path: Path, folders: Folders) -> None:
    save(path, journey_of(400))
    steps = Session.opening(path, folders, ReaderBeside())
    for _ in range(5):
        next(steps)
    steps.close()
    session = Session.open(path, folders)
    assert not session.read_only and lock_of(path, folders).exists()
    session.close()
