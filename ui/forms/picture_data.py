"""Pictures in a drop or the clipboard: files, bytes, pixels, or only an address."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from cxstudio.errors import UserError
from cxstudio.wording import N_
from ui.forms.picture_intake import LARGEST, PICTURE_SUFFIXES, Found

RAW = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff", "image/svg+xml")
"""Kinds of picture data in the order in which they are preferred: bytes that can be looked at before decoding."""


def picture_files(data: QMimeData) -> list[str]:
    """The files in a drop that look like pictures; other files are the window's affair."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [name for name in files if Path(name).suffix.lower() in PICTURE_SUFFIXES]


def has_pictures(data: QMimeData) -> bool:
    """Whether there are pictures, or something a browser says of a picture."""
    return bool(picture_files(data) or data.hasImage() or any(data.hasFormat(kind) for kind in RAW) or _web(data))


def is_picture(data: QMimeData) -> bool:
    """Whether a picture was copied, and not words of which a spreadsheet or a text program added a picture."""
    if not has_pictures(data):
        return False
    words = data.text().strip()
    if not words or picture_files(data):
        return True
    html = data.html()[:20_000].lower()
    return ("<img" in html and "<table" not in html) or words.startswith(("http://", "https://", "data:image/"))


def pictures_in(data: QMimeData) -> list[Found]:
    """The pictures that were dropped or lie in the clipboard. Raises UserError where only their address did."""
    if files := picture_files(data):
        return [Found(Path(name).stem, path=Path(name)) for name in files]
    for kind in RAW:
        if raw := bytes(data.data(kind).data()):
            return [Found("", raw)]
    if data.hasImage() and (encoded := _encoded(data.imageData())):
        return [Found("", encoded)]
    addresses = _web(data)
    inside = [Found("", found) for address in addresses if (found := _inside(address))]
    if addresses and not inside:
        raise UserError(
            N_("Only the address of the picture arrived, not the picture itself."),
            N_("The project is as it was; nothing was fetched from the internet."),
            N_("Copy the picture in the browser and paste it here, or save it and drop the file."),
        )
    return inside


def _web(data: QMimeData) -> list[str]:
    """Addresses of things elsewhere, as browsers hand them over."""
    return [url.toString() for url in data.urls() if url.scheme() in ("http", "https", "data")]


def _inside(address: str) -> bytes:
    """The picture an address carries within itself."""
    head, _, body = address.partition(",")
    if not head.startswith("data:image/") or len(body) > LARGEST:
        return b""
    try:
        return base64.b64decode(body, validate=False) if head.endswith(";base64") else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return b""


def _encoded(image: object) -> bytes:
    """A picture that another program gave as pixels."""
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
