"""What drawing code needs of a theme: colours by role."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor

from cxstudio.look.roles import Role


class Colours(Protocol):
    """Anything that knows the colour of a role."""

    def colour(self, role: Role) -> QColor: ...
