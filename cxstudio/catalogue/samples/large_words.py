"""The shape of the large sample's words, and what is the same in every language. All invented."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model.kinds import ChannelPlace, ContactKind

_SELF, _AUTO = ContactKind.SELF_SERVICE, ContactKind.AUTOMATED
_PERSON, _WRITTEN = ContactKind.PERSON, ContactKind.WRITTEN
_ON, _OFF = ChannelPlace.ONLINE, ChannelPlace.OFFLINE

CHANNELS = (
    ("web", "globe", _ON), ("portal", "portal", _ON), ("mail", "mail", _ON), ("app", "mobile", _ON),
    ("chat", "chat", _ON), ("phone", "phone", _OFF), ("letter", "letter", _OFF), ("centre", "store", _OFF),
    ("visit", "people", _OFF),
)  # fmt: skip
FORMS = (
    ("web", _SELF), ("portal", _SELF), ("mail", _AUTO), ("phone", _PERSON), ("letter", _WRITTEN), ("app", _AUTO),
    ("chat", _PERSON), ("centre", _PERSON), ("visit", _PERSON), ("web", _SELF),
)  # fmt: skip
"""Channel and kind of contact, in the order of `LargeWords.forms`."""
DEPARTMENTS = ("marketing", "sales", "service", "grid", "billing", "it", "field", "law")
HOME = (
    "marketing", "sales", "sales", "service", "grid", "field", "service", "billing", "billing", "it", "law", "service",
)  # fmt: skip
"""The department at home in each of the twelve stages."""


@dataclass(frozen=True, slots=True)
class LargeWords:
    """The large sample in one language."""

    title: str
    client: str
    question: str
    journey: str
    owner: str
    persona: tuple[str, str, str]
    channels: tuple[str, ...]
    departments: tuple[str, ...]
    stages: tuple[tuple[str, tuple[str, ...]], ...]
    forms: tuple[str, ...]
    groups: tuple[str, ...]
    quotes: tuple[str, ...]
    hurdles: tuple[str, ...]
    opportunities: tuple[str, ...]
    thoughts: tuple[str, ...]
    needs: tuple[str, ...]
    steps: tuple[tuple[str, ...], ...]
    """Per kind of step, in the order of the kinds."""
    measures: tuple[str, ...]
    owners: tuple[str, ...]
    round_title: str
