"""A journey's life: a to-be journey that became reality is compared with what was before, touchpoint by touchpoint."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import figures_json
from cxstudio.analysis.change.change_values import Obstacle
from cxstudio.analysis.change.lineage import lineage, paired_touchpoints
from cxstudio.analysis.change.round_change import obstacle, round_changes
from cxstudio.analysis.change.round_trend import round_trend
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_touchpoint, derive_journey, make_reality, next_round, rate, remove_records, set_fields
from cxstudio.errors import UserError
from cxstudio.model import Document, Id, Journey, Round, Touchpoint
from cxstudio.model.kinds import JourneyKind
from cxstudio.store import Draft
from cxstudio.wording import texts
from cxstudio.wording.fields.journey_names import journey_name

DAY = date(2026, 9, 1)


@cache
def lived() -> tuple[Document, Id, Id]:
    """The sample's journey with a to-be that became reality and was rated once; the journeys' ids, older first."""
    draft = Draft(sample("lindenfurt", "en").document)
    later = derive_journey(draft, "journey1")
    make_reality(draft, later, DAY)
    again = next_round(draft, "round1", day=DAY)
    set_fields(draft, Round, again, journey=later)
    for touchpoint in draft.document.journey_touchpoints(later):
        rate(draft, again, touchpoint.id, "voice1", "experience", 6)
        rate(draft, again, touchpoint.id, "voice2", "experience", 6)
    return draft.document, "journey1", later


def test_the_to_be_becomes_the_as_is_and_the_old_one_stays_dated() -> None:
    document, before, after = lived()
    old, new = document.get(Journey, before), document.get(Journey, after)
    assert (old.kind, old.until) == (JourneyKind.AS_IS, DAY) and (new.kind, new.since) == (JourneyKind.AS_IS, DAY)
    assert lineage(document, after) == (after, before) and lineage(document, before) == (before,)
    assert journey_name(old, texts("en")).endswith("until 1 Sep 2026") and "since" in journey_name(new, texts("en"))
    draft = Draft(document)
    with pytest.raises(UserError):
        make_reality(draft, after, DAY)
    assert draft.document == document


def test_rounds_are_compared_across_both_through_counterparts() -> None:
    document, before, after = lived()
    (again,) = document.having(Round, "journey", after)
    assert obstacle(document, "round1", again.id) is None
    changes = round_changes(document, "round1", again.id)
    assert len(changes.touchpoints) == 14 and not (changes.new or changes.dropped or changes.split)
    hotline = next(one for one in changes.touchpoints if one.before == "t08")
    assert hotline.touchpoint != "t08" and hotline.measures == () and hotline.experience is not None
    assert round(hotline.experience.before, 2) == 2.67 and hotline.experience.after == 6
    (mine,) = [one for one in figures_json(document)["journeys"] if one["id"] == after]
    told = mine["rounds"][-1]["changes"]
    assert told["since"] == "round1", "the newest earlier round of the same view"
    (row,) = [one for one in told["touchpoints"] if one["earlier"] == "t08"]
    assert row["id"] == hotline.touchpoint and (told["new"], told["dropped"], told["split"]) == ([], [], {})
    trend = round_trend(document, again.id, lambda round_id: round_figures(document, round_id))
    assert trend.rounds == ("round1", again.id) and dict(trend.rows)[hotline.touchpoint] == (2.7, 6.0)
    draft = Draft(document)
    set_fields(draft, Journey, after, kind=JourneyKind.TO_BE)
    assert obstacle(draft.document, "round1", again.id) is Obstacle.OTHER_JOURNEY, "not yet reality"


@settings(max_examples=15)
@given(st.sets(st.integers(0, 13), max_size=4), st.sets(st.integers(0, 13), max_size=3), st.integers(0, 2))
def test_every_touchpoint_is_paired_new_dropped_or_split(gone: set[int], split: set[int], new: int) -> None:
    document, before, after = lived()
    draft = Draft(document)
    later = document.journey_touchpoints(after)
    stage = later[0].stage
    for n in split - gone:
        made = add_touchpoint(draft, stage, "part")
        set_fields(draft, Touchpoint, made, counterpart=later[n].counterpart)
    for _ in range(new):
        add_touchpoint(draft, stage, "new")
    remove_records(draft, [later[n].id for n in gone])
    found = paired_touchpoints(draft.document, before, after)
    assert len(found.new) == new and len(found.dropped) == len(gone) and len(found.split) == len(split - gone)
    earlier = [a for a, _ in found.pairs] + [a for a, _ in found.split] + list(found.dropped)
    assert sorted(earlier) == sorted(t.id for t in document.journey_touchpoints(before))
    there = [b for _, b in found.pairs] + [b for _, parts in found.split for b in parts] + list(found.new)
    assert sorted(there) == sorted(t.id for t in draft.document.journey_touchpoints(after))
