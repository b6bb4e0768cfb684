"""A round's questions as text, plain list and LimeSurvey file; answers to them are read without a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.journeys.first_pass import to_rate
from cxstudio.errors import UserError
from cxstudio.exchange.survey.column_headings import role_in
from cxstudio.exchange.survey.survey_mapping import Role
from cxstudio.model import Document, Id, Journey, Round, Touchpoint
from cxstudio.model.kinds import FigureKind, RoundKind, View
from cxstudio.model.rounds import shown_round
from cxstudio.plain_text import plain_cell
from cxstudio.wording.figures.answer_promise import promise_words
from cxstudio.wording.figures.loyalty_sentences import figure_question
from cxstudio.wording.figures.rating_questions import question
from cxstudio.wording.texts import N_, Texts, texts

FIGURES: Final = ("expectation", "experience")
_LETTERS: Final = "ab"
_NPS: Final = range(11)
_COMMENT: Final = N_("Do you want to tell us anything else? (comment)")
_INTRODUCTION: Final = N_("Please answer for what you have experienced yourself; leave out what does not concern you.")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about every touchpoint, with the ends of its scale."""

    figure: str
    text: str
    """The question with its legend: “How good was it really? (1 = very bad, 7 = very good)”."""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What is asked: the same questions about each touchpoint, then two about the whole."""

    title: str
    introduction: str
    touchpoints: tuple[str, ...]
    asked: tuple[Asked, ...]
    recommend: str
    comment: str
    scale: int
    letter: str
    """What the numbers of questions begin with."""

    def headings(self) -> Iterator[str]:
        """The questions one by one, each with its code: the columns of the answers."""
        for number, touchpoint in enumerate(self.touchpoints, 1):
            for letter, each in zip(_LETTERS, self.asked, strict=True):
                yield f"{self.letter}{number}{letter}. {touchpoint} – {each.text}"
        yield self.recommend
        yield self.comment


def questionnaire(document: Document, journey: Id, language: str) -> Questionnaire:
    """The questions customers are asked about a journey. Raises UserError where there is nothing to ask about."""
    said, told = texts(language), document.get(Journey, journey)
    wanted = frozenset(to_rate(document, journey, chosen=False).touchpoints)
    points = [point for point in document.journey_touchpoints(journey) if point.id in wanted]
    if not points:
        raise UserError(
            N_("There is no touchpoint to rate."), N_("Nothing was written."), N_("Put the first ones on the map.")
        )
    shown = shown_round(document, journey)
    about = (shown or Round(id="", journey=journey, scale=document.project.scale)).model_copy(
        update={"view": View.CUSTOMERS}
    )
    survey = about.model_copy(update={"kind": RoundKind.SURVEY})
    return Questionnaire(
        title=_line(told.title or document.project.title),
        introduction=f"{said.tr(_INTRODUCTION)} {promise_words(survey, said)}",
        touchpoints=tuple(_names(points, said)),
        asked=tuple(_asked(figure, document, about, said) for figure in FIGURES),
        recommend=figure_question(FigureKind.NPS, said),
        comment=said.tr(_COMMENT),
        scale=about.scale,
        letter="F" if language == "de" else "Q",
    )


def as_text(found: Questionnaire, language: str) -> str:
    """For a word processor: each touchpoint with its questions and the steps to tick."""
    said = texts(language)
    steps = "   ".join(f"{step} ☐" for step in range(1, found.scale + 1))
    none = said.tr("does not concern me")
    parts = [found.title, "", found.introduction, ""]
    for number, touchpoint in enumerate(found.touchpoints, 1):
        parts.append(f"{number}. {touchpoint}")
        for letter, each in zip(_LETTERS, found.asked, strict=True):
            parts += [f"{found.letter}{number}{letter}. {each.text}", f"    {steps}   {none} ☐"]
        parts.append("")
    parts += [found.recommend, "    " + "   ".join(f"{step} ☐" for step in _NPS), "", found.comment, "    " + "_" * 60]
    return "\n".join(parts) + "\n"


def as_list(found: Questionnaire) -> str:
    """For a form: one question a line, to be pasted as they are; the answers’ columns are headed by them."""
    return "\n".join(found.headings()) + "\n"


def as_limesurvey(found: Questionnaire, language: str) -> str:
    """A structure LimeSurvey imports: an array for each question, a row of it for each touchpoint."""
    rows: list[Sequence[str]] = [
        ("class", "type/scale", "name", "relevance", "text", "help", "language", "mandatory", "other"),
        ("S", "", "language", "", language, "", "", "", ""),
        ("SL", "", "surveyls_title", "", found.title, "", language, "", ""),
        ("SL", "", "surveyls_welcometext", "", found.introduction, "", language, "", ""),
        ("G", "", found.title, "1", "", "", language, "", ""),
    ]
    for letter, each in zip(_LETTERS, found.asked, strict=True):
        rows.append(("Q", "F", f"{found.letter}{letter}", "1", each.text, "", language, "N", "N"))
        rows += [
            ("SQ", "0", f"T{number:03}", "1", touchpoint, "", language, "", "")
            for number, touchpoint in enumerate(found.touchpoints, 1)
        ]
        rows += [("A", "0", str(step), "", str(step), "", language, "", "") for step in range(1, found.scale + 1)]
    rows.append(("Q", "F", f"{found.letter}NPS", "1", found.recommend, "", language, "N", "N"))
    rows.append(("SQ", "0", "NPS", "1", "NPS", "", language, "", ""))
    rows += [("A", "0", str(step), "", str(step), "", language, "", "") for step in _NPS]
    rows.append(("Q", "T", f"{found.letter}COM", "1", found.comment, "", language, "N", "N"))
    return "\n".join("\t".join(map(_cell, row)) for row in rows) + "\n"


def _asked(figure: str, document: Document, about: Round, said: Texts) -> Asked:
    """The question with its legend; where its wording does not tell what it fills, its name stands in the legend."""
    found = question(figure, document, about, said)
    ends = found.ends.strip("()")
    text = _line(found.text)
    legend = ends if role_in(text) is Role(figure) else f"{found.name}: {ends}"
    return Asked(figure, f"{text} ({legend})")


def _names(points: Sequence[Touchpoint], said: Texts) -> Iterator[str]:
    """The touchpoints' names, each once: of two with the same name the second gets a number."""
    seen: dict[str, int] = {}
    for point in points:
        name = _line(point.name) or said.tr("Unnamed touchpoint")
        seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
        yield name if seen[name.casefold()] == 1 else f"{name} ({seen[name.casefold()]})"


def _line(text: str) -> str:
    return " ".join(plain_cell(text).split())


def _cell(text: str) -> str:
    """A cell of a list with tabs; quoted where it would not come back."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if '"' in text else text
