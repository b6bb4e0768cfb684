"""Caches with what projects say in them: all made here, so that they can be emptied when a project is closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


class _Cache(Protocol):
    def cache_clear(self) -> None: ...


_CACHES: Final[list[_Cache]] = []
"""Every cache; filled while modules are loaded, and never again."""


def cached(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remember the last `size` results of a function until a project is closed. Its arguments have to be hashable."""

    def remembering(function: Callable[P, T]) -> Callable[P, T]:
        made = lru_cache(maxsize=size)(function)
        _CACHES.append(made)
        return cast("Callable[P, T]", made)

    return remembering


def clear_caches() -> None:
    """Forget every result; the next ones are worked out anew."""
    for cache in _CACHES:
        cache.cache_clear()
