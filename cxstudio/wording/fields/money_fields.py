"""Fields of what the present way costs, and of what measures save of it."""

from __future__ import annotations

from typing import Final

from cxstudio.model import CostItem, MeasureSaving
from cxstudio.wording.fields.field_declaration import Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(CostItem, N_("Cost item"), N_("Cost items"),
        Field("about", Editor.REFERENCE, N_("Belongs to")),
        Field("title", Editor.LINE, N_("What is counted"), N_("For example “calls” or “drop-outs”.")),
        Field("kind", Editor.CHOICE, N_("Kind of cost"),
              N_("Enter the handling and the lost margin of one case in one item only.")),
        Field("cases", Editor.NUMBER, N_("Cases per year")),
        Field("cases_to", Editor.NUMBER, N_("Cases per year, up to"), N_("Only for a range.")),
        Field("cases_name", Editor.LINE, N_("What a case is"), N_("For example “moves”.")),
        Field("cases_evidence", Editor.CHOICE, N_("Evidence for the cases")),
        Field("counted_as", Editor.SEGMENTS, N_("Counted as")),
        Field("share", Editor.NUMBER, N_("How often"), N_("Per cent of the cases, or times per case.")),
        Field("share_to", Editor.NUMBER, N_("How often, up to"), N_("Only for a range.")),
        Field("share_evidence", Editor.CHOICE, N_("Evidence for how often")),
        Field("unit_cost", Editor.MONEY, N_("Cost of each"), unit="€"),
        Field("unit_cost_to", Editor.MONEY, N_("Cost of each, up to"), N_("Only for a range."), unit="€"),
        Field("unit_cost_evidence", Editor.CHOICE, N_("Evidence for the cost")),
        Field("source", Editor.LINE, N_("Source"))),
    record(MeasureSaving, N_("Saving"), N_("Savings"),
        Field("measure", Editor.REFERENCE, N_("Measure")),
        Field("item", Editor.REFERENCE, N_("Cost item")),
        Field("less", Editor.NUMBER, N_("Less by"), N_("Percentage points of the cases, or times per case.")),
        Field("less_to", Editor.NUMBER, N_("Less by, up to"), N_("Only for a range.")),
        Field("evidence", Editor.CHOICE, N_("Evidence"), N_("How we know.")),
        Field("counted_in", Editor.REFERENCE, N_("Counted in measure"),
              N_("The measure whose saving contains this one, so that nothing counts twice."))),
))  # fmt: skip
