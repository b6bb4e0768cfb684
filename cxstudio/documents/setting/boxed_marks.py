"""The mark of an assumption as it is printed: a letter in a box instead of brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from cxstudio.layout.display.display_list import Primitive, Rect, Run, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.wording.plan.money_sentences import ASSUMED

_OPEN, _LETTER, _CLOSE = ASSUMED
_GLUE: Final = "\N{NO-BREAK SPACE}"
_RISE, _HEIGHT, _RADIUS = 0.8, 1.02, 0.2
"""Of the type's size: how far the box reaches above the baseline, how high it is, how round."""
_AWAY: Final = 0.12
"""Of the type's size: how far the box stands from the figure ahead of it."""
_STROKE: Final = 0.8


def with_boxes(fonts: FontBook, items: Iterable[Primitive]) -> Iterator[Primitive]:
    """The same primitives; each mark that belongs to a figure, or begins a line, stands in a box.

    The boxes come last: lines of one cell follow each other.
    """
    boxes: list[Rect] = []
    for item in items:
        if isinstance(item, TextLine) and any(ASSUMED in run.text for run in item.runs):
            line, found = _boxed(fonts, item)
            boxes += found
            yield line
        else:
            yield item
    yield from boxes


def _boxed(fonts: FontBook, line: TextLine) -> tuple[TextLine, list[Rect]]:
    runs: list[Run] = []
    boxes: list[Rect] = []
    for run in line.runs:
        pieces, found = _split(fonts, run, line.size)
        runs += pieces
        boxes += [
            Rect(line.x + x, line.y - line.size * _RISE, wide, line.size * _HEIGHT, stroke=line.role,
                 stroke_width=_STROKE, radius=line.size * _RADIUS)
            for x, wide in found
        ]  # fmt: skip
    return replace(line, runs=tuple(runs)), boxes


def _split(fonts: FontBook, run: Run, size: float) -> tuple[list[Run], list[tuple[float, float]]]:
    """A run without the brackets of its marks, and where the boxes stand: left end and width."""

    def wide(text: str) -> float:
        return setting.width(fonts, text, run.font, size)

    runs: list[Run] = []
    boxes: list[tuple[float, float]] = []
    x, start, at = run.x, 0, run.text.find(ASSUMED)
    while at >= 0:
        if at == 0 or run.text[at - 1] == _GLUE:
            head = run.text[start:at]
            if head:
                runs.append(Run(run.font, head, x, wide(head)))
                x += wide(head)
            runs.append(Run(run.font, _LETTER, x + wide(_OPEN) + size * _AWAY / 2, wide(_LETTER)))
            boxes.append((x + size * _AWAY, wide(ASSUMED) - size * _AWAY))
            x += wide(ASSUMED)
            start = at + len(ASSUMED)
        at = run.text.find(ASSUMED, at + 1)
    rest = run.text[start:]
    if rest:
        runs.append(Run(run.font, rest, x, wide(rest)))
    return runs, boxes
