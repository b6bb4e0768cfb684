"""What reads −1.0 has one colour everywhere: table, map, charts, presentation, report."""

from __future__ import annotations

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.documents.report.marks import delta_figure
from cxstudio.documents.report.material import Material
from cxstudio.layout.charts.delta_bars import DeltaChart, delta_rows
from cxstudio.layout.display.display_list import Primitive, TextLine
from cxstudio.layout.lanes.touchpoint_cards import card_value
from cxstudio.layout.map.map_layout import MapStyle
from cxstudio.layout.map_scene.lane_scene import TEXT_ROLES, Scene
from cxstudio.look.fonts import font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Document, Journey
from cxstudio.wording import texts
from tests.cxstudio.journeys import journey
from ui.workspaces.rate.table.answer_cells import _VERDICT

SUMS = (-24, -25, -26)
"""Of 25 answers each: −0.96, −1.00 and −1.04 are all shown as −1.0."""


def document() -> Document:
    def answers(total: int) -> tuple[int, ...]:
        return tuple(5 - (at < abs(total)) - (at < abs(total) - 25) for at in range(25))

    return journey([{"expectation": (5,) * 25, "experience": answers(total)} for total in SUMS])


def written(items: tuple[Primitive, ...]) -> list[Role]:
    return [one.role for one in items if isinstance(one, TextLine) and one.text.endswith("−1.0")]


def test_values_that_read_alike_are_judged_and_coloured_alike() -> None:
    made, words, fonts = document(), texts("en"), font_book()
    figures = round_figures(made, "r")
    deltas = [f.delta for f in figures.touchpoints]
    assert [d.shown for d in deltas if d is not None] == [-1.0] * 3 and len({d and d.mean for d in deltas}) == 3
    assert {f.verdict for f in figures.touchpoints} == {Verdict.DISAPPOINTING}
    expected = TEXT_ROLES[Verdict.DISAPPOINTING]
    rows = delta_rows(made, figures)
    chart = DeltaChart(rows, words, 600.0, PAPER, fonts)
    assert [role for row in rows for role in written(chart.row(row).items)] == [expected] * 3
    scene = Scene(made, "j", figures, words, MapStyle(paper=True, hints=False), fonts)
    cards = [card_value(scene, touchpoint) for touchpoint in made.journey_touchpoints("j")]
    assert {(card.delta, card.verdict) for card in cards} == {("▼ −1.0", Verdict.DISAPPOINTING)}
    material = Material(made, words)
    assert material.journey == made.get(Journey, "j")
    told = [delta_figure(material, f.touchpoint) for f in figures.touchpoints]
    assert {(text.text.replace("\N{NO-BREAK SPACE}", " "), text.role) for text in told} == {("▼ −1.0", expected)}
    assert _VERDICT[Verdict.DISAPPOINTING][1] is expected, "the table writes with the same colour"
