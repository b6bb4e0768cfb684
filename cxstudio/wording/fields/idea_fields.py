"""Fields of questions, ideas and tests."""

from __future__ import annotations

from typing import Final

from cxstudio.model import Cluster, Idea, Prototype, Question, Test, VoteRound, Votes
from cxstudio.wording.fields.field_declaration import Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(Question, N_("Question"), N_("Questions"),
        Field("text", Editor.TEXT, N_("Text")),
        Field("kind", Editor.CHOICE, N_("Kind")),
        Field("persona", Editor.REFERENCE, N_("Persona")),
        Field("touchpoints", Editor.REFERENCES, N_("Touchpoints"))),
    record(Cluster, N_("Cluster"), N_("Clusters"),
        Field("name", Editor.LINE, N_("Name")),
        Field("question", Editor.REFERENCE, N_("Question")),
        Field("x", Editor.POSITION, N_("Place across")),
        Field("y", Editor.POSITION, N_("Place down"))),
    record(Idea, N_("Idea"), N_("Ideas"),
        Field("text", Editor.TEXT, N_("Text")),
        Field("question", Editor.REFERENCE, N_("Question")),
        Field("cluster", Editor.REFERENCE, N_("Cluster")),
        Field("touchpoints", Editor.REFERENCES, N_("Touchpoints")),
        Field("colour", Editor.COLOUR, N_("Colour")),
        Field("x", Editor.POSITION, N_("Place across")),
        Field("y", Editor.POSITION, N_("Place down")),
        Field("merged_into", Editor.REFERENCE, N_("Merged into"))),
    record(VoteRound, N_("Dot voting"), N_("Dot votings"),
        Field("question", Editor.REFERENCE, N_("Question")),
        Field("title", Editor.LINE, N_("Title")),
        Field("points_each", Editor.INTEGER, N_("Points per person")),
        Field("revealed", Editor.YES_NO, N_("Revealed"))),
    record(Votes, N_("Votes"), N_("Votes"),
        Field("vote_round", Editor.REFERENCE, N_("Dot voting")),
        Field("idea", Editor.REFERENCE, N_("Idea")),
        Field("points", Editor.ANSWERS, N_("Dots"))),
    record(Prototype, N_("Prototype"), N_("Prototypes"),
        Field("idea", Editor.REFERENCE, N_("Idea")),
        Field("title", Editor.LINE, N_("Title")),
        Field("how", Editor.TEXT, N_("How")),
        Field("material", Editor.TEXT, N_("Material"))),
    record(Test, N_("Test"), N_("Tests"),
        Field("idea", Editor.REFERENCE, N_("Idea")),
        Field("prototype", Editor.REFERENCE, N_("Prototype")),
        Field("hypothesis", Editor.TEXT, N_("Hypothesis"), N_("What we believe.")),
        Field("how", Editor.TEXT, N_("How")),
        Field("with_whom", Editor.LINE, N_("With whom")),
        Field("result", Editor.CHOICE, N_("Result")),
        Field("learned", Editor.TEXT, N_("Learned")),
        Field("next_step", Editor.LINE, N_("Next step"))),
))  # fmt: skip
