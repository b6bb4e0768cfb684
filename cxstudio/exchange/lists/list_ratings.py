"""Ratings that stand in a list of touchpoints: a group's values, or a column for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.exchange.lists.list_columns import EMOTION, EXPECTATION, EXPERIENCE, IMPORTANCE, LABELS, RATINGS
from cxstudio.exchange.plan.import_plan import ImportRequest, LeftOut, Message, Names, Repair, say, trn
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.proposal.number_scales import USUAL, common_scale
from cxstudio.exchange.tables.table import Table, rows_place, short
from cxstudio.model import GROUP_VOICE, FrozenMap, Id, Participant, Record, Round, TouchpointRatings, new_id
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import LONGEST_SCALE, SIGNED
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import N_

PEOPLE: Final = "people"
"""Id of the proposal to read columns of numbers as people's ratings."""
_SCALED: Final = (EXPECTATION, EXPERIENCE, IMPORTANCE)
_MOST_PEOPLE: Final = 60
_USUAL: Final = 7


@dataclass(slots=True)
class ListRatings:
    """What a list's columns of numbers amount to."""

    records: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notes: tuple[Message, ...] = ()
    scale: int | None = None
    used: frozenset[int] = frozenset()
    """Columns that are read, by their index."""


def list_ratings(
    table: Table, columns: Mapping[str, int], points: Mapping[int, Id], journey: Id, request: ImportRequest, title: str
) -> ListRatings:
    """The round a list holds; `points` are its touchpoints by the index of their row."""
    asked = {figure: columns[figure] for figure in RATINGS if figure in columns}
    if asked:
        return _group(table, asked, points, journey, request, title)
    people = _people(table, set(columns.values()), points)
    return _single(table, people, points, journey, request, title) if people else ListRatings()


def _group(
    table: Table, asked: Mapping[str, int], points: Mapping[int, Id], journey: Id, request: ImportRequest, title: str
) -> ListRatings:
    scale, repairs = _scale([_numbers(table, at, points) for figure, at in asked.items() if figure in _SCALED], request)
    values: dict[Id, dict[str, int]] = {}
    told: list[LeftOut] = []
    for figure, at in asked.items():
        low, high = SIGNED if figure == EMOTION else (1, scale)
        off: list[int] = []
        for row, point in points.items():
            cell = table.rows[row][at].strip()
            number = written_number(cell) if cell else None
            if number is not None and low <= number.value <= high:
                values.setdefault(point, {})[figure] = number.value
            elif cell:
                off.append(table.row_numbers[row])
        if off:
            why = say(N_("only whole numbers from {lowest} to {highest} are ratings"), lowest=low, highest=high)
            what = trn("{n} cell", "{n} cells", len(off))
            where = say(N_("{column}, {rows}"), column=Message(LABELS[figure]), rows=rows_place(off))
            told.append(LeftOut(where, what, why, len(off)))
    if not values:
        return ListRatings(left_out=tuple(told), used=frozenset(asked.values()))
    round_ = Round(id=new_id(), journey=journey, title=title, kind=RoundKind.GROUP, scale=scale, source=request.name)
    ratings = []
    for point, given in values.items():
        answers: dict[str, Any] = {figure: FrozenMap({GROUP_VOICE: value}) for figure, value in given.items()}
        ratings.append(TouchpointRatings(id=new_id(), round=round_.id, touchpoint=point, **answers))
    notes = (say(N_("The ratings are read as values the group agreed on, on the scale 1–{scale}."), scale=scale),)
    return ListRatings((round_, *ratings), tuple(told), repairs, notes, scale, frozenset(asked.values()))


def _people(table: Table, taken: set[int], points: Mapping[int, Id]) -> list[int]:
    """Columns of whole numbers on one scale that are headed by a name: at least two of them."""
    found = []
    for at, name in enumerate(table.header):
        cells = [table.rows[row][at].strip() for row in points]
        numbers = [written_number(cell) for cell in cells if cell]
        whole = bool(numbers) and all(n is not None and 1 <= n.value <= LONGEST_SCALE for n in numbers)
        if at not in taken and whole and any(c.isalpha() for c in name) and len(name) <= 40 and "?" not in name:
            found.append(at)
    return found if 2 <= len(found) <= _MOST_PEOPLE else []


def _single(
    table: Table, people: Sequence[int], points: Mapping[int, Id], journey: Id, request: ImportRequest, title: str
) -> ListRatings:
    names = Names(tuple(short(table.header[at], 30) for at in people[:6]))
    accepted = request.decided(PEOPLE)
    where = say(N_("Columns {columns}"), columns=names)
    problem = say(N_("They hold whole numbers under names."))
    repair = Repair(PEOPLE, where, problem, say(N_("Read each as one person’s experience.")), accepted)
    if not accepted:
        return ListRatings(repairs=(repair,))
    scale, repairs = _scale([_numbers(table, at, points) for at in people], request)
    keys = keys_between(None, None, len(people))
    voices = [Participant(id=new_id(), name=table.header[at], order=key) for at, key in zip(people, keys, strict=True)]
    round_ = Round(id=new_id(), journey=journey, title=title, scale=scale, source=request.name)
    ratings = []
    for row, point in points.items():
        given = {
            voice.id: number.value
            for voice, at in zip(voices, people, strict=True)
            if (number := written_number(table.rows[row][at])) is not None and 1 <= number.value <= scale
        }
        if given:
            answers = FrozenMap(given)
            ratings.append(TouchpointRatings(id=new_id(), round=round_.id, touchpoint=point, experience=answers))
    notes = (say(N_("Answers are read on the scale 1–{scale}."), scale=scale),)
    return ListRatings((*voices, round_, *ratings), (), (repair, *repairs), notes, scale, frozenset(people))


def _numbers(table: Table, at: int, points: Mapping[int, Id]) -> dict[int, int]:
    counted: dict[int, int] = {}
    for row in points:
        number = written_number(table.rows[row][at])
        if number is not None:
            counted[number.value] = counted.get(number.value, 0) + 1
    return counted


def _scale(columns: Sequence[dict[int, int]], request: ImportRequest) -> tuple[int, tuple[Repair, ...]]:
    """The scale the values lie on, seven points unless they go further; another one is proposed where it may be."""
    found = common_scale([column for column in columns if column])
    highest = max(found.highest, 3) if found is not None else _USUAL
    fitting = [points for points in USUAL if points >= highest]
    chosen = _USUAL if _USUAL in fitting else fitting[0]
    repairs = []
    for points in fitting:
        if points == chosen:
            continue
        accepted = request.decided(f"scale-{points}")
        where, problem = say(N_("Ratings")), say(N_("The highest value is {highest}."), highest=highest)
        proposal = say(N_("Read them on the scale 1–{scale}."), scale=points)
        repairs.append(Repair(f"scale-{points}", where, problem, proposal, accepted))
    accepted_points = [points for points in fitting if request.decided(f"scale-{points}")]
    return (accepted_points[0] if accepted_points else chosen), tuple(repairs)
