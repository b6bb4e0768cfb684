"""Splits a text into the pieces between which a line may end."""

from __future__ import annotations

import re
from typing import NamedTuple

_AFTER_HYPHEN = re.compile(r"(?<=\w[-–/])(?=\w)(?!(?<=\d[-–/])\d)|\u200b")
"""Behind a hyphen, but not within a range or a share: 1–7, 24/7."""
_IDEOGRAPHS = re.compile(
    r"(?<=[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef])(?=[^\s、。，．」』）！？])"
)
_UNIT = re.compile(r"(?<=\d) (?=[%‰€$£°](?:\W|$))")
"""The space between a number and its sign: no line ends there."""
_COUNT = re.compile(r"\b([nN]) = (?=\d)")
"""“n = 46”: no line ends in it."""


class Word(NamedTuple):
    """A piece that is not broken unless it is alone on its line."""

    text: str
    glued: bool
    """No space stands before it."""


def words_of(text: str) -> list[Word]:
    """The pieces of a paragraph. Lines may end at spaces, after hyphens and slashes, between ideographs."""
    found = []
    text = _COUNT.sub("\\1\u00a0=\u00a0", _UNIT.sub("\u00a0", text))
    for chunk in re.split(r"[ \t\r\f\v\u2000-\u2006\u2008-\u200a\u3000]+", text):
        if not chunk:
            continue
        if chunk.isascii() and "-" not in chunk and "/" not in chunk:
            found.append(Word(chunk, glued=False))
            continue
        glued = False
        for part in _AFTER_HYPHEN.split(chunk):
            for piece in _IDEOGRAPHS.split(part):
                if piece:
                    found.append(Word(piece, glued))
                    glued = True
    return found
