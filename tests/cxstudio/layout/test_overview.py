"""The overview strip: every stage has its own share of it, also one without touchpoints."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.map.overview_bar import OverviewLayout, lay_out_overview
from cxstudio.model import Document, Journey, Record, Stage, Touchpoint
from cxstudio.wording import texts

WIDE = 1200.0


def strip(counts: Sequence[int], wide: float = WIDE) -> OverviewLayout:
    """The strip of a journey with that many touchpoints in its stages."""
    records: list[Record] = [Journey(id="j", title="Journey")]
    for at, count in enumerate(counts):
        records.append(Stage(id=f"s{at}", journey="j", order=f"a{at}", name=f"Stage {at}"))
        records.extend(
            Touchpoint(id=f"t{at}.{n}", stage=f"s{at}", order=f"a{n:04}x", name=f"{at}.{n}") for n in range(count)
        )
    return lay_out_overview(Document(records), "j", None, texts("en"), wide)


def names(made: OverviewLayout) -> dict[str, float]:
    groups = made.picture.root.groups
    return {i.text: i.x for placed in groups for i in placed.group.items if isinstance(i, TextLine)}


@pytest.mark.parametrize("counts", [(2, 0, 3, 0), (0, 0, 0), (0, 1), (30, 0, 20)])
def test_every_stage_has_its_share_and_its_name_in_it(counts: tuple[int, ...]) -> None:
    made = strip(counts)
    said = names(made)
    assert list(said) == [f"Stage {at}" for at in range(len(counts))]
    for share, x in zip(made.stages, said.values(), strict=True):
        assert share.x < x < share.x + share.width
    for before, after in zip(made.stages, made.stages[1:], strict=False):
        assert before.x + before.width == pytest.approx(after.x)
    assert made.stages[-1].x + made.stages[-1].width == pytest.approx(WIDE - 4)


def test_touchpoints_stand_in_the_share_of_their_stage() -> None:
    made = strip((2, 0, 3))
    shares = {share.stage: share for share in made.stages}
    for touchpoint in made.touchpoints:
        x = made.x_of(touchpoint)
        share = shares["s" + touchpoint[1]]
        assert x is not None and share.x <= x < share.x + share.width
        assert made.touchpoint_at(x + made.step / 2) == touchpoint
    assert made.touchpoint_at(-10.0) == made.touchpoints[0]
    assert made.touchpoint_at(WIDE + 10) == made.touchpoints[-1]
    assert strip((0, 0)).touchpoint_at(5.0) is None


def test_stages_without_touchpoints_leave_a_long_journey_its_room() -> None:
    made = strip((200, *(0 for _ in range(100))))
    assert made.stages[0].width >= 0.6 * WIDE
