"""Pictures on their way into a project: read with a cap, cleaned, kept in its store.

What is neither PNG nor JPEG, or large, is cleaned in a process of its own: its decoder is none the window relies on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from cxstudio.errors import UserError
from cxstudio.files.pictures import NotAPicture, clean_pictures, is_quick
from cxstudio.regular_files import TooLong, read_regular
from cxstudio.session.bounds import Bounds
from cxstudio.session.tasks import BoundedTask
from cxstudio.steps import in_thread
from cxstudio.wording import N_
from ui.background.awaited import Awaited
from ui.background.task_runner import TaskRunner

if TYPE_CHECKING:
    from ui.context.context import Context

LARGEST = 80_000_000
"""Bytes of a picture file that is read at all."""
AT_ONCE = 1_000_000
"""Bytes up to which a picture is cleaned at once."""
MEGABYTES, SECONDS = 1_000, 20
"""What converting may take: memory in all, seconds of work for each picture."""
_UNREAD = UserError(N_("The picture could not be read."), N_("The project is unchanged."))
PICTURE_FILTER = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.heic *.heif"
PICTURE_SUFFIXES = frozenset(pattern.removeprefix("*") for pattern in PICTURE_FILTER.split()) | {".svg"}


class Found(NamedTuple):
    """A picture on its way in: its name (may be empty) and its bytes, or the file that holds them."""

    name: str
    data: bytes = b""
    path: Path | None = None


class Kept(NamedTuple):
    """A picture that is in the store: its hash there, and its name."""

    asset: str
    name: str


Then = Callable[[list[Kept]], object]


class _Job(NamedTuple):
    names: list[str]
    pictures: list[bytes]
    unread: list[tuple[str, UserError]]
    """Names of those that could not be read, and why."""
    then: Then


class PictureIntake(QObject):
    """Takes pictures into the store of a project, one lot after the other; what was not taken is told by its name."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: deque[tuple[Sequence[Found], Then]] = deque()
        self._runner: TaskRunner[list[bytes | NotAPicture]] = TaskRunner(self)
        self.busy = False
        """Whether pictures are being read or cleaned."""

    def take_file(self, path: Path, then: Then) -> None:
        """Take one file."""
        self.take([Found(path.stem, path=path)], then)

    def take(self, found: Sequence[Found], then: Then) -> None:
        """Take these; `then` gets those that were kept, where there are any."""
        self._waiting.append((found, then))
        self._next()

    def _next(self) -> None:
        if self.busy or not self._waiting:
            return
        self.busy = True
        found, then = self._waiting.popleft()
        if any(each.path is not None for each in found):  # a disk may take its time
            Awaited(self, in_thread(_read_all, found, then), self._read)
        else:
            self._read(_read_all(found, then))

    def _read(self, job: _Job) -> None:
        if all(is_quick(picture, AT_ONCE) for picture in job.pictures):
            self._keep(job, job.pictures, self._context.session.add_picture)
            return
        self._context.messages.say(
            self._context.texts.trn("Reading {n} photo …", "Reading {n} photos …", len(job.pictures))
        )
        bounds = Bounds(MEGABYTES, SECONDS * len(job.pictures))
        task = BoundedTask(bounds, _UNREAD, clean_pictures, job.pictures)
        self._runner.run(task, partial(self._cleaned, job), self._failed)

    def _cleaned(self, job: _Job, cleaned: Sequence[bytes | NotAPicture]) -> None:
        self._keep(job, cleaned, self._context.session.take_over_picture)

    def _failed(self, error: Exception) -> None:
        self._over()
        self._context.messages.error(error if isinstance(error, UserError) else _UNREAD, "pictures")

    def _over(self) -> None:
        """One lot is done with; the next has its turn."""
        self.busy = False
        if self._waiting:
            QTimer.singleShot(0, self, self._next)

    def _keep(self, job: _Job, pictures: Sequence[bytes | NotAPicture], keep: Callable[[bytes], str]) -> None:
        self._over()
        kept, refused = [], list(job.unread)
        for name, picture in zip(job.names, pictures, strict=True):
            try:
                if isinstance(picture, NotAPicture):
                    raise picture
                kept.append(Kept(keep(picture), name))
            except UserError as error:
                refused.append((name, error))
        if kept:
            job.then(kept)
        if refused:
            self._context.messages.error(self._told(refused, len(kept)), "pictures")
        else:
            self._context.messages.worked("pictures")

    def _told(self, refused: Sequence[tuple[str, UserError]], kept: int) -> UserError:
        """Why pictures were not taken; of several in one lot which, and what became of the others."""
        (name, error), *others = refused
        if not kept and not others:
            return error
        words = {"name": name, "why": self._context.tr(error.happened, **error.values)}
        safe = N_("The other pictures were added.") if kept else N_("The project is unchanged.")
        if others:
            return UserError(N_("Some pictures were not added. “{name}”: {why}"), safe, error.todo, **words)
        return UserError(N_("“{name}” was not added: {why}"), safe, error.todo, **words)


def _read_all(found: Sequence[Found], then: Then) -> _Job:
    names: list[str] = []
    pictures: list[bytes] = []
    unread: list[tuple[str, UserError]] = []
    for each in found:
        try:
            pictures.append(each.data if each.path is None else _bytes_of(each.path))
            names.append(each.name)
        except UserError as error:
            unread.append((each.name, error))
    return _Job(names, pictures, unread, then)


def _bytes_of(path: Path) -> bytes:
    try:
        return read_regular(path, LARGEST)
    except TooLong as error:
        raise UserError(
            N_("“{name}” is too large for a picture."),
            N_("Nothing was changed."),
            N_("Choose a smaller picture, at most 80 MB."),
            name=path.name,
        ) from error
    except OSError as error:
        raise UserError(
            N_("“{name}” cannot be read."), N_("Nothing was changed."), N_("Choose another file."), name=path.name
        ) from error
