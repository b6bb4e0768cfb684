"""A workshop runs: beginning, going on, going back, pausing, agreeing on other minutes, ending.

Moments are passed in and kept in UTC. A block that has begun and not ended is the one that runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from cxstudio.edits.workshops.agenda_edits import add_block, add_workshop
from cxstudio.errors import N_, UserError
from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.model.workshops import MOST_MINUTES, moment_of, written
from cxstudio.store import Draft


def running_block(draft: Draft, workshop: Id) -> AgendaBlock | None:
    """The block that runs."""
    return next((block for block in _agenda(draft, workshop) if block.began and not block.ended), None)


def begin_workshop(draft: Draft, workshop: Id, now: datetime) -> None:
    """Begin with the first block, or go on after the end. Raises UserError for an agenda without a block."""
    record, agenda = draft.get(Workshop, workshop), _agenda(draft, workshop)
    if not agenda:
        raise UserError(
            N_("The agenda is empty."), N_("Nothing was changed."), N_("Add a block, or begin with a template.")
        )
    draft.update(Workshop, workshop, began=record.began or written(now), ended="", paused="")
    if running_block(draft, workshop) is None:
        open_ones = [block for block in agenda if not block.ended and not block.skipped]
        _enter(draft, (open_ones or agenda[-1:])[0], now)


def next_block(draft: Draft, workshop: Id, now: datetime) -> Id | None:
    """The block that runs is done, the next one begins; behind the last, the workshop ends. Returns what runs now."""
    current = _leave(draft, workshop, now)
    if current is None:
        return None
    following = _following(draft, current)
    if following is None:
        draft.update(Workshop, workshop, ended=written(now))
        return None
    _enter(draft, following, now)
    return following.id


def run_now(draft: Draft, workshop: Id | None, fields: Mapping[str, Any], now: datetime) -> Id:
    """Run a block that is not planned: right behind the one that runs, which ends; else in a workshop of its own.

    Returns the block's id. Raises UserError where the agenda holds no more blocks.
    """
    title = str(fields.get("title", ""))
    rest = {name: value for name, value in fields.items() if name != "title"}
    current = running_block(draft, workshop) if workshop is not None else None
    if workshop is None or current is None:
        at = now.strftime("%H:%M")
        made = add_workshop(draft, title, day=now.date(), starts=at)
        block = add_block(draft, made, title, **rest)
        begin_workshop(draft, made, now)
        return block
    block = add_block(draft, workshop, title, current.id, **rest)
    next_block(draft, workshop, now)
    return block


def skip_block(draft: Draft, block: Id, now: datetime) -> None:
    """Leave a block out: one that runs ends here and is not counted as done, one that comes does not begin."""
    record = draft.get(AgendaBlock, block)
    if record.began and not record.ended:
        next_block(draft, record.workshop, now)
    draft.update(AgendaBlock, block, skipped=True)


def bring_back(draft: Draft, block: Id) -> None:
    """Take a block that was left out into the agenda again."""
    draft.update(AgendaBlock, block, skipped=False)


def previous_block(draft: Draft, workshop: Id, now: datetime) -> Id | None:
    """Go back to the block before, which goes on; what runs has not begun. Returns what runs now, None at the first."""
    draft.get(Workshop, workshop)
    agenda = _agenda(draft, workshop)
    current = running_block(draft, workshop)
    place = len(agenda) if current is None else agenda.index(current)
    before = next((block for block in reversed(agenda[:place]) if block.began), None)
    if before is None:
        return None if current is None else current.id
    if current is not None:
        draft.update(AgendaBlock, current.id, began="", halted=0)
    draft.update(Workshop, workshop, paused="", ended="")
    draft.update(AgendaBlock, before.id, ended="", skipped=False)
    return before.id


def pause_workshop(draft: Draft, workshop: Id, now: datetime) -> None:
    """Stop the time of the block that runs; a second pause changes nothing."""
    record = draft.get(Workshop, workshop)
    if running_block(draft, workshop) is not None and not record.paused:
        draft.update(Workshop, workshop, paused=written(now))


def resume_workshop(draft: Draft, workshop: Id, now: datetime) -> None:
    """The time of the block goes on."""
    current = running_block(draft, workshop)
    if current is not None:
        draft.update(AgendaBlock, current.id, halted=current.halted + _paused_for(draft, workshop, now))
    draft.update(Workshop, workshop, paused="")


def extend_block(draft: Draft, block: Id, minutes: int) -> None:
    """Agree on so many minutes more (or, negative, fewer) for a block; what was planned stays known."""
    record = draft.get(AgendaBlock, block)
    agreed = (record.minutes if record.agreed is None else record.agreed) + minutes
    draft.update(AgendaBlock, block, agreed=min(max(agreed, 0), MOST_MINUTES))


def agree_minutes(draft: Draft, minutes: Mapping[Id, int]) -> None:
    """Agree on other minutes for several blocks, as a proposal that keeps the end says; the plan stays known."""
    for block, agreed in minutes.items():
        draft.update(AgendaBlock, block, agreed=min(max(agreed, 0), MOST_MINUTES))


def end_workshop(draft: Draft, workshop: Id, now: datetime) -> None:
    """End where it stands; blocks that did not begin stay open."""
    _leave(draft, workshop, now)
    draft.update(Workshop, workshop, ended=written(now), paused="")


def reset_run(draft: Draft, workshop: Id) -> None:
    """Back to the plan: nothing has begun, nothing was agreed on."""
    draft.update(Workshop, workshop, began="", ended="", paused="")
    for block in _agenda(draft, workshop):
        draft.update(AgendaBlock, block.id, began="", ended="", halted=0, agreed=None, skipped=False)


def _agenda(draft: Draft, workshop: Id) -> list[AgendaBlock]:
    return list(draft.document.having(AgendaBlock, "workshop", workshop))


def _paused_for(draft: Draft, workshop: Id, now: datetime) -> int:
    """Seconds since the pause began; none where the clock was put back meanwhile."""
    since = moment_of(draft.get(Workshop, workshop).paused)
    return max(0, round((now - since).total_seconds())) if since is not None else 0


def _enter(draft: Draft, block: AgendaBlock, now: datetime) -> None:
    draft.update(AgendaBlock, block.id, began=written(now), ended="", halted=0, skipped=False)


def _leave(draft: Draft, workshop: Id, now: datetime) -> AgendaBlock | None:
    """The block that runs has ended; a pause ends with it."""
    draft.get(Workshop, workshop)
    current = running_block(draft, workshop)
    if current is None:
        return None
    halted = current.halted + _paused_for(draft, workshop, now)
    draft.update(AgendaBlock, current.id, ended=max(written(now), current.began), halted=halted)
    draft.update(Workshop, workshop, paused="")
    return current


def _following(draft: Draft, block: AgendaBlock) -> AgendaBlock | None:
    """The block behind, without those left out or done."""
    agenda = _agenda(draft, block.workshop)
    place = next(i for i, other in enumerate(agenda) if other.id == block.id)
    return next((other for other in agenda[place + 1 :] if not other.skipped and not other.ended), None)


def shift_run(draft: Draft, workshop: Id, seconds: float) -> None:
    """The computer's clock was set anew by so many seconds: what was written down moves along."""
    record = draft.get(Workshop, workshop)
    draft.update(Workshop, workshop, **{name: _moved(getattr(record, name), seconds) for name in _OF_WORKSHOP})
    for block in _agenda(draft, workshop):
        draft.update(AgendaBlock, block.id, **{name: _moved(getattr(block, name), seconds) for name in _OF_BLOCK})


_OF_WORKSHOP = ("began", "ended", "paused")
_OF_BLOCK = ("began", "ended")


def _moved(text: str, seconds: float) -> str:
    moment = moment_of(text)
    return "" if moment is None else written(moment + timedelta(seconds=seconds))
