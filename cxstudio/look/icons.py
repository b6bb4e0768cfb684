"""Drawn signs: faces, marks and channel icons, as outlines on a grid of 24 (resources/look/signs.toml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Union

from cxstudio.caches import cached
from cxstudio.resources import resource_table

GRID = 24.0
STROKE = 1.9
"""Width of every stroke, on the grid."""

PathPart = Union[tuple[str, float, float], tuple[str, float, float, float, float, float, float], tuple[str]]
_CIRCLE = 0.5523


@dataclass(frozen=True, slots=True)
class Icon:
    """A sign: what is stroked and what is filled."""

    strokes: tuple[tuple[PathPart, ...], ...] = ()
    fills: tuple[tuple[PathPart, ...], ...] = ()
    cutouts: tuple[tuple[PathPart, ...], ...] = ()
    """Filled with the ground's colour, over the fills (the exclamation mark of the warning)."""


_SIGNS: Final = resource_table("look", "signs.toml")
_MOUTHS: Final[dict[int, list[str]]] = {int(step): paths for step, paths in _SIGNS["mouths"].items()}
_STROKED: Final[dict[str, list[str]]] = _SIGNS["stroked"]
_FILLED: Final[dict[str, list[str]]] = _SIGNS["filled"]
FACES = {step: f"face{step:+d}" if step else "face0" for step in _MOUTHS}
"""Emotion → name of its face (without the circle around it)."""
CHANNEL_ICONS: Final[tuple[str, ...]] = tuple(_SIGNS["channels"])
"""Names a channel's `icon` may hold, in the order a chooser shows them."""


@cached(128)
def icon(name: str) -> Icon:
    """The sign of that name; a dot for a name not known (a newer program's file)."""
    for step, face in FACES.items():
        if name == face:
            mouth = _parsed(_MOUTHS[step])
            eyes = _parsed(_SIGNS["eyes"])
            open_mouth = abs(step) == 3
            return Icon(strokes=() if open_mouth else mouth, fills=eyes + (mouth if open_mouth else ()))
    if name in _FILLED:
        return Icon(fills=_parsed(_FILLED[name]), cutouts=_parsed(_SIGNS["cutouts"].get(name, ())))
    if name in _STROKED:
        return Icon(strokes=_parsed(_STROKED[name]))
    return icon("dot")


def icon_names() -> tuple[str, ...]:
    """Every name `icon` knows."""
    return (*_STROKED, *_FILLED, *FACES.values())


def _parsed(paths: Iterable[str]) -> tuple[tuple[PathPart, ...], ...]:
    return tuple(parse(p) for p in paths)


def parse(path: str) -> tuple[PathPart, ...]:
    """A written path as segments."""
    words = path.split()
    found: list[PathPart] = []
    at = 0
    while at < len(words):
        letter = words[at]
        count = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "R": 5}[letter]
        numbers = [float(w) for w in words[at + 1 : at + 1 + count]]
        at += 1 + count
        if letter == "O":
            found.extend(circle(*numbers))
        elif letter == "R":
            found.extend(round_rect(*numbers))
        else:
            found.append((letter, *numbers))  # type: ignore[arg-type]
    return tuple(found)


def circle(cx: float, cy: float, r: float) -> tuple[PathPart, ...]:
    """A circle as four curves."""
    k = r * _CIRCLE
    return (
        ("M", cx + r, cy),
        ("C", cx + r, cy + k, cx + k, cy + r, cx, cy + r),
        ("C", cx - k, cy + r, cx - r, cy + k, cx - r, cy),
        ("C", cx - r, cy - k, cx - k, cy - r, cx, cy - r),
        ("C", cx + k, cy - r, cx + r, cy - k, cx + r, cy),
        ("Z",),
    )


def round_rect(x: float, y: float, w: float, h: float, r: float) -> tuple[PathPart, ...]:
    """A rectangle with round corners."""
    k = r * (1 - _CIRCLE)
    right, bottom = x + w, y + h
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )
