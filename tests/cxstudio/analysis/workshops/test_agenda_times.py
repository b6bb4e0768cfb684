"""When blocks begin, what they need, how a workshop stands, and what to shorten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.workshops.block_needs import (
    PassingNeed,
    RatingNeed,
    block_need,
    groups_of,
    pass_now,
    passing_need,
    rating_need,
    vote_need,
)
from cxstudio.analysis.workshops.planned_times import limit_of, phase_band, plan_agenda
from cxstudio.analysis.workshops.run_standing import LAST, SOON, minutes_of, run_standing
from cxstudio.analysis.workshops.shortening import least_minutes, propose_shortening, shorten
from cxstudio.edits import (
    agree_minutes,
    begin_workshop,
    extend_block,
    next_block,
    pause_workshop,
    previous_block,
    resume_workshop,
    skip_block,
)
from cxstudio.model import AgendaBlock, Document, Workshop
from cxstudio.model.kinds import BlockKind, ThinkingPhase
from cxstudio.model.workshops import written
from cxstudio.store import Draft

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 3, 12)
NINE = datetime(2026, 3, 12, 9, tzinfo=BERLIN)
SHORTEST = {"secret-vote": 10, "impact-effort": 20}


def block(number: int, minutes: int, **fields: object) -> AgendaBlock:
    return AgendaBlock(id=f"b{number:03}", workshop="w", order=f"a{number:03}", minutes=minutes, **fields)


def workshop(**fields: object) -> Workshop:
    return Workshop(id="w", **{"day": DAY, "starts": "09:00", "headcount": 9, **fields})


def drawing() -> Document:
    """The morning of the drawing: nine blocks from 9:00 to 12:45."""
    lengths = (15, 30, 45, 20, 10, 30, 15, 30, 30)
    fields: dict[int, dict[str, object]] = {
        4: {"kind": BlockKind.BREAK}, 5: {"method": "brainwriting"}, 6: {"method": "secret-vote"},
        7: {"method": "impact-effort"}, 8: {"fixed": True},
    }  # fmt: skip
    return Document([workshop(), *(block(n, m, **fields.get(n, {})) for n, m in enumerate(lengths))])


def at(minute: float) -> datetime:
    return NINE + timedelta(minutes=minute)


def run(draft: Draft, *ends: float) -> None:
    """Begin at nine; each block ends at that minute."""
    begin_workshop(draft, "w", NINE)
    for end in ends:
        next_block(draft, "w", at(end))


def standing(draft: Draft, minute: float):
    document = draft.document
    return run_standing(document.get(Workshop, "w"), document.all(AgendaBlock), at(minute), BERLIN)


# Planned times


@given(st.lists(st.integers(0, 1440), max_size=30), st.integers(0, 1439))
def test_each_block_begins_when_the_one_before_ends(lengths: list[int], start: int) -> None:
    blocks = [block(n, minutes) for n, minutes in enumerate(lengths)]
    plan = plan_agenda(workshop(starts=f"{start // 60:02}:{start % 60:02}"), blocks)
    assert plan.start == start and plan.end == start + sum(lengths) == start + plan.total
    edges = [start, *(time.end for time in plan.times)]
    assert [time.start for time in plan.times] == edges[:-1]
    assert sum(part.minutes for part in phase_band(blocks)) == plan.total


@pytest.mark.parametrize(("starts", "ends", "limit"), [
    ("09:00", "12:45", 765), ("22:00", "01:00", 1500), ("09:00", "09:00", 1980), ("09:00", "", None),
])  # fmt: skip
def test_an_end_before_the_start_is_on_the_next_day(starts: str, ends: str, limit: int | None) -> None:
    assert limit_of(workshop(starts=starts, ends=ends)) == limit


def test_an_agenda_of_thirty_hours_is_calculated_like_any_other() -> None:
    plan = plan_agenda(workshop(ends="17:00"), [block(1, 1440), block(2, 360), block(3, 0)])
    assert (plan.total, plan.end, plan.spare) == (1800, 2340, 1020 - 2340)
    assert plan.empty == ("b003",)


def test_neighbours_of_one_phase_are_one_part_of_the_band() -> None:
    ideate, test = ThinkingPhase.IDEATE, ThinkingPhase.TEST
    blocks = [
        block(1, 20, phase=ideate),
        block(2, 10, phase=ideate),
        block(3, 15, kind=BlockKind.BREAK),
        block(4, 5, phase=test),
    ]  # noqa: E501
    assert [(part.phase, part.minutes) for part in phase_band(blocks)] == [(ideate, 30), (None, 15), (test, 5)]


# What blocks need


def test_twelve_people_and_twenty_touchpoints_are_960_numbers_to_type() -> None:
    need = rating_need(12, 20, 30, on_paper=True)
    assert need is not None
    assert (need.numbers, need.answering, need.typing, need.minutes) == (960, 8, 32, 40)
    assert not need.fits and need.most == 15
    paperless = rating_need(12, 20, 30, on_paper=False)
    assert paperless is not None and paperless.fits and paperless.minutes == 8


@given(st.integers(1, 60), st.integers(1, 100), st.integers(0, 600), st.booleans())
def test_as_many_touchpoints_as_have_room_fit_and_one_more_does_not(
    people: int, touchpoints: int, given_: int, paper: bool
) -> None:
    need = rating_need(people, touchpoints, given_, on_paper=paper)
    assert need is not None and need.fits == (touchpoints <= need.most)
    more = rating_need(people, need.most + 1, given_, on_paper=paper)
    assert more is not None and not more.fits


def test_nine_people_are_groups_of_five_and_four_and_write_135_ideas() -> None:
    need = passing_need(9, 30)
    assert (need.groups, need.passes, need.minutes, need.ideas) == ((5, 4), 5, 30, 135)
    assert need.fits and not passing_need(9, 29).fits


@given(st.integers(0, 500))
def test_groups_hold_everybody_are_even_and_never_too_large(people: int) -> None:
    groups = groups_of(people)
    assert sum(groups) == people
    assert not groups or max(groups) <= 6 and max(groups) - min(groups) <= 1


@given(st.integers(1, 24), st.integers(0, 90), st.floats(0, 6000))
def test_a_pass_lies_within_the_time_of_its_block(people: int, minutes: int, elapsed: float) -> None:
    found = pass_now(passing_need(people, minutes), minutes * 60, elapsed)
    if found is not None:
        assert 1 <= found.number <= found.passes and 0 < found.left <= 300
        assert elapsed + found.left <= minutes * 60


def test_slips_are_typed_one_by_one() -> None:
    need = vote_need(9, 12, 13, on_paper=True)
    assert need is not None and (need.typing, need.answering, need.minutes, need.fits) == (6, 2, 13, True)


def test_a_block_knows_its_arithmetic_by_its_method() -> None:
    document = drawing()
    known = {b.method: block_need(document, workshop(), b) for b in document.all(AgendaBlock) if b.method}
    assert isinstance(known["brainwriting"], PassingNeed)
    assert known["secret-vote"] is None, "nobody knows how many ideas there are"
    rating = block(1, 30, method="rating", items=20)
    assert isinstance(block_need(document, workshop(), rating), RatingNeed)
    assert block_need(document, workshop(headcount=0), rating) is None
    assert block_need(document, workshop(), block(1, 30, method="gone")) is None


# Running


def test_the_morning_of_the_drawing() -> None:
    draft = Draft(drawing())
    run(draft, 17, 49, 96, 116, 126)
    found = standing(draft, 126 + 17 + 20 / 60)
    assert found.current is not None and found.current.block.id == "b005"
    assert (round(found.left), round(found.behind), round(found.too_long)) == (760, 360, 360)
    need = passing_need(9, 30)
    now = pass_now(need, found.length, found.elapsed)
    assert now is not None and (now.number, now.passes, round(now.left)) == (4, 5, 160)
    proposal = propose_shortening(found, SHORTEST)
    assert [(c.block, c.before, c.after) for c in proposal.cuts] == [("b006", 15, 13), ("b007", 30, 26)]
    assert (proposal.gained, proposal.missing, proposal.kept) == (6, 0, ("b008",))
    agree_minutes(draft, {cut.block: cut.after for cut in proposal.cuts})
    after = standing(draft, 126 + 17 + 20 / 60)
    assert after.too_long == 0 and after.behind == found.behind
    assert [b.minutes for b in draft.document.all(AgendaBlock)] == [b.minutes for b in drawing().all(AgendaBlock)]


def test_a_block_that_takes_longer_pushes_what_comes() -> None:
    draft = Draft(drawing())
    run(draft)
    late = standing(draft, 40)
    assert (late.left, late.behind, late.signal) == (-25 * 60, 25 * 60, 0.0)
    assert late.blocks[1].start == at(40).astimezone(UTC)


def test_a_pause_stops_the_time_of_the_block_and_moves_the_end() -> None:
    draft = Draft(drawing())
    run(draft)
    pause_workshop(draft, "w", at(5))
    assert (standing(draft, 12).elapsed, standing(draft, 12).end) == (300, at(232))
    pause_workshop(draft, "w", at(9))
    resume_workshop(draft, "w", at(15))
    assert (standing(draft, 20).elapsed, standing(draft, 20).left) == (600, 300)


def test_signals_come_at_a_fifth_a_twentieth_and_the_end() -> None:
    draft = Draft(drawing())
    run(draft, 15)
    told = [standing(draft, 15 + minute).signal for minute in (0, 23.9, 24, 28.4, 28.5, 30, 99)]
    assert told == [None, None, SOON, SOON, LAST, 0.0, 0.0]


def test_back_gives_the_block_before_its_time_again() -> None:
    draft = Draft(drawing())
    run(draft, 15)
    previous_block(draft, "w", at(16))
    found = standing(draft, 16)
    assert found.current is not None and found.current.block.id == "b000" and found.elapsed == 16 * 60
    assert not draft.document.get(AgendaBlock, "b001").began
    previous_block(draft, "w", at(17))
    assert standing(draft, 17).current == replace(found.current, end=at(17).astimezone(UTC))


def test_what_is_left_out_takes_no_time_and_the_day_ends_behind_the_last_block() -> None:
    draft = Draft(drawing())
    run(draft, 15)
    skip_block(draft, "b002", at(20))
    assert standing(draft, 20).end == at(225 - 45).astimezone(UTC)
    for minute in range(7):
        next_block(draft, "w", at(30 + minute))
    record = draft.document.get(Workshop, "w")
    assert record.ended == written(at(36)) and not draft.document.get(AgendaBlock, "b002").began
    begin_workshop(draft, "w", at(40))
    assert standing(draft, 40).current is not None


def test_a_clock_that_is_put_back_counts_as_no_time() -> None:
    draft = Draft(drawing())
    run(draft)
    assert standing(draft, -30).elapsed == 0
    next_block(draft, "w", at(-30))
    first = draft.document.get(AgendaBlock, "b000")
    assert first.ended == first.began


def test_a_rehearsal_on_another_day_counts_from_when_it_began() -> None:
    for minute in (60 * 24 * 5, 60 * 9):
        draft = Draft(drawing())
        begin_workshop(draft, "w", at(minute))
        assert standing(draft, minute).behind == 0
    draft = Draft(drawing())
    begin_workshop(draft, "w", at(5))
    assert standing(draft, 5).behind == 300


def test_the_change_to_summer_time_moves_no_block() -> None:
    night = workshop(day=date(2026, 3, 28), starts="23:00")
    start = datetime(2026, 3, 28, 23, tzinfo=BERLIN)
    draft = Draft(Document([night, block(1, 240), block(2, 60)]))
    begin_workshop(draft, "w", start)
    now = start.astimezone(UTC) + timedelta(hours=4)
    found = run_standing(draft.document.get(Workshop, "w"), draft.document.all(AgendaBlock), now, BERLIN)
    assert (found.left, found.behind, found.end - start.astimezone(UTC)) == (0, 0, timedelta(hours=5))


MINUTE = st.integers(0, 240)
STEPS = st.lists(
    st.tuples(st.sampled_from(["next", "back", "pause", "resume", "more", "skip"]), st.floats(0, 40)), max_size=20
)  # noqa: E501


@given(st.lists(MINUTE, min_size=1, max_size=8), STEPS)
def test_whatever_is_done_one_block_runs_at_most_and_times_follow_each_other(
    lengths: list[int], steps: list[tuple[str, float]]
) -> None:
    draft = Draft(Document([workshop(), *(block(n, m) for n, m in enumerate(lengths))]))
    begin_workshop(draft, "w", NINE)
    minute = 0.0
    for step, wait in steps:
        minute += wait
        now, blocks = at(minute), draft.document.all(AgendaBlock)
        some = blocks[int(minute) % len(blocks)].id
        {
            "next": lambda now=now: next_block(draft, "w", now),
            "back": lambda now=now: previous_block(draft, "w", now),
            "pause": lambda now=now: pause_workshop(draft, "w", now),
            "resume": lambda now=now: resume_workshop(draft, "w", now),
            "more": lambda some=some: extend_block(draft, some, 5),
            "skip": lambda now=now, some=some: skip_block(draft, some, now),
        }[step]()
        found = standing(draft, minute)
        record = draft.document.get(Workshop, "w")
        assert sum(b.running for b in found.blocks) == (0 if record.ended else 1)
        assert found.elapsed >= 0
        to_come = found.to_come
        assert all(a.end <= b.start for a, b in zip(to_come, to_come[1:], strict=False))
        assert all(b.start >= found.now for b in to_come)


# Shortening


@given(st.lists(st.tuples(MINUTE, st.booleans(), st.booleans()), max_size=12), st.integers(0, 300))
def test_shortening_gains_what_is_needed_or_all_there_is(parts: list[tuple[int, bool, bool]], needed: int) -> None:
    blocks = [
        block(n, minutes, fixed=fixed, kind=BlockKind.BREAK if pause else BlockKind.WORK)
        for n, (minutes, fixed, pause) in enumerate(parts)
    ]
    found = shorten(blocks, needed, {})
    spare = sum(b.minutes - least_minutes(b, {}) for b in blocks)
    assert found.gained == min(needed, spare) and found.missing == needed - found.gained
    by_id = {b.id: b for b in blocks}
    for cut in found.cuts:
        cut_block = by_id[cut.block]
        assert not cut_block.fixed and cut_block.kind is BlockKind.WORK
        assert least_minutes(cut_block, {}) <= cut.after < cut.before == minutes_of(cut_block)
    assert {cut.block for cut in found.cuts} | set(found.kept) == set(by_id)


def test_a_block_taken_out_of_the_proposal_keeps_its_length() -> None:
    draft = Draft(drawing())
    run(draft, 17, 49, 96, 116, 126)
    found = propose_shortening(standing(draft, 143), SHORTEST, without=("b006",))
    assert [(c.block, c.gained) for c in found.cuts] == [("b007", 6)]
