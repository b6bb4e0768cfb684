"""What can be asked of minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from cxstudio.documents.report.workshop_record import RecordDetails
from cxstudio.model import Id


@dataclass(frozen=True, slots=True)
class MinutesDetails:
    """Of which workshop the minutes are, and whether people are named."""

    workshop: Id = ""
    """Empty: the last one of the project; its votes, decisions and measures are those of the project."""
    names: bool = False
    """With names of people beside their roles."""
    zone: tzinfo | None = None
    """Where the reader is; None: where this computer is. Real times are told in it."""

    @property
    def record(self) -> RecordDetails:
        """How much of the workshop itself is told."""
        return RecordDetails(self.names, self.zone)
