"""A questionnaire goes out and its answers come home: no question is asked, every touchpoint is found."""

from __future__ import annotations

import csv
import io
import random

import pytest

from cxstudio.exchange.plan.further_round import joining
from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.questionnaires.questionnaire import as_limesurvey, as_list, as_text, questionnaire
from cxstudio.exchange.readers import read
from cxstudio.model import (
    PROJECT_ID,
    Document,
    FrozenMap,
    Journey,
    JourneyFigures,
    Note,
    Project,
    Round,
    Stage,
    Touchpoint,
)
from tests.cxstudio.exchange.test_survey_doubts import asked

NAMES = ("Hotline", "Rechnung: online", "Zähler & Ablesung (vor Ort)", "Contract – moving house", "Stage 2")


def journey(names: tuple[str, ...], scale: int, wording: dict[str, str]) -> Document:
    points = [Touchpoint(id=f"t{n}", stage="s", name=name, order=f"a{n}") for n, name in enumerate(names)]
    round_ = Round(id="r", journey="j", scale=scale, wording=FrozenMap(wording))
    return Document(
        (
            Project(id=PROJECT_ID, title="P", scale=scale),
            Journey(id="j", title="Move", shown_round="r"),
            Stage(id="s", journey="j", name="S"),
            *points,
            round_,
        )
    )


def answered(headings: list[str], scale: int, chance: random.Random) -> tuple[str, list[list[str]]]:
    """A table of answers below these headings, as a form exports it."""
    rows = []
    for n in range(12):
        row = [str(chance.randint(1, scale)) if chance.random() > 0.1 else "" for _ in headings[:-2]]
        rows.append([str(n + 1), *row, str(chance.randint(0, 10)), "Alles war in Ordnung und ging schnell." * (n % 2)])
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["Id", *headings], *rows])
    return out.getvalue(), rows


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("scale", [5, 6, 7, 10])
@pytest.mark.parametrize("names", [NAMES, NAMES[:2], NAMES[:1]])
@pytest.mark.parametrize("wording", [{}, {"expectation": "Was dachten Sie vorher?", "experience": "Und dann?"}])
def test_answers_come_home_without_a_question(
    language: str, scale: int, names: tuple[str, ...], wording: dict[str, str]
) -> None:
    document = journey(names, scale, wording)
    found = questionnaire(document, "j", language)
    text, rows = answered(list(found.headings()), scale, random.Random(scale))
    check(read(text=text, language=language), document, names, rows, scale)
    grids = [f"{each.text} [{name}]" for each in found.asked for name in found.touchpoints]
    order = [2 * at + which for which in range(2) for at in range(len(names))]
    turned = [[row[0], *(row[1 + at] for at in order), *row[-2:]] for row in rows]
    out = io.StringIO()
    head = ["id", "submitdate", *grids, f"{found.recommend} [NPS]", found.comment]
    dated = [[row[0], f"2026-03-{n + 1:02}", *row[1:]] for n, row in enumerate(turned)]
    csv.writer(out).writerows([head, *dated])
    check(read(text=out.getvalue(), language=language), document, names, rows, scale)


def check(plan: ImportPlan, document: Document, names: tuple[str, ...], rows: list[list[str]], scale: int) -> None:
    assert not asked(plan) and plan.scale == scale
    joined = joining(plan, document, "j")
    assert joined is not None and set(joined.matched) == set(names) and not joined.new
    figures = next(record for record in plan.records if isinstance(record, JourneyFigures))
    assert sum(figures.counts.values()) == len(rows)
    assert sum(isinstance(record, Note) for record in plan.records) == len(rows) // 2


def test_text_and_list_and_limesurvey_hold_every_touchpoint() -> None:
    found = questionnaire(journey(NAMES, 7, {}), "j", "en")
    assert as_list(found).count("\n") == 2 * len(NAMES) + 2
    written = as_text(found, "en")
    rows = list(csv.reader(io.StringIO(as_limesurvey(found, "en")), delimiter="\t"))
    assert len({len(row) for row in rows}) == 1
    subquestions = [row[4] for row in rows if row[0] == "SQ"]
    for name in NAMES:
        assert name in written and subquestions.count(name) == 2
    assert max(len(row[2]) for row in rows if row[0] == "A") <= 5
