"""The canvas of every PDF: language, title, author and date, in the words readers and archives look for them."""

from __future__ import annotations

from datetime import datetime
from typing import IO, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP

from cxstudio.look.fonts import FontBook
from cxstudio.plain_text import plain_cell
from cxstudio.render.document_date import made_at
from cxstudio.render.pdf_fonts import prepare
from cxstudio.render.tagging import TaggedCanvas

PROGRAM = "CX Studio"


def pdf_canvas(out: IO[bytes], size: tuple[float, float], *, title: str, language: str, author: str = "",
               fonts: FontBook | None = None) -> TaggedCanvas:  # fmt: skip
    """An empty document that fulfils PDF/UA-1 once all on its pages is tagged; size in points."""
    moment, name, by = made_at(), plain_cell(title) or PROGRAM, plain_cell(author)
    canvas = TaggedCanvas(out, pagesize=size, pdfVersion=(1, 7), invariant=1, pageCompression=1,
                          initialFontName=prepare(fonts), lang=language)  # fmt: skip
    canvas.setTitle(name)
    canvas.setAuthor(by)
    canvas.setSubject("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    untyped: Any = canvas
    untyped.setDateFormatter(lambda *_: _pdf_date(moment))
    untyped._doc.Catalog.Metadata = XMP(creator=lambda _: _xmp(name, by, language, moment).encode())
    return canvas


def _pdf_date(moment: datetime) -> str:
    zone = f"{moment:%z}"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _xmp(title: str, author: str, language: str, moment: datetime) -> str:
    """The same facts for programs that read XMP, and that the file keeps to PDF/UA-1."""
    said = moment.isoformat(timespec="seconds")
    name, tongue = escape(title), escape(language, {'"': "&quot;"})
    titles = f'<rdf:li xml:lang="x-default">{name}</rdf:li><rdf:li xml:lang="{tongue}">{name}</rdf:li>'
    by = f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f"<dc:title><rdf:Alt>{titles}</rdf:Alt></dc:title>{by}"
        f"<dc:language><rdf:Bag><rdf:li>{tongue}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{said}</xmp:CreateDate><xmp:ModifyDate>{said}</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>"
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
