"""The type of documents, in points as they are set."""

from __future__ import annotations

from typing import Final

from cxstudio.documents.content import Style
from cxstudio.look.fonts import BOLD, REGULAR, SEMIBOLD
from cxstudio.look.type_scale import Type

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

BY_STYLE: Final = {
    Style.PLAIN: CELL,
    Style.STRONG: CELL_STRONG,
    Style.FIGURE: CELL_FIGURE,
    Style.SMALL: SMALL,
    Style.LABEL: Type(SEMIBOLD, 8.0, 14.0),
    Style.RUNNING: BODY,
}
LARGE_BY_STYLE: Final = {
    **BY_STYLE,
    Style.PLAIN: LARGE_CELL,
    Style.STRONG: LARGE_CELL_STRONG,
    Style.FIGURE: LARGE_CELL_STRONG,
}
