"""Fields of measures, targets and check-ins."""

from __future__ import annotations

from typing import Final

from cxstudio.model import CheckIn, Decision, Measure, MeasuredValue, Target
from cxstudio.wording.fields.field_declaration import Days, Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

_LINKS: Final = N_("Links")
_WHO_AND_WHEN: Final = N_("Who and when")
_EFFORT_AND_IMPACT: Final = N_("Effort and impact")
_COST_AND_BENEFIT: Final = N_("Cost and benefit")

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(Measure, N_("Measure"), N_("Measures"),
        Field("title", Editor.LINE, N_("Title")),
        Field("description", Editor.TEXT, N_("Description"),
              N_("What is to be done, in enough detail for someone else to start.")),
        Field("touchpoints", Editor.REFERENCES, N_("Touchpoints"), N_("Where the customer will notice it.")),
        Field("owner_role", Editor.LINE, N_("Owner"), N_("A role: it stays when people change."), group=_WHO_AND_WHEN),
        Field("owner_name", Editor.LINE, N_("Name of the owner"), N_("May stay empty."), group=_WHO_AND_WHEN),
        Field("department", Editor.REFERENCE, N_("Department"), group=_WHO_AND_WHEN),
        Field("contributing", Editor.REFERENCES, N_("Contributing"), N_("Departments that have to help."),
              group=_WHO_AND_WHEN),
        Field("start", Editor.DATE, N_("Start"), group=_WHO_AND_WHEN),
        Field("due", Editor.DATE, N_("Due"), group=_WHO_AND_WHEN, days=Days.AHEAD, since=("start",)),
        Field("status", Editor.CHOICE, N_("Status"), group=_WHO_AND_WHEN),
        Field("progress", Editor.INTEGER, N_("Progress"), unit="%", group=_WHO_AND_WHEN),
        Field("effort", Editor.POINTS, N_("Effort"), N_("1 little, 7 very much."), group=_EFFORT_AND_IMPACT),
        Field("impact", Editor.POINTS, N_("Impact"), N_("1 little, 7 very much."), group=_EFFORT_AND_IMPACT),
        Field("quick_win", Editor.YES_NO, N_("Quick win"), group=_EFFORT_AND_IMPACT),
        Field("cost_once", Editor.MONEY, N_("One-off cost"), unit="€", group=_COST_AND_BENEFIT),
        Field("cost_per_year", Editor.MONEY, N_("Cost per year"), unit="€", group=_COST_AND_BENEFIT),
        Field("cost_state", Editor.SEGMENTS, N_("Cost status"), group=_COST_AND_BENEFIT),
        Field("benefit_per_year", Editor.MONEY, N_("Benefit per year"), unit="€", group=_COST_AND_BENEFIT),
        Field("basis", Editor.TEXT, N_("Calculation"),
              N_("How cost and benefit were calculated."), group=_COST_AND_BENEFIT),
        Field("basis_evidence", Editor.CHOICE, N_("Evidence for the calculation"), group=_COST_AND_BENEFIT),
        Field("ideas", Editor.REFERENCES, N_("Ideas"), group=_LINKS),
        Field("kind", Editor.CHOICE, N_("Type"), group=_LINKS),
        Field("depends_on", Editor.REFERENCES, N_("Depends on"), group=_LINKS),
        Field("corrects", Editor.REFERENCE, N_("Corrective measure for"),
              N_("The measure this one corrects or follows up."),
              group=_LINKS),
        Field("ahead_of_basics", Editor.TEXT, N_("Reason to go ahead of the basics"),
              N_("Why a measure that only delights does not wait for a basic requirement. The report prints it."),
              group=_LINKS),
        Field("notes", Editor.TEXT, N_("Notes"), group=_LINKS)),
    record(Target, N_("Target"), N_("Targets"),
        Field("measure", Editor.REFERENCE, N_("Measure")),
        Field("figure", Editor.CHOICE, N_("Figure")),
        Field("touchpoint", Editor.REFERENCE, N_("Touchpoint")),
        Field("label", Editor.LINE, N_("What is counted"),
              N_("For a figure of your own, for example “calls per move”.")),
        Field("unit", Editor.LINE, N_("Unit")),
        Field("from_value", Editor.NUMBER, N_("From (today)")),
        Field("to_value", Editor.NUMBER, N_("To (goal)")),
        Field("at_least", Editor.YES_NO, N_("Hold at least"),
              N_("Keep the value at this level instead of reaching a new one.")),
        Field("by", Editor.DATE, N_("By"), days=Days.AHEAD, since=("measure", "start")),
        Field("view", Editor.CHOICE, N_("Set in"),
              N_("Rounds of another view do not judge this target.")),
        Field("note", Editor.LINE, N_("Note"))),
    record(MeasuredValue, N_("Measured value"), N_("Measured values"),
        Field("target", Editor.REFERENCE, N_("Target")),
        Field("day", Editor.DATE, N_("Day"),
              N_("For a month its last day."), days=Days.PAST),
        Field("value", Editor.NUMBER, N_("Value")),
        Field("cases", Editor.INTEGER, N_("Cases"),
              N_("How many cases are behind the value, where that is known.")),
        Field("source", Editor.LINE, N_("Source")),
        Field("evidence", Editor.CHOICE, N_("Evidence"))),
    record(Decision, N_("Decision"), N_("Decisions"),
        Field("body", Editor.LINE, N_("Decided by"), N_("A role or a board, for example “Management”.")),
        Field("day", Editor.DATE, N_("Day"), days=Days.PAST),
        Field("result", Editor.CHOICE, N_("Result")),
        Field("measures", Editor.REFERENCES, N_("Measures")),
        Field("condition", Editor.TEXT, N_("Condition")),
        Field("condition_by", Editor.DATE, N_("Condition to be met by"), days=Days.AHEAD, since=("day",)),
        Field("condition_met", Editor.DATE, N_("Condition met on"), days=Days.PAST),
        Field("note", Editor.LINE, N_("Note"))),
    record(CheckIn, N_("Check-in"), N_("Check-ins"),
        Field("measure", Editor.REFERENCE, N_("Measure")),
        Field("day", Editor.DATE, N_("Day"), days=Days.PAST),
        Field("text", Editor.TEXT, N_("Text")),
        Field("progress", Editor.INTEGER, N_("Progress"), unit="%")),
))  # fmt: skip
