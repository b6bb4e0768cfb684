"""Drawn signs: faces, marks and channel icons, as outlines on a grid of 24 with one stroke weight.

Each is written as a short path: M x y, L x y, C x1 y1 x2 y2 x y, Z; O cx cy r is a circle, R x y w h r a
rectangle with round corners.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from cxstudio.caches import cached

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


_EYES = ("O 8.6 9.6 1.35", "O 15.4 9.6 1.35")
_MOUTHS = {
    -3: ("M 7.4 17.2 C 8.6 12.7 15.4 12.7 16.6 17.2 Z",),
    -2: ("M 7.6 17.2 C 9.2 13.3 14.8 13.3 16.4 17.2",),
    -1: ("M 8 16.4 C 9.6 14.4 14.4 14.4 16 16.4",),
    0: ("M 8 15.6 L 16 15.6",),
    1: ("M 8 14.8 C 9.6 16.8 14.4 16.8 16 14.8",),
    2: ("M 7.6 14.2 C 9.2 18 14.8 18 16.4 14.2",),
    3: ("M 7.2 13.6 C 8.2 19.4 15.8 19.4 16.8 13.6 Z",),
}
FACES = {step: f"face{step:+d}" if step else "face0" for step in _MOUTHS}
"""Emotion → name of its face (without the circle around it)."""

_STROKED: dict[str, tuple[str, ...]] = {
    "globe": ("O 12 12 9", "M 3 12 L 21 12", "M 12 3 C 7.6 7.4 7.6 16.6 12 21", "M 12 3 C 16.4 7.4 16.4 16.6 12 21"),
    "mail": ("R 3 5 18 14 2.4", "M 3.8 6.4 L 12 13 L 20.2 6.4"),
    "letter": ("M 6 3 L 14.5 3 L 19 7.5 L 19 21 L 6 21 Z", "M 9.5 11 L 15.5 11", "M 9.5 15 L 15.5 15"),
    "phone": (
        (
            "M 6.2 3.2 L 9.2 3.6 L 10.8 8 L 8.6 9.9 C 9.7 12.3 11.7 14.3 14.1 15.4 L 16 13.2 L 20.4 14.8 L 20.8 17.8 "
            "C 20.8 19.6 19.4 20.9 17.6 20.8 C 10 20.2 3.8 14 3.2 6.4 C 3.1 4.6 4.4 3.2 6.2 3.2 Z"
        ),
    ),
    "mobile": ("R 6.5 2.5 11 19 2.4", "M 10.6 18.4 L 13.4 18.4"),
    "store": (
        (
            "M 4.4 4 L 19.6 4 L 21 9.2 C 21 12 17 12 16.6 9.4 C 16.2 12 12.4 12 12 9.4 C 11.6 12 7.8 12 7.4 9.4 "
            "C 7 12 3 12 3 9.2 Z"
        ),
        "M 4.6 12.2 L 4.6 20.4 L 19.4 20.4 L 19.4 12.2",
        "M 9.6 20.4 L 9.6 15.2 L 14.4 15.2 L 14.4 20.4",
    ),
    "people": (
        "O 8.6 8 3.4",
        "M 2.4 20 C 2.4 12.6 14.8 12.6 14.8 20",
        "M 15.2 4.9 C 19.2 4.9 19.4 11 15.4 11.2",
        "M 17.4 13.8 C 20.2 14.6 21.6 16.8 21.6 20",
    ),
    "person": ("O 12 7.6 3.9", "M 4.4 20.6 C 4.4 11.8 19.6 11.8 19.6 20.6"),
    "portal": ("R 3 4.2 18 15.6 2.4", "M 3 9 L 21 9", "M 7.4 13 L 12.6 13", "M 7.4 16.2 L 16.6 16.2"),
    "chat": (
        (
            "M 5.4 4 L 18.6 4 C 20 4 21 5 21 6.4 L 21 14 C 21 15.4 20 16.4 18.6 16.4 L 11.6 16.4 L 7 20.4 L 7 16.4 "
            "L 5.4 16.4 C 4 16.4 3 15.4 3 14 L 3 6.4 C 3 5 4 4 5.4 4 Z"
        ),
    ),
    "video": ("R 2.6 6 12.8 12 2.4", "M 15.4 10.6 L 21.2 7.4 L 21.2 16.6 L 15.4 13.4"),
    "kiosk": ("R 5 2.8 14 11.6 2", "M 12 14.4 L 12 21", "M 7.6 21.2 L 16.4 21.2", "M 9 8.6 L 15 8.6"),
    "house": ("M 3.4 11 L 12 3.6 L 20.6 11", "M 5.6 9.4 L 5.6 20.4 L 18.4 20.4 L 18.4 9.4"),
    "truck": (
        "M 2.6 6 L 14 6 L 14 16.8 L 2.6 16.8 Z",
        "M 14 9.6 L 18.2 9.6 L 21.4 13 L 21.4 16.8 L 14 16.8",
        "O 7 18 2",
        "O 17.4 18 2",
    ),
    "handover": ("M 4 9 L 20 9", "M 16.4 5.4 L 20 9 L 16.4 12.6", "M 20 15.4 L 4 15.4", "M 7.6 11.8 L 4 15.4 L 7.6 19"),
    "thought": (
        (
            "M 7.4 15.4 C 3.8 15.4 2.4 10.6 5.6 9.2 C 5.2 4.6 11.4 2.8 13.4 6 C 17.4 4 21.6 8.2 19.4 11.2 "
            "C 20.8 14.4 17.2 16.6 14.8 15 C 13 17 9.2 17 7.4 15.4 Z"
        ),
        "O 7.4 19 1.3",
        "O 4.4 21.6 0.8",
    ),
    "need": (
        "M 12 20.4 C 3 14.4 2.2 8.6 5.2 6 C 7.6 4 10.8 5 12 8 C 13.2 5 16.4 4 18.8 6 C 21.8 8.6 21 14.4 12 20.4 Z",
    ),
    "plus": ("M 12 5 L 12 19", "M 5 12 L 19 12"),
    "minus": ("M 5 12 L 19 12",),
    "moved": ("M 3.5 12 L 20 12", "M 13.4 5.4 L 20 12 L 13.4 18.6"),
    "altered": ("M 3.4 14.2 C 6 7.4 9.2 7.6 12 12 C 14.8 16.4 18 16.6 20.6 9.8",),
    "disagree": ("M 5 9.2 L 19 9.2", "M 5 14.8 L 19 14.8", "M 15.4 4.6 L 8.6 19.4"),
    "fold": ("M 9 6 L 15 12 L 9 18",),
    "unfold": ("M 6 9 L 12 15 L 18 9",),
    "unreachable": ("M 2.5 12 L 11 12", "O 17 12 4.6", "M 4.6 16.4 L 9 7.6"),
    "dead_end": ("M 12 20.5 L 12 6.5", "M 4.6 5 L 19.4 5"),
    "loop": (
        "M 18.6 8 C 16.4 4.4 11 3.4 7.4 6.4 C 3.8 9.4 3.8 15 7.4 17.8 C 11 20.6 16.6 19.6 18.8 15.8",
        "M 19.2 3.2 L 18.8 8.4 L 13.6 8",
    ),
    "passage": ("M 4.6 3.6 C 11 8.6 11 15.4 4.6 20.4", "M 19.4 3.6 C 13 8.6 13 15.4 19.4 20.4"),
}

_FILLED: dict[str, tuple[str, ...]] = {
    "star": (
        "M 12 1.6 C 12.9 8 16 11.1 22.4 12 C 16 12.9 12.9 16 12 22.4 C 11.1 16 8 12.9 1.6 12 C 8 11.1 11.1 8 12 1.6 Z",
    ),
    "up": ("M 12 5 L 20.6 19 L 3.4 19 Z",),
    "down": ("M 12 19 L 3.4 5 L 20.6 5 Z",),
    "dot": ("O 12 12 6",),
    "warning": (
        (
            "M 12 2.6 C 12.7 2.6 13.2 2.9 13.6 3.6 L 22.4 19 C 23.2 20.4 22.4 21.8 20.8 21.8 L 3.2 21.8 "
            "C 1.6 21.8 0.8 20.4 1.6 19 L 10.4 3.6 C 10.8 2.9 11.3 2.6 12 2.6 Z"
        ),
    ),
}

_CUTOUTS = {"warning": ("R 11 8.4 2 6.8 1", "O 12 18 1.35")}

CHANNEL_ICONS = (
    "globe",
    "portal",
    "mobile",
    "mail",
    "chat",
    "video",
    "phone",
    "letter",
    "store",
    "people",
    "person",
    "kiosk",
    "house",
    "truck",
    "dot",
)
"""Names a channel's `icon` may hold, in the order a chooser shows them."""


@cached(128)
def icon(name: str) -> Icon:
    """The sign of that name; a dot for a name not known (a newer program's file)."""
    for step, face in FACES.items():
        if name == face:
            mouth = tuple(parse(m) for m in _MOUTHS[step])
            eyes = tuple(parse(e) for e in _EYES)
            open_mouth = abs(step) == 3
            return Icon(strokes=() if open_mouth else mouth, fills=eyes + (mouth if open_mouth else ()))
    if name in _FILLED:
        return Icon(fills=_parsed(_FILLED[name]), cutouts=_parsed(_CUTOUTS.get(name, ())))
    if name in _STROKED:
        return Icon(strokes=_parsed(_STROKED[name]))
    return icon("dot")


def icon_names() -> tuple[str, ...]:
    """Every name `icon` knows."""
    return (*_STROKED, *_FILLED, *FACES.values())


def _parsed(paths: tuple[str, ...]) -> tuple[tuple[PathPart, ...], ...]:
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
