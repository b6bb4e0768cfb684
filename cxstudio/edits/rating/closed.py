"""A closed round: what people said in it stays as it is until somebody reopens it."""

from __future__ import annotations

from cxstudio.errors import N_, UserError
from cxstudio.model import Document, Id, Round
from cxstudio.model.kinds import RoundState


def is_closed(document: Document, round_id: Id | None) -> bool:
    """Whether a round takes no answers any more."""
    about = document.find(round_id)
    return isinstance(about, Round) and about.state is RoundState.CLOSED


def refuse_closed(document: Document, round_id: Id) -> None:
    """Raises UserError where a round is closed."""
    if is_closed(document, round_id):
        raise UserError(
            N_("This round is closed and takes no answers."), N_("Nothing was changed."), N_("Reopen the round first.")
        )
