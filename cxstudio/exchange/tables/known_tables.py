"""Tables that hold no answers and no list of touchpoints: each is said to be what it seems to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cxstudio.exchange.plan.import_plan import Message, say
from cxstudio.exchange.tables.table import Table
from cxstudio.wording.texts import N_

_KINDS: Final = (
    (
        ("shape library", "line source"),
        N_("This seems to be a drawing: a list of its shapes and lines."),
        N_("Export the journey as a table of stages and touchpoints, or paste its cards as lines."),
    ),
    (
        (r"mittelwerte?|means?|average|durchschnitt", r"n|anzahl|count|fallzahl|standardabweichung|sd|std\.? ?dev.*"),
        N_("This seems to be a table of means, without the answers they were calculated from."),
        N_("Import the answers themselves, or how often each was given."),
    ),
    (
        (r".*(?:_left|\bfrom|source|quelle|von)", r".*(?:_right|\bto|target|ziel|nach)"),
        N_("This seems to be a table of relations between things."),
        N_("Import the things themselves: touchpoints in their order, or the events with their times."),
    ),
    (
        (r"(?:kunden|customer|account|user).*(?:nummer|nr\.?|id|no\.?|number)|kundennr\.?", r"datum|date|zeit|time"),
        N_("This seems to be a record of contacts over time."),
        N_("Read it as an event log, and say which column tells what happened."),
    ),
    (
        (r"e-?mail(?:-?adresse| address)?", r"telefon(?:nummer)?|phone(?: number)?|mobil|mobile|plz|zip(?: code)?"),
        N_("This seems to be an address book."),
        N_("Import a list without personal details."),
    ),
    (
        (r"start(?: ?date| ?time)?|beginn|start(?:datum|zeit)", r"end(?: ?date| ?time)?|ende|end(?:datum|zeit)"),
        N_("This seems to be a calendar or a list of appointments."),
        N_("Import a list of touchpoints, or the events of each case with their times."),
    ),
)
"""Words of headings that come together → what the table seems to be, and what to do."""


def seems_to_be(table: Table) -> tuple[Message, ...]:
    """What the table seems to be and what to do, as far as its headings say so; empty for other tables."""
    names = [" ".join(name.casefold().split()) for name in table.header]
    for words, what, todo in _KINDS:
        if all(_headed(names, pattern) for pattern in words):
            return say(what), say(todo)
    return ()


def is_drawing(table: Table) -> bool:
    """Whether it lists the shapes of a drawing: nothing in it is an answer."""
    names = [" ".join(name.casefold().split()) for name in table.header]
    return all(_headed(names, pattern) for pattern in _KINDS[0][0])


def _headed(names: Sequence[str], pattern: str) -> bool:
    return any(re.fullmatch(pattern, name) for name in names)
