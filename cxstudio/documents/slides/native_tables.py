"""Rows as a native table, and new rows into one that stands in an edited deck."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from cxstudio.documents.content import Cell, Column, Style, Text
from cxstudio.documents.slides.table_rows import PAD_X, PAD_Y, STRONG, TablePage, said, size_of
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.plain_text import plain_cell
from cxstudio.render.slide_shapes import EMU, THEME, colour_xml

if TYPE_CHECKING:
    from pptx.table import Table, _Cell

_PLAIN_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Of PowerPoint: no style, no grid; lines and grounds are ours."""
_ALIGN: Final = {0.0: "l", 0.5: "ctr", 1.0: "r"}


def fill(table: Table, page: TablePage, colours: Palette) -> None:
    """Heights, widths, headings and cells of a table that has as many rows and columns."""
    whole: Any = table._tbl
    whole.tblPr.set("firstRow", "1")
    whole.tblPr.set("bandRow", "0")
    style = whole.tblPr.find(".//{*}tableStyleId")
    if style is not None:
        style.text = _PLAIN_STYLE
    for column, wide in zip(table.columns, page.widths, strict=True):
        column.width = round(wide * EMU)
    write(table, page, colours)


def write(table: Table, page: TablePage, colours: Palette) -> None:
    """The headings and cells."""
    for row, high in zip(table.rows, (page.head, *page.heights), strict=True):
        row.height = round(high * EMU)
    for place, column in enumerate(page.columns):
        head = Text(column.title, Style.LABEL, Role.MUTED)
        _write(table.cell(0, place), (head,), column, (colours, page.scale), last=False)
    for line, cells in enumerate(page.rows, 1):
        for place, column in enumerate(page.columns):
            cell = cells[place] if place < len(cells) else ()
            _write(table.cell(line, place), cell, column, (colours, page.scale), last=True)


def as_many_rows(table: Table, page: TablePage) -> bool:
    """Give a table that stands in a deck as many rows as are needed; False where its columns are others now."""
    whole: Any = table._tbl
    rows = list(whole.tr_lst)
    if len(table.columns) != len(page.columns) or not rows:
        return False
    while len(rows) < len(page.rows) + 1:
        rows.append(copy.deepcopy(rows[-1]))
        whole.append(rows[-1])
    for row in rows[len(page.rows) + 1 :]:
        whole.remove(row)
    return True


def _write(cell: _Cell, texts: Cell, column: Column, look: tuple[Palette, float], *, last: bool) -> None:
    from pptx.util import Pt

    colours, scale = look
    frame = cell.text_frame
    frame.text = "\n".join(plain_cell(said(part)).replace("\n", " ") for part in texts)
    for part, paragraph in zip(texts, frame.paragraphs, strict=False):
        properties: Any = paragraph._p.get_or_add_pPr()
        properties.set("algn", _ALIGN.get(column.align, "l"))
        for run in paragraph.runs:
            run.font.size = Pt(round(size_of(part) * scale, 1))
            run.font.bold = part.style in STRONG
            _coloured(run, part.role, colours)
    cell.margin_left = cell.margin_right = round(PAD_X * EMU)
    cell.margin_top = cell.margin_bottom = round(PAD_Y * EMU)
    _ruled(cell, colours, Role.FAINT_LINE if last else Role.LINE)


def _coloured(run: Any, role: Role, colours: Palette) -> None:
    """The colour of a run; a plain text has the template's own."""
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_THEME_COLOR

    if role in THEME:
        run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1 if role is Role.ACCENT else MSO_THEME_COLOR.TEXT_1
        return
    run.font.color.rgb = RGBColor.from_string(colours[role][1:])


def _ruled(cell: _Cell, colours: Palette, role: Role) -> None:
    """A line below, no other, and no ground."""
    from pptx.oxml import parse_xml

    properties: Any = cell._tc.get_or_add_tcPr()
    for old in list(properties):
        properties.remove(old)
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    for side in ("lnL", "lnR", "lnT"):
        properties.append(parse_xml(f'<a:{side} {names} w="0"><a:noFill/></a:{side}>'))
    ink = f"<a:solidFill>{colour_xml(role, colours)}</a:solidFill>"
    properties.append(parse_xml(f'<a:lnB {names} w="9525">{ink}</a:lnB>'))
    properties.append(parse_xml(f"<a:noFill {names}/>"))
