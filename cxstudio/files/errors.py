"""What can go wrong with a file, each in words for people."""

from __future__ import annotations

import errno

from cxstudio.errors import N_, UserError

NOTHING_CHANGED = N_("The file was not changed.")
WORK_IS_SAFE = N_("Nothing is lost: your work is still open.")


class NotReadable(UserError):
    """A file that cannot be opened as a project."""


class Damaged(NotReadable):
    """A project that cannot be opened, of which something may still be read (`files.salvage`)."""


class NotSaved(UserError):
    """A save that did not happen; the file on the disk is as it was."""


class ChangedOnDisk(NotSaved):
    """The file was changed by somebody else since it was opened."""


class NotConfirmed(NotSaved):
    """The file is in place, and the disk did not confirm that it will stay there."""


class NotBackedUp(NotSaved):
    """What would be replaced is not one's own, and no copy of it can be kept."""


class DamagedJson(ValueError):
    """A text that is no JSON we accept; says why in a few English words, for the log and `check`."""


def not_a_project(name: str) -> NotReadable:
    return NotReadable(
        N_("“{name}” is not a CX Studio project."),
        NOTHING_CHANGED,
        N_("Choose a file that ends in .cxs, or import other files into a project."),
        name=name,
    )


class TooMuch(DamagedJson):
    """A JSON of more values or records than a project holds."""


class Unusual(Exception):
    """Larger than what is read in a moment, or not as this program writes it: for a process of its own."""


class TooNew(DamagedJson):
    """A project of a later program, so different that nothing of it can be read."""


def too_new(name: str) -> NotReadable:
    return NotReadable(
        N_("“{name}” was made with a newer version of CX Studio and cannot be read by this one."),
        NOTHING_CHANGED,
        N_("Install the latest version."),
        name=name,
    )


def damaged(name: str, why: str) -> Damaged:
    """`why` is a word for the log, not for the sentence."""
    return Damaged(
        N_("The project “{name}” is damaged and cannot be opened."),
        NOTHING_CHANGED,
        N_("Open an earlier version from the backups, or ask for the file again."),
        name=name,
        why=why,
    )


def too_large(name: str, limit_mb: int) -> NotReadable:
    return NotReadable(
        N_("“{name}” would need more than {limit} MB unpacked; it was not opened."),
        NOTHING_CHANGED,
        N_("If it is your own project, remove large pictures in the program that made it."),
        name=name,
        limit=limit_mb,
    )


def too_much(name: str) -> NotReadable:
    return NotReadable(
        N_("“{name}” holds more than a project may. It was not opened."),
        NOTHING_CHANGED,
        N_("Ask for the file again, or divide it in the program that made it."),
        name=name,
    )


def took_too_much(name: str) -> NotReadable:
    return NotReadable(
        N_("“{name}” was not opened: reading it took too much memory or time, or the reading broke off."),
        NOTHING_CHANGED,
        N_("Try again, or ask for the file again. Earlier versions are in the backups."),
        name=name,
    )


def reading_failed(error: OSError, name: str) -> NotReadable:
    """The sentence for what the system said when a file was to be read."""
    happened = {
        errno.ENOENT: N_("“{name}” is not there."),
        errno.EISDIR: N_("“{name}” is a folder, not a project file."),
        errno.EACCES: N_("You have no permission to read “{name}”."),
        errno.EPERM: N_("You have no permission to read “{name}”."),
    }.get(error.errno or 0, N_("“{name}” cannot be read ({why})."))
    return NotReadable(happened, "", N_("Choose another file."), name=name, why=error.strerror or type(error).__name__)


def saving_failed(error: OSError, name: str) -> NotSaved:
    """The sentence for what the system said when a file was to be written."""
    happened = {
        errno.ENOSPC: N_("“{name}” was not saved: the disk is full."),
        errno.EDQUOT: N_("“{name}” was not saved: the disk is full."),
        errno.EFBIG: N_("“{name}” was not saved: the disk takes no file of this size."),
        errno.EACCES: N_("“{name}” was not saved: you have no permission to write there."),
        errno.EPERM: N_("“{name}” was not saved: you have no permission to write there."),
        errno.EROFS: N_("“{name}” was not saved: you have no permission to write there."),
        errno.ENOENT: N_("“{name}” was not saved: its folder is not there."),
        errno.EISDIR: N_("“{name}” was not saved: there is a folder of this name."),
    }.get(error.errno or 0, N_("“{name}” was not saved ({why})."))
    return NotSaved(
        happened,
        WORK_IS_SAFE,
        N_("Make room or save it in another place."),
        name=name,
        why=error.strerror or type(error).__name__,
    )


def no_file(name: str) -> NotSaved:
    return NotSaved(
        N_("“{name}” was not saved: this name belongs to something that is not a file."),
        WORK_IS_SAFE,
        N_("Choose another name."),
        name=name,
    )


def not_confirmed(name: str, digest: str) -> NotConfirmed:
    """`digest` is the SHA-256 of what is in place."""
    return NotConfirmed(
        N_("“{name}” was written, but the disk did not confirm it."),
        N_("Your work is still open and counts as not saved."),
        N_("Save again, or on another disk."),
        name=name,
        digest=digest,
    )


def not_given_back(name: str) -> NotSaved:
    return NotSaved(
        N_("“{name}” was not saved: the data read back did not match what was written."),
        N_("The file on the disk is as it was, and your work is still open."),
        N_("Save it on another disk."),
        name=name,
    )


def not_backed_up(name: str, error: OSError) -> NotBackedUp:
    return NotBackedUp(
        N_("“{name}” was not replaced: no copy of what it holds can be kept ({why})."),
        N_("Both versions are safe: that one in the file, yours here."),
        N_("Save yours under another name, or replace it without a copy."),
        name=name,
        why=error.strerror or type(error).__name__,
    )
