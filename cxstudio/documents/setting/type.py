"""Type and measures of documents on A4 landscape, in points."""

from __future__ import annotations

from typing import Final

from cxstudio.look.fonts import BOLD, REGULAR, SEMIBOLD
from cxstudio.look.type_scale import Type

PAGE_WIDTH: Final = 841.89
PAGE_HEIGHT: Final = 595.28
MARGIN: Final = 44.0
TOP: Final = 44.0
CONTENT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
CONTENT_BOTTOM: Final = PAGE_HEIGHT - 50.0
FOOT_BASELINE: Final = PAGE_HEIGHT - 26.0

OVERLINE: Final = Type(SEMIBOLD, 9.0, 12.0)
FINDING: Final = Type(SEMIBOLD, 25.0, 31.0)
TITLE: Final = Type(SEMIBOLD, 20.0, 25.0)
TITLE_AGAIN: Final = Type(SEMIBOLD, 13.0, 17.0)
SECTION: Final = Type(SEMIBOLD, 12.0, 16.0)
LEAD: Final = Type(REGULAR, 10.5, 14.5)
BODY: Final = Type(REGULAR, 10.0, 14.0)
STRONG: Final = Type(SEMIBOLD, 10.0, 14.0)
DECISION: Final = Type(REGULAR, 13.0, 18.0)
DECISION_STRONG: Final = Type(SEMIBOLD, 13.0, 18.0)
FIGURE: Final = Type(SEMIBOLD, 17.0, 22.0)
BOX_BODY: Final = Type(REGULAR, 11.0, 15.0)
LARGE_CELL: Final = Type(REGULAR, 10.5, 14.0)
LARGE_CELL_STRONG: Final = Type(SEMIBOLD, 10.5, 14.0)
LABEL: Final = Type(SEMIBOLD, 8.5, 11.0)
CELL: Final = Type(REGULAR, 9.0, 11.8)
CELL_STRONG: Final = Type(SEMIBOLD, 9.0, 11.8)
CELL_FIGURE: Final = Type(BOLD, 9.0, 11.8)
SMALL: Final = Type(REGULAR, 8.5, 11.5)
SMALL_STRONG: Final = Type(SEMIBOLD, 8.5, 11.5)
HEAD: Final = Type(SEMIBOLD, 8.0, 10.2)
FOOT: Final = Type(REGULAR, 8.0, 10.0)
