"""The project itself, who and what it is about, and the workshop days."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from cxstudio.model.base import Counts, FrozenMap, Id, Ordered, Record, Ref, Words
from cxstudio.model.kinds import Anonymised, ChannelPlace, Confidentiality, Language, PaperSize, ReportPreset
from cxstudio.model.questions import LONGEST_SCALE

Hex = Annotated[str, Field(pattern=r"^(#[0-9A-Fa-f]{6})?$")]
Exponent = Annotated[float, Field(ge=0.5, le=2, allow_inf_nan=False)]


class Project(Record):
    """The one record at the top: the brief, the scale and how documents look. Its id is always "project"."""

    title: str = ""
    client: str = ""
    question: str = ""
    begins: str = ""
    ends: str = ""
    not_part: str = ""
    volume_note: str = ""
    language: Language = Language.GERMAN
    scale: Annotated[int, Field(ge=2, le=LONGEST_SCALE)] = 7
    """Number of points of the rating scale, 1 to this; 5, 7 or 10."""
    importance_exponent: Exponent = 1.0
    """How much importance weighs in the need for action: 100 · importance^a · shortfall^b."""
    gap_exponent: Exponent = 1.0
    """How much the shortfall weighs in the need for action."""
    verdict_points: Annotated[float, Field(ge=0.25, le=3, allow_inf_nan=False)] = 1.0
    """Delta from which a touchpoint disappoints or delights, in points of a scale from 1 to 7."""
    pair_by_code: bool = False
    """Whether rounds compare person by person those who gave the same code of their own in both."""
    accent: Hex = ""
    logo: str = ""
    """Asset hash of the client's logo."""
    confidentiality: Confidentiality = Confidentiality.CONFIDENTIAL
    retain_until: date | None = None


class Department(Ordered):
    """A unit behind touchpoints, in the house or outside it."""

    name: str
    external: bool = False
    merged_into: Annotated[Id | None, Ref("Department")] = None


class Channel(Ordered):
    """A way customer and provider meet."""

    name: str
    icon: str = ""
    """Name of an icon, see `look.icons`."""
    place: ChannelPlace | None = None


class Participant(Ordered):
    """A voice in the room or a respondent; nameless unless wanted."""

    name: str = ""
    role: str = ""
    group: str = ""
    code: str = ""
    """A code the person chose, to be recognised in a later round without a name."""


class Readiness(Record):
    """Whether what an initiative needs is in place: statement → answer, 1 to 5. Nothing tells one person's answers."""

    answers: Words = FrozenMap()
    """What the group agreed on."""
    counts: Counts = FrozenMap()
    """People who gave an answer: "statement:answer" → how many."""
    sheets: Annotated[int, Field(ge=0)] = 0
    """People whose answers are counted."""
    waiting: Annotated[int, Field(ge=0)] = 0
    """Sheets handed in and not counted yet."""
    sealed: str = ""
    """What they say, as one value: counts of each answer, so that no sheet is in it. Hides them from a glance."""


class ReportSettings(Record):
    """What the report holds and what it asks for."""

    preset: ReportPreset = ReportPreset.DECISION
    language: Language | None = None
    """None: the project's."""
    paper: PaperSize = PaperSize.A4
    portrait: bool = False
    journey: Annotated[Id | None, Ref("Journey")] = None
    round: Annotated[Id | None, Ref("Round")] = None
    """The round whose figures are told; None: the one shown, unless that was only just begun."""
    persona: Annotated[Id | None, Ref("Persona")] = None
    """For whom it is told; None: whoever the round was rated for."""
    anonymised: tuple[Anonymised, ...] = ()
    sections: tuple[str, ...] = ()
    """Section names in order; empty, or without a name that is known, means the preset's own."""
    pictures: tuple[str, ...] = ()
    """Charts printed in the report: "importance|middle", "answers||<touchpoint>", "views||<round>|<round>"."""
    decision: str = ""
    """The decision asked for; empty means written from the proposed measures."""
    decision_by: str = ""
    """Who decides."""
    decision_until: date | None = None
    without_decision: str = ""
    """What happens if nothing is done."""
    next_control: date | None = None
    readiness: bool = False
    """Whether the readiness check is printed."""
    about_people: bool = False
    """Whether the lane about the staff is printed where figures beside it disappoint."""


class Headline(Record):
    """A headline somebody rewrote, with the figures it was written from."""

    section: str
    language: Language = Language.GERMAN
    text: str = ""
    written_from: str = ""
