"""Headlines somebody wrote from figures that are no longer those of the report: said before it is written."""

from __future__ import annotations

from cxstudio.analysis.round.figures_stamp import Written
from cxstudio.documents.report.material import Material


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
