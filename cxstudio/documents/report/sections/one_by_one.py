"""Each critical touchpoint by itself: figures, reasons, everything customers say there, hurdles and measures."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.documents.content import Block, Heading, Missing, Paragraph, Section
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.marks import measure_line
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Note, Stage, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.figures.critical_reasons import group_sentence, reason_sentences
from cxstudio.wording.plan.measure_sentences import target_text


def content(material: Material) -> Section | Missing:
    """In the order of the need for action."""
    if not material.critical:
        return Missing()
    blocks = tuple(block for touchpoint in material.critical for block in _touchpoint(material, touchpoint))
    texts, everything = material.texts, material.texts.number(len(material.critical))
    answered = sum(bool(material.measures_at(t.id)) for t in material.critical)
    headline = texts.trn("{n} of {all} critical touchpoints has a measure",
                         "{n} of {all} critical touchpoints have a measure", answered, all=everything)  # fmt: skip
    lead = texts.tr("Figures, reasons, customer quotes and hurdles, and what is planned there.")
    return Section(headline, blocks, lead, short_basis(material))


def _touchpoint(material: Material, touchpoint: Touchpoint) -> Iterator[Block]:
    texts, document = material.texts, material.document
    stage = document.get(Stage, touchpoint.stage).name
    yield Heading(f"{touchpoint.name} ({stage})", touchpoint.id)
    figures = _figures(material, touchpoint)
    if figures:
        yield Paragraph(figures)
    found = None if material.figures is None else material.figures.criticality.get(touchpoint.id)
    if material.figures is not None and found is not None:
        reasons = [*reason_sentences(document, material.figures, found, texts), group_sentence(found, texts)]
        yield Paragraph(" ".join(reason for reason in reasons if reason))
    for note in document.having(Note, "about", touchpoint.id):
        if note.kind is NoteKind.QUOTE:
            yield Paragraph(texts.quoted(note.text), Role.MUTED)
        elif note.kind is NoteKind.HURDLE:
            yield Paragraph(texts.tr("Hurdle: {text}", text=note.text), Role.MUTED)
        elif note.kind is NoteKind.OPPORTUNITY:
            yield Paragraph(texts.tr("Opportunity: {text}", text=note.text), Role.MUTED)
    measures = material.measures_at(touchpoint.id)
    for measure in measures:
        aims = "; ".join(target_text(target, texts, with_date=True) for target in material.targets(measure.id))
        line = f"{material.numbers[measure.id]} {measure_line(material, measure)}"
        yield Paragraph(f"{line}: {aims}." if aims else f"{line}.", about=measure.id)
    if not measures:
        yield Paragraph(touchpoint.no_measure_reason.strip() or texts.tr("No measure is planned here yet."), Role.MUTED)


def _figures(material: Material, touchpoint: Touchpoint) -> str:
    """Means with their answers, on one line."""
    texts, found = material.texts, material.of(touchpoint.id)
    if found is None:
        return ""
    names = texts.tr("Expectation"), texts.tr("Experience"), texts.tr("Delta"), texts.tr("Emotion")
    expectation, experience, delta, emotion = names
    means = ((expectation, found.expectation), (experience, found.experience))
    parts = [f"{name} {texts.number(part.mean, 1)}" for name, part in means if part is not None]
    value = material.delta(touchpoint.id)
    if value is not None:
        parts.append(f"{delta} {texts.signed(value)}")
    if found.emotion is not None:
        parts.append(f"{emotion} {texts.signed(found.emotion.mean)}")
    return " · ".join((*parts, f"n = {texts.number(found.n)}")) if parts else ""
