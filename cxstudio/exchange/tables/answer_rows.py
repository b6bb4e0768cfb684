"""Tables with one row per answer put together: one row per person, one column per question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cxstudio.exchange.plan.import_plan import ImportRequest, LeftOut, Repair, say, trn
from cxstudio.exchange.tables.table import Table, rows_place
from cxstudio.wording.texts import N_

TOGETHER: Final = "one-row-per-answer"
_PERSON: Final = re.compile(
    r"(?:response|respondent|participant|person|user|customer|antwort|teilnehm\w*|befragte[nr]?|proband\w*|kunden?|"
    r"interview)?[\s_-]*(?:id|nr\.?|no\.?|nummer|number|code|name)?"
)
_QUESTION: Final = re.compile(
    r"(?:frage|question|item|kriterium|criterion|aspekt|aspect|variable|merkmal|statement|aussage|touch\s?-?point|"
    r"kontaktpunkt)(?:n|s|en)?(?:[\s_-]*(?:text|id|code|name|title|label))?"
)
_ANSWER: Final = re.compile(
    r"(?:antwort|answer|response|value|wert|rating|bewertung|score|punkte?|note|sterne|stars|erwartung|expectation|"
    r"erlebnis|experience|zufriedenheit|satisfaction|wichtigkeit|importance)(?:en|s)?(?:[\s_-]*(?:wert|value|text|code))?"
)
_MOST_QUESTIONS: Final = 300
_FEWEST_ROWS: Final = 4


def people_together(table: Table, request: ImportRequest) -> Table:
    """The table with the answers of each person in one row, where each row held one answer; else as it is.

    It is proposed and may be declined. An answer given twice is told, and the first one counts.
    """
    found = _columns(table)
    if found is None:
        return table
    person, question, answers = found
    accepted = request.decided(TOGETHER, True)
    where, problem = say(N_("The whole table")), say(N_("Each row holds one answer, so people appear several times."))
    repair = Repair(TOGETHER, where, problem, say(N_("Put the answers of each person together.")), accepted)
    if not accepted:
        return replace(table, repairs=(*table.repairs, repair))
    return replace(_turned(table, person, question, answers), repairs=(*table.repairs, repair))


def _columns(table: Table) -> tuple[int, int, tuple[int, ...]] | None:
    """Columns of the person, the question and the answers."""
    names = [" ".join(name.replace("_", " ").casefold().split()) for name in table.header]
    question = next((at for at, name in enumerate(names) if _QUESTION.fullmatch(name)), None)
    answers = tuple(at for at, name in enumerate(names) if at != question and _ANSWER.fullmatch(name))
    person = next((at for at, name in enumerate(names) if name and _PERSON.fullmatch(name)), None)
    if question is None or person is None or len(table.rows) < _FEWEST_ROWS:
        return None
    answers = tuple(at for at in answers if at != person)
    asked = {row[question].strip() for row in table.rows}
    people = {row[person].strip() for row in table.rows}
    several = len(asked) > 1 and len(people) * 3 <= len(table.rows) * 2
    wordy = all(any(c.isalpha() for c in text) for text in asked if text)
    pairs = {(row[person].strip(), row[question].strip()) for row in table.rows}
    if not answers or not several or not wordy or len(asked) > _MOST_QUESTIONS or len(pairs) * 10 < len(table.rows) * 9:
        return None
    return person, question, answers


def _turned(table: Table, person: int, question: int, answers: Sequence[int]) -> Table:
    asked = tuple(dict.fromkeys(row[question].strip() for row in table.rows if row[question].strip()))
    others = [at for at in range(len(table.header)) if at not in {person, question, *answers}]
    places = {(text, at): index for index, (text, at) in enumerate((text, at) for text in asked for at in answers)}
    rows: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    again: list[int] = []
    for number, row in zip(table.row_numbers, table.rows, strict=True):
        key, text = row[person].strip(), row[question].strip()
        if not text:
            continue
        kept = rows.setdefault(key, [key, *(row[at] for at in others), *[""] * len(places)])
        numbers.setdefault(key, number)
        given = [(1 + len(others) + places[text, at], row[at]) for at in answers]
        if any(kept[index] and cell for index, cell in given):
            again.append(number)
            continue
        for index, cell in given:
            kept[index] = cell
    header = (table.header[person], *(table.header[at] for at in others), *_names(table, asked, answers))
    told = table.left_out
    if again:
        what = trn("{n} answer", "{n} answers", len(again))
        told = (*told, LeftOut(rows_place(again), what, say(N_("the same person answered before")), len(again)))
    return replace(table, header=header, rows=tuple(rows.values()), numbers=tuple(numbers.values()), left_out=told)


def _names(table: Table, asked: Sequence[str], answers: Sequence[int]) -> list[str]:
    """A heading for each question; with the name of the answer where there are several: “Hotline (Erwartung)”."""
    if len(answers) == 1:
        return list(asked)
    return [f"{text} ({table.header[at]})" for text in asked for at in answers]
