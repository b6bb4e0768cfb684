"""How the workshop of a sample ran: real times on the day the sample is moved to, by the clock of this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from cxstudio.model import AgendaBlock, Document, Record, Workshop
from cxstudio.model.workshops import written


def held(document: Document, ran: Sequence[Sequence[int]]) -> Document:
    """The sample after its workshop; `ran` as in `LindenfurtFacts.workshop_ran`."""
    return document.evolve(list(_held(document, ran)))


def _held(document: Document, ran: Sequence[Sequence[int]]) -> Iterator[Record]:
    workshop = document.all(Workshop)[0]
    assert workshop.day is not None
    starts = datetime.combine(workshop.day, time.fromisoformat(workshop.starts))

    def moment(minute: int) -> str:
        return written((starts + timedelta(minutes=minute)).astimezone())

    yield workshop.model_copy(update={"began": moment(ran[0][0]), "ended": moment(ran[-1][-1])})
    for block, minutes in zip(document.having(AgendaBlock, "workshop", workshop.id), ran, strict=True):
        if minutes:
            yield block.model_copy(update={"began": moment(minutes[0]), "ended": moment(minutes[1])})
        else:
            yield block.model_copy(update={"skipped": True})
