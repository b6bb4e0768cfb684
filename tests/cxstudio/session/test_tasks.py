"""Work in another process: results, errors, progress and cancelling cross the border."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cxstudio.errors import UserError
from cxstudio.model import Document, Journey
from cxstudio.progress import Progress
from cxstudio.session.tasks import EarlyTask, ProcessTask, TaskFailed, TaskState


def titles(document: Document, *, progress: Progress) -> list[str]:
    progress(0.5, "Halfway")
    return [journey.title for journey in document.all(Journey)]


def refuse(*, progress: Progress) -> None:
    raise UserError("“{name}” is odd.", "Nothing is lost.", "Go on.", name="x")


def stumble(*, progress: Progress) -> None:
    raise ValueError("secret content")


def vanish(*, progress: Progress) -> None:
    import os

    os._exit(3)


def never_ends(*, progress: Progress) -> None:
    progress(0.1, "")
    while True:
        time.sleep(0.05)


def many_bytes(*, progress: Progress) -> bytes:
    return b"x" * 5_000_000


def begins_and_waits(gate: str, *, progress: Progress, early: Callable[[str], None]) -> str:
    early("the beginning")
    while not Path(gate).exists():
        time.sleep(0.02)
    return "the beginning and the end"


def run(task: ProcessTask) -> ProcessTask:
    task.start()
    until = time.monotonic() + 60
    while not task.poll() and time.monotonic() < until:
        time.sleep(0.01)
    return task


def test_a_result_comes_back() -> None:
    task = run(ProcessTask(titles, Document([Journey(id="j", title="Umzug")])))
    assert task.result() == ["Umzug"] and task.state is TaskState.DONE and task.progress == 1.0


def test_a_large_result_comes_back() -> None:
    assert len(run(ProcessTask(many_bytes)).result()) == 5_000_000


def test_the_beginning_of_a_result_comes_before_its_end(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    task = EarlyTask(begins_and_waits, str(gate))
    task.start()
    until = time.monotonic() + 60
    while task.early is None and time.monotonic() < until:
        task.poll()
        time.sleep(0.01)
    assert task.early == "the beginning" and task.state is TaskState.RUNNING
    gate.touch()
    while not task.poll() and time.monotonic() < until:
        time.sleep(0.01)
    assert task.result() == "the beginning and the end"


def test_an_error_for_people_crosses_intact() -> None:
    with pytest.raises(UserError) as caught:
        run(ProcessTask(refuse)).result()
    assert (caught.value.happened, caught.value.values) == ("“{name}” is odd.", {"name": "x"})
    assert str(caught.value) == "“x” is odd."


def test_any_other_error_says_where_but_not_what() -> None:
    with pytest.raises(TaskFailed, match="stumble") as caught:
        run(ProcessTask(stumble)).result()
    assert "secret" not in caught.value.where


def test_a_process_that_vanishes_is_a_failure() -> None:
    with pytest.raises(TaskFailed):
        run(ProcessTask(vanish)).result()


def test_cancelling_ends_the_process() -> None:
    task = ProcessTask(never_ends)
    task.start()
    while not task.progress:
        task.poll()
    process = task._process
    task.cancel()
    assert task.state is TaskState.CANCELLED and process is not None and not process.is_alive()
    with pytest.raises(RuntimeError):
        task.result()


def test_cancelling_at_once_is_fine() -> None:
    task = ProcessTask(never_ends)
    task.start()
    task.cancel()
    assert task.poll() and task.state is TaskState.CANCELLED
