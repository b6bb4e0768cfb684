"""New figures into a deck somebody has edited: only what bears our names changes, everything else stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from cxstudio.documents.slides.boxes import within
from cxstudio.documents.slides.deck_base import DeckBase, deck_base, open_deck
from cxstudio.documents.slides.deck_plan import OURS, ChartPart, DrawingPart, Slide, SlidePart, TablePart
from cxstudio.documents.slides.making import WRITING, DeckFile, deck_bytes, planned
from cxstudio.documents.slides.native_charts import chart_data, chart_words, colour, kind
from cxstudio.documents.slides.native_tables import as_many_rows, write
from cxstudio.documents.slides.slide_writing import SlideWriter, described
from cxstudio.errors import N_, UserError
from cxstudio.look.fonts import font_book
from cxstudio.look.palette import palette
from cxstudio.model import Document
from cxstudio.progress import Progress, silent
from cxstudio.render.slide_shapes import Box
from cxstudio.wording import texts as texts_in
from cxstudio.wording.texts import Texts

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as DrawnSlide


@dataclass(slots=True)
class _Told:
    """What happened, slide by slide."""

    replaced: dict[int, int] = field(default_factory=dict)
    gone: dict[int, int] = field(default_factory=dict)
    other: list[int] = field(default_factory=list)
    titles: list[tuple[int, str]] = field(default_factory=list)


def updated_pptx(document: Document, assets: Mapping[str, bytes], language: str, deck: bytes, *,
                 day: date | None = None, progress: Progress = silent) -> DeckFile:  # fmt: skip
    """The edited deck with the figures of today in the charts, tables and drawings that are ours, by their names.

    Slides, texts, places, sizes and order stay. The notices say what was replaced, and what is no longer in the report.
    Raises UserError where the deck cannot be read or nothing in it is ours.
    """
    texts, book, colours = texts_in(language), font_book(), palette("print", document.project.accent)
    edited = open_deck(deck)
    standing = [(number, slide, shape) for number, slide in enumerate(edited.slides, 1) for shape in _ours(slide)]
    if not standing:
        raise UserError(
            N_("In this file there is no chart and no table that CX Studio made."), N_("Nothing was written."),
            N_("Export new slides instead."),
        )  # fmt: skip
    base = deck_base(None, colours)
    slides, notices = planned(document, language, base, book, day or date.today())
    parts = {
        part.name: (part, slide)
        for slide in slides
        for part in slide.parts
        if isinstance(part, TablePart | ChartPart | DrawingPart)
    }
    writer = SlideWriter(_on(edited, base), texts, colours, book, assets)
    told = _Told()
    for place, (number, slide, shape) in enumerate(standing):
        progress(0.4 + 0.6 * place / len(standing), WRITING)
        found = parts.pop(shape.name, None)
        if found is None:
            told.gone[number] = told.gone.get(number, 0) + 1
        elif _replace(writer, slide, shape, found[0]):
            told.replaced[number] = told.replaced.get(number, 0) + 1
            _note_title(told, number, slide, found[1])
        else:
            told.other.append(number)
    progress(1.0, "")
    said = _sentences(told, [slide.title for _, slide in parts.values()], texts)
    return DeckFile(deck_bytes(edited), (*said, *notices), len(edited.slides))


def _on(edited: Presentation, base: DeckBase) -> DeckBase:
    """A base that writes into the edited deck."""
    return DeckBase(edited, base.opening, base.content, base.title, base.room, own=False)


def _ours(slide: DrawnSlide) -> Iterator[Any]:
    """Shapes that bear our names, also within groups somebody made."""
    waiting = list(slide.shapes)
    while waiting:
        shape: Any = waiting.pop(0)
        if shape.name.startswith(f"{OURS}: "):
            yield shape
        elif getattr(shape, "shapes", None) is not None:
            waiting += list(shape.shapes)


def _replace(writer: SlideWriter, slide: DrawnSlide, shape: Any, part: SlidePart) -> bool:
    """Put new figures into a shape; False where somebody made something else of it."""
    if isinstance(part, ChartPart):
        return _new_figures(writer, shape, part)
    if isinstance(part, TablePart):
        if not getattr(shape, "has_table", False) or not as_many_rows(shape.table, part.page):
            return False
        write(shape.table, part.page, writer.colours)
        return True
    if isinstance(part, DrawingPart):
        box = within(shape)
        if box is None or not hasattr(shape, "shapes"):
            return False
        element = writer.drawing(slide, part, _held(part, box))
        shape._element.addprevious(element)
        shape._element.getparent().remove(shape._element)
        return True
    return False


def _new_figures(writer: SlideWriter, shape: Any, part: ChartPart) -> bool:
    from pptx.enum.chart import XL_CHART_TYPE

    if not getattr(shape, "has_chart", False):
        return False
    points = {XL_CHART_TYPE.XY_SCATTER, XL_CHART_TYPE.XY_SCATTER_LINES, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS}
    chart = shape.chart
    if (chart.chart_type in points) is not (kind(part.values) in points):
        return False
    chart.replace_data(chart_data(part.values))
    if chart.chart_type == kind(part.values):
        colour(chart, part.values, writer.colours)
    described(shape, chart_words(part.values, writer.texts))
    return True


def _held(part: DrawingPart, box: Box) -> Box:
    """As wide as it stands there now, with the proportions of the new drawing."""
    picture = part.picture
    high = box.width * picture.height / max(picture.width, 1.0)
    return Box(box.x, box.y, box.width, high)


def _note_title(told: _Told, number: int, slide: DrawnSlide, now: Slide) -> None:
    """Remember a title that is not what the report says today: it stays, and whoever shows it has to know."""
    title = slide.shapes.title
    text = "" if title is None else " ".join(title.text_frame.text.split())
    if text != " ".join(now.title.split()) and number not in {known for known, _ in told.titles}:
        told.titles.append((number, now.title))


def _sentences(told: _Told, new: list[str], texts: Texts) -> tuple[str, ...]:
    tr = texts.tr
    said = []

    def slides(numbers: Mapping[int, object] | list[int]) -> str:
        return texts.listed([texts.number(number) for number in sorted(set(numbers))])

    many = sum(told.replaced.values())
    if many:
        said.append(texts.trn("{n} chart or table replaced (slides: {slides}).",
                              "{n} charts and tables replaced (slides: {slides}).", many,
                              slides=slides(told.replaced)))  # fmt: skip
    else:
        said.append(tr("Nothing was replaced."))
    if told.gone:
        said.append(tr("No longer in the report and left as it was: slides {slides}.", slides=slides(told.gone)))
    if told.other:
        said.append(tr("Changed into something else and left as it was: slides {slides}.", slides=slides(told.other)))
    said += [
        tr("Slide {number} keeps its title. The report says: {title}", number=texts.number(number),
           title=texts.quoted(title)) for number, title in sorted(told.titles)
    ]  # fmt: skip
    if new:
        named = texts.listed([texts.quoted(title) for title in dict.fromkeys(new)])
        said.append(tr("In the report, and not in these slides: {titles}.", titles=named))
    return tuple(said)
