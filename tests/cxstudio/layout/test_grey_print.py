"""Where shades are alike, the sign before each delta of a ranking tells its verdict, on paper and on slides."""

from __future__ import annotations

import re

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.charts.chart_values import delta_values
from cxstudio.layout.charts.delta_bars import DeltaChart, delta_rows
from cxstudio.layout.display.display_list import TextLine
from cxstudio.look.fonts import FontBook
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Round
from cxstudio.wording.texts import texts

_SIGNS = {"disappointing": "▼", "okay": "•", "delighting": "▲"}


def test_each_delta_of_the_ranking_has_the_sign_of_its_verdict() -> None:
    document = sample("lindenfurt", "en").document
    rows = delta_rows(document, round_figures(document, document.all(Round)[0].id))
    assert {row.figures.verdict.value for row in rows} == set(_SIGNS)
    chart = DeltaChart(rows, texts("en"), 600.0, PAPER, FontBook())
    on_slides = delta_values(rows, "Delta").categories
    for row, name in zip(rows, on_slides, strict=True):
        sign = _SIGNS[row.figures.verdict.value]
        written = [item.text for item in chart.row(row).items if isinstance(item, TextLine)]
        assert [one for one in written if re.fullmatch(rf"{sign} [+−]?\d\.\d", one)], written
        assert name == f"{sign} {row.name}"
