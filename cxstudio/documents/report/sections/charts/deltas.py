"""The deltas as bars, with every answer as a dot; surveys with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.documents.content import Figure, Missing, Room, Section
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import Material
from cxstudio.layout.charts.chart_values import delta_values
from cxstudio.layout.charts.delta_bars import AXIS, ROW, DeltaChart, DeltaRow, delta_rows, rows_in
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.type_scale import PAPER, SCREEN
from cxstudio.model import Round
from cxstudio.wording.figures.figure_sentences import answered_words, view_words
from cxstudio.wording.findings.report_headlines import deltas_headline
from cxstudio.wording.texts import Texts

_LEAST_ROW = 22.0
"""Of one bar where both ends of a long ranking stand on one page, in the units of the type scale."""
_MOST_ROW = 44.0
"""Of one bar, in the units of the type scale."""


def content(material: Material) -> Section | Missing:
    """The chart of all touchpoints that have a delta."""
    figures, round_, texts = material.figures, material.round, material.texts
    rows = () if figures is None else delta_rows(material.document, figures)
    if figures is not None and not rows and any(f.experience is not None for f in figures.touchpoints):
        return Missing(texts.tr("There are no deltas: the expectation was not asked."))
    if figures is None or round_ is None or not rows:
        return Missing(texts.tr("There are no deltas: nobody has rated both expectation and experience yet."))
    ends = rows if material.most is None or len(rows) <= 2 * material.most else _ends(rows, material.most)
    kept = ""
    if len(ends) < len(rows):
        kept = texts.tr("The {n} lowest and the {n} highest of {all} deltas.", n=texts.number(len(ends) // 2),
                        all=texts.number(len(rows)))  # fmt: skip
    reading = " ".join(filter(None, (kept, _basis(material, round_, figures), _plain_marks(figures, texts))))
    values = delta_values(ends, texts.tr("Delta"), reading)
    drawn = Figure(partial(_bars, ends, texts, short=len(ends) < len(rows)), values=values)
    lead = " ".join(filter(None, (kept, _lead(material, round_, figures))))
    return Section(
        deltas_headline(material.document, figures, texts),
        (drawn,),
        lead,
        short_basis(material),
    )


def _ends(rows: Sequence[DeltaRow], most: int) -> tuple[DeltaRow, ...]:
    """The first and the last ones."""
    return (*rows[:most], *rows[-most:])


def _basis(material: Material, round_: Round, figures: RoundFigures) -> str:
    people = answered_words(material.document, figures, material.texts)
    return material.texts.tr("{view}: {people}, scale 1–{top}.", view=view_words(round_.view, material.texts),
                             people=people, top=round_.scale)  # fmt: skip


def _plain_marks(figures: RoundFigures, texts: Texts) -> str:
    """How to read the same bars where no single answer is drawn."""
    if any(t.delta is not None and t.delta.interval is not None for t in figures.touchpoints):
        return texts.tr("Bars: mean of the deltas; line: 95% interval; hollow: verdict uncertain.")
    return texts.tr("Bars: mean of the deltas.")


def _lead(material: Material, round_: Round, figures: RoundFigures) -> str:
    tr, basis = material.texts.tr, _basis(material, round_, figures)
    marks = tr("Bars: mean of the deltas; line: lowest to highest answer; ≠: the answers disagree.")
    if round_.single_answers:
        marks = tr("Bars: mean of the deltas; dots: every single answer; ≠: the answers disagree.")
    if any(t.delta is not None and t.delta.interval is not None for t in figures.touchpoints):
        marks = tr("Bars: mean of the deltas; line: 95% interval; circles: the answers, the larger the more.")
    return f"{basis} {marks}"


def _bars(rows: Sequence[DeltaRow], texts: Texts, room: Room, *, short: bool = False) -> list[DisplayList]:
    """As many charts as it takes, all on one axis and evenly filled; large type where that costs none.

    On an upright page the bars stand as far apart as there is room, and everywhere as far as the longest name needs.
    """
    if short and room.height >= len(rows) * PAPER(_LEAST_ROW) + PAPER(AXIS):
        height = (room.height - PAPER(AXIS)) / len(rows)
        return [DeltaChart(rows, texts, room.width, PAPER, room.fonts, min(height, PAPER(ROW))).drawn(rows)]
    needed = ceil(len(rows) / rows_in(room.height))
    unit = PAPER if ceil(len(rows) / rows_in(room.height, paper=False)) > needed else SCREEN
    name = DeltaChart(rows, texts, room.width, unit, room.fonts).tallest_name(rows)
    if name > unit(ROW):
        unit = PAPER
        name = DeltaChart(rows, texts, room.width, unit, room.fonts).tallest_name(rows)
        needed = ceil(len(rows) / max(1, (room.height - unit(AXIS)) // max(name, unit(ROW))))
    each = ceil(len(rows) / needed)
    most = (room.height - unit(AXIS)) / each
    usual = min(unit(_MOST_ROW), most) if room.height > room.width else unit(ROW)
    chart = DeltaChart(rows, texts, room.width, unit, room.fonts, min(max(usual, name), most), whole=True)
    return [chart.drawn(rows[start : start + each]) for start in range(0, len(rows), each)]
