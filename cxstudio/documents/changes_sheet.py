"""What we changed, for customers: one page that says what was said, what was done and what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from cxstudio.documents.paper import A1, MARGIN, PAPERS, USUAL, Paper
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import BODY, FINDING, FOOT, LEAD, SECTION, STRONG
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import Meaning
from cxstudio.look.fonts import FAMILY, font_book
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from cxstudio.model import CustomerChange, Document, Round
from cxstudio.model.kinds import RoundKind, View
from cxstudio.plain_text import xml_text
from cxstudio.progress import silent
from cxstudio.render.svg import escape
from cxstudio.wording import texts as texts_in
from cxstudio.wording.texts import N_, Texts

_SCALES: Final = (1.0, 0.92, 0.84)
_GAP: Final = 24.0
_HEADS: Final = (N_("What you said"), N_("What we did"), N_("What is still open"))
_STYLE: Final = """
body{{margin:0;background:{surface};color:{ink};font:1.05rem/1.5 '{family}','Segoe UI',Arial,sans-serif}}
main{{max-width:60rem;margin:0 auto;padding:2rem 1.25rem}}h1{{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .6rem}}
p{{max-width:45rem}}table{{border-collapse:collapse;width:100%;margin:1.5rem 0}}
th,td{{text-align:left;vertical-align:top;padding:.7rem .9rem .7rem 0;border-bottom:1px solid {line};width:33%}}
thead th{{color:{accent}}}td{{font-weight:400}}.muted{{color:{muted};font-size:.9rem}}
@media(max-width:40rem){{thead{{position:absolute;left:-99rem}}tr,td{{display:block;width:auto}}
td{{border:0;padding:.2rem 0}}
td::before{{content:attr(data-head)": ";font-weight:600}}tr{{border-bottom:1px solid {line};padding:.7rem 0}}}}
"""


def changes_pdf(document: Document, language: str, day: date | None = None, paper: Paper = USUAL) -> PdfFile:
    """One page, on a larger sheet where much was changed. Raises UserError where nothing is written yet."""
    rows, texts, book = _rows(document), texts_in(language), font_book()
    for size in (*(Paper(paper.size, (scale,)) for scale in _SCALES), PAPERS["a3"].each[-1], A1):
        sheet, paper = Sheet(book, size, texts.tr("What we changed")), size
        if _set(sheet, document, rows, texts, day or date.today()) <= size.height - MARGIN:
            break
    return write_pdf([sheet], (), paper, title=texts.tr("What we changed"), texts=texts, fonts=book,
                     accent=document.project.accent, assets={}, progress=silent)  # fmt: skip


def _set(sheet: Sheet, document: Document, rows: Sequence[CustomerChange], texts: Texts, day: date) -> float:
    """Put everything on the sheet; returns how far down it reaches."""
    room, y = sheet.paper.room, MARGIN
    tr = texts.tr
    if document.project.client:
        y += sheet.text(document.project.client, STRONG, MARGIN, y, room, Role.ACCENT) + 2.0
    y += sheet.text(tr("What we changed"), FINDING, MARGIN, y, room, meaning=Meaning.TITLE)
    y += sheet.text(_intro(document, texts), LEAD, MARGIN, y, room * 0.8, Role.MUTED) + 16.0
    wide = (room - 2 * _GAP) / 3
    lefts = [MARGIN + at * (wide + _GAP) for at in range(3)]
    for left, head in zip(lefts, _HEADS, strict=True):
        sheet.text(tr(head), SECTION, left, y, wide, Role.ACCENT, meaning=Meaning.HEADER_CELL)
    y += SECTION.leading + 6.0
    for change in rows:
        sheet.rule(MARGIN, y, room)
        said = texts.quoted(change.said) if change.said.strip() else ""
        parts = zip(lefts, (said, change.done, change.still_open), strict=True)
        y += (
            8.0 + max(sheet.text(words, BODY, left, y + 8.0, wide, meaning=Meaning.CELL) for left, words in parts) + 8.0
        )
    sheet.rule(MARGIN, y, room)
    return (
        y + 10.0 + sheet.text(tr("As of {date}", date=texts.long_date(day)), FOOT, MARGIN, y + 10.0, room, Role.MUTED)
    )


def _intro(document: Document, texts: Texts) -> str:
    """Thanks; how many answered the newest survey, where that many may be told."""
    asked = [r for r in document.all(Round) if r.kind is RoundKind.SURVEY and r.view is View.CUSTOMERS]
    enough = [n for r in asked if (n := r.respondents or 0) >= r.minimum_group]
    answered = enough[-1] if enough else 0
    thanks = texts.tr("You told us what was not good enough. Thank you. This is what has come of it so far.")
    if not answered:
        return thanks
    return thanks + " " + texts.trn("{n} person answered.", "{n} people answered.", answered)


def _rows(document: Document) -> list[CustomerChange]:
    rows = [c for c in document.all(CustomerChange) if c.said.strip() or c.done.strip() or c.still_open.strip()]
    if not rows:
        raise UserError(N_("Nothing is written yet about what was changed."), N_("Nothing was written."))
    return rows


def changes_html(document: Document, language: str, day: date | None = None) -> bytes:
    """The same as one file for the browser: no script, nothing loaded. Raises UserError as `changes_pdf`."""
    rows, texts = _rows(document), texts_in(language)
    tr, colours = texts.tr, palette("print", document.project.accent)
    style = _STYLE.format(surface=colours[Role.SURFACE], ink=colours[Role.INK], line=colours[Role.LINE], family=FAMILY,
                          accent=colours[Role.ACCENT], muted=colours[Role.MUTED])  # fmt: skip
    heads = [_said(tr(head)) for head in _HEADS]
    lines = []
    for change in rows:
        said = texts.quoted(change.said) if change.said.strip() else ""
        cells = (f'<td data-head="{head}">{_said(words)}</td>'
                 for head, words in zip(heads, (said, change.done, change.still_open), strict=True))  # fmt: skip
        lines.append(f"<tr>{''.join(cells)}</tr>")
    title, client = _said(tr("What we changed")), _said(document.project.client)
    made = _said(tr("As of {date}", date=texts.long_date(day or date.today())))
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "".join(f"{line}\n" for line in lines)
    guard = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{texts.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{guard}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f'<p class="muted">{client}</p>\n<h1>{title}</h1>\n<p>{_said(_intro(document, texts))}</p>\n'
        f"<table>\n<thead><tr>{columns}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
        f'<p class="muted">{made}</p>\n</main>\n</body>\n</html>\n'
    ).encode()


def _said(text: str) -> str:
    return escape(xml_text(text)).replace(chr(34), "&quot;").replace(chr(10), "<br>")
