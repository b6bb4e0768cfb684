"""Opening a project file. A file that fails here never becomes something that could be saved over."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cxstudio.errors import N_
from cxstudio.files.container import LARGEST_FILE, MEGABYTE, unpack_in_steps
from cxstudio.files.decoding import Decoded, Problem, decode_in_steps
from cxstudio.files.errors import (
    DamagedJson,
    TooMuch,
    TooNew,
    Unusual,
    damaged,
    not_a_project,
    reading_failed,
    too_large,
    too_much,
    too_new,
)
from cxstudio.files.lineage import Lineage, digest_of_content
from cxstudio.files.pictures import kind_of
from cxstudio.regular_files import NotRegular, TooLong, read_regular
from cxstudio.steps import Steps, finished

SMALL = 64_000
"""Bytes of a project.json that takes only a moment, whatever it holds."""
QUICK_FILE = 64 * MEGABYTE
"""Bytes of a file that is held while its parts are read in steps."""


@dataclass(slots=True)
class Loaded:
    """A project as it stands in its file."""

    path: Path
    digest: str
    """SHA-256 of the file's bytes; a save compares it with the disk first."""
    content: Decoded
    assets: dict[str, bytes]
    lineage: Lineage = field(default_factory=Lineage)
    """Where it comes from; its newest version is this one."""

    @property
    def problems(self) -> list[Problem]:
        """What was not as it should be; nothing of it stops the project from opening."""
        return self.content.problems


def load(path: Path) -> Loaded:
    """Open a project file. Raises NotReadable with one clear sentence."""
    data = read_bytes(path)
    with collector_off():
        return read_project(data, path)


def read_project(data: bytes, path: Path) -> Loaded:
    """The project in the bytes of a file. Raises NotReadable."""
    return finished(load_in_steps(data, path))


def load_in_steps(data: bytes, path: Path, *, only_usual: bool = False) -> Steps[Loaded]:
    """The same in steps of a few hundredths of a second.

    With `only_usual` it raises Unusual where a step would take longer.
    """
    package = yield from unpack_in_steps(data, path.name, only_usual=only_usual)
    try:
        content = yield from decode_in_steps(package.project, only_usual=only_usual and len(package.project) > SMALL)
    except TooNew as error:
        raise too_new(path.name) from error
    except TooMuch as error:
        raise too_much(path.name) from error
    except DamagedJson as error:
        raise damaged(path.name, str(error)) from error
    content.aside.members = package.others
    for digest in list(package.assets):
        trouble = _trouble_with(package.assets[digest], digest)
        if trouble:
            content.aside.members[f"assets/{digest}"] = package.assets.pop(digest)
            content.problems.append(Problem(trouble, (("asset", digest[:12]),)))
        yield
    lineage = package.lineage.with_version(digest_of_content(package.project))
    return Loaded(path, hashlib.sha256(data).hexdigest(), content, package.assets, lineage)


def _trouble_with(picture: bytes, digest: str) -> str:
    """Why a picture in the file is set aside, as a message id; "" for one that may be shown."""
    if hashlib.sha256(picture).hexdigest() != digest:
        return N_("The picture {asset} is damaged; it is kept but not shown.")
    if not kind_of(picture):
        return N_("The picture {asset} is neither PNG nor JPEG; it is kept but not shown.")
    return ""


def read_bytes(path: Path, quick: int | None = None) -> bytes:
    """The whole file. Raises NotReadable, and Unusual where it has more than `quick` bytes."""
    try:
        return read_regular(path, LARGEST_FILE if quick is None else quick)
    except NotRegular as error:
        raise not_a_project(path.name) from error
    except TooLong as error:
        if quick is not None:
            raise Unusual from error
        raise too_large(path.name, LARGEST_FILE // MEGABYTE) from error
    except OSError as error:
        raise reading_failed(error, path.name) from error


@contextmanager
def collector_off() -> Iterator[None]:
    """A hundred thousand new objects that stay: the collector would only walk them, now and later."""
    with collector_paused():
        yield
        gc.freeze()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Many new objects and none of them garbage: the collector waits."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
