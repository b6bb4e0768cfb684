"""Workshops as calendar entries (RFC 5545), with the agenda as their text. Times are those of the place."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta

from cxstudio.analysis.workshops.planned_times import agenda_of, plan_agenda
from cxstudio.errors import N_, UserError
from cxstudio.exchange.action_plan.ics_file import calendar_text, folded_line, sequence_number
from cxstudio.model import Document, Workshop
from cxstudio.wording import texts
from cxstudio.wording.findings.agenda_sentences import clock_text
from cxstudio.wording.texts import Texts


def workshops_ics(document: Document, language: str, chosen: Collection[str] = (), *, now: datetime) -> bytes:
    """One entry for each workshop with a day; `now` is when it is written. Raises UserError where none has one."""
    said = texts(language)
    dated = [w for w in document.all(Workshop) if w.day is not None and (not chosen or w.id in chosen)]
    if not dated:
        raise UserError(
            N_("No workshop has a day yet."), N_("Nothing was written."), N_("Give the workshop a day under Agenda.")
        )  # fmt: skip
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//CX Studio//CX Studio//{language.upper()}", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]  # fmt: skip
    for workshop in dated:
        lines += _entry(document, workshop, said, now)
    lines.append("END:VCALENDAR")
    return "".join(folded_line(line) for line in lines).encode()


def _entry(document: Document, workshop: Workshop, said: Texts, now: datetime) -> list[str]:
    assert workshop.day is not None
    blocks = agenda_of(document, workshop.id)
    plan = plan_agenda(workshop, blocks)
    end = plan.limit if plan.limit is not None else plan.end
    midnight = datetime.combine(workshop.day, time())
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    rows = [f"{clock_text(t.start, said)} {b.title}" for b, t in zip(blocks, plan.times, strict=True)]
    title = workshop.title.strip() or said.tr("Workshop")
    uid = hashlib.sha256(f"{workshop.id} workshop".encode("utf-8", "replace")).hexdigest()[:32]
    return [
        "BEGIN:VEVENT", f"UID:{uid}@cxstudio", f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{sequence_number(now)}", f"DTSTART:{_local(midnight, plan.start)}",
        f"DTEND:{_local(midnight, max(end, plan.start))}",
        f"SUMMARY:{calendar_text(title)}", f"LOCATION:{calendar_text(workshop.place)}",
        f"DESCRIPTION:{calendar_text(chr(10).join(rows))}", "STATUS:CONFIRMED", "END:VEVENT",
    ]  # fmt: skip


def _local(midnight: datetime, minutes: int) -> str:
    """A time without a zone: the clock on the wall where the workshop is. Days after 9999 do not exist."""
    try:
        moment = midnight + timedelta(minutes=minutes)
    except OverflowError:
        moment = midnight
    return f"{moment.year:04d}{moment:%m%dT%H%M00}"
