"""One person's machine for a scenario: what was done there, what was said, and where everything done is found again."""

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PIL import Image

from cxstudio.errors import UserError
from cxstudio.files import NotReadable, load
from cxstudio.files.encoding import encode
from cxstudio.model import PROJECT_ID, Document, Journey, Note, Participant, Picture, Project
from cxstudio.session import Folders, NoticeKind, Session, pending_work
from cxstudio.session.disk_work import Part, Turns, outcome
from cxstudio.session.unsaved import PendingWork
from tests.cxstudio.session.faults.failing_io import FailingIO

OLD, NEW, NO_FILE = "file holds the old state", "file holds the new state", "no file"
REFUSED, KEPT, COMES_BACK = "refused with a sentence", "a copy is named", "comes back at the next start"
OUTCOMES = (OLD, NEW, NO_FILE, REFUSED, KEPT, COMES_BACK)
_PICTURE = "the picture "
"""Tells a picture that is there from a record that only names it."""


class Broken(AssertionError):
    """What must never happen: something lost, a file in between, a success that was none."""


@dataclass(eq=False)
class World:
    """A data folder and a folder of projects."""

    place: Path
    disk: FailingIO
    session: Session | None = None
    done: dict[str, str] = field(default_factory=dict)
    """Words that were typed, or the hash of a picture → where they are to be found."""
    said: list[Any] = field(default_factory=list)
    """Values of every notice and error."""
    unsafe: set[str] = field(default_factory=set)
    """What was typed while it was said that it cannot be protected."""
    allowed: list[Document] = field(default_factory=list)
    """What the file may hold now."""
    erased: str = ""
    before: dict[Path, Document] = field(default_factory=dict)
    """What the files held before anything failed."""
    refused: int = 0
    """What ended with a sentence."""
    _unfinished: Turns[None] | None = None

    def __post_init__(self) -> None:
        self.projects, self.own = self.place / "projects", self.place / "own"
        self.folders = Folders.below(self.own)
        self.path = self.projects / "umzug.cxs"
        self.files = [self.path]

    @property
    def opened(self) -> Session:
        assert self.session is not None
        return self.session

    def make_folders(self) -> None:
        """The two folders, empty."""
        self.projects.mkdir(parents=True)
        self.own.mkdir()

    # Doing something

    def attempt(self, call: Callable[[], object]) -> bool:
        """Do it; whether it worked. An error for people is a way to end, any other one is not."""
        try:
            call()
        except UserError as error:
            self.said += error.values.values()
            self.refused += 1
            return False
        finally:
            self.listen()
        return True

    def open(self, make: Callable[[], Session]) -> bool:
        """Have this session open, where it can be opened."""

        def begin() -> None:
            self.session = make()

        return self.attempt(begin)

    def listen(self) -> None:
        """Take note of what the session says."""
        if self.session is not None:
            for notice in self.session.notices:
                self.said += notice.values.values()
            if not self._told_unprotected():
                self.unsafe.clear()

    def _told_unprotected(self) -> bool:
        return any(n.kind is NoticeKind.UNPROTECTED for n in self.opened.notices)

    def _acknowledge(self, what: str, kind: str) -> None:
        self.done[what] = kind
        if self._told_unprotected():
            self.unsafe.add(what)

    def type(self, words: str) -> None:
        """A note, typed and acknowledged."""

        def edit() -> None:
            with self.opened.transaction("Add note") as draft:
                draft.create(Note(id=f"n-{words}", text=words))

        if not self.opened.read_only and self.attempt(edit):
            self._acknowledge(words, "a note")

    def drop_picture(self, shade: int) -> None:
        """A picture, dropped and acknowledged."""
        found = []
        if self.opened.read_only or not self.attempt(lambda: found.append(self.opened.add_picture(picture(shade)))):
            return

        def edit() -> None:
            with self.opened.transaction("Add picture") as draft:
                draft.create(Picture(id=f"p{shade}", about="j", asset=found[0]))

        if self.attempt(edit):
            self._acknowledge(_PICTURE + found[0], "a picture")

    def write(self, save: Callable[[], object], path: Path) -> bool:
        """Save; what is said to be saved has to be in the file."""
        self.allowed.append(self.opened.document)
        if not self.attempt(save):
            return False
        if self.opened.dirty:
            raise Broken("saved and still unsaved")
        with self.disk.sound():
            if load(path).content.document != self.opened.document:
                raise Broken("said to be saved, and is not in the file")
        return True

    def write_in_turns(
        self, turns: Turns[None], path: Path, between: Callable[[int], object], stop: int | None = None
    ) -> None:
        """Save as a window does, which goes on between the turns; `stop`: killed before that one."""
        self.allowed.append(self.opened.document)
        mine = self.opened.document
        if not self.in_turns(turns, between, stop):
            return
        with self.disk.sound():
            if load(path).content.document != mine:
                raise Broken("said to be saved, and is not in the file")
        if not self.opened.dirty:
            raise Broken("what was typed meanwhile counts as saved")

    def in_turns(self, turns: Turns[None], between: Callable[[int], object], stop: int | None = None) -> bool:
        """Do something as a window does, which goes on between the turns; whether it came to its end."""
        number = count()

        def step(give: Callable[[], Part]) -> Part | None:
            try:
                return give()
            except StopIteration:
                return None

        def act() -> None:
            part = step(partial(next, turns))
            while part is not None:
                turn = next(number)
                if turn == stop:
                    return
                between(turn)
                part = step(outcome(turns, part))

        worked = self.attempt(act)
        if not worked or stop is not None:
            self._unfinished = turns  # nobody closes it when a process is gone
        return worked and stop is None

    def kill(self) -> None:
        """As the system ends a process: nothing is closed in order, locks go."""
        if self.session is not None:
            self.listen()
            self.session.protection.journal._shut()
            self.session.protection._let_go_of_place()
            self.session.file.release()
            self.session = None

    def close(self) -> None:
        """Quit in order."""
        if self.session is not None:
            session = self.opened
            self.attempt(session.close)
            self.session = None

    # Finding it again

    def check(self) -> None:
        """All that was done is in a file, comes back, or lies where somebody was told; asked twice."""
        for path in self.files:
            if path.exists() and path == self.path and self.allowed:
                held = load(path).content.document
                if held not in self.allowed:
                    raise Broken(f"{path.name} holds neither the old nor the new state")
        for start in ("first", "second"):
            found = self._everything()
            lost = {what for what in self.done if what.encode() not in found and what not in self.unsafe}
            if lost:
                raise Broken(f"lost at the {start} start: {', '.join(self.done[what] for what in sorted(lost))}")

    def held(self) -> dict[Path, Document]:
        """What the files hold that are there."""
        return {path: load(path).content.document for path in self.files if path.exists()}

    def outcome(self) -> frozenset[str]:
        """How it ended, in the words of `OUTCOMES`. Asked before it is looked for what comes back."""
        held = self.held()
        found = {NEW if held != self.before else OLD} if held else {NO_FILE}
        if self.refused:
            found.add(REFUSED)
        if any(_kept_there(place) for said in self.said for place in str(said).split(", ")):
            found.add(KEPT)
        if self.pending():
            found.add(COMES_BACK)
        return frozenset(found)

    def _everything(self) -> bytes:
        """What a person can get at: files, what comes back, what was named to them, as one heap of bytes."""
        heap = []
        for path in self.files:
            with suppress(NotReadable):
                heap += self._held(Session.open(path, self.folders))
        for work in self.pending():
            with suppress(NotReadable):
                heap += self._held(Session.resume(work, self.folders))
        for said in self.said:
            for place in str(said).split(", "):
                heap += _kept(Path(place))
        return b"\n".join(heap)

    def pending(self) -> tuple[PendingWork, ...]:
        """Unsaved work the start page lists."""
        return pending_work(self.folders, self.files)

    def _held(self, session: Session) -> Iterator[bytes]:
        for notice in session.notices:
            self.said += notice.values.values()
        yield encode(session.document)
        for digest, data in session.assets.items():
            if hashlib.sha256(data).hexdigest() != digest:
                raise Broken("a damaged picture")
            yield (_PICTURE + digest).encode()
        session.close()


def _kept_there(place: str) -> bool:
    return place.endswith((".cxs", ".jsonl")) and Path(place).is_absolute() and Path(place).exists()


def _kept(place: Path) -> Iterator[bytes]:
    """What a copy named to somebody holds: a project, or what a journal was."""
    with suppress(OSError, ValueError):
        if not place.is_absolute():
            return
        inside = list(place.rglob("*")) if place.is_dir() else [place, *(place.parent / "assets").glob("*")]
        for path in inside:
            if path.suffix == ".cxs":
                loaded = load(path)
                yield encode(loaded.content.document)
                yield "\n".join(_PICTURE + digest for digest in loaded.assets).encode()
            elif path.suffix == ".jsonl":
                yield path.read_bytes()
            elif len(path.name) == 64 and hashlib.sha256(path.read_bytes()).hexdigest() == path.name:
                yield (_PICTURE + path.name).encode()


def begun(words: str = "") -> Document:
    """A small project; `words` tell it from others."""
    return Document(
        [
            Project(id=PROJECT_ID, title="Umzug"),
            Journey(id="j", title="Ist"),
            Participant(id="person", name="Petra Geheim"),
            Note(id="first", text=f"from the start {words}"),
        ]
    )


def picture(shade: int) -> bytes:
    """A picture like no other."""
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10), (shade, 100, 50)).save(buffer, "PNG")
    return buffer.getvalue()
