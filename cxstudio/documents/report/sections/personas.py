"""Who the journey is told of: a page per persona, with what is known and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.journeys.persona_evidence import persona_evidence
from cxstudio.documents.content import Block, Column, Heading, Missing, Row, Section, Style, Table, cell
from cxstudio.documents.report.material import Material
from cxstudio.model import ExpectationSource, Persona, PersonaTrait
from cxstudio.wording.fields.field_table import choice_label, field_of
from cxstudio.wording.figures.persona_sentences import evidence_words


def content(material: Material) -> Section | Missing:
    """The personas of the journey; nothing where none is described beyond the name."""
    texts = material.texts
    found = [p for p in material.personas() if any(_facts(material, p))]
    if not found:
        return Missing()
    headline = texts.tr("The journey is told of {names}", names=texts.listed([p.name for p in found]))
    if len(found) == 1:
        quote = found[0].quote.strip('„“”" ')
        headline = f"{found[0].name}: {texts.quoted(quote)}" if quote else _introduced(found[0])
    blocks: list[Block] = []
    for persona in found:
        if len(found) > 1:
            blocks.append(Heading(_introduced(persona)))
        rows = tuple(
            Row((cell(name, Style.STRONG), cell(text, Style.RUNNING))) for name, text in _facts(material, persona)
        )
        blocks.append(Table((Column(texts.tr("Known"), 0.24), Column(texts.tr("What it says"))), rows))
    return Section(headline, tuple(blocks), note=texts.tr("Personas"))


def _introduced(persona: Persona) -> str:
    return ", ".join(part for part in (persona.name, str(persona.age or ""), persona.occupation) if part)


def _facts(material: Material, persona: Persona) -> Iterator[tuple[str, str]]:
    """Each fact that somebody entered, with the name of its field."""
    texts, document = material.texts, material.document
    values = {
        "occupation": persona.occupation,
        "facts": persona.facts,
        "quote": texts.quoted(persona.quote) if persona.quote.strip() else "",
        "goals": "\n".join(persona.goals),
        "frustrations": "\n".join(persona.frustrations),
        "needs": "\n".join(persona.needs),
        "jobs": "\n".join(persona.jobs),
        "best_experience": persona.best_experience,
        "worst_experience": persona.worst_experience,
    }
    for name, value in values.items():
        if value.strip():
            yield texts.tr(field_of(Persona, name).label), value
    for source in document.having(ExpectationSource, "persona", persona.id):
        if source.text.strip():
            yield texts.tr(choice_label(source.origin)), source.text
    traits = [t for t in document.having(PersonaTrait, "persona", persona.id) if t.value is not None]
    if traits:
        lines = (texts.tr("{low} – {high}: {value} of 10", low=t.low, high=t.high, value=t.value) for t in traits)
        yield texts.tr("Traits"), "\n".join(lines)
    known = [texts.tr(choice_label(persona.evidence))] if persona.evidence else []
    rests = ", ".join(part for part in (*known, persona.source) if part)
    counted = evidence_words(persona_evidence(document, persona.id), texts)
    if rests:
        yield texts.tr(field_of(Persona, "evidence").label), "\n".join(part for part in (rests, counted) if part)
