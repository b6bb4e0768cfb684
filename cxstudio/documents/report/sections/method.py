"""How the figures came about: questions, scale, people, views, definitions, and what this report cannot show."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis import options_of
from cxstudio.analysis.statistics.krippendorff_alpha import reliability
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.documents.content import Block, Column, Heading, Paragraph, Row, Section, Spacing, Style, Table, cell
from cxstudio.documents.report.basis import basis_sentence
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Round
from cxstudio.model.kinds import ReportPreset
from cxstudio.model.questions import FIGURES
from cxstudio.model.rounds import rounds
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import round_name
from cxstudio.wording.figures.adjusted_options import adjusted_sentences
from cxstudio.wording.figures.answer_promise import promise_words
from cxstudio.wording.figures.figure_sentences import people_words, view_words
from cxstudio.wording.figures.rating_questions import Question, question


def content(material: Material, remarks: tuple[str, ...] = (), lead: str = "") -> Section:
    """The note; `remarks` say what could not be shown as it stands in the project."""
    tr = material.texts.tr
    blocks: list[Block] = [Paragraph(basis_sentence(material))] if material.figures is not None else []
    if material.round is not None:
        blocks += _other_rounds(material, material.round)
        blocks.append(_questions(material, material.round))
    blocks += _losses(material)
    if material.round is not None or material.critical:
        columns = (Column(tr("Figure"), 0.172), Column(tr("Meaning")))
        rows = tuple(Row((cell(name, Style.STRONG), cell(text))) for name, text in _definitions(material))
        blocks.append(Table(columns, rows, tr("What the figures mean"), Spacing.CLOSE))
    if remarks:
        blocks += (Heading(tr("What this report cannot show")), *map(Paragraph, remarks))
    return Section(_headline(material), tuple(blocks), lead, note=tr("Method note"))


def _headline(material: Material) -> str:
    """How many people rated how much of the journey."""
    if material.figures is None:
        return material.texts.tr("Nobody has rated this journey yet")
    return material.texts.tr(
        "{people}: {n} of {all} touchpoints rated",
        people=people_words(material.document, material.document.get(Round, material.figures.round), material.figures.n,
                            material.texts),
        n=material.texts.number(sum(f.n > 0 for f in material.figures.touchpoints)),
        all=material.texts.number(len(material.touchpoints)),
    )  # fmt: skip


def _other_rounds(material: Material, shown: Round) -> list[Paragraph]:
    """Other rounds of the journey are named and never mixed in."""
    others = [r for r in rounds(material.document, shown.journey) if r.id != shown.id]
    if not others:
        return []
    texts = material.texts
    named = texts.listed([f"{round_name(r, texts)} ({view_words(r.view, texts)})" for r in others])
    return [Paragraph(texts.tr("Other rounds: {rounds}. Rounds and views are never averaged together.", rounds=named))]


def _losses(material: Material) -> list[Paragraph]:
    """What imports left out of the round and the journey that are told of."""
    said = [part.left_out.strip() for part in (material.round, material.journey) if part is not None]
    told = "; ".join(dict.fromkeys(part for part in said if part))
    return [Paragraph(material.texts.tr("Left out when imported: {losses}.", losses=told))] if told else []


def _questions(material: Material, round_: Round) -> Table:
    tr = material.texts.tr
    columns = (Column(tr("Figure"), 0.172), Column(tr("Question"), 0.485), Column(tr("Scale")))
    rows = tuple(
        Row((cell(asked.name, Style.STRONG), cell(asked.text), cell(asked.ends, role=Role.MUTED)))
        for asked in _asked(material, round_)
    )
    return Table(columns, rows, tr("What was asked"), Spacing.CLOSE)


def _asked(material: Material, round_: Round) -> list[Question]:
    """The questions of the figures that were rated."""
    figures = material.figures
    rated = [] if figures is None else figures.touchpoints
    asked = [name for name in FIGURES if any(getattr(t, name) is not None for t in rated)]
    return [question(name, material.document, round_, material.texts) for name in asked]


def _definitions(material: Material) -> list[tuple[str, str]]:
    """What each figure of the report means, in one or two sentences."""
    tr = material.texts.tr
    survey = material.round is not None and is_survey(material.round)
    unsaid = {_AGREEMENT[0]} if survey else set()
    if material.figures is not None and not material.compared:
        unsaid |= _OF_DELTAS
    rows = [(tr(name), tr(text)) for name, text in _FIGURES if name not in unsaid]
    adjusted = adjusted_sentences(options_of(material.document), material.texts)
    if adjusted:
        rows.append((tr("Adjusted for this project"), " ".join(adjusted)))
    if material.round is not None:
        first = 0 if _DELTA in unsaid else 1
        answers = (tr("Interval"), tr(_INTERVAL)) if survey else (tr("Individual answers"), tr(_SINGLE_ANSWERS))
        rows[first:first] = [answers, (tr("What was promised"), promise_words(material.round, material.texts))]
    whole = material.settings.preset is ReportPreset.DOCUMENTATION
    alpha = reliability(material.figures) if whole and material.figures is not None else None
    if alpha is not None:
        value = material.texts.number(alpha, 2)
        rows.append((tr("Reliability"), tr(_RELIABILITY, value=value)))
    if material.measures:
        rows.append((tr("Cost and benefit"), tr("As entered with the measures; planned unless the table says spent.")))
    return rows


_AGREEMENT: Final = (
    N_("Agreement"),
    N_("How similar the ratings of the experience are: 1 is complete agreement, 0 no more than chance. Below 0.5 the "
       "report shows ≠: the mean alone would mislead."),
)  # fmt: skip
_DELTA: Final = N_("Delta")
_OF_DELTAS: Final = frozenset({_DELTA, "Verdict", "Basic requirement not met", "Need for action"})
"""Names of figures there are none of where the expectation was not asked."""
_FIGURES: Final = (
    (_DELTA,
        N_("Experience minus expectation, calculated per person and then averaged. Skipped questions are counted and "
           "never read as zero.")),
    (N_("Verdict"),
        N_("▼ disappointing and ▲ delighting usually begin one point of a seven-point scale below and above the "
           "expectation; in between is okay.")),
    (N_("Basic requirement not met"),
        N_("It disappoints, and the median of the experience lies below the middle of the scale. A basic requirement "
           "can also disappoint and still be met.")),
    _AGREEMENT,
    (N_("Need for action"),
        N_("Importance times shortfall, each as a share of its range, times 100. Basic requirements that are not met "
           "come first, whatever their need.")),
    (N_("Critical"),
        N_("A rule proposes by the ratings alone and names its reasons: basic requirements not met, the largest needs, "
           "low points of the emotion. What else supports them is named and never decides. The group decides; where it "
           "decides against the rule, its reason is printed.")),
)  # fmt: skip
_SINGLE_ANSWERS: Final = N_("The answers speak only for the people in the room, so there is no interval and no test.")
_RELIABILITY: Final = N_(
    "Krippendorff’s alpha of the experience is {value}. 1 means that everyone distinguishes the "
    "touchpoints in the same way, 0 that they do no better than chance. With many different customers "
    "a low value is to be expected."
)
_INTERVAL: Final = N_(
    "The line through a bar: where the mean of all customers lies, allowing for chance and for rare, "
    "very bad experiences nobody in the sample had, but not for who did not answer. Where it allows "
    "more than one verdict, bar and mark are hollow: possibly, not clearly. Rare, very good "
    "experiences are not allowed for. Below five answers nothing is judged."
)
