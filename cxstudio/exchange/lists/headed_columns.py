"""Columns of a plain list found by their headings: which of them hold what, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cxstudio.exchange.plan.import_plan import LeftOut, say
from cxstudio.exchange.tables.table import Table, column_place
from cxstudio.wording.texts import N_

Patterns = Mapping[str, re.Pattern[str]]


def patterns(words: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Meaning → how a heading says so, in whole words."""
    return {meaning: re.compile(rf"(?<!\w)(?:{said})(?!\w)") for meaning, said in words.items()}


def headed(header: Sequence[str], known: Patterns) -> dict[str, int]:
    """Meaning → column, the first that is headed so; a column has one meaning."""
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        folded = " ".join(name.replace("_", " ").casefold().split())
        meaning = next((m for m, said in known.items() if m not in found and said.search(folded)), None)
        if meaning is not None:
            found[meaning] = at
    return found


def cell(row: Sequence[str], columns: Mapping[str, int], meaning: str) -> str:
    """What a row says about something; empty where no column holds it."""
    return row[columns[meaning]].strip() if meaning in columns else ""


def unassigned(table: Table, used: Sequence[int]) -> list[LeftOut]:
    """Columns with something in them that nobody reads."""
    why, what = say(N_("not assigned")), say(N_("the whole column"))
    spare = [at for at in range(len(table.header)) if at not in used and any(row[at].strip() for row in table.rows)]
    return [LeftOut(column_place(table.header[at]), what, why, len(table.rows)) for at in spare]
