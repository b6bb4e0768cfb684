"""What a report tells of is not what is in view, or not what a headline was written from: said before it is written."""

from __future__ import annotations

from cxstudio.analysis.round.figures_stamp import Written
from cxstudio.documents.report.material import Material
from cxstudio.model.rounds import shown_round
from cxstudio.wording.figures.round_names import numbered_name


def headline_notices(material: Material) -> tuple[str, ...]:
    """One sentence per headline whose figures changed, or that was written for another round."""
    tr, quoted = material.texts.tr, material.texts.quoted
    said = []
    for headline, state in material.headlines:
        text = quoted(" ".join(headline.text.split()))
        if state is Written.CHANGED:
            said.append(
                tr("The figures have changed since the headline {text} was written. Please check it.", text=text)
            )
        elif state is Written.OTHER_ROUND:
            said.append(tr("The headline {text} was written for another round. The report prints its own instead.",
                           text=text))  # fmt: skip
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
