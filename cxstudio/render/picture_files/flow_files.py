"""The flow of a journey as it is exported: stages over it, what it tells in a sentence above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_marks import FlowMark, flow_marks
from cxstudio.analysis.round.reported_round import reported_round
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Path, Placed, Primitive
from cxstudio.layout.display.drawn_signs import sign
from cxstudio.layout.flow import FlowLayout, FlowStyle, flow_in_steps
from cxstudio.layout.flow.flow_drawing import KIND_DASHES, KIND_ROLES, MARK_SIGNS
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Id, Journey
from cxstudio.model.kinds import TransitionKind
from cxstudio.render.drawing import MARGIN, WIDEST_PAGE, Drawing
from cxstudio.steps import finished
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.findings.flow_lines import arrival_lines
from cxstudio.wording.findings.transition_sentences import MARK_WORDS
from cxstudio.wording.texts import N_, Texts, texts

_GAP: Final = 12.0
_LEGEND: Final = 34.0
_SAMPLE: Final = 28.0
_SIGN: Final = 14.0


def flow_drawing(document: Document, journey: Id, *, language: str | None = None, fonts: FontBook | None = None,
                 fitting: bool = False) -> Drawing:  # fmt: skip
    """The whole flow with the figures of the round it shows; `fitting`: too long for one page, its stages are folded.

    Raises UserError for a journey without touchpoints.
    """
    words, book = texts(language or document.project.language), fonts or font_book()
    if not document.journey_touchpoints(journey):
        raise UserError(N_("There are no touchpoints yet."), N_("Nothing was written."))
    round_ = reported_round(document, journey)
    figures = round_figures(document, round_.id) if round_ is not None else None
    found = flow_figures(document, journey, figures)

    def laid(style: FlowStyle) -> FlowLayout:
        return finished(flow_in_steps(document, found, figures, words, style, book))

    whole, folded = laid(FlowStyle(paper=True)), ""
    if fitting and whole.body.width + 2 * MARGIN > WIDEST_PAGE:
        stages = frozenset(stage.id for stage in document.stages(journey))
        whole = laid(FlowStyle(paper=True, folded_stages=stages))
        folded = words.tr("Stages are folded: critical touchpoints and stardust stand alone, the others are counted.")
    title, rest = arrival_lines(document, found, words)
    name = document.get(Journey, journey).title.strip()
    head = " · ".join(part for part in (words.tr("Flow"), name or document.project.title) if part)
    said = " · ".join(part for part in (title, rest, folded) if part)
    drawn = tuple(mark for mark in FlowMark if any(mark in marks for marks in flow_marks(found).values()))
    kinds = tuple(kind for kind in TransitionKind if any(way.kind is kind and way.drawn for way in whole.ways))
    legend = _legend(drawn, kinds, words, book)
    return Drawing(
        _below_each_other((whole.header, whole.body, legend), head, said, book),
        document.project.accent,
        words.language,
        fonts=fonts,
        no_page=N_("The flow is too long for one page."),
        no_picture=N_("The flow is too long for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )


def _legend(marks: Sequence[FlowMark], kinds: Sequence[TransitionKind], words: Texts, book: FontBook) -> DisplayList:
    """What the lines and signs of this flow mean, in one row."""
    items: list[Primitive] = []
    x, middle = 0.0, _LEGEND / 2
    for kind in kinds:
        items.append(Path((("M", x, middle), ("L", x + _SAMPLE, middle)), stroke=KIND_ROLES[kind], stroke_width=3.0,
                          dash=KIND_DASHES.get(kind, ()), round_caps=False))  # fmt: skip
        x = _said(items, choice_text(words, kind), x + _SAMPLE + 6.0, middle, book)
    for mark in marks:
        name, role = MARK_SIGNS[mark]
        items.extend(sign(name, x, middle - _SIGN / 2, _SIGN, role))
        x = _said(items, words.tr(MARK_WORDS[mark][0]), x + _SIGN + 6.0, middle, book)
    group = Group("legend", x, _LEGEND, tuple(items))
    return DisplayList(
        x, _LEGEND if items else 0.0, Frame("legend", 0.0, 0.0, x, _LEGEND, groups=(Placed(0.0, 0.0, group),))
    )


def _said(items: list[Primitive], said: str, x: float, middle: float, book: FontBook) -> float:
    """A word of the legend; returns where the next thing begins."""
    style = SCREEN.small
    made = text.single(book, said, style, x, middle + style.size * 0.35, Role.MUTED)
    items.append(made)
    return x + made.width + 24.0


def _below_each_other(parts: Sequence[DisplayList], title: str, said: str, book: FontBook) -> DisplayList:
    """Title and sentence, the stages, the flow, and its legend."""
    wide = max(part.width for part in parts)
    lines = text.block(book, title, SCREEN.name, 0.0, 0.0, wide, Role.INK, meaning=Meaning.TITLE)
    y = len(lines) * SCREEN.name.leading
    below = text.block(book, said, SCREEN.body, 0.0, y, wide, Role.MUTED) if said else ()
    y += len(below) * SCREEN.body.leading + _GAP
    frames = [Frame("title", 0.0, 0.0, wide, y, groups=(Placed(0.0, 0.0, Group("title", wide, y, (*lines, *below))),))]
    for number, part in enumerate(parts):
        frames.append(Frame(f"part{number}", 0.0, y, part.width, part.height, part.root.frames, part.root.groups))
        y += part.height
    return DisplayList(wide, y, Frame("whole", 0.0, 0.0, wide, y, tuple(frames)), title)
