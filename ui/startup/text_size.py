"""The size of the text somebody wants, beside the system's scale: everything in the window grows with it."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Final

from cxstudio.session.settings import TEXT_SIZE, Settings

SCALE: Final = "QT_SCALE_FACTOR"
"""Read by Qt once, when the application is made; it multiplies what the system says."""


def wear_text_size(settings: Settings, surroundings: MutableMapping[str, str]) -> float:
    """Let what is drawn from now on have the size of text that is set; before the application is made. Returns it."""
    wanted = int(settings[TEXT_SIZE]) / 100
    try:
        known = float(surroundings.get(SCALE, "1"))
    except ValueError:
        known = 1.0
    if wanted != 1.0:
        surroundings[SCALE] = f"{known * wanted:g}"
    return wanted
