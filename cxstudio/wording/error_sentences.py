"""Errors as sentences."""

from __future__ import annotations

from cxstudio.errors import UserError
from cxstudio.wording.texts import Texts


def sentence(error: UserError, texts: Texts) -> str:
    """What happened, what is safe, what to do, in the language of `texts`."""
    parts = (texts.tr(part, **error.values) for part in (error.happened, error.safe, error.todo) if part)
    return " ".join(parts)
