"""The pages of a poster cut into tiles: how they lie, and each with its marks for scissors and glue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportlab.lib.colors import HexColor

from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Rect, TextLine
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.render.pdf import draw
from cxstudio.render.posters.tile_grid import GLUE, TILE_MARGIN, Grid
from cxstudio.render.tagging import Box, TaggedCanvas
from cxstudio.wording.texts import Texts

_TITLE: Final = Type("semibold", 20.0, 26.0)
_BODY: Final = Type("regular", 11.0, 16.0)
_NAME: Final = Type("semibold", 9.0, 12.0)
_FOOT: Final = Type("regular", 7.5, 10.0)
_MARK: Final = 14.0
"""Length of a mark for the scissors."""


def plan_of_tiles(canvas: TaggedCanvas, grid: Grid, title: str, words: Texts, fonts: FontBook,
                  colours: Palette) -> None:  # fmt: skip
    """The first page: how many tiles there are, how they lie, how they are joined."""
    wide, high = grid.page
    room = wide - 4 * TILE_MARGIN
    said = words.tr("{title}: poster in {number} parts", title=title, number=grid.rows * grid.columns)
    how = words.tr(
        "Print at actual size (100%). Cut each part along the marks at its left and upper edge; the strip beyond the "
        "dashed line lies under the next part and is glued there."
    )
    lines: list[TextLine] = [*text.block(fonts, said, _TITLE, 0.0, 0.0, room, Role.INK, meaning=Meaning.TITLE)]
    y = len(lines) * _TITLE.leading + 6.0
    told = text.block(fonts, how, _BODY, 0.0, y, room, Role.INK)
    y += len(told) * _BODY.leading + 18.0
    scale = min(room / grid.poster[0], (high - 4 * TILE_MARGIN - y) / grid.poster[1])
    head = Placed(0.0, 0.0, Group("plan:words", room, y, (*lines, *told)))
    places = [_place(grid, row, column, scale, fonts) for row in range(grid.rows) for column in range(grid.columns)]
    plan = Frame("plan", 0.0, y, room, grid.poster[1] * scale, groups=tuple(places))
    whole = Frame("page", 0.0, 0.0, room, high, (plan,), (head,))
    draw(canvas, DisplayList(room, high, whole), colours, 2 * TILE_MARGIN, high - 2 * TILE_MARGIN, fonts=fonts)


def _place(grid: Grid, row: int, column: int, scale: float, fonts: FontBook) -> Placed:
    """A tile's place in the plan, with its name, as far as the poster reaches."""
    x, y = grid.corner(row, column)
    wide = (min(x + grid.window[0] - GLUE, grid.poster[0]) - x) * scale
    high = (min(y + grid.window[1] - GLUE, grid.poster[1]) - y) * scale
    ground = Rect(0.0, 0.0, wide, high, fill=Role.LANE_GROUND, stroke=Role.MUTED, stroke_width=0.6)
    name = text.single(fonts, grid.name(row, column), _NAME, wide / 2, high / 2 + 3.0, Role.INK, align=0.5)
    return Placed(x * scale, y * scale, Group(f"tile:{row}:{column}", wide, high, (ground, name)))


Window = Callable[[float, float, Box], None]
"""Draws a poster whose left upper corner stands at (x, y), as far as it meets a box of it, y downward."""


def frame_tile(canvas: TaggedCanvas, grid: Grid, row: int, column: int, poster: Window, title: str, words: Texts,
               fonts: FontBook, colours: Palette) -> None:  # fmt: skip
    """A tile: its window of the poster, marks at its corners, a dashed line before what is glued, its name below."""
    name, (x, y) = grid.name(row, column), grid.corner(row, column)
    left, top = TILE_MARGIN, grid.page[1] - TILE_MARGIN
    right, bottom = left + grid.window[0], top - grid.window[1]
    figure = canvas.element("Figure", words.tr("Part {part} of the poster {title}", part=name, title=title))
    figure.box = (left, bottom, right, top)
    canvas.setPageSize(grid.page)
    with canvas.content(figure):
        canvas.saveState()
        window = canvas.beginPath()
        window.rect(left, bottom, *grid.window)
        canvas.clipPath(window, stroke=0, fill=0)
        poster(left - x, top + y, (x, y, x + grid.window[0], y + grid.window[1]))
        canvas.restoreState()
    with canvas.decoration():
        _marks(canvas, grid, (left, bottom, right, top), row, column, colours)
    said = words.tr("Part {part} · {title} · row {row} of {rows}, column {column} of {columns}", part=name, title=title,
                    row=row + 1, rows=grid.rows, column=column + 1, columns=grid.columns)  # fmt: skip
    foot = Group("foot", grid.window[0], 12.0, text.block(fonts, said, _FOOT, 0.0, 0.0, grid.window[0], Role.MUTED, 1))
    whole = Frame("page", 0.0, 0.0, grid.window[0], 12.0, groups=(Placed(0.0, 0.0, foot),))
    draw(canvas, DisplayList(grid.window[0], 12.0, whole), colours, left, bottom - 8.0, fonts=fonts)


def _marks(canvas: TaggedCanvas, grid: Grid, box: tuple[float, float, float, float], row: int, column: int,
           colours: Palette) -> None:  # fmt: skip
    left, bottom, right, top = box
    canvas.saveState()
    canvas.setStrokeColor(HexColor(colours[Role.INK]))
    canvas.setLineWidth(0.5)
    for x, out in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            canvas.line(x, y + up * 3.0, x, y + up * _MARK)
            canvas.line(x + out * 3.0, y, x + out * _MARK, y)
    canvas.setStrokeColor(HexColor(colours[Role.MUTED]))
    canvas.setDash([3.0, 3.0])
    if column < grid.columns - 1:
        canvas.line(right - GLUE, bottom - _MARK, right - GLUE, bottom)
        canvas.line(right - GLUE, top, right - GLUE, top + _MARK)
    if row < grid.rows - 1:
        canvas.line(left - _MARK, bottom + GLUE, left, bottom + GLUE)
        canvas.line(right, bottom + GLUE, right + _MARK, bottom + GLUE)
    canvas.restoreState()
