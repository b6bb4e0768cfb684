"""Notes, steps, pictures and ways of a touchpoint in the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxstudio.edits import add_note, add_step
from cxstudio.model import BackstageStep, Id, Note, Record
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import records_in
from cxstudio.store import Draft
from cxstudio.wording import N_, Texts
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind

_MARKS = LANE_CONTENTS[LaneKind.HURDLES_OPPORTUNITIES].notes
_SIGNS = {
    NoteKind.QUOTE: ("", "quote"),
    NoteKind.HURDLE: ("−", "disappointing"),
    NoteKind.OPPORTUNITY: ("+", "delighting"),
}
_STEPS = (
    (BackstageKind.FRONT, N_("+ Visible")),
    (BackstageKind.BACK, N_("+ In the background")),
    (BackstageKind.SYSTEM, N_("+ System")),
    (BackstageKind.SUPPORT, N_("+ Support")),
)
_LANE_DETAILS = ("evidence", "source", "said_on", "theme")
_DETAILS = ("kind", "evidence", "source", "said_on", "theme")


def quote_list(context: Context) -> RecordList:
    """What customers say, think and need at a touchpoint; any other note about it as well."""
    return _notes(
        context,
        lambda note: note.kind not in _MARKS and (note.kind is not NoteKind.LANE or note.lane is None),
        ((N_("+ Customer quote"), NoteKind.QUOTE), (N_("+ Thought"), NoteKind.THOUGHT), (N_("+ Need"), NoteKind.NEED)),
    )


def mark_list(context: Context) -> RecordList:
    """Hurdles and opportunities of a touchpoint."""
    return _notes(
        context,
        lambda note: note.kind in _MARKS,
        ((N_("+ Hurdle"), NoteKind.HURDLE), (N_("+ Opportunity"), NoteKind.OPPORTUNITY)),
    )


def step_list(context: Context) -> RecordList:
    """What happens behind a touchpoint."""

    def find(touchpoint: Id) -> Sequence[Record]:
        steps = context.document.having(BackstageStep, "touchpoint", touchpoint)
        return sorted(steps, key=lambda step: [kind for kind, _ in _STEPS].index(step.kind))

    def adder(kind: BackstageKind) -> Any:
        return lambda draft, touchpoint, text: add_step(draft, touchpoint, text, kind)

    def summary(record: Record) -> str:
        return context.tr(choice_label(record.kind)) if isinstance(record, BackstageStep) else ""

    listed = ListKind(BackstageStep, "text", ("kind",), summary=summary)
    adders = [Adder(text, N_("Add an internal step"), adder(kind)) for kind, text in _STEPS]
    return RecordList(context, listed, find, adders)


def lane_list(context: Context, lane: Id) -> RecordList:
    """Notes of a touchpoint in a lane of one's own."""

    def find(touchpoint: Id) -> Sequence[Record]:
        return records_in(context.document, LaneKind.OWN, touchpoint, lane)

    def add(draft: Draft, touchpoint: Id, text: str) -> Any:
        add_note(draft, text, NoteKind.LANE, touchpoint, lane=lane)

    listed = ListKind(Note, "text", _LANE_DETAILS, summary=lambda n: note_summary(n, context.texts))
    return RecordList(context, listed, find, [Adder(N_("+ Note"), N_("Add a note"), add)])


def note_summary(note: Record, texts: Texts) -> str:
    """Kind where it is not plain to see, evidence and source of a note."""
    if not isinstance(note, Note):
        return ""
    parts = [] if note.kind in _SIGNS or note.lane is not None else [texts.tr(choice_label(note.kind))]
    if note.evidence is not None:
        parts.append(texts.tr(choice_label(note.evidence)))
    parts += [note.source, texts.date(note.said_on) if note.said_on else "", note.theme]
    text = " · ".join(p for p in parts if p)
    return text[:1].upper() + text[1:]


def _notes(context: Context, wanted: Any, kinds: Sequence[tuple[str, NoteKind]]) -> RecordList:
    def find(about: Id) -> Sequence[Record]:
        return [n for n in context.document.having(Note, "about", about) if wanted(n)]

    def adder(kind: NoteKind) -> Any:
        return lambda draft, about, text: add_note(draft, text.strip('„“”" '), kind, about)

    def sign(record: Record) -> tuple[str, str]:
        return _SIGNS.get(record.kind, ("", "")) if isinstance(record, Note) else ("", "")

    listed = ListKind(Note, "text", _DETAILS, sign, lambda n: note_summary(n, context.texts))
    return RecordList(context, listed, find, [Adder(text, N_("Add a note"), adder(kind)) for text, kind in kinds])
