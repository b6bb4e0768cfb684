"""Work in another process: results, errors, progress and cancelling cross the border."""

import time

import pytest

from cxstudio.errors import UserError
from cxstudio.model import Document, Journey
from cxstudio.session.tasks import Progress, Task, TaskFailed, TaskState


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


def run(task: Task) -> Task:
    task.start()
    assert task.wait(60)
    return task


def test_a_result_comes_back() -> None:
    task = run(Task(titles, Document([Journey(id="j", title="Umzug")])))
    assert task.result() == ["Umzug"] and task.state is TaskState.DONE and task.progress == 1.0


def test_a_large_result_comes_back() -> None:
    assert len(run(Task(many_bytes)).result()) == 5_000_000


def test_an_error_for_people_crosses_intact() -> None:
    with pytest.raises(UserError) as caught:
        run(Task(refuse)).result()
    assert (caught.value.happened, caught.value.values) == ("“{name}” is odd.", {"name": "x"})
    assert str(caught.value) == "“x” is odd."


def test_any_other_error_says_where_but_not_what() -> None:
    with pytest.raises(TaskFailed, match="stumble") as caught:
        run(Task(stumble)).result()
    assert "secret" not in caught.value.where


def test_a_process_that_vanishes_is_a_failure() -> None:
    with pytest.raises(TaskFailed):
        run(Task(vanish)).result()


def test_cancelling_ends_the_process() -> None:
    task = Task(never_ends)
    task.start()
    while not task.progress:
        task.poll()
    process = task._process
    task.cancel()
    assert task.state is TaskState.CANCELLED and process is not None and not process.is_alive()
    with pytest.raises(RuntimeError):
        task.result()


def test_cancelling_at_once_is_fine() -> None:
    task = Task(never_ends)
    task.start()
    task.cancel()
    assert task.poll() and task.state is TaskState.CANCELLED
