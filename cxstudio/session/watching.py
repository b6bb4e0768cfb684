"""Small questions a session asks of steps and files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cxstudio.errors import N_, UserError
from cxstudio.model import Picture, Project
from cxstudio.store import ChangeSet


class ReadOnly(UserError):
    """An edit of a project that is open for reading only."""

    def __init__(self) -> None:
        super().__init__(
            N_("This project is open for reading only."),
            N_("Nothing was changed."),
            N_("Save it under another name to work on a copy."),
        )


class NotErased(UserError):
    """A person was deleted for good from the project, and something of before could not be deleted."""

    def __init__(self, left: Sequence[Path]) -> None:
        super().__init__(
            N_("The person is deleted from the project, but is still in: {place}."),
            "",
            N_("Save the project again, and delete what is left yourself."),
            place=", ".join(map(str, left)),
        )


def pictures_in(changes: ChangeSet) -> Iterator[str]:
    """Hashes of the pictures a step names."""
    for change in changes:
        if isinstance(change.after, Picture):
            yield change.after.asset
        elif isinstance(change.after, Project):
            yield change.after.logo
        elif change.field in {"asset", "logo"} and isinstance(change.after, str):
            yield change.after
