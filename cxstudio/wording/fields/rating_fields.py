"""Fields of rounds and ratings, and what the figures are called."""

from __future__ import annotations

from typing import Final

from cxstudio.model import Benchmark, JourneyFigures, Round, SurveyCounts, TouchpointRatings
from cxstudio.model.questions import BY_NAME
from cxstudio.model.questions import FIGURES as ASKED
from cxstudio.wording.fields.field_declaration import Editor, Field, RecordWords, record
from cxstudio.wording.fields.question_words import WORDS
from cxstudio.wording.texts import N_

FIGURES: Final[dict[str, str]] = {
    **{figure: words.name for figure, words in WORDS.items()},
    "delta": N_("Delta"),
    "need": N_("Need for action"),
    "agreement": N_("Agreement"),
    "spread": N_("Spread"),
    "verdict": N_("Verdict"),
    "overall_experience": N_("Overall experience"),
    "peak_end": N_("Peak and end"),
}
"""Name of a figure → message id."""

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(Round, N_("Round"), N_("Rounds"),
        Field("journey", Editor.REFERENCE, N_("Customer journey")),
        Field("persona", Editor.REFERENCE, N_("Persona"), N_("For whom the ratings are given.")),
        Field("title", Editor.LINE, N_("Title")),
        Field("kind", Editor.CHOICE, N_("Kind"),
              N_("A discussion speaks for the people in the room, a survey for more people.")),
        Field("view", Editor.CHOICE, N_("Whose view"), N_("Who answers.")),
        Field("scale", Editor.INTEGER, N_("Points of the scale")),
        Field("day", Editor.DATE, N_("Date")),
        Field("wording", Editor.WORDS, N_("Questions as asked")),
        Field("minimum_group", Editor.INTEGER, N_("Minimum group size"), N_("Smaller groups are not broken down.")),
        Field("single_answers", Editor.YES_NO, N_("Show single answers"),
              N_("As dots without names. Only if those who rate were told; the rating sheet says so.")),
        Field("asked", Editor.INTEGER, N_("People invited")),
        Field("respondents", Editor.INTEGER, N_("People who answered")),
        Field("state", Editor.CHOICE, N_("State")),
        Field("raters_knew_measures", Editor.MAYBE, N_("Raters knew the measures"),
              N_("Whether those who rated knew what had been done.")),
        Field("source", Editor.LINE, N_("Source")),
        Field("left_out", Editor.TEXT, N_("Left out of the import"), N_("The method note of the report names it."))),
    record(TouchpointRatings, N_("Ratings"), N_("Ratings"),
        Field("round", Editor.REFERENCE, N_("Round")),
        Field("touchpoint", Editor.REFERENCE, N_("Touchpoint")),
        *(Field(figure, Editor.ANSWERS, FIGURES[figure]) for figure in ASKED),
        Field("word", Editor.WORDS, N_("Word for the emotion"))),
    record(SurveyCounts, N_("Survey answers"), N_("Survey answers"),
        Field("round", Editor.REFERENCE, N_("Round")),
        Field("touchpoint", Editor.REFERENCE, N_("Touchpoint")),
        Field("segment", Editor.LINE, N_("Segment")),
        Field("pairs", Editor.COUNTS, N_("Expectation and experience")),
        *(Field(figure, Editor.COUNTS, FIGURES[figure]) for figure in ASKED if BY_NAME[figure].counts == figure),
        Field("kano", Editor.COUNTS, N_("Kano answers"))),
    record(JourneyFigures, N_("Figures of the journey"), N_("Figures of the journey"),
        Field("round", Editor.REFERENCE, N_("Round")),
        Field("figure", Editor.CHOICE, N_("Figure")),
        Field("segment", Editor.LINE, N_("Segment")),
        Field("lowest", Editor.INTEGER, N_("Lowest answer")),
        Field("highest", Editor.INTEGER, N_("Highest answer")),
        Field("counts", Editor.COUNTS, N_("Answers"))),
    record(Benchmark, N_("Benchmark"), N_("Benchmarks"),
        Field("about", Editor.REFERENCE, N_("Belongs to")),
        Field("figure", Editor.LINE, N_("Figure")),
        Field("value", Editor.NUMBER, N_("Value")),
        Field("source", Editor.LINE, N_("Source")),
        Field("year", Editor.INTEGER, N_("Year"))),
))  # fmt: skip
