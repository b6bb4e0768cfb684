"""Every figure a report prints, with what it is about: gathered from what the sections say and from the set pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.documents.content import Cell, Fact, Figure, FrontPage, Heading, Paragraph, Section, Table
from cxstudio.documents.setting.printed_lines import numbers, numbers_on
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.layout.display.display_list import TextLine


class Figured(NamedTuple):
    """One printed text with a number in it. `about` is the record it stands for, where there is one."""

    key: str
    """Says the same place in every report of the same project: section, record, figure, and which of several."""
    section: str
    figure: str
    """Heading of the column or label; "headline", "lead" … for sentences, "drawing" for what a picture shows."""
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionPages:
    """A section, what it says, and the pages it is set on."""

    name: str
    content: Section | FrontPage
    pages: tuple[Sheet, ...]


def decimals(text: str) -> int:
    """Decimals of the first number with a short fraction; what it was rounded to."""
    found = re.search(r"\d[.,](\d{1,2})(?!\d)", text)
    return len(found[1]) if found else 0


def printed_figures(sections: Iterable[SectionPages]) -> tuple[Figured, ...]:
    """All of them, in the order of the report; what there was no room for is left out."""
    made: list[Figured] = []
    seen: Counter[str] = Counter()
    for section in sections:
        said = _said(section.content)
        drawn = [found for page in section.pages for found in _drawn(page)]
        printed = numbers_on(section.pages)
        printed.update(numbers(section.content.note))  # stands in every footer
        for figure, about, whole in (*said, *drawn):
            text = _as_printed(whole, printed)
            if text:
                place = f"{section.name}/{about or '-'}/{figure}"
                seen[place] += 1
                made.append(Figured(f"{place}/{seen[place]}", section.name, figure, about, " ".join(text.split())))
    return tuple(made)


def _as_printed(text: str, printed: set[str]) -> str:
    """The text where all its numbers are printed; where there was no room for all, those that are; else nothing."""
    found = numbers(text)
    shown = [number for number in found if number in printed]
    return text if shown == found and found else " ".join(shown)


def _said(content: Section | FrontPage) -> Iterator[tuple[str, str, str]]:
    """Figure, record and text of everything a section says in words."""
    yield "headline", "", content.headline
    if isinstance(content, FrontPage):
        yield from _front(content)
        return
    yield "lead", "", content.lead
    yield "note", "", content.note
    for block in content.blocks:
        match block:
            case Heading(text):
                yield "heading", "", text
            case Paragraph(text, _):
                yield "text", "", text
            case Table():
                yield from _table(block)
            case Figure():
                yield "title", "", block.title
                yield "text", "", block.missing


def _front(page: FrontPage) -> Iterator[tuple[str, str, str]]:
    yield "about", "", page.about
    yield "note", "", page.note
    yield "views", "", page.views
    yield "decision", "", f"{page.decision.label} {page.decision.whom}: {page.decision.request}"
    for fact in (*page.decision.facts, *page.facts, page.basis):
        yield from _fact(fact)
    yield from _table(page.table)
    for name, figure in page.strengths.points:
        yield page.strengths.title, "", f"{name} {figure.text}"


def _fact(fact: Fact) -> Iterator[tuple[str, str, str]]:
    for text in (fact.label, fact.figure, fact.sentence or fact.unknown, fact.note):
        yield fact.label, "", text


def _table(table: Table) -> Iterator[tuple[str, str, str]]:
    yield "title", "", table.title
    for column in table.columns:
        yield "heading", "", column.title
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            yield column.title, row.record or "", _cell(cell)
    yield "text", "", "" if table.rows else table.empty


def _cell(cell: Cell) -> str:
    return " ".join(f"{part.number} {part.text}" if part.number else part.text for part in cell)


def _drawn(page: Sheet) -> Iterator[tuple[str, str, str]]:
    """What stands in the page's drawings, group by group."""
    for placed in page.drawings():
        lines = (item for item in placed.group.items if isinstance(item, TextLine))
        words = "".join(item.text[:-1] if item.broken else f"{item.text} " for item in lines)
        yield "drawing", placed.group.record or "", words
