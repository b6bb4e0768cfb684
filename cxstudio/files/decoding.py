"""project.json → Document: what fits becomes records, what does not is kept aside and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cxstudio.errors import N_, trn
from cxstudio.files.aside import Aside, Plain
from cxstudio.files.errors import DamagedJson, TooMuch, TooNew, Unusual
from cxstudio.files.jsontext import json_in_steps
from cxstudio.files.migrations import FORMAT, migrate
from cxstudio.model import BY_NAME, GROUP_VOICE, PROJECT_ID, Document, Id, Project, Record
from cxstudio.model.references import dangling_of
from cxstudio.model.registry import RefField, Shape, ref_fields
from cxstudio.steps import Steps, finished

LONGEST_ID = 200
MOST_RECORDS = 160_000
"""Of a project; an import brings MOST_AT_ONCE at most (`exchange.readers`)."""
MOST_TOLD = 2_000
"""Things not as they should be that are told one by one."""
AT_A_TIME = 400
"""Records read in one step: a few milliseconds."""
_NO_IDS = frozenset({"", GROUP_VOICE, PROJECT_ID})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was not as it should be, as a message id with {placeholders}."""

    text: str
    values: tuple[tuple[str, object], ...] = ()
    many: str = ""
    """The text for more than one thing, where it counts `n` of them."""
    n: int = 0


@dataclass(slots=True)
class Decoded:
    """A document, what was kept aside, and what is to be told."""

    document: Document
    aside: Aside
    format: int = FORMAT
    problems: list[Problem] = field(default_factory=list)

    @property
    def newer(self) -> bool:
        """Whether a later program wrote it: it may be shown, but not saved."""
        return self.format > FORMAT


def decode(data: bytes) -> Decoded:
    """Read project.json. Raises DamagedJson where it is no project at all."""
    return finished(decode_in_steps(data))


def decode_in_steps(data: bytes, *, only_usual: bool = False) -> Steps[Decoded]:
    """The same in steps of a few hundredths of a second; with `only_usual` anything odd in it raises Unusual."""
    if data.count(b'"id":') > MOST_RECORDS:  # every record has one; in a text it would stand with a backslash
        raise TooMuch(f"more than {MOST_RECORDS} records")
    project = yield from json_in_steps(data, only_usual=only_usual)
    number = project.get("format") if isinstance(project, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise DamagedJson("no format number in it")
    if not isinstance(project.get("records"), dict):
        raise (TooNew if number > FORMAT else DamagedJson)("no records in it")
    if only_usual and number != FORMAT:
        raise Unusual
    if number < FORMAT:
        try:
            project = migrate(project)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DamagedJson(f"format {number} cannot be brought up to date") from error
    return (yield from _Reader(only_usual=only_usual).read(project, number))


class _Reader:
    """Gathers records, and notes what stays outside."""

    def __init__(self, *, only_usual: bool) -> None:
        self.only_usual = only_usual
        self.aside = Aside()
        self.problems: list[Problem] = []
        self.found: dict[Id, Record] = {}
        self.raw: dict[Id, Plain] = {}

    def read(self, project: Plain, number: int) -> Steps[Decoded]:
        lists = [entries for entries in project["records"].values() if isinstance(entries, list)]
        if sum(map(len, lists)) > MOST_RECORDS:
            raise TooMuch(f"more than {MOST_RECORDS} records")
        self.aside.top = {k: v for k, v in project.items() if k not in {"format", "records"}}
        for name, entries in project["records"].items():
            kind = BY_NAME.get(name)
            if not isinstance(entries, list):
                self.aside.records[name] = [entries]
                self._note(N_("“{kind}” is not a list of records; it is kept but not shown."), kind=name)
            elif kind is None:
                self.aside.records[name] = entries
                told = trn(
                    "{n} record of the unknown kind “{kind}” is kept but not shown.",
                    "{n} records of the unknown kind “{kind}” are kept but not shown.",
                    len(entries),
                )
                self.problems.append(Problem(**told, values=(("kind", name),)))
            else:
                for first in range(0, len(entries), AT_A_TIME):
                    self._take(kind, entries[first : first + AT_A_TIME])
                    yield
            self._refuse_odd()
        document = yield from self._without_dangling(Document(self.found.values()))
        return Decoded(document, self.aside, number, self.problems)

    def _note(self, text: str, **values: object) -> None:
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(text, tuple(values.items())))

    def _refuse_odd(self) -> None:
        if self.only_usual and (self.problems or self.aside.records):
            raise Unusual

    def _take(self, kind: type[Record], entries: list[Any]) -> None:
        try:
            records = adapter(kind).validate_python(entries)
        except ValidationError as error:
            if self.only_usual:
                raise Unusual from error
            self._take_one_by_one(kind, [(self._one(kind, entry), entry) for entry in entries])
            return
        ids = [record.id for record in records]
        if self._all_fit(kind, ids):
            self.found.update(zip(ids, records, strict=True))
            self.raw.update(zip(ids, entries, strict=True))
        else:
            self._take_one_by_one(kind, zip(records, entries, strict=True))

    def _all_fit(self, kind: type[Record], ids: list[Id]) -> bool:
        """Whether every id can be taken as it is: the usual case, looked at as a whole because it is quicker."""
        unique = set(ids)
        return (
            kind is not Project
            and len(unique) == len(ids)
            and unique.isdisjoint(_NO_IDS)
            and self.found.keys().isdisjoint(unique)  # looks up these few, not all there are
            and max(map(len, ids), default=0) <= LONGEST_ID
        )

    def _take_one_by_one(self, kind: type[Record], pairs: Iterable[tuple[Record | None, Any]]) -> None:
        for record, entry in pairs:
            if record is None:
                continue
            if record.id in self.found or not _fits(record):
                self._set_aside(kind, entry, N_("{kind} {id} is kept but not shown: it has no id of its own."))
            else:
                self.found[record.id] = record
                self.raw[record.id] = entry

    def _one(self, kind: type[Record], entry: Any) -> Record | None:
        """One record of a list in which something is wrong, without the fields that cannot be read."""
        if not isinstance(entry, dict):
            self._set_aside(kind, entry, N_("{kind} {id} is kept but not shown: it is not a record."))
            return None
        try:
            return kind.model_validate(entry)
        except ValidationError as error:
            wrong = {str(e["loc"][0]) for e in error.errors(include_url=False, include_input=False) if e["loc"]}
        needed = {n for n, info in kind.model_fields.items() if info.is_required()}
        kept = {k: v for k, v in entry.items() if k not in wrong}
        if wrong & needed or not kept.keys() >= needed:
            self._set_aside(
                kind, entry, N_("{kind} {id} is kept but not shown: a field it needs is missing or cannot be read.")
            )
            return None
        try:
            record = kind.model_validate(kept)
        except ValidationError:
            self._set_aside(kind, entry, N_("{kind} {id} is kept but not shown: its fields contradict each other."))
            return None
        self.aside.fields[record.id] = {k: entry[k] for k in wrong if k in entry}
        for name in sorted(wrong):
            unknown = name not in kind.model_fields
            text = (
                N_("{kind} {id}: the field “{field}” is unknown; it is kept but not shown.")
                if unknown
                else N_("{kind} {id}: the value of “{field}” cannot be read; it is kept but not shown.")
            )
            self._note(text, kind=kind.__name__, id=record.id, field=name[:80])
        return record

    def _set_aside(self, kind: type[Record], entry: Any, text: str) -> None:
        self.aside.records.setdefault(kind.__name__, []).append(entry)
        name = entry.get("id") if isinstance(entry, dict) else None
        self._note(text, kind=kind.__name__, id=str(name)[:80])

    def _without_dangling(self, document: Document) -> Steps[Document]:
        """Until every reference leads somewhere: mend what may be without it, set aside what may not."""
        while True:
            put: dict[Id, Record] = {}
            drop: list[Id] = []
            for kind, records in _by_kind(document):
                for ref in ref_fields(kind):
                    for record in dangling_of(document, ref, records):
                        if ref.owner and _meaningless_without(ref, record):
                            drop.append(record.id)
                        else:
                            put[record.id] = record
                yield
            if self.only_usual and (put or drop):
                raise Unusual
            if not put and not drop:
                return document
            for record_id in dict.fromkeys(drop):
                kind = type(self.found[record_id])
                self._set_aside(
                    kind, self.raw[record_id], N_("{kind} {id} is kept but not shown: what it belongs to is not there.")
                )
            document = document.evolve(drop=drop)
            mended = [self._mended(document, r.id) for r in put.values() if r.id in document]
            document = document.evolve(mended)

    def _mended(self, document: Document, record_id: Id) -> Record:
        record = document.find(record_id)
        assert record is not None
        values: dict[str, Any] = {}
        for ref in ref_fields(type(record)):
            lost = [t for t in dict.fromkeys(ref.targets(record)) if not isinstance(document.find(t), ref.kinds)]
            for target in lost:
                values[ref.name] = ref.without(record.model_copy(update=values), target)
                self._note(
                    N_("{kind} {id}: “{field}” names {target}, which is not there; it is kept but not shown."),
                    kind=type(record).__name__,
                    id=record.id,
                    field=ref.name,
                    target=target[:80],
                )
            if lost:
                self._keep_reference(record, ref, lost)
        return record.model_copy(update=values)

    def _keep_reference(self, record: Record, ref: RefField, lost: list[Id]) -> None:
        value = getattr(record, ref.name)
        if ref.shape is Shape.ONE:
            self.aside.fields.setdefault(record.id, {})[ref.name] = value
        else:
            known = self.aside.references.setdefault(record.id, {})
            if ref.shape is Shape.KEYS:
                known[ref.name] = {**known.get(ref.name, {}), **{t: value[t] for t in lost}}
            else:
                known[ref.name] = [*known.get(ref.name, ()), *lost]


@cache
def adapter(kind: type[Record]) -> TypeAdapter[list[Record]]:
    """Reads a list of records of one kind at once."""
    return TypeAdapter(list[kind])  # type: ignore[valid-type]


def _fits(record: Record) -> bool:
    """Whether the id can be this record's: not empty, not the group's voice, and "project" for the project alone."""
    if not record.id or record.id == GROUP_VOICE or len(record.id) > LONGEST_ID:
        return False
    return (record.id == PROJECT_ID) == isinstance(record, Project)


def _by_kind(document: Document) -> Iterator[tuple[type[Record], tuple[Record, ...]]]:
    kinds: dict[type[Record], list[Record]] = {}
    for record in document:
        kinds.setdefault(type(record), []).append(record)
    for kind, records in kinds.items():
        yield kind, tuple(records)


def _meaningless_without(ref: RefField, record: Record) -> bool:
    """Whether a record says nothing, or something else, once what it belongs to is gone."""
    info = type(record).model_fields[ref.name]
    return info.is_required() or (type(record).__name__, ref.name) in _OTHER_MEANING


_OTHER_MEANING = frozenset({("Transition", "target")})
"""Optional references whose absence is a statement of its own (a way without an end is a drop-out)."""
