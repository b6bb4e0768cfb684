"""Where somebody was in a project is kept on this machine, never in the file, and found again when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.main_window.window import Window

if TYPE_CHECKING:
    from ui.workspaces.journey.journey_workspace import JourneyWorkspace


def remember_place(window: Window) -> None:
    """Keep workspace, journey, view, zoom and voice of the project in view, where it has a file."""
    context, view = window.context, window.shell.view
    path = context.session.path
    if path is None or not view.name:
        return
    chosen = context.selection.value
    place: dict[str, str | float] = {"workspace": view.name, "voice": chosen.voice, "figure": chosen.figure}
    if chosen.journey is not None:
        place["journey"] = chosen.journey
    journey = _journey_page(window)
    if journey is not None:
        place |= {"view": journey.view_id, "zoom": journey.model.zoom.value}
    context.settings.remember_place(path, place)


def recall_place(window: Window) -> None:
    """Go where somebody was when the project was closed; what is gone since is left as it begins."""
    from cxstudio.model import Journey, Participant
    from cxstudio.model.questions import BY_NAME as QUESTIONS
    from ui.workspaces.workspace_table import BY_NAME

    context = window.context
    path = context.session.path
    place = context.settings.place_in(path) if path is not None else {}
    if not place:
        return
    document, selection = context.document, context.selection
    wanted = {name: str(place.get(name, "")) for name in ("workspace", "journey", "voice", "figure", "view")}
    if isinstance(document.find(wanted["journey"]), Journey):
        selection.set_journey(wanted["journey"])
    if isinstance(document.find(wanted["voice"]), Participant):
        selection.set_voice(wanted["voice"])
    if wanted["figure"] in QUESTIONS:
        selection.set_figure(wanted["figure"])
    journey = _journey_page(window)
    if journey is not None:
        journey.go_back_to(wanted["view"], place.get("zoom"))
    if wanted["workspace"] in BY_NAME and wanted["workspace"] != window.shell.view.name:
        window.show_project(wanted["workspace"])


def _journey_page(window: Window) -> JourneyWorkspace | None:
    """The page of the journey, None while it was never shown."""
    from ui.workspaces.journey.journey_workspace import JourneyWorkspace

    made = window.shell.view.made("journey")
    return made if isinstance(made, JourneyWorkspace) else None
