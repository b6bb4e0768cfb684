"""What screen readers say of themselves, without anybody moving to where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(about: QObject, text: str, *, at_once: bool = False) -> None:
    """Say a text; `about` is the part of the window it comes from. At once: whatever is being said is broken off."""
    if text.strip():
        event = QAccessibleAnnouncementEvent(about, text)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
        QAccessible.updateAccessibility(event)
