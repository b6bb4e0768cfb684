"""Charts of surveys nobody here made: Korean names, 138 and 13,333 people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cxstudio.exchange.readers import read
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.charts.chart_source import Missing
from cxstudio.layout.charts.chart_table import BY_ID, CHARTS, ChartRow, draw
from cxstudio.look.type_scale import SMALLEST_SCREEN
from cxstudio.wording import texts
from tests.cxstudio.layout.chart_checks import WHY_NOT, assert_sound, drawn, source_of

EN = texts("en")
STYLE = ChartStyle(980, 620, EN)


@pytest.mark.parametrize("name", ["kservqual_kiosk_cp949_dev.csv", "airline_satisfaction_dev.csv"])
@pytest.mark.parametrize("row", CHARTS, ids=[row.id for row in CHARTS])
def test_real_surveys_are_drawn_or_say_why_not(real_data: Path, name: str, row: ChartRow) -> None:
    document = read(real_data / "surveys" / name).document()
    for choice in [value for value, _ in row.choices] or [""]:
        made = draw(row, source_of(document, row, EN, choice=choice), STYLE)
        if isinstance(made, Missing):
            assert made.reason.startswith(WHY_NOT)
        else:
            assert_sound(made[1], SMALLEST_SCREEN)


def test_the_ranking_shows_the_gaps_worked_out_elsewhere(real_data: Path, expected: Any) -> None:
    name = "kservqual_kiosk_cp949_dev.csv"
    document = read(real_data / "surveys" / name).document()
    data, _ = drawn(BY_ID["ranking"], source_of(document, BY_ID["ranking"], EN), STYLE)
    gaps = expected[f"surveys/{name}"]["gaps"].values()
    wanted = sorted(gap["perception"] - gap["expectation"] for gap in gaps)
    shown = [row.figures.delta.mean for row in data.rows]  # type: ignore[attr-defined]
    assert shown == pytest.approx(wanted, abs=1e-3)
    assert all("95% interval" in line.cells[2] for line in data.listing.lines)


def test_kano_has_a_mark_for_each_item(real_data: Path) -> None:
    document = read(real_data / "surveys" / "kservqual_kiosk_cp949_dev.csv").document()
    data, chart = drawn(BY_ID["kano"], source_of(document, BY_ID["kano"], EN), STYLE)
    assert len(data.listing.lines) == len(chart.spots) == 24
