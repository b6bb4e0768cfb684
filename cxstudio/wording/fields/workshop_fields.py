"""Fields of workshops and the blocks of their agenda."""

from __future__ import annotations

from typing import Final

from cxstudio.model import AgendaBlock, BreakoutGroup, Workshop
from cxstudio.wording.fields.field_declaration import Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

_RUN: Final = N_("As it ran")
_MOMENT: Final = N_("Day and time in UTC.")

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(Workshop, N_("Workshop"), N_("Workshops"),
        Field("title", Editor.LINE, N_("Title")),
        Field("day", Editor.DATE, N_("Day")),
        Field("place", Editor.LINE, N_("Place")),
        Field("starts", Editor.LINE, N_("Starts at"), N_("Time of the day, for example 09:00.")),
        Field("ends", Editor.LINE, N_("Has to end at"),
              N_("Time of the day, for example 12:45. Empty: as the agenda says. A time before the start is on "
                 "the next day.")),
        Field("people", Editor.REFERENCES, N_("People there"), N_("Participants of this project who are there.")),
        Field("headcount", Editor.INTEGER, N_("Number of people"),
              N_("Counts where nobody is listed; the agenda calculates with it.")),
        Field("began", Editor.LINE, N_("Began"), _MOMENT, group=_RUN),
        Field("ended", Editor.LINE, N_("Ended"), _MOMENT, group=_RUN),
        Field("paused", Editor.LINE, N_("Paused since"), _MOMENT, group=_RUN)),
    record(AgendaBlock, N_("Agenda block"), N_("Agenda blocks"),
        Field("workshop", Editor.REFERENCE, N_("Workshop")),
        Field("title", Editor.LINE, N_("Title")),
        Field("kind", Editor.SEGMENTS, N_("Kind of block")),
        Field("method", Editor.LINE, N_("Method")),
        Field("phase", Editor.CHOICE, N_("Design Thinking phase"), N_("Shown as a band above the agenda.")),
        Field("goal", Editor.TEXT, N_("Goal"), N_("What there is at the end.")),
        Field("task", Editor.TEXT, N_("Task on the screen"),
              N_("What the group reads while the block runs. Empty: its goal.")),
        Field("question", Editor.REFERENCE, N_("Question"), N_("The question the group works on.")),
        Field("material", Editor.TEXT, N_("Material"), N_("One item per line; the hand-out lists them.")),
        Field("who", Editor.LINE, N_("Led by")),
        Field("minutes", Editor.INTEGER, N_("Duration"), unit=N_("minutes")),
        Field("fixed", Editor.YES_NO, N_("Keep its length"), N_("It is not shortened when time is short.")),
        Field("items", Editor.INTEGER, N_("How many"),
              N_("Touchpoints to rate, ideas to vote on or interviews. 0: those there are.")),
        Field("on_paper", Editor.YES_NO, N_("On paper"), N_("Answers are written on paper and typed in.")),
        Field("agreed", Editor.INTEGER, N_("Duration as agreed"), N_("Minutes agreed on while the workshop ran."),
              unit=N_("minutes"), group=_RUN),
        Field("began", Editor.LINE, N_("Began"), _MOMENT, group=_RUN),
        Field("ended", Editor.LINE, N_("Ended"), _MOMENT, group=_RUN),
        Field("halted", Editor.INTEGER, N_("Paused for"), unit=N_("seconds"), group=_RUN),
        Field("skipped", Editor.YES_NO, N_("Left out"), group=_RUN)),
    record(BreakoutGroup, N_("Group"), N_("Groups"),
        Field("block", Editor.REFERENCE, N_("Agenda block")),
        Field("name", Editor.LINE, N_("Name")),
        Field("headcount", Editor.INTEGER, N_("Number of people"), N_("Counts where nobody is listed.")),
        Field("place", Editor.LINE, N_("Place"), N_("Where the group works.")),
        Field("task", Editor.TEXT, N_("Task of the group"), N_("Where it differs from that of the others.")),
        Field("people", Editor.REFERENCES, N_("People in the group"),
              N_("Participants of this project. They are never shown on the projector."))),
))  # fmt: skip
