"""Answers out of a spreadsheet: which cell goes where, and what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.exchange.clipboard.spreadsheet_cells import cells
from cxstudio.model import Id
from cxstudio.model.folding import folded
from cxstudio.wording import Texts
from cxstudio.wording.number_parsing import parse_number

MOST_ROWS: Final = 20_000
_SKIPS: Final = frozenset({"s", "-", "–", "−", "k. a.", "k.a.", "n/a", "skipped", "übersprungen"})
_LONGEST: Final = 24


class Cell(NamedTuple):
    """One answer to write; None is a skip."""

    touchpoint: Id
    figure: str
    value: int | None


class LeftOut(NamedTuple):
    """A cell that was not taken: its row in what was pasted, from 1, and why."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What pasting would do."""

    cells: tuple[Cell, ...]
    left_out: tuple[LeftOut, ...]


class Target(NamedTuple):
    """Where a paste goes: names of the touchpoints by id from the selected one down, questions with their limits."""

    touchpoints: Sequence[Id]
    names: Sequence[str]
    first: int
    """Place of the selected touchpoint."""
    figures: Sequence[tuple[str, str, tuple[int, int]]]
    """Figure, its name, lowest and highest answer: every question of the grid, from left to right."""
    column: int
    """Place of the active question."""


def plan_paste(text: str, target: Target, texts: Texts) -> Plan:
    """Read rows of tab-separated cells. Rows that begin with a touchpoint's name go to it, others follow the selection.

    A first row of names of questions says which column is which. Empty cells change nothing.
    """
    rows = cells(text.rstrip())
    return _Reader(target, texts).read(rows[:MOST_ROWS], more=len(rows) > MOST_ROWS)


class _Reader:
    def __init__(self, target: Target, texts: Texts) -> None:
        self._target, self._texts = target, texts
        self._cells: dict[tuple[Id, str], Cell] = {}
        self._out: list[LeftOut] = []
        named = zip(target.names, target.touchpoints, strict=True)
        self._by_name = {folded(name): touchpoint for name, touchpoint in reversed(list(named))}
        self._questions = {folded(name): at for at, (_, name, _) in enumerate(target.figures)}

    def read(self, rows: list[list[str]], *, more: bool) -> Plan:
        """Everything the rows say."""
        names = any(folded(row[0]) in self._by_name for row in rows if row)
        columns = self._heading(rows[0]) if rows else {}
        start = 1 if columns else 0
        for at, name in enumerate(rows[0] if columns else ()):
            if at not in columns and at >= names and any(row[at:] and row[at].strip() for row in rows[1:]):
                self._leave(1, self._texts.tr("no question is called {name}", name=self._quoted(name)))
        if not columns:
            shift = 1 if names else 0
            first = 0 if names else self._target.column
            widest = max((len(row) for row in rows), default=0)
            columns = {at: first + at - shift for at in range(shift, widest)}
        down = self._target.first
        for number, row in enumerate(rows[start:], start + 1):
            if not any(cell.strip() for cell in row):
                down += 0 if names else 1
                continue
            touchpoint = self._touchpoint(row, names, down, number)
            down += 0 if names else 1
            if touchpoint is not None:
                for at, column in columns.items():
                    if at < len(row):
                        self._cell(touchpoint, column, row[at].strip(), number)
        if more:
            self._out.append(LeftOut(MOST_ROWS + 1, self._texts.tr("too many rows")))
        return Plan(tuple(self._cells.values()), tuple(self._out))

    def _heading(self, row: list[str]) -> dict[int, int]:
        """Place in the row → question, where the row is one of names."""
        found = {at: self._questions[folded(cell)] for at, cell in enumerate(row) if folded(cell) in self._questions}
        numbers = any(_whole(cell, self._texts) is not None for cell in row)
        return {} if numbers else found

    def _touchpoint(self, row: list[str], names: bool, down: int, number: int) -> Id | None:
        if names:
            found = self._by_name.get(folded(row[0]))
            if found is None:
                self._leave(number, self._texts.tr("no touchpoint is called {name}", name=self._quoted(row[0])))
            return found
        if down < len(self._target.touchpoints):
            return self._target.touchpoints[down]
        self._leave(number, self._texts.tr("below the last touchpoint"))
        return None

    def _cell(self, touchpoint: Id, column: int, text: str, number: int) -> None:
        if not text:
            return
        if not 0 <= column < len(self._target.figures):
            self._leave(number, self._texts.tr("{value} is beyond the last question", value=self._quoted(text)))
            return
        figure, name, (low, high) = self._target.figures[column]
        if text.casefold() in _SKIPS:
            self._cells[touchpoint, figure] = Cell(touchpoint, figure, None)
        elif (value := _whole(text, self._texts)) is None:
            self._leave(number, self._texts.tr("{value} is not a whole number", value=self._quoted(text)))
        else:
            if low <= value <= high:
                self._cells[touchpoint, figure] = Cell(touchpoint, figure, value)
                return
            write = self._texts.signed if low < 0 else self._texts.number
            ends = {"low": write(low, 0), "high": write(high, 0)}
            self._leave(
                number,
                self._texts.tr("{figure} runs from {low} to {high}, not {value}", figure=name, value=text, **ends),
            )

    def _quoted(self, text: str) -> str:
        plain = " ".join(text.split())
        return self._texts.quoted(plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…")

    def _leave(self, row: int, why: str) -> None:
        self._out.append(LeftOut(row, why))


def _whole(text: str, texts: Texts) -> int | None:
    """The whole number a cell holds; None where it holds none."""
    try:
        value = parse_number(text, texts)
    except ValueError:
        return None
    return int(value) if value is not None and value.is_integer() else None
