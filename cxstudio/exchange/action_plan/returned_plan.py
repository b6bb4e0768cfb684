"""What an edited plan would change: every cell beside what is here, new rows, missing ones, what cannot be read.

Nothing is changed. A cell is compared with what the table was given and with what is here now: what changed on one
side only is an edit, what changed on both a conflict.
"""

from __future__ import annotations

from typing import Final

from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.cell_comparison import CellComparison
from cxstudio.exchange.action_plan.plan_cells import PARTS
from cxstudio.exchange.action_plan.plan_changes import ReturnedPlan
from cxstudio.exchange.action_plan.returned_measures import MeasureComparison
from cxstudio.exchange.action_plan.returned_parts import PartComparison
from cxstudio.exchange.action_plan.returned_table import NOTHING, ReturnedTable
from cxstudio.exchange.plan.import_plan import say
from cxstudio.model import Document, Measure
from cxstudio.wording import Texts
from cxstudio.wording.texts import N_

_SHUFFLED: Final = 2
"""Titles that stand beside each other's ids, from which on a table was sorted without its ids."""
_WITHOUT_IDS: Final = N_(
    "Sheet {sheet} has no column “ID” any more, by which its rows are found again: it was not read. Export the plan "
    "again and copy its changes into the new file."
)


def compare(table: ReturnedTable, document: Document, words: Texts) -> ReturnedPlan:
    """What would change, in the language of `words`. Raises UserError for a table that is not of this project."""
    known = [row for row in table.rows if row.record and isinstance(document.find(row.record), Measure)]
    if not known and any(row.record for row in table.rows) and document.all(Measure):
        raise UserError(
            N_("The rows of “{name}” do not belong to measures of this project."),
            NOTHING,
            N_("Open the project the plan was exported from."),
            name=table.name,
        )
    _refuse_shuffled(table)
    cells = CellComparison(table, document, words)
    cells.problems += [say(_WITHOUT_IDS, sheet=words.quoted(sheet)) for sheet in table.without_ids]
    measures = MeasureComparison(cells)
    parts = [measures, *(PartComparison(cells, part) for part in PARTS[1:])]
    edits = tuple(edit for part in parts for edit in part.edits())
    added = tuple(measures.new())
    new = (*added, *(row for part in parts[1:] for row in part.new(added)))
    missing = tuple(row for part in parts for row in part.missing())
    measures.say_what_stays()
    return ReturnedPlan(table.name, edits, new, missing, tuple(cells.problems), tuple(cells.notes))


def _refuse_shuffled(table: ReturnedTable) -> None:
    """Raises UserError where titles stand beside each other's ids."""
    stamp = table.stamp
    if stamp is None:
        return
    rows = [r for r in table.rows if stamp.knows(r.record, "title") and r.cells.get("title")]
    moved = [r for r in rows if not stamp.same(r.record, "title", r.cells["title"])]
    strange = [
        r.number
        for r in moved
        if any(stamp.same(o.record, "title", r.cells["title"]) for o in rows if o.record != r.record)
    ]
    if len(strange) >= _SHUFFLED:
        raise UserError(
            N_("In “{name}” titles stand beside the IDs of other measures, as in row {row}: it was sorted without the "
               "column “ID”."),
            NOTHING,
            N_("Sort the whole table again, with the column “ID”, or export the plan again."),
            name=table.name,
            row=strange[0],
        )  # fmt: skip
