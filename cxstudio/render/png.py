"""Pictures of display lists: drawn as PDF, then rasterised."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any


def png_of_pdf(pdf: bytes, page: int = 0, scale: float = 1.0) -> bytes:
    """One page of a PDF as PNG; scale 1 is 72 pixels to the inch."""
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    try:
        image = document[page].render(scale=scale).to_pil()
        out = io.BytesIO()
        image.save(out, "PNG", optimize=False)
        return out.getvalue()
    finally:
        document.close()
