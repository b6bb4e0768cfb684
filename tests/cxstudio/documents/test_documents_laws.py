"""Laws of documents: whatever people write, files open, pages hold their text, no cell becomes a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cxstudio.analysis.measures.plan_scope import PlanScope, in_scope
from cxstudio.documents.paper import PAPERS, Paper
from cxstudio.documents.report.making import report_pdf
from cxstudio.exchange.action_plan.csv_file import plan_csv
from cxstudio.exchange.action_plan.plan_cells import columns_of
from cxstudio.exchange.action_plan.xlsx_file import TOP, plan_xlsx
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import (
    PROJECT_ID,
    Document,
    Journey,
    Measure,
    Note,
    Participant,
    Persona,
    Project,
    ReportSettings,
    Round,
    Stage,
    Target,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import (
    Confidentiality,
    CostState,
    CriticalMark,
    MeasureStatus,
    NoteKind,
    RequirementKind,
    RoundKind,
    TargetFigure,
    View,
)
from cxstudio.plain_text import may_be_formula, plain_cell, safe_cell
from tests.examples import examples
from tests.pdf_texts import page_characters

SLOW = settings(deadline=None, max_examples=examples(12), suppress_health_check=list(HealthCheck))
words = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            " ",
            "<b>fett</b> & mehr",
            "مرحبا بالعالم",
            "שלום עולם",
            "e\u0301te\u0301",
            "👩‍👩‍👧 ☺",
            "키오스크",
            "漢字かな交じり文" * 8,
            "W" * 200,
            "a b " * 200,
            "zeile\nzeile\r\nzeile\tTab",
            "\x00\x07\ud800",
            "=1+1",
            "◊",
        ]
    ),
)
amounts = st.none() | st.floats(0, 1e12, allow_nan=False)
marks = st.none() | st.integers(1, 7)


@st.composite
def documents(draw: Any) -> Document:
    """A small project in which anything may be missing, odd or very long."""
    points = draw(st.integers(0, 6))
    voices = [Participant(id=f"v{i}") for i in range(draw(st.integers(0, 3)))]
    records: list[Any] = [
        Project(id=PROJECT_ID, title=draw(words), client=draw(words),
                confidentiality=draw(st.sampled_from(Confidentiality))),
        Persona(id="p", name=draw(words)),
        Journey(id="j", title=draw(words), owner=draw(words), personas=("p",)),
        Stage(id="s", journey="j", name=draw(words)),
        ReportSettings(id="report", decision_by=draw(words), without_decision=draw(words),
                       decision_until=draw(st.none() | st.just(date(2026, 4, 30)))),
        *voices,
    ]  # fmt: skip
    for i in range(points):
        records.append(
            Touchpoint(id=f"t{i}", stage="s", name=draw(words), order=f"a{i}",
                       critical=draw(st.sampled_from(CriticalMark)), critical_reason=draw(words),
                       requirement=draw(st.none() | st.sampled_from(RequirementKind)), stardust=draw(st.booleans()))
        )  # fmt: skip
        records.append(Note(id=f"n{i}", about=f"t{i}", text=draw(words), kind=draw(st.sampled_from(NoteKind))))
    if draw(st.booleans()):
        records.append(Round(id="r", journey="j", persona="p", kind=draw(st.sampled_from(RoundKind)),
                             view=draw(st.sampled_from(View))))  # fmt: skip
        for i in range(points):
            answers = {
                figure: {v.id: draw(marks) for v in voices} for figure in ("expectation", "experience", "importance")
            }
            records.append(TouchpointRatings(id=f"x{i}", round="r", touchpoint=f"t{i}", **answers))
    for i in range(draw(st.integers(0, 4))):
        records.append(
            Measure(id=f"m{i}", title=draw(words), description=draw(words), owner_role=draw(words), basis=draw(words),
                    touchpoints=tuple(f"t{k}" for k in range(points) if draw(st.booleans())),
                    status=draw(st.sampled_from(MeasureStatus)), cost_once=draw(amounts), cost_per_year=draw(amounts),
                    benefit_per_year=draw(amounts), cost_state=draw(st.sampled_from(CostState)), order=f"a{i}")
        )  # fmt: skip
        records.append(Target(id=f"z{i}", measure=f"m{i}", figure=draw(st.sampled_from(TargetFigure)),
                              label=draw(words),
                              unit=draw(st.sampled_from(["", "%", "min"])), from_value=draw(amounts),
                              to_value=draw(amounts), at_least=draw(st.booleans())))  # fmt: skip
    return Document(records)


@SLOW
@given(documents(), st.sampled_from(["de", "en"]), st.booleans(), st.sampled_from([*PAPERS.values()]), st.booleans())
def test_any_project_becomes_a_report_whose_text_stays_on_its_pages(
    document: Document, language: str, bare: bool, paper: Paper, portrait: bool
) -> None:
    fonts = FontBook([]) if bare else font_book()
    report = report_pdf(document, {}, language, fonts=fonts, paper=paper.upright if portrait else paper)
    pages = page_characters(report.pdf)
    assert len(pages) == report.pages
    for page in pages:
        for char in page.placed:
            assert char.x0 >= 20 and char.x1 <= page.width - 20, char.text
            assert char.top >= 10 and char.bottom <= page.height - 5, char.text


@SLOW
@given(documents(), st.sampled_from(["de", "en"]))
def test_any_plan_opens_as_workbook_and_as_csv(document: Document, language: str) -> None:
    measures = in_scope(document, PlanScope())
    sheet = load_workbook(io.BytesIO(plan_xlsx(document, language))).worksheets[0]
    titles = [column.key for column in columns_of(PlanScope())].index("title") + 1
    for row, measure in enumerate(measures, TOP + 1):
        shown = sheet.cell(row, titles)
        assert (shown.value or "") == plain_cell(measure.title)
        assert all(c.data_type != "f" for c in sheet[row])
    text = plan_csv(document, language).decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "de" else ","))
    assert len(table) == len(measures) + 1
    assert len({len(row) for row in table}) == 1
    for row in table:
        for field in row:
            assert not may_be_formula(field) or field.lstrip("-").replace(",", "").replace(".", "").isdigit()


@given(st.text(alphabet=st.characters(), max_size=50))
def test_a_safe_cell_is_no_formula_and_keeps_its_text(text: str) -> None:
    cell = safe_cell(text)
    assert not may_be_formula(cell)
    assert cell.removeprefix("'") == plain_cell(text) or cell == plain_cell(text)
    assert safe_cell(plain_cell(text)) == cell
