"""Free text of any import: details of people in it are proposed to be blacked out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, Repair, say, trn
from cxstudio.exchange.survey.personal_details import blacked_out
from cxstudio.model import BackstageStep, Idea, Measure, Note, Record, Touchpoint
from cxstudio.wording.texts import N_

BLACK_OUT: Final = "black-out"
"""Id of the proposal, whatever is read."""
_TEXTS: Final[dict[type[Record], str]] = {
    Note: "text",
    Idea: "text",
    BackstageStep: "text",
    Touchpoint: "description",
    Measure: "description",
}
"""Record → its field of free text."""


def with_details_covered(plan: ImportPlan, request: ImportRequest) -> ImportPlan:
    """The plan with details of people blacked out where nobody declined it; as it is where its reader asked already."""
    if any(repair.id == BLACK_OUT for repair in plan.repairs):
        return plan
    found: dict[int, Record] = {}
    for at, record in enumerate(plan.records):
        field = _TEXTS.get(type(record))
        text, details = blacked_out(getattr(record, field)) if field is not None else ("", 0)
        if field is not None and details:
            found[at] = record.model_copy(update={field: text})
    if not found:
        return plan
    covered = request.decided(BLACK_OUT, True)
    problem = trn(
        "{n} text seems to hold a name, a number or an address.",
        "{n} texts seem to hold names, numbers or addresses.",
        len(found),
    )
    repair = Repair(BLACK_OUT, say(N_("Free text")), problem, say(N_("Black them out.")), covered)
    records = tuple(found.get(at, record) for at, record in enumerate(plan.records)) if covered else plan.records
    return replace(plan, records=records, repairs=(*plan.repairs, repair))
