"""Colour roles: what a colour means. Palettes say which colour that is."""

from enum import StrEnum


class Role(StrEnum):
    GROUND = "ground"
    SURFACE = "surface"
    LINE = "line"
    FAINT_LINE = "faint_line"
    LANE_GROUND = "lane_ground"
    """Very light ground of every second lane."""
    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    ACCENT_GROUND = "accent_ground"
    ON_ACCENT = "on_accent"
    """Text on a surface filled with the accent."""
    DELIGHTING = "delighting"
    DELIGHTING_GROUND = "delighting_ground"
    DISAPPOINTING = "disappointing"
    """Marks, bars, dots."""
    DISAPPOINTING_TEXT = "disappointing_text"
    DISAPPOINTING_GROUND = "disappointing_ground"
    OKAY = "okay"
    OKAY_GROUND = "okay_ground"
    STARDUST = "stardust"
    STARDUST_GROUND = "stardust_ground"
    SAVED = "saved"
    """The green dot of the saved state."""
    DEPARTMENT_1 = "department_1"
    DEPARTMENT_2 = "department_2"
    DEPARTMENT_3 = "department_3"
    DEPARTMENT_4 = "department_4"
    DEPARTMENT_5 = "department_5"
    DEPARTMENT_6 = "department_6"
    DEPARTMENT_7 = "department_7"
    DEPARTMENT_8 = "department_8"
    SHADOW = "shadow"


DEPARTMENT_ROLES = tuple(Role(f"department_{n}") for n in range(1, 9))
"""Grounds that tell departments apart, handed out in the departments' order, again from the start after eight."""
