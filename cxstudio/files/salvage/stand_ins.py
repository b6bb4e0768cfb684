"""Nameless records in place of lost ones that others belong to."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.model import BY_NAME
from cxstudio.model.registry import ref_fields

_STAND_INS: Final[dict[str, dict[str, str]]] = {
    "Journey": {"title": "?"},
    "Stage": {"name": "?"},
    "Touchpoint": {"name": "?"},
    "Round": {},
    "Measure": {"title": "?"},
    "Persona": {"name": "?"},
    "Question": {"text": "?"},
    "Idea": {"text": "?"},
    "Workshop": {},
}
"""Kinds to which much belongs → what a nameless one holds."""
_OWNERS: Final = {"Stage": ("journey", "Journey"), "Touchpoint": ("stage", "Stage"), "Round": ("journey", "Journey")}


def stand_ins(pieces: dict[str, list[Any]]) -> dict[str, int]:
    """Put a nameless record where one is lost that others belong to; returns how many of each kind."""
    known = {entry["id"] for entries in pieces.values() for entry in entries}
    made: dict[str, int] = {}
    for sure in (True, False):  # first what can only be of one kind
        waiting = [(kind, entry) for kind, entries in pieces.items() for entry in entries]
        while waiting:
            name, entry = waiting.pop()
            for ref in ref_fields(BY_NAME[name]):
                target, kinds = entry.get(ref.name), [each.__name__ for each in ref.kinds]
                kind = kinds[0] if sure or "Touchpoint" not in kinds else "Touchpoint"  # most things stand there
                lost = ref.owner and isinstance(target, str) and target not in known
                if lost and kind in _STAND_INS and (len(kinds) == 1 if sure else kind == "Touchpoint"):
                    known.add(target)
                    made[kind] = made.get(kind, 0) + 1
                    waiting.append((kind, _stand_in(pieces, kind, target)))
    return made


def _stand_in(pieces: dict[str, list[Any]], kind: str, record_id: str) -> dict[str, str]:
    """A nameless record, at the first one it can belong to."""
    made = {"id": record_id, **_STAND_INS[kind]}
    owner = _OWNERS.get(kind)
    if owner is not None:
        field, above = owner
        made[field] = next((each["id"] for each in pieces.get(above, ())), f"rescued-{above.lower()}")
    pieces.setdefault(kind, []).append(made)
    return made
