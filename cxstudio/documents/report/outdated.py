"""What a report tells of is not what is in view, or not what a headline was written from: said before it is written."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.round.figures_stamp import Written
from cxstudio.documents.report.material import Material
from cxstudio.model.rounds import shown_round
from cxstudio.wording import N_
from cxstudio.wording.figures.round_names import numbered_name

_SAID: Final = {
    Written.CHANGED: (
        N_("The figures have changed since the headline {text} was written. Please check it."),
        N_("The figures have changed since the lead {text} was written. Please check it."),
    ),
    Written.OTHER_ROUND: (
        N_("The headline {text} was written for another round. The report prints its own instead."),
        N_("The lead {text} was written for another round. The report prints its own instead."),
    ),
}
"""What is said of a headline, and of a lead."""


def headline_notices(material: Material) -> tuple[str, ...]:
    """One sentence per headline or lead whose figures changed, or that was written for another round."""
    tr, quoted = material.texts.tr, material.texts.quoted
    said = []
    for headline, state in material.headlines:
        text, lead = quoted(" ".join(headline.text.split())), headline.section.endswith("_lead")
        if state in _SAID:
            said.append(tr(_SAID[state][lead], text=text))
    return tuple(said)


def round_notices(material: Material) -> tuple[str, ...]:
    """One sentence where the round in view was only just begun and the report tells of the one before it."""
    told, document, texts = material.round, material.document, material.texts
    if told is None:
        return ()
    shown = shown_round(document, told.journey)
    if shown is None or shown.id == told.id:
        return ()
    names = (texts.quoted(numbered_name(document, each, texts)) for each in (shown, told))
    return (texts.tr("There are hardly any answers in {begun} yet. The report shows {told}.",
                     **dict(zip(("begun", "told"), names, strict=True))),)  # fmt: skip
