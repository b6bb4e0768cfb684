"""Which blocks of columns are the same as in the former layout, and the same all around."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from cxstudio.layout.scene import Scene

_BEHIND, _AHEAD = 8, 2
"""Columns to the left and to the right of a block that lanes with local edges may look at."""


class Kept:
    """Compares the blocks of two scenes."""

    def __init__(self, scene: Scene, former: Scene | None, stale: frozenset[int]) -> None:
        self._scene = scene
        self._former = former
        self.stale = stale
        """Numbers of the blocks with a column that may look different."""
        self._surrounded: dict[int, bool] = {}

    @cached_property
    def same(self) -> list[int | None]:
        """Per block the number the same columns had as a block of the former layout."""
        keys = self._scene.block_keys
        if self._former is None:
            return [None] * len(keys)
        if keys is self._former.block_keys:
            return list(range(len(keys)))
        known = {columns: k for k, columns in enumerate(self._former.block_keys)}
        return [known.get(columns) for columns in keys]

    @cached_property
    def calm(self) -> list[int | None]:
        """Per block its former number, where nothing in it or near it differs: it may only have moved."""
        return [old if self._is_calm(k, old) else None for k, old in enumerate(self.same)]

    def _is_calm(self, k: int, old: int | None) -> bool:
        if old is None or self._former is None or k in self.stale:
            return False
        ends = _ends(self._scene, k) == _ends(self._former, old)
        return ends and self.surrounded(k)

    def surrounded(self, k: int) -> bool:
        """Whether the blocks beside this one are the former neighbours and unchanged."""
        found = self._surrounded.get(k)
        if found is None:
            found = self._surrounded[k] = self._alike(k, -1, _BEHIND) and self._alike(k, 1, _AHEAD)
        return found

    def _alike(self, k: int, step: int, columns: int) -> bool:
        old = self.same[k]
        if old is None or self._former is None:
            return False
        blocks = self._scene.blocks
        n = k
        while columns > 0:
            n += step
            old += step
            here, there = 0 <= n < len(blocks), 0 <= old < len(self._former.blocks)
            if not here or not there:
                return here == there
            if self.same[n] != old or n in self.stale:
                return False
            columns -= blocks[n][1] - blocks[n][0]
        return True


def _ends(scene: Scene, k: int) -> tuple[bool, bool]:
    """Whether a block is the first or the last of its map."""
    start, stop = scene.blocks[k]
    return start == scene.window[0], stop == scene.window[1]


def stale_blocks(scene: Scene, dirty: frozenset[str] | None) -> frozenset[int]:
    """Numbers of the blocks with a column that may look different; `dirty` None means all."""
    if dirty is None:
        return frozenset(range(len(scene.blocks)))
    found = set()
    starts = [start for start, _ in scene.blocks]
    for key in dirty:
        i = scene.index.get(key)
        if i is not None:
            found.add(bisect_right(starts, i) - 1)
    return frozenset(found)
