"""What is copied on the map: touchpoints or stages with all that belongs to them, as bytes for the clipboard.

The bytes are a project file of its own behind one line of JSON, so that another program instance reads them with the
same care, the same limits and the same migrations as a file.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cxstudio.edits import in_map_order
from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.foreign_references import without_strangers
from cxstudio.files.container import MEGABYTE, Package, pack, unpack
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.files.errors import DamagedJson, NotReadable, TooNew
from cxstudio.files.jsontext import read_json, write_json
from cxstudio.files.pictures import kind_of
from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    Id,
    Journey,
    LaneSetting,
    Note,
    Picture,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from cxstudio.model.registry import ref_fields
from cxstudio.wording.texts import N_

MIME: Final = "application/x-cxstudio-clipping"
VERSION: Final = 1
LARGEST: Final = 200 * MEGABYTE
"""Bytes of a clipping that is read at all."""
LARGEST_PROJECT: Final = 30 * MEGABYTE
"""Bytes of its records, without the pictures: 5,000 touchpoints with long texts."""
_LONGEST_HEAD: Final = 1_000
Link = tuple[Id, str, Id]
"""A record that names a touchpoint, the field it does so in, and the touchpoint."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """Copied records. Stages and the journey of copied touchpoints are in it only to say where they stood."""

    document: Document
    stages: bool = False
    """Whole stages were copied, not only touchpoints."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    token: str = ""
    """Tells this clipping from every other one."""
    lost: tuple[Record, ...] = ()
    """Where it was cut: what went with it and means nothing elsewhere (ratings, ways to what stayed)."""
    links: tuple[Link, ...] = ()
    """Where it was cut: what named the touchpoints and stayed."""

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The copied touchpoints, in the order of the map."""
        document = self.document
        return tuple(
            document.get(Touchpoint, i) for i in in_map_order(document, (t.id for t in document.all(Touchpoint)))
        )


def clip(document: Document, ids: Iterable[Id], pictures: Mapping[str, bytes], *, cut: bool = False) -> Clipping | None:
    """What copying these records takes along; None where no touchpoint or stage is among them.

    Where a stage is among them whole stages are copied, else touchpoints.
    """
    found = [record for i in ids if (record := document.find(i)) is not None]
    stages = [r for r in found if isinstance(r, Stage)]
    whole = bool(stages)
    if whole:
        touchpoints = [t for s in stages for t in document.touchpoints(s.id)]
    else:
        touchpoints = [r for r in found if isinstance(r, Touchpoint)]
        stages = list({t.stage: document.get(Stage, t.stage) for t in touchpoints}.values())
    if not stages:
        return None
    kept: dict[Id, Record] = {}
    for record in _gathered(document, stages, touchpoints, whole=whole):
        kept.setdefault(record.id, record)
    shown = {p.asset for p in kept.values() if isinstance(p, Picture)}
    lost, links = _left_behind(document, touchpoints, kept.keys()) if cut else ((), ())
    return Clipping(
        Document(_standing_alone(record, kept.keys()) for record in kept.values()),
        stages=whole,
        pictures={asset: pictures[asset] for asset in shown if asset in pictures},
        token=secrets.token_hex(8),
        lost=lost,
        links=links,
    )


def packed(clipping: Clipping) -> bytes:
    """The bytes for the clipboard."""
    head = {"cxstudio": VERSION, "stages": clipping.stages, "token": clipping.token}
    line = write_json(head).replace(b"\n", b" ")
    return line + b"\n" + pack(Package(encode(clipping.document), dict(clipping.pictures)))


def unpacked(data: bytes) -> Clipping:
    """The clipping in some bytes from a clipboard. Raises UserError for anything that is none."""
    if len(data) > LARGEST:
        raise _unusable(N_("What was copied is larger than {limit} MB."), limit=LARGEST // MEGABYTE)
    line, _, body = data.partition(b"\n")
    head = _head(line)
    if head["cxstudio"] > VERSION:
        raise _unusable(N_("What was copied comes from a newer version of CX Studio."))
    try:
        package = unpack(body, "")
        if len(package.project) > LARGEST_PROJECT:
            raise _unusable(N_("What was copied is larger than {limit} MB."), limit=LARGEST_PROJECT // MEGABYTE)
        content = decode(package.project)
    except TooNew as error:
        raise _unusable(N_("What was copied comes from a newer version of CX Studio.")) from error
    except (NotReadable, DamagedJson) as error:
        raise _unusable(N_("What was copied cannot be read.")) from error
    good = {
        digest: picture
        for digest, picture in package.assets.items()
        if kind_of(picture) and hashlib.sha256(picture).hexdigest() == digest
    }
    return Clipping(content.document, head["stages"], good, head["token"])


def token_of(data: bytes) -> str:
    """The token of the clipping in some bytes; "" where there is none. Looks at nothing else."""
    try:
        return str(_head(data[: _LONGEST_HEAD + 1].partition(b"\n")[0])["token"])
    except UserError:
        return ""


def _head(line: bytes) -> dict[str, Any]:
    try:
        head = read_json(line) if len(line) <= _LONGEST_HEAD else None
    except DamagedJson:
        head = None
    if not isinstance(head, dict) or type(head.get("cxstudio")) is not int or head["cxstudio"] < 1:
        raise _unusable(N_("What was copied cannot be read."))
    token = head.get("token")
    return {
        "cxstudio": head["cxstudio"],
        "stages": head.get("stages") is True,
        "token": token if isinstance(token, str) else "",
    }


def _unusable(happened: str, **values: object) -> UserError:
    return UserError(happened, N_("Nothing was pasted."), N_("Copy it again."), **values)


def _gathered(
    document: Document, stages: list[Stage], touchpoints: list[Touchpoint], *, whole: bool
) -> Iterator[Record]:
    """Everything that goes along."""
    inside = {t.id for t in touchpoints}
    for stage in stages:
        yield document.get(Journey, stage.journey)
        yield stage
        if whole:
            yield from document.having(Picture, "about", stage.id)
    yield from touchpoints
    for touchpoint in touchpoints:
        for name in (*touchpoint.channels, *touchpoint.departments, touchpoint.accountable or ""):
            named = document.find(name)
            if isinstance(named, Channel | Department):
                yield named
        yield from _belonging(document, touchpoint, inside)


def _belonging(document: Document, touchpoint: Touchpoint, inside: set[Id]) -> Iterator[Record]:
    """What belongs to a touchpoint and means the same elsewhere."""
    for way in document.having(Transition, "source", touchpoint.id):
        if way.target is None or way.target in inside:
            yield way
    yield from document.having(Picture, "about", touchpoint.id)
    yield from document.having(BackstageStep, "touchpoint", touchpoint.id)
    for note in document.having(Note, "about", touchpoint.id):
        yield note
        yield from document.having(Picture, "about", note.id)
        lane = document.find(note.lane)
        if isinstance(lane, LaneSetting):
            yield lane


def _left_behind(
    document: Document, touchpoints: list[Touchpoint], kept: Iterable[Id]
) -> tuple[tuple[Record, ...], tuple[Link, ...]]:
    """What cutting touchpoints takes away besides them, and what will no longer name them."""
    taken = set(kept)
    lost: dict[Id, Record] = {t.id: t for t in touchpoints}
    links: list[Link] = []
    for touchpoint in touchpoints:
        for record, name in document.references_to(touchpoint.id):
            ref = next(r for r in ref_fields(type(record)) if r.name == name)
            if ref.owner and record.id not in taken:
                lost[record.id] = record
            elif not ref.owner and record.id not in taken:
                links.append((record.id, name, touchpoint.id))
    return tuple(lost.values()), tuple(links)


def _standing_alone(record: Record, kept: Container[Id]) -> Record:
    """A record without what only its own project knows."""
    if isinstance(record, Journey):
        return Journey(id=record.id, title=record.title, kind=record.kind, order=record.order)
    return without_strangers(record, lambda target: target in kept)
