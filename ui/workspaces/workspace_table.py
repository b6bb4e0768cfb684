"""The workspaces in the order of the method: one row each, for the rail, the keys, and who is made when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.context import Context
from ui.workspaces.control import control_commands
from ui.workspaces.ideas import ideas_commands
from ui.workspaces.journey.commands.all_journey_commands import COMMANDS as JOURNEY_COMMANDS
from ui.workspaces.journey.commands.receivers import ANYWHERE, JOURNEY, LANES
from ui.workspaces.measures import measures_commands
from ui.workspaces.rate import rate_commands
from ui.workspaces.rate.charts import chart_commands
from ui.workspaces.understand import understand_commands
from ui.workspaces.workspace_base import Workspace

W = TypeVar("W", bound=Workspace)


@dataclass(frozen=True, slots=True)
class WorkspaceRow:
    """One workspace."""

    name: str
    text: str
    """Message id of what it is called."""
    icon: str
    synonyms: str
    """Message id of more words it is found by."""
    make: Callable[[Context], Workspace]
    """A fresh one, its code imported now; it carries out its commands from then on."""
    commands: tuple[Command, ...] = ()


def _served(context: Context, made: W, *receivers: Receiver[W]) -> W:
    for receiver in receivers:
        context.commands.serve(receiver, made)
    return made


def _understand(context: Context) -> Workspace:
    from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

    return _served(context, UnderstandWorkspace(context), understand_commands.UNDERSTAND)


def _journey(context: Context) -> Workspace:
    from ui.workspaces.journey.journey_workspace import JourneyWorkspace

    return _served(context, JourneyWorkspace(context), JOURNEY, LANES, ANYWHERE)


def _rate(context: Context) -> Workspace:
    from ui.workspaces.rate.rate_workspace import RateWorkspace

    return _served(context, RateWorkspace(context), rate_commands.RATE)


def _ideas(context: Context) -> Workspace:
    from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace

    return _served(context, IdeasWorkspace(context), ideas_commands.IDEAS)


def _measures(context: Context) -> Workspace:
    from ui.workspaces.measures.measures_workspace import MeasuresWorkspace

    return _served(context, MeasuresWorkspace(context), measures_commands.MEASURES)


def _control(context: Context) -> Workspace:
    from ui.workspaces.control.control_workspace import ControlWorkspace

    return _served(context, ControlWorkspace(context), control_commands.CONTROL)


def _report(context: Context) -> Workspace:
    from ui.workspaces.report.report_workspace import ReportWorkspace

    return ReportWorkspace(context)


WORKSPACES: Final = (
    WorkspaceRow("understand", N_("Understand"), "person", N_("personas target group expectation"), _understand,
                 understand_commands.COMMANDS),
    WorkspaceRow("journey", N_("Journey"), "journey", N_("map customer journey touchpoint lanes storyboard blueprint"),
                 _journey, JOURNEY_COMMANDS),
    WorkspaceRow("rate", N_("Rate"), "bars", N_("figures expectation experience questionnaire satisfaction delta"),
                 _rate, rate_commands.COMMANDS + chart_commands.COMMANDS),
    WorkspaceRow("ideas", N_("Ideas"), "bulb", N_("notes how might we brainstorming parking lot"), _ideas,
                 ideas_commands.COMMANDS),
    WorkspaceRow("measures", N_("Measures"), "checklist", N_("action plan tasks to-do kanban"), _measures,
                 measures_commands.COMMANDS),
    WorkspaceRow("control", N_("Follow-up"), "history", N_("follow-up before after change due"), _control,
                 control_commands.COMMANDS),
    WorkspaceRow("report", N_("Report"), "report", N_("PDF management handout result"), _report),
)  # fmt: skip
BY_NAME: Final = {row.name: row for row in WORKSPACES}
