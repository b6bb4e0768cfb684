"""The presentation: the steps of a walk through a journey, and what each shows to the room.

Sizes are those of a screen: nothing is lower than 1.8 % of its height, at most seven cards and three lanes stand on it,
and neither people nor money.
"""

from cxstudio.layout.slides.slide import lay_out_slide
from cxstudio.layout.slides.slide_frame import cards_on
from cxstudio.layout.slides.slide_order import Step, StepKind, another_stage, found_again, step_of, walk

__all__ = ["Step", "StepKind", "another_stage", "cards_on", "found_again", "lay_out_slide", "step_of", "walk"]
