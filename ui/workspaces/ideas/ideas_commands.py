"""Commands of the workspace Ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Cluster, Idea
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.session_state import SessionState
from ui.widgets.lazy_pages import commands_of
from ui.workspaces.ideas.agenda import agenda_commands
from ui.workspaces.ideas.ideas_views import VIEWS

if TYPE_CHECKING:
    from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace

IDEAS: Final[Receiver[IdeasWorkspace]] = Receiver("go.ideas", keys_in=lambda w: w)
GROUP: Final = N_("Ideas")


def on_ideas(state: SessionState) -> bool:
    """Writable, and an idea or a cluster is selected."""
    selection = state.selection
    return writable(state) and (selection.of(Idea) is not None or selection.of(Cluster) is not None)


def on_idea(state: SessionState) -> bool:
    """Writable, and an idea is selected."""
    return writable(state) and state.selection.of(Idea) is not None


def with_ideas(state: SessionState) -> bool:
    """Writable, and there is an idea."""
    return writable(state) and bool(state.document.all(Idea))


COMMANDS: tuple[Command, ...] = (
    *commands_of(VIEWS, GROUP, "ideas.show_", IDEAS, lambda w, view: w.show_view(view)),
    Command("ideas.ask", N_("Ask a question"), GROUP, "", "bulb", N_("how might we point of view critical"), writable,
            help=N_("About the critical touchpoint selected, or about anything"), run=IDEAS.does(lambda w: w.ask())),
    Command("ideas.add", N_("Add ideas"), GROUP, "", "plus", N_("brainstorming note type paste"), writable,
            run=IDEAS.does(lambda w: w.add())),
    Command("ideas.group", N_("Group ideas"), GROUP, "Ctrl+G", "note", N_("cluster affinity"), on_ideas,
            scope="local", run=IDEAS.does(lambda w: w.wall.group())),
    Command("ideas.lasso", N_("Group ideas with a lasso"), GROUP, "", "note", N_("cluster draw around free circle"),
            with_ideas, help=N_("Draw a line around them; Alt and a drag do the same"),
            run=IDEAS.does(lambda w: w.wall.lasso())),
    Command("ideas.ungroup", N_("Ungroup ideas"), GROUP, "Ctrl+Shift+G", "note", N_("cluster"), on_ideas,
            scope="local", run=IDEAS.does(lambda w: w.wall.ungroup())),
    Command("ideas.tidy", N_("Tidy the wall"), GROUP, "", "table", N_("arrange rows order"), with_ideas,
            run=IDEAS.does(lambda w: w.wall.tidy())),
    Command("ideas.shuffle", N_("Shuffle the ideas"), GROUP, "", "table", N_("random order lot"), with_ideas,
            help=N_("A random order, so that the first idea has no advantage"),
            run=IDEAS.does(lambda w: w.wall.shuffle())),
    Command("ideas.merge", N_("Merge ideas"), GROUP, "", "compare", N_("duplicates same"), on_ideas,
            help=N_("Into the one selected first, which keeps all links"), run=IDEAS.does(lambda w: w.wall.merge())),
    Command("ideas.similar", N_("Find similar ideas"), GROUP, "", "search", N_("duplicates merge same words"),
            with_ideas, run=IDEAS.does(lambda w: w.wall.similar.begin())),
    Command("ideas.part", N_("Separate merged ideas"), GROUP, "", "compare", N_("duplicates undo merge"), on_idea,
            run=IDEAS.does(lambda w: w.wall.part())),
    Command("ideas.silent", N_("Silent phase: begin or reveal"), GROUP, "", "contrast",
            N_("brainwriting covered hidden quiet"), writable,
            help=N_("New ideas stay covered on the projector until they are revealed"),
            run=IDEAS.does(lambda w: w.wall.write_silently())),
    Command("ideas.begin_silent", N_("Begin a silent phase"), GROUP, "", "contrast",
            N_("6-3-5 brainwriting covered hidden quiet"), writable,
            help=N_("New ideas stay covered on the projector until they are revealed"),
            run=IDEAS.does(lambda w: w.begin_silent())),
    Command("ideas.cover_here", N_("Cover new ideas here, too, or show them"), GROUP, "", "contrast", N_("silent"),
            run=IDEAS.does(lambda w: w.model.cover(not w.model.cover_here))),
    Command("ideas.vote", N_("Begin a new vote"), GROUP, "", "check", N_("dot voting secret points decision"), writable,
            help=N_("The rule is fixed first"), run=IDEAS.does(lambda w: w.new_vote())),
    Command("ideas.measure", N_("Make a measure of the idea"), GROUP, "", "checklist", N_("task action plan"), on_idea,
            run=IDEAS.does(lambda w: w.to_measure())),
    Command("ideas.test", N_("Test the idea"), GROUP, "", "checklist", N_("prototype hypothesis experiment"), on_idea,
            run=IDEAS.does(lambda w: w.test())),
    Command("ideas.zoom_all", N_("The whole wall in view"), GROUP, "", "zoom_out", N_("zoom far"),
            run=IDEAS.does(lambda w: w.wall.area.zoom_all())),
    Command("ideas.delete", N_("Remove ideas"), GROUP, "", "trash", N_("delete"), on_ideas,
            run=IDEAS.does(lambda w: w.wall.delete())),
    *agenda_commands.COMMANDS,
)  # fmt: skip
