"""Long work that does not hold up the window: in steps between two frames, or in a process fed with a snapshot."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from queue import SimpleQueue
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from cxstudio.errors import N_, UserError
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.files.loading import collector_off
from cxstudio.model import Document
from cxstudio.session.bounds import Bounds
from cxstudio.session.log import log, where

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from cxstudio.steps import Steps

T = TypeVar("T")
SLICE_S = 0.010
"""So long at most, and one step, the window waits for a task in steps."""


class TaskState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class TaskFailed(Exception):
    """The work ended with an error that was not made for people; holds where, not what."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class Task(Generic[T]):
    """One piece of long work. Whoever began it calls `poll` now and then; nothing here calls back."""

    rest_ms: ClassVar[int]
    """Milliseconds between two polls."""

    def __init__(self) -> None:
        self.state = TaskState.WAITING
        self.progress = 0.0
        """Part done, 0 to 1; 0 as long as nothing is known."""
        self.early: T | None = None
        """The beginning of the result, where the work tells one before it is over."""
        self._result: T | None = None
        self._error: BaseException | None = None

    def start(self) -> None:
        """Begin. Returns at once."""
        self.state = TaskState.RUNNING

    def poll(self) -> bool:
        """See how far it is; True once it is over. Never blocks for long."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop the work for good. Its only effect is its result, so nothing is left half done."""
        if not self.over:
            self._end(TaskState.CANCELLED)

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self.state not in {TaskState.WAITING, TaskState.RUNNING}

    def result(self) -> T:
        """What the work gave. Raises its UserError, TaskFailed, or RuntimeError when there is none (yet)."""
        if self._error is not None:
            raise self._error
        if self.state is not TaskState.DONE:
            raise RuntimeError(f"the task is {self.state}")
        return cast("T", self._result)

    def _end(self, state: TaskState, error: BaseException | None = None) -> None:
        self.state, self._error = state, error


class StepTask(Task[T]):
    """A computation in steps, worked off between two frames, a few milliseconds at a time.

    `poll` raises its errors, but those made for people.
    """

    rest_ms = 0

    def __init__(self, steps: Steps[T], told: Callable[[], float] = lambda: 0.0) -> None:
        """`told` says how far the steps are, 0 to 1."""
        super().__init__()
        self._steps, self._told = steps, told

    def poll(self) -> bool:
        until = perf_counter() + SLICE_S
        while not self.over and perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration as end:
                self._result = end.value
                self._end(TaskState.DONE)
            except UserError as error:
                self._end(TaskState.FAILED, error)
        self.progress = self._told()
        return self.over

    def _end(self, state: TaskState, error: BaseException | None = None) -> None:
        super()._end(state, error)
        self._steps.close()


class ProcessTask(Task[T]):
    """A process of its own: `function(*args, progress=…, **kwargs)`, importable by name, giving something picklable.

    Documents among the arguments travel as the bytes of a file, which is quicker than pickling them. A helper thread
    packs them, starts the process and unpacks what it says: each takes long enough to be seen in a window.
    """

    rest_ms = 40
    _tells_early: ClassVar[bool] = False
    _bounds: Bounds | None = None

    def __init__(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> None:
        super().__init__()
        self._call = (function, args, kwargs)
        self._process: BaseProcess | None = None
        self._said: SimpleQueue[tuple[str, Any]] = SimpleQueue()
        self._lock = threading.Lock()

    def start(self) -> None:
        super().start()
        threading.Thread(target=self._accompany, name="task", daemon=True).start()

    def poll(self) -> bool:
        while self.state is TaskState.RUNNING and not self._said.empty():
            self._take(self._said.get())
        return self.over

    def _accompany(self) -> None:
        """In the helper thread: start the process and pass on what it says, until it ends."""
        import multiprocessing

        try:
            function, args, kwargs = self._call
            call = (function, tuple(_packed(a) for a in args), {k: _packed(v) for k, v in kwargs.items()})
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe(duplex=False)
            with ours:
                process = context.Process(
                    target=_work, args=(theirs, self._tells_early, self._bounds, *call), name="task", daemon=True
                )
                self._launch(process, theirs)
                while True:
                    self._said.put(ours.recv())
        except (EOFError, OSError):
            self._said.put(("ended", None))
        except Exception as error:  # noqa: BLE001 - the border of the thread: everything goes back to the window
            self._said.put(("error", TaskFailed(where(error))))

    def _launch(self, process: BaseProcess, theirs: Connection) -> None:
        with theirs, self._lock:  # closed here, so that the pipe ends when the process does
            if self.state is TaskState.RUNNING:
                process.start()
                self._process = process

    def _take(self, said: tuple[str, Any]) -> None:
        kind, value = said
        if kind == "progress":
            self.progress, _ = value
        elif kind == "early":
            self.early = value
        elif kind == "result":
            self._result, self.progress = value, 1.0
            self._end(TaskState.DONE)
        elif kind == "error":
            self._end(TaskState.FAILED, value)
        else:
            self._end(TaskState.FAILED, self._without_result(out_of_memory=kind == "out of memory"))

    def _without_result(self, *, out_of_memory: bool) -> Exception:
        """Why there is none where the process says nothing of its own."""
        if out_of_memory:
            return UserError(N_("There is not enough memory for this."), N_("The project is unchanged."))
        return TaskFailed("the process ended without a result")

    def _end(self, state: TaskState, error: BaseException | None = None) -> None:
        super()._end(state, error)
        if isinstance(error, TaskFailed):
            log.error("a task failed: %s", error.where)
        with self._lock:
            if self._process is not None and state in {TaskState.CANCELLED, TaskState.FAILED}:
                self._process.kill()
                self._process.join()
            self._process = None  # one that has said its last word ends by itself


class EarlyTask(ProcessTask[T]):
    """The same for work that can give the beginning of its result before it is over: `function(…, early=…)`."""

    _tells_early = True


class BoundedTask(ProcessTask[T]):
    """The same for reading what strangers sent: ended with a sentence where it takes more than it may."""

    def __init__(self, bounds: Bounds, refused: UserError, function: Callable[..., T], *args: Any) -> None:
        """`refused` is what is said then."""
        super().__init__(function, *args)
        self._bounds, self._refused = bounds, refused
        self._until = float("inf")

    def start(self) -> None:
        super().start()
        assert self._bounds is not None
        self._until = perf_counter() + self._bounds.longest

    def poll(self) -> bool:
        if not super().poll() and perf_counter() > self._until:
            self._end(TaskState.FAILED, self._without_result(out_of_memory=False))
        return self.over

    def _without_result(self, *, out_of_memory: bool) -> Exception:
        log.warning("a file took too much %s to read, or its reading broke off", "memory" if out_of_memory else "time")
        return self._refused


@dataclass(frozen=True, slots=True)
class _Packed:
    """A document on its way to another process."""

    data: bytes

    def unpacked(self) -> Document:
        with collector_off():
            return decode(self.data).document


def _packed(value: Any) -> Any:
    return _Packed(encode(value)) if isinstance(value, Document) else value


def _unpacked(value: Any) -> Any:
    return value.unpacked() if isinstance(value, _Packed) else value


def _work(
    pipe: Connection,
    tells_early: bool,
    bounds: Bounds | None,
    function: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> None:
    """What runs in the other process."""
    if bounds is not None:
        bounds.keep()

    def progress(part: float, message: str = "") -> None:
        pipe.send(("progress", (part, message)))

    def early(beginning: object) -> None:
        pipe.send(("early", beginning))

    telling: dict[str, Any] = {"progress": progress, "early": early} if tells_early else {"progress": progress}
    try:
        result = function(*map(_unpacked, args), **telling, **{k: _unpacked(v) for k, v in kwargs.items()})
        pipe.send(("result", result))
    except UserError as error:
        pipe.send(("error", error))
    except MemoryError:
        pipe.send(("out of memory", None))
    except Exception as error:  # noqa: BLE001 - the border of the process: everything goes back to the window
        pipe.send(("error", TaskFailed(where(error))))
    finally:
        pipe.close()
