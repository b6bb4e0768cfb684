"""All charts, in the order they are offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.layout.charts import answers_chart as answers
from cxstudio.layout.charts import competitor_chart as competitors
from cxstudio.layout.charts import distribution_chart as distribution
from cxstudio.layout.charts import emotion_chart as emotion
from cxstudio.layout.charts import employees_customers_chart as views
from cxstudio.layout.charts import importance_chart as importance
from cxstudio.layout.charts import kano_chart as kano
from cxstudio.layout.charts import profile_chart as profile
from cxstudio.layout.charts import ranking_chart as ranking
from cxstudio.layout.charts import scatter_chart as scatter
from cxstudio.layout.charts.chart_base import Chart, ChartStyle
from cxstudio.layout.charts.chart_source import ChartData, Missing, Source
from cxstudio.steps import Steps, at_once, finished
from cxstudio.wording.texts import N_


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One chart: what it is called, what it answers, and how it is made."""

    id: str
    title: str
    """Message id."""
    question: str
    """Message id of what it answers, in a few words."""
    data_in_steps: Callable[[Source], Steps[ChartData | Missing]]
    lay_out_in_steps: Callable[[Any, ChartStyle], Steps[Chart]]
    """Takes what its own `data_in_steps` made."""
    choices: tuple[tuple[str, str], ...] = ()
    """Variants: value and message id, the usual one first."""
    wide: bool = True
    """Needs the whole width of a page; else two stand side by side."""
    tall: bool = True
    """Takes the height of a page; else half of one."""
    compares: bool = False
    """Needs two rounds."""

    def data(self, source: Source) -> ChartData | Missing:
        """Its value, without a pause."""
        return finished(self.data_in_steps(source))

    def lay_out(self, data: Any, style: ChartStyle) -> Chart:
        """Its picture, without a pause."""
        return finished(self.lay_out_in_steps(data, style))


CHARTS: Final = (
    ChartRow("scatter", scatter.TITLE, N_("Where is it better or worse than expected?"),
             scatter.data_in_steps, at_once(scatter.lay_out), wide=False),
    ChartRow("ranking", ranking.TITLE, N_("Where is the gap largest?"),
             ranking.data_in_steps, at_once(ranking.lay_out)),
    ChartRow("importance", importance.TITLE, N_("What matters and goes badly?"),
             importance.data_in_steps, at_once(importance.lay_out), importance.CHOICES, wide=False),
    ChartRow("emotion", emotion.TITLE, N_("How does it feel along the way?"),
             emotion.data_in_steps, emotion.lay_out_in_steps, tall=False),
    ChartRow("competitors", competitors.TITLE, N_("How do others do along the way?"),
             at_once(competitors.data), at_once(competitors.lay_out), tall=False),
    ChartRow("profile", profile.TITLE, N_("Which experience kind falls short?"),
             profile.data_in_steps, profile.lay_out_in_steps, wide=False),
    ChartRow("distribution", distribution.TITLE, N_("How far do the answers differ?"),
             distribution.data_in_steps, distribution.lay_out_in_steps, distribution.CHOICES),
    ChartRow("answers", answers.TITLE, N_("How was one of them rated?"),
             at_once(answers.data), at_once(answers.lay_out), tall=False),
    ChartRow("kano", kano.TITLE, N_("What delights, what is taken for granted?"),
             kano.data_in_steps, at_once(kano.lay_out), wide=False),
    ChartRow("views", views.TITLE, N_("Where do we misjudge the customers?"),
             views.data_in_steps, at_once(views.lay_out), compares=True),
)  # fmt: skip
BY_ID: Final = {row.id: row for row in CHARTS}


def draw(row: ChartRow, source: Source, style: ChartStyle) -> tuple[ChartData, Chart] | Missing:
    """A chart's value and its picture, or why it cannot be told."""
    data = row.data(source)
    return data if isinstance(data, Missing) else (data, row.lay_out(data, style))
