"""What the minutes say, part by part; no single vote, and people by role only unless their names are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cxstudio.analysis.journeys.unsorted_notes import parked_notes
from cxstudio.analysis.votes.vote_results import result_of
from cxstudio.analysis.workshops.planned_times import agenda_of, people_of, plan_agenda
from cxstudio.documents.content import Block, Column, Heading, Paragraph, Row, Section, Spacing, Style, Table, cell
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.documents.minutes.photo_pages import photos_section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.ideas import vote_sentences
from cxstudio.documents.report.sections.measures import measure_table
from cxstudio.look.roles import Role
from cxstudio.model import (
    AgendaBlock,
    Decision,
    Document,
    Id,
    Idea,
    Measure,
    Participant,
    Question,
    VoteRound,
    Workshop,
)
from cxstudio.model.kinds import MeasureStatus, VoteKind
from cxstudio.model.workshops import moment_of
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.figures.decision_sentences import decision_line
from cxstudio.wording.texts import Texts

_OVER: Final = (MeasureStatus.DONE, MeasureStatus.DROPPED)


def minutes_sections(
    document: Document, assets: Mapping[str, bytes], texts: Texts, details: MinutesDetails
) -> tuple[Section, ...]:
    """The parts that have something to say, in the order of the day, one below the other; the photos last, apart."""
    material, workshop = Material(document, texts), workshop_of(document, details.workshop)
    parts = (
        _decided(material),
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


def minutes_title(document: Document, workshop: Workshop | None, texts: Texts) -> str:
    """What the minutes are called: of which workshop, and when it was."""
    name = (workshop.title if workshop is not None else "") or document.project.title
    day = texts.long_date(workshop.day) if workshop is not None and workshop.day is not None else ""
    about = ", ".join(part for part in (name, day) if part)
    return texts.tr("Minutes: {name}", name=about) if about else texts.tr("Minutes")


def _beginning(material: Material, workshop: Workshop | None, details: MinutesDetails) -> Section:
    document, texts = material.document, material.texts
    project, blocks = document.project, list[Block]()
    place = workshop.place if workshop is not None else ""
    lead = " · ".join(part for part in (project.title, project.client, place) if part)
    if project.question:
        blocks.append(Paragraph(project.question))
    said = present(document, workshop, details, texts)
    if said:
        blocks += [Heading(texts.tr("Participants")), Paragraph(said)]
    if workshop is not None:
        blocks += _agenda(document, workshop, details, texts)
    asked = [q for q in document.all(Question) if document.having(Idea, "question", q.id)]
    if asked:
        rows = tuple(Row((cell(q.text), cell(texts.number(_ideas_of(document, q))))) for q in asked)
        table = Table((Column(texts.tr("Question")), Column(texts.tr("Ideas"), 0.12, 1.0)), rows)
        blocks += [Heading(texts.tr("What was worked on")), table]
    return Section(minutes_title(document, workshop, texts), tuple(blocks), lead, texts.tr("Minutes"))


def present(document: Document, workshop: Workshop | None, details: MinutesDetails, texts: Texts) -> str:
    """Who was there: how many of each role; with their names only where that is asked for."""
    listed = workshop.people if workshop is not None else ()
    people = [p for p in map(document.find, listed) if isinstance(p, Participant)]
    if not people:
        n = people_of(workshop) if workshop is not None else 0
        people = [] if n else list(document.all(Participant))
    if not people:
        return texts.trn("{n} person", "{n} people", n) + "." if n else ""
    if details.names:
        said = [" – ".join(part for part in (p.name, p.role) if part) or texts.tr("without a role") for p in people]
    else:
        roles = Counter(p.role.strip() for p in people)
        unnamed = texts.tr("without a role")
        said = [f"{n} × {role or unnamed}" for role, n in sorted(roles.items(), key=_last_unnamed)]
    return texts.trn("{n} person", "{n} people", len(people)) + ": " + ", ".join(said) + "."


def _last_unnamed(role: tuple[str, int]) -> tuple[bool, int, str]:
    return not role[0], -role[1], role[0].casefold()


def _agenda(document: Document, workshop: Workshop, details: MinutesDetails, texts: Texts) -> Iterator[Block]:
    """Every block with its planned time and how long it took; who led it only where people are to be named."""
    blocks, tr = agenda_of(document, workshop.id), texts.tr
    if not blocks:
        return
    plan = plan_agenda(workshop, blocks)
    ran = any(block.ended for block in blocks)
    columns = [Column(tr("Time"), 0.14), Column(tr("Topic"), 0.34), Column(tr("Goal"))]
    columns += [Column(tr("Took"), 0.1, 1.0)] if ran else []
    columns += [Column(tr("Led by"), 0.18)] if details.names else []
    rows = []
    for block in blocks:
        time = plan.of(block.id)
        cells = [cell(f"{_clock(time.start)}–{_clock(time.end)}"), cell(block.title, Style.STRONG), cell(block.goal)]
        cells += [cell(_took(block, texts))] if ran else []
        cells += [cell(block.who)] if details.names else []
        rows.append(Row(tuple(cells)))
    yield Heading(tr("Agenda"))
    yield Table(tuple(columns), tuple(rows), spacing=Spacing.CLOSE)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _took(block: AgendaBlock, texts: Texts) -> str:
    began, ended = moment_of(block.began), moment_of(block.ended)
    if block.skipped:
        return texts.tr("left out")
    if began is None or ended is None:
        return ""
    minutes = max(round(((ended - began).total_seconds() - block.halted) / 60), 0)
    return texts.tr("{n} min", n=minutes)


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
    left: Sequence[Measure] = [m for m in material.measures if m.status not in _OVER]
    if not left:
        return None
    table = measure_table(material, sorted(left, key=lambda m: not m.ideas), names=details.names)
    said = texts.trn("{n} measure is open", "{n} measures are open", len(left))
    return Section(said, (table,), texts.tr("Measures made of ideas stand first."), texts.tr("Minutes"))
