"""What holds for all columns of a map, worked out once however many pages it is cut into."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeVar, overload

V = TypeVar("V")


class SharedByPages(cached_property[V]):
    """A property of a scene that a page takes over from the scene it was cut from (`cut_from`)."""

    @overload
    def __get__(self, scene: None, kind: type[Any] | None = None) -> SharedByPages[V]: ...

    @overload
    def __get__(self, scene: Any, kind: type[Any] | None = None) -> V: ...

    def __get__(self, scene: Any, kind: type[Any] | None = None) -> SharedByPages[V] | V:
        if scene is None:
            return self
        assert self.attrname is not None
        value: V = super().__get__(scene, kind) if scene.cut_from is None else getattr(scene.cut_from, self.attrname)
        scene.__dict__[self.attrname] = value
        return value
