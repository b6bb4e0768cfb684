"""Palettes: which colour a role has, on light paper, in the dark, in print, and with a client's accent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxstudio.caches import cached
from cxstudio.look.roles import Role

LIGHT: Mapping[Role, str] = {
    Role.GROUND: "#F4F5F7",
    Role.SURFACE: "#FFFFFF",
    Role.LINE: "#E2E5EA",
    Role.FAINT_LINE: "#EEF0F3",
    Role.LANE_GROUND: "#FAFAFB",
    Role.INK: "#1C2430",
    Role.MUTED: "#596275",
    Role.FAINT: "#687080",
    Role.ACCENT: "#3A4FB8",
    Role.ACCENT_GROUND: "#EEF0FB",
    Role.ACCENT_LINE: "#A9B3E3",
    Role.ON_ACCENT: "#FFFFFF",
    Role.DELIGHTING: "#0B4F5C",
    Role.DELIGHTING_GROUND: "#DFF0F2",
    Role.DISAPPOINTING: "#D9581E",
    Role.DISAPPOINTING_TEXT: "#A8380B",
    Role.DISAPPOINTING_GROUND: "#FCEBE2",
    Role.OKAY: "#5B6474",
    Role.OKAY_GROUND: "#EFF1F4",
    Role.STARDUST: "#855708",
    Role.STARDUST_GROUND: "#FBF3DF",
    Role.SAVED: "#17803D",
    Role.DEPARTMENT_1: "#E9E3F6",
    Role.DEPARTMENT_2: "#DFE8F8",
    Role.DEPARTMENT_3: "#E3F0E4",
    Role.DEPARTMENT_4: "#F8EFD6",
    Role.DEPARTMENT_5: "#F7E3E6",
    Role.DEPARTMENT_6: "#DDEFF1",
    Role.DEPARTMENT_7: "#ECE8E0",
    Role.DEPARTMENT_8: "#E6E8F0",
    Role.SHADOW: "#1C2430",
}

DARK: Mapping[Role, str] = {
    Role.GROUND: "#12161D",
    Role.SURFACE: "#1A1F28",
    Role.LINE: "#303847",
    Role.FAINT_LINE: "#262D39",
    Role.LANE_GROUND: "#1E242E",
    Role.INK: "#E8EBF1",
    Role.MUTED: "#AEB6C5",
    Role.FAINT: "#99A2B3",
    Role.ACCENT: "#93A4FF",
    Role.ACCENT_GROUND: "#262E52",
    Role.ACCENT_LINE: "#56629F",
    Role.ON_ACCENT: "#10152C",
    Role.DELIGHTING: "#6FD0DD",
    Role.DELIGHTING_GROUND: "#133841",
    Role.DISAPPOINTING: "#F0803F",
    Role.DISAPPOINTING_TEXT: "#FFAB7D",
    Role.DISAPPOINTING_GROUND: "#45261A",
    Role.OKAY: "#A9B2C1",
    Role.OKAY_GROUND: "#2A313D",
    Role.STARDUST: "#E9BE62",
    Role.STARDUST_GROUND: "#3B3018",
    Role.SAVED: "#55C57C",
    Role.DEPARTMENT_1: "#3A3252",
    Role.DEPARTMENT_2: "#283A58",
    Role.DEPARTMENT_3: "#2A412F",
    Role.DEPARTMENT_4: "#473A1C",
    Role.DEPARTMENT_5: "#4A2C35",
    Role.DEPARTMENT_6: "#1F4247",
    Role.DEPARTMENT_7: "#3D382F",
    Role.DEPARTMENT_8: "#333A4C",
    Role.SHADOW: "#000000",
}

PRINT: Mapping[Role, str] = {
    **LIGHT,
    Role.GROUND: "#FFFFFF",
    Role.LINE: "#D3D8DF",
    Role.FAINT_LINE: "#E6E9ED",
    Role.INK: "#161D28",
    Role.MUTED: "#4C5566",
    Role.FAINT: "#5D6676",
}

_NAMED: Mapping[str, Mapping[Role, str]] = {"light": LIGHT, "dark": DARK, "print": PRINT}
NAMES = tuple(_NAMED)
TEXT_CONTRAST = 4.5
"""WCAG 2.1 AA for text."""


class Palette:
    """Role → "#RRGGBB". Immutable; the same palette is the same object."""

    __slots__ = ("_colours", "accent", "name")

    def __init__(self, name: str, colours: Mapping[Role, str], accent: str = "") -> None:
        self.name = name
        self.accent = accent
        self._colours = dict(colours)

    def __getitem__(self, role: Role) -> str:
        return self._colours[role]

    def __iter__(self) -> Iterator[Role]:
        return iter(self._colours)

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return luminance(self[Role.INK]) > luminance(self[Role.SURFACE])

    def mixed(self, role: Role, other: Role, share: float) -> str:
        """A colour between two roles; 0 is the first, 1 the second."""
        return mix(self[role], self[other], share)


@cached(32)
def palette(name: str, accent: str = "") -> Palette:
    """The palette "light", "dark" or "print", with the client's accent ("#RRGGBB") where there is one.

    The client's colour is moved towards ink until text in it can be read. Raises ValueError for another name.
    """
    if name not in _NAMED:
        raise ValueError(f"no palette {name!r}")
    colours = dict(_NAMED[name])
    if accent:
        colours.update(_branded(colours, accent))
    return Palette(name, colours, accent)


def _branded(colours: Mapping[Role, str], accent: str) -> dict[Role, str]:
    surface, ink = colours[Role.SURFACE], colours[Role.INK]
    dark = luminance(ink) > luminance(surface)
    for step in range(21):
        readable = mix(accent, ink, step / 20)
        ground = mix(surface, readable, 0.22 if dark else 0.09)
        if min(contrast(readable, surface), contrast(readable, ground)) >= TEXT_CONTRAST:
            break
    on = max(("#FFFFFF", "#10152C"), key=lambda c: contrast(c, readable))
    line = mix(surface, readable, 0.45)
    return {Role.ACCENT: readable, Role.ACCENT_GROUND: ground, Role.ACCENT_LINE: line, Role.ON_ACCENT: on}


def rgb(colour: str) -> tuple[float, float, float]:
    """ "#RRGGBB" as three shares of 1."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def mix(a: str, b: str, share: float) -> str:
    """A colour between two; 0 is `a`, 1 is `b`."""
    parts = (round((x + (y - x) * share) * 255) for x, y in zip(rgb(a), rgb(b), strict=True))
    return "#" + "".join(f"{p:02X}" for p in parts)


def luminance(colour: str) -> float:
    """Relative luminance, 0 … 1 (WCAG 2.1)."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, 1 … 21 (WCAG 2.1)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
