"""What a workshop was: who was there, and its agenda as planned and as it was; for the minutes and for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo

from cxstudio.analysis.workshops.planned_times import agenda_of, people_of, plan_agenda
from cxstudio.documents.content import Block, Column, Heading, Paragraph, Row, Spacing, Style, Table, Text, cell
from cxstudio.look.roles import Role
from cxstudio.model import AgendaBlock, BreakoutGroup, Document, Participant, Workshop
from cxstudio.model.workshops import moment_of
from cxstudio.wording.findings.agenda_sentences import group_text, minutes_text, moment_text
from cxstudio.wording.texts import Texts


@dataclass(frozen=True, slots=True)
class RecordDetails:
    """How much of a workshop is told."""

    names: bool = False
    """With names of people beside their roles."""
    zone: tzinfo | None = None
    """Where the reader is; None: where this computer is."""
    by_clock: bool = True
    """With real times of the day; else only how long a block took, which is the same for readers anywhere."""


def present(document: Document, workshop: Workshop | None, asked: RecordDetails, texts: Texts) -> str:
    """Who was there: how many of each role; with their names only where that is asked for."""
    listed = workshop.people if workshop is not None else ()
    people = [p for p in map(document.find, listed) if isinstance(p, Participant)]
    if not people:
        n = people_of(workshop) if workshop is not None else 0
        people = [] if n else list(document.all(Participant))
    if not people:
        return texts.trn("{n} person", "{n} people", n) + "." if n else ""
    if asked.names:
        said = [" – ".join(part for part in (p.name, p.role) if part) or texts.tr("without a role") for p in people]
    else:
        roles = Counter(p.role.strip() for p in people)
        unnamed = texts.tr("without a role")
        said = [f"{n} × {role or unnamed}" for role, n in sorted(roles.items(), key=_last_unnamed)]
    return texts.trn("{n} person", "{n} people", len(people)) + ": " + ", ".join(said) + "."


def _last_unnamed(role: tuple[str, int]) -> tuple[bool, int, str]:
    return not role[0], -role[1], role[0].casefold()


def agenda_blocks(document: Document, workshop: Workshop, asked: RecordDetails, texts: Texts) -> Iterator[Block]:
    """Every block with its planned time and how long it took; who led it only where people are to be named."""
    blocks, tr = agenda_of(document, workshop.id), texts.tr
    if not blocks:
        return
    plan = plan_agenda(workshop, blocks)
    ran = any(block.began or block.skipped for block in blocks)
    columns = [Column(tr("Planned"), 0.13)]
    columns += [Column(tr("As it was"), 0.19 if asked.by_clock else 0.1)] if ran else []
    columns += [Column(tr("Topic"), 0.32), Column(tr("Goal"))]
    columns += [Column(tr("Led by"), 0.18)] if asked.names else []
    rows = []
    for block in blocks:
        time = plan.of(block.id)
        topic = (*cell(block.title, Style.STRONG), *_groups(document, block, asked, texts))
        cells = [cell(f"{_clock(time.start)}–{_clock(time.end)}")]
        cells += [cell(really_done(block, asked, texts))] if ran else []
        cells += [topic, cell(block.goal)]
        cells += [cell(block.who)] if asked.names else []
        rows.append(Row(tuple(cells)))
    yield Heading(tr("Agenda"))
    yield Table(tuple(columns), tuple(rows), spacing=Spacing.CLOSE)
    really = real_span(workshop, texts, asked.zone) if asked.by_clock else ""
    if really:
        planned = tr("Planned: {start} to {end}.", start=_clock(plan.start), end=_clock(plan.end))
        yield Paragraph(f"{planned} {really}", Role.MUTED)


def real_span(workshop: Workshop, texts: Texts, zone: tzinfo | None) -> str:
    """From when to when it really was: "Really: 09:02 to 12:51."; "" before it is over."""
    began, ended = moment_of(workshop.began), moment_of(workshop.ended)
    if began is None or ended is None:
        return ""
    return texts.tr("Really: {began} to {ended}.", began=moment_text(began, zone), ended=moment_text(ended, zone))


def held_on(workshop: Workshop, zone: tzinfo | None) -> date | None:
    """The day it really began, else the day it is planned for."""
    began = moment_of(workshop.began)
    return began.astimezone(zone).date() if began is not None else workshop.day


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _groups(document: Document, block: AgendaBlock, asked: RecordDetails, texts: Texts) -> Iterator[Text]:
    """Who worked apart: each group with its place and task, its people named only where that is asked for."""
    for group in document.having(BreakoutGroup, "block", block.id):
        people = [p for p in map(document.find, group.people) if isinstance(p, Participant)] if asked.names else []
        named = ", ".join(p.name or p.role for p in people if p.name or p.role)
        told = [group_text(group, texts), " ".join(group.task.split()), named]
        yield Text(". ".join(part.rstrip(".") for part in told if part), Style.SMALL, Role.MUTED)


def really_done(block: AgendaBlock, asked: RecordDetails, texts: Texts) -> str:
    """When a block was really done and how long it took, without its breaks; what did not begin says nothing."""
    began, ended = moment_of(block.began), moment_of(block.ended)
    if block.skipped:
        return texts.tr("left out")
    if began is None or ended is None:
        if began is None or not asked.by_clock:
            return ""
        return texts.tr("since {time}", time=moment_text(began, asked.zone))
    minutes = minutes_text(max(round(((ended - began).total_seconds() - block.halted) / 60), 0), texts)
    if not asked.by_clock:
        return minutes
    return f"{moment_text(began, asked.zone)}–{moment_text(ended, asked.zone)} ({minutes})"
