"""The kinds of tables that are lists of things, each with how it is told and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.exchange.lists.complaint_list import holds_complaints, read_complaints
from cxstudio.exchange.lists.measure_list import holds_measures, read_measures
from cxstudio.exchange.lists.note_list import holds_notes, read_notes
from cxstudio.exchange.lists.persona_list import holds_personas, read_personas
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.survey.counted_answers import holds_counts, read_counts
from cxstudio.exchange.tables.table import Table


@dataclass(frozen=True, slots=True)
class ListKind:
    """One kind of list."""

    holds: Callable[[Table], bool]
    read: Callable[[Table, ImportRequest], ImportPlan]


KINDS: Final = {
    "counts": ListKind(holds_counts, read_counts),
    "personas": ListKind(holds_personas, read_personas),
    "measures": ListKind(holds_measures, read_measures),
    "notes": ListKind(holds_notes, read_notes),
    "complaints": ListKind(holds_complaints, read_complaints),
}
"""Reader → how its table is told and read, in the order they are looked for."""


def kind_of(table: Table) -> str:
    """The reader of the list a table plainly is; empty where it is none of these."""
    return next((reader for reader, kind in KINDS.items() if kind.holds(table)), "") if table.has_header else ""
