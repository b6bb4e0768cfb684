"""A list of personas, one a row: name, age, occupation, goals, frustrations, what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.lists.headed_columns import cell, headed, patterns, unassigned
from cxstudio.exchange.lists.list_mapping import chosen_columns, mapping_of
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, LeftOut, Preview, say, trn
from cxstudio.exchange.tables.table import Table, rows_place
from cxstudio.model import Journey, Persona, Record, new_id
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import LANGUAGES, N_, texts

NAME, AGE, OCCUPATION, GOALS, FRUSTRATIONS, QUOTE, FACTS = (
    "name",
    "age",
    "occupation",
    "goals",
    "frustrations",
    "quote",
    "facts",
)
_HEADINGS: Final = patterns(
    {
        AGE: r"alter|age",
        OCCUPATION: r"beruf|occupation|job|t[aä]tigkeit|profession",
        GOALS: r"ziele?|goals?|bed[uü]rfnisse?|needs?|motivation(?:en|s)?|w[uü]nsche",
        FRUSTRATIONS: r"frust(?:ration(?:en|s)?)?|pain ?points?|pains?|schmerzpunkte?|probleme?|challenges?",
        QUOTE: r"zitate?|quotes?|motto|o-ton",
        FACTS: r"beschreibung|description|hintergrund|background|bio(?:graph(?:y|ie))?|steckbrief|facts?|fakten",
        NAME: r"personas?|name",
    }
)
_TELLING: Final = (GOALS, FRUSTRATIONS, QUOTE, OCCUPATION, FACTS, AGE)
_PARTED: Final = re.compile(r"[\n;•|]+|,(?=\s)")
_MOST: Final = 200
_SHOWN: Final = 8


def holds_personas(table: Table) -> bool:
    """Whether the headings speak of a person's name, and of at least two things that are told of personas."""
    found = headed(table.header, _HEADINGS)
    names = [row[found[NAME]].strip() for row in table.rows if NAME in found]
    telling = [meaning for meaning in _TELLING if meaning in found]
    told = GOALS in found or FRUSTRATIONS in found
    return bool(names) and told and len(telling) > 1 and len(set(names)) == len(names) and any(map(_wordy, names))


def read_personas(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of a list of personas. Raises UserError where there are none."""
    chosen = chosen_columns(request, "personas", table.header)
    columns = headed(table.header, _HEADINGS) if chosen is None else chosen
    if NAME not in columns and chosen is None:
        columns[NAME] = next((at for at in range(len(table.header)) if at not in columns.values()), 0)
    said = texts(request.language if request.language in LANGUAGES else "en")
    named = [row for row in table.rows if _wordy(cell(row, columns, NAME))][:_MOST]
    if not named:
        raise UserError(N_("There is no persona in the table."), N_("Nothing was imported."))
    people: list[Record] = []
    ages: list[int] = []
    for row, key in zip(named, keys_between(None, None, len(named)), strict=True):
        age = re.match(r"\s*(\d{1,3})\b", cell(row, columns, AGE))
        people.append(
            Persona(
                id=new_id(),
                name=" ".join(cell(row, columns, NAME).split()),
                order=key,
                age=int(age[1]) if age and int(age[1]) <= 130 else None,
                occupation=cell(row, columns, OCCUPATION),
                facts=cell(row, columns, FACTS),
                quote=cell(row, columns, QUOTE).strip('„“”"»«'),
                goals=_parts(cell(row, columns, GOALS)),
                frustrations=_parts(cell(row, columns, FRUSTRATIONS)),
                source=request.name,
            )
        )
        if AGE in columns and cell(row, columns, AGE) and age is None:
            ages.append(table.row_numbers[table.rows.index(row)])
    told = [*table.left_out, *unassigned(table, tuple(columns.values()))]
    if ages:
        what = trn("{n} cell", "{n} cells", len(ages))
        told.append(LeftOut(rows_place(ages), what, say(N_("it is not a number")), len(ages)))
    title = Path(request.name).stem or said.tr("Customer journey")
    rows = tuple((cell(r, columns, NAME), cell(r, columns, OCCUPATION), cell(r, columns, GOALS)) for r in named)
    return ImportPlan(
        title=title,
        records=(Journey(id=new_id(), title=title), *people),
        preview=Preview(
            (trn("{n} persona", "{n} personas", len(people)),),
            (say(N_("Persona")), say(N_("Occupation")), say(N_("Goals"))),
            rows[:_SHOWN],
        ),
        left_out=tuple(told),
        source=table.source,
        request=request,
        mapping=mapping_of("personas", table.header, columns),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip(" -–•") for part in _PARTED.split(text))))


def _wordy(text: str) -> bool:
    return any(c.isalpha() for c in text)
