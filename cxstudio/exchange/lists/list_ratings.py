"""Ratings that stand in a list of touchpoints: a group's values, or a column for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.exchange.lists.list_columns import EMOTION, EXPECTATION, EXPERIENCE, IMPORTANCE, LABELS, RATINGS
from cxstudio.exchange.lists.list_mapping import ListMapping
from cxstudio.exchange.lists.list_scale import HIGHEST, ListEmotionScale, ListScale, list_emotion_scale, list_scale
from cxstudio.exchange.plan.import_plan import Choice, Doubt, ImportRequest, LeftOut, Message, Names, say, trn
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.proposal.signed_scales import neutral
from cxstudio.exchange.tables.table import Table, column_place, rows_place, short
from cxstudio.model import GROUP_VOICE, FrozenMap, Id, Participant, Record, Round, TouchpointRatings, new_id
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import SIGNED
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import N_

PEOPLE, NO_PEOPLE = "people", "no-people"
"""Answers to the question whether columns of numbers are people's ratings."""
_SURELY_PEOPLE: Final = 3
"""Columns from which on people are the likelier answer."""
_SCALED: Final = (EXPECTATION, EXPERIENCE, IMPORTANCE)
_MOST_PEOPLE: Final = 60
_USUAL: Final = 7
"""Points of a round in which nothing but emotion was rated."""


@dataclass(slots=True)
class ListRatings:
    """What a list's columns of numbers amount to."""

    records: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Message, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    scale: int | None = None
    """Points of the round's scale."""
    used: frozenset[int] = frozenset()
    """Columns that are read, by their index."""


@dataclass(frozen=True, slots=True)
class RatedList:
    """A list whose touchpoints are known, and how it is read."""

    table: Table
    points: Mapping[int, Id]
    """The touchpoints by the index of their row."""
    journey: Id
    title: str
    request: ImportRequest
    mapping: ListMapping
    """What the columns are read as; the answer to a question is this mapping, changed."""

    def scale_of(self, columns: Sequence[int]) -> ListScale | None:
        """The scale of these columns; None where no number stands in them."""
        names = [self.table.header[at] for at in columns]
        return list_scale(names, [_numbers(self.table, at, self.points) for at in columns], self.mapping)

    def emotion_scale_of(self, column: int) -> ListEmotionScale:
        """The scale emotion was given on."""
        return list_emotion_scale(self.table.header[column], _numbers(self.table, column, self.points), self.mapping)


def list_ratings(listed: RatedList, columns: Mapping[str, int]) -> ListRatings:
    """The round a list holds."""
    asked = {figure: columns[figure] for figure in RATINGS if figure in columns}
    if asked:
        return _group(listed, asked)
    people = _people(listed.table, set(columns.values()), listed.points)
    return _single(listed, people) if people else ListRatings()


def _group(listed: RatedList, asked: Mapping[str, int]) -> ListRatings:
    table, scale = listed.table, listed.scale_of([at for figure, at in asked.items() if figure in _SCALED])
    values: dict[Id, dict[str, int]] = {}
    told: list[LeftOut] = []
    felt = listed.emotion_scale_of(asked[EMOTION]) if EMOTION in asked else None
    for figure, at in asked.items():
        ends = felt.ends if figure == EMOTION and felt is not None else (scale.lowest, scale.highest) if scale else None
        if ends is None:
            told.append(_no_emotion(table.header[at]))
            continue
        low, high = ends
        shift = -neutral(low, high) if figure == EMOTION else 1 - low
        off: list[int] = []
        for row, point in listed.points.items():
            cell = table.rows[row][at].strip()
            number = written_number(cell) if cell else None
            if number is not None and low <= number.value <= high:
                values.setdefault(point, {})[figure] = number.value + shift
            elif cell:
                off.append(table.row_numbers[row])
        if off:
            told.append(_off_scale(figure, off, low, high))
    if not values:
        return ListRatings(left_out=tuple(told), used=frozenset(asked.values()))
    points = None if scale is None else scale.points
    round_ = Round(
        id=new_id(),
        journey=listed.journey,
        title=listed.title,
        kind=RoundKind.GROUP,
        scale=points or _USUAL,
        source=listed.request.name,
    )
    ratings = []
    for point, given in values.items():
        answers: dict[str, Any] = {figure: FrozenMap({GROUP_VOICE: value}) for figure, value in given.items()}
        ratings.append(TouchpointRatings(id=new_id(), round=round_.id, touchpoint=point, **answers))
    notes = [say(N_("The ratings are read as values the group agreed on."))]
    if scale is not None:
        notes.append(scale.said())
    doubts = (*(scale.doubts if scale is not None else ()), *(felt.doubts if felt is not None else ()))
    if felt is not None and felt.ends not in (None, SIGNED):
        notes.append(say(N_("Emotion: {neutral} becomes 0."), neutral=neutral(*felt.ends)))
    used = frozenset(asked.values())
    return ListRatings((round_, *ratings), tuple(told), tuple(notes), doubts, points, used)


def _no_emotion(heading: str) -> LeftOut:
    """A column of emotion on a scale that has no neutral step."""
    why = say(N_("emotion is rated from {lowest} to {highest}"), lowest=SIGNED[0], highest=SIGNED[1])
    return LeftOut(column_place(heading), say(N_("the whole column")), why)


def _off_scale(figure: str, rows: Sequence[int], low: int, high: int) -> LeftOut:
    """Cells that are no rating."""
    why = say(N_("only whole numbers from {lowest} to {highest} are ratings"), lowest=low, highest=high)
    where = say(N_("{column}, {rows}"), column=Message(LABELS[figure]), rows=rows_place(rows))
    return LeftOut(where, trn("{n} cell", "{n} cells", len(rows)), why, len(rows))


def _people(table: Table, taken: set[int], points: Mapping[int, Id]) -> list[int]:
    """Columns of whole numbers on one scale that are headed by a name: at least two of them."""
    found = []
    for at, name in enumerate(table.header):
        cells = [table.rows[row][at].strip() for row in points]
        numbers = [written_number(cell) for cell in cells if cell]
        whole = bool(numbers) and all(n is not None and 0 <= n.value <= HIGHEST for n in numbers)
        if at not in taken and whole and any(c.isalpha() for c in name) and len(name) <= 40 and "?" not in name:
            found.append(at)
    return found if 2 <= len(found) <= _MOST_PEOPLE else []


def _single(listed: RatedList, people: Sequence[int]) -> ListRatings:
    table, scale = listed.table, listed.scale_of(people)
    doubt = _are_people(listed, people)
    read = len(people) >= _SURELY_PEOPLE if listed.mapping.people is None else listed.mapping.people
    asked = () if doubt is None else (doubt,)
    if not read or scale is None:
        return ListRatings(doubts=asked)
    keys = keys_between(None, None, len(people))
    voices = [Participant(id=new_id(), name=table.header[at], order=key) for at, key in zip(people, keys, strict=True)]
    round_ = Round(
        id=new_id(), journey=listed.journey, title=listed.title, scale=scale.points, source=listed.request.name
    )
    ratings = []
    for row, point in listed.points.items():
        given = {
            voice.id: number.value + 1 - scale.lowest
            for voice, at in zip(voices, people, strict=True)
            if (number := written_number(table.rows[row][at])) is not None
            and scale.lowest <= number.value <= scale.highest
        }
        if given:
            answers = FrozenMap(given)
            ratings.append(TouchpointRatings(id=new_id(), round=round_.id, touchpoint=point, experience=answers))
    records = (*voices, round_, *ratings)
    return ListRatings(records, (), (scale.said(),), (*asked, *scale.doubts), scale.points, frozenset(people))


def _are_people(listed: RatedList, people: Sequence[int]) -> Doubt | None:
    """Whether these columns are people's; two alone may be anything. None where somebody has said it."""
    if listed.mapping.people is not None:
        return None
    names = Names(tuple(short(listed.table.header[at], 30) for at in people[:6]))
    told = ((True, N_("Read each as one person’s experience.")), (False, N_("Leave these columns out.")))
    choices = tuple(
        Choice(
            say(label),
            listed.mapping.model_copy(update={"people": read}),
            f"--accept {PEOPLE if read else NO_PEOPLE}",
        )
        for read, label in (told if len(people) >= _SURELY_PEOPLE else told[::-1])
    )
    question = say(N_("These columns hold whole numbers. Is each the rating of one person?"))
    return Doubt(f"{PEOPLE}?", say(N_("Columns {columns}"), columns=names), question, choices)


def _numbers(table: Table, at: int, points: Mapping[int, Id]) -> dict[int, int]:
    counted: dict[int, int] = {}
    for row in points:
        number = written_number(table.rows[row][at])
        if number is not None:
            counted[number.value] = counted.get(number.value, 0) + 1
    return counted
