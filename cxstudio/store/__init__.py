"""How a document changes: drafts, change sets, checks, history and the store that publishes. No rule of the field."""

from cxstudio.store.changes import Change, ChangeSet, Origin, apply, invert, squash
from cxstudio.store.checks import CheckFailed, check_changed
from cxstudio.store.draft import Draft
from cxstudio.store.erasing import erase_people, without_persons
from cxstudio.store.history import UndoResult, what_fits
from cxstudio.store.order import key_between, keys_between
from cxstudio.store.store import Ahead, Store, WrongThread, work_ahead

__all__ = [
    "Ahead",
    "Change",
    "ChangeSet",
    "CheckFailed",
    "Draft",
    "Origin",
    "Store",
    "UndoResult",
    "WrongThread",
    "apply",
    "check_changed",
    "erase_people",
    "invert",
    "key_between",
    "keys_between",
    "squash",
    "what_fits",
    "without_persons",
    "work_ahead",
]
