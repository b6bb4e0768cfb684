"""The first pass over many touchpoints: which of them are worth the time of a full rating."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import ShortlistMark
from cxstudio.store import Draft


def mark_shortlist(draft: Draft, ids: Iterable[Id], mark: ShortlistMark | None) -> None:
    """Say of touchpoints that they do not matter, are to be checked or burn; None takes the word back."""
    for touchpoint in ids:
        draft.update(Touchpoint, touchpoint, shortlist=mark)
