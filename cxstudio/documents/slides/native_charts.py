"""Plain figures as a native chart, and new figures into one that stands in an edited deck."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from cxstudio.layout.charts.chart_values import ChartForm, ChartValues, Series
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.plain_text import first_words, plain_cell
from cxstudio.render.slide_shapes import colour_xml
from cxstudio.wording.texts import Texts, rounded

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.data import CategoryChartData, XyChartData

_SIZE: Final = 12
_MOST_WORDS: Final = 1500
_SIGNED: Final = "+0.0;\N{MINUS SIGN}0.0;0.0"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMES: Final = f'xmlns:c="{_C}" xmlns:a="{_A}"'
_STEPS: Final = (Role.DISAPPOINTING, Role.OKAY, Role.DELIGHTING)


def chart_data(values: ChartValues) -> CategoryChartData | XyChartData:
    """What python-pptx writes into the chart and its workbook: the shown figures, never the raw ones."""
    from pptx.chart.data import CategoryChartData, XyChartData

    form = "0" if not values.decimals else _SIGNED if values.signed else "0.0"
    if values.form is ChartForm.POINTS:
        points = XyChartData(number_format="0.0")
        for row in values.series:
            made = points.add_series(plain_cell(row.name))
            for x, y in zip(row.across, row.values, strict=True):
                made.add_data_point(_shown(x, values), _shown(y, values))
        return points
    data = CategoryChartData(number_format=form)
    data.categories = [plain_cell(name) or " " for name in values.categories]
    for row in values.series:
        data.add_series(plain_cell(row.name), [_shown(value, values) for value in row.values])
    return data


def _shown(value: float | None, values: ChartValues) -> float | None:
    return None if value is None else float(rounded(value, values.decimals))


def kind(values: ChartValues) -> Any:
    """Which chart of the program it is."""
    from pptx.enum.chart import XL_CHART_TYPE

    return {
        ChartForm.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
        ChartForm.STACKED: XL_CHART_TYPE.BAR_STACKED_100,
        ChartForm.CURVE: XL_CHART_TYPE.LINE_MARKERS,
        ChartForm.POINTS: XL_CHART_TYPE.XY_SCATTER,
    }[values.form]


def dress(chart: Chart, values: ChartValues, colours: Palette) -> None:
    """Axes, legend, labels and colours of a new chart."""
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
    from pptx.util import Pt

    chart.font.size = Pt(_SIZE)
    chart.has_title = False
    chart.has_legend = len(values.series) > 1
    if chart.has_legend and chart.legend is not None:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    value_axis, category_axis = chart.value_axis, chart.category_axis
    value_axis.tick_labels.font.size = Pt(_SIZE - 2)
    _line(value_axis.major_gridlines, colours)
    if values.form is not ChartForm.STACKED:
        value_axis.minimum_scale, value_axis.maximum_scale = values.low, values.high
        value_axis.major_unit = 1.0
    category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if values.form in {ChartForm.BARS, ChartForm.STACKED}:
        category_axis.reverse_order = True
        value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
        plot: Any = chart.plots[0]
        plot.gap_width = 45
        plot.overlap = 100 if values.form is ChartForm.STACKED else 0
    if values.form is ChartForm.POINTS:
        category_axis.minimum_scale, category_axis.maximum_scale = values.across_low, values.across_high
        category_axis.major_unit = 1.0
        _line(category_axis.major_gridlines, colours)
        for axis, title in ((category_axis, values.across), (value_axis, values.up)):
            axis.has_title = True
            axis.axis_title.text_frame.text = plain_cell(title)
            axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(_SIZE)
    else:
        category_axis.has_major_gridlines = False
    colour(chart, values, colours)


def colour(chart: Chart, values: ChartValues, colours: Palette) -> None:
    """Colours, labels and intervals of the values it has now."""
    for place, (drawn, row) in enumerate(zip(chart.plots[0].series, values.series, strict=True)):
        element: Any = drawn._element
        for tag in ("dPt", "dLbls", "errBars", "spPr", "marker"):
            for old in element.findall(f"{{{_C}}}{tag}"):
                element.remove(old)
        _put(element, _series_ink(row, place, values, colours))
        for point, mark in enumerate(row.marks):
            _put(element, _point(point, mark.role, mark.hollow, values, colours))
        _put(element, _labels(row, values))
        if row.intervals:
            _put(element, _intervals(row, colours))


def _put(series: Any, xml: str) -> None:
    """Add an element where the schema has it: before the first of those that follow it."""
    from pptx.oxml import parse_xml

    if not xml:
        return
    order = ("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "trendline", "errBars", "cat",
             "val", "xVal", "yVal", "smooth", "shape", "extLst")  # fmt: skip
    for part in map(copy.deepcopy, parse_xml(f"<c:all {_NAMES}>{xml}</c:all>")):
        rank = order.index(part.tag.split("}")[1])
        later = [one for one in series if one.tag.split("}")[1] in order[rank + 1 :]]
        if later:
            later[0].addprevious(part)
        else:
            series.append(part)


def _fill(role: Role, colours: Palette) -> str:
    return f"<a:solidFill>{colour_xml(role, colours)}</a:solidFill>"


def _series_ink(row: Series, place: int, values: ChartValues, colours: Palette) -> str:
    if values.form is ChartForm.CURVE:
        role = row.role or Role.ACCENT
        ink = f'<c:spPr><a:ln w="28575">{_fill(role, colours)}</a:ln></c:spPr>'
        return (
            ink
            + f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{_fill(role, colours)}</c:spPr></c:marker>'
        )
    if values.form is ChartForm.POINTS:
        return (
            '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
            '<c:marker><c:symbol val="circle"/><c:size val="9"/></c:marker>'
        )
    if values.form is ChartForm.STACKED:
        return f"<c:spPr><a:solidFill>{_step(place, len(values.series), colours)}</a:solidFill></c:spPr>"
    return f"<c:spPr>{_fill(row.role, colours)}</c:spPr>" if row.role is not None else ""


def _step(place: int, many: int, colours: Palette) -> str:
    """A colour between the bad end, the middle and the good end of a scale."""
    share = place / max(many - 1, 1) * 2
    first, second = (_STEPS[0], _STEPS[1]) if share < 1 else (_STEPS[1], _STEPS[2])
    return f'<a:srgbClr val="{colours.mixed(first, second, share % 1 if share < 2 else 1.0)[1:]}"/>'


def _point(point: int, role: Role, hollow: bool, values: ChartValues, colours: Palette) -> str:
    ink = _fill(role, colours)
    shape = f'<a:noFill/><a:ln w="19050">{ink}</a:ln>' if hollow else f"{ink}<a:ln><a:noFill/></a:ln>"
    if values.form is ChartForm.POINTS:
        marker = f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{shape}</c:spPr></c:marker>'
        return f'<c:dPt><c:idx val="{point}"/>{marker}<c:bubble3D val="0"/></c:dPt>'
    return (
        f'<c:dPt><c:idx val="{point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{shape}</c:spPr></c:dPt>"
    )


def _labels(row: Series, values: ChartValues) -> str:
    flags = (
        '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    if values.form is ChartForm.POINTS:
        from cxstudio.render.svg import escape

        named = "".join(
            f'<c:dLbl><c:idx val="{i}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="1000"/>'
            f"<a:t>{escape(plain_cell(name))}</a:t></a:r></a:p></c:rich></c:tx>"
            f'<c:dLblPos val="r"/>{flags.format(value=1)}</c:dLbl>'
            for i, name in enumerate(values.categories) if name
        )  # fmt: skip
        return f"<c:dLbls>{named}{flags.format(value=0)}</c:dLbls>"
    if values.form is ChartForm.STACKED:
        return ""
    form = _SIGNED if values.signed else "0.0"
    place = '<c:dLblPos val="t"/>' if values.form is ChartForm.CURVE else '<c:dLblPos val="outEnd"/>'
    if row.intervals:
        place = '<c:dLblPos val="inBase"/>'
    return (
        f'<c:dLbls><c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:endParaRPr/></a:p></c:txPr>'
        f"{place}{flags.format(value=1)}</c:dLbls>"
    )


def _intervals(row: Series, colours: Palette) -> str:
    """The 95 % intervals as error bars of their own lengths."""

    def numbers(lengths: list[float]) -> str:
        points = "".join(f'<c:pt idx="{i}"><c:v>{length:.4f}</c:v></c:pt>' for i, length in enumerate(lengths))
        return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(lengths)}"/>{points}</c:numLit>'

    pairs = [(v or 0.0, i or (v or 0.0, v or 0.0)) for v, i in zip(row.values, row.intervals, strict=True)]
    plus, minus = [max(i[1] - v, 0.0) for v, i in pairs], [max(v - i[0], 0.0) for v, i in pairs]
    return (
        '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{numbers(plus)}</c:plus><c:minus>{numbers(minus)}</c:minus>"
        f'<c:spPr><a:ln w="12700">{_fill(Role.INK, colours)}</a:ln></c:spPr></c:errBars>'
    )


def _line(gridlines: Any, colours: Palette) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    line = gridlines.format.line
    line.width = Pt(0.5)
    line.color.rgb = RGBColor.from_string(colours[Role.FAINT_LINE][1:])


def chart_words(values: ChartValues, texts: Texts) -> str:
    """The figures as running text, for readers of the screen."""
    number = texts.signed if values.signed else texts.number
    said = []
    for place, name in enumerate(values.categories):
        figures = [
            f"{row.name} {number(value, values.decimals)}"
            for row in values.series
            if (value := row.values[place]) is not None
        ]
        if name:
            said.append(f"{name}: {', '.join(figures)}")
    return first_words("; ".join(said), _MOST_WORDS)
