"""How wide the fonts of a client's template are beside ours: measured where they are installed, else with a margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cxstudio.look.fonts import REGULAR, SEMIBOLD, family_on_this_machine, font_book

if TYPE_CHECKING:
    from pptx.presentation import Presentation

UNKNOWN: Final = 1.36
"""Of a font that is not installed here: as wide as Verdana and DejaVu Sans, the widest usual ones, which programs also
show instead of a font they do not have."""
_SAFE: Final = 1.02
"""Programs round the places of letters."""
_SAID: Final = (
    "Umziehende erfahren nicht, ob ihre Abmeldung angekommen ist. Vier Basisanforderungen enttäuschen, drei davon sind "
    "nicht erfüllt. Measures up for approval cost 32.000 € once and 6.900 € a year. 0123456789"
)
"""What is measured: letters as often as reports have them."""
_LATIN: Final = re.compile(r"<a:(major|minor)Font>\s*<a:latin [^>]*?typeface=\"([^\"]*)\"")


def typefaces(deck: Presentation) -> tuple[str, ...]:
    """The fonts of headings and texts of a deck's themes, each once."""
    found: list[str] = []
    for master in deck.slide_masters:
        part: Any = master.part
        for relation in part.rels.values():
            if relation.reltype.endswith("/theme"):
                said = relation.target_part.blob.decode("utf-8", "replace")
                found += [name for _, name in _LATIN.findall(said) if name]
    return tuple(dict.fromkeys(found))


def wider_than_ours(names: Sequence[str], folders: Iterable[Path] | None = None) -> float:
    """How much wider than ours texts stand in the widest of these fonts; at least 1. Without a name it is unknown."""
    return max([1.0, *(_ratio(name, folders) for name in names)]) if names else UNKNOWN


def _ratio(name: str, folders: Iterable[Path] | None) -> float:
    styles = family_on_this_machine(name, folders)
    if not styles:
        return UNKNOWN
    book = font_book()
    bold, plain = styles.get("bold"), styles.get("regular") or next(iter(styles.values()))
    pairs = [(plain, book.advances(REGULAR)), *([(bold, book.advances(SEMIBOLD))] if bold else [])]
    return _SAFE * max(_wider(theirs, ours) for theirs, ours in pairs)


def _wider(theirs: Mapping[int, float], ours: Mapping[int, float]) -> float:
    """By the letters both have; a font without most of them is not what anybody sees."""
    both = [c for c in map(ord, _SAID) if c in theirs and c in ours]
    if len(both) < len(_SAID) / 2:
        return UNKNOWN
    return sum(theirs[c] for c in both) / sum(ours[c] for c in both)
