"""The report as one HTML file: landmarks, headings, tables with headers, drawings in it; no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cxstudio.documents.content import Cell, Fact, Figure, FrontPage, Heading, Paragraph, Room, Section, Table
from cxstudio.documents.report.contents import Part
from cxstudio.documents.text_report.plain_report import (
    PlainReport,
    TextFile,
    anchor,
    cell_lines,
    chart_rows,
    fact_lines,
    plain_report,
)
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FAMILY, FontBook, font_book
from cxstudio.look.palette import Palette, palette
from cxstudio.look.roles import Role
from cxstudio.model import Document
from cxstudio.plain_text import xml_text
from cxstudio.render.slide_shapes import spoken
from cxstudio.render.svg import escape, inline_svg, quoteattr
from cxstudio.render.svg_fonts import font_faces, used_characters

_ROOM: Final = (1000.0, 620.0)
_ALIGN: Final = {0.5: ' class="middle"', 1.0: ' class="right"'}
_STYLE: Final = """
:root{{color-scheme:light}}*{{box-sizing:border-box}}
body{{margin:0;background:{surface};color:{ink};font:1rem/1.5 '{family}','Segoe UI',Arial,sans-serif}}
header,main,nav,footer{{max-width:66rem;margin:0 auto;padding:0 1.25rem}}
header{{padding-top:2rem}}h1,h2,h3,strong{{font-weight:600}}h1{{font-size:1.9rem;line-height:1.2;margin:.2rem 0 1rem}}
h2{{font-size:1.45rem;line-height:1.25;margin:3rem 0 .6rem}}h3{{font-size:1.1rem;margin:1.8rem 0 .5rem}}
.muted,.note,caption span{{color:{muted}}}.note{{font-size:.85rem}}
a{{color:{accent}}}a:focus-visible,summary:focus-visible{{outline:3px solid {accent};outline-offset:2px}}
.skip{{position:absolute;left:-99rem}}.skip:focus{{left:1rem;top:1rem;background:{surface};padding:.5rem}}
.wide{{overflow-x:auto}}table{{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}}
caption{{text-align:left;font-weight:600;padding:.3rem 0}}
th,td{{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid {line};font-weight:400}}
thead th{{color:{muted};font-size:.85rem;font-weight:600}}tbody th{{font-weight:600}}
.right{{text-align:right;font-variant-numeric:tabular-nums}}.middle{{text-align:center}}
td p,th p{{margin:0}}figure{{margin:1rem 0}}figcaption{{font-weight:600;margin-bottom:.4rem}}
svg{{max-width:100%;height:auto;display:block;margin-bottom:1rem}}
.decision{{border:1px solid {accent};background:{ground};border-radius:.6rem;padding:1rem 1.25rem}}
dl{{display:flex;flex-wrap:wrap;gap:1rem 2rem;margin:.8rem 0 0}}dl div{{flex:1 1 11rem}}
dt{{color:{muted};font-size:.85rem}}dd{{margin:0}}dd.figure{{font-size:1.35rem;font-weight:600}}
@media print{{nav,.skip{{display:none}}h2,h3{{break-after:avoid}}tr,figure{{break-inside:avoid}}}}
"""


def report_html(document: Document, assets: Mapping[str, bytes], language: str, *,
                day: date | None = None) -> TextFile:  # fmt: skip
    """The whole report as a page that needs nothing else, and that a screen reader can walk through."""
    report = plain_report(document, language, day)
    page = _Page(report, palette("print", document.project.accent), font_book(), assets)
    return TextFile(page.written().encode(), report.contents.notices)


@dataclass
class _Page:
    """Writes the page; gathers the letters its drawings use."""

    report: PlainReport
    colours: Palette
    fonts: FontBook
    assets: Mapping[str, bytes]
    letters: dict[str, set[str]] = field(default_factory=dict)
    drawings: int = 0

    def written(self) -> str:
        """The file."""
        report, tr = self.report, self.report.texts.tr
        body = "".join(self._part(part) for part in report.parts)
        links = "".join(
            f'<li><a href="#{anchor(part)}">{_said(part.content.headline)}</a></li>' for part in report.parts
        )
        title, skip, contents = _said(report.contents.title), _said(tr("Skip to the content")), tr("Contents")
        for face in ("regular", "semibold"):
            self.letters.setdefault(face, set()).update(body, links, title, report.about, report.checked, skip)
        colours = self.colours
        style = _STYLE.format(
            surface=colours[Role.SURFACE], ink=colours[Role.INK], muted=colours[Role.MUTED], line=colours[Role.LINE],
            family=FAMILY, accent=colours[Role.ACCENT], ground=colours[Role.ACCENT_GROUND],
        )  # fmt: skip
        guard = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
        return (
            f'<!DOCTYPE html>\n<html lang="{report.texts.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{guard}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{font_faces(self.fonts, self.letters)}{style}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#content">{skip}</a>\n'
            f'<header><p class="muted">{_said(report.about)}</p><h1>{title}</h1></header>\n'
            f"<nav aria-label={quoteattr(contents)}><ol>{links}</ol></nav>\n"
            f'<main id="content">\n{body}</main>\n'
            f'<footer><p class="note">{_said(report.about)} · {_said(report.checked)} · CX Studio</p></footer>\n'
            "</body>\n</html>\n"
        )

    def _part(self, part: Part) -> str:
        content, name = part.content, anchor(part)
        inner = self._front(content) if isinstance(content, FrontPage) else self._section(content)
        note = f'<p class="note">{_said(content.note)}</p>' if content.note else ""
        return (
            f'<section id="{name}" aria-labelledby="{name}-title">\n<h2 id="{name}-title">{_said(content.headline)}'
            f"</h2>\n{''.join(inner)}{note}</section>\n"
        )

    def _front(self, page: FrontPage) -> Iterator[str]:
        yield _paragraph(page.views)
        decision = page.decision
        label = " ".join(part for part in (decision.label, decision.whom) if part)
        facts = _facts(decision.facts)
        yield (
            f'<div class="decision"><p><strong>{_said(label)}:</strong> {_said(decision.request)}</p>{facts}</div>\n'
        )
        yield self._table(page.table)
        if page.strengths.points:
            points = "".join(f"<li>{_said(f'{name} {figure.text}')}</li>" for name, figure in page.strengths.points)
            yield f"<h3>{_said(page.strengths.title)}</h3><ul>{points}</ul>\n"
        yield _facts(page.facts)
        yield f'<p class="note"><strong>{_said(page.basis.label)}:</strong> {_said(page.basis.sentence)}</p>\n'

    def _section(self, section: Section) -> Iterator[str]:
        yield _paragraph(section.lead)
        for block in section.blocks:
            match block:
                case Heading(text, _):
                    yield f"<h3>{_said(text)}</h3>\n"
                case Paragraph(text, _):
                    yield _paragraph(text)
                case Table():
                    yield self._table(block)
                case Figure():
                    yield self._figure(block)

    def _table(self, table: Table) -> str:
        if not table.rows:
            return _paragraph(": ".join(filter(None, (table.title, table.empty))))
        heads = [(column.title, column.align) for column in table.columns]
        rows = [[self._cell(cell) for cell in row.cells] for row in table.rows]
        return _grid(table.title, heads, rows)

    def _cell(self, cell: Cell) -> str:
        lines = cell_lines(cell)
        if len(lines) == 1:
            return _said(lines[0])
        return "".join(f"<p>{_said(line)}</p>" for line in lines)

    def _figure(self, figure: Figure) -> str:
        caption = f"<figcaption>{_said(figure.title)}</figcaption>" if figure.title else ""
        if figure.draw is None:
            return f"<figure>{caption}<p>{_said(figure.missing)}</p></figure>\n"
        wide = _ROOM[0] * (figure.width if figure.width <= 0.5 else 1.0)
        wide = max(wide, _ROOM[0] * 0.62)
        drawn = [self._svg(picture) for picture in figure.draw(Room(wide, _ROOM[1], _ROOM[1], self.fonts))]
        return f"<figure>{caption}{''.join(drawn)}{self._values(figure)}</figure>\n"

    def _svg(self, picture: DisplayList) -> str:
        self.drawings += 1
        for face, used in used_characters(picture).items():
            self.letters.setdefault(face, set()).update(used)
        return inline_svg(picture, self.colours, self.assets, f"d{self.drawings}-", spoken(picture))

    def _values(self, figure: Figure) -> str:
        """The figures of a chart as a table to open."""
        if figure.values is None:
            return ""
        heads, rows = chart_rows(figure.values, self.report.texts)
        titled = [(heads[0], 0.0), *((head, 1.0) for head in heads[1:])]
        grid = _grid("", titled, [[_said(cell) for cell in row] for row in rows])
        summary = self.report.texts.tr("Figures as a table")
        return f"<details><summary>{_said(summary)}</summary>{grid}</details>"


def _said(text: str) -> str:
    """A text as it stands between tags: never read as markup."""
    return escape(xml_text(text))


def _paragraph(text: str) -> str:
    return f"<p>{_said(text)}</p>\n" if text else ""


def _facts(facts: Sequence[Fact]) -> str:
    if not facts:
        return ""
    told = []
    for fact in facts:
        values = "".join(
            f"<dd{' class=figure' if line == fact.figure else ''}>{_said(line)}</dd>" for line in fact_lines(fact)
        )
        told.append(f"<div><dt>{_said(fact.label)}</dt>{values}</div>")
    return f"<dl>{''.join(told)}</dl>\n"


def _grid(title: str, heads: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]) -> str:
    """A table whose first column names the rows; cells are written already."""
    caption = f"<caption>{_said(title)}</caption>" if title else ""
    top = "".join(f'<th scope="col"{_ALIGN.get(align, "")}>{_said(head)}</th>' for head, align in heads)
    body = []
    for row in rows:
        first, *others = row or [""]
        cells = "".join(f"<td{_ALIGN.get(heads[place][1], '')}>{cell}</td>" for place, cell in enumerate(others, 1))
        body.append(f'<tr><th scope="row"{_ALIGN.get(heads[0][1], "")}>{first}</th>{cells}</tr>\n')
    return (
        f'<div class="wide" tabindex="0"><table>{caption}<thead><tr>{top}</tr></thead>\n<tbody>\n{"".join(body)}'
        "</tbody></table></div>\n"
    )
