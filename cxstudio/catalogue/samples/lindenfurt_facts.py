"""What is the same in every language of the Lindenfurt sample: ratings, kinds, dates and money. All invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxstudio.model.kinds import (
    ChannelPlace,
    ContactKind,
    CustomerKnowledge,
    ExperienceKind,
    MeasureKind,
    MeasureStatus,
    RequirementKind,
    StaffFreedom,
    TargetFigure,
    TransitionKind,
    Travels,
)

VOICES = 9
WORKSHOP_DAY = date(2026, 3, 12)
SURVEY_DAY = date(2026, 4, 17)
SURVEY_ASKED = 180
SURVEY_ANSWERED = 46
DECISION_UNTIL = date(2026, 4, 30)
NEXT_CONTROL = date(2026, 9, 4)
RETAIN_UNTIL = date(2029, 3, 31)

CHANNELS = (
    ("web", "globe", ChannelPlace.ONLINE),
    ("portal", "globe", ChannelPlace.ONLINE),
    ("mail", "mail", ChannelPlace.ONLINE),
    ("app", "mobile", ChannelPlace.ONLINE),
    ("phone", "phone", ChannelPlace.OFFLINE),
    ("letter", "letter", ChannelPlace.OFFLINE),
    ("centre", "store", ChannelPlace.OFFLINE),
    ("home", "people", ChannelPlace.OFFLINE),
)
DEPARTMENTS = (
    ("marketing", False),
    ("sales", False),
    ("service", False),
    ("grid", False),
    ("billing", False),
    ("it", False),
    ("product", False),
    ("contractor", True),
)

_SELF, _AUTO = ContactKind.SELF_SERVICE, ContactKind.AUTOMATED
_PERSON, _WRITTEN = ContactKind.PERSON, ContactKind.WRITTEN
_BASIC, _PERFORMANCE, _DELIGHT = RequirementKind.BASIC, RequirementKind.PERFORMANCE, RequirementKind.DELIGHT
_EMOTIONAL, _COGNITIVE = ExperienceKind.EMOTIONAL, ExperienceKind.COGNITIVE
_BEHAVIOURAL, _BRAND = ExperienceKind.BEHAVIOURAL, ExperienceKind.BRAND
_SENSORY = ExperienceKind.SENSORY


@dataclass(frozen=True, slots=True)
class TouchpointFacts:
    """One touchpoint: kinds, and the answers of voices 1 to 9 (digits; emotion −3 … +3)."""

    stage: int
    channel: str
    contact: ContactKind
    departments: tuple[str, ...]
    requirement: RequirementKind
    expectation: str
    experience: str
    emotion: str
    importance: str
    kinds: tuple[ExperienceKind, ...]
    cases: float | None = None
    complaints: float | None = None
    waiting: float | None = None
    duration: float | None = None
    stardust: bool = False
    knows: CustomerKnowledge | None = None
    freedom: StaffFreedom | None = None


def _t(
    row: str,
    stage: int,
    channel: str,
    contact: ContactKind,
    departments: str,
    requirement: RequirementKind,
    *kinds: ExperienceKind,
    **more: float | bool | CustomerKnowledge | StaffFreedom | None,
) -> TouchpointFacts:
    expectation, experience, emotion, importance = (part.strip() for part in row.split("|"))
    return TouchpointFacts(
        stage, channel, contact, tuple(departments.split()), requirement,
        expectation, experience, emotion, importance, kinds, **more,  # type: ignore[arg-type]
    )  # fmt: skip


_KNOWS = CustomerKnowledge
TOUCHPOINTS = (
    _t("656666545 | 463563554 | 0 1 -1 0 1 -1 1 1 0 | 654565644", 0, "web", _SELF, "marketing", _BASIC,
       _COGNITIVE, cases=900, duration=6, knows=_KNOWS.NOTHING),
    _t("576667656 | 453454426 | -2 0 -2 -1 0 -1 0 -2 0 | 665757656", 0, "web", _SELF, "sales", _PERFORMANCE,
       _COGNITIVE, cases=620, duration=8, knows=_KNOWS.NOTHING),
    _t("456563645 | 544445755 | 0 -1 -1 0 0 1 1 1 1 | 445343555", 0, "web", _SELF, "sales", _PERFORMANCE,
       _COGNITIVE, _BRAND, duration=12, knows=_KNOWS.NOTHING),
    _t("657657766 | 234535233 | -3 -2 -1 -1 -2 -1 -3 -2 -1 | 775676577", 1, "portal", _SELF, "sales", _BASIC,
       _COGNITIVE, _BEHAVIOURAL, cases=400, complaints=22, duration=19, knows=_KNOWS.NOTHING),
    _t("656556756 | 576545555 | 0 2 1 0 -1 0 1 1 1 | 645656466", 1, "mail", _AUTO, "sales", _BASIC,
       _BEHAVIOURAL, cases=520, waiting=3, knows=_KNOWS.THIS_CASE),
    _t("755466454 | 776667756 | 2 2 1 1 1 3 3 1 2 | 565554553", 1, "centre", _PERSON, "service", _PERFORMANCE,
       _EMOTIONAL, _BEHAVIOURAL, _BRAND, cases=95, duration=14, waiting=9, knows=_KNOWS.MASTER_DATA,
       freedom=StaffFreedom.SOME),
    _t("554554674 | 667665557 | 1 1 2 2 2 0 0 0 2 | 546566545", 2, "app", _SELF, "grid", _PERFORMANCE,
       _BEHAVIOURAL, cases=380, duration=2, knows=_KNOWS.THIS_CASE),
    _t("667776665 | 222422334 | -3 -3 -3 -1 -3 -3 -2 -2 -1 | 667756777", 2, "phone", _PERSON, "service", _BASIC,
       _EMOTIONAL, _BEHAVIOURAL, cases=480, complaints=31, waiting=11, duration=7, knows=_KNOWS.MASTER_DATA,
       freedom=StaffFreedom.NONE),
    _t("575557545 | 331255565 | -2 -1 -2 -2 -1 -1 0 0 0 | 554556543", 2, "phone", _PERSON, "grid", _PERFORMANCE,
       _BEHAVIOURAL, cases=140, waiting=2880, duration=5, knows=_KNOWS.NOTHING, freedom=StaffFreedom.NONE),
    _t("565544536 | 766566677 | 3 1 1 1 1 2 2 3 3 | 545534545", 3, "home", _PERSON, "contractor", _PERFORMANCE,
       _EMOTIONAL, _SENSORY, _BRAND, cases=70, duration=25, stardust=True, knows=_KNOWS.THIS_CASE,
       freedom=StaffFreedom.FULL),
    _t("465566445 | 433256344 | -1 -1 -1 -2 0 1 -1 -1 -1 | 466556456", 3, "letter", _WRITTEN, "billing", _BASIC,
       _COGNITIVE, _BRAND, cases=530, complaints=12, knows=_KNOWS.THIS_CASE),
    _t("666775776 | 232444343 | -3 -3 -3 -2 -1 -1 -2 -1 -2 | 777776775", 4, "letter", _WRITTEN, "billing", _BASIC,
       _EMOTIONAL, _COGNITIVE, cases=530, complaints=44, waiting=30240, knows=_KNOWS.WHOLE_HISTORY),
    _t("666764565 | 763571454 | 0 0 -1 0 1 -2 -1 0 0 | 666564556", 4, "portal", _SELF, "billing it", _PERFORMANCE,
       _COGNITIVE, cases=210, duration=5, knows=_KNOWS.WHOLE_HISTORY),
    _t("444514333 | 654576655 | 2 1 0 1 3 2 2 1 2 | 444324434", 5, "letter", _PERSON, "service", _DELIGHT,
       _EMOTIONAL, _BRAND, cases=95, stardust=True, knows=_KNOWS.WHOLE_HISTORY, freedom=StaffFreedom.FULL),
)  # fmt: skip
"""In the order of the map; touchpoint number n is entry n − 1."""

_NORMAL, _OTHER, _BACK = TransitionKind.NORMAL, TransitionKind.ALTERNATIVE, TransitionKind.RETURN
WAYS: tuple[tuple[int, int, TransitionKind, float | None, Travels | None], ...] = (
    (1, 2, _NORMAL, 0.55, None), (1, 3, _OTHER, 0.25, None), (1, 6, _OTHER, 0.2, None),
    (2, 4, _NORMAL, 0.7, None), (2, 3, _OTHER, 0.3, None), (5, 7, _NORMAL, None, None), (6, 7, _NORMAL, None, None),
    (7, 8, _NORMAL, 0.7, Travels.NOTHING), (7, 10, _OTHER, 0.3, None), (8, 9, _NORMAL, 0.85, None),
    (8, 7, _BACK, 0.15, None), (9, 10, _NORMAL, None, None), (10, 11, _NORMAL, None, None),
    (13, 14, _NORMAL, None, None),
)  # fmt: skip
"""From, to, kind, share as the team estimates it, and what travels along."""
DROP_OUT = (4, 0.38)
"""Touchpoint number and the share of customers who give up there, counted."""

SURVEY_MEANS = {2: (5.6, 4.4), 4: (5.9, 3.9), 8: (6.0, 3.6), 10: (4.6, 6.0), 12: (6.4, 2.6), 14: (3.2, 5.6)}
"""Touchpoint number → mean expectation and mean experience of the 46 answers, to one decimal."""


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """One target: figure, touchpoint number (0 for none), from, to."""

    figure: TargetFigure
    touchpoint: int
    from_value: float | None
    to_value: float
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """One measure; money in euros, effort and impact 1 to 7."""

    touchpoints: tuple[int, ...]
    department: str
    contributing: tuple[str, ...]
    effort: int
    impact: int
    once: float | None
    per_year: float | None
    benefit: float | None
    start: date
    due: date | None
    status: MeasureStatus
    kind: MeasureKind
    targets: tuple[TargetFacts, ...]
    progress: int = 0
    quick_win: bool = False


_EXPERIENCE, _OWN = TargetFigure.EXPERIENCE, TargetFigure.OWN
MEASURES = (
    MeasureFacts((8, 9), "service", ("grid",), 4, 6, 12_000, 6_000, 19_200, date(2026, 5, 11), date(2026, 9, 30),
                 MeasureStatus.PROPOSED, MeasureKind.CHANGE,
                 (TargetFacts(_EXPERIENCE, 8, 2.7, 4.5), TargetFacts(_OWN, 0, 0.9, 0.5))),
    MeasureFacts((4,), "sales", ("it",), 3, 6, 14_000, None, 10_400, date(2026, 5, 4), date(2026, 7, 31),
                 MeasureStatus.PROPOSED, MeasureKind.CHANGE, (TargetFacts(_OWN, 4, 38, 20),)),
    MeasureFacts((12,), "billing", (), 4, 6, 22_000, None, None, date(2026, 7, 1), date(2026, 10, 31),
                 MeasureStatus.PLANNED, MeasureKind.INFORMATION,
                 (TargetFacts(_EXPERIENCE, 12, 3.2, 4.8), TargetFacts(_OWN, 12, None, -40))),
    MeasureFacts((2,), "product", (), 5, 4, 19_000, None, None, date(2026, 7, 15), date(2026, 11, 30),
                 MeasureStatus.IDEA, MeasureKind.CHANGE, (TargetFacts(_EXPERIENCE, 2, 4.1, 5.0),)),
    MeasureFacts((5, 8), "it", (), 2, 5, 6_000, 900, None, date(2026, 5, 4), date(2026, 6, 30),
                 MeasureStatus.PROPOSED, MeasureKind.INFORMATION, (TargetFacts(_OWN, 8, None, -30),), quick_win=True),
    MeasureFacts((14,), "service", (), 1, 3, None, 9_000, None, date(2026, 3, 2), None,
                 MeasureStatus.RUNNING, MeasureKind.CHANGE,
                 (TargetFacts(_EXPERIENCE, 14, 5.4, 5.4, at_least=True),), progress=40),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonaFacts:
    """Age, channels, and how strongly each origin shapes the expectation (0 to 10, in the order of the origins)."""

    age: int
    channels: tuple[str, ...]
    weights: tuple[int, ...]


PERSONAS = (
    PersonaFacts(34, ("app", "mail", "phone"), (8, 6, 9, 4, 6)),
    PersonaFacts(71, ("phone", "centre"), (7, 3, 9, 7, 5)),
)
