"""Questions and news about the open project: a bar above the workspace, never a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cxstudio.errors import N_, trn
from cxstudio.files import Problem


class NoticeKind(StrEnum):
    RECOVERED = "recovered"
    RECOVERY_KEPT = "recovery_kept"
    RECOVERY_UNREAD = "recovery_unread"
    PICTURES_UNREAD = "pictures_unread"
    VERSION_KEPT = "version_kept"
    NO_COPY = "no_copy"
    PROTECTED_ELSEWHERE = "protected_elsewhere"
    CHANGED_ON_DISK = "changed_on_disk"
    NEWER_FORMAT = "newer_format"
    SECOND_INSTANCE = "second_instance"
    PROBLEMS = "problems"
    UNPROTECTED = "unprotected"
    SALVAGED = "salvaged"
    RETENTION = "retention"


class Action(StrEnum):
    """What a notice offers. SAVE_AS and MERGE are the window's (they ask for more); the session does the others."""

    MERGE = "merge"
    OVERWRITE = "overwrite"
    RELOAD = "reload"
    OVERWRITE_ANYWAY = "overwrite_anyway"
    RELOAD_ANYWAY = "reload_anyway"
    SAVE_AS = "save_as"
    BACK_TO_FILE = "back_to_file"
    DISMISS = "dismiss"
    CANCEL = "cancel"


ACTION_LABELS: dict[Action, str] = {
    Action.MERGE: N_("Merge …"),
    Action.OVERWRITE: N_("Replace their version"),
    Action.RELOAD: N_("Use their version"),
    Action.OVERWRITE_ANYWAY: N_("Replace without a copy"),
    Action.RELOAD_ANYWAY: N_("Use theirs, give up mine"),
    Action.SAVE_AS: N_("Save as …"),
    Action.BACK_TO_FILE: N_("Back to the saved version"),
    Action.DISMISS: N_("OK"),
    Action.CANCEL: N_("Cancel"),
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
    many: str = ""
    """The text for more than one thing, where it counts `n` of them."""
    n: int = 0


def recovered(steps: int, *, has_file: bool) -> Notice:
    return Notice(
        NoticeKind.RECOVERED,
        **trn(
            "{n} unsaved change was recovered. Save to write it to the file.",
            "{n} unsaved changes were recovered. Save to write them to the file.",
            steps,
        ),
        actions=(Action.DISMISS, Action.BACK_TO_FILE) if has_file else (Action.DISMISS,),
    )


def recovery_kept(places: Sequence[Path]) -> Notice:
    return Notice(
        NoticeKind.RECOVERY_KEPT,
        N_("There was unsaved work, but it does not fit this version of the file. It is kept in {place}."),
        {"place": _listed(places)},
    )


def recovery_unread(places: Sequence[Path]) -> Notice:
    return Notice(
        NoticeKind.RECOVERY_UNREAD,
        N_(
            "There is unsaved work that cannot be read at the moment; it may belong to this project. "
            "It stays in {place} and is tried again the next time you open the project."
        ),
        {"place": _listed(places)},
    )


def pictures_unread(places: Sequence[Path]) -> Notice:
    return Notice(
        NoticeKind.PICTURES_UNREAD,
        N_("Pictures of this project cannot be read and are not in the file. They stay in {place}."),
        {"place": _listed(places)},
    )


def version_kept(name: str, place: Path) -> Notice:
    return Notice(
        NoticeKind.VERSION_KEPT,
        N_("The other version of “{name}” is kept in {place}."),
        {"name": name, "place": str(place)},
    )


def no_copy_of_theirs(path: Path) -> Notice:
    return Notice(
        NoticeKind.NO_COPY,
        N_("“{name}” holds another version, and no copy of it can be kept. Replace it without a copy?"),
        {"name": path.name, "path": path},
        (Action.SAVE_AS, Action.OVERWRITE_ANYWAY, Action.CANCEL),
    )


def no_copy_of_mine(name: str) -> Notice:
    return Notice(
        NoticeKind.NO_COPY,
        N_("No copy of your version of “{name}” can be kept. Save it as another file, or give it up?"),
        {"name": name},
        (Action.SAVE_AS, Action.RELOAD_ANYWAY, Action.CANCEL),
    )


def protected_elsewhere(place: Path) -> Notice:
    return Notice(
        NoticeKind.PROTECTED_ELSEWHERE,
        N_("The program’s own folder cannot be written. Unsaved work is kept in {place} until you save."),
        {"place": str(place)},
    )


def _listed(places: Sequence[Path]) -> str:
    return ", ".join(dict.fromkeys(map(str, places)))


def changed_on_disk(name: str) -> Notice:
    return Notice(
        NoticeKind.CHANGED_ON_DISK,
        N_("“{name}” was changed by somebody else since you opened it. Both versions are safe."),
        {"name": name},
        actions=(Action.MERGE, Action.RELOAD, Action.OVERWRITE, Action.SAVE_AS),
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
        actions=(Action.SAVE_AS, Action.DISMISS),
    )


def problems(found: list[Problem]) -> Notice:
    return Notice(
        NoticeKind.PROBLEMS,
        **trn(
            "{n} entry of this file could not be read. It is kept and saved with the file.",
            "{n} entries of this file could not be read. They are kept and saved with the file.",
            len(found),
        ),
        details=tuple(found),
    )


def salvaged(name: str, records: int, missing: Sequence[Problem]) -> Notice:
    if not missing:
        return Notice(
            NoticeKind.SALVAGED, N_("All of “{name}” was rescued. Save it under another name."), {"name": name}
        )
    return Notice(
        NoticeKind.SALVAGED,
        **trn(
            "“{name}” was rescued with {records} records; {n} thing is missing. Save it under another name.",
            "“{name}” was rescued with {records} records; {n} things are missing. Save it under another name.",
            len(missing),
        ),
        values={"name": name, "records": records},
        details=tuple(missing),
    )


def retention_over() -> Notice:
    return Notice(
        NoticeKind.RETENTION,
        N_("The day until which these data were to be kept has passed. Delete them, or choose a later day."),
    )


def unprotected() -> Notice:
    return Notice(
        NoticeKind.UNPROTECTED,
        N_("Unsaved work cannot be protected at the moment: no disk takes the recovery journal. Please save."),
        actions=(Action.SAVE_AS, Action.DISMISS),
    )
