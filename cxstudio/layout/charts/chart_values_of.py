"""The plain figures of each chart that another medium can draw by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxstudio.layout.charts.chart_source import ChartData, flat_name
from cxstudio.layout.charts.chart_values import ChartForm, ChartValues, Series, delta_values, verdict_mark
from cxstudio.layout.charts.competitor_chart import CompetitorData
from cxstudio.layout.charts.distribution_chart import DistributionData
from cxstudio.layout.charts.drawing.two_figure_plane import Point
from cxstudio.layout.charts.emotion_chart import EmotionData
from cxstudio.layout.charts.employees_customers_chart import ViewsData
from cxstudio.layout.charts.importance_chart import ImportanceData
from cxstudio.layout.charts.profile_chart import ProfileData
from cxstudio.layout.charts.ranking_chart import RankingData
from cxstudio.layout.charts.scatter_chart import ScatterData
from cxstudio.look.roles import Role
from cxstudio.model import Document, Touchpoint
from cxstudio.wording.texts import Texts

_EMOTION = 3.0
_DELTA_ENDS = 3.0


def chart_values(data: ChartData, document: Document, texts: Texts) -> ChartValues | None:
    """Its figures; None for a chart that is only a drawing."""
    tr = texts.tr
    match data:
        case RankingData():
            return delta_values(data.rows, tr("Delta"))
        case ImportanceData():
            titles = (tr("Experience"), tr("Importance"))
            return _points(data.points, document, data.head.title, float(data.scale), titles)
        case ScatterData():
            titles = (tr("Expectation"), tr("Experience"))
            return _points(data.points, document, data.head.title, float(data.scale), titles)
        case EmotionData():
            row = Series(tr("Emotion"), tuple(one.mean for one in data.felt), role=Role.ACCENT)
            names = tuple(flat_name(one.name) for one in data.felt)
            return ChartValues(ChartForm.CURVE, names, (row,), -_EMOTION, _EMOTION, signed=True)
        case CompetitorData():
            ours = Series(tr("We"), tuple(one.ours for one in data.rows), role=Role.ACCENT)
            others = tuple(
                Series(name, tuple(one.theirs[at] for one in data.rows), role=Role.STARDUST)
                for at, name in enumerate(data.sources)
            )
            names = tuple(one.name for one in data.rows)
            return ChartValues(ChartForm.CURVE, names, (ours, *others), 1.0, float(data.scale))
        case ViewsData():
            ours = Series(data.ours, tuple(pair.experience[0] for pair in data.pairs), role=Role.ACCENT)
            theirs = Series(data.theirs, tuple(pair.experience[1] for pair in data.pairs), role=Role.INK)
            names = tuple(flat_name(pair.name) for pair in data.pairs)
            return ChartValues(ChartForm.BARS, names, (ours, theirs), 0.0, float(data.scale))
        case ProfileData():
            return _profile(data, tr("Delta"))
        case DistributionData():
            return _distribution(data)
        case _:
            return None


def _points(points: Sequence[Point], document: Document, title: str, top: float,
            titles: tuple[str, str]) -> ChartValues:  # fmt: skip
    names = tuple(flat_name(document.get(Touchpoint, one.touchpoint).name) for one in points)
    marks = tuple(verdict_mark(one.verdict, one.uncertain) for one in points)
    row = Series(title, tuple(one.y for one in points), tuple(one.x for one in points), marks)
    return ChartValues(ChartForm.POINTS, names, (row,), 1.0, top, across=titles[0], up=titles[1],
                       across_low=1.0, across_high=top)  # fmt: skip


def _profile(data: ProfileData, name: str) -> ChartValues:
    marks = tuple(verdict_mark(kind.verdict, False) for kind in data.kinds)
    means = tuple(kind.mean for kind in data.kinds)
    ends = [abs(mean) for mean in means if mean is not None]
    most = max([*ends, _DELTA_ENDS])
    return ChartValues(ChartForm.BARS, tuple(kind.name for kind in data.kinds), (Series(name, means, marks=marks),),
                       -most, most, signed=True)  # fmt: skip


def _distribution(data: DistributionData) -> ChartValues:
    counted: list[Mapping[int, int]] = [dict(spread.counts) for spread in data.spreads]
    rows = tuple(Series(str(value), tuple(float(counts.get(value, 0)) for counts in counted)) for value in data.values)
    names = tuple(flat_name(spread.name) for spread in data.spreads)
    return ChartValues(ChartForm.STACKED, names, rows, 0.0, 1.0, decimals=0)
