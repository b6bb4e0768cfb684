"""Where the pictures of a display list come from."""

from __future__ import annotations

from typing import Protocol


class Assets(Protocol):
    """A dict of bytes by hash will do."""

    def get(self, asset: str, /) -> bytes | None:
        """The file's bytes, None where it is missing."""
        ...
