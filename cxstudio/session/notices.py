"""Questions and news about the open project: a bar above the workspace, never a dialog."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cxstudio.errors import N_
from cxstudio.files import Problem


class NoticeKind(StrEnum):
    RECOVERED = "recovered"
    RECOVERY_KEPT = "recovery_kept"
    CHANGED_ON_DISK = "changed_on_disk"
    NEWER_FORMAT = "newer_format"
    SECOND_INSTANCE = "second_instance"
    PROBLEMS = "problems"
    UNPROTECTED = "unprotected"


class Action(StrEnum):
    """What a notice offers. SAVE_AS is the window's (it asks for a name); the session does the others."""

    OVERWRITE = "overwrite"
    RELOAD = "reload"
    SAVE_AS = "save_as"
    BACK_TO_FILE = "back_to_file"
    DISMISS = "dismiss"


ACTION_LABELS: dict[Action, str] = {
    Action.OVERWRITE: N_("Replace their version"),
    Action.RELOAD: N_("Use their version"),
    Action.SAVE_AS: N_("Save as …"),
    Action.BACK_TO_FILE: N_("Back to the saved version"),
    Action.DISMISS: N_("OK"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One message, as a message id with {placeholders}, and what can be done about it."""

    kind: NoticeKind
    text: str
    values: dict[str, object] = field(default_factory=dict, hash=False)
    actions: tuple[Action, ...] = (Action.DISMISS,)
    details: tuple[Problem, ...] = ()
    """What exactly, one line each, for those who want to see it."""


def recovered(steps: int) -> Notice:
    return Notice(
        NoticeKind.RECOVERED,
        N_("Unsaved changes were recovered (steps: {count}). Save to write them to the file."),
        {"count": steps},
        (Action.DISMISS, Action.BACK_TO_FILE),
    )


def recovery_kept(place: str) -> Notice:
    return Notice(
        NoticeKind.RECOVERY_KEPT,
        N_("There was unsaved work, but it does not fit this version of the file. It is kept in {place}."),
        {"place": place},
    )


def changed_on_disk(name: str) -> Notice:
    return Notice(
        NoticeKind.CHANGED_ON_DISK,
        N_("“{name}” was changed by somebody else since you opened it. Both versions are safe."),
        {"name": name},
        (Action.SAVE_AS, Action.RELOAD, Action.OVERWRITE),
    )


def newer_format(name: str) -> Notice:
    return Notice(
        NoticeKind.NEWER_FORMAT,
        N_("“{name}” was made with a newer version of CX Studio. It can be read and printed, but not changed."),
        {"name": name},
    )


def second_instance(name: str) -> Notice:
    return Notice(
        NoticeKind.SECOND_INSTANCE,
        N_("“{name}” is already open in another window. Here it can be read, but not changed."),
        {"name": name},
        (Action.SAVE_AS, Action.DISMISS),
    )


def problems(found: list[Problem]) -> Notice:
    return Notice(
        NoticeKind.PROBLEMS,
        N_("Not everything in this file could be understood (places: {count}). It is kept and saved along."),
        {"count": len(found)},
        details=tuple(found),
    )


def unprotected() -> Notice:
    return Notice(
        NoticeKind.UNPROTECTED,
        N_("Unsaved work cannot be protected at the moment: the recovery journal cannot be written. Please save."),
        actions=(Action.SAVE_AS, Action.DISMISS),
    )
