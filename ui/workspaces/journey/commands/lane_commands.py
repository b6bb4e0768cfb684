"""Commands for lanes: those of the whole map, and those of the lane whose label was chosen last."""

from __future__ import annotations

from typing import Final

from cxstudio.model.kinds import NoteKind
from cxstudio.wording import N_
from ui.context.command import Command, Run
from ui.context.command_conditions import on_journey, on_touchpoint
from ui.workspaces.journey.commands.receivers import LANES

LANE: Final = N_("Lanes")


def _of_lane(name: str, text: str, run: Run, keys: str = "") -> Command:
    """A command for the lane whose label has the focus."""
    return Command(f"lanes.{name}", text, LANE, keys, enabled=on_journey, scope="local", hidden=True, run=run)


def _add(name: str, text: str, synonyms: str, run: Run) -> Command:
    return Command(f"lanes.{name}", text, LANE, "", "note", synonyms, on_touchpoint, run=run)


COMMANDS: tuple[Command, ...] = (
    Command("lanes.new", N_("New lane …"), LANE, "", "plus", N_("own text row add swimlane storyboard"), on_journey,
            run=LANES.does(lambda j: j.lanes.new())),
    Command("lanes.show_all", N_("Show all lanes"), LANE, "", "", N_("rows storyboard pictures blueprint"), on_journey,
            run=LANES.does(lambda j: j.lanes.show_all())),
    Command("lanes.focus", N_("Arrange the lanes"), LANE, "", "", N_("order size labels rows"), on_journey,
            run=LANES.does(lambda j: j.lanes.focus())),
    _of_lane("up", N_("Move the lane up"), LANES.does(lambda j: j.lanes.up()), "Alt+Up"),
    _of_lane("down", N_("Move the lane down"), LANES.does(lambda j: j.lanes.down()), "Alt+Down"),
    _of_lane("higher", N_("Make the lane higher"), LANES.does(lambda j: j.lanes.higher()), "Alt+Shift+Down"),
    _of_lane("lower", N_("Make the lane lower"), LANES.does(lambda j: j.lanes.lower()), "Alt+Shift+Up"),
    _of_lane("as_needed", N_("Lane as high as needed"), LANES.does(lambda j: j.lanes.as_needed()), "Alt+Shift+Home"),
    _of_lane("fold", N_("Fold or unfold the lane"), LANES.does(lambda j: j.lanes.fold())),
    _of_lane("rename", N_("Rename the lane"), LANES.does(lambda j: j.lanes.rename())),
    _of_lane("remove", N_("Remove the lane and its notes"), LANES.does(lambda j: j.lanes.remove())),
    _add("add_thought", N_("Add a thought"), N_("customer thinks note empathy"),
         LANES.does(lambda j: j.lanes.add_note(NoteKind.THOUGHT))),
    _add("add_need", N_("Add a need"), N_("customer wants note"),
         LANES.does(lambda j: j.lanes.add_note(NoteKind.NEED))),
    _add("add_step", N_("Add an internal step"), N_("backstage service blueprint system process"),
         LANES.does(lambda j: j.lanes.add_step())),
)  # fmt: skip
