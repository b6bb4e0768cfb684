"""What stands on which slide: one finding each, cut where a table or chart takes more than one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from cxstudio.documents.content import (
    Block,
    Fact,
    Figure,
    FrontPage,
    Heading,
    Paragraph,
    Room,
    Section,
    Strengths,
    Table,
)
from cxstudio.documents.report.contents import Contents, Part
from cxstudio.documents.report.material import Material
from cxstudio.documents.slides.table_rows import TablePage, table_pages
from cxstudio.layout.charts.chart_values import ChartForm, ChartValues
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook

OURS: Final = "CX Studio"
"""Begins the name of every shape an export may replace."""
MOST_SLIDES: Final = 3
"""A chart, table or drawing takes at most so many; the whole of it is in the report."""
_MOST_BARS: Final = 14
_DRAWN: Final = 1.2
"""How much larger drawings stand on a slide than on paper."""
_MOST_PARAGRAPHS: Final = 7
_MOST_REMARKS: Final = 420
_REMARKS: Final = 36.0
_HEADED: Final = 24.0
_MOST_LEAD: Final = 320
"""Letters of text above a table that stand on its slide."""


@dataclass(frozen=True, slots=True)
class Area:
    """The room below a slide's title, in points, and the fonts words are measured with."""

    width: float
    height: float
    fonts: FontBook = field(repr=False)
    wider: float = 1.0
    """How much wider than ours the base's font may be."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """A native table, or one slide's part of it."""

    name: str
    page: TablePage
    title: str = ""


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A native chart."""

    name: str
    values: ChartValues
    title: str = ""


@dataclass(frozen=True, slots=True)
class DrawingPart:
    """A drawing as a group of native shapes."""

    name: str
    picture: DisplayList
    title: str = ""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Paragraphs; of `headings` those that begin a part."""

    paragraphs: tuple[str, ...]
    headings: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class FactsPart:
    """Facts side by side, and facts below them."""

    facts: tuple[Fact, ...]
    below: tuple[Fact, ...] = ()
    strengths: Strengths | None = None


SlidePart = TablePart | ChartPart | DrawingPart | TextPart | FactsPart


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; its parts stand below each other, charts and drawings beside each other."""

    title: str
    lead: str = ""
    parts: tuple[SlidePart, ...] = ()
    foot: str = ""
    notes: str = ""
    below: str = ""
    """Small text under the parts: on what the figures rest, what a sign in them means."""
    opening: bool = False
    """The first slide: title and what stands below it, on the template's layout for titles."""


def deck_plan(material: Material, contents: Contents, area: Area, opening: str) -> tuple[Slide, ...]:
    """All slides; `opening` stands below the title of the first."""
    slides = [Slide(contents.title, opening, opening=True)]
    for part in contents.parts:
        if isinstance(part.content, FrontPage):
            slides += _front(part.content, area, material)
        else:
            slides += _numbered(list(_section(part, part.content, area, material)), material)
    return tuple(slides)


def _front(page: FrontPage, area: Area, material: Material) -> Iterator[Slide]:
    """The finding with its critical touchpoints; then the decision with what it rests on."""
    notes = _notes(material, page.title, "")
    name = f"{OURS}: decision table"
    area = replace(area, height=area.height - _REMARKS)
    first = table_pages(page.table, area.width, area.height - _HEADED, area.fonts, area.wider)[:1]
    parts: tuple[SlidePart, ...] = (TablePart(name, first[0], page.table.title),) if page.table.rows else (
        TextPart((page.table.empty,)),
    )  # fmt: skip
    basis = f"{page.basis.label}: {page.basis.sentence}"
    yield Slide(page.headline, page.views, parts, page.note, notes, basis)
    decision = page.decision
    if not decision.facts:
        facts: SlidePart = FactsPart((), page.facts, page.strengths)
        yield Slide(decision.label, decision.request, (facts,), page.note, notes)
        return
    asked = FactsPart(decision.facts, page.facts, page.strengths)
    lead = " ".join(part for part in (decision.label, decision.whom) if part)
    yield Slide(decision.request, lead, (asked,), page.note, notes)


def _section(part: Part, section: Section, area: Area, material: Material) -> Iterator[Slide]:
    notes = _notes(material, material.texts.tr(part.row.title), section.note)
    blocks, below = _without_remarks(section.blocks)
    room = area if not below else replace(area, height=area.height - _REMARKS)
    own = material.own_headline(f"{part.row.name}_lead")
    for place, parts in enumerate(_bodies(part, blocks, room, material)):
        rest = tuple(one for one in parts if not isinstance(one, str))
        said = [one for one in parts if isinstance(one, str)]
        readings = [one.values.reading for one in rest if isinstance(one, ChartPart) and one.values.reading]
        leads = [own or next(iter(readings), section.lead)] if place == 0 else []
        lead = " ".join(filter(None, (*leads, *said)))
        yield Slide(section.headline, lead, rest, section.note, notes, below)


def _without_remarks(blocks: Sequence[Block]) -> tuple[Sequence[Block], str]:
    """What a section shows, and the running text that closes it: it explains signs in the tables above it."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Paragraph):
        end -= 1
    remarks = " ".join(block.text for block in blocks[end:] if isinstance(block, Paragraph))
    if not end or not isinstance(blocks[end - 1], Table) or len(remarks) > _MOST_REMARKS:
        return blocks, ""
    return blocks[:end], remarks


def _numbered(slides: Sequence[Slide], material: Material) -> Iterator[Slide]:
    """Slides of one section with a title of their own each: readers of the screen find them by it."""
    texts, many = material.texts, len(slides)
    for place, slide in enumerate(slides):
        numbered = slide
        if place:
            pages = {"page": texts.number(place + 1), "pages": texts.number(many)}
            numbered = replace(slide, title=texts.tr("{headline} ({page} of {pages})", headline=slide.title, **pages))
        yield numbered


def _bodies(part: Part, blocks: Sequence[Block], area: Area,
            material: Material) -> Iterator[tuple[SlidePart | str, ...]]:  # fmt: skip
    """What each slide of a section holds; texts among it are said below the title."""
    texts: list[tuple[str, bool]] = []
    tables = figures = 0
    halves = groupby(blocks, lambda block: isinstance(block, Figure) and block.width <= 0.5)
    for half, run in halves:
        for block in _pairs(list(run)) if half else ((one,) for one in run):
            match block[0]:
                case Heading(text):
                    texts.append((text, True))
                case Paragraph(text, _):
                    texts.append((text, False))
                case Table() as table:
                    tables += 1
                    said, texts = texts, []
                    yield from _table(part, table, tables, said, area, material)
                case Figure():
                    figures += 1
                    if texts:
                        yield from _paragraphs(texts)
                        texts = []
                    both = [one for one in block if isinstance(one, Figure)]
                    yield from _figures(part, both, figures, area, material)
                    figures += len(both) - 1
    yield from _paragraphs(texts)


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    for start in range(0, len(blocks), 2):
        yield tuple(blocks[start : start + 2])


def _paragraphs(texts: Sequence[tuple[str, bool]]) -> Iterator[tuple[SlidePart, ...]]:
    for start in range(0, len(texts), _MOST_PARAGRAPHS):
        some = texts[start : start + _MOST_PARAGRAPHS]
        yield (TextPart(tuple(t for t, _ in some), frozenset(i for i, (_, head) in enumerate(some) if head)),)


def _table(part: Part, table: Table, number: int, said: Sequence[tuple[str, bool]], area: Area,
           material: Material) -> Iterator[tuple[SlidePart | str, ...]]:  # fmt: skip
    """The table over its slides; a heading above it stands with it, longer texts on a slide before it."""
    texts, name = material.texts, f"{OURS}: {part.row.name} table {number}"
    heading = " ".join(text for text, head in said if head) if len(said) <= 2 else ""
    above = " ".join(text for text, head in said if not head or not heading)
    if len(above) > _MOST_LEAD:
        yield from _paragraphs(said)
        above = heading = ""
    title = table.title or heading
    if not table.rows:
        yield (TextPart(tuple(filter(None, (title, table.empty)))),)
        return
    pages = table_pages(
        table, area.width, area.height - (_HEADED if title else 0.0) - (36.0 if above else 0.0), area.fonts, area.wider
    )
    shown = pages[:MOST_SLIDES]
    left = sum(len(page.rows) for page in pages[MOST_SLIDES:])
    for place, page in enumerate(shown):
        more = ""
        if left and place == len(shown) - 1:
            more = texts.trn("{n} more row is in the report.", "{n} more rows are in the report.", left)
        yield TablePart(f"{name}.{place + 1}", page, title), above if not place else "", more


def _figures(part: Part, figures: Sequence[Figure], number: int, area: Area,
             material: Material) -> Iterator[tuple[SlidePart | str, ...]]:  # fmt: skip
    """Charts and drawings; two that need half a slide stand side by side."""
    room = replace(area, width=area.width / len(figures) - 10.0 * (len(figures) - 1))
    each = [_figure(part, figure, number + i, room, material) for i, figure in enumerate(figures)]
    for place in range(max(map(len, each))):
        parts: list[SlidePart | str] = []
        for pages in each:
            parts += pages[place] if place < len(pages) else ()
        yield tuple(parts)


def _figure(part: Part, figure: Figure, number: int, area: Area,
            material: Material) -> list[tuple[SlidePart | str, ...]]:  # fmt: skip
    texts, name = material.texts, f"{OURS}: {part.row.name} chart {number}"
    if figure.values is not None:
        values, many = figure.values, len(figure.values.categories)
        cut = values.form in {ChartForm.BARS, ChartForm.STACKED}
        pages = [values]
        if cut and many > _MOST_BARS:
            pages = [values.part(start, start + _MOST_BARS) for start in range(0, many, _MOST_BARS)]
        left = sum(len(page.categories) for page in pages[MOST_SLIDES:])
        more = texts.trn("{n} more bar is in the report.", "{n} more bars are in the report.", left) if left else ""
        shown = pages[:MOST_SLIDES]
        return [
            (ChartPart(f"{name}.{i + 1}", page, figure.title), more if i == len(shown) - 1 else "")
            for i, page in enumerate(shown)
        ]
    draw = figure.brief or figure.draw
    if draw is None:
        return [(TextPart(tuple(filter(None, (figure.title, figure.missing)))),)]
    wide, high = area.width / _DRAWN, area.height / _DRAWN
    pictures = list(draw(Room(wide, high, high, area.fonts)))
    left = len(pictures) - MOST_SLIDES
    more = texts.trn("{n} more page of it is in the report.", "{n} more pages of it are in the report.", left) \
        if left > 0 else ""  # fmt: skip
    drawn = pictures[:MOST_SLIDES]
    return [
        (DrawingPart(f"{name}.{i + 1}", picture, figure.title), more if i == len(drawn) - 1 else "")
        for i, picture in enumerate(drawn)
    ]


def _notes(material: Material, section: str, source: str) -> str:
    """What the speaker sees: which section, and on what its figures rest."""
    from cxstudio.documents.report.basis import basis_sentence

    return "\n".join(dict.fromkeys(filter(None, (section, basis_sentence(material, both=True), source))))
