"""Lists that lie otherwise than one touchpoint a row: stages across, lanes down, stages as rows of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cxstudio.exchange.lists.list_columns import STAGE, TOUCHPOINT, columns_by_heading
from cxstudio.exchange.tables.table import Table, column_letters

_LONGEST: Final = 80
_MOST_STAGES: Final = 15
_MOST_LANES: Final = 60
_STAGE_WORDS: Final = re.compile(
    r"vor(?:her|ab)?|w[aä]hrend|nach(?:her)?|kauf|bewusstsein|informieren|nutzung|service|abschluss|before|during|after|"
    r"awareness|consideration|purchase|decision|retention|advocacy|onboarding|use|phase \d+|stage \d+"
)


def lanes_down(table: Table) -> Table | None:
    """The table turned round where its first column names lanes (touchpoints, channels, emotion), stages across."""
    if len(table.header) < 3 or len(table.rows) > _MOST_LANES:
        return None
    names = [row[0].strip() for row in table.rows]
    lanes = columns_by_heading(names)
    first = table.header[0].casefold()
    corner = first == column_letters(0).casefold() or columns_by_heading([first]).get(STAGE) is not None
    if TOUCHPOINT not in lanes or len(lanes) < 2 or not corner:
        return None
    head = ("Stage", *names)
    rows: list[list[str]] = []
    for at, stage in enumerate(table.header[1:], 1):
        cells = [row[at] for row in table.rows]
        points = [point.strip() for point in cells[lanes[TOUCHPOINT]].split("\n") if point.strip()]
        for number, point in enumerate(points or [""]):
            own = [
                point if lane == lanes[TOUCHPOINT] else cell if number == 0 else "" for lane, cell in enumerate(cells)
            ]
            rows.append([" ".join(stage.split()), *own])
    numbers = tuple(range(2, len(rows) + 2))
    return replace(table, header=head, rows=tuple(rows), numbers=numbers, has_header=True)


def stages_across(table: Table) -> Table | None:
    """The table as stages and touchpoints where each heading is a stage, and its touchpoints stand below it."""
    if not 2 <= len(table.header) <= _MOST_STAGES or len(table.rows) > _MOST_LANES or columns_by_heading(table.header):
        return None
    columns = table.columns
    cells = [cell.strip() for column in columns for cell in column if cell.strip()]
    short = all(any(c.isalpha() for c in cell) and len(cell) <= _LONGEST for cell in cells)
    ragged = all(_gapless(column) for column in columns) and any(not column[-1].strip() for column in columns if column)
    named = sum(1 for name in table.header if _STAGE_WORDS.fullmatch(name.casefold())) * 2 >= len(table.header)
    if not cells or not short or len(set(cells)) < len(cells) or not (ragged and named):
        return None
    rows = [[stage, cell.strip()] for stage, column in zip(table.header, columns, strict=True) for cell in column]
    kept = [row for row in rows if row[1]]
    return replace(table, header=("Stage", "Touchpoint"), rows=tuple(kept), numbers=tuple(range(2, len(kept) + 2)))


def stage_rows(table: Table, columns: dict[str, int]) -> dict[int, str]:
    """Rows that name a stage above their touchpoints: nothing but a name, among rows that say more."""
    if STAGE in columns or len(table.header) < 2:
        return {}
    at = columns[TOUCHPOINT]
    alone = {
        row: cells[at].strip()
        for row, cells in enumerate(table.rows)
        if cells[at].strip() and not any(cell.strip() for other, cell in enumerate(cells) if other != at)
    }
    several = len(table.rows) - len(alone)
    starts = 0 in alone
    return alone if starts and alone and several >= len(alone) and len(table.rows) - 1 not in alone else {}


def _gapless(column: Sequence[str]) -> bool:
    given = [bool(cell.strip()) for cell in column]
    return given == sorted(given, reverse=True)
