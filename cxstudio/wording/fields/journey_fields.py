"""Fields of journeys, stages, touchpoints and what is pinned to them."""

from __future__ import annotations

from typing import Final

from cxstudio.model import BackstageStep, Journey, LaneSetting, Note, Picture, Stage, Touchpoint, Transition
from cxstudio.wording.fields.field_declaration import Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

_ENCOUNTER: Final = N_("Encounter")
_TWO_LEVELS: Final = N_("Two levels")
_BEHIND_IT: Final = N_("Behind it")
_NUMBERS: Final = N_("Cases and times")
_MARKS: Final = N_("Marks")

RECORDS: Final[dict[str, RecordWords]] = dict(
    (
        record(
            Journey,
            N_("Customer journey"),
            N_("Customer journeys"),
            Field("title", Editor.LINE, N_("Title")),
            Field("kind", Editor.SEGMENTS, N_("As it is or shall be")),
            Field("personas", Editor.REFERENCES, N_("Personas"), N_("Whose journey this is.")),
            Field(
                "derived_from",
                Editor.REFERENCE,
                N_("Derived from"),
                N_("The as-is journey this to-be journey came from."),
            ),
            Field(
                "owner",
                Editor.LINE,
                N_("Journey owner"),
                N_("A role that answers for the whole journey, across departments."),
            ),
            Field(
                "shown_round",
                Editor.REFERENCE,
                N_("Round shown"),
                N_("The round whose figures the map shows; empty means the newest."),
            ),
            Field(
                "shortlist_only",
                Editor.YES_NO,
                N_("Rate the shortlist only"),
                N_("Also while touchpoints nobody has looked at are left."),
            ),
        ),
        record(
            LaneSetting,
            N_("Lane"),
            N_("Lanes"),
            Field("journey", Editor.REFERENCE, N_("Customer journey")),
            Field("kind", Editor.CHOICE, N_("Kind")),
            Field("height", Editor.NUMBER, N_("Height"), N_("Empty means as high as its content."), unit=N_("points")),
            Field("shown", Editor.YES_NO, N_("Shown")),
            Field("collapsed", Editor.YES_NO, N_("Collapsed")),
            Field("title", Editor.LINE, N_("Own title")),
            Field(
                "overlaid",
                Editor.REFERENCES,
                N_("Shown as well"),
                N_("Rounds drawn over the one shown."),
            ),
        ),
        record(
            Stage,
            N_("Stage"),
            N_("Stages"),
            Field("journey", Editor.REFERENCE, N_("Customer journey")),
            Field("name", Editor.LINE, N_("Name")),
            Field(
                "goal",
                Editor.TEXT,
                N_("Customer’s goal"),
                N_("What the customer wants to have achieved when this stage is over."),
            ),
            Field(
                "counterpart",
                Editor.REFERENCE,
                N_("Counterpart in the as-is"),
                N_("The stage of the as-is journey it came from."),
            ),
        ),
        record(
            Touchpoint,
            N_("Touchpoint"),
            N_("Touchpoints"),
            Field("stage", Editor.REFERENCE, N_("Stage")),
            Field("name", Editor.LINE, N_("Name")),
            Field("description", Editor.TEXT, N_("Description"), N_("What happens here, as the customer sees it.")),
            Field(
                "channels",
                Editor.REFERENCES,
                N_("Channels"),
                N_("How customer and provider meet here."),
                group=_ENCOUNTER,
            ),
            Field(
                "contact",
                Editor.CHOICE,
                N_("Contact"),
                N_("Person, self-service, automated or written."),
                group=_ENCOUNTER,
            ),
            Field("departments", Editor.REFERENCES, N_("Departments"), N_("Who works on it."), group=_ENCOUNTER),
            Field(
                "accountable",
                Editor.REFERENCE,
                N_("Accountable"),
                N_("The one department that answers for it; empty means the first."),
                group=_ENCOUNTER,
            ),
            Field(
                "experience_kinds",
                Editor.CHOICES,
                N_("Experience kind"),
                N_("What the touchpoint speaks to; any number."),
            ),
            Field(
                "requirement",
                Editor.SEGMENTS,
                N_("Requirement"),
                N_("Basic: missed when absent. Performance: the more, the better. Delight: nobody asked for it."),
            ),
            Field(
                "factual_note", Editor.TEXT, N_("Factual level"), N_("What is done or handed over."), group=_TWO_LEVELS
            ),
            Field(
                "relationship_note",
                Editor.TEXT,
                N_("Relationship level"),
                N_("How people deal with each other."),
                group=_TWO_LEVELS,
            ),
            Field(
                "promise", Editor.TEXT, N_("Promise"), N_("What the provider says it will do here."), group=_TWO_LEVELS
            ),
            Field(
                "known_about_customer",
                Editor.CHOICE,
                N_("Known about the customer"),
                N_("What staff or system know when the customer arrives."),
                group=_BEHIND_IT,
            ),
            Field(
                "staff_freedom",
                Editor.CHOICE,
                N_("Freedom to act"),
                N_("What staff may decide on the spot."),
                group=_BEHIND_IT,
            ),
            Field(
                "staff", Editor.LINE, N_("Staff"), N_("Who the customer deals with, and how many."), group=_BEHIND_IT
            ),
            Field("cases_per_month", Editor.NUMBER, N_("Cases per month"), unit=N_("per month"), group=_NUMBERS),
            Field(
                "complaints_per_month", Editor.NUMBER, N_("Complaints per month"), unit=N_("per month"), group=_NUMBERS
            ),
            Field(
                "duration_minutes",
                Editor.NUMBER,
                N_("Duration"),
                N_("How long it takes the customer."),
                unit=N_("minutes"),
                group=_NUMBERS,
            ),
            Field(
                "waiting_minutes",
                Editor.NUMBER,
                N_("Waiting time"),
                N_("How long the customer waits."),
                unit=N_("minutes"),
                group=_NUMBERS,
            ),
            Field(
                "shortlist", Editor.CHOICE, N_("Shortlist"), N_("First pass: what gets rated in full?"), group=_MARKS
            ),
            Field(
                "critical",
                Editor.SEGMENTS,
                N_("Critical"),
                N_("The group decides; the rule proposes. Overruling wants a reason."),
                group=_MARKS,
            ),
            Field("critical_reason", Editor.TEXT, N_("Reason of the group"), N_("The report prints it."), group=_MARKS),
            Field("stardust", Editor.YES_NO, N_("Stardust"), N_("Delights today and must stay."), group=_MARKS),
            Field(
                "counterpart",
                Editor.REFERENCE,
                N_("Counterpart in the as-is"),
                N_("The touchpoint of the as-is journey it came from."),
                group=_MARKS,
            ),
            Field(
                "catalogue_entry",
                Editor.LINE,
                N_("Entry of the catalogue"),
                N_("The entry it was taken from, by which the check-list knows it again under another name."),
                group=_MARKS,
            ),
        ),
        record(
            Transition,
            N_("Way"),
            N_("Ways"),
            Field("source", Editor.REFERENCE, N_("From")),
            Field("target", Editor.REFERENCE, N_("To"), N_("Empty where the customer leaves.")),
            Field("kind", Editor.CHOICE, N_("Kind")),
            Field(
                "share", Editor.SHARE, N_("Share of customers"), N_("Part of the customers who go this way."), unit="%"
            ),
            Field("assumed", Editor.YES_NO, N_("Share is an assumption")),
            Field(
                "travels",
                Editor.SEGMENTS,
                N_("What travels along"),
                N_("What the next department learns about the case."),
            ),
        ),
        record(
            BackstageStep,
            N_("Step behind it"),
            N_("Steps behind it"),
            Field("touchpoint", Editor.REFERENCE, N_("Touchpoint")),
            Field("text", Editor.LINE, N_("Text")),
            Field("kind", Editor.CHOICE, N_("Kind")),
        ),
        record(
            Note,
            N_("Note"),
            N_("Notes"),
            Field("text", Editor.TEXT, N_("Text")),
            Field("kind", Editor.CHOICE, N_("Kind")),
            Field("about", Editor.REFERENCE, N_("About")),
            Field("lane", Editor.REFERENCE, N_("Lane")),
            Field("evidence", Editor.CHOICE, N_("Evidence"), N_("How we know.")),
            Field("source", Editor.LINE, N_("Source")),
            Field("said_on", Editor.DATE, N_("Said on")),
            Field("theme", Editor.LINE, N_("Theme")),
        ),
        record(
            Picture,
            N_("Picture"),
            N_("Pictures"),
            Field("about", Editor.REFERENCE, N_("About")),
            Field("asset", Editor.ASSET, N_("File")),
            Field("alternative_text", Editor.LINE, N_("Description"), N_("For those who cannot see it.")),
        ),
    )
)
