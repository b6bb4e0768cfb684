"""Commands for lanes: those of the whole map, and those of the lane whose label was chosen last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.wording import N_
from ui.commands.command import Command, writable

if TYPE_CHECKING:
    from ui.context.context import Context

LANES: Final = N_("Lanes")


def with_journey(context: Context) -> bool:
    """Writable, and there is a journey."""
    return writable(context) and context.selection.journey is not None


def on_touchpoint(context: Context) -> bool:
    """Writable, and a touchpoint is selected."""
    return writable(context) and context.selection.of(Touchpoint) is not None


def _of_lane(name: str, text: str, keys: str = "") -> Command:
    """A command for the lane whose label has the focus."""
    return Command(f"lanes.{name}", text, LANES, keys, enabled=with_journey, scope="local", hidden=True)


def _add(name: str, text: str, synonyms: str, argument: object) -> Command:
    handler = "lanes.add_note" if isinstance(argument, NoteKind) else f"lanes.{name}"
    made = argument if isinstance(argument, NoteKind) else None
    return Command(f"lanes.{name}", text, LANES, "", "note", synonyms, on_touchpoint, handler=handler, argument=made)


COMMANDS: tuple[Command, ...] = (
    Command("lanes.new", N_("New lane …"), LANES, "", "plus", N_("own text row add swimlane storyboard"), with_journey),
    Command(
        "lanes.show_all", N_("Show all lanes"), LANES, "", "", N_("rows storyboard pictures blueprint"), with_journey
    ),
    Command("lanes.focus", N_("Arrange the lanes"), LANES, "", "", N_("order size labels rows"), with_journey),
    _of_lane("up", N_("Move the lane up"), "Alt+Up"),
    _of_lane("down", N_("Move the lane down"), "Alt+Down"),
    _of_lane("higher", N_("Make the lane higher"), "Alt+Shift+Down"),
    _of_lane("lower", N_("Make the lane lower"), "Alt+Shift+Up"),
    _of_lane("as_needed", N_("Lane as high as needed"), "Alt+Shift+Home"),
    _of_lane("fold", N_("Fold or unfold the lane")),
    _of_lane("rename", N_("Rename the lane")),
    _of_lane("remove", N_("Remove the lane and its notes")),
    _add("add_thought", N_("Add a thought"), N_("customer thinks note empathy"), NoteKind.THOUGHT),
    _add("add_need", N_("Add a need"), N_("customer wants note"), NoteKind.NEED),
    _add("add_step", N_("Add a step behind it"), N_("backstage service blueprint system process"), None),
)
