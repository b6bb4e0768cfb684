"""Comments of a survey as quotes, and the days they were given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from cxstudio.exchange.plan.import_plan import LeftOut, say, trn
from cxstudio.exchange.survey.survey_columns import Column
from cxstudio.exchange.survey.word_scales import NO_ANSWER
from cxstudio.exchange.tables.table_reading import column_place
from cxstudio.model import Id, Note, new_id
from cxstudio.model.kinds import Evidence, NoteKind
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import N_

MOST_QUOTES = 2_000
_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_GERMAN = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b")
_SLASHED = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\b")


def day_of(cell: str) -> date | None:
    """The day a cell names: 2026-03-12, 12.03.2026, 3/12/2026 (month first unless that is no month)."""
    parts: tuple[int, int, int] | None = None
    if match := _ISO.match(cell):
        parts = (int(match[1]), int(match[2]), int(match[3]))
    elif match := _GERMAN.match(cell):
        year = int(match[3])
        parts = (year if year > 99 else 2000 + year, int(match[2]), int(match[1]))
    elif match := _SLASHED.match(cell):
        first, second = int(match[1]), int(match[2])
        parts = (int(match[3]), second, first) if first > 12 else (int(match[3]), first, second)
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def newest_day(column: Column | None) -> date | None:
    """The last day anybody answered."""
    days = [] if column is None else [day for cell in set(column.cells) if (day := day_of(cell))]
    return max(days, default=None)


def quotes(
    columns: Sequence[Column], about: Sequence[Id], days: Sequence[str] | None, source: str
) -> tuple[list[Note], list[LeftOut]]:
    """One quote per comment that has words, pinned to the record `about` names for its column."""
    notes: list[Note] = []
    told: list[LeftOut] = []
    for column, target in zip(columns, about, strict=True):
        wordless, beyond = 0, 0
        for i, cell in enumerate(column.cells):
            text = cell.strip()
            if text.casefold() in NO_ANSWER:
                continue
            if not any(c.isalpha() for c in text):
                wordless += 1
            elif len(notes) >= MOST_QUOTES:
                beyond += 1
            else:
                day = day_of(days[i]) if days is not None else None
                notes.append(_quote(text, target, day, source))
        if wordless:
            what = trn("{n} comment", "{n} comments", wordless)
            told.append(LeftOut(column_place(column.name), what, say(N_("there are no words in it")), wordless))
        if beyond:
            what = trn("{n} comment", "{n} comments", beyond)
            why = say(N_("at most {most} comments become quotes"), most=MOST_QUOTES)
            told.append(LeftOut(column_place(column.name), what, why, beyond))
    keys = keys_between(None, None, len(notes))
    return [note.model_copy(update={"order": key}) for note, key in zip(notes, keys, strict=True)], told


def _quote(text: str, about: Id, day: date | None, source: str) -> Note:
    return Note(
        id=new_id(),
        text=text,
        kind=NoteKind.QUOTE,
        about=about,
        evidence=Evidence.SURVEY,
        source=source,
        said_on=day,
    )
