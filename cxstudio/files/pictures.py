"""Pictures from strangers: opened with care, made small enough, written anew without anything hidden in them.

In a project stand PNG and JPEG only, and nothing else of it is ever decoded: other formats bring decoders that run
programs or follow addresses. What people drop may be of more formats; those are converted in a process of its own.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from cxstudio.errors import N_, UserError
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from PIL import Image

LARGEST_INPUT = 60_000_000
"""Bytes of a file we look at."""
MOST_PIXELS = 32_000_000
"""Of what is taken in; decoded and made smaller, that many need 256 MB."""
MOST_PIXELS_IN_STRIPS = 120_000_000
"""Of a JPEG that is not progressive: its decoder makes it smaller as it reads, and never holds it whole."""
MOST_PIXELS_INSIDE = 12_000_000
"""Of a picture in a project; the program itself puts in half as many at most."""
LONGEST_SIDE = 2400
"""Pixels of the longer side in the project."""
SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"))
INSIDE = ("PNG", "JPEG")
"""Formats a picture in a project may have."""
FORMATS = (*INSIDE, "GIF", "WEBP", "BMP", "TIFF")
"""Formats that are taken in, besides HEIC where its library is installed."""
_CONVERTED = (b"GIF8", b"RIFF", b"BM", b"II", b"MM")
"""How the other formats begin."""
_HEIC = (b"ftypheic", b"ftypheix", b"ftypheim", b"ftypheis", b"ftypmif1", b"ftypmsf1", b"ftyphevc")
_HEIC_LIBRARY = "pi_heif"
_ORIENTATION = 0x0112
_TURNS = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE",
          6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90"}  # fmt: skip
"""EXIF orientation → how a picture is turned to stand upright."""


class NotAPicture(UserError):
    """A picture that was not taken."""


class Pixels(NamedTuple):
    """A decoded picture: four bytes a pixel (red, green, blue, opacity), row by row without gaps."""

    width: int
    height: int
    rgba: bytes


_ANOTHER = N_("Save it as PNG or JPEG and try again.")


def _refused(happened: str, todo: str = _ANOTHER, **values: object) -> NotAPicture:
    return NotAPicture(happened, N_("The project is unchanged."), todo, **values)


def kind_of(data: bytes) -> str:
    """ "PNG" or "JPEG" by its first bytes, "" for anything else."""
    return next((kind for start, kind in SIGNATURES if data.startswith(start)), "")


def inside_picture(data: bytes) -> Image.Image | None:
    """A project's picture, decoded (L, RGB or RGBA); None where it is of another format, damaged or too large."""
    kind = kind_of(data)
    if not kind or len(data) > LARGEST_INPUT:
        return None
    try:
        with _opened(data, (kind,)) as picture:
            if not 0 < picture.width * picture.height <= MOST_PIXELS_INSIDE:
                return None
            picture.load()
            return _plain(picture)
    except unreadable():
        return None


def pixels(data: bytes, longest: int) -> Pixels | None:
    """A project's picture, its longer side at most `longest` pixels; None where it cannot be shown."""
    from PIL import Image

    picture = inside_picture(data)
    if picture is None:
        return None
    if max(picture.size) > longest:
        picture.thumbnail((longest, longest), Image.Resampling.BILINEAR, reducing_gap=2.0)
    return Pixels(picture.width, picture.height, picture.convert("RGBA").tobytes())


def clean_picture(data: bytes, formats: tuple[str, ...] = INSIDE) -> bytes:
    """The picture as PNG or JPEG, upright, at most LONGEST_SIDE long, without metadata. Raises NotAPicture.

    Formats other than INSIDE are for a process of its own (`clean_pictures`).
    """
    if len(data) > LARGEST_INPUT:
        raise _refused(N_("The picture is larger than {limit} MB."), limit=LARGEST_INPUT // 1_000_000)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype")) or b"<svg" in head:
        raise _refused(N_("SVG drawings cannot be imported."))
    if data[4:12] in _HEIC:
        formats = (*formats, *_heic_format())
    from PIL import Image

    try:
        with _opened(data, formats) as picture:
            _check_size(picture)
            return _rewritten(picture)
    except Image.DecompressionBombError as error:
        raise _refused(N_("The picture has too many pixels.")) from error
    except unreadable() as error:
        raise _refused(N_("This picture cannot be read.")) from error


def is_clean(data: bytes) -> bool:
    """Whether a picture looks as `clean_picture` leaves them: PNG or JPEG, small enough. Only its head is read."""
    if len(data) > LARGEST_INPUT:
        return False
    try:
        with _opened(data, INSIDE) as picture:
            return 0 < max(picture.size) <= LONGEST_SIDE and not picture.getexif()
    except unreadable():
        return False


def is_quick(data: bytes, most_bytes: int) -> bool:
    """Whether a picture is taken or refused at once by the decoders of INSIDE. Only its head is read."""
    if not kind_of(data):
        return not (data.startswith(_CONVERTED) or data[4:12] in _HEIC)
    if len(data) > most_bytes:
        return False
    try:
        with _opened(data, INSIDE) as picture:
            return picture.width * picture.height <= MOST_PIXELS_INSIDE
    except unreadable():
        return True


def clean_pictures(pictures: Sequence[bytes], progress: Progress) -> list[bytes | NotAPicture]:
    """Each picture as `clean_picture` gives it, or why it was not taken; for a process of its own."""
    cleaned: list[bytes | NotAPicture] = []
    for number, data in enumerate(pictures):
        progress(number / len(pictures), "")
        try:
            cleaned.append(clean_picture(data, FORMATS))
        except NotAPicture as error:
            cleaned.append(error)
    return cleaned


def unreadable() -> tuple[type[BaseException], ...]:
    """What decoders raise about bytes that are not as they should be."""
    from PIL import Image

    return (
        *(
            OSError,
            SyntaxError,
            ValueError,
            EOFError,
            MemoryError,
            LookupError,
            ArithmeticError,
            TypeError,
            RuntimeError,
        ),
        *(struct.error, zlib.error, Image.DecompressionBombError),
    )


@contextmanager
def _opened(data: bytes, formats: tuple[str, ...]) -> Iterator[Image.Image]:
    """The head of a picture; only decoders of these formats look at it. Raises what `unreadable` names."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="PIL")
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is looked at before it is decoded
        with Image.open(io.BytesIO(data), formats=formats) as picture:
            yield picture


def _heic_format() -> tuple[str, ...]:
    """The name its library goes by. Raises NotAPicture where it is not installed."""
    if find_spec(_HEIC_LIBRARY) is None:
        raise _refused(N_("Pictures in the format HEIC cannot be read here."))
    import_module(_HEIC_LIBRARY).register_heif_opener()
    return ("HEIF",)


def _check_size(picture: Image.Image) -> None:
    strips = picture.format == "JPEG" and not picture.info.get("progressive")
    most = MOST_PIXELS_IN_STRIPS if strips else MOST_PIXELS
    if picture.width * picture.height > most or picture.width < 1 or picture.height < 1:
        raise _refused(
            N_("The picture has {width} × {height} pixels, which is too many."),
            N_("Make it smaller and try again."),
            width=picture.width,
            height=picture.height,
        )


def _plain(picture: Image.Image) -> Image.Image:
    """In one of the modes L, RGB and RGBA."""
    if picture.mode in {"L", "RGB", "RGBA"} and "transparency" not in picture.info:
        return picture
    clear = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    return picture.convert("RGBA" if clear else "RGB")


def _rewritten(picture: Image.Image) -> bytes:
    from PIL import Image

    drawn = picture.format in {"PNG", "GIF", "BMP"}
    size = (LONGEST_SIDE, LONGEST_SIDE)
    turn = picture.getexif().get(_ORIENTATION)
    picture.draft("RGB", size)
    plain = _plain(picture)  # a picture of many pixels is not copied before it is small
    plain.thumbnail(size, Image.Resampling.LANCZOS)
    clear = plain.mode == "RGBA"
    upright = plain.convert("RGBA" if clear else "RGB")
    if turn in _TURNS:
        upright = upright.transpose(Image.Transpose[_TURNS[turn]])
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
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
