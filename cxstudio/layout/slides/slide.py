"""One slide of the presentation as a display list."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.slides.journey_slide import Overview
from cxstudio.layout.slides.slide_frame import Sheet
from cxstudio.layout.slides.slide_order import Step, StepKind
from cxstudio.layout.slides.stage_slide import StageSlide
from cxstudio.layout.slides.touchpoint_slide import TouchpointSlide
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Id
from cxstudio.wording.texts import Texts

_SLIDES: dict[StepKind, type[Overview | StageSlide | TouchpointSlide]] = {
    StepKind.OVERVIEW: Overview,
    StepKind.STAGE: StageSlide,
    StepKind.TOUCHPOINT: TouchpointSlide,
}


def lay_out_slide(
    document: Document,
    journey: Id,
    figures: RoundFigures | None,
    texts: Texts,
    step: Step,
    width: float,
    height: float,
    fonts: FontBook | None = None,
) -> DisplayList:
    """What a step shows on a screen of that size (in points). Raises MissingRecord for a step that is gone."""
    sheet = Sheet(width, height, fonts or font_book())
    return _SLIDES[step.kind](document, journey, figures, texts, sheet, step).slide()
