"""A map of some touchpoints only: those and no others, and nothing drawn between two that are no neighbours."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.layout.map.map_layout import MapLayout, MapStyle, density_of, lay_out_map, update
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.model import Channel, Department, Document, Id, Journey, Stage, Touchpoint
from cxstudio.model.kinds import ChannelPlace
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Store
from cxstudio.wording.texts import texts
from tests.cxstudio.layout.generated import documents
from tests.cxstudio.layout.test_map import WIDTHS, check_frame, draw_edit, figures

few = st.frozensets(st.sampled_from([f"t{i}" for i in range(24)]), max_size=8)


def laid(document: Document, only: frozenset[Id] | None, width: float = 112.0) -> MapLayout:
    style = MapStyle(column_width=width, density=density_of(width), only=only)
    return lay_out_map(document, "j", figures(document), texts("de"), style)


@given(documents(), few, st.sampled_from(WIDTHS))
def test_those_and_no_others_are_shown(document: Document, only: frozenset[Id], width: float) -> None:
    layout = laid(document, only, width)
    wanted = [t.id for t in document.journey_touchpoints("j") if t.id in only]
    assert [c.touchpoint for c in layout.columns if c.touchpoint] == wanted
    assert set(layout.scene.index) == set(wanted)
    assert [s.stage for s in layout.stages] == list(dict.fromkeys(document.get(Touchpoint, t).stage for t in wanted))
    keys = Counter(p.group.key for part in (layout.body, layout.header, layout.labels) for p in part.flat())
    assert not [k for k, n in keys.items() if n > 1]
    check_frame(layout.header.root)
    row = [t.id for t in document.journey_touchpoints("j")]
    beside = [c.touchpoint for c in layout.columns]
    for one, other in zip(beside, beside[1:], strict=False):
        if one and other:
            assert row.index(other) - row.index(one) == 1, "without a gap only neighbours stand side by side"


@given(documents(), few, few, st.data())
def test_after_a_change_it_equals_a_fresh_one(
    document: Document, only: frozenset[Id], later: frozenset[Id], data: st.DataObject
) -> None:
    store = Store(document)
    published = []
    store.listen(published.append)
    with store.transaction("edit") as draft:
        draw_edit(draft, data)
    before = laid(document, only)
    style = MapStyle(only=later)
    changes = published[0] if published else None
    after, _ = update(before, store.document, changes, figures(store.document), texts("de"), style)
    fresh = laid(store.document, later)
    assert (after.body, after.header, after.labels) == (fresh.body, fresh.header, fresh.labels)


def test_no_handover_and_no_change_of_channel_is_drawn_across_a_gap() -> None:
    kinds = (LaneKind.TOUCHPOINTS, LaneKind.CHANNELS, LaneKind.DEPARTMENTS)
    document = Document([
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        Channel(id="web", name="Web", place=ChannelPlace.ONLINE),
        Channel(id="post", name="Post", place=ChannelPlace.OFFLINE),
        *(Department(id=f"d{n}", name=f"D{n}") for n in range(2)),
        *(Touchpoint(id=f"t{n}", stage="s", order=f"a{n}", name=f"T{n}", channels=(("web", "post")[n // 2],),
                     departments=(f"d{n // 2}",)) for n in range(3)),
    ])  # fmt: skip

    def between(only: frozenset[Id] | None) -> list[str]:
        style = MapStyle(only=only, lanes=kinds)
        layout = lay_out_map(document, "j", None, texts("de"), style)
        return sorted(
            p.group.key.split(":")[0]
            for p in layout.body.flat()
            if p.group.key.startswith(("handover:", "channel-change:"))
        )

    assert between(None) == ["channel-change", "handover"]
    assert between(frozenset({"t1", "t2"})) == ["channel-change", "handover"]
    assert between(frozenset({"t0", "t2"})) == []


@pytest.mark.parametrize("words", [3, 60, 3_000])
def test_a_map_of_some_touchpoints_comes_to_an_end_however_long_a_text_is(words: int) -> None:
    document = Document([
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        *(Touchpoint(id=f"t{n}", stage="s", order=f"a{n}", name=" ".join(["Auftragsbestätigung"] * (words if n else 1)))
          for n in range(10)),
    ])  # fmt: skip
    only = frozenset(f"t{n}" for n in range(0, 10, 2))
    pages = map_pages(document, "j", None, texts("de"), 754, 440, lanes=(LaneKind.TOUCHPOINTS,), only=only)
    shown = [p.group.record for page in pages for p in page.picture.flat() if p.group.key.startswith("card:")]
    assert sorted(shown) == sorted(only)
    assert all(page.picture.width <= 755 and page.picture.height <= 440 for page in pages)
