"""Puts what was planned on slides: titles, texts, tables, charts and drawings, all of them native."""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxstudio.documents.content import Fact
from cxstudio.documents.slides.boxes import within
from cxstudio.documents.slides.deck_base import DeckBase, kind_of
from cxstudio.documents.slides.deck_plan import (
    ChartPart,
    DrawingPart,
    FactsPart,
    Slide,
    SlidePart,
    TablePart,
    TextPart,
)
from cxstudio.documents.slides.native_charts import chart_data, chart_words, dress, kind
from cxstudio.documents.slides.native_tables import fill
from cxstudio.documents.slides.table_rows import widest_word
from cxstudio.files.pictures import inside_picture
from cxstudio.files.pictures import kind_of as picture_kind
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.plain_text import plain_cell
from cxstudio.render.slide_shapes import EMU, Box, GroupNames, Photo, fitted_box, group_xml, spoken
from cxstudio.wording.texts import Texts

if TYPE_CHECKING:
    from pptx.slide import Slide as DrawnSlide

_LEAD: Final = 14.0
_BODY: Final = 14.0
_SMALL: Final = 10.5
_GAP: Final = 12.0
_TITLE_SIZES: Final = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
_LEADING: Final = 1.2
_SMALLEST: Final = 9.0
"""Of a text on a slide, in points."""


@dataclass(frozen=True, slots=True)
class SlideWriter:
    """What all slides of a deck are written with."""

    base: DeckBase
    texts: Texts
    colours: Palette
    fonts: FontBook
    assets: Mapping[str, bytes]

    def write(self, slide: Slide) -> None:
        """Add one slide to the deck."""
        base = self.base
        drawn = base.deck.slides.add_slide(base.opening if slide.opening else base.content)
        self._title(drawn, slide)
        if slide.opening:
            self._opening(drawn, slide)
        self._without_empty(drawn)
        if not slide.opening:
            self._foot(drawn, slide)
            y = self._lead(drawn, slide.lead)
            bottom = self._below(drawn, slide.below)
            self._parts(drawn, slide.parts, y, bottom)
        if slide.notes:
            notes = drawn.notes_slide.notes_text_frame
            if notes is not None:
                notes.text = plain_cell(slide.notes)

    def _title(self, drawn: DrawnSlide, slide: Slide) -> None:
        from pptx.util import Pt

        shape = drawn.shapes.title
        if shape is None:
            return
        shape.text_frame.text = plain_cell(slide.title).replace("\n", " ")
        if slide.opening:
            return
        box = self.base.title
        size = next((s for s in _TITLE_SIZES if self._high(slide.title, s, box.width) <= box.height), _TITLE_SIZES[-1])
        for run in shape.text_frame.paragraphs[0].runs:
            run.font.size = Pt(round(self._unbroken(slide.title, size, box.width), 1))

    def _opening(self, drawn: DrawnSlide, slide: Slide) -> None:
        """What stands below the title: in the layout's place for it, else in a text of its own."""
        for shape in drawn.placeholders:
            if kind_of(shape) in {"SUBTITLE", "BODY"}:
                shape.text_frame.text = plain_cell(slide.lead)
                return
        room = self.base.room
        self._text(drawn, [(slide.lead, _BODY, False, Role.INK)], room)

    def _without_empty(self, drawn: DrawnSlide) -> None:
        """Placeholders nobody filled would ask for a click."""
        for shape in list(drawn.placeholders):
            if (shape.has_text_frame and not shape.text_frame.text.strip()) or not shape.has_text_frame:
                shape._element.getparent().remove(shape._element)

    def _foot(self, drawn: DrawnSlide, slide: Slide) -> None:
        """The template's own footer and slide number; a footer of ours where it has none."""
        tree: Any = drawn.shapes._spTree
        footer = False
        for shape in drawn.slide_layout.placeholders:
            if kind_of(shape) not in {"FOOTER", "SLIDE_NUMBER"}:
                continue
            element = copy.deepcopy(shape._element)
            element.nvSpPr.cNvPr.set("id", str(_next_id(drawn)))
            tree.append(element)
            made = drawn.shapes[-1]
            if kind_of(shape) == "FOOTER":
                footer = True
                made.text_frame.text = plain_cell(slide.foot)
                box = within(made)
                if box is not None:
                    size = min(_SMALL, _SMALL * box.width / max(self._wide(slide.foot, _SMALL), 1.0))
                    _sized(made, max(size, 7.0))
        if not footer and slide.foot:
            room = self.base.room
            box = Box(room.x, room.y + room.height - _SMALL * 1.4, room.width, _SMALL * 1.4)
            self._text(drawn, [(slide.foot, _SMALL - 2, False, Role.MUTED)], box)

    def _lead(self, drawn: DrawnSlide, lead: str) -> float:
        """The lead below the title; returns where the parts begin."""
        room = self.base.room
        if not lead:
            return room.y
        high = self._high(lead, _LEAD, room.width)
        self._text(drawn, [(lead, _LEAD, False, Role.INK)], Box(room.x, room.y, room.width, high))
        return room.y + high + _GAP

    def _below(self, drawn: DrawnSlide, words: str) -> float:
        """Small text at the bottom of the room; returns where it begins."""
        room = self.base.room
        bottom = room.y + room.height
        if not words:
            return bottom
        high = self._high(words, _SMALL, room.width)
        self._text(drawn, [(words, _SMALL, False, Role.MUTED)], Box(room.x, bottom - high, room.width, high))
        return bottom - high - _GAP / 2

    def _parts(self, drawn: DrawnSlide, parts: Sequence[SlidePart], y: float, bottom: float) -> None:
        room = self.base.room
        wide = (room.width - _GAP * (len(parts) - 1)) / max(len(parts), 1)
        for number, part in enumerate(parts):
            box = Box(room.x + number * (wide + _GAP), y, wide, bottom - y)
            title = part.title if isinstance(part, TablePart | ChartPart | DrawingPart) else ""
            if title:
                self._text(drawn, [(title, _BODY, True, Role.INK)], Box(box.x, y, wide, _BODY * 1.3))
                box = Box(box.x, y + 24.0, wide, box.height - 24.0)
            self._part(drawn, part, box)

    def _part(self, drawn: DrawnSlide, part: SlidePart, box: Box) -> None:
        match part:
            case TablePart():
                self.table(drawn, part, box)
            case ChartPart():
                self.chart(drawn, part, box)
            case DrawingPart():
                self.drawing(drawn, part, fitted_box(part.picture, box))
            case TextPart():
                lines = [(words, _BODY, i in part.headings, Role.INK) for i, words in enumerate(part.paragraphs)]
                self._text(drawn, lines, box, between=6.0)
            case FactsPart():
                self._facts(drawn, part, box)

    def table(self, drawn: DrawnSlide, part: TablePart, box: Box) -> Any:
        """A native table there; returns its frame."""
        page = part.page
        sides = (round(side * EMU) for side in (box.x, box.y, sum(page.widths), page.head + sum(page.heights)))
        frame = drawn.shapes.add_table(len(page.rows) + 1, len(page.columns), *sides)
        frame.name = part.name
        heads = ", ".join(column.title for column in page.columns if column.title)
        described(frame, ": ".join(filter(None, (part.title or self.texts.tr("Table"), heads))))
        fill(frame.table, page, self.colours)
        return frame

    def chart(self, drawn: DrawnSlide, part: ChartPart, box: Box) -> Any:
        """A native chart there; returns its frame."""
        sides = (round(side * EMU) for side in box)
        frame = drawn.shapes.add_chart(kind(part.values), *sides, chart_data(part.values))
        frame.name = part.name
        described(frame, chart_words(part.values, self.texts))
        dress(frame.chart, part.values, self.colours)
        return frame

    def drawing(self, drawn: DrawnSlide, part: DrawingPart, box: Box) -> Any:
        """A group of native shapes there; returns its element."""
        from pptx.oxml import parse_xml

        names = GroupNames(part.name, spoken(part.picture))
        xml = group_xml(
            part.picture, self.colours, names, box, _next_id(drawn), lambda asset: self._photo(drawn, asset)
        )
        element = parse_xml(xml)
        tree: Any = drawn.shapes._spTree
        tree.append(element)
        return element

    def _photo(self, drawn: DrawnSlide, asset: str) -> Photo | None:
        data = self.assets.get(asset)
        picture = inside_picture(data) if data is not None else None
        if data is None or picture is None or picture_kind(data) not in {"PNG", "JPEG"}:
            return None
        _, relation = drawn.part.get_or_add_image_part(io.BytesIO(data))
        return Photo(relation, picture.width / max(picture.height, 1))

    def _facts(self, drawn: DrawnSlide, part: FactsPart, box: Box) -> None:
        """Facts as cards side by side; what to keep and the other facts below them."""
        y = box.y
        many = len(part.facts)
        if many:
            wide = (box.width - _GAP * (many - 1)) / many
            high = max(self._card_height(fact, wide) for fact in part.facts)
            for number, fact in enumerate(part.facts):
                self._card(drawn, fact, Box(box.x + number * (wide + _GAP), y, wide, high))
            y += high + 2 * _GAP
        lines: list[tuple[str, float, bool, Role]] = []
        if part.strengths is not None and part.strengths.points:
            lines.append((part.strengths.title, _BODY, True, Role.INK))
            lines += [(f"{name}  {figure.text}", _BODY, False, Role.INK) for name, figure in part.strengths.points]
        for fact in part.below:
            lines += [(fact.label, _BODY, True, Role.INK), (fact.sentence or fact.unknown, _BODY, False, Role.INK)]
        if lines:
            self._text(drawn, lines, Box(box.x, y, box.width, box.y + box.height - y), between=4.0)

    def _card(self, drawn: DrawnSlide, fact: Fact, box: Box) -> None:
        from pptx.dml.color import RGBColor
        from pptx.enum.dml import MSO_THEME_COLOR
        from pptx.enum.shapes import MSO_SHAPE

        sides = (round(side * EMU) for side in box)
        shape = drawn.shapes.add_shape(MSO_SHAPE.RECTANGLE, *sides)
        shape.fill.solid()
        if self.base.own:
            shape.fill.fore_color.rgb = RGBColor.from_string(self.colours[Role.ACCENT_GROUND][1:])
        else:
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        shape.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        shape.shadow.inherit = False
        lines = [(words, self._unbroken(words, size, box.width - 16.0), strong, role)
                 for words, size, strong, role in _card_lines(fact)]  # fmt: skip
        _paragraphs(shape, lines, 8.0)

    def _card_height(self, fact: Fact, wide: float) -> float:
        return 20.0 + sum(self._high(words, size, wide - 16.0) for words, size, _, _ in _card_lines(fact))

    def _text(self, drawn: DrawnSlide, lines: Sequence[tuple[str, float, bool, Role]], box: Box,
              between: float = 0.0) -> None:  # fmt: skip
        """Paragraphs in a text box; smaller where they would not fit."""
        high = sum(
            self._high(words, size, box.width) + between * (4 if strong else 1) for words, size, strong, _ in lines
        )
        factor = min(1.0, (max(box.height, 1.0) / max(high, 1.0)) ** 0.5)
        smaller = [(words, max(self._unbroken(words, size * factor, box.width), 8.0), strong, role)
                   for words, size, strong, role in lines]  # fmt: skip
        sides = (round(side * EMU) for side in box)
        shape = drawn.shapes.add_textbox(*sides)
        _paragraphs(shape, smaller, 0.0, between)

    def _unbroken(self, words: str, size: float, wide: float) -> float:
        """The size in which the longest word still fits: whoever shows the slides would break it anywhere.

        What nobody could read then is broken after all.
        """
        longest = widest_word(self.fonts, words, "semibold", size * self.base.wider)
        return max(size * min(1.0, wide / max(longest, 1.0)), min(size, _SMALLEST))

    def _high(self, words: str, size: float, wide: float) -> float:
        """What a text needs in the template's font, which may be wider than ours."""
        lines = text.wrap(self.fonts, words, "semibold", size * self.base.wider, max(wide, size)) if words else ()
        return len(lines) * size * _LEADING

    def _wide(self, words: str, size: float) -> float:
        return text.width(self.fonts, words, "regular", size * self.base.wider)


def described(frame: Any, words: str) -> None:
    """What a screen reader says of a shape."""
    frame._element.xpath(".//p:cNvPr")[0].set("descr", plain_cell(words))


def _card_lines(fact: Fact) -> list[tuple[str, float, bool, Role]]:
    lines = [(fact.label, 12.0, False, Role.INK)]
    if fact.figure:
        lines.append((fact.figure, 20.0, True, Role.INK))
    if fact.sentence or fact.unknown:
        lines.append((fact.sentence or fact.unknown, 14.0, False, Role.INK))
    if fact.note:
        lines.append((fact.note, 11.0, False, Role.INK))
    return lines


def _paragraphs(shape: Any, lines: Sequence[tuple[str, float, bool, Role]], margin: float,
                between: float = 0.0) -> None:  # fmt: skip
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = round(margin * EMU)
    for number, (words, size, strong, _) in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.text = plain_cell(words)
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(between)
        if strong and number and between:
            paragraph.space_before = Pt(3 * between)
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), strong
            run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _sized(shape: Any, size: float) -> None:
    from pptx.util import Pt

    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(round(size, 1))


def _next_id(drawn: DrawnSlide) -> int:
    """A number no shape of the slide has."""
    tree: Any = drawn.shapes._spTree
    return max((int(found) for found in tree.xpath("//@id") if found.isdigit()), default=1) + 1
