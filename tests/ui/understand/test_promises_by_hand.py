"""Promises: typed, linked so that they can be asked about, found in window, report and chart; a competitor's curve."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxstudio.analysis import round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.documents.content import Section, Table
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import promises
from cxstudio.edits import link_promise, rate, remove_records, set_fields
from cxstudio.edits.rating.journey_figures import set_benchmark
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.charts.chart_source import Missing, Source
from cxstudio.layout.charts.chart_table import BY_ID
from cxstudio.layout.charts.competitor_chart import CompetitorData
from cxstudio.model import Benchmark, Promise, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.store import Draft
from cxstudio.wording import texts
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.promises_page import PromisesPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace


def asked(draft: Draft, touchpoint: str, answers: str) -> None:
    set_fields(draft, Round, "round1", state=RoundState.OPEN)
    for voice, answer in enumerate(answers, 1):
        rate(draft, "round1", touchpoint, f"voice{voice}", "promise", int(answer))


def test_a_sentence_is_told_with_what_was_found_at_each_of_its_touchpoints() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    (text,) = [p.id for p in draft.document.all(Promise) if p.source.startswith("brochure")]
    set_fields(draft, Touchpoint, "t05", promise="")
    link_promise(draft, text, "t05", on=True)
    assert draft.get(Touchpoint, "t05").promise == draft.get(Promise, text).text
    asked(draft, "t04", "111112333")
    section = promises.content(Material(draft.document, texts("en")))
    assert isinstance(section, Section)
    table = section.blocks[0]
    assert isinstance(table, Table)
    rows = [[part.text for cell in row.cells for part in cell] for row in table.rows]
    told = next(row for row in rows if row[0].startswith("Your move"))
    assert "brochure “New here?”, page 2" in told[1] and told[3].startswith("Not kept: 3 yes, 1 partly, 5 no")
    assert any(row[-1] == "Not asked yet" for row in rows)
    link_promise(draft, text, "t04", on=False)
    assert draft.get(Promise, text).touchpoints == ("t05",)


def test_a_competitors_curve_needs_source_and_year() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    row = BY_ID["competitors"]

    def source() -> Source:
        return Source(draft.document, texts("en"), round_figures(draft.document, "round1"))

    data = row.data(source())
    assert isinstance(data, CompetitorData) and len(data.sources) == 1
    by_id = {each.touchpoint: each for each in data.rows}
    assert by_id["t08"].theirs == (4.4,) and by_id["t03"].theirs == (None,) and by_id["t03"].ours is not None
    chart = row.lay_out(data, ChartStyle(900.0, 420.0, texts("en")))
    assert set(chart.records) == set(by_id)
    set_benchmark(draft, None, about="t03", figure="experience", value=99.0, source="Odd", year=2025)
    draft.create(Benchmark(id="b", about="t03", figure="experience", value=3.0, source="Somebody"))
    assert row.data(source()).listing.lines[0].cells == data.listing.lines[0].cells  # type: ignore[union-attr]
    remove_records(draft, [b.id for b in draft.document.all(Benchmark)])
    assert isinstance(row.data(source()), Missing)


def test_a_promise_is_typed_and_linked_in_the_window(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    run(window, "go.understand", "understand.show_promises")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    page = workspace.views.page
    assert isinstance(page, PromisesPage) and len(page.cards) == 3
    QTest.keyClicks(page.line, "Somebody always answers.")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    promise = context.document.all(Promise)[-1]
    card = page.cards[promise.id]
    menu = card.menu()
    stage = next(a.menu() for a in menu.actions() if a.menu() is not None)
    stage.actions()[0].trigger()
    QApplication.processEvents()
    linked = context.document.get(Promise, promise.id).touchpoints
    assert linked == ("t01",) and "t01" in card.links
    assert any(x.text() == "Not asked yet" for x in card.findChildren(QLabel))
    with context.session.transaction("asked") as draft:
        asked(draft, "t01", "333333333")
    QTest.qWait(50)
    assert any(x.text().startswith("Kept: 9 yes") for x in card.findChildren(QLabel))
    run(window, "edit.undo", "edit.undo", "edit.undo")
    assert promise.id not in context.document and promise.id not in page.cards
