"""Which entries of the catalogue a journey has already."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from cxstudio.catalogue.names import key_of, leads
from cxstudio.catalogue.touchpoints import Entry
from cxstudio.model import Id, Touchpoint
from cxstudio.steps import Steps, finished

_AT_A_TIME: Final = 250
"""So many touchpoints are looked at in one step."""


def covered(entries: Collection[Entry], touchpoints: Iterable[Touchpoint]) -> dict[str, Id]:
    """Entry → the touchpoint that covers it: taken from it, called the same, or called the same and more.

    "Final bill for the old flat" covers "Final bill", in whatever language the map is written.
    """
    return finished(covered_in_steps(entries, touchpoints))


def covered_in_steps(entries: Collection[Entry], touchpoints: Iterable[Touchpoint]) -> Steps[dict[str, Id]]:
    """The same in steps."""
    keys = {entry.id: (key_of(entry.name.de), key_of(entry.name.en)) for entry in entries}
    sought = {key for names in keys.values() for key in names}
    beginnings = {key.partition(" ")[0] for key in sought}
    by_origin: dict[str, Id] = {}
    by_name: dict[str, Id] = {}
    for at, touchpoint in enumerate(touchpoints):
        if not at % _AT_A_TIME:
            yield
        if touchpoint.catalogue_entry:
            by_origin.setdefault(touchpoint.catalogue_entry, touchpoint.id)
        if key_of(touchpoint.name).partition(" ")[0] in beginnings:  # few are, and the rest is dear
            for key in sought.intersection(leads(touchpoint.name)):
                by_name.setdefault(key, touchpoint.id)
    found: dict[str, Id] = {}
    for entry in entries:
        touchpoint_id = by_origin.get(entry.id)
        for name in keys[entry.id]:
            touchpoint_id = touchpoint_id or by_name.get(name)
        if touchpoint_id is not None:
            found[entry.id] = touchpoint_id
    return found
