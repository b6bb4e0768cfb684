"""What a method card says of time and people."""

from __future__ import annotations

from cxstudio.wording.texts import Texts


def minutes_said(minutes: tuple[int, int], texts: Texts) -> str:
    """How long it takes: "10–20 min"."""
    return texts.tr("{low}–{high} min", low=minutes[0], high=minutes[1])


def people_said(people: tuple[int, int], texts: Texts) -> str:
    """For how many: "3–20 people"."""
    return texts.tr("{low}–{high} people", low=people[0], high=people[1])
