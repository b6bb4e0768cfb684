"""Event logs in XES, the IEEE standard: read as a stream, with entities refused and sizes bounded."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, Final, cast
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from cxstudio.errors import UserError
from cxstudio.exchange.event_logs.case_gathering import gather
from cxstudio.exchange.event_logs.event_log import EventLog, RawEvent
from cxstudio.exchange.event_logs.event_times import Clock
from cxstudio.exchange.event_logs.log_mapping import LogMapping, LogRole
from cxstudio.exchange.event_logs.log_plan import plan_log
from cxstudio.exchange.plan.import_plan import (
    ImportPlan,
    ImportRequest,
    LeftOut,
    Message,
    Numbers,
    Source,
    say,
    shortened,
    trn,
)
from cxstudio.exchange.tables.table import nothing_in_it
from cxstudio.exchange.tables.table_reading import read_bytes
from cxstudio.regular_files import open_regular
from cxstudio.wording.texts import N_

MOST_BYTES: Final = 400_000_000
MOST_UNPACKED: Final = 600_000_000
MOST_HELD: Final = 400_000
"""Events of one case."""
LONGEST_VALUE: Final = 2_000
"""Characters of a name or a time that are kept."""
LONGEST_PART: Final = 4_000_000
"""Bytes of one tag, comment or stretch of text: what a parser takes up again with every piece it is fed."""
MOST_EVENTS: Final = 2_000_000
MOST_DEEP: Final = 60
_CHUNK: Final = 1 << 16
_GZIP: Final = b"\x1f\x8b"
_VALUES: Final = frozenset({"string", "date", "int", "float", "boolean", "id"})
_USUAL: Final = {
    LogRole.ACTIVITY: ("concept:name",),
    LogRole.TIME: ("time:timestamp",),
    LogRole.START: ("start_timestamp",),
    LogRole.DEPARTMENT: ("org:group", "org:role"),
    LogRole.LIFECYCLE: ("lifecycle:transition",),
}
"""Attributes of the standard. A case is a trace, whatever its name."""


def read_xes(request: ImportRequest) -> ImportPlan:
    """The plan of an XES log. Raises UserError where it is none or cannot be read."""
    mapping = request.mapping if isinstance(request.mapping, LogMapping) else LogMapping()
    log = xes_log(request, mapping)
    return replace(plan_log(log, mapping, request), source=Source(request.name))


def looks_like_xes(data: bytes) -> bool:
    """Whether the beginning of a file is that of an XES log, packed or not."""
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(31).decompress(data, 4_096)
        except zlib.error:
            return False
    head = data[:4_096].replace(b"\0", b"")
    return b"<log" in head and head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip()[:1] == b"<"


def xes_log(request: ImportRequest, mapping: LogMapping) -> EventLog:
    """The log in an XES file, read once. Raises UserError."""
    name = request.name or "XES"
    target = _Reader(mapping, name)
    with _source(request, name) as source:
        log = gather(_events(source, target, name), Clock(), request, cases_place, in_order=True)
    if not target.rooted:
        raise UserError(N_("{name} is not an event log in XES format."), N_("Nothing was imported."), name=name)
    if not target.traces:
        raise UserError(N_("There is no case in {name}."), N_("Nothing was imported."), name=name)
    return replace(log, left_out=(*target.told(), *log.left_out))


@contextmanager
def _source(request: ImportRequest, name: str) -> Iterator[IO[bytes]]:
    """The bytes of the log, to be read piece by piece, unpacked where they are packed. Raises UserError."""
    if request.text is not None:
        yield io.BytesIO(request.text.encode("utf-8", "replace"))
        return
    if request.path is None:
        raise nothing_in_it("")
    head = read_bytes(request.path, MOST_BYTES, only=_CHUNK)
    with open_regular(request.path) as file:
        yield cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if head.startswith(_GZIP) else file


def cases_place(cases: Sequence[int]) -> Message:
    """Where something stands: a few cases by their number in the file."""
    numbers = list(dict.fromkeys(cases))
    if len(numbers) == 1:
        return say(N_("Case {case}"), case=numbers[0])
    shown = ", ".join(map(str, numbers[:4]))
    if len(numbers) <= 4:
        return say(N_("Cases {cases}"), cases=shown)
    whole = say(N_("Cases {cases}"), cases=Numbers(tuple(numbers)))
    return shortened(N_("Cases {cases} and {more} more"), whole, cases=shown, more=len(numbers) - 4)


def _events(source: IO[bytes], target: _Reader, name: str) -> Iterator[RawEvent]:
    """The events of the file, a piece at a time. Raises UserError."""
    parser = XMLParser(target=target, forbid_dtd=False)
    parser.parser.StartElementHandler = target.opened  # most attributes need not be made into a dictionary
    parser.parser.EndElementHandler = target.end
    size = stuck = 0
    try:
        while chunk := source.read(_CHUNK):
            size, stuck, told = size + len(chunk), stuck + len(chunk), target.told_of
            parser.feed(chunk)
            stuck = stuck if target.told_of == told else 0
            if size > MOST_UNPACKED or stuck > LONGEST_PART:
                raise _too_large(name)
            yield from target.take()
        parser.close()
        yield from target.take()
    except DefusedXmlException as error:
        raise UserError(
            N_("{name} holds instructions that could harm the program and is not read."),
            N_("Nothing was imported."),
            name=name,
        ) from error
    except ParseError as error:
        row = error.position[0]
        raise UserError(
            N_("{name} is not complete XML: it breaks off in line {row}."),
            N_("Nothing was imported."),
            name=name,
            row=row,
        ) from error
    except (ValueError, LookupError, OSError, EOFError, zlib.error) as error:  # an odd encoding, a broken archive
        raise UserError(N_("{name} cannot be read."), N_("Nothing was imported."), name=name) from error


def _too_large(name: str) -> UserError:
    return UserError(N_("{name} holds more than can be read at once."), N_("Nothing was imported."), name=name)


class _Reader:
    """What the XML parser tells of tags and attributes, made into events."""

    def __init__(self, mapping: LogMapping, name: str) -> None:
        self._name = name
        self._depth = 0
        self._trace_at = self._event_at = 0
        self._event: dict[str, str] = {}
        self._ready: list[RawEvent] = []
        self._keys = tuple(_keys(mapping, role) for role in _USUAL)
        self._wanted = frozenset(key for keys in self._keys for key in keys)
        self.told_of = 0
        """Parts of the file the parser has told of so far."""
        self._count = self._of_case = 0
        self._loose = 0
        self.rooted = False
        self.traces = 0

    def opened(self, tag: str, attributes: list[str]) -> None:
        """A tag opens, with names and values of its attributes in turns."""
        self._depth += 1
        self.told_of += 1
        if self._depth > MOST_DEEP:
            raise _too_large(self._name)
        local = tag.rpartition("}")[2]
        if self._event_at:
            if self._depth == self._event_at + 1 and local in _VALUES:
                given = dict(zip(attributes[::2], attributes[1::2], strict=True))
                key = given.get("key", "")
                if key in self._wanted:
                    self._event.setdefault(key, given.get("value", "")[:LONGEST_VALUE])
        elif local == "event":
            self._event_at, self._event = self._depth, {}
        elif local == "trace" and not self._trace_at:
            self._trace_at, self._of_case = self._depth, 0
            self.traces += 1
        elif local == "log" and self._depth == 1:
            self.rooted = True

    def end(self, _tag: str) -> None:
        """A tag closes."""
        if self._depth == self._event_at:
            self._event_at = 0
            self._keep()
        elif self._depth == self._trace_at:
            self._trace_at = 0
        self._depth -= 1

    def data(self, _text: str) -> None:
        """Text between tags means nothing in XES."""
        self.told_of += 1

    def comment(self, _text: str) -> None:
        """Nor do comments."""
        self.told_of += 1

    def close(self) -> None:
        """The document ends."""

    def take(self) -> list[RawEvent]:
        """The events read since the last time."""
        ready, self._ready = self._ready, []
        return ready

    def told(self) -> list[LeftOut]:
        """What stands in no case."""
        if not self._loose:
            return []
        what, why = trn("{n} event", "{n} events", self._loose), say(N_("its case is missing"))
        return [LeftOut(say(N_("Outside the cases")), what, why, self._loose)]

    def _keep(self) -> None:
        if not self._trace_at:
            self._loose += 1
            return
        self._count += 1
        self._of_case += 1
        if self._count > MOST_EVENTS or self._of_case > MOST_HELD:
            raise _too_large(self._name)
        name, time, started, department, lifecycle = [_value(self._event, keys) for keys in self._keys]
        case = self.traces  # one case per trace, whether or not it is named, and also where two are named alike
        self._ready.append(RawEvent(str(case), name, time, started, department, lifecycle, case))


def _value(event: dict[str, str], keys: tuple[str, ...]) -> str:
    for key in keys:
        if found := event.get(key):
            return found
    return ""


def _keys(mapping: LogMapping, role: LogRole) -> tuple[str, ...]:
    named = tuple(column.name for column in mapping.columns if column.role is role and column.name)
    return named or _USUAL[role]
