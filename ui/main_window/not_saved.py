"""The bar about a save that did not happen: it goes as soon as the project was saved, however that came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.errors import UserError

if TYPE_CHECKING:
    from ui.context.context import Context


def tell_not_saved(context: Context, error: UserError) -> None:
    """Say why nothing was saved."""
    file = context.session.file
    saved = file.saved_at
    context.messages.error(error, "saving", lambda: file.saved_at is saved)
