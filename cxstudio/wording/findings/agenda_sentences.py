"""What is said of an agenda: times, lengths, whether everything fits, and how it stands while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from math import ceil, floor
from typing import Final

from cxstudio.analysis.workshops.block_needs import (
    PASS_MINUTES,
    READING,
    SECONDS_PER_IDEA,
    SECONDS_PER_SLIP,
    TURN_MINUTES,
    VOTE_FRAME,
    AnyNeed,
    InterviewNeed,
    PassingNeed,
    RatingNeed,
    TurnsNeed,
    VoteNeed,
)
from cxstudio.analysis.workshops.planned_times import DAY, LONG_DAY, AgendaPlan
from cxstudio.analysis.workshops.run_standing import RunStanding
from cxstudio.analysis.workshops.shortening import Shortening
from cxstudio.model import AgendaBlock, BreakoutGroup
from cxstudio.model.kinds import ThinkingPhase
from cxstudio.wording.texts import N_, Texts

_NEARLY: Final = 30.0
"""Seconds that are no delay worth telling."""
DIAMOND: Final = {
    ThinkingPhase.UNDERSTAND: N_("Discover"), ThinkingPhase.OBSERVE: N_("Discover"),
    ThinkingPhase.DEFINE: N_("Define"), ThinkingPhase.IDEATE: N_("Develop"),
    ThinkingPhase.PROTOTYPE: N_("Deliver"), ThinkingPhase.TEST: N_("Deliver"),
}  # fmt: skip
"""Phase → the part of the double diamond it belongs to."""


def minutes_text(minutes: int, texts: Texts) -> str:
    """A length of time: "45 min"."""
    return texts.tr("{n} min", n=texts.number(minutes))


def clock_text(minutes: int, texts: Texts) -> str:
    """A time of the day: "09:15"; days later are told: "01:00 (+1)"."""
    days, rest = divmod(minutes, DAY)
    said = f"{rest // 60:02}:{rest % 60:02}"
    return said if not days else f"{said} (+{texts.number(days)})"


def moment_text(moment: datetime, zone: tzinfo | None) -> str:
    """A moment as a time of the day, where the reader is."""
    return moment.astimezone(zone).strftime("%H:%M")


def timer_text(seconds: float) -> str:
    """What a timer shows: "12:40", "1:05:00"; over time "+1:20"."""
    whole = ceil(seconds - 1e-6) if seconds > 0 else floor(seconds + 1e-6)
    sign, whole = ("+" if whole < 0 else ""), abs(whole)
    hours, rest = divmod(whole, 3600)
    return sign + (f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}")


def plan_text(plan: AgendaPlan, texts: Texts) -> str:
    """Total against the end, in one sentence."""
    tr, total = texts.tr, minutes_text(plan.total, texts)
    if plan.limit is None:
        if plan.total > LONG_DAY:
            return tr("{total} are more than one day can hold. Split them up into several workshops.", total=total)
        return tr("{total}, until {end}.", total=total, end=clock_text(plan.end, texts))
    spare, limit = plan.limit - plan.end, clock_text(plan.limit, texts)
    if spare < 0:
        over = minutes_text(-spare, texts)
        return tr("{total} end at {end}: {over} too long for {limit}.", total=total, end=clock_text(plan.end, texts),
                  over=over, limit=limit)  # fmt: skip
    if spare:
        return tr("{total}; {spare} to spare before {limit}.", total=total, spare=minutes_text(spare, texts),
                  limit=limit)  # fmt: skip
    return tr("{total}, exactly until {limit}.", total=total, limit=limit)


def need_texts(need: AnyNeed, texts: Texts) -> tuple[str, str]:
    """The arithmetic of a block, and whether its time is enough or what would be."""
    return _reckoning(need, texts), _verdict(need, texts)


def _people(n: int, texts: Texts) -> str:
    return texts.trn("{n} person", "{n} people", n)


def _reckoning(need: AnyNeed, texts: Texts) -> str:
    tr, total = texts.tr, minutes_text(need.minutes, texts)
    match need:
        case RatingNeed():
            points = texts.trn("{n} touchpoint", "{n} touchpoints", need.items)
            said = tr("{people} × {touchpoints} × 4 questions = {numbers} numbers.", people=_people(need.people, texts),
                      touchpoints=points, numbers=texts.number(need.numbers))  # fmt: skip
            if need.typing:
                more = tr("Answering {answering} + typing from paper {typing} = {total}.",
                          answering=minutes_text(need.answering, texts), typing=minutes_text(need.typing, texts),
                          total=total)  # fmt: skip
            else:
                more = tr("Everybody answers at the same time: {total}.", total=total)
            return f"{said} {more}"
        case VoteNeed():
            ideas = texts.trn("{n} idea", "{n} ideas", need.items)
            frame = minutes_text(VOTE_FRAME, texts)
            if need.typing:
                slips = texts.trn("{n} voting slip", "{n} voting slips", need.people)
                return tr("{slips} × {typing} s to type + {ideas} × {reading} s + {frame} rule and result = {total}.",
                          slips=slips, typing=texts.number(SECONDS_PER_SLIP), ideas=ideas,
                          reading=texts.number(SECONDS_PER_IDEA), frame=frame, total=total)  # fmt: skip
            return tr("{ideas} × {reading} s + {frame} rule and result = {total}.", ideas=ideas,
                      reading=texts.number(SECONDS_PER_IDEA), frame=frame, total=total)  # fmt: skip
        case PassingNeed():
            sizes = texts.listed([texts.number(size) for size in need.groups])
            groups = tr("Groups of {sizes}.", sizes=sizes) if len(need.groups) > 1 else tr("One group.")
            rest = tr("{passes} × {each} min + {reading} min to read out = {total}, room for {ideas}.",
                      passes=texts.trn("{n} pass", "{n} passes", need.passes), each=PASS_MINUTES, reading=READING,
                      total=total,
                      ideas=texts.trn("{n} idea", "{n} ideas", need.ideas))  # fmt: skip
            return f"{groups} {rest}"
        case TurnsNeed():
            return tr("{people} × {each} min + 2 min = {total}.", people=_people(need.people, texts),
                      each=TURN_MINUTES, total=total)  # fmt: skip
        case InterviewNeed():
            several = texts.trn("{n} interview", "{n} interviews", need.items)
            return tr("{interviews}, {each} min each.", interviews=several, each=texts.number(need.each))


def _verdict(need: AnyNeed, texts: Texts) -> str:
    tr, given = texts.tr, minutes_text(need.given, texts)
    if need.fits:
        return tr("Fits into {given}.", given=given)
    said = tr("Does not fit into {given}: {total} are needed.", given=given, total=minutes_text(need.minutes, texts))
    match need:
        case RatingNeed() if need.typing and need.answering <= need.given:
            fewer = texts.trn("It fits with {n} touchpoint, or without paper.",
                              "It fits with {n} touchpoints, or without paper.", need.most)  # fmt: skip
        case RatingNeed():
            fewer = texts.trn("It fits with {n} touchpoint.", "It fits with {n} touchpoints.", need.most)
        case VoteNeed() if need.most:
            fewer = texts.trn("It fits with {n} idea.", "It fits with {n} ideas.", need.most)
        case PassingNeed() if need.most:
            fewer = texts.trn("It fits with {n} pass.", "It fits with {n} passes.", need.most)
        case InterviewNeed() if need.most:
            fewer = texts.trn("It fits with {n} interview.", "It fits with {n} interviews.", need.most)
        case TurnsNeed():
            fewer = tr("Let people talk in pairs.")
        case _:
            fewer = ""
    return f"{said} {fewer}".strip()


def behind_text(standing: RunStanding, texts: Texts) -> str:
    """Ahead or behind, in whole minutes: "6 minutes behind the plan"."""
    minutes = _minutes(standing.behind)
    if minutes == 0:
        return texts.tr("On time")
    if minutes > 0:
        return texts.trn("{n} minute behind the plan", "{n} minutes behind the plan", minutes)
    return texts.trn("{n} minute ahead of the plan", "{n} minutes ahead of the plan", -minutes)


def end_text(standing: RunStanding, texts: Texts, zone: tzinfo | None) -> str:
    """When everything ends as it stands, against the end planned."""
    end = moment_text(standing.end, zone)
    if _minutes(standing.too_long) > 0:
        return texts.tr("Without a change it ends at {end}.", end=end)
    planned = moment_text(standing.planned_end, zone)
    if end == planned:
        return texts.tr("The end stays at {end}.", end=end)
    return texts.tr("It ends at {end}. {planned} was planned.", end=end, planned=planned)


def signal_text(standing: RunStanding, texts: Texts) -> str:
    """What is announced when a block's time runs low."""
    name = standing.current.block.title if standing.current is not None else ""
    named = name or texts.tr("Untitled")
    if standing.left <= 0:
        return texts.tr("The time for {block} is up.", block=texts.quoted(named))
    return texts.tr("{time} left for {block}.", time=timer_text(standing.left), block=texts.quoted(named))


def missing_text(proposal: Shortening, texts: Texts) -> str:
    """What is missing even when everything is shortened that can be; "" where nothing is."""
    if not proposal.missing:
        return ""
    return texts.trn("Even then {n} minute is missing. Leave a block out, or move the end.",
                     "Even then {n} minutes are missing. Leave a block out, or move the end.",
                     proposal.missing)  # fmt: skip


def task_lines(block: AgendaBlock, texts: Texts) -> tuple[str, tuple[str, ...]]:
    """What the group reads: the task's first line, else the goal or the title; and the lines below it."""
    lines = [line.strip() for line in block.task.splitlines() if line.strip()]
    first = lines[0] if lines else block.goal.strip() or block.title.strip() or texts.tr("Untitled")
    return first, tuple(lines[1:])


def group_text(group: BreakoutGroup, texts: Texts) -> str:
    """A group without the names of its people: "Group Blue, 5 people, bay window"."""
    people = texts.trn("{n} person", "{n} people", group.size) if group.size else ""
    name = " ".join(group.name.split()) or texts.tr("Group")
    return ", ".join(part for part in (name, people, " ".join(group.place.split())) if part)


def groups_text(groups: Sequence[BreakoutGroup], people: int, texts: Texts) -> str:
    """Whether everybody is in a group; "" where that holds or nobody knows."""
    placed = sum(group.size for group in groups)
    if not groups or not people or not placed or placed == people:
        return ""
    if placed < people:
        return texts.trn("{n} person is in no group.", "{n} people are in no group.", people - placed)
    return texts.trn("The groups have {n} person more than are there.",
                     "The groups have {n} people more than are there.", placed - people)  # fmt: skip


def _minutes(seconds: float) -> int:
    """Whole minutes; less than half of one is none."""
    if abs(seconds) < _NEARLY:
        return 0
    return round(seconds / 60) or (1 if seconds > 0 else -1)
