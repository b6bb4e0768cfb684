"""Where headlines, leads and the decision stand on their pages, so that they can be written anew there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cxstudio.documents.content import FrontPage, Section
from cxstudio.documents.setting.sheet import Mark, Sheet
from cxstudio.documents.setting.writing import HeadlinePlace, WrittenKind
from cxstudio.layout.display.display_list import Meaning, TextLine

LEAD = "lead"
"""What the mark of a lead is called; any other one is a field of the settings."""


def headline_places(
    sections: Mapping[str, Sequence[Sheet]], said: Mapping[str, Section | FrontPage]
) -> tuple[HeadlinePlace, ...]:
    """Those of every section, of the pages as they follow each other; `said` is what stands on them."""
    found: list[HeadlinePlace] = []
    page = 0
    for section, sheets in sections.items():
        title = _title(section, said[section].headline, sheets[0], page)
        found += [title] if title is not None else []
        found += _marked(section, sheets[0], page)
        page += len(sheets)
    return tuple(found)


def moved(place: HeadlinePlace, pages: Sequence[tuple[int, float]]) -> HeadlinePlace:
    """The place on the page that its page became a part of, and so much further down."""
    page, down = pages[place.page]
    return replace(place, page=page, top=place.top + down)


def _title(section: str, text: str, sheet: Sheet, page: int) -> HeadlinePlace | None:
    """The place of the title of a sheet; None where it has none."""
    for placed, first, _ in sheet.said():
        if first.meaning is Meaning.TITLE:
            lines = [item for item in placed.group.items if isinstance(item, TextLine)]
            top = placed.y + min(line.y - line.size for line in lines)
            bottom = placed.y + max(line.y + line.size * 0.3 for line in lines)
            left = placed.x + lines[0].x
            box = Mark("", text, left, top, sheet.paper.width - 2 * left, bottom - top, lines[0].size)
            return _place(section, WrittenKind.HEADLINE, box, sheet, page)
    return None


def _marked(section: str, sheet: Sheet, page: int) -> Iterator[HeadlinePlace]:
    for mark in sheet.marks:
        if mark.what == LEAD:
            yield _place(f"{section}_{LEAD}", WrittenKind.LEAD, mark, sheet, page)
        else:
            yield _place(mark.what, WrittenKind.SETTING, mark, sheet, page)


def _place(section: str, kind: WrittenKind, box: Mark, sheet: Sheet, page: int) -> HeadlinePlace:
    """A box in shares of its sheet."""
    wide, high = sheet.paper.width, sheet.paper.height
    return HeadlinePlace(section, box.text, page, box.x / wide, box.y / high, box.width / wide, box.height / high,
                         box.size / high, kind)  # fmt: skip
