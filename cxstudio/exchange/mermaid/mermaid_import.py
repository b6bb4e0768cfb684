"""Mermaid user journeys read in: sections are stages, scores experience on 1–5, actors the participants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cxstudio.errors import UserError
from cxstudio.exchange.mermaid.mermaid_grammar import MOST_LINES, NotAJourney, ParsedJourney, TooLongAJourney, parse
from cxstudio.exchange.mermaid.mermaid_pitfalls import BREAK, HIGHEST, Line, left_out_of, line_of, line_place, oddities
from cxstudio.exchange.plan.import_plan import (
    ImportPlan,
    ImportRequest,
    LeftOut,
    Message,
    Preview,
    Repair,
    Source,
    say,
    trn,
)
from cxstudio.exchange.tables.table import short
from cxstudio.exchange.tables.text_sources import text_of
from cxstudio.model import (
    GROUP_VOICE,
    FrozenMap,
    Id,
    Journey,
    Note,
    Participant,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
    new_id,
)
from cxstudio.model.kinds import NoteKind, RoundKind, View
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import N_

LINE_BREAKS = "line-breaks"
ACC_TITLE, ACC_DESCRIPTION = "accTitle", "accDescr"
"""Themes of the notes that keep a diagram's texts for screen readers."""
_MARKDOWN = frozenset({".md", ".markdown"})
_FENCE = re.compile(r"\s*+(?:```|~~~)\s*+(?:\{\s*+)?mermaid\b", re.IGNORECASE)
_MOST_JOURNEYS = 20
_ROWS_SHOWN = 8


def looks_like_mermaid(request: ImportRequest) -> bool:
    """Whether the content is a Mermaid journey, whatever the file is called."""
    try:
        parse(_texts_of(request)[0][0])
    except TooLongAJourney:
        return True
    except (NotAJourney, UserError):
        return False
    return True


def read_mermaid(request: ImportRequest) -> ImportPlan:
    """The plan of a Mermaid journey. Raises UserError where Mermaid itself would refuse the text."""
    found, source = _texts_of(request)
    chosen = next((at for at in range(len(found)) if request.decided(f"journey-{at + 1}")), 0)
    try:
        journey = parse(found[chosen])
    except NotAJourney as error:
        raise _refusal(error) from error
    except TooLongAJourney as error:
        raise UserError(
            N_("The journey has more than {most} tasks or sections."), N_("Nothing was imported."), most=MOST_LINES
        ) from error
    lines, repairs, left_out = _lines(journey, request)
    lines, breaks = _without_breaks(lines, journey, request)
    title = (journey.title or journey.acc_title).strip() or Path(request.name).stem
    records, notes = _records(journey, lines, title, request)
    return ImportPlan(
        title=title,
        records=tuple(records),
        preview=_preview(lines, records),
        left_out=tuple(left_out),
        repairs=(*_others(found, chosen), *repairs, *breaks),
        notes=tuple(notes),
        source=source,
        request=request,
        scale=HIGHEST,
    )


def _texts_of(request: ImportRequest) -> tuple[tuple[str, ...], Source]:
    text, source = text_of(request)
    marked = request.path is not None and request.path.suffix.casefold() in _MARKDOWN
    return (_fenced(text) if marked else (text,)), source


def _fenced(text: str) -> tuple[str, ...]:
    """The Mermaid journeys in a Markdown text, in the lines they have there; the whole text where there is none."""
    found: list[str] = []
    inside: list[str] | None = None
    for number, line in enumerate(text.splitlines()):
        if inside is None:
            inside = [""] * (number + 1) if _FENCE.match(line) else None
        elif line.lstrip().startswith(("```", "~~~")):
            if any(part.strip() == "journey" for part in inside):
                found.append("\n".join(inside))
            inside = None
        else:
            inside.append(line)
    return tuple(found) or (text,)


def _others(texts: tuple[str, ...], chosen: int) -> list[Repair]:
    """The other journeys of a file, each to be read instead."""
    found = []
    for at, text in enumerate(texts[:_MOST_JOURNEYS]):
        if at == chosen or len(texts) == 1:
            continue
        title = next((line.strip()[5:].strip() for line in text.splitlines() if line.strip().startswith("title")), "")
        first = next(number for number, line in enumerate(text.splitlines(), 1) if line.strip())
        problem = say(N_("The file holds another journey: “{title}”."), title=short(title or "journey"))
        found.append(Repair(f"journey-{at + 1}", line_place(first), problem, say(N_("Read this one instead."))))
    return found


def _refusal(error: NotAJourney) -> UserError:
    if error.other_kind:
        return UserError(
            N_("This is not a Mermaid user journey: line {line} begins with “{near}”."),
            N_("Nothing was imported."),
            line=error.line,
            near=error.near,
        )
    return UserError(
        N_("Mermaid does not understand line {line}: “{near}”."),
        N_("Nothing was imported."),
        line=error.line,
        near=error.near,
    )


def _lines(journey: ParsedJourney, request: ImportRequest) -> tuple[list[Line], list[Repair], list[LeftOut]]:
    """Every line as it is to be taken over, with what was odd and what is lost."""
    found = {oddity.task: oddity for oddity in oddities(journey)}
    lines: list[Line] = []
    repairs: list[Repair] = []
    left_out: list[LeftOut] = []
    for i, task in enumerate(journey.tasks):
        line: Line | None = line_of(task)
        oddity = found.get(i)
        if oddity is not None:
            accepted = request.decided(oddity.repair.id)
            repairs.append(replace(oddity.repair, accepted=accepted))
            line = oddity.repaired if accepted else line
        if line is None:
            what, why = say(N_("the whole line")), say(N_("it is left out as proposed"))
            left_out.append(LeftOut(line_place(task.line), what, why))
            continue
        lines.append(line)
        left_out += left_out_of(line, task)
    return lines, repairs, left_out


def _without_breaks(
    lines: list[Line], journey: ParsedJourney, request: ImportRequest
) -> tuple[list[Line], list[Repair]]:
    """HTML line breaks in names, read as spaces where that is accepted."""
    broken = [line.line for line in lines if BREAK.search(line.name) or any(map(BREAK.search, line.people))]
    broken += [n for n, name in zip(journey.section_lines, journey.sections, strict=True) if BREAK.search(name)]
    if not broken:
        return lines, []
    accepted = request.decided(LINE_BREAKS)
    problem = trn("{n} name holds the line break “<br>”.", "{n} names hold the line break “<br>”.", len(broken))
    repair = Repair(LINE_BREAKS, line_place(min(broken)), problem, say(N_("Read it as a space.")), accepted)
    if accepted:
        lines = [replace(line, name=unbroken(line.name), people=tuple(map(unbroken, line.people))) for line in lines]
    return lines, [repair]


def unbroken(name: str) -> str:
    """The name on one line."""
    return " ".join(map(str.strip, BREAK.split(name))).strip()


def _records(
    journey: ParsedJourney, lines: Sequence[Line], title: str, request: ImportRequest
) -> tuple[list[Record], list[Message]]:
    way = Journey(id=new_id(), title=title)
    stages = _stages(journey, way.id, request, any(line.section is None for line in lines))
    points = _touchpoints(lines, stages)
    actors = list(dict.fromkeys(person for line in lines for person in line.people))
    keys = keys_between(None, None, len(actors))
    people = {a: Participant(id=new_id(), name=a, order=k) for a, k in zip(actors, keys, strict=True)}
    records: list[Record] = [*stages.values(), *points, *people.values()]
    notes: list[Message] = []
    if any(line.value is not None for line in lines):
        round_ = Round(
            id=new_id(),
            journey=way.id,
            title=title,
            kind=RoundKind.DISCUSSION if actors else RoundKind.GROUP,
            view=View.EMPLOYEES,
            scale=HIGHEST,
            source=request.name,
        )
        way = way.model_copy(update={"shown_round": round_.id})
        records.append(round_)
        records += [_rating(line, point.id, round_.id, people) for line, point in zip(lines, points, strict=True)]
        notes.append(say(N_("Who rated is not said; the scores are read as the employees’ view.")))
    for theme, text in ((ACC_TITLE, journey.acc_title), (ACC_DESCRIPTION, journey.acc_description)):
        if text.strip():
            records.append(Note(id=new_id(), text=text.strip(), kind=NoteKind.UNSORTED, about=way.id, theme=theme))
    return [way, *records], notes


def _stages(journey: ParsedJourney, way: Id, request: ImportRequest, nameless: bool) -> dict[int | None, Stage]:
    """Stages by section; tasks ahead of the first section get one without a name."""
    tidy = unbroken if request.decided(LINE_BREAKS) else str.strip
    names: dict[int | None, str] = {None: ""} if nameless else {}
    names.update({i: tidy(name) for i, name in enumerate(journey.sections)})
    keys = keys_between(None, None, len(names))
    return {
        section: Stage(id=new_id(), journey=way, name=name, order=key)
        for (section, name), key in zip(names.items(), keys, strict=True)
    }


def _touchpoints(lines: Sequence[Line], stages: dict[int | None, Stage]) -> list[Touchpoint]:
    keys = keys_between(None, None, len(lines))
    return [
        Touchpoint(id=new_id(), stage=stages[line.section].id, name=line.name, order=key)
        for line, key in zip(lines, keys, strict=True)
    ]


def _rating(line: Line, point: Id, round_id: Id, people: dict[str, Participant]) -> TouchpointRatings:
    """The score as every actor's answer, or as the group's where nobody is named; without one, a skip."""
    voices = [people[person].id for person in line.people] or [GROUP_VOICE]
    given = line.people or line.value is not None
    answers = FrozenMap(dict.fromkeys(voices, line.value)) if given else FrozenMap()
    return TouchpointRatings(id=new_id(), round=round_id, touchpoint=point, experience=answers)


def _preview(lines: Sequence[Line], records: Sequence[Record]) -> Preview:
    stages = [r for r in records if isinstance(r, Stage)]
    people = sum(isinstance(r, Participant) for r in records)
    counts = (
        trn("{n} stage", "{n} stages", len(stages)),
        trn("{n} touchpoint", "{n} touchpoints", len(lines)),
        trn("{n} participant", "{n} participants", people),
    )
    headers = (say(N_("Stage")), say(N_("Touchpoint")), say(N_("Experience")), say(N_("Participants")))
    names = {s.id: s.name for s in stages}
    points = [r for r in records if isinstance(r, Touchpoint)]
    rows = tuple(
        (names[point.stage], line.name, "" if line.value is None else str(line.value), ", ".join(line.people))
        for line, point in list(zip(lines, points, strict=True))[:_ROWS_SHOWN]
    )
    return Preview(counts, headers, rows)
