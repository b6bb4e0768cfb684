"""Which blocks of columns are the same as in the former layout, and the same all around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.model import Id

_BEHIND, _AHEAD = 8, 2
"""Columns to the left and to the right of a block that lanes with local edges may look at."""


class Touched(NamedTuple):
    """Touchpoints whose groups may look different now, by what of them is another."""

    names: frozenset[Id]
    """Nothing but what they are called."""
    figures: frozenset[Id]
    """What has been rated."""
    others: frozenset[Id]
    """Anything else."""

    def seen(self, *, names: bool, figures: bool) -> frozenset[Id]:
        """Those that look different where names or figures are shown, or neither."""
        return self.others | (self.names if names else frozenset()) | (self.figures if figures else frozenset())


class Kept:
    """Compares the blocks of two scenes."""

    def __init__(self, scene: Scene, former: Scene | None, stale: frozenset[int]) -> None:
        self._scene = scene
        self._former = former
        self.stale = stale
        """Numbers of the blocks with a column that may look different."""
        self._at_rest: dict[int, bool] = {}

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
    def first(self) -> dict[str, int]:
        """What the first column of a former block is known by → the block's number."""
        return {} if self._former is None else {columns[0]: k for k, columns in enumerate(self._former.block_keys)}

    @cached_property
    def runs(self) -> list[int | None]:
        """Per stage with the very blocks it had before, none of them stale, its number then; else None."""
        scene, former = self._scene, self._former
        if former is None:
            return [None] * len(scene.runs)
        known = {run: n for n, run in enumerate(former.runs)}
        stale_runs = {bisect_right(scene.runs, (k, len(scene.blocks))) - 1 for k in self.stale}
        found: list[int | None] = []
        for n, (start, stop) in enumerate(scene.runs):
            old = self.same[start]
            number = None if old is None or n in stale_runs else known.get((old, old + stop - start))
            if number is not None and not self._stands_in(start, stop, number):
                number = None
            found.append(number)
        return found

    def named(self, n: int) -> int | None:
        """Number the same stage had before, whatever stood in it."""
        return self._by_stage.get(_stage(self._scene, n))

    @cached_property
    def _by_stage(self) -> dict[Id, int]:
        former = self._former
        return {} if former is None else {_stage(former, n): n for n in range(len(former.runs))}

    def _stands_in(self, start: int, stop: int, number: int) -> bool:
        """Whether these blocks are those of a former stage, at the same ends of the map."""
        assert self._former is not None
        first, last = self._former.runs[number]
        if self.same[start:stop] != list(range(first, last)):
            return False
        ends = ((start, first), (stop - 1, last - 1))
        return all(_ends(self._scene, now) == _ends(self._former, then) for now, then in ends)

    @cached_property
    def restless(self) -> list[list[int]]:
        """Per unchanged stage the blocks that stand next to something else than before; the others only moved."""
        return [
            self._restless(*run) if n is not None else [] for n, run in zip(self.runs, self._scene.runs, strict=True)
        ]

    def _restless(self, start: int, stop: int) -> list[int]:
        near = {*self._within(range(start, stop), _BEHIND), *self._within(range(stop - 1, start - 1, -1), _AHEAD)}
        return sorted(k for k in near if not self.at_rest(k))

    def _within(self, blocks: range, columns: int) -> Iterator[int]:
        """The first of these blocks that so many columns reach into."""
        for k in blocks:
            if columns <= 0:
                return
            yield k
            first, behind = self._scene.blocks[k]
            columns -= behind - first

    def at_rest(self, k: int) -> bool:
        """Whether nothing in a block, next to it or in its place in the map differs."""
        known = self._at_rest.get(k)
        if known is None:
            known = self._at_rest[k] = self._is_at_rest(k)
        return known

    def _is_at_rest(self, k: int) -> bool:
        old = self.same[k]
        if old is None or self._former is None or k in self.stale:
            return False
        return _ends(self._scene, k) == _ends(self._former, old) and (
            self._alike(k, -1, _BEHIND) and self._alike(k, 1, _AHEAD)
        )

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


def _stage(scene: Scene, n: int) -> Id:
    return scene.columns[scene.blocks[scene.runs[n][0]][0]].stage


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
