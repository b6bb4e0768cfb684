"""Commands of the presentation: they are there while something is shown."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.commands.command import Command

PRESENTATION: Final = N_("Presentation")
_WORDS: Final = N_("projector slide present")

COMMANDS: tuple[Command, ...] = (
    Command("present.next", N_("Present: next"), PRESENTATION, "PgDown", "arrow_right", _WORDS),
    Command("present.previous", N_("Present: back"), PRESENTATION, "PgUp", "arrow_left", _WORDS),
    Command("present.next_stage", N_("Present: next stage"), PRESENTATION, "Ctrl+PgDown", "arrow_right", _WORDS),
    Command("present.previous_stage", N_("Present: stage before"), PRESENTATION, "Ctrl+PgUp", "arrow_left", _WORDS),
    Command("present.black", N_("Present: black screen"), PRESENTATION, "", "present", _WORDS),
    Command("present.selected", N_("Present: show what is selected"), PRESENTATION, "", "present", _WORDS),
    Command("present.end", N_("Present: end"), PRESENTATION, "", "close", _WORDS),
)
