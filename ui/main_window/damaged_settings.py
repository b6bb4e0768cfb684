"""Settings that could not be used began anew: a bar says which, and where the file as it was is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.session.settings import SETTINGS
from ui.context.messages import Notice, Tone, always

if TYPE_CHECKING:
    from ui.context.context import Context


def tell_replaced(context: Context) -> None:
    """Say it once, at the start; nothing where all settings could be used."""
    settings, texts = context.settings, context.texts
    if not settings.replaced:
        return
    if settings.replaced == SETTINGS:
        said = texts.tr("The settings could not be read and were reset.")
    else:
        names = texts.listed([texts.quoted(texts.tr(setting.label)) for setting in settings.replaced])
        said = texts.tr("Some settings could not be read and were reset: {names}.", names=names)
    safe = texts.tr("Your projects are not affected. The old settings are kept in {file}.", file=settings.kept)
    context.messages.post(Notice("settings", f"{said} {safe}", Tone.WARNING, holds=always))
