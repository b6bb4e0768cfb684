"""Journeys drawn by hypothesis for layout tests: awkward names, notes, departments, measures, figures."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    FrozenMap,
    Journey,
    LaneSetting,
    Measure,
    Note,
    Participant,
    Picture,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import (
    BackstageKind,
    ChannelPlace,
    CriticalMark,
    Evidence,
    MeasureStatus,
    NoteKind,
    StaffFreedom,
    Travels,
)
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind

NAMES = [
    "",
    "A",
    "Hotline: „Ist die Abmeldung durch?“",
    "Schlussrechnung alte Wohnung",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "x" * 60,
    "WWWWWWWW MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW",
    "مرحبا بالعالم: تسجيل الدخول (12)",
    "אתר האינטרנט של החברה",
    "키오스크에서 주문하기 한국어 이름",
    "Party 🎉 👨‍👩‍👧 day",
    "e\u0301te\u0301 a\u0308b combining",
    "two\nlines\tand tab",
    "Bestätigung per E-Mail/Brief-Versand mit sehr vielen weiteren Worten, die niemand auf eine Karte schreibt",
]
names = st.sampled_from(NAMES)
answers = st.lists(st.one_of(st.none(), st.integers(1, 7)), min_size=3, max_size=3)
feelings = st.lists(st.one_of(st.none(), st.integers(-3, 3)), min_size=3, max_size=3)
VOICES = ("v0", "v1", "v2")
amounts = st.sampled_from([None, 0.0, 0.5, 3.0, 1440.0, 30_240.0, 1e12])

# Made once and not anew for each record: hypothesis looks at every strategy it meets for the first time.
_yes = st.booleans()
_up_to = [st.integers(0, most) for most in range(5)]
_stage_at = [st.integers(0, last) for last in range(4)]
_travels = st.sampled_from(Travels)
_statuses = st.sampled_from(MeasureStatus)
_heights = st.sampled_from([None, None, 10.0, 90.0, 400.0])
_of_fixed_height = st.sampled_from([LaneKind.QUOTES, LaneKind.HURDLES_OPPORTUNITIES, LaneKind.MEASURES])
_steps = st.sampled_from(BackstageKind)
_thoughts = st.sampled_from([NoteKind.THOUGHT, NoteKind.NEED, NoteKind.LANE])
_own_lanes = [st.sampled_from([None, "own0", "own1"][: known + 1]) for known in range(3)]
_channels = st.lists(st.sampled_from(["c0", "c1", "c2"]), max_size=2, unique=True)
_departments = st.lists(st.sampled_from(["d0", "d1", "d2"]), max_size=2, unique=True)
_marks = st.sampled_from(CriticalMark)
_freedoms = st.sampled_from([None, *StaffFreedom])
_said = st.sampled_from([NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY])
_evidence = st.sampled_from([None, Evidence.INTERVIEW])


def _map(values: list[int | None]) -> FrozenMap[str, int | None]:
    return FrozenMap(dict(zip(VOICES, values, strict=True)))


@st.composite
def documents(draw: st.DrawFn, least: int = 0, most: int = 24) -> Document:
    """One journey with up to `most` touchpoints over a few stages, some of them empty."""
    records: list[Record] = [
        Journey(id="j", title=draw(names)),
        Round(id="r", journey="j"),
        *(Participant(id=v) for v in VOICES),
        *(Department(id=f"d{i}", order=f"a{i}", name=draw(names), external=i == 2) for i in range(3)),
        *(
            Channel(id=f"c{i}", order=f"a{i}", name=draw(names), icon=icon, place=place)
            for i, (icon, place) in enumerate(zip(["globe", "phone", "odd"], [*ChannelPlace, None], strict=True))
        ),
        *(lanes := draw(lane_settings())),
    ]
    own_lanes = sum(lane.kind is LaneKind.OWN for lane in lanes)
    stages = draw(st.integers(1 if least else 0, 4))
    records.extend(Stage(id=f"s{i}", journey="j", order=f"a{i}", name=draw(names)) for i in range(stages))
    count = draw(st.integers(least, most)) if stages else 0
    ids = [f"t{i}" for i in range(count)]
    for i, t in enumerate(ids):
        records.extend(_touchpoint(draw, t, f"s{draw(_stage_at[stages - 1])}", f"a{i // 60}{i % 60:02d}1", own_lanes))
    for i in range(count - 1):
        if draw(_yes):
            records.append(Transition(id=f"w{i}", source=ids[i], target=ids[i + 1], travels=draw(_travels)))
    if ids:
        places = st.lists(st.sampled_from(ids), max_size=3, unique=True)
        for k in range(draw(_up_to[4])):
            at, status = draw(places), draw(_statuses)
            records.append(Measure(id=f"m{k}", order=f"a{k}", title=draw(names), touchpoints=tuple(at), status=status))
    return Document(records)


@st.composite
def lane_settings(draw: st.DrawFn) -> list[LaneSetting]:
    """Every lane shown, or only the usual ones; some of a fixed height; lanes of one's own."""
    if not draw(_yes):
        return []
    hidden = [kind for kind in LaneKind if not LANE_CONTENTS[kind].usual and kind is not LaneKind.OWN]
    made = [
        LaneSetting(id=f"lane-{kind}", journey="j", kind=kind, order=f"a{n:02}1", height=draw(_heights))
        for n, kind in enumerate(hidden)
    ]
    made.append(LaneSetting(id="fixed", journey="j", kind=draw(_of_fixed_height), order="a5", height=draw(_heights)))
    for n in range(draw(_up_to[2])):
        made.append(LaneSetting(id=f"own{n}", journey="j", kind=LaneKind.OWN, order=f"a9{n}", title=draw(names)))
    return made


def _behind(draw: st.DrawFn, identity: str, own_lanes: int) -> list[Record]:
    """Steps, thoughts, notes in lanes of one's own, and pictures."""
    made: list[Record] = []
    for k in range(draw(_up_to[3])):
        kind = draw(_steps)
        made.append(
            BackstageStep(id=f"b{identity}{k}", touchpoint=identity, order=f"a{k}", text=draw(names), kind=kind)
        )
    for k in range(draw(_up_to[2])):
        kind_ = draw(_thoughts)
        lane = draw(_own_lanes[own_lanes]) if kind_ is NoteKind.LANE else None
        made.append(Note(id=f"o{identity}{k}", order=f"b{k}", text=draw(names), kind=kind_, about=identity, lane=lane))
    if draw(_yes):
        made.append(Picture(id=f"p{identity}", about=identity, asset="0" * 64, alternative_text=draw(names)))
    return made


def _touchpoint(draw: st.DrawFn, identity: str, stage: str, order: str, own_lanes: int) -> list[Record]:
    made: list[Record] = [
        Touchpoint(
            id=identity,
            stage=stage,
            order=order,
            name=draw(names),
            channels=tuple(draw(_channels)),
            departments=tuple(draw(_departments)),
            critical=draw(_marks),
            stardust=draw(_yes),
            staff=draw(names),
            promise=draw(names),
            staff_freedom=draw(_freedoms),
            cases_per_month=draw(amounts),
            complaints_per_month=draw(amounts),
            duration_minutes=draw(amounts),
            waiting_minutes=draw(amounts),
        ),
        *_behind(draw, identity, own_lanes),
    ]
    for k in range(draw(_up_to[3])):
        kind, evidence = draw(_said), draw(_evidence)
        made.append(
            Note(id=f"n{identity}{k}", order=f"a{k}", text=draw(names), kind=kind, about=identity, evidence=evidence)
        )
    if draw(_yes):
        made.append(ratings(identity, draw(answers), draw(answers), draw(feelings)))
    return made


def ratings(
    touchpoint: str, expectation: list[int | None], experience: list[int | None], emotion: list[int | None]
) -> Any:
    """Single ratings of three voices."""
    return TouchpointRatings(
        id=f"r{touchpoint}",
        round="r",
        touchpoint=touchpoint,
        expectation=_map(expectation),
        experience=_map(experience),
        emotion=_map(emotion),
        importance=_map(experience),
        promise=_map(experience),
    )
