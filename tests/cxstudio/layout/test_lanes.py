"""What each lane says: read from the laid-out groups, not from the code that made them."""

from __future__ import annotations

from typing import Any

import pytest

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import Path, Picture, Rect, TextLine
from cxstudio.layout.map.map_layout import MapLayout, MapStyle, density_of, lay_out_map
from cxstudio.layout.map.map_paging import map_pages
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
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model import Picture as PictureRecord
from cxstudio.model.kinds import BackstageKind, ChannelPlace, MeasureStatus, NoteKind, RoundKind, StaffFreedom
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import journey_lanes
from cxstudio.wording import texts
from cxstudio.wording.durations import span_of
from cxstudio.wording.fields.field_table import choice_label
from tests.cxstudio.layout.map_groups import group_keys

USUAL = {kind for kind, lane in LANE_CONTENTS.items() if lane.usual}

ALL = tuple(LaneKind)


def laid(document: Document, width: float = 112.0, language: str = "de", **style: Any) -> MapLayout:
    figures = round_figures(document, "round1") if "round1" in document else None
    made = MapStyle(column_width=width, density=density_of(width), **{"lanes": ALL, **style})
    return lay_out_map(document, document.all(Journey)[0].id, figures, texts(language), made)


def small(*more: Record, **fields: Any) -> Document:
    """Two touchpoints in one stage; `fields` are those of the first."""
    return Document([
        Journey(id="j", title=""),
        Stage(id="s", journey="j", name="Phase"),
        Touchpoint(id="t1", stage="s", order="a0", name="Eins", **fields),
        Touchpoint(id="t2", stage="s", order="a1", name="Zwei"),
        *more,
    ])  # fmt: skip


def words(layout: MapLayout, key: str) -> list[str]:
    return [i.text for i in group_keys(layout)[key].items if isinstance(i, TextLine)]


def labels(layout: MapLayout, lane: LaneKind) -> list[str]:
    group = next(p.group for p in layout.labels.flat() if p.group.key == f"label:lane:{lane}")
    return [i.text for i in group.items if isinstance(i, TextLine)]


def test_a_journey_shows_the_usual_lanes_until_others_are_chosen() -> None:
    document = small()
    assert {row.kind for row in laid(document, lanes=None).lanes} == USUAL
    chosen = document.evolve([
        LaneSetting(id="a", journey="j", kind=LaneKind.VOLUME, order="Zz"),
        LaneSetting(id="b", journey="j", kind=LaneKind.EMOTION, order="a8", shown=False),
    ])  # fmt: skip
    kinds = [row.kind for row in laid(chosen, lanes=None).lanes]
    assert kinds[0] is LaneKind.VOLUME and LaneKind.EMOTION not in kinds and len(kinds) == 7
    assert len(journey_lanes(chosen, "j")) == len(LaneKind) - 1


def test_importance_stands_on_the_rounds_scale() -> None:
    layout = laid(sample("lindenfurt", "de").document)
    assert words(layout, "weight:t12") == ["6,7"]
    row = layout.lane(LaneKind.IMPORTANCE)
    assert row is not None and row.axis is not None and (row.axis.low, row.axis.high) == (1, 7)
    bar = next(i for i in group_keys(layout)["weight:t12"].items if isinstance(i, Rect))
    assert bar.y == pytest.approx(row.axis.y(60 / 9)) and "Wichtigkeit 6,7" in bar.alternative
    hit = layout.rating_value_at("t12", row.y + row.axis.y(5))
    assert hit is not None and hit.kind is LaneKind.IMPORTANCE and hit.value == pytest.approx(5)


def test_bars_of_volume_are_relative_to_the_largest() -> None:
    layout = laid(small(cases_per_month=400.0, waiting_minutes=2880.0, complaints_per_month=10.0).evolve(
        [Touchpoint(id="t2", stage="s", order="a1", name="Zwei", cases_per_month=100.0)]
    ))  # fmt: skip
    assert words(layout, "volume:t1") == ["400", "10", "2 Tage"]
    assert words(layout, "volume:t2") == ["100"]
    one, two = ([i for i in group_keys(layout)[f"volume:{t}"].items if isinstance(i, Rect)] for t in ("t1", "t2"))
    assert one[1].width == pytest.approx(4 * two[1].width)
    assert labels(layout, LaneKind.VOLUME)[1:] == ["Fälle pro Monat", "Beschwerden", "Wartezeit"], "no durations"


@pytest.mark.parametrize(("minutes", "said"), [
    (7, "7 min"), (0.5, "0,5 min"), (90, "90 min"), (120, "2 h"), (150, "2,5 h"), (1440, "24 h"), (2880, "2 Tage"),
    (30_240, "21 Tage"), (0, "0 min"),
])  # fmt: skip
def test_lengths_of_time_are_said_as_people_do(minutes: float, said: str) -> None:
    assert span_of(minutes, texts("de")) == said


def channels() -> list[Record]:
    return [
        Channel(id="web", name="Web", icon="globe", place=ChannelPlace.ONLINE, order="a0"),
        Channel(id="app", name="App", icon="mobile", place=ChannelPlace.ONLINE, order="a1"),
        Channel(id="shop", name="Laden", icon="store", place=ChannelPlace.OFFLINE, order="a2"),
    ]


def test_online_and_offline_stand_on_their_own_tracks_and_changes_are_marked() -> None:
    three = Touchpoint(id="t3", stage="s", order="a2", name="Drei", channels=("shop",))
    layout = laid(small(*channels(), three, channels=("web",)).evolve(
        [Touchpoint(id="t2", stage="s", order="a1", name="Zwei", channels=("app",))]
    ))  # fmt: skip
    places = {p.group.key: p.y for p in layout.body.flat()}
    web, app, shop = (places[f"channel:{k}"] for k in ("online:t1", "online:t2", "offline:t3"))
    assert web == app < shop
    assert labels(layout, LaneKind.CHANNELS) == ["Kanäle", "online", "offline"]
    assert {"channel-change:t2", "channel-change:t3"} <= places.keys() and "channel-change:t1" not in places
    change = group_keys(layout)["channel-change:t3"]
    assert change.height > group_keys(layout)["channel-change:t2"].height, "from one track to the other"
    same = laid(small(*channels(), three, channels=("shop", "web")))
    assert not [k for k in group_keys(same) if k.startswith("channel-change:")], "a channel in common, or none"


def test_the_blueprint_has_its_rows_and_named_lines() -> None:
    steps = [
        BackstageStep(id=f"b{n}", touchpoint="t1", text=f"Schritt {kind}", kind=kind, order=f"a{n}")
        for n, kind in enumerate(reversed(BackstageKind))
    ]
    layout = laid(small(*steps))
    said = labels(layout, LaneKind.BACKSTAGE)
    rows = ["Sichtbar", "Im Hintergrund", "Systeme", "Unterstützung"]
    assert [w for w in said if w in rows] == rows
    assert "Interaktionslinie" in said and "Sichtbarkeitslinie" in said
    places = {p.group.key: p.y for p in layout.body.flat()}
    order = sorted(steps, key=lambda s: places[f"step:{s.id}"])
    assert [s.kind for s in order] == list(BackstageKind), "from the customer backwards"
    ground = group_keys(layout)["ground:lane:backstage"]
    lines = sorted(i.segments[0][2] for i in ground.items if isinstance(i, Path) and i.segments[0][1] == 0)  # type: ignore[misc]
    row = layout.lane(LaneKind.BACKSTAGE)
    assert row is not None
    below = [y for y in lines if y > 1]
    tops = [places[f"step:{s.id}"] - row.y for s in order]
    assert len(below) == 3 and below[0] < tops[0] < below[1] < tops[1] < below[2] < tops[2] < tops[3]


def test_thoughts_and_needs_say_which_they_are() -> None:
    notes = [
        Note(id="a", about="t1", text="Wo finde ich das?", kind=NoteKind.THOUGHT),
        Note(id="b", about="t1", text="Ruhe", kind=NoteKind.NEED, order="a1"),
    ]
    layout = laid(small(*notes))
    assert words(layout, "note:a")[-1] == "Gedanke" and words(layout, "note:b") == ["Ruhe", "Bedürfnis"]


def test_lanes_of_ones_own_stand_side_by_side_each_with_its_notes() -> None:
    own = [LaneSetting(id=i, journey="j", kind=LaneKind.OWN, title=t, order=f"b0{n}")
           for n, (i, t) in enumerate([("one", "Nachbarn"), ("two", "Wetter")])]  # fmt: skip
    notes = [Note(id=f"n{i}", about="t1", text=i, kind=NoteKind.LANE, lane=i) for i in ("one", "two")]
    layout = laid(small(*own, *notes), lanes=None)
    assert [(row.key, row.title) for row in layout.lanes[-2:]] == [
        ("lane:own:one", "Nachbarn"), ("lane:own:two", "Wetter"),
    ]  # fmt: skip
    frames = layout.lane_frames
    for i in ("one", "two"):
        held = [p.group.key for p in frames[f"lane:own:{i}"].flat()]
        assert held == [f"note:n{i}"]


def test_staff_says_who_and_how_free() -> None:
    layout = laid(small(staff="Zwei am Schalter", staff_freedom=StaffFreedom.SOME))
    assert words(layout, "staff:t1") == ["Zwei am Schalter", "etwas Spielraum"]
    assert "staff:t2" not in group_keys(layout)


def test_a_promise_stands_with_what_was_found() -> None:
    told = "teilweise gehalten, n\u00a0=\u00a02"
    for answers, found in (({}, "noch nicht erhoben"), ({"a": 3, "b": 1}, told)):
        ratings = TouchpointRatings(id="x", round="round1", touchpoint="t1", promise=FrozenMap(answers))
        layout = laid(small(Round(id="round1", journey="j"), ratings, promise="Rückruf in 24 Stunden"))
        assert " ".join(words(layout, "promise:t1")) == f"Rückruf in 24 Stunden {found}"
        assert "promise:t2" not in group_keys(layout)


@pytest.mark.parametrize(("asked", "felt", "said"), [
    ({}, {}, ("Noch nicht bewertet", "Noch nicht bewertet")),
    ({"6|3": 4}, {}, ("Zu wenige Antworten", "Noch nicht bewertet")),
    ({"6|3": 4}, {"-1": 3}, ("Zu wenige Antworten", "Zu wenige Antworten")),
    ({"6|3": 5}, {}, ("", "Noch nicht bewertet")),
])  # fmt: skip
def test_a_lane_without_figures_says_whether_nobody_or_too_few_answered(
    asked: dict[str, int], felt: dict[str, int], said: tuple[str, str]
) -> None:
    counts = SurveyCounts(id="c", round="round1", touchpoint="t1", pairs=FrozenMap(asked), emotion=FrozenMap(felt))
    layout = laid(small(Round(id="round1", journey="j", kind=RoundKind.SURVEY), counts))
    grounds = (f"ground:lane:{kind}" for kind in (LaneKind.EXPECTATION_EXPERIENCE, LaneKind.EMOTION))
    assert tuple(" ".join(words(layout, key)) for key in grounds) == said


def test_pictures_stand_whole_with_words_for_those_who_cannot_see_them() -> None:
    layout = laid(small(
        PictureRecord(id="p", about="t1", asset="a" * 64, alternative_text="Der Zähler im Keller"),
        PictureRecord(id="q", about="t2", asset="b" * 64),
    ))  # fmt: skip
    shown = next(i for i in group_keys(layout)["picture:p"].items if isinstance(i, Picture))
    assert (shown.asset, shown.alternative) == ("a" * 64, "Der Zähler im Keller")
    nameless = next(i for i in group_keys(layout)["picture:q"].items if isinstance(i, Picture))
    assert nameless.alternative == "Zwei", "the touchpoint's name where nobody wrote words"


@pytest.mark.parametrize("width", [112.0, 60.0, 20.0])
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_whole_sample_fits_at_every_zoom(width: float, language: str) -> None:
    document = sample("lindenfurt", language).document
    layout = laid(document, width, language)
    for row in layout.lanes:
        frame = layout.lane_frames[row.key]
        for placed in frame.flat(-frame.x, -frame.y):
            assert placed.y >= -0.6 and placed.y + placed.group.height <= row.height + 0.6, placed.group.key


def test_long_department_names_have_two_lines() -> None:
    name = "Dienstleister für den Zählerwechsel"
    layout = laid(small(Department(id="d", name=name), departments=("d",)))
    assert " ".join(words(layout, "department:t1")).replace("- ", "").replace("-", "") == name
    short = laid(small(Department(id="d", name="Netz"), departments=("d",)))
    tall = [group_keys(x)["department:t1"].height for x in (layout, short)]
    assert tall[0] > tall[1]


def test_an_empty_journey_shows_every_lane() -> None:
    layout = laid(small())
    assert len(layout.lanes) == len(LaneKind) - 1
    assert all(row.height >= 24 for row in layout.lanes)


def test_further_pages_repeat_the_cards() -> None:
    document = sample("lindenfurt", "de").document
    figures = round_figures(document, "round1")
    pages = map_pages(document, "journey1", figures, texts("de"), 762, 440, lanes=ALL)
    assert len(pages) > 2 and all(page.lanes[0] is LaneKind.TOUCHPOINTS for page in pages)
    assert {kind for page in pages for kind in page.lanes} == set(LaneKind) - {LaneKind.OWN}
    assert all(page.picture.height <= 440.5 for page in pages)


@pytest.mark.parametrize("width", [112.0, 70.0, 150.0])
@pytest.mark.parametrize("name", ["IT", "Zentrale Kundenbetreuung und Abrechnung"])
def test_the_word_beside_handovers_is_whole_or_not_there(width: float, name: str) -> None:
    layout = laid(small(Department(id="d", name=name)), width)
    placed = next(p for p in layout.labels.flat() if p.group.key == f"label:lane:{LaneKind.DEPARTMENTS}")
    lane = next(row for row in layout.lanes if row.kind is LaneKind.DEPARTMENTS)
    for item in placed.group.items:
        if isinstance(item, TextLine):
            assert item.y + 0.25 * item.size <= lane.height, item.text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("status", list(MeasureStatus))
def test_the_status_of_a_measure_is_whole_in_the_columns_of_the_report(status: MeasureStatus, language: str) -> None:
    layout = laid(small(Measure(id="m", title="Formular", touchpoints=("t1",), status=status)), 76.0, language)
    assert words(layout, "measure:m:t1")[-1] == texts(language).tr(choice_label(status))
