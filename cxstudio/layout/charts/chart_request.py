"""A chart somebody chose to keep: which one, which variant, about what; written as one short line in the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.employees_against_customers import view_pair
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_source import Source
from cxstudio.layout.charts.chart_table import BY_ID, ChartRow
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.wording.texts import Texts

_BETWEEN: Final = "|"
ANSWERS: Final = "answers"
"""The chart about one touchpoint."""


class Wanted(NamedTuple):
    """A chart and its variant; `about` is the touchpoint, or the two rounds, or empty."""

    chart: str
    choice: str = ""
    about: tuple[Id, ...] = ()

    @property
    def entry(self) -> str:
        """The line it is kept as: "importance|middle", "views||round1|round2"."""
        return _BETWEEN.join((self.chart, self.choice, *self.about)).rstrip(_BETWEEN)

    @property
    def row(self) -> ChartRow:
        """What is known about the chart."""
        return BY_ID[self.chart]

    def title(self, texts: Texts) -> str:
        """What lists call it: the chart's name and its variant."""
        variant = dict(self.row.choices).get(self.choice, "")
        usual = not self.row.choices or self.choice == self.row.choices[0][0]
        name = texts.tr(self.row.title)
        return name if usual or not variant else f"{name} · {texts.tr(variant)}"


def read(entry: str) -> Wanted | None:
    """What a kept line says; None for a chart this program does not know."""
    chart, *rest = entry.split(_BETWEEN)
    if chart not in BY_ID:
        return None
    choice, *about = rest or [""]
    if choice not in dict(BY_ID[chart].choices):
        choice = ""
    return Wanted(chart, choice, tuple(about))


FiguresOf = Callable[[Id], RoundFigures | None]


def source(
    document: Document,
    texts: Texts,
    figures: RoundFigures | None,
    journey: Id,
    wanted: Wanted,
    figures_of: FiguresOf | None = None,
) -> Source:
    """What the chart is made from: the round shown, or the two rounds it compares.

    `figures_of` spares the work where the figures of other rounds are known.
    """
    if not wanted.row.compares:
        chosen = wanted.about[0] if wanted.about else None
        return Source(document, texts, figures, chosen=chosen, choice=wanted.choice)
    ours, theirs = _rounds(document, journey, wanted, figures)
    known = figures_of or (lambda round_id: round_figures(document, round_id))
    mine = figures if figures is not None and ours is not None and figures.round == ours.id else None
    other = figures if figures is not None and theirs is not None and figures.round == theirs.id else None
    return Source(
        document,
        texts,
        mine or (None if ours is None else known(ours.id)),
        other or (None if theirs is None else known(theirs.id)),
    )


def _rounds(
    document: Document, journey: Id, wanted: Wanted, figures: RoundFigures | None
) -> tuple[Round | None, Round | None]:
    kept = [found for found in (document.find(i) for i in wanted.about) if isinstance(found, Round)]
    if len(kept) == 2 and all(r.journey == journey for r in kept):
        return kept[0], kept[1]
    if not isinstance(document.find(journey), Journey):
        return None, None
    return view_pair(document, journey, None if figures is None else figures.round)
