"""Notes that are one text in two places: what is decided for the one holds for the other. Nothing else is compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxstudio.merging.conflicts import Place, Records
from cxstudio.model import Note
from cxstudio.model.empathy_fields import LINKED


def decided_with(here: Records, there: Records) -> Mapping[Place, Place]:
    """Field of a note made from another one → the other's field, where both say the same in either copy."""
    return dict(_pairs(here, there))


def _pairs(here: Records, there: Records) -> Iterator[tuple[Place, Place]]:
    for made, also in ((r, there.get(i)) for i, r in here.items()):
        if not isinstance(made, Note) or not isinstance(also, Note) or made.came_from is None:
            continue
        origin, theirs = here.get(made.came_from), there.get(made.came_from)
        if also.came_from != made.came_from or not isinstance(origin, Note) or not isinstance(theirs, Note):
            continue
        if origin.came_from is not None or theirs.came_from is not None:
            continue
        for name in LINKED:
            if getattr(made, name) == getattr(origin, name) and getattr(also, name) == getattr(theirs, name):
                yield (made.id, name, None), (origin.id, name, None)
