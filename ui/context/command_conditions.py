"""When a command can be given: conditions that more than one command shares."""

from __future__ import annotations

from cxstudio.model import Journey, Touchpoint
from ui.context.session_state import SessionState


def always(_: SessionState) -> bool:
    """At any time."""
    return True


def writable(state: SessionState) -> bool:
    """The project can be changed."""
    return not state.session.read_only


def has_project(state: SessionState) -> bool:
    """There is something to show."""
    return len(state.document) > 0


def has_writable_project(state: SessionState) -> bool:
    """There is something to show, and it can be changed."""
    return writable(state) and has_project(state)


def on_touchpoint(state: SessionState) -> bool:
    """Writable, and a touchpoint is selected."""
    return writable(state) and state.selection.of(Touchpoint) is not None


def has_journey(state: SessionState) -> bool:
    """There is a journey."""
    return bool(state.document.all(Journey))


def on_journey(state: SessionState) -> bool:
    """Writable, and there is a journey."""
    return writable(state) and has_journey(state)
