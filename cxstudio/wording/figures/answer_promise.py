"""What those who rate are promised about their answers: one text, for sheet and report. Outputs keep to it."""

from __future__ import annotations

from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Round
from cxstudio.wording.texts import Texts


def promise_words(round_: Round | None, texts: Texts) -> str:
    """How answers are shown; of a round that is still to be started what holds unless it is announced otherwise."""
    least = Round.model_fields["minimum_group"].default if round_ is None else round_.minimum_group
    if round_ is not None and is_survey(round_):
        return texts.tr("Answers are counted together; groups under {n} are not broken down.", n=texts.number(least))
    if round_ is not None and round_.single_answers:
        return texts.tr(
            "Every answer is shown as a dot, without a name; groups under {n} are not broken down.",
            n=texts.number(least),
        )
    return texts.tr(
        "Only mean, range and agreement of all answers are shown, no single ones; groups under {n} are not broken "
        "down.",
        n=texts.number(least),
    )
