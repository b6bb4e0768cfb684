"""Which primitives are read together: the order and kind of elements behind a group's primitives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from cxstudio.layout.display.display_list import Meaning, Path, Picture, Primitive, Rect, TextLine


class Part(Enum):
    """What a stretch of primitives is for a reader."""

    DECORATION = "decoration"
    PARAGRAPH = "paragraph"
    TITLE = "title"
    HEADING = "heading"
    HEADER_CELL = "header cell"
    ROW_HEADER = "row header"
    CELL = "cell"
    FIGURE = "figure"


@dataclass
class Stretch:
    """Primitives drawn one after the other that are one thing to a reader."""

    part: Part
    items: list[Primitive] = field(default_factory=list)

    @property
    def alternative(self) -> str:
        """The words for a figure."""
        return next((i.alternative for i in self.items if isinstance(i, Rect | Path | Picture) and i.alternative), "")


_TEXT = {
    Meaning.TITLE: Part.TITLE,
    Meaning.HEADING: Part.HEADING,
    Meaning.HEADER_CELL: Part.HEADER_CELL,
    Meaning.ROW_HEADER: Part.ROW_HEADER,
    Meaning.CELL: Part.CELL,
    Meaning.DECORATION: Part.DECORATION,
}
CELLS = (Part.CELL, Part.HEADER_CELL, Part.ROW_HEADER)


def stretches(items: Iterable[Primitive]) -> Iterator[Stretch]:
    """The stretches of a group. A cell ends where the next line stands beside the one before or higher."""
    current: Stretch | None = None
    last: TextLine | None = None
    for item in items:
        part = part_of(item)
        goes_on = current is not None and current.part is part and part is not Part.FIGURE
        if goes_on and part in CELLS and isinstance(item, TextLine) and last is not None and _beside(item, last):
            goes_on = False
        if not goes_on or current is None:
            if current is not None:
                yield current
            current = Stretch(part)
        current.items.append(item)
        last = item if isinstance(item, TextLine) else last
    if current is not None:
        yield current


def _beside(line: TextLine, last: TextLine) -> bool:
    """Whether a line stands no lower than another, but for the little that different sizes make.

    The number of a page belongs to what stands ahead of it.
    """
    return line.page is None and line.y <= last.y + 0.4 * last.size


def part_of(item: Primitive) -> Part:
    """What one primitive is."""
    if isinstance(item, TextLine):
        return _TEXT.get(item.meaning, Part.PARAGRAPH)
    if item.meaning is Meaning.FIGURE and item.alternative:
        return Part.FIGURE
    return Part.DECORATION
