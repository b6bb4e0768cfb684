"""Notes of a whiteboard, or lines of prose: each becomes a note for the pile; who wrote it is left out by default."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.lists.headed_columns import cell, headed, patterns, unassigned
from cxstudio.exchange.lists.list_mapping import chosen_columns, mapping_of
from cxstudio.exchange.plan.import_plan import (
    ImportPlan,
    ImportRequest,
    LeftOut,
    Message,
    Preview,
    Repair,
    Source,
    say,
    trn,
)
from cxstudio.exchange.plan.wall_ideas import wall_ideas
from cxstudio.exchange.survey.free_text import BLACK_OUT
from cxstudio.exchange.survey.personal_details import blacked_out
from cxstudio.exchange.tables.table import Table, column_place, rows_place, short
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.model import Cluster, Idea, Journey, Note, Record, new_id
from cxstudio.model.kinds import NoteKind
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import LANGUAGES, N_, texts

AUTHORS, QUOTES, IDEAS = "authors", "quotes", "ideas"
TEXT, AUTHOR, GROUP, COLOUR, KIND = "text", "author", "group", "colour", "kind"
_HEADINGS: Final = patterns(
    {
        AUTHOR: r"authors?|autor(?:in|en)?|created by|erstellt von|last (?:updated|modified|edited) by|creator|user",
        COLOUR: r"(?:bg|background|fill|sticky|hintergrund)?\s?colou?r|farbe",
        GROUP: r"area|frames?|sections?|cluster|gruppe|group|theme|thema|tags?|spalte|column|board",
        KIND: r"type|typ|art",
        TEXT: r"text|content|inhalt|notes?|notiz(?:en)?|stick(?:y|ies)(?: notes?)?|karten?|cards?|title|titel",
    }
)
_POSITION: Final = re.compile(r"(?:position|pos)?\s?[xy]|width|height|breite|h[oö]he|rotation|linked to")
_QUOTED: Final = re.compile(r"[„“\"»«‚‘](.{3,})[“”\"«»‘’][.!]?", re.DOTALL)
_SENTENCE: Final = re.compile(r".+[.!?…“”\"]")
_MOST: Final = 5_000
_SHOWN: Final = 8


def holds_notes(table: Table) -> bool:
    """Whether the headings are those of a whiteboard's notes: a text, and its colour, place or author."""
    found = headed(table.header, _HEADINGS)
    placed = any(_POSITION.fullmatch(name.strip().casefold()) for name in table.header)
    texts_ = [row[found[TEXT]].strip() for row in table.rows if TEXT in found]
    wordy = any(any(c.isalpha() for c in text) for text in texts_)
    return wordy and (placed or COLOUR in found or (AUTHOR in found and GROUP in found))


def whiteboard_texts(text: str) -> list[str]:
    """The texts of a whiteboard's notes pasted as a table, without who wrote them; empty where it is none."""
    try:
        table = read_table(ImportRequest(text=text))
    except UserError:
        return []
    if not holds_notes(table):
        return []
    at = headed(table.header, _HEADINGS)[TEXT]
    return [" ".join(row[at].split()) for row in table.rows if any(c.isalpha() for c in row[at])]


def reads_like_notes(text: str) -> bool:
    """Whether a text is prose: most lines are sentences, and no signs part columns."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    sentences = sum(1 for line in lines if len(line.split()) > 3 and _SENTENCE.fullmatch(line))
    return len(lines) > 1 and sentences * 2 > len(lines) and "\t" not in text and ";" not in lines[0]


def read_notes(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a whiteboard's notes. Raises UserError where there are none."""
    chosen = chosen_columns(request, "notes", table.header)
    columns = headed(table.header, _HEADINGS) if chosen is None else chosen
    if TEXT not in columns and chosen is None:
        columns[TEXT] = max(range(len(table.header)), key=lambda at: sum(len(row[at]) for row in table.rows))
    told = list(table.left_out)
    authors = request.decided(AUTHORS)
    repairs = []
    if AUTHOR in columns:
        where, problem = column_place(table.header[columns[AUTHOR]]), say(N_("It names who wrote a note."))
        repairs.append(Repair(AUTHORS, where, problem, say(N_("Keep the names as the source.")), authors))
        if not authors:
            told.append(LeftOut(where, say(N_("the whole column")), say(N_("names of people are left out"))))
    rows = [(n, row) for n, row in zip(table.row_numbers, table.rows, strict=True) if cell(row, columns, TEXT)]
    given = [
        (
            cell(row, columns, TEXT),
            cell(row, columns, GROUP) or _colour(cell(row, columns, COLOUR)),
            cell(row, columns, AUTHOR) if authors else "",
        )
        for _, row in rows
    ]
    told += unassigned(table, tuple(at for meaning, at in columns.items() if meaning is not KIND))
    if len(given) > _MOST:
        what = trn("{n} note", "{n} notes", len(given) - _MOST)
        why = say(N_("at most {most} can be imported at once"), most=_MOST)
        told.append(LeftOut(rows_place([n for n, _ in rows[_MOST:]]), what, why, len(given) - _MOST))
    plan = _plan(given[:_MOST], request, table.source, told, repairs)
    return replace(plan, mapping=mapping_of("notes", table.header, columns))


def read_prose(text: str, request: ImportRequest, source: Source) -> ImportPlan:
    """The plan of a text whose lines are notes."""
    lines = [line.strip(" \t-–*•") for line in text.splitlines() if any(c.isalpha() for c in line)]
    return _plan([(line, "", "") for line in lines[:_MOST]], request, source, [], [])


def _plan(
    given: Sequence[tuple[str, str, str]],
    request: ImportRequest,
    source: Source,
    told: list[LeftOut],
    repairs: list[Repair],
) -> ImportPlan:
    if not given:
        raise UserError(N_("There is no note in it."), N_("Nothing was imported."))
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = Path(request.name).stem or said.tr("Notes")
    quoted = sum(1 for text, _, _ in given if _QUOTED.fullmatch(text))
    quotes = request.decided(QUOTES, True)
    if quoted:
        problem = trn("{n} note stands in quotation marks.", "{n} notes stand in quotation marks.", quoted)
        repairs.append(Repair(QUOTES, say(N_("Notes")), problem, say(N_("Read as quotes.")), quotes))
    personal = sum(1 for text, _, _ in given if blacked_out(text)[1])
    covered = request.decided(BLACK_OUT, True)
    if personal:
        problem = trn(
            "{n} note seems to hold a name, a number or an address.",
            "{n} notes seem to hold names, numbers or addresses.",
            personal,
        )
        repairs.append(Repair(BLACK_OUT, say(N_("Notes")), problem, say(N_("Black them out.")), covered))
    ideas = request.decided(IDEAS)
    repairs.append(
        Repair(IDEAS, say(N_("Notes")), say(N_("They may be ideas.")), say(N_("Put them on the idea wall.")), ideas)
    )
    if ideas:
        hung = [(_text(text, quotes=False, covered=covered), theme) for text, theme, _ in given]
        return _ideas_plan(wall_ideas(hung), title, request, source, told, repairs)
    notes = [
        Note(
            id=new_id(),
            text=_text(text, quotes=quotes, covered=covered),
            kind=NoteKind.QUOTE if quotes and _QUOTED.fullmatch(text) else NoteKind.UNSORTED,
            theme=theme,
            source=author,
            order=key,
        )
        for (text, theme, author), key in zip(given, keys_between(None, None, len(given)), strict=True)
    ]
    return ImportPlan(
        title=title,
        records=(Journey(id=new_id(), title=title), *notes),
        preview=_preview(notes),
        left_out=tuple(told),
        repairs=tuple(repairs),
        source=source,
        request=request,
    )


def _ideas_plan(
    records: Sequence[Record],
    title: str,
    request: ImportRequest,
    source: Source,
    told: list[LeftOut],
    repairs: list[Repair],
) -> ImportPlan:
    ideas = [record for record in records if isinstance(record, Idea)]
    names = {record.id: record.name for record in records if isinstance(record, Cluster)}
    counts = [trn("{n} idea", "{n} ideas", len(ideas))]
    if names:
        counts.append(trn("{n} cluster", "{n} clusters", len(names)))
    rows = tuple((short(idea.text, 120), names.get(idea.cluster or "", "")) for idea in ideas[:_SHOWN])
    return ImportPlan(
        title=title,
        records=(Journey(id=new_id(), title=title), *records),
        preview=Preview(tuple(counts), (say(N_("Text")), say(N_("Cluster"))), rows),
        left_out=tuple(told),
        repairs=tuple(repairs),
        source=source,
        request=request,
    )


def _text(text: str, *, quotes: bool, covered: bool) -> str:
    found = _QUOTED.fullmatch(text) if quotes else None
    kept = found[1].strip() if found else text
    return blacked_out(kept)[0] if covered else kept


def _colour(text: str) -> str:
    """A colour's name as the theme of its notes; numbers of colours say nothing."""
    return text if text.replace(" ", "").isalpha() else ""


def _preview(notes: Sequence[Note]) -> Preview:
    themes = {note.theme for note in notes if note.theme}
    told: list[Message] = [trn("{n} unsorted note", "{n} unsorted notes", len(notes))]
    if themes:
        told.append(trn("{n} topic", "{n} topics", len(themes)))
    rows = tuple((short(note.text, 120), note.theme) for note in notes[:_SHOWN])
    return Preview(tuple(told), (say(N_("Text")), say(N_("Topic"))), rows)
