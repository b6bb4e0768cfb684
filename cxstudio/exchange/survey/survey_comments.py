"""Comments of a survey, on their way to the pile of notes: they wait there until somebody sorts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cxstudio.exchange.plan.import_plan import LeftOut, say, trn
from cxstudio.exchange.survey.personal_details import blacked_out
from cxstudio.exchange.survey.survey_columns import Column
from cxstudio.exchange.survey.word_scales import says_nothing
from cxstudio.exchange.tables.table import column_place
from cxstudio.model import Id, Note, new_id
from cxstudio.model.kinds import Evidence, NoteKind
from cxstudio.store.order import keys_between
from cxstudio.wording.date_parsing import day_in_cell
from cxstudio.wording.texts import N_

MOST_COMMENTS = 2_000


def day_of(cell: str) -> date | None:
    """The day a cell names, if it names one; of a column that `days_of` tells."""
    return day_in_cell(cell, month_first=True)


def days_of(cells: Iterable[str], *, day_first: bool) -> dict[str, date]:
    """Cell → the day it names."""
    return {cell: day for cell in set(cells) if (day := day_in_cell(cell, month_first=not day_first)) is not None}


def newest_day(column: Column | None, *, day_first: bool) -> date | None:
    """The last day anybody answered."""
    return None if column is None else max(days_of(column.cells, day_first=day_first).values(), default=None)


def comments(
    columns: Sequence[Column], about: Sequence[Id], days: Sequence[date | None] | None, source: str, *, covered: bool
) -> tuple[list[Note], list[LeftOut]]:
    """One note per comment that has words, from the record `about` names for its column; without details of people
    where these are `covered`. `days` are those of the rows.
    """
    notes: list[Note] = []
    told: list[LeftOut] = []
    for column, target in zip(columns, about, strict=True):
        wordless, beyond = 0, 0
        for i, cell in enumerate(column.cells):
            text = cell.strip()
            if says_nothing(text):
                continue
            if not any(c.isalpha() for c in text):
                wordless += 1
            elif len(notes) >= MOST_COMMENTS:
                beyond += 1
            else:
                day = days[i] if days is not None else None
                notes.append(_note(blacked_out(text)[0] if covered else text, target, day, source))
        if wordless:
            what = trn("{n} comment", "{n} comments", wordless)
            told.append(LeftOut(column_place(column.name), what, say(N_("there are no words in it")), wordless))
        if beyond:
            what = trn("{n} comment", "{n} comments", beyond)
            why = say(N_("at most {most} comments can be imported at once"), most=MOST_COMMENTS)
            told.append(LeftOut(column_place(column.name), what, why, beyond))
    keys = keys_between(None, None, len(notes))
    return [note.model_copy(update={"order": key}) for note, key in zip(notes, keys, strict=True)], told


def with_details(columns: Iterable[Column]) -> int:
    """How many comments hold details of people."""
    return sum(1 for column in columns for cell in column.cells if cell.strip() and blacked_out(cell)[1])


def _note(text: str, about: Id, day: date | None, source: str) -> Note:
    return Note(
        id=new_id(),
        text=text,
        kind=NoteKind.UNSORTED,
        about=about,
        evidence=Evidence.SURVEY,
        source=source,
        said_on=day,
    )
