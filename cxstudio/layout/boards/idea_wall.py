"""Lays out the idea wall: notes where they hang, clusters around those that belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cxstudio.caches import cached
from cxstudio.layout.boards.wall_items import Wall, WallCluster, WallNote
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Picture, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, Type, TypeScale
from cxstudio.model import Id
from cxstudio.model.ideation import wall_grid as grid
from cxstudio.model.kinds import NoteColour

GROUNDS: Final = {
    NoteColour.YELLOW: Role.NOTE_YELLOW,
    NoteColour.BLUE: Role.NOTE_BLUE,
    NoteColour.GREEN: Role.NOTE_GREEN,
    NoteColour.RED: Role.NOTE_RED,
}
_AROUND: Final = 16.0
"""Between a cluster's border and its notes."""
_BAND: Final = 640.0
_TILE: Final = 900.0
"""Height and width of a part of the wall that is drawn, or passed over, as one."""
_LINES: Final = 4
_LINES_BESIDE_PICTURE: Final = 2
_DOTS: Final = 9
"""So many points are drawn as dots; more are only written."""
_DOT: Final = 3.6
_WORDS: Final = Type("regular", 13.0, 16.0)


@dataclass(frozen=True, slots=True)
class WallStyle:
    """How large the wall is at least."""

    width: float = 0.0
    height: float = 0.0
    type: TypeScale = SCREEN


@dataclass(frozen=True)
class IdeaWall:
    """A laid-out wall."""

    body: DisplayList
    wall: Wall = field(repr=False, compare=False)
    clusters: tuple[tuple[Id, Box], ...] = field(repr=False)
    held: frozenset[Id] = frozenset()

    @property
    def order(self) -> tuple[Id, ...]:
        """Ideas from top to bottom, each row from left to right."""
        rows: list[list[WallNote]] = []
        for note in sorted(self.wall.notes, key=lambda n: n.y):
            if not rows or note.y - rows[-1][0].y > grid.NOTE_HEIGHT / 2:
                rows.append([])
            rows[-1].append(note)
        return tuple(n.idea for notes in rows for n in sorted(notes, key=lambda n: (n.x, n.idea)))

    def box(self, record: Id | None) -> Box | None:
        """Where a note or a cluster stands."""
        note = self.wall.note(record)
        if note is not None:
            return Box(note.x, note.y, grid.NOTE_WIDTH, grid.NOTE_HEIGHT)
        return next((box for cluster, box in self.clusters if cluster == record), None)

    def note_at(self, x: float, y: float) -> Id | None:
        """The note at a place, the one that lies on top."""
        found = [n for n in _painted(self.wall.notes, self.held) if _box_of(n).holds(x, y)]
        return found[-1].idea if found else None

    def cluster_at(self, x: float, y: float) -> Id | None:
        """The cluster a place lies in, the smallest one."""
        found = [(box.width * box.height, cluster) for cluster, box in self.clusters if box.holds(x, y)]
        return min(found)[1] if found else None

    def record_at(self, x: float, y: float) -> Id | None:
        """The note at a place, else the cluster whose name or border is there."""
        note = self.note_at(x, y)
        if note is not None:
            return note
        cluster = self.cluster_at(x, y)
        box = self.box(cluster)
        return cluster if box is not None and y <= box.y + grid.HEAD else None

    def beside(self, idea: Id | None, across: int, down: int) -> Id | None:
        """The note an arrow leads to: the nearest one that way."""
        here = self.wall.note(idea)
        if here is None:
            return next(iter(self.order), None)
        far = []
        for note in self.wall.notes:
            right, below = note.x - here.x, note.y - here.y
            along, aside = right * across + below * down, abs(right * down) + abs(below * across)
            if along > 1 and aside <= max(2 * along, grid.NOTE_HEIGHT / 2):
                far.append((along + 2 * aside, note.idea))
        return min(far)[1] if far else None


def _box_of(note: WallNote) -> Box:
    return Box(note.x, note.y, grid.NOTE_WIDTH, grid.NOTE_HEIGHT)


def lay_out_wall(wall: Wall, style: WallStyle, held: frozenset[Id] = frozenset()) -> IdeaWall:
    """The wall as a picture; notes that are `held` lie above all others."""
    clusters = tuple((c.cluster, _around(c.notes)) for c in wall.clusters)
    boxes = [*(_box_of(n) for n in wall.notes), *(box for _, box in clusters)]
    wide = max([style.width, *(b.x + b.width + grid.MARGIN for b in boxes)])
    high = max([style.height, *(b.y + b.height + grid.MARGIN for b in boxes)])
    above = tuple(n for n in wall.notes if n.idea in held)
    below = tuple(n for n in wall.notes if n.idea not in held)
    frames = [
        Frame("clusters", 0, 0, wide, high, groups=_bordered(wall, clusters, style.type)),
        Frame("notes", 0, 0, wide, high, _bands(wall, below, style.type, wide)),
    ]
    if above:
        inside = Frame("held", 0, 0, wide, high, _bands(wall, above, style.type, wide))
        frames.append(Frame("above", 0, 0, wide, high, (Frame("top", 0, 0, wide, high, (inside,)),)))
    return IdeaWall(DisplayList(wide, high, Frame("wall", 0, 0, wide, high, tuple(frames))), wall, clusters, held)


def _painted(notes: Iterable[WallNote], held: frozenset[Id]) -> list[WallNote]:
    """Notes in the order in which they are painted."""
    return sorted(notes, key=lambda n: (n.idea in held, n.y // _BAND, n.x // _TILE))


def _bands(wall: Wall, notes: Sequence[WallNote], unit: TypeScale, wide: float) -> tuple[Frame, ...]:
    """Notes in rows of tiles, so that what is out of sight is passed over."""
    bands: dict[float, dict[float, list[WallNote]]] = defaultdict(lambda: defaultdict(list))
    for note in notes:
        bands[note.y // _BAND][note.x // _TILE].append(note)
    made = []
    for down, tiles in sorted(bands.items()):
        y = down * _BAND
        frames = tuple(
            Frame(f"tile:{across:.0f}", across * _TILE, 0, _TILE + grid.NOTE_WIDTH, _BAND + grid.NOTE_HEIGHT,
                  groups=tuple(Placed(n.x - across * _TILE, n.y - y, _drawn(wall, n, unit)) for n in inside))
            for across, inside in sorted(tiles.items())
        )  # fmt: skip
        made.append(Frame(f"band:{down:.0f}", 0, y, wide, _BAND + grid.NOTE_HEIGHT, frames))
    return tuple(made)


def _around(notes: Sequence[WallNote]) -> Box:
    left, top = min(n.x for n in notes) - _AROUND, min(n.y for n in notes) - grid.HEAD
    right = max(n.x for n in notes) + grid.NOTE_WIDTH + _AROUND
    bottom = max(n.y for n in notes) + grid.NOTE_HEIGHT + _AROUND
    return Box(left, top, right - left, bottom - top)


def _bordered(wall: Wall, clusters: Sequence[tuple[Id, Box]], unit: TypeScale) -> tuple[Placed, ...]:
    names: dict[Id, WallCluster] = {c.cluster: c for c in wall.clusters}
    return tuple(
        Placed(box.x, box.y, _cluster(cluster, names[cluster].name, box.width, box.height, wall.fonts, unit))
        for cluster, box in clusters
    )


@cached(400)
def _cluster(cluster: Id, name: str, wide: float, high: float, fonts: FontBook, unit: TypeScale) -> Group:
    """A dashed border with the name on it."""
    top = unit.title.leading / 2
    border = Rect(0.5, top, wide - 1, high - top - 0.5, stroke=Role.FAINT, dash=(4.0, 3.0), radius=12.0)
    words = text.single(fonts, name, unit.title, 18.0, unit.title.rise, Role.INK, wide - 36.0, meaning=Meaning.HEADING)
    patch = Rect(12.0, 0.0, words.width + 12.0, unit.title.leading, fill=Role.GROUND)
    return Group(f"cluster:{cluster}", wide, high, (border, patch, words), cluster)


def _drawn(wall: Wall, note: WallNote, unit: TypeScale) -> Group:
    return _note(note.idea, "" if note.covered else note.text, note.colour, note.covered, note.foot, note.points,
                 note.chosen, note.picture, wall.fonts, unit)  # fmt: skip


@cached(4_000)
def _note(
    idea: Id, words: str, colour: NoteColour, covered: bool, foot: str, points: int | None, chosen: bool,
    picture: tuple[str, str], fonts: FontBook, unit: TypeScale,
) -> Group:  # fmt: skip
    """One note, remembered by what it shows."""
    wide, high, inset = grid.NOTE_WIDTH, grid.NOTE_HEIGHT, 10.0
    shadow = Rect(1.0, 2.0, wide - 2, high - 1, fill=Role.SHADOW, fill_opacity=0.10, radius=4.0)
    items: list[Primitive] = [shadow, Rect(0, 0, wide, high, fill=GROUNDS[colour], radius=4.0)]
    if chosen:
        items.append(Rect(1, 1, wide - 2, high - 2, stroke=Role.ACCENT, stroke_width=2.0, radius=4.0))
    base = high - 9.0
    if covered:
        items += marks.sign("covered", wide / 2 - 13, high / 2 - 13, 26, Role.MUTED)
    else:
        lines = text.block(fonts, words, _WORDS, inset, 8.0, wide - 2 * inset, Role.INK,
                           _LINES_BESIDE_PICTURE if picture[0] else _LINES, meaning=Meaning.CELL)  # fmt: skip
        items += lines
        if picture[0]:
            top = 12.0 + len(lines) * _WORDS.leading
            left, room = inset - 2, wide - 2 * inset + 4
            if points is not None or foot:
                room *= 0.5
            items.append(Picture(left, top, room, high - top - 8.0, picture[0], picture[1]))
            if foot:
                inset += room
    left = wide - inset
    if points is not None:
        shown = points if points <= _DOTS else 0
        left -= shown * (2 * _DOT + 1.6)
        items += [marks.circle(left + _DOT + n * (2 * _DOT + 1.6), base - 4.0, _DOT, fill=Role.ACCENT)
                  for n in range(shown)]  # fmt: skip
        count = text.single(fonts, str(points), unit.small_strong, left - 4.0, base, Role.ACCENT, align=1.0)
        items.append(count)
        left = count.x - 6.0
    if foot:
        items.append(text.single(fonts, foot, unit.small, inset, base, Role.MUTED, max(left - inset, 20.0)))
    return Group(f"card:{idea}", wide, high, tuple(items), idea)
