"""Every text can be read on every ground it stands on, in all palettes and with any client's accent."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.look.palette import NAMES, contrast, palette
from cxstudio.look.roles import DEPARTMENT_ROLES, Role
from cxstudio.resources import resource_table

VERDICTS = (Role.DISAPPOINTING_TEXT, Role.DELIGHTING, Role.OKAY, Role.STARDUST)
"""Inks of verdicts; a selected row has them on the accent's ground."""
PAIRS = [
    *((ink, ground) for ink in (Role.INK, Role.MUTED, Role.FAINT)
      for ground in (Role.SURFACE, Role.GROUND, Role.LANE_GROUND)),
    *((Role.INK, ground) for ground in (Role.OKAY_GROUND, Role.DELIGHTING_GROUND, Role.STARDUST_GROUND)),
    *((ink, Role.ACCENT_GROUND) for ink in VERDICTS),
    (Role.SURFACE, Role.DELIGHTING),
    *((ink, ground) for ink in (Role.MUTED, Role.FAINT) for ground in (Role.OKAY_GROUND, Role.ACCENT_GROUND)),
    (Role.ACCENT, Role.LANE_GROUND),
    *((Role.INK, ground) for ground in DEPARTMENT_ROLES),
    (Role.ACCENT, Role.SURFACE),
    (Role.ACCENT, Role.GROUND),
    (Role.ACCENT, Role.ACCENT_GROUND),
    (Role.INK, Role.ACCENT_GROUND),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.DELIGHTING, Role.DELIGHTING_GROUND),
    (Role.DELIGHTING, Role.SURFACE),
    (Role.DISAPPOINTING_TEXT, Role.DISAPPOINTING_GROUND),
    (Role.DISAPPOINTING_TEXT, Role.SURFACE),
    (Role.DISAPPOINTING_TEXT, Role.LANE_GROUND),
    (Role.OKAY, Role.SURFACE),
    (Role.OKAY, Role.LANE_GROUND),
    (Role.OKAY, Role.OKAY_GROUND),
    (Role.STARDUST, Role.STARDUST_GROUND),
    (Role.STARDUST, Role.SURFACE),
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read(name: str) -> None:
    colours = palette(name)
    for ink, ground in PAIRS:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (name, ink, ground)


@pytest.mark.parametrize("name", NAMES)
def test_4096_accents_leave_every_text_readable_and_every_ring_seen(name: str) -> None:
    steps = range(0, 256, 17)
    grounds = (Role.SURFACE, Role.GROUND, Role.LANE_GROUND, Role.ACCENT_GROUND)
    for accent in (f"#{red:02X}{green:02X}{blue:02X}" for red in steps for green in steps for blue in steps):
        colours = palette(name, accent)
        assert contrast(colours[Role.ON_ACCENT], colours[Role.ACCENT]) >= 4.5, accent
        for ground in grounds:
            assert contrast(colours[Role.ACCENT], colours[ground]) >= 4.5, (accent, ground)
        for ink in (Role.INK, Role.MUTED, Role.FAINT, *VERDICTS):
            assert contrast(colours[ink], colours[Role.ACCENT_GROUND]) >= 4.5, (accent, ink)


@pytest.mark.parametrize("name", NAMES)
def test_the_border_of_a_field_is_seen(name: str) -> None:
    colours = palette(name)
    for ground in (Role.SURFACE, Role.GROUND, Role.LANE_GROUND):
        assert contrast(colours.field_line, colours[ground]) >= 3.0


@pytest.mark.parametrize("name", NAMES)
def test_marks_stand_out_and_differ_in_brightness(name: str) -> None:
    colours = palette(name)
    for mark in (Role.DISAPPOINTING, Role.DELIGHTING, Role.OKAY, Role.STARDUST):
        assert contrast(colours[mark], colours[Role.SURFACE]) >= 3.0
    assert contrast(colours[Role.DISAPPOINTING], colours[Role.DELIGHTING]) >= 1.3


@pytest.mark.parametrize("name", NAMES)
def test_every_role_has_a_colour(name: str) -> None:
    assert set(palette(name)) == set(Role)


@given(st.sampled_from(NAMES), st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))
def test_any_accent_of_a_client_stays_readable(name: str, accent: str) -> None:
    colours = palette(name, accent)
    for ink, ground in ((Role.ACCENT, Role.SURFACE), (Role.ACCENT, Role.ACCENT_GROUND), (Role.ON_ACCENT, Role.ACCENT)):
        assert contrast(colours[ink], colours[ground]) >= 4.5


def test_the_same_palette_is_the_same_object_and_unknown_ones_are_refused() -> None:
    assert palette("light") is palette("light")
    assert palette("dark").dark
    assert not palette("print").dark
    with pytest.raises(ValueError, match="sepia"):
        palette("sepia")


def test_the_file_of_palettes_names_every_role_with_a_colour() -> None:
    written = resource_table("look", "palettes.toml")
    assert set(written["light"]) == set(written["dark"]) == set(Role) > set(written["print"])
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colours in written.values() for colour in colours.values())
