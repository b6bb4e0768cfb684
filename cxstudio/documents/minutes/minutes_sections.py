"""What the minutes say, part by part; no single vote, and people by role only unless their names are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from cxstudio.analysis.journeys.unsorted_notes import parked_notes
from cxstudio.analysis.votes.vote_results import result_of
from cxstudio.documents.content import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Spacing,
    Style,
    Table,
    cell,
)
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.documents.minutes.photo_pages import photos_section
from cxstudio.documents.minutes.trials_part import trials_section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.ideas import vote_sentences
from cxstudio.documents.report.sections.measures import measure_table
from cxstudio.documents.report.workshop_record import agenda_blocks, held_on, present
from cxstudio.look.roles import Role
from cxstudio.model import (
    Decision,
    Document,
    Id,
    Idea,
    Measure,
    Question,
    VoteRound,
    Workshop,
)
from cxstudio.model.kinds import MeasureStatus, VoteKind
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.figures.decision_sentences import decision_line
from cxstudio.wording.texts import Texts

OVER: Final = (MeasureStatus.DONE, MeasureStatus.DROPPED)
"""Measures that are no longer open."""


def minutes_sections(
    document: Document, assets: Mapping[str, bytes], texts: Texts, details: MinutesDetails
) -> tuple[Section, ...]:
    """The parts that have something to say, in the order of the day, one below the other; the photos last, apart."""
    material, workshop = Material(document, texts), workshop_of(document, details.workshop)
    parts = (
        _decided(material),
        trials_section(document, texts),
        _parked(material),
        _measures(material, details),
    )
    first = _beginning(material, workshop, details)
    blocks = list(first.blocks)
    for part in parts:
        if part is not None:
            blocks += [Heading(part.headline), *([Paragraph(part.lead, Role.MUTED)] if part.lead else ()), *part.blocks]
    photos = photos_section(document, workshop, assets, texts)
    return (replace(first, blocks=tuple(blocks)), *([photos] if photos is not None else ()))


def workshop_of(document: Document, wanted: Id) -> Workshop | None:
    """The workshop asked for, else the last one."""
    found, every = document.find(wanted), document.all(Workshop)
    return found if isinstance(found, Workshop) else every[-1] if every else None


def has_minutes(document: Document) -> bool:
    """Whether there is anything minutes could say of a workshop."""
    kinds = (Workshop, Idea, VoteRound, Decision, Question)
    return any(document.all(kind) for kind in kinds) or bool(parked_notes(document))


def minutes_title(document: Document, workshop: Workshop | None, texts: Texts, zone: tzinfo | None = None) -> str:
    """What the minutes are called: of which workshop, and when it was."""
    name = (workshop.title if workshop is not None else "") or document.project.title
    held = held_on(workshop, zone) if workshop is not None else None
    day = texts.long_date(held) if held is not None else ""
    about = ", ".join(part for part in (name, day) if part)
    return texts.tr("Minutes: {name}", name=about) if about else texts.tr("Minutes")


def _beginning(material: Material, workshop: Workshop | None, details: MinutesDetails) -> Section:
    document, texts = material.document, material.texts
    project, blocks = document.project, list[Block]()
    place = workshop.place if workshop is not None else ""
    lead = " · ".join(part for part in (project.title, project.client, place) if part)
    if project.question:
        blocks.append(Paragraph(project.question))
    said = present(document, workshop, details.record, texts)
    if said:
        blocks += [Heading(texts.tr("Participants")), Paragraph(said)]
    if workshop is not None:
        blocks += agenda_blocks(document, workshop, details.record, texts)
    asked = [q for q in document.all(Question) if document.having(Idea, "question", q.id)]
    if asked:
        rows = tuple(Row((cell(q.text), cell(texts.number(_ideas_of(document, q))))) for q in asked)
        table = Table((Column(texts.tr("Question")), Column(texts.tr("Ideas"), 0.12, 1.0)), rows)
        blocks += [Heading(texts.tr("What was worked on")), table]
    return Section(minutes_title(document, workshop, texts, details.zone), tuple(blocks), lead, texts.tr("Minutes"))


def _ideas_of(document: Document, question: Question) -> int:
    return sum(idea.merged_into is None for idea in document.having(Idea, "question", question.id))


def _decided(material: Material) -> Section | None:
    """Every vote with its rule and what it chose, then decisions about measures."""
    document, texts = material.document, material.texts
    blocks: list[Block] = []
    for vote in document.all(VoteRound):
        title = vote.title or texts.tr("Vote")
        said = " ".join((title.rstrip("?.!:") + ":", *vote_sentences(document, vote, texts)))
        blocks.append(Paragraph(said))
        blocks += _chosen(material, vote)
    decisions = document.all(Decision)
    if decisions:
        rows = tuple(Row((cell(decision_line(d, texts)), cell(_about(material, d)))) for d in decisions)
        columns = (Column(texts.tr("Decision"), 0.5), Column(texts.tr("Measures")))
        blocks.append(Table(columns, rows, texts.tr("Decisions")))
    if not blocks:
        return None
    return Section(texts.tr("What was decided, and by which rule"), tuple(blocks), note=texts.tr("Minutes"))


def _chosen(material: Material, vote: VoteRound) -> Iterator[Block]:
    """The ideas a vote chose, or that are still tied, and how many others there were; no slip is told of."""
    document, texts = material.document, material.texts
    result = result_of(document, vote)
    if result is None:
        return
    told = [row for row in result.rows if row.idea in (*result.chosen, *result.tied)]
    title = texts.tr("Yes") if vote.kind is VoteKind.RATING else texts.tr("Points")
    rows = []
    for row in told:
        idea = document.find(row.idea)
        name = idea_words(idea, texts) if isinstance(idea, Idea) else texts.tr("Removed idea")
        outcome = texts.tr("chosen") if row.idea in result.chosen else texts.tr("tied")
        rows.append(Row((cell(name, Style.STRONG), cell(texts.number(row.points)), cell(outcome))))
    columns = (Column(texts.tr("Idea")), Column(title, 0.1, 1.0), Column(texts.tr("Result"), 0.2))
    yield Table(columns, tuple(rows), empty=texts.tr("The rule chooses no idea."), spacing=Spacing.CLOSE)
    others = len(result.rows) - len(told)
    if others:
        said = texts.trn("{n} other idea was not chosen.", "{n} other ideas were not chosen.", others)
        yield Paragraph(said, Role.MUTED)


def _about(material: Material, decision: Decision) -> str:
    numbers = sorted(material.numbers[m] for m in decision.measures if m in material.numbers)
    said = ", ".join(map(str, numbers))
    return " – ".join(part for part in (said, " ".join(decision.note.split())) if part)


def _parked(material: Material) -> Section | None:
    texts, notes = material.texts, parked_notes(material.document)
    if not notes:
        return None
    rows = tuple(Row((cell(note.text),)) for note in notes)
    table = Table((Column(texts.tr("Parked")),), rows)
    headline = texts.trn("Parking lot: {n} note is left", "Parking lot: {n} notes are left", len(notes))
    return Section(headline, (table,), note=texts.tr("Minutes"))


def _measures(material: Material, details: MinutesDetails) -> Section | None:
    """What is still to be done, those made of ideas first."""
    texts = material.texts
    left: Sequence[Measure] = [m for m in material.measures if m.status not in OVER]
    if not left:
        return None
    table = measure_table(material, sorted(left, key=lambda m: not m.ideas), names=details.names)
    said = texts.trn("{n} measure is open", "{n} measures are open", len(left))
    return Section(said, (table,), texts.tr("Measures made of ideas stand first."), texts.tr("Minutes"))
