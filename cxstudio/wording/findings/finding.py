"""What all findings share: a sentence with the touchpoints it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.model import Document, Id
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.texts import Texts

MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence written from figures, and where it leads."""

    text: str
    touchpoints: tuple[Id, ...] = ()


def named(document: Document, touchpoint: Id, texts: Texts) -> str:
    """A touchpoint's short name in quotation marks."""
    return texts.quoted(short_name(document, touchpoint))


def lowest_named(document: Document, touchpoints: Sequence[Id], texts: Texts, *, survey: bool) -> str:
    """Those that lie lowest, the lowest first; of a survey which cannot be told apart from it."""
    names = [named(document, touchpoint, texts) for touchpoint in touchpoints]
    if not survey or len(names) < 2:
        return texts.listed(names)
    others = texts.listed(names[1:])
    return texts.tr("{name} (cannot be told apart: {others})", name=names[0], others=others)


def listed(document: Document, touchpoints: Sequence[Id], texts: Texts) -> str:
    """The first few by name, and how many more there are."""
    names = [named(document, touchpoint, texts) for touchpoint in touchpoints[:MOST_NAMED]]
    more = len(touchpoints) - len(names)
    if more:
        names.append(texts.trn("{n} more", "{n} more", more))
    return texts.listed(names)


def sentence(text: str, texts: Texts, *, assumed: bool = False) -> str:
    """The text as a sentence; says so where it rests on a guess."""
    return (texts.tr("{sentence} (assumption)", sentence=text) if assumed else text) + "."
