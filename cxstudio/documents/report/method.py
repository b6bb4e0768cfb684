"""How the figures came about: questions, scale, people, views, definitions, and what this report cannot show."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis import options_of
from cxstudio.analysis.statistics.krippendorff_alpha import reliability
from cxstudio.documents.report.basis import basis_sentence
from cxstudio.documents.report.headlines import headline
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.table import Column, Look, Row, Table, cell
from cxstudio.documents.setting.type import BODY, CELL, CELL_STRONG, CONTENT_WIDTH
from cxstudio.look.roles import Role
from cxstudio.model import Round
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import FIGURES
from cxstudio.model.rounds import rounds
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import round_name
from cxstudio.wording.figures.adjusted_options import adjusted_sentences
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.figures.rating_questions import Question, question

SECTION = "method"
_TEXT_WIDTH = 620.0


def pages(material: Material, remarks: tuple[str, ...] = ()) -> list[Page]:
    """The note; `remarks` say what could not be shown as it stands in the project."""
    tr = material.texts.tr
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), note=tr("Method note"))
    flow.paragraph(basis_sentence(material), wide=_TEXT_WIDTH)
    _rounds(flow, material)
    _questions(flow, material)
    if material.round is not None or material.critical:
        columns = (Column(tr("Figure"), 130.0), Column(tr("Meaning"), CONTENT_WIDTH - 130.0))
        rows = (Row((cell(name, CELL_STRONG), cell(text, CELL))) for name, text in _definitions(material))
        flow.table(
            Table(material.fonts, columns, Look(above=4.0, below=4.5, aside=8.0)), rows, tr("What the figures mean")
        )
    if remarks:
        flow.subtitle(tr("What this report cannot show"))
        for remark in remarks:
            flow.paragraph(remark, BODY, Role.INK, _TEXT_WIDTH)
    return flow.pages()


def _rounds(flow: Flow, material: Material) -> None:
    """Other rounds of the journey are named and never mixed in."""
    if material.journey is None or material.round is None:
        return
    others = [r for r in rounds(material.document, material.journey.id) if r.id != material.round.id]
    if others:
        texts = material.texts
        named = [f"{round_name(r, texts)} ({view_words(r.view, texts)})" for r in others]
        text = texts.tr(
            "There are also: {rounds}. Rounds and views are never averaged together.", rounds=texts.listed(named)
        )
        flow.paragraph(text, wide=_TEXT_WIDTH)


def _questions(flow: Flow, material: Material) -> None:
    round_ = material.round
    if round_ is None:
        return
    tr = material.texts.tr
    columns = (Column(tr("Figure"), 130.0), Column(tr("Question"), 366.0), Column(tr("Scale"), CONTENT_WIDTH - 496.0))
    rows = []
    for asked in _asked(material, round_):
        rows.append(Row((cell(asked.name, CELL_STRONG), cell(asked.text), cell(asked.ends, CELL, Role.MUTED))))
    flow.table(Table(material.fonts, columns, Look(above=4.0, below=4.5, aside=8.0)), rows, tr("What was asked"))


def _asked(material: Material, round_: Round) -> list[Question]:
    """The questions of the figures that were rated."""
    figures = material.figures
    rated = [] if figures is None else figures.touchpoints
    asked = [name for name in FIGURES if any(getattr(t, name) is not None for t in rated)]
    return [question(name, material.document, round_, material.texts) for name in asked]


def _definitions(material: Material) -> list[tuple[str, str]]:
    """What each figure of the report means, in one or two sentences."""
    tr = material.texts.tr
    rows = [(tr(name), tr(text)) for name, text in _FIGURES]
    adjusted = adjusted_sentences(options_of(material.document), material.texts)
    if adjusted:
        rows.append((tr("Adjusted for this project"), " ".join(adjusted)))
    if material.round is not None:
        survey = material.round.kind is RoundKind.SURVEY
        rows.insert(1, (tr("Interval"), tr(_INTERVAL)) if survey else (tr("Single answers"), tr(_SINGLE_ANSWERS)))
    alpha = None if material.figures is None else reliability(material.figures)
    if alpha is not None:
        value = material.texts.number(alpha, 2)
        rows.append((tr("Reliability"), tr(_RELIABILITY, value=value)))
    if material.measures:
        rows.append((tr("Cost and benefit"), tr("As entered with the measures; planned unless the table says spent.")))
    return rows


_FIGURES: Final = (
    (
        N_("Delta"),
        N_("Experience minus expectation, taken per person and then averaged; skipped questions are counted "
           "and never read as zero."),
    ),
    (
        N_("Verdict"),
        N_("▼ disappointing and ▲ delighting usually begin one point of a seven-point scale below and above the "
           "expectation; in between is okay."),
    ),
    (
        N_("Agreement"),
        N_("How alike the ratings of the experience are: 1 is complete, 0 is no more than chance. Below one half "
           "the report writes ≠: the mean alone would mislead."),
    ),
    (
        N_("Need for action"),
        N_("Importance times shortfall, each as a share of its range, times 100. Basic requirements that are not met "
           "come first whatever their need."),
    ),
    (
        N_("Critical"),
        N_("A rule proposes and names its reasons; the group decides. Where it decides against the rule, its reason "
           "is printed."),
    ),
)  # fmt: skip
_SINGLE_ANSWERS: Final = N_(
    "Each dot is one answer of the people in the room. They are all we mean, so there is no interval and no test."
)
_RELIABILITY: Final = N_(
    "Krippendorff’s alpha of the experience is {value}: 1 means that all voices tell the touchpoints apart in the "
    "same way, 0 that they do no better than chance. Of many different customers a low value is to be expected."
)
_INTERVAL: Final = N_(
    "The line through a bar: with these answers the mean of all customers would be expected within it "
    "in 95 of 100 surveys. Below ten answers none is drawn."
)
