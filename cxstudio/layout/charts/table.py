"""All charts, in the order they are offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.layout.charts import answers, distribution, emotion, importance, kano, profile, ranking, scatter, views
from cxstudio.layout.charts.chart import Chart, ChartData, ChartStyle, Missing, Source
from cxstudio.wording.texts import N_


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One chart: what it is called, what it answers, and how it is made."""

    id: str
    title: str
    """Message id."""
    question: str
    """Message id of what it answers, in a few words."""
    data: Callable[[Source], ChartData | Missing]
    lay_out: Callable[[Any, ChartStyle], Chart]
    """Takes what its own `data` made."""
    choices: tuple[tuple[str, str], ...] = ()
    """Variants: value and message id, the usual one first."""
    wide: bool = True
    """Needs the whole width of a page; else two stand side by side."""
    tall: bool = True
    """Takes the height of a page; else half of one."""
    compares: bool = False
    """Needs two rounds."""


CHARTS: Final = (
    ChartRow("scatter", scatter.TITLE, N_("Where is it better or worse than expected?"), scatter.data,
             scatter.lay_out, wide=False),
    ChartRow("ranking", ranking.TITLE, N_("Where is the gap largest?"), ranking.data, ranking.lay_out),
    ChartRow("importance", importance.TITLE, N_("What matters and goes badly?"), importance.data, importance.lay_out,
             importance.CHOICES, wide=False),
    ChartRow("emotion", emotion.TITLE, N_("How does it feel along the way?"), emotion.data, emotion.lay_out,
             tall=False),
    ChartRow("profile", profile.TITLE, N_("What kind of experience falls short?"), profile.data, profile.lay_out,
             wide=False),
    ChartRow("distribution", distribution.TITLE, N_("How far do the answers differ?"), distribution.data,
             distribution.lay_out, distribution.CHOICES),
    ChartRow("answers", answers.TITLE, N_("What was said about one of them?"), answers.data, answers.lay_out,
             tall=False),
    ChartRow("kano", kano.TITLE, N_("What pleases, what goes without saying?"), kano.data, kano.lay_out, wide=False),
    ChartRow("views", views.TITLE, N_("Where do we misjudge the customers?"), views.data, views.lay_out,
             compares=True),
)  # fmt: skip
BY_ID: Final = {row.id: row for row in CHARTS}


def draw(row: ChartRow, source: Source, style: ChartStyle) -> tuple[ChartData, Chart] | Missing:
    """A chart's value and its picture, or why it cannot be told."""
    data = row.data(source)
    return data if isinstance(data, Missing) else (data, row.lay_out(data, style))
