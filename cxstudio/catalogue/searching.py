"""Finding entries by words: in both languages, and by other words for the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cxstudio.caches import cached
from cxstudio.catalogue.names import key_of
from cxstudio.catalogue.touchpoints import Entry
from cxstudio.catalogue.vocabulary import STAGE_BY_ID, SYNONYMS, channel_name, industry_name
from cxstudio.model.folding import sought
from cxstudio.model.kinds import ContactKind

_CONTACTS: Final = {
    ContactKind.PERSON: "persönlich person",
    ContactKind.SELF_SERVICE: "selbstbedienung self service",
    ContactKind.AUTOMATED: "automatisch automated",
    ContactKind.WRITTEN: "schriftlich written",
}
_SAME: Final = {
    word: frozenset(words) for row in SYNONYMS for words in [sought(row).split()] for word in words if len(word) > 1
}
_EVERYTHING: Final = _SAME["touchpoint"]
"""Words that say no more than that it is in the catalogue."""


def matching(entries: Iterable[Entry], text: str) -> list[Entry]:
    """The entries in which every word of the text, or another word for it, is found."""
    words = [w for w in key_of(sought(text)).split() if w not in _EVERYTHING]
    groups = [{word, *_SAME.get(word, ())} for word in words]
    return [e for e in entries if all(any(word in _words(e) for word in group) for group in groups)]


@cached(8192)
def _words(entry: Entry) -> str:
    stage = STAGE_BY_ID[entry.stage].name
    parts = [entry.name.de, entry.name.en, entry.note.de, entry.note.en, stage.de, stage.en]
    for language in ("de", "en"):
        parts += [channel_name(entry.channel, language), *(industry_name(i, language) for i in entry.industries)]
    if entry.contact is not None:
        parts.append(_CONTACTS[entry.contact])
    return key_of(sought(" ".join(parts)))
