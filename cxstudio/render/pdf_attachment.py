"""A file within a PDF: what a program reads beside what people read."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from cxstudio.plain_text import plain_cell


def attach(canvas: Canvas, name: str, data: bytes, description: str) -> None:
    """Put JSON into the file below a name; nothing on a page changes."""
    untyped: Any = canvas
    document = untyped._doc
    kind: Any = PDFDictionary({"Type": PDFName("EmbeddedFile"), "Subtype": "/application#2Fjson"})
    stream = PDFStream(kind, data.decode("ascii"), [PDFZCompress])
    held = document.Reference(stream)
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(name),
            "UF": PDFString(name),
            "Desc": PDFString(plain_cell(description)),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": held}),
        }
    )
    listed = PDFDictionary({"Names": PDFArray([PDFString(name), document.Reference(specification)])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": listed})
