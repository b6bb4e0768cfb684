"""Charts with little room, and of so few answers that single ones would tell on people."""

from __future__ import annotations

from cxstudio.catalogue.samples import sample
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.charts.chart_source import Missing
from cxstudio.layout.charts.chart_table import BY_ID, draw
from cxstudio.layout.display.display_list import Path, TextLine
from cxstudio.look.roles import Role
from cxstudio.model.kinds import ExperienceKind, RoundKind
from cxstudio.wording import texts
from tests.cxstudio.journeys import journey
from tests.cxstudio.layout.chart_checks import drawn, source_of

EN = texts("en")


def test_where_there_is_little_room_every_kinds_name_ends_before_its_mean() -> None:
    row = BY_ID["profile"]
    _, chart = drawn(row, source_of(sample("lindenfurt", "en").document, row, EN), ChartStyle(150, 560, EN))
    rows = [p.group for p in chart.picture.flat() if p.group.key.count(":") == 1 and p.group.key[-1].isdigit()]
    assert len(rows) == len(ExperienceKind)
    for group in rows:
        name, count, mean = (item for item in group.items if isinstance(item, TextLine))
        assert max(name.x + name.width, count.x + count.width) < mean.x


def test_the_few_answers_of_a_survey_are_not_shown_one_by_one() -> None:
    """Seven answered at the first touchpoint, three at the second: with five as the smallest group, these are few."""
    rated = [{"expectation": (5,) * n, "experience": (2,) * n} for n in (7, 3)]
    document = journey(rated, kind=RoundKind.SURVEY)
    row = BY_ID["distribution"]
    spread, _ = drawn(row, source_of(document, row, EN), ChartStyle(900, 560, EN))
    assert [line.record for line in spread.listing.lines] == ["t1"]
    assert "1 touchpoint with too few answers to show" in spread.head.basis
    row = BY_ID["answers"]
    for touchpoint, told in (("t1", True), ("t2", False)):
        made = draw(row, source_of(document, row, EN, chosen=touchpoint), ChartStyle(900, 560, EN))
        assert isinstance(made, Missing) is not told
    talked = journey(rated, kind=RoundKind.DISCUSSION)
    heard = draw(row, source_of(talked, row, EN, chosen="t2"), ChartStyle(900, 560, EN))
    assert not isinstance(heard, Missing), "in the room everybody heard it anyway"
    row = BY_ID["ranking"]
    ranked, ranking = drawn(row, source_of(document, row, EN), ChartStyle(900, 560, EN))
    rings = {p.group.record: [i for i in p.group.items if isinstance(i, Path) and i.fill is Role.SURFACE]
             for p in ranking.picture.flat()}  # fmt: skip
    assert len(rings["t1"]) == 7
    assert "t2" not in rings, "of few answers there is no mean either"
    assert "1 touchpoint without these answers" in ranked.head.basis
