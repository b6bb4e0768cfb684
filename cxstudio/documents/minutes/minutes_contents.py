"""What minutes are going to say, part by part in one line each: seen before they are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cxstudio.analysis.journeys.unsorted_notes import parked_notes
from cxstudio.analysis.workshops.planned_times import agenda_of
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.documents.minutes.minutes_sections import OVER, workshop_of
from cxstudio.documents.minutes.photo_pages import wall_photos
from cxstudio.documents.minutes.trials_part import tried_ideas
from cxstudio.documents.report.workshop_record import present, real_span
from cxstudio.model import Decision, Document, Idea, Measure, Question, VoteRound
from cxstudio.wording.texts import N_, Texts


class MinutesPart(Enum):
    """A part of the minutes, named as people read it."""

    PARTICIPANTS = N_("Participants")
    AGENDA = N_("Agenda")
    IDEAS = N_("What was worked on")
    VOTES = N_("Votes")
    DECISIONS = N_("Decisions")
    TRIALS = N_("Prototypes and tests")
    PARKED = N_("Parking lot")
    MEASURES = N_("Open measures")
    PHOTOS = N_("Photos")


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """What a part is going to say; empty where there is nothing to say."""

    part: MinutesPart
    said: str


def minutes_contents(document: Document, texts: Texts, details: MinutesDetails) -> tuple[ContentsLine, ...]:
    """All parts in their order."""
    workshop, trn = workshop_of(document, details.workshop), texts.trn
    asked = [q for q in document.all(Question) if document.having(Idea, "question", q.id)]
    ideas = sum(idea.merged_into is None for q in asked for idea in document.having(Idea, "question", q.id))
    blocks = agenda_of(document, workshop.id) if workshop is not None else ()
    votes, decisions = len(document.all(VoteRound)), len(document.all(Decision))
    parked, left = len(parked_notes(document)), sum(m.status not in OVER for m in document.all(Measure))
    tried = len(tried_ideas(document))
    photos = sum(len(lot) for _, lot in wall_photos(document, workshop))
    agenda = [trn("{n} block", "{n} blocks", len(blocks))] if blocks else []
    agenda += [real_span(workshop, texts, details.zone)] if workshop is not None and blocks else []
    worked = [trn("{n} question", "{n} questions", len(asked)), trn("{n} idea", "{n} ideas", ideas)] if asked else []
    said = {
        MinutesPart.PARTICIPANTS: present(document, workshop, details.record, texts).rstrip("."),
        MinutesPart.AGENDA: " · ".join(part for part in agenda if part),
        MinutesPart.IDEAS: " · ".join(worked),
        MinutesPart.VOTES: trn("{n} vote", "{n} votes", votes) if votes else "",
        MinutesPart.DECISIONS: trn("{n} decision", "{n} decisions", decisions) if decisions else "",
        MinutesPart.TRIALS: trn("{n} idea", "{n} ideas", tried) if tried else "",
        MinutesPart.PARKED: trn("{n} note", "{n} notes", parked) if parked else "",
        MinutesPart.MEASURES: trn("{n} measure", "{n} measures", left) if left else "",
        MinutesPart.PHOTOS: trn("{n} photo", "{n} photos", photos) if photos else "",
    }
    return tuple(ContentsLine(part, said[part]) for part in MinutesPart)
