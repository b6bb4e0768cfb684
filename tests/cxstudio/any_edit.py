"""Any edit there is, with arguments from the project it is made in: found by looking, so that a new one is tried, too.

Arguments fit their annotations; whether an edit accepts them is its own affair. `begun` is a project with a record of
every kind.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from random import Random
from typing import Any, Final, Literal, TypeVar

import cxstudio.edits
from cxstudio.model import (
    GROUP_VOICE,
    AgendaBlock,
    Document,
    Id,
    LaneSetting,
    Measure,
    Ordered,
    Participant,
    Project,
    Record,
    Touchpoint,
    VoteRound,
    new_id,
)
from cxstudio.model.lanes import JourneyLane, journey_lanes
from cxstudio.model.questions import FIGURES
from cxstudio.model.registry import RECORD_TYPES, Shape, map_fields, ref_fields
from cxstudio.store import Draft

Edit = Callable[..., object]


class _Id(str):
    """Stands for `Id` in annotations, which is a str like any other."""


class _LaneRef(str):
    """Stands for `LaneRef`."""


def all_edits() -> dict[str, Edit]:
    """Every function that changes a project, by its name."""
    found = {}
    for module in pkgutil.walk_packages(cxstudio.edits.__path__, "cxstudio.edits."):
        for name, function in vars(importlib.import_module(module.name)).items():
            own = inspect.isfunction(function) and function.__module__ == module.name and not name.startswith("_")
            if own and next(iter(inspect.signature(function).parameters.values()), _NOTHING).annotation == "Draft":
                found[name] = function
    return found


_NOTHING: Final = inspect.Parameter("nothing", inspect.Parameter.POSITIONAL_ONLY)
EDITS: Final = all_edits()
KINDS_BY_WORD: Final[dict[str, type[Record]]] = {
    kind.__name__.lower(): kind for kind in sorted(RECORD_TYPES, key=lambda kind: len(kind.__name__))
} | {
    "ids": Touchpoint,
    "source": Touchpoint,
    "voice": Participant,
    "owners": Touchpoint,
    "others": Measure,
    "lane": LaneSetting,
    "setting": LaneSetting,
    "vote": VoteRound,
    "block": AgendaBlock,
}
"""Word in the name of a parameter, or of an edit with fields as keywords → the kind of record meant."""
_FIELDS_OF: Final = {"add_source": "ExpectationSource", "draw_way": "Transition", "set_lane": "LaneSetting"} | {
    "add_measured_value": "MeasuredValue", "check_in": "CheckIn",
    "report_settings": "ReportSettings", "start_project": "Project", "fit_project": "Project"
}  # fmt: skip
WORDS: Final = ("", "Portal", "„Offen“ & <b>", "zwei\nZeilen", "é" * 30, "عربي", "\x00\x1b[31m", "0", "Portal")
_NUMBERS: Final = (-3, 0, 1, 2, 3, 5, 7, 10, 100)
_AMOUNTS: Final = (0.0, 0.4, 1.0, 2.5, 1e6)
_MOMENTS: Final = (datetime(2026, 3, 12, 8, tzinfo=UTC), datetime(2026, 3, 12, 8, 20, 30, tzinfo=UTC))
_DAYS: Final = (date(2026, 2, 28), date(2026, 3, 12), date(2027, 1, 1))


class Making:
    """Makes the arguments of one edit."""

    def __init__(self, document: Document, chance: Random, assets: Sequence[str] = ()) -> None:
        self.document, self.chance, self.assets = document, chance, tuple(assets) or ("0" * 64,)
        records = sorted(document, key=lambda record: (type(record).__name__, record.id))
        self._by_kind: dict[type[Record], list[Record]] = {}
        for record in records:
            self._by_kind.setdefault(type(record), []).append(record)
        self.record = chance.choice(records)
        """The one it is about, where it may be about any."""

    def arguments(self, edit: Edit) -> tuple[list[Any], dict[str, Any]]:
        """Positional and named arguments behind the draft."""
        positional: list[Any] = []
        named: dict[str, Any] = {}
        for parameter in list(inspect.signature(edit).parameters.values())[1:]:
            if parameter.kind is parameter.VAR_KEYWORD:
                named |= self._fields(edit)
            elif parameter.default is parameter.empty or self.chance.random() < 0.5:  # noqa: PLR2004
                value = self._argument(edit, parameter)
                if parameter.kind is parameter.KEYWORD_ONLY:
                    named[parameter.name] = value
                else:
                    positional.append(value)
            elif parameter.kind is not parameter.KEYWORD_ONLY:
                break  # what follows by place is left out, too
        return positional, named

    def field(self, kind: type[Record], name: str) -> Any:
        """Something a field may hold; not everything of it fits."""
        for ref in ref_fields(kind):
            if ref.name == name and ref.shape is not Shape.KEYS:
                ids = [r.id for each in ref.kinds for r in self._by_kind.get(each, ())]
                if ref.shape is Shape.MANY:
                    return tuple(self.chance.sample(ids, min(len(ids), self.chance.randint(0, 3))))
                return self.chance.choice([*ids, None])
        if name in {"asset", "logo"}:
            return self.chance.choice(self.assets)
        known = [getattr(record, name) for record in self._by_kind.get(kind, ())]
        if name in map_fields(kind):
            keys = [*(r.id for r in self._by_kind.get(Participant, ())), GROUP_VOICE, "1", "3|5"]
            words = typing.get_args(kind.model_fields[name].annotation)[-1] is str
            made = {
                key: self.chance.choice(WORDS if words else (None, *_NUMBERS)) for key in self.chance.sample(keys, 2)
            }
            return self.chance.choice([*known, made])
        info = kind.model_fields[name]
        default = [] if info.is_required() else [info.default]
        return self.chance.choice([*known[:3], *default, self._value(info.annotation, name)])

    def _argument(self, edit: Edit, parameter: inspect.Parameter) -> Any:
        if parameter.annotation == "Any":
            return self.field(type(self.record), self._field_name())
        about_any = "type[" in str(inspect.signature(edit).parameters.get("kind", ""))
        if about_any and parameter.name in {"kind", "record_id", "ids", "name"}:
            same = [record.id for record in self._by_kind[type(self.record)]]
            several = self.chance.sample(same, self.chance.randint(1, min(3, len(same))))
            whole = {"kind": type(self.record), "record_id": self.record.id, "ids": several}
            return whole[parameter.name] if parameter.name in whole else self._field_name(remember=True)
        if parameter.name == "sheet":
            return {item: self.chance.randint(1, 5) for item in ("money", "people")}
        if parameter.name == "values" and parameter.annotation == "Mapping[str, Any]":
            return {"name": self.chance.choice(WORDS)}
        scope = {**edit.__globals__, "Id": _Id, "LaneRef": _LaneRef}
        return self._value(eval(parameter.annotation, scope), parameter.name)  # noqa: S307 - our own annotations

    def _field_name(self, *, remember: bool = False) -> str:
        if remember or not hasattr(self, "_name"):
            self._name = self.chance.choice(sorted(set(type(self.record).model_fields) - {"id"}))
        return self._name

    def _fields(self, edit: Edit) -> dict[str, Any]:
        """Some fields of the kind of record an edit is about, but those it sets itself."""
        name = edit.__name__  # type: ignore[attr-defined]
        own = inspect.signature(edit).parameters
        words = [word for word in KINDS_BY_WORD if word in name]
        kind = (
            KINDS_BY_WORD[_FIELDS_OF[name].lower() if name in _FIELDS_OF else words[-1]]
            if words or name in _FIELDS_OF
            else type(self.record)
        )
        free = sorted(set(kind.model_fields) - {"id", "order", *own})
        chosen = self.chance.sample(free, min(len(free), self.chance.choice((0, 1, 1, 2))))
        return {field: self.field(kind, field) for field in chosen}

    def _value(self, hint: Any, name: str) -> Any:
        origin, parts = typing.get_origin(hint), typing.get_args(hint)
        if origin is typing.Annotated:
            return self._value(parts[0], name)
        if origin in {typing.Union, types.UnionType}:
            return self._value(self.chance.choice(parts), name)
        if origin is Literal:
            return self.chance.choice(parts)
        if origin is tuple and parts[-1] is not Ellipsis:
            return tuple(self._value(part, name) for part in parts)
        if origin in {tuple, list, Iterable, Sequence}:
            return tuple(self._value(parts[0], name) for _ in range(self.chance.choice((0, 1, 1, 2, 3))))
        if origin is Mapping:
            return {self._value(parts[0], name): self._value(parts[1], name) for _ in range(self.chance.randint(0, 3))}
        if origin is Callable:
            return lambda *_: 3.0
        return self._single(hint, name)

    def _single(self, hint: Any, name: str) -> Any:
        chance = self.chance
        if hint is type(None):
            return None
        if hint is _Id:
            return self._id(name)
        if hint in {_LaneRef, JourneyLane}:
            lane = chance.choice(journey_lanes(self.document, self._id("journey")))
            return lane if hint is JourneyLane else lane.ref
        if isinstance(hint, TypeVar):
            hint = hint.__bound__
        if isinstance(hint, type) and issubclass(hint, Record):
            record = chance.choice(self._by_kind.get(hint) or [self.record])
            twin = record if isinstance(record, Project) else record.model_copy(update={"id": new_id()})
            return chance.choice((record, twin))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return chance.choice(list(hint))
        if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
            scope = {**vars(importlib.import_module(hint.__module__)), "Id": _Id}
            said = {n: getattr(h, "__forward_arg__", h) for n, h in hint.__annotations__.items()}
            return hint(**{n: self._value(eval(h, scope), n) for n, h in said.items()})  # noqa: S307
        plain: dict[Any, Sequence[Any]] = {
            bool: (True, False),
            int: _NUMBERS,
            float: _AMOUNTS,
            date: _DAYS,
            str: WORDS,
            datetime: _MOMENTS,
        }
        if hint is str and name == "figure":
            return chance.choice(sorted(FIGURES))
        if hint is str and name == "asset":
            return chance.choice(self.assets)
        return chance.choice(plain.get(hint, (None,)))

    def _id(self, name: str) -> Id:
        """Mostly one of the kind its name speaks of, at times any other, or none that is there."""
        luck = self.chance.random()
        word = next((word for word in reversed(KINDS_BY_WORD) if word in name or name.rstrip("s") == word), "")
        kinds = (
            [KINDS_BY_WORD[word]] if word else [k for k in self._by_kind if name != "after" or issubclass(k, Ordered)]
        )
        fitting = [record.id for kind in kinds for record in self._by_kind.get(kind, ())]
        if name == "voice":
            fitting.append(GROUP_VOICE)
        if fitting and luck < 0.94:  # noqa: PLR2004
            return self.chance.choice(fitting)
        return self.chance.choice([record.id for record in self.document]) if luck < 0.98 else "gone"  # noqa: PLR2004


def create_any(
    draft: Draft, chance: Random, assets: Sequence[str] = (), *, kinds: Sequence[type[Record]] = RECORD_TYPES
) -> None:
    """A record of any of these kinds, as an import makes it."""
    kind = chance.choice([kind for kind in kinds if kind is not Project])  # of which there is one
    making = Making(draft.document, chance, assets)
    needed = [name for name, info in kind.model_fields.items() if info.is_required() and name != "id"]
    more = chance.sample(sorted(set(kind.model_fields) - {"id", *needed}), 1)
    draft.create(kind(id=new_id(), **{name: making.field(kind, name) for name in (*needed, *more)}))


def edit_any(draft: Draft, name: str, chance: Random, assets: Sequence[str] = ()) -> None:
    """Make the edit of this name. Raises what it raises."""
    edit = EDITS[name]
    positional, named = Making(draft.document, chance, assets).arguments(edit)
    edit(draft, *positional, **named)
