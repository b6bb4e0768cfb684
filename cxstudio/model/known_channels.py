"""The channels the program knows by themselves (resources/catalogue/channels.toml), and names people use for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from cxstudio.caches import cached
from cxstudio.model.base import Id
from cxstudio.model.bilingual import Bilingual
from cxstudio.model.folding import folded
from cxstudio.model.kinds import ChannelPlace
from cxstudio.model.project import Channel, Department
from cxstudio.resources import resource_values

_NO_LETTER: Final = re.compile(r"[\W_]+")
_LEAST_PART: Final = 5
"""So long (letters) has a name to be that a longer word may end with it and be of its kind."""
_LEAST_BEGINNING: Final = 6
"""The same for a longer word that begins with it."""
_MOST_WORDS: Final = 3
"""Words of the longest name in the table."""


@dataclass(frozen=True, slots=True)
class KnownChannel:
    """A channel the program knows by a short key."""

    id: str
    name: Bilingual
    icon: str
    place: ChannelPlace | None = None
    also: tuple[str, ...] = ()
    """Other names for the very same channel, in either language."""
    kin: tuple[str, ...] = ()
    """Names of channels of their own that go by its icon and place."""

    def called(self) -> tuple[str, ...]:
        """Every name for this channel."""
        return (self.id, self.name.de, self.name.en, *self.also)


@dataclass(frozen=True, slots=True)
class _Table:
    channels: tuple[KnownChannel, ...]


@cache
def known_channels() -> tuple[KnownChannel, ...]:
    """Every known channel, in the order a chooser shows them."""
    return resource_values(_Table, "catalogue", "channels.toml").channels


@cached(4_096)
def known_channel(name: str) -> KnownChannel | None:
    """The known channel that is called so, however it is written ("e-mail", "Mail", "Email")."""
    return _names()[0].get(_letters(name))


@cached(4_096)
def channel_like(name: str) -> KnownChannel | None:
    """The known channel a name speaks of, also as a part of it ("Service-Hotline", "Kundenportal").

    Where it speaks of several, the longest word counts, then the last.
    """
    exact = known_channel(name)
    if exact is not None:
        return exact
    words = [_letters(word) for word in _NO_LETTER.split(folded(name)[:300]) if word]
    runs = ["".join(words[at : at + n]) for at in range(len(words)) for n in range(1, _MOST_WORDS + 1)]
    best, length = None, 0
    for run in runs:
        for part, channel in _names()[1].items():
            ends = len(part) >= _LEAST_PART and run.endswith(part)
            begins = len(part) >= _LEAST_BEGINNING and run.startswith(part)
            if len(part) >= length and (run == part or ends or begins):
                best, length = channel, len(part)
    return best


def usual_values(name: str) -> dict[str, Any]:
    """Icon and place of a channel of that name; nothing where it speaks of no known one."""
    like = channel_like(name)
    return {} if like is None else {"icon": like.icon, "place": like.place}


def icon_of(channel: Channel) -> str:
    """The icon a channel is shown with: its own, else that of the known channel its name speaks of."""
    if channel.icon:
        return channel.icon
    like = channel_like(channel.name)
    return like.icon if like is not None else "dot"


@cache
def _names() -> tuple[dict[str, KnownChannel], dict[str, KnownChannel]]:
    """Names → the channel itself, and names → the channel of that kind; all as letters alone."""
    exact = {_letters(name): channel for channel in known_channels() for name in channel.called()}
    return exact, exact | {_letters(name): channel for channel in known_channels() for name in channel.kin}


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", folded(text))


class NameBook:
    """Which record of a kind a name means: the one called so, else a channel known by another of its names."""

    def __init__(self, kind: type[Channel] | type[Department], records: Iterable[Channel | Department] = ()) -> None:
        self._channels = kind is Channel
        self._called: dict[str, Id] = {}
        self._known: dict[str, Id] = {}
        for record in records:
            self.add(record.name, record.id)

    def add(self, name: str, record: Id) -> None:
        """This name means this record, unless it means another already."""
        self._called.setdefault(folded(name), record)
        known = known_channel(name) if self._channels else None
        if known is not None:
            self._known.setdefault(known.id, record)

    def find(self, name: str) -> Id | None:
        """The record a name means."""
        known = known_channel(name) if self._channels else None
        return self._called.get(folded(name)) or (self._known.get(known.id) if known is not None else None)
