"""Pictures dropped on a card: read with a cap, cleaned by the session, pinned to the touchpoint as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from cxstudio.edits import add_picture
from cxstudio.errors import UserError
from cxstudio.model import Id
from cxstudio.wording import N_

if TYPE_CHECKING:
    from ui.context import Context

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".svg"})
LARGEST = 80_000_000
"""Bytes of a picture file that is read at all."""


def picture_files(data: QMimeData) -> list[str]:
    """The files in a drop that look like pictures; other files are the window's affair."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [name for name in files if Path(name).suffix.lower() in SUFFIXES]


def pin_pictures(context: Context, touchpoint: Id, files: list[str]) -> None:
    """Pin picture files to a touchpoint; the first that cannot be taken is told, the others are."""
    trouble: UserError | None = None
    hashes = []
    for name in files:
        try:
            hashes.append((context.session.add_picture(_read(Path(name))), Path(name).stem))
        except UserError as error:
            trouble = trouble or error
    if hashes and touchpoint in context.document:
        with context.session.transaction(N_("Add a picture")) as draft:
            for asset, name in hashes:
                add_picture(draft, touchpoint, asset, name)
        context.messages.say(context.texts.trn("{n} picture added.", "{n} pictures added.", len(hashes)))
    if trouble is not None:
        context.messages.error(trouble)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(
                N_("“{name}” is too large for a picture."),
                N_("Nothing was changed."),
                N_("Choose a smaller picture, at most 80 MB."),
                name=path.name,
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            N_("“{name}” cannot be read."), N_("Nothing was changed."), N_("Choose another file."), name=path.name
        ) from error
