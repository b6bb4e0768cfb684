"""A project's pictures for a PDF: decoded here, so that nothing else looks at bytes from strangers."""

from __future__ import annotations

import io
import struct

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfutils
from reportlab.pdfbase.pdfdoc import PDFError

from cxstudio.files.pictures import inside_picture, kind_of


def pdf_picture(data: bytes | None) -> ImageReader | None:
    """What reportlab draws; None where there is no picture that can be shown."""
    picture = inside_picture(data) if data is not None else None
    if data is None or picture is None:
        return None
    return _Decoded(picture, data if kind_of(data) == "JPEG" else b"")


class _Decoded(ImageReader):
    """A decoded picture; a JPEG that could be decoded goes into the PDF as it is, which keeps the file small."""

    def __init__(self, picture: Image.Image, jpeg: bytes) -> None:
        super().__init__(picture)
        self._jpeg = jpeg if jpeg and _as_expected(jpeg, picture) else b""

    def jpeg_fh(self) -> io.BytesIO | None:  # type: ignore[override]
        return io.BytesIO(self._jpeg) if self._jpeg else None


def _as_expected(jpeg: bytes, picture: Image.Image) -> bool:
    """Whether reportlab finds in the head of a JPEG what was decoded: its size, and grey or three colours."""
    try:
        width, height, colours, *_ = pdfutils.readJPEGInfo(io.BytesIO(jpeg))  # type: ignore[misc]
    except (PDFError, ValueError, TypeError, struct.error):
        return False
    return (width, height) == picture.size and colours == len(picture.getbands())
