"""Palettes: which colour a role has, on light paper, in the dark, in print, and with a client's accent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxstudio.caches import cached
from cxstudio.look.roles import Role
from cxstudio.resources import resource_table

_NAMED: Mapping[str, Mapping[Role, str]] = {
    name: {Role(role): colour for role, colour in colours.items()}
    for name, colours in resource_table("look", "palettes.toml").items()
}
NAMES = tuple(_NAMED)
TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
"""WCAG 2.2 AA for text, and for what shows a control and its state."""


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

    @property
    def field_line(self) -> str:
        """The border of a field: seen by whoever sees little, on every ground a field stands on."""
        grounds = (self[Role.SURFACE], self[Role.GROUND], self[Role.LANE_GROUND])
        shares = (step / 40 for step in range(41))
        lines = (self.mixed(Role.LINE, Role.INK, share) for share in shares)
        return next(line for line in lines if min(contrast(line, each) for each in grounds) >= MARK_CONTRAST)

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
    colours = {**_NAMED["light"], **_NAMED[name]}
    if accent:
        colours.update(_branded(colours, accent))
    return Palette(name, colours, accent)


def _branded(colours: Mapping[Role, str], accent: str) -> dict[Role, str]:
    surface, ink = colours[Role.SURFACE], colours[Role.INK]
    dark = luminance(ink) > luminance(surface)
    grounds = (surface, colours[Role.GROUND], colours[Role.LANE_GROUND])
    for step in range(21):
        readable = mix(accent, ink, step / 20)
        ground = _ground(colours, readable, 0.22 if dark else 0.09)
        if min(contrast(readable, each) for each in (*grounds, ground)) >= TEXT_CONTRAST:
            break
    on = max(("#FFFFFF", "#10152C"), key=lambda c: contrast(c, readable))
    line = mix(surface, readable, 0.45)
    return {Role.ACCENT: readable, Role.ACCENT_GROUND: ground, Role.ACCENT_LINE: line, Role.ON_ACCENT: on}


def _ground(colours: Mapping[Role, str], accent: str, most: float) -> str:
    """The surface with some of the accent in it: as much as leaves every text on it readable."""
    surface, texts = colours[Role.SURFACE], (Role.INK, Role.MUTED, Role.FAINT)
    for step in range(20, -1, -1):
        ground = mix(surface, accent, most * step / 20)
        if min(contrast(colours[text], ground) for text in texts) >= TEXT_CONTRAST:
            break
    return ground


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
