"""What a poster is made of: its words, its size, its sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.map.map_paging import ColumnRange
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Density, MapStyle
from cxstudio.layout.map_scene.overlaid_values import Over
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.texts import Texts

NARROWEST: Final = 76.0
"""Width of the narrowest column, in units of the map."""
NARROWEST_FAR: Final = 4.0
"""The same where a bar stands for each touchpoint."""
Pack = tuple[LaneKind, ...] | None
"""Lanes that stand below each other; None: all that are shown."""


class Size(NamedTuple):
    """Of a sheet between its margins, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PosterWords:
    """What the sheets say around the map."""

    finding: str
    basis: str
    """Whose view, how many, when and in which round."""
    count: str
    """How many touchpoints, how many of them critical."""
    made: str
    """Who may see it, and of which day it is."""


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """One sheet: a picture as wide as the sheet has room, and how many points of paper its unit is."""

    picture: DisplayList
    scale: float
    columns: ColumnRange


@dataclass(frozen=True, slots=True)
class Poster:
    """What is laid out, whatever it is printed on."""

    document: Document
    journey: Id
    figures: RoundFigures | None
    texts: Texts
    words: PosterWords
    over: Over | None = None
    fonts: FontBook | None = None
    lanes: Pack = None
    far: bool = False
    """As from far: a bar for each touchpoint."""

    @property
    def narrowest(self) -> float:
        """Narrowest column."""
        return NARROWEST_FAR if self.far else NARROWEST

    def scene(self, column: float, lanes: tuple[LaneKind, ...] | None = None) -> Scene:
        """The map with columns of that width; only these lanes, or all that are shown."""
        density = Density.FAR if self.far else Density.NEAR
        style = MapStyle(column, density, whole=True, hints=False, lanes=lanes or self.lanes)
        return Scene(self.document, self.journey, self.figures, self.texts, style, self.fonts or font_book(),
                     over=self.over)  # fmt: skip
