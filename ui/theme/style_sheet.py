"""The style sheet: texts in resources/style with role names in them, filled from a theme."""

from __future__ import annotations

import re

from cxstudio.look.roles import Role
from cxstudio.resources import resource_path
from ui.theme.role_colours import Colours, mix

_FILES = ("window", "forms")
"""Read in this order: a later rule wins."""


def style_sheet(colours: Colours, images: dict[str, str], field_line: str) -> str:
    """The style sheet in these colours; `images` are the paths of "arrow" and "check", `field_line` borders fields."""
    accent, surface, line, ink = Role.ACCENT, Role.SURFACE, Role.LINE, Role.INK

    def mixed(role: Role, other: Role, share: float) -> str:
        return mix(colours.colour(role), colours.colour(other), share).name()

    names = {role.value: colours.colour(role).name() for role in Role}
    names |= {
        "hover": mixed(surface, ink, 0.05),
        "pressed": mixed(surface, ink, 0.1),
        "tile_hover": mixed(surface, Role.ACCENT_GROUND, 0.5),
        "field_line": field_line,
        "line_strong": mixed(line, ink, 0.14),
        "scroll": mixed(line, ink, 0.12),
        "disabled": mixed(Role.FAINT, surface, 0.3),
        "accent_hover": mixed(accent, ink, 0.15),
        "accent_ring": mixed(accent, surface, 0.45),
        "disappointing_line": mixed(Role.DISAPPOINTING_GROUND, Role.DISAPPOINTING, 0.3),
        "delighting_line": mixed(Role.DELIGHTING_GROUND, Role.DELIGHTING, 0.3),
    }
    names |= images
    text = "".join(resource_path("style", f"{name}.qss").read_text("utf-8") for name in _FILES)
    return re.sub(r"@(\w+)", lambda found: names[found[1]], text)
