"""What stands on a map to hang up: finding, basis and count, whatever kind of file it becomes."""

from __future__ import annotations

from datetime import date
from typing import Final

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.overlaid_rounds import overlaid_figures
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.errors import N_
from cxstudio.layout.poster.poster import Poster, PosterWords
from cxstudio.look.fonts import FontBook
from cxstudio.model import Document, Id, Round
from cxstudio.model.rounds import shown_round
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import basis_line, scale_words
from cxstudio.wording.findings.report_headlines import map_headline
from cxstudio.wording.texts import Texts

NO_TOUCHPOINTS: Final = N_("This journey has no touchpoints yet.")


def poster_of(document: Document, journey: Id, words: Texts, today: date, fonts: FontBook | None = None) -> Poster:
    """What stands on the sheets of a journey with the figures of the round it shows."""
    shown = shown_round(document, journey)
    figures = round_figures(document, shown.id) if shown is not None else None
    touchpoints = [t for stage in document.stages(journey) for t in document.touchpoints(stage.id)]
    critical = sum(is_critical(figures, touchpoint) for touchpoint in touchpoints)
    count = words.trn("{n} touchpoint", "{n} touchpoints", len(touchpoints))
    if critical:
        count = words.tr("{touchpoints}, {critical} critical", touchpoints=count, critical=words.number(critical))
    secrecy = capital(words.tr(choice_label(document.project.confidentiality)))
    made = " · ".join((secrecy, words.tr("As of {date}", date=words.long_date(today))))
    basis = words.tr("Nobody has rated this journey yet.")
    if shown is not None and figures is not None:
        scale = scale_words(figures, document.get(Round, shown.id).scale, words)
        told = (shown.title, basis_line(document, figures, words))
        basis = ". ".join(part for part in told if part) + f". {scale}"
    finding = map_headline(document, figures, words, "")
    over = overlaid_figures(document, journey)
    return Poster(document, journey, figures, words, PosterWords(finding, basis, count, made), over, fonts)
