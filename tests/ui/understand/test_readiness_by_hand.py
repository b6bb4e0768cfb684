"""The readiness check: agreed together, or counted from five sheets on; nothing of fewer, never in a report unasked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from cxstudio.analysis.journeys.readiness_profile import come_first, readiness_profile
from cxstudio.catalogue.readiness_items import readiness_items
from cxstudio.catalogue.samples import sample
from cxstudio.documents.content import Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import readiness
from cxstudio.edits import answer_together, report_settings, set_fields, take_in_sheets
from cxstudio.errors import UserError
from cxstudio.model import Readiness, ReportSettings
from cxstudio.store import Draft
from cxstudio.wording import texts
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.readiness_page import EACH, ReadinessPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

ITEMS = [item.id for item in readiness_items()]


def test_nothing_is_told_of_fewer_than_five_and_nothing_unasked() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    sheets = [{item: 1 + (n + at) % 5 for at, item in enumerate(ITEMS)} for n in range(5)]
    with pytest.raises(UserError):
        take_in_sheets(draft, sheets[:4])
    assert not draft.document.all(Readiness) or draft.document.all(Readiness)[0].sheets == 0
    take_in_sheets(draft, sheets)
    rows = readiness_profile(draft.document, ITEMS)
    assert all(row.n == 5 and row.counts == (1, 1, 1, 1, 1) and row.mean == 3.0 and row.apart for row in rows)
    record = draft.document.all(Readiness)[0]
    assert record.sheets == 5 and set(record.counts.values()) == {1}
    answer_together(draft, "data", 1)
    assert come_first(readiness_profile(draft.document, ITEMS)) != ()
    material = Material(draft.document, texts("en"))
    assert isinstance(readiness.content(material), Missing)
    set_fields(draft, ReportSettings, report_settings(draft).id, readiness=True)
    printed = readiness.content(Material(draft.document, texts("en")))
    assert isinstance(printed, Section)


def test_the_lowest_come_first_and_what_is_level_is_named_together() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    for item, value in zip(ITEMS, (5, 4, 1, 2, 2, 2, 5, 5, 4), strict=True):
        answer_together(draft, item, value)
    first = come_first(readiness_profile(draft.document, ITEMS))
    assert [row.item for row in first] == [ITEMS[2], ITEMS[3], ITEMS[4], ITEMS[5]]
    answer_together(draft, ITEMS[2], None)
    assert readiness_profile(draft.document, ITEMS)[2].level is None
    with pytest.raises(ValueError):
        answer_together(draft, ITEMS[0], 6)


def test_sheets_are_handed_in_and_counted_in_the_window(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    run(window, "go.understand", "understand.show_readiness")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    page = workspace.views.page
    assert isinstance(page, ReadinessPage)
    page.choices["strategy"].findChildren(QAbstractButton)[1].click()
    assert context.document.all(Readiness)[0].answers == {"strategy": "2"}
    assert page._first.isVisibleTo(page) and page.first.text()
    run(window, "edit.undo")
    assert not any(r.answers for r in context.document.all(Readiness))
    page.show_mode(EACH)
    assert not page.hand_in.isEnabled()
    for number in range(5):
        before = context.document
        for item in ITEMS:
            page.choices[item].findChildren(QAbstractButton)[number].click()
        assert page.hand_in.isEnabled()
        page.hand_in.click()
        assert context.document is before and page.sheet == {}
        assert page.count.isEnabled() == (number == 4)
    page.count.click()
    QApplication.processEvents()
    record = context.document.all(Readiness)[0]
    assert record.sheets == 5 and page.waiting == [] and record.counts["data:3"] == 1
    assert "3.0 · 5 answers, 1 to 5 · far apart" in page._said["data"].text()
    run(window, "edit.undo")
    assert all(r.sheets == 0 for r in context.document.all(Readiness))
