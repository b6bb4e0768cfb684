"""Names in texts of any record, blacked out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, TypeVar

from cxstudio.model import Record
from cxstudio.model.base import FrozenMap
from cxstudio.model.ideation.sealed_slips import SEALED, opened, seal
from cxstudio.model.registry import ref_fields

R = TypeVar("R", bound=Record)

BLACKED_OUT: Final = "■■■"
"""Signs our own font has, so that paper shows them on any computer."""


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds whole words only, longer names first where they stand first; None where there is nothing to find.

    Of a name of several words capitals and what stands between them do not matter.
    """
    each = [rf"(?<!\w){_several(name)}(?!\w)" for name in names if name.strip()]
    return re.compile("|".join(each)) if each else None


def _several(name: str) -> str:
    words = [re.escape(word) for word in name.split()]
    return words[0] if len(words) == 1 else "(?i:" + r"\s+".join(words) + ")"


def blacked_out(record: R, pattern: re.Pattern[str] | None, spared: Collection[str] = ()) -> R:
    """A record in whose texts nothing the pattern finds stands, but for what is `spared`; the very same if none did.

    Also in keys people typed, and in slips that are covered.
    """
    if pattern is None:
        return record
    refs = {ref.name for ref in ref_fields(type(record))} | {"id", "order"}
    clean = _Cleaning(pattern, frozenset(spared))
    values: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        done = value if name in refs else clean.slips(value) if name == SEALED else clean(value)
        if done != value:
            values[name] = done
    return record.model_copy(update=values) if values else record


class _Cleaning:
    """Blacks out what a pattern finds."""

    def __init__(self, pattern: re.Pattern[str], spared: frozenset[str]) -> None:
        self._pattern, self._spared = pattern, spared

    def __call__(self, value: Any) -> Any:
        if type(value) is str:
            return self._pattern.sub(lambda m: m[0] if m[0] in self._spared else BLACKED_OUT, value)
        if isinstance(value, tuple):
            return tuple(self(each) for each in value)
        if isinstance(value, Mapping):
            made: dict[Any, Any] = {}
            for key, each in value.items():
                made[_free(self(key), made)] = self(each)
            return FrozenMap(made)
        return value

    def slips(self, sealed: str) -> str:
        """Covered slips, whose codes people chose."""
        try:
            slips = opened(sealed)
        except ValueError:
            return ""  # nobody can say what stands in them, and nobody can read them
        made: dict[str, dict[str, int]] = {}
        for code, slip in slips.items():
            made[_free(self(code), made)] = slip
        return sealed if made == slips else seal(made)


def _free(key: Any, taken: Mapping[Any, Any]) -> Any:
    """A key that is not taken: two people may have been blacked out."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key} {number}"
    return free
