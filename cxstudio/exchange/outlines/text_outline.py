"""Headings, lists and numbered steps of a text as an outline."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.exchange.outlines.outline import Item

_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)")
_UNDERLINE: Final = re.compile(r"\s{0,3}(=+|-{3,})\s*")
_ITEM: Final = re.compile(
    r"(\s*)(?:[-*+•·▪◦‣–]|(\d{1,3}(?:\.\d{1,3})*[.):]|\d{1,3}(?:\.\d{1,3})+))\s+(?:\[[ xX]\]\s+)?(\S.*)"
)
_ARROWS: Final = re.compile(r"→|⇒|➔|➜|-{1,2}>|=>")
_MARKS: Final = re.compile(r"(\*\*|__|~~|`)(.+?)\1")
_LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_TAB: Final = 4
_FEWEST: Final = 3
_LONGEST: Final = 160
_MOSTLY: Final = 0.7
_DEEPEST: Final = 12
"""Levels of items; what stands further in is on the last of them."""


def looks_like_outline(text: str) -> bool:
    """Whether a text is headings and items, or numbered steps, far more than running text."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    if sum("\t" in line.strip() for line in lines) * 2 > len(lines):
        return False
    items = sum(1 for line in lines if (match := _ITEM.fullmatch(line)) and _names(match[3]))
    heads = sum(1 for line in lines if _HEADING.fullmatch(line) or _UNDERLINE.fullmatch(line))
    flows = sum(1 for line in lines if len(_ARROWS.split(line.strip())) >= _FEWEST)
    if heads and items:
        return heads + items >= _FEWEST
    return (items >= _FEWEST or flows >= 1) and items + flows + heads >= _MOSTLY * len(lines)


def outline_of(text: str) -> list[Item]:
    """The outline of a text. What stands below an item without being one is said about it."""
    top = Item("")
    heads: list[tuple[int, Item]] = [(0, top)]
    items: list[tuple[int, Item]] = []
    lines = [line.rstrip().expandtabs(_TAB) for line in text.splitlines()]
    for at, line in enumerate(lines):
        if not line.strip() or (_UNDERLINE.fullmatch(line) and at and lines[at - 1].strip()):
            continue
        heading = _heading(lines, at)
        if heading is not None:
            level, words = heading
            while heads[-1][0] >= level:
                heads.pop()
            made = Item(_plain(words), headed=True)
            heads[-1][1].children.append(made)
            heads.append((level, made))
            items = []
            continue
        match = _ITEM.fullmatch(line)
        if match is not None:
            depth = _depth(match)
            while items and (items[-1][0] >= depth or len(items) >= _DEEPEST):
                items.pop()
            made = Item(_plain(match[3]))
            (items[-1][1] if items else heads[-1][1]).children.append(made)
            items.append((depth, made))
            continue
        flow = [_plain(part) for part in _ARROWS.split(line.strip()) if part.strip()]
        if len(flow) >= _FEWEST:
            heads[-1][1].children += [Item(part) for part in flow]
            items = []
        else:
            (items[-1][1] if items else heads[-1][1]).said.append(_plain(line.strip()))
    return top.children


def _names(text: str) -> bool:
    return len(text) <= _LONGEST and any(c.isalpha() for c in text)


def _heading(lines: list[str], at: int) -> tuple[int, str] | None:
    match = _HEADING.fullmatch(lines[at])
    if match is not None:
        return len(match[1]), match[2].rstrip("#").rstrip() or match[2]
    under = _UNDERLINE.fullmatch(lines[at + 1]) if at + 1 < len(lines) else None
    if under is not None and not _ITEM.fullmatch(lines[at]):
        return (1 if under[1].startswith("=") else 2), lines[at].strip()
    return None


def _depth(match: re.Match[str]) -> int:
    """How far in an item stands; “2.1” is one level below “2”."""
    return len(match[1]) * 10 + (match[2].rstrip(".):").count(".") if match[2] else 0)


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(r"\2", _LINK.sub(r"\1", text)).split())
