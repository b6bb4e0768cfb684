"""Bounds within which a file is read that is to be imported."""

from __future__ import annotations

from typing import Final

from cxstudio.errors import UserError
from cxstudio.session.bounds import Bounds
from cxstudio.wording import N_

BOUNDS: Final = Bounds(2_000, 120)
"""Of reading the largest table there may be."""


def not_imported(name: str) -> UserError:
    """The error for a file that could not be read within them."""
    return UserError(
        N_("“{name}” was not imported: reading it took too much memory or time, or the reading broke off."),
        N_("Nothing was changed."),
        N_("Ask for the file again, or import a part of it."),
        name=name,
    )
