"""The moment documents say they were made."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def made_at() -> datetime:
    """The moment documents say they were made: now, or what SOURCE_DATE_EPOCH (seconds since 1970) says."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdecimal() else datetime.now().astimezone()
