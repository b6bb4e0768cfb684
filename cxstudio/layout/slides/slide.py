"""One slide of the presentation as a display list."""

from __future__ import annotations

from cxstudio.analysis.results import RoundFigures
from cxstudio.layout.display import DisplayList
from cxstudio.layout.slides.overview import Overview
from cxstudio.layout.slides.sheet import Sheet
from cxstudio.layout.slides.stage import StageSlide
from cxstudio.layout.slides.touchpoint import TouchpointSlide
from cxstudio.layout.slides.walk import Step, StepKind
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
