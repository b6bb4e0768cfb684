"""Pictures from strangers: opened with care, made small enough, written anew without anything hidden in them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxstudio.errors import N_, UserError
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from PIL import Image

LARGEST_INPUT = 60_000_000
"""Bytes of a file we look at."""
MOST_PIXELS = 100_000_000
LONGEST_SIDE = 2400
"""Pixels of the longer side in the project."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


class NotAPicture(UserError):
    """A picture that was not taken."""


def _refused(happened: str, **values: object) -> NotAPicture:
    return NotAPicture(happened, N_("The project is as it was."), N_("Save it as PNG or JPEG and try again."), **values)


def clean_picture(data: bytes) -> bytes:
    """The picture as PNG or JPEG, upright, at most LONGEST_SIDE long, without metadata. Raises NotAPicture."""
    if len(data) > LARGEST_INPUT:
        raise _refused(N_("The picture is larger than {limit} MB."), limit=LARGEST_INPUT // 1_000_000)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype")) or b"<svg" in head:
        raise _refused(N_("SVG drawings are not taken."))
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="PIL")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                _check_size(picture.width, picture.height)
                return _rewritten(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(N_("The picture has too many pixels.")) from error
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, IndexError, KeyError) as error:
        raise _refused(N_("This is no picture that can be read.")) from error


def is_clean(data: bytes) -> bool:
    """Whether a picture looks as `clean_picture` leaves them: PNG or JPEG, small enough. Only its head is read."""
    from PIL import Image

    if len(data) > LARGEST_INPUT:
        return False
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            return 0 < max(picture.size) <= LONGEST_SIDE and not picture.getexif()
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return False


def clean_pictures(pictures: Sequence[bytes], progress: Progress) -> list[bytes | NotAPicture]:
    """Each picture as `clean_picture` gives it, or why it was not taken; for a process of its own."""
    cleaned: list[bytes | NotAPicture] = []
    for number, data in enumerate(pictures):
        progress(number / len(pictures), "")
        try:
            cleaned.append(clean_picture(data))
        except NotAPicture as error:
            cleaned.append(error)
    return cleaned


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS or width < 1 or height < 1:
        raise _refused(N_("The picture has {width} × {height} pixels, which is too many."), width=width, height=height)


def _rewritten(picture: Image.Image) -> bytes:
    from PIL import Image, ImageOps

    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    clear = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    drawn = upright.format == "GIF" or picture.format in {"PNG", "GIF", "BMP"}
    plain = upright.convert("RGBA" if clear else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    fresh = Image.new(plain.mode, plain.size)
    fresh.paste(plain)
    png = _encoded(fresh, "PNG") if clear or drawn else b""
    if png and (clear or len(png) < 400_000):
        return png
    jpeg = _encoded(fresh.convert("RGB"), "JPEG")
    return min((png, jpeg), key=len) if png else jpeg


def _encoded(picture: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    if kind == "JPEG":
        picture.save(buffer, "JPEG", quality=88, optimize=True)
    else:
        picture.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()
