"""Where a section's headline stands on its page, so that it can be written anew where it is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxstudio.documents.content import FrontPage, Section
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.writing import HeadlinePlace
from cxstudio.layout.display.display_list import Meaning, TextLine


def headline_places(
    sections: Mapping[str, Sequence[Sheet]], said: Mapping[str, Section | FrontPage]
) -> tuple[HeadlinePlace, ...]:
    """One for each section, of the pages as they follow each other; `said` is what stands on them."""
    found: list[HeadlinePlace] = []
    page = 0
    for section, sheets in sections.items():
        place = _place(section, said[section].headline, sheets[0], page)
        if place is not None:
            found.append(place)
        page += len(sheets)
    return tuple(found)


def _place(section: str, text: str, sheet: Sheet, page: int) -> HeadlinePlace | None:
    """The place of the title of a sheet, in shares of it; None where it has none."""
    for placed in sheet.drawn().flat():
        lines = [item for item in placed.group.items if isinstance(item, TextLine)]
        if lines and lines[0].meaning is Meaning.TITLE:
            top = placed.y + min(line.y - line.size for line in lines)
            bottom = placed.y + max(line.y + line.size * 0.3 for line in lines)
            wide, high, left = sheet.paper.width, sheet.paper.height, placed.x + lines[0].x
            width, height = 1.0 - 2 * left / wide, (bottom - top) / high
            return HeadlinePlace(section, text, page, left / wide, top / high, width, height)
    return None
