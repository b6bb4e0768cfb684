"""Errors and news as sentences."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.errors import UserError
from cxstudio.wording.texts import Texts


def sentence(error: UserError, texts: Texts) -> str:
    """What happened, what is safe, what to do, in the language of `texts`."""
    parts = (texts.tr(part, **error.values) for part in (error.happened, error.safe, error.todo) if part)
    return " ".join(parts)


def counted(text: str, many: str, n: int, texts: Texts, values: Mapping[str, object]) -> str:
    """A message kept for later; where it counts things, `many` is its text for other numbers than one."""
    return texts.trn(text, many, n, **values) if many else texts.tr(text, **values)
