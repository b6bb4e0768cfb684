"""What drawing code needs of a theme: colours by role, and mixtures of two."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor

from cxstudio.look.roles import Role


class Colours(Protocol):
    """Anything that knows the colour of a role."""

    def colour(self, role: Role) -> QColor: ...


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """One colour with a share of another in it."""
    return QColor.fromRgbF(
        one.redF() * (1 - share) + other.redF() * share,
        one.greenF() * (1 - share) + other.greenF() * share,
        one.blueF() * (1 - share) + other.blueF() * share,
    )
