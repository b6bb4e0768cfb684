"""Where the columns and stages of a map stand, and how columns are gathered into blocks."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from itertools import repeat

from cxstudio.layout.map_scene.map_style import NARROWEST_COLUMN, Column, Density, MapStyle, StageSpan
from cxstudio.model import Document, Id, Touchpoint

FOLD_WIDTH = 48.0
_NAMED = 112.0
"""Least width of a folded stage, in screen points: its name stays readable on two lines."""
_GAP = 14.0
"""Width where touchpoints are left out, in screen points."""
_BLOCK_LEAST, _BLOCK_MOST, _BLOCK_ODDS = 6, 16, 6


def build_columns(
    document: Document, journey: Id, style: MapStyle, stands_out: Callable[[Touchpoint], bool]
) -> tuple[tuple[Column, ...], tuple[StageSpan, ...]]:
    """Columns and stages from left to right; `stands_out` says what a folded stage still shows."""
    if style.only is not None:
        return _only_columns(document, journey, style, style.only)
    wide = exact(max(style.column_width, NARROWEST_COLUMN))
    fold = min(wide, exact(FOLD_WIDTH * (0.62 if style.paper else 1.0)))
    named = exact(_NAMED * (0.62 if style.paper else 1.0)) if style.density is not Density.FAR else 0.0
    columns: list[Column] = []
    spans: list[StageSpan] = []
    x = 0.0
    for stage in document.stages(journey):
        first, left = len(columns), x
        touchpoints: Sequence[Id] = document.ids_having(Touchpoint, "stage", stage.id)
        folded = stage.id in style.folded_stages and len(touchpoints) > 0
        shown = [t.id for t in document.touchpoints(stage.id) if stands_out(t)] if folded else touchpoints
        lefts = [x + i * wide for i in range(len(shown))]
        columns.extend(map(Column, shown, repeat(stage.id), lefts, repeat(wide), repeat(0)))
        x += len(shown) * wide
        hidden = len(touchpoints) - len(shown)
        if hidden:
            pile = max(fold, named - len(shown) * wide)
            columns.append(Column(None, stage.id, x, pile, hidden))
            x += pile
        if not touchpoints:
            room = _room_of_an_empty_stage(wide, style)
            columns.append(Column(None, stage.id, x, room))
            x += room
        spans.append(StageSpan(stage.id, left, x - left, first, len(columns), len(touchpoints), folded))
    return tuple(columns), tuple(spans)


def _only_columns(
    document: Document, journey: Id, style: MapStyle, only: frozenset[Id]
) -> tuple[tuple[Column, ...], tuple[StageSpan, ...]]:
    """Only some touchpoints, in the stages that have any; what is left out between two of them is a narrow gap.

    So nothing is drawn from one to the next that holds for neighbours only: no handover, no change of channel.
    """
    wide = exact(max(style.column_width, NARROWEST_COLUMN))
    gap = min(wide, exact(_GAP))
    columns: list[Column] = []
    spans: list[StageSpan] = []
    x, missing = 0.0, 0
    for stage in document.stages(journey):
        first, left = len(columns), x
        touchpoints: Sequence[Id] = document.ids_having(Touchpoint, "stage", stage.id)
        for touchpoint in touchpoints:
            if touchpoint not in only:
                missing += 1
                continue
            if missing and columns:
                columns.append(Column(None, stage.id, x, gap, left_out=missing))
                x += gap
            columns.append(Column(touchpoint, stage.id, x, wide))
            x, missing = x + wide, 0
        if len(columns) > first:
            spans.append(StageSpan(stage.id, left, x - left, first, len(columns), len(touchpoints), False))
    return tuple(columns), tuple(spans)


def _room_of_an_empty_stage(wide: float, style: MapStyle) -> float:
    """Wide enough for the stage's name, which is all there is to read."""
    if style.density is Density.FAR:
        return max(wide, 24.0)
    return exact(wide * 1.5) if style.density is Density.NEAR and not style.paper else wide


def exact(width: float) -> float:
    """A width in whole 64ths, so that sums and differences of positions have no rounding error."""
    return round(width * 64) / 64


def column_key(column: Column) -> str:
    """What a column is known by from one layout to the next; hiding more than before makes it another one."""
    if column.touchpoint is not None:
        return column.touchpoint
    if column.left_out:
        return f"gap:{column.left_out}:{column.stage}:{column.x}"
    return f"fold:{column.hidden}:{column.stage}" if column.hidden else f"hint:{column.stage}"


def cut_blocks(keys: Sequence[str], stages: Sequence[StageSpan]) -> tuple[tuple[int, int], ...]:
    """Column ranges of about ten. Where a block ends depends on its own columns, so inserting one elsewhere
    leaves the others as they are; a block never crosses a stage.
    """
    blocks = []
    for span in stages:
        start = span.first
        for i in range(span.first + 1, span.stop):
            size = i - start
            opens = size >= _BLOCK_LEAST and zlib.crc32(keys[i].encode()) % _BLOCK_ODDS == 0
            if opens or size >= _BLOCK_MOST:
                blocks.append((start, i))
                start = i
        if start < span.stop:
            blocks.append((start, span.stop))
    return tuple(blocks)
