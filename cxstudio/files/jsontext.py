"""JSON from strangers: no NaN, no depth bombs, no duplicate keys; lone surrogates are repaired."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

import orjson

from cxstudio.files.errors import DamagedJson, TooMuch, Unusual
from cxstudio.steps import Steps, finished

MOST_VALUES = 1_500_000
"""Texts, numbers, lists and objects in one JSON: 1,800 touchpoints, both questions answered by 400 people each."""

_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


def write_json(value: object) -> bytes:
    """The value as compact JSON with sorted keys. Lone surrogates are replaced, as they are when it is read.

    Raises TypeError for what JSON cannot hold.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return orjson.dumps(_mended(value), option=orjson.OPT_SORT_KEYS)


def read_json(data: bytes) -> Any:
    """The value in `data`. Raises DamagedJson."""
    return finished(json_in_steps(data))


def json_in_steps(data: bytes, *, only_usual: bool = False) -> Steps[Any]:
    """The value in `data`. Raises DamagedJson; with `only_usual` Unusual, where the fast reader is not enough.

    The fast reader takes the last of duplicate keys, so its answer counts only where writing it again
    gives the same bytes: then there were none. Anything else goes through the slow strict reader.
    """
    if only_usual:
        if _separators(data) > MOST_VALUES:
            raise Unusual
    elif values_in(data) > MOST_VALUES:  # before they are made: each takes many times its bytes
        raise TooMuch(f"more than {MOST_VALUES} values")
    yield
    try:
        value = orjson.loads(data)
        yield
        if orjson.dumps(value) == data:
            return value
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass
    if only_usual:
        raise Unusual
    return _read_strictly(data)


def values_in(data: bytes) -> int:
    """How many values a JSON holds, about: never fewer than there are, exactly where there are very many."""
    rough = _separators(data)
    return rough if rough <= MOST_VALUES else rough - sum(_separators(found[0]) for found in _TEXT.finditer(data))


def _separators(data: bytes) -> int:
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _read_strictly(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        raise DamagedJson("not UTF-8") from error
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
        orjson.dumps(value)  # what cannot be written again (too deep, numbers too long) is not read either
    except DamagedJson:
        raise
    except RecursionError as error:
        raise DamagedJson("nested too deeply") from error
    except orjson.JSONEncodeError as error:
        raise DamagedJson("nested too deeply or a number too long") from error
    except ValueError as error:
        raise DamagedJson("no JSON") from error
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        name = mend(key)
        if name in found:
            raise DamagedJson("a key stands twice")
        found[name] = _mended(value)
    return found


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return mend(value)
    if isinstance(value, list | tuple):
        return [_mended(v) for v in value]
    if isinstance(value, Mapping):
        return {_mended(key): _mended(each) for key, each in value.items()}
    return value


def mend(text: str) -> str:
    """The text with surrogate pairs joined and lone halves replaced by U+FFFD."""
    try:
        text.encode()
        return text
    except UnicodeEncodeError:
        pass
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _no_constant(name: str) -> NoReturn:
    raise DamagedJson(f"{name} is not a number")


def _finite(text: str) -> float:
    value = float(text)
    if value in {float("inf"), float("-inf")}:
        raise DamagedJson("a number is too large")
    return value
