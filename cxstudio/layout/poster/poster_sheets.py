"""A journey on sheets of some size: as few as need be, everything as large as they allow, nothing under 7 points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.layout.display.display_list import DisplayList, Frame
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.map.frame_assembly import Parts, build, labels
from cxstudio.layout.map.map_paging import ColumnRange, ranges_of
from cxstudio.layout.map.shown_lanes import lanes_of
from cxstudio.layout.map.stage_headers import headers
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_columns import exact
from cxstudio.layout.map_scene.map_style import MIDDLE_BELOW
from cxstudio.layout.poster.poster import NARROWEST, Pack, Poster, PosterSheet, Size
from cxstudio.layout.poster.poster_head import head, head_again
from cxstudio.layout.poster.poster_legend import legend
from cxstudio.look.type_scale import SCREEN, SMALLEST_PAPER
from cxstudio.model import Journey
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.progress import Progress, silent

_USUAL: Final = 112.0
_STRETCHED: Final = 180.0
"""Columns wider than this only take room: rather are lanes divided among sheets."""
_WIDEST: Final = 300.0
_WIDTHS: Final = (NARROWEST, 84.0, MIDDLE_BELOW, 98.0, 104.0, _USUAL, 120.0, 130.0, 145.0, 160.0, _STRETCHED, 220.0)
"""Widths of a column that are tried."""
_STRETCHED_FAR: Final = 24.0
_MOST_NAMED: Final = 60
"""More touchpoints than this have no room for their names on one page."""
_WIDTHS_FAR: Final = (6.0, 8.0, 11.0, 15.0, 20.0, 30.0, 44.0)
LEAST: Final = SMALLEST_PAPER / min(SCREEN.small.size, SCREEN.title_small.size)
"""Points of paper to a unit at which the smallest text of a map is just large enough."""
_BETWEEN: Final = 14.0
"""Below every band."""
_AROUND: Final = 240.0
"""Units a title block and a legend take."""
_ONE_BAND: Final = 24
"""So many touchpoints stand beside each other in a picture, however wide that makes it."""
_WIDE: Final = 1.6
"""Widths to the height a picture of a longer journey may have."""
LARGEST: Final = 5.0
"""Points of paper to a unit: cards of a short journey need not fill a wall."""
_TALLER: Final = 2.2
"""So many times their usual height lanes with a scale take at most, to use a sheet's height."""
_OVERVIEW: Final = (LaneKind.TOUCHPOINTS, LaneKind.EXPECTATION_EXPERIENCE, LaneKind.EMOTION)
_CHARTS: Final = (LaneKind.EXPECTATION_EXPERIENCE, LaneKind.EMOTION, LaneKind.IMPORTANCE)


def poster_sheets(poster: Poster, size: Size, progress: Progress = silent) -> list[PosterSheet]:
    """The journey on as few sheets of that size as hold it, in bands below each other where it is long.

    Where not all lanes stand below each other on one sheet, further bands repeat the cards. A text too long for any
    sheet makes its own one higher.
    """
    count = len(poster.scene(_USUAL).columns)
    if not count:
        return []
    found = _best(poster, size, (None,), lambda share, what: progress(share / 2, what))
    if found is None:
        packs = _packs(poster, size)
        found = _best(poster, size, packs, lambda share, what: progress(0.5 + share / 2, what))
        found = found or _Tried(poster, size, packs, count).at(_WIDEST)
    return found


def overview_sheet(poster: Poster, size: Size, progress: Progress = silent) -> list[PosterSheet]:
    """Cards, figures and emotion of the whole journey on one sheet: with names where they fit, else a bar each."""
    named = len(poster.scene(_USUAL).columns) <= _MOST_NAMED
    found = poster_sheets(replace(poster, lanes=_OVERVIEW), size, progress) if named else []
    return found if len(found) == 1 else poster_sheets(replace(poster, lanes=_OVERVIEW, far=True), size, progress)


def poster_picture(poster: Poster) -> DisplayList | None:
    """The whole journey as one picture at its usual size, in bands where it is long; None without touchpoints."""
    count = len(poster.scene(_USUAL).columns)
    for bands in _numbers(count) if count else ():
        picture = _Tried(poster, Size(0.0, math.inf), (None,), bands).picture()
        if bands == 1 and count <= _ONE_BAND:
            return picture
        if picture.width <= _WIDE * picture.height or bands == count:
            return picture
    return None


def _best(poster: Poster, size: Size, packs: Sequence[Pack], progress: Progress) -> list[PosterSheet] | None:
    """Fewest sheets first, then the largest print; None where a band is higher than a sheet."""
    possible: list[_Tried] = []
    for bands in _numbers(len(poster.scene(_USUAL).columns)):
        one = _Tried(poster, size, packs, bands)
        possible += [one] if one.widest >= poster.narrowest else []
        if one.widest > (_STRETCHED_FAR if poster.far else _STRETCHED):
            break
    tried: list[tuple[int, _Tried]] = []
    for n, one in enumerate(possible, 1):
        made = one.fitting(min(one.widest, _WIDEST))
        tried += [(len(made.stacks), one)] if made is not None else []
        progress(n / len(possible) / 2, "")
    fewest = min((sheets for sheets, _ in tried), default=0)
    best: tuple[_Tried, _Stacked] | None = None
    for n, (sheets, one) in enumerate(tried, 1):
        larger = one.largest(fewest, best[1].scale if best else 0.0) if sheets == fewest else None
        best = best if larger is None else (one, larger)
        progress(0.5 + n / len(tried) / 2, "")
    return best[0].printed(best[1]) if best else None


def _numbers(most: int) -> Iterator[int]:
    """1, 2, 3 … and ever faster up to `most`."""
    number = 1
    while number < most:
        yield number
        number = max(number + 1, int(number * 1.15))
    yield most


@dataclass(frozen=True, slots=True)
class Band:
    """Some columns with the lanes of one pack."""

    scene: Scene
    specs: tuple[LaneSpec, ...]
    parts: Parts
    columns: ColumnRange
    above: float
    """Height of the stages above the lanes."""

    @property
    def height(self) -> float:
        """With the stages above and the gap below."""
        return self.above + self.parts.height + _BETWEEN

    @property
    def charts(self) -> float:
        """Height of the lanes with a scale."""
        return sum(row.height for row in self.parts.rows if row.kind in _CHARTS)

    def grown(self, share: float) -> Band:
        """With the lanes with a scale higher by that share."""
        usual = {row.key: row.height for row in self.parts.rows if row.kind in _CHARTS}
        specs = tuple(replace(s, height=usual[s.key] * (1.0 + share)) if s.key in usual else s for s in self.specs)
        return replace(self, specs=specs, parts=build(self.scene, specs)) if usual else self


@dataclass(frozen=True, slots=True)
class _Stacked:
    """Bands on the sheets of some size, in units of which `scale` points are one."""

    scale: float
    wide: float
    high: float
    head: Frame
    again: float
    """Height of what stands above the bands of a further sheet."""
    below: Frame
    stacks: list[list[Band]]

    @property
    def rooms(self) -> list[float]:
        """Height that is left on each sheet, negative where a text needs more."""
        above = (self.again if n else self.head.height for n in range(len(self.stacks)))
        return [self.high - self.below.height - top - sum(band.height for band in stack)
                for top, stack in zip(above, self.stacks, strict=True)]  # fmt: skip

    @property
    def highest(self) -> float:
        """Height the highest sheet needs."""
        return self.high - min(0.0, *self.rooms)


class _Tried:
    """The columns evenly in so many bands, the lanes in packs of which each has bands of its own."""

    def __init__(self, poster: Poster, size: Size, packs: Sequence[Pack], bands: int) -> None:
        self._poster, self._size, self._packs = poster, size, packs
        usual = poster.scene(_USUAL)
        self._label = usual.style.label_width
        self._ranges = ranges_of(len(usual.columns), usual.stages, math.ceil(len(usual.columns) / bands))
        wides = [sum(c.width for c in usual.columns[r.start : r.stop]) for r in self._ranges]
        self._known: dict[tuple[float, float], _Stacked] = {}
        self._longest = max(wides) / _USUAL
        """Columns of the longest band, counting one that stands for an empty stage for what it takes."""

    @property
    def widest(self) -> float:
        """Width of a column where all is printed as small as may be."""
        return (self._size.width / LEAST - self._label) / self._longest

    def largest(self, most: int, scale: float) -> _Stacked | None:
        """On at most so many sheets, as large as possible; None where that is no larger than `scale`.

        The narrower a column, the larger it is printed.
        """
        usual = min(self.widest, _WIDEST)
        tried = _WIDTHS_FAR if self._poster.far else _WIDTHS
        widths = [w for w in (*tried, usual) if (w < self.widest or w == usual) and self._scale(w) > scale]
        best: _Stacked | None = None
        low, high = 0, len(widths)
        middle = high - 1  # where not even the smallest print that is larger has room, nothing else has
        while low < high:
            found = self.fitting(widths[middle])
            if found is None or len(found.stacks) > most:
                low = middle + 1
            else:
                best, high = found, middle
            middle = (low + high) // 2
        return best

    def fitting(self, column: float) -> _Stacked | None:
        """The bands with columns of that width; None where one is higher than a sheet."""
        made = self._stacked(column)
        return made if made.highest <= made.high + 0.01 / made.scale else None

    def picture(self) -> DisplayList:
        """All bands below each other, as wide as their columns need."""
        wide, scene = self._label + self._longest * _USUAL, self._poster.scene(_USUAL)
        bands = [_band(scene, columns) for columns in self._ranges]
        below = _legend(self._poster, [scene], wide)
        return _sheet(self._poster, _head(self._poster, scene, wide), bands, below, wide, 0.0)

    def at(self, column: float) -> list[PosterSheet]:
        """With columns of that width, or wider ones where the sheet has room for them."""
        return self.printed(self._stacked(column))

    def _scale(self, column: float) -> float:
        return max(LEAST, min(self._size.width / (self._label + self._longest * column), LARGEST))

    def _stacked(self, column: float) -> _Stacked:
        """The bands on their sheets, at their usual height."""
        scale = self._scale(column)
        wide, high = self._size.width / scale, self._size.height / scale
        column = min(max(exact((wide - self._label) / self._longest - 1 / 64), column), _WIDEST)
        if (scale, column) not in self._known:
            scenes = [self._poster.scene(column, pack) for pack in self._packs]
            bands = [_band(scene, columns) for columns in self._ranges for scene in scenes]
            below = _legend(self._poster, scenes, wide)
            head, again = _head(self._poster, scenes[0], wide), _again(self._poster, scenes[0], wide, "").height
            stacks = _stacked(bands, head.height, again, high - below.height)
            self._known[scale, column] = _Stacked(scale, wide, high, head, again, below, stacks)
        return self._known[scale, column]

    def printed(self, made: _Stacked) -> list[PosterSheet]:
        """The sheets, lanes with a scale as high as there is room for."""
        rooms, stacks, poster = made.rooms, made.stacks, self._poster
        shares = [room / max(sum(b.charts for b in stack), 1.0) for room, stack in zip(rooms, stacks, strict=True)]
        share = max(0.0, min([_TALLER - 1.0, *(shares[:-1] or shares)]))
        share = min(share, max(0.0, shares[-1]))
        sheets = []
        for n, stack in enumerate(stacks):
            which = poster.texts.tr("Sheet {n} of {total}", n=n + 1, total=len(stacks))
            above = _again(poster, stacks[0][0].scene, made.wide, which) if n else made.head
            grown = [band.grown(share) for band in stack] if share > 0.01 else stack
            picture = _sheet(poster, above, grown, made.below, made.wide, made.high)
            sheets.append(PosterSheet(picture, made.scale, _all(stack)))
        return sheets


def _stacked(bands: Sequence[Band], first: float, again: float, room: float) -> list[list[Band]]:
    """The bands below each other, a new sheet wherever there is no room for the next."""
    stacks: list[list[Band]] = [[]]
    used = first
    for band in bands:
        if stacks[-1] and used + band.height > room:
            stacks.append([])
            used = again
        stacks[-1].append(band)
        used += band.height
    return stacks


def _all(stack: Sequence[Band]) -> ColumnRange:
    return ColumnRange(min(band.columns.start for band in stack), max(band.columns.stop for band in stack))


def _band(scene: Scene, columns: ColumnRange) -> Band:
    part = scene.page(columns.start, columns.stop)
    specs = scene.once("lanes", lambda: lanes_of(scene))
    return Band(part, specs, build(part, specs, late=True), columns, headers(part).height)


def _title(poster: Poster) -> str:
    return poster.document.get(Journey, poster.journey).title or poster.texts.tr("Untitled journey")


def _head(poster: Poster, scene: Scene, wide: float) -> Frame:
    return head(poster.document, poster.journey, poster.words.finding, poster.texts, wide, scene.fonts)


def _again(poster: Poster, scene: Scene, wide: float, which: str) -> Frame:
    return head_again(poster.texts.tr("{headline} (continued)", headline=_title(poster)), which, wide, scene.fonts)


def _legend(poster: Poster, scenes: Sequence[Scene], wide: float) -> Frame:
    lanes = frozenset(spec.kind for scene in scenes for spec in lanes_of(scene))
    words = poster.words
    return legend(scenes[0], lanes, words.basis, words.count, words.made, wide)


def _sheet(poster: Poster, above: Frame, stack: Sequence[Band], below: Frame, wide: float, high: float) -> DisplayList:
    y = above.height
    frames = [above]
    for band in stack:
        frames += (replace(frame, y=frame.y + y) for frame in _body(band))
        y += band.height
    under = max(y, high - below.height)
    frames.append(replace(below, y=under))
    total = under + below.height
    return DisplayList(wide, total, Frame("poster", 0.0, 0.0, wide, total, tuple(frames)), _title(poster))


def _body(band: Band) -> tuple[Frame, ...]:
    """Stage headers, labels and lanes, from nought."""
    part, parts = band.scene, band.parts
    above, side = headers(part), labels(part, band.specs, parts)
    left, top = side.width, above.height
    return (
        Frame("header", left - part.left, 0.0, part.width, top, groups=above.root.groups),
        Frame("labels", 0.0, top, left, parts.height, groups=side.root.groups),
        Frame("body", left - part.left, top, part.width, parts.height, frames=parts.frames),
    )


def _packs(poster: Poster, size: Size) -> tuple[Pack, ...]:
    """The lanes in packs that stand below each other on one sheet at the least scale; each begins with the cards."""
    scene = poster.scene(_USUAL)
    specs = lanes_of(scene)
    parts = build(scene, specs)
    heights = {row.kind: row.height for row in parts.rows}
    cards = heights.get(LaneKind.TOUCHPOINTS, 0.0)
    room = size.height / LEAST - headers(scene).height - _AROUND
    packs: list[list[LaneKind]] = [[LaneKind.TOUCHPOINTS]]
    used = cards
    for spec in specs:
        if spec.kind in packs[-1]:
            continue
        if len(packs[-1]) > 1 and used + heights[spec.kind] > room:
            packs.append([LaneKind.TOUCHPOINTS])
            used = cards
        packs[-1].append(spec.kind)
        used += heights[spec.kind]
    return tuple(tuple(pack) for pack in packs)
