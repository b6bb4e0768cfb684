"""Says that much was removed at once, with Undo beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxstudio.model import Record, Stage, Touchpoint
from cxstudio.wording.fields.record_names import record_name
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone

if TYPE_CHECKING:
    from ui.context.context import Context

REMOVED = "journey.removed"


def tell_removed(context: Context, gone: Sequence[Record], inside: int) -> None:
    """Say what the step just made removed; `inside` are the touchpoints that went with their stages.

    A single card that goes is seen; nothing is said of it.
    """
    texts = context.texts
    stages = [r for r in gone if isinstance(r, Stage)]
    touchpoints = sum(isinstance(r, Touchpoint) for r in gone) + inside
    if not touchpoints or (touchpoints == 1 and not stages):
        return
    if len(stages) == 1:
        name = texts.quoted(record_name(stages[0], texts))
        said = texts.trn(
            "{name} is removed with {n} touchpoint.", "{name} is removed with {n} touchpoints.", touchpoints, name=name
        )
    else:
        said = texts.trn("{n} touchpoint is removed.", "{n} touchpoints are removed.", touchpoints)
    holds = while_done(context)
    context.messages.post(Notice(REMOVED, said, Tone.NEUTRAL, (undo_last(context),), passing=True, holds=holds))
