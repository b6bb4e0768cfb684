"""Display lists made by hand for the canvas tests."""

from __future__ import annotations

from pathlib import Path as FilePath

import font_source_sans_pro

from cxstudio.layout.display.display_list import Detail, DisplayList, Frame, Group, Path, Placed, Rect, Run, TextLine
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from ui.canvas.glyph_faces import Faces
from ui.canvas.group_painter import GroupPainter
from ui.canvas.qt_colours import Colours

COLUMN = 112.0
PER_BLOCK = 10


def face_path(face: str) -> FilePath:
    names = {"regular": "SourceSansPro", "semibold": "SourceSansProSemibold", "bold": "SourceSansProBold"}
    return FilePath(font_source_sans_pro.font_files_ttf[names[face]])


def group_painter(name: str = "light") -> GroupPainter:
    return GroupPainter(Colours(palette(name)), Faces(face_path))


def line(x: float, y: float, text: str, role: Role = Role.INK, face: str = "regular", size: float = 13.0) -> TextLine:
    return TextLine(x, y, size, role, (Run(face, text, 0.0, 100.0),), 100.0)


def card(number: int, title: str = "", *, mark: bool = False) -> Group:
    items = [
        Rect(0, 0, 104, 92, Role.SURFACE, Role.LINE, radius=10),
        Rect(8, 0, 88, 4, Role.DISAPPOINTING if mark else Role.OKAY, radius=2),
        line(8, 24, title or f"Kontaktpunkt {number}", face="semibold"),
        Path((("M", 0.0, 0.0), ("L", 8.0, 8.0), ("L", 0.0, 8.0), ("Z",)), Role.DISAPPOINTING, detail=Detail.NEAR),
        line(8, 80, "−3,6", Role.DISAPPOINTING_TEXT, "semibold", 12.0),
    ]
    return Group(f"card:{number}", 104, 92, tuple(items), f"tp{number}")


def note(number: int) -> Group:
    box = Rect(0, 0, 104, 40, Role.OKAY_GROUND, radius=8)
    return Group(f"note:{number}", 104, 40, (box, line(8, 20, "ohne Termin")), f"note{number}")


def map_list(cards: list[Group], *, card_height: float = 92.0) -> DisplayList:
    """Two lanes, blocks of ten columns."""
    width = COLUMN * len(cards)
    blocks, notes = [], []
    for start in range(0, len(cards), PER_BLOCK):
        here = cards[start : start + PER_BLOCK]
        placed = tuple(Placed(4 + COLUMN * i, 4, c) for i, c in enumerate(here))
        blocks.append(Frame(f"block:{start}", COLUMN * start, 0, COLUMN * len(here), card_height + 8, (), placed))
        below = tuple(Placed(4 + COLUMN * i, 4, note(start + i)) for i in range(len(here)))
        notes.append(Frame(f"block:{start}", COLUMN * start, 0, COLUMN * len(here), 48, (), below))
    ground = Group("ground", width, 48, (Rect(0, 0, width, 48, Role.LANE_GROUND),))
    top = Frame("lane:touchpoints", 0, 0, width, card_height + 8, tuple(blocks))
    low = Frame("lane:notes", 0, card_height + 8, width, 48, tuple(notes), (Placed(0, 0, ground),))
    return DisplayList(width, card_height + 56, Frame("map", 0, 0, width, card_height + 56, (top, low)))
