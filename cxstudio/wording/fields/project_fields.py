"""Fields of the project and its people."""

from __future__ import annotations

from typing import Final

from cxstudio.model import (
    Channel,
    Department,
    Headline,
    Participant,
    Project,
    Readiness,
    ReportSettings,
)
from cxstudio.wording.fields.field_declaration import Days, Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

_BRIEF: Final = N_("Brief")
_DOCUMENTS: Final = N_("Documents")
_FIGURES: Final = N_("Figures")

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(Project, N_("Project"), N_("Projects"),
        Field("title", Editor.LINE, N_("Title"), N_("What the project is called."), group=_BRIEF),
        Field("client", Editor.LINE, N_("Client"), N_("The organisation whose customers this is about."), group=_BRIEF),
        Field("question", Editor.TEXT, N_("Question"), N_("What should be answered at the end, in one sentence."),
              group=_BRIEF),
        Field("begins", Editor.LINE, N_("Begins with"), N_("The moment the journey starts for the customer."),
              group=_BRIEF),
        Field("ends", Editor.LINE, N_("Ends with"), N_("The moment the journey is over for the customer."),
              group=_BRIEF),
        Field("not_part", Editor.LINE, N_("Out of scope"), N_("What we leave out on purpose."), group=_BRIEF),
        Field("volume_note", Editor.LINE, N_("How many cases"),
              N_("How often this happens, for example “6,400 moves a year”."), group=_BRIEF),
        Field("language", Editor.CHOICE, N_("Language of the documents"),
              N_("Used for the report, the action plan and the sheets."), group=_DOCUMENTS),
        Field("scale", Editor.INTEGER, N_("Points of the scale"),
              N_("Expectation and experience run from 1 to this number. Rounds already started keep their scale."),
              group=_DOCUMENTS),
        Field("importance_exponent", Editor.NUMBER, N_("Weight of importance (a)"),
              N_("Need for action = 100 · importance^a · shortfall^b. 1 is usual, 0.5 to 2 is possible."),
              group=_FIGURES),
        Field("gap_exponent", Editor.NUMBER, N_("Weight of the shortfall (b)"),
              N_("Need for action = 100 · importance^a · shortfall^b. 1 is usual, 0.5 to 2 is possible."),
              group=_FIGURES),
        Field("verdict_points", Editor.NUMBER, N_("Threshold of the verdict"),
              N_("Delta from which a touchpoint disappoints or delights, in points of a scale from 1 to 7. "
                 "Other scales take the same share."),
              group=_FIGURES),
        Field("pair_by_code", Editor.YES_NO, N_("Compare the same people by their own code"),
              N_("Off unless everybody was told. Only who gave the same code in two rounds is then compared person by "
                 "person."), group=_FIGURES),
        Field("accent", Editor.COLOUR, N_("Accent colour"), N_("The client’s colour, for map and documents."),
              group=_DOCUMENTS),
        Field("logo", Editor.ASSET, N_("Logo"), N_("Shown on documents."), group=_DOCUMENTS),
        Field("confidentiality", Editor.CHOICE, N_("Confidentiality"), N_("Printed on every page."), group=_DOCUMENTS),
        Field("retain_until", Editor.DATE, N_("Keep until"), N_("The data should be deleted after this day."),
              group=_DOCUMENTS, days=Days.AHEAD)),
    record(Department, N_("Department"), N_("Departments"),
        Field("name", Editor.LINE, N_("Name")),
        Field("external", Editor.YES_NO, N_("External provider"),
              N_("Works for us but is not part of the organisation.")),
        Field("merged_into", Editor.REFERENCE, N_("Merged into"), N_("Its touchpoints count for that department."))),
    record(Channel, N_("Channel"), N_("Channels"),
        Field("name", Editor.LINE, N_("Name")),
        Field("icon", Editor.ICON, N_("Icon")),
        Field("place", Editor.CHOICE, N_("Online or offline"))),
    record(Participant, N_("Participant"), N_("Participants"),
        Field("name", Editor.LINE, N_("Name"), N_("May stay empty.")),
        Field("role", Editor.LINE, N_("Role")),
        Field("group", Editor.LINE, N_("Group")),
        Field("code", Editor.LINE, N_("Own code"),
              N_("Chosen by the person, to be recognised in a later round without a name."))),
    record(Readiness, N_("Checklist"), N_("Checklists"),
        Field("answers", Editor.WORDS, N_("Answers"))),
    record(ReportSettings, N_("Report settings"), N_("Report settings"),
        Field("preset", Editor.CHOICE, N_("Kind of report")),
        Field("journey", Editor.REFERENCE, N_("Customer journey"), N_("The journey the report is about.")),
        Field("sections", Editor.LINES, N_("Sections"), N_("Empty means the usual ones.")),
        Field("pictures", Editor.LINES, N_("Charts"),
              N_("Charts printed in the report. Add them under Rate.")),
        Field("decision", Editor.TEXT, N_("Decision we ask for"),
              N_("Empty means written from the proposed measures.")),
        Field("decision_by", Editor.LINE, N_("Who decides")),
        Field("decision_until", Editor.DATE, N_("Decide by"), days=Days.AHEAD),
        Field("without_decision", Editor.TEXT, N_("If nothing is done")),
        Field("next_control", Editor.DATE, N_("Next review"), days=Days.AHEAD),
        Field("about_people", Editor.YES_NO, N_("Show staff beside disappointing figures"),
              N_("Otherwise the lane “Staff” is left out of the report as soon as a touchpoint disappoints: "
                 "a bad figure is not about the person who happens to work there."))),
    record(Headline, N_("Headline"), N_("Headlines"),
        Field("section", Editor.LINE, N_("Section")),
        Field("language", Editor.CHOICE, N_("Language")),
        Field("text", Editor.TEXT, N_("Text")),
        Field("written_from", Editor.LINE, N_("Written from"), N_("The figures the sentence was written from."))),
))  # fmt: skip
