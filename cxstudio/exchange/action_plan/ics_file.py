"""The days of the plan as a calendar (RFC 5545): starts, due dates, reviews, with reminders.

Every event keeps its UID for good and gets a higher SEQUENCE with each export, so that reading the file a second time
moves what is there. What was dropped is cancelled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from cxstudio.analysis.measures.measure_standing import is_open
from cxstudio.analysis.measures.plan_scope import PlanScope, in_scope
from cxstudio.model import Department, Document, Measure, ReportSettings, Target, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.plain_text import xml_text
from cxstudio.wording import texts
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.plan.measure_sentences import target_text
from cxstudio.wording.texts import N_, Texts

_WIDTH: Final = 75
"""Bytes of a line; a longer one goes on in the next."""
_EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)
_DAY_BEFORE: Final = "-PT15H"
"""At nine in the morning of the day before."""
_WEEK_BEFORE: Final = "-P6DT15H"


@dataclass(frozen=True, slots=True)
class _Event:
    """One day of the plan."""

    key: str
    """What it is, for good: the record's id and which of its days."""
    day: date
    title: str
    text: str
    reminders: tuple[str, ...] = ()
    cancelled: bool = False


def plan_ics(document: Document, language: str, scope: PlanScope | None = None, *, now: datetime) -> bytes:
    """The calendar; `now` is when it is written, in UTC."""
    said = texts(language)
    name = document.project.title or said.tr("Action plan")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//CX Studio//CX Studio//{language.upper()}", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{calendar_text(name)}",
    ]  # fmt: skip
    for event in _events(document, said, scope or PlanScope()):
        lines += _lines(event, now)
    lines.append("END:VCALENDAR")
    return "".join(folded_line(line) for line in lines).encode()


def _events(document: Document, said: Texts, scope: PlanScope) -> Iterator[_Event]:
    for measure in in_scope(document, scope):
        about = _about(document, measure, said, scope)
        dropped = measure.status is MeasureStatus.DROPPED
        name = measure.title.strip() or said.tr("Measure without a title")
        days = ((N_("Start: {title}"), "start", measure.start, (_DAY_BEFORE,)),
                (N_("Due: {title}"), "due", measure.due, (_WEEK_BEFORE, _DAY_BEFORE)))  # fmt: skip
        for message, which, day, reminders in days:
            if day is not None:
                yield _Event(f"{measure.id} {which}", day, said.tr(message, title=name), about,
                             reminders if is_open(measure) else (), dropped)  # fmt: skip
        for target in document.having(Target, "measure", measure.id):
            if target.by is not None:
                text = f"{target_text(target, said)}\n{about}"
                title = said.tr("Review: {title}", title=name)
                yield _Event(f"{target.id} by", target.by, title, text, () if dropped else (_WEEK_BEFORE,), dropped)
    for settings in document.all(ReportSettings) if scope.department is None else ():
        if settings.next_control is not None:
            title = said.tr("Review of the measures")
            yield _Event(f"{settings.id} control", settings.next_control, title, "", (_WEEK_BEFORE,))


def _about(document: Document, measure: Measure, said: Texts, scope: PlanScope) -> str:
    """Who, where and how it stands; names of people only where they were asked for."""
    department = document.find(measure.department)
    owner = ", ".join(part for part in (measure.owner_role, measure.owner_name if scope.names else "") if part)
    points = [t.name for i in measure.touchpoints if isinstance(t := document.find(i), Touchpoint)]
    rows = (
        (said.tr("Owner"), owner),
        (said.tr("Department"), department.name if isinstance(department, Department) else ""),
        (said.tr("Status"), choice_text(said, measure.status)),
        (said.tr("Touchpoints"), ", ".join(points)),
    )
    lines = [f"{name}: {value}" for name, value in rows if value]
    return "\n".join([*lines, *([measure.description.strip()] if measure.description.strip() else [])])


def _lines(event: _Event, now: datetime) -> list[str]:
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(event.key.encode('utf-8', 'replace')).hexdigest()[:32]}@cxstudio",
        f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}", f"SEQUENCE:{sequence_number(now)}",
        f"DTSTART;VALUE=DATE:{_day(event.day)}", f"DTEND;VALUE=DATE:{_day(_next(event.day))}",
        f"SUMMARY:{calendar_text(event.title)}", f"DESCRIPTION:{calendar_text(event.text)}", "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED" if event.cancelled else "STATUS:CONFIRMED",
    ]  # fmt: skip
    for trigger in event.reminders:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}", f"DESCRIPTION:{calendar_text(event.title)}",
                  "END:VALARM"]  # fmt: skip
    return [*lines, "END:VEVENT"]


def sequence_number(now: datetime) -> int:
    """Minutes since 2020: higher with each export."""
    return max(0, int((now - _EPOCH).total_seconds() // 60))


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def calendar_text(text: str) -> str:
    """A text as a calendar holds it."""
    plain = xml_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, "\\" + sign)
    return plain.replace("\n", "\\n")


def folded_line(line: str) -> str:
    """A line of at most 75 bytes, going on after a blank; no character is cut in two."""
    parts, part, room = [], "", _WIDTH
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append(part)
            part, room = "", _WIDTH - 1
        part, room = part + sign, room - size
    return "\r\n ".join([*parts, part]) + "\r\n"
