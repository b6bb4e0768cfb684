"""The readiness check: agreed together, or counted from five sheets on; nothing of fewer, never in a report unasked."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from cxstudio.analysis.journeys.readiness_profile import come_first, readiness_profile
from cxstudio.catalogue.readiness_items import readiness_items
from cxstudio.catalogue.samples import sample
from cxstudio.documents.content import Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import readiness
from cxstudio.edits import answer_together, count_sheets, hand_in_sheet, report_settings, set_fields, take_back_sheet
from cxstudio.edits.without_people import without_people
from cxstudio.errors import UserError
from cxstudio.merging.conflicts import Side
from cxstudio.merging.three_way import Merge
from cxstudio.model import Readiness, ReportSettings
from cxstudio.model.ideation.sealed_slips import opened
from cxstudio.session import Folders, Session
from cxstudio.store import Draft
from cxstudio.wording import texts
from tests.ui.comparing_desk import run
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.readiness_page import EACH, ReadinessPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

ITEMS = [item.id for item in readiness_items()]


def test_nothing_is_told_of_fewer_than_five_and_nothing_unasked() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    sheets = [{item: 1 + (n + at) % 5 for at, item in enumerate(ITEMS)} for n in range(5)]
    for sheet in sheets[:4]:
        hand_in_sheet(draft, sheet)
    with pytest.raises(UserError):
        count_sheets(draft)
    assert all(row.n == 0 and row.mean is None for row in readiness_profile(draft.document, ITEMS))
    hand_in_sheet(draft, sheets[4])
    with pytest.raises(ValueError):
        hand_in_sheet(draft, {ITEMS[0]: 6})
    count_sheets(draft)
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


def hand_in(page: ReadinessPage, number: int) -> None:
    """Tick one step everywhere and hand the sheet in."""
    for item in ITEMS:
        page.choices[item].findChildren(QAbstractButton)[number].click()
    assert page.hand_in.isEnabled()
    page.hand_in.click()
    QApplication.processEvents()


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
    page.choices["data"].findChildren(QAbstractButton)[2].click()
    assert not page._said["data"].text(), "not answered yet, beside an answer"
    for number in range(5):
        hand_in(page, number)
        record = context.document.all(Readiness)[0]
        assert (record.waiting, record.sheets, record.counts) == (number + 1, 0, {}) and page.sheet == {}
        assert page._said["data"].text() == "not answered yet"
        assert page.count.isEnabled() == (number == 4)
    page.count.click()
    QApplication.processEvents()
    record = context.document.all(Readiness)[0]
    assert (record.sheets, record.waiting, record.sealed) == (5, 0, "") and record.counts["data:3"] == 1
    assert "3.0 · 5 answers, 1 to 5 · far apart" in page._said["data"].text()
    run(window, "edit.undo")
    assert [(r.sheets, r.waiting) for r in context.document.all(Readiness)] == [(0, 5)]
    run(window, "edit.undo")
    assert not any(r.waiting for r in context.document.all(Readiness)), "no sheet is taken back alone"
    run(window, "edit.redo")
    assert context.document.all(Readiness)[0].waiting == 5


def test_a_sheet_typed_wrongly_is_taken_back_alone_and_read_by_nobody(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    page = readiness_page(window)
    assert not page.take_back.isVisible()
    for number in (0, 1, 2, 3, 4):
        hand_in(page, number)
    QTest.mouseClick(page.take_back, Qt.MouseButton.LeftButton)
    record = context.document.all(Readiness)[0]
    assert record.waiting == 4
    assert opened(record.sealed) == {"counts": {f"{item}:{n}": 1 for item in ITEMS for n in (1, 2, 3, 4)}}
    assert page.sheet == {} and not page.take_back.isVisible(), "only one, and it comes back empty"
    assert not any(b.isChecked() for c in page.choices.values() for b in c.findChildren(QAbstractButton))
    hand_in(page, 0)
    assert page.take_back.isVisible()
    page.choices["data"].findChildren(QAbstractButton)[2].click()
    assert not page.take_back.isVisible(), "the next one is begun"
    page.choices["data"].findChildren(QAbstractButton)[2].click()
    assert page.sheet == {} and not page.take_back.isVisible()
    # what was counted and not counted again cannot be told by comparing
    hand_in(page, 0)
    page.count.click()
    run(window, "edit.undo")
    assert context.document.all(Readiness)[0].waiting == 6 and not page.take_back.isVisible()
    run(window, "edit.undo")
    assert not any(r.waiting for r in context.document.all(Readiness)), "one step, with the one taken back"
    hand_in(page, 3)
    run(window, "understand.show_themes", "understand.show_readiness")
    assert not page.take_back.isVisible(), "whoever went away is not asked"
    assert not any(page._last == state for state in page.view_state() if state)


def test_only_a_sheet_that_is_there_is_taken_back() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    answer_together(draft, "data", 3)
    sheet = dict.fromkeys(ITEMS, 2)
    hand_in_sheet(draft, sheet)
    take_back_sheet(draft, sheet)
    record = draft.document.all(Readiness)[0]
    assert (record.waiting, record.sealed) == (0, "")
    for wrong in (sheet, {}):
        with pytest.raises(ValueError):
            take_back_sheet(draft, wrong)


def written(path: Path) -> dict[str, Any]:
    """The records in a file, by their kinds."""
    with zipfile.ZipFile(path) as file:
        records: dict[str, Any] = json.loads(file.read("project.json"))["records"]
    return records


def readiness_page(window: MainWindow) -> ReadinessPage:
    run(window, "go.understand", "understand.show_readiness")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace) and isinstance(workspace.views.page, ReadinessPage)
    workspace.views.page.show_mode(EACH)
    return workspace.views.page


def test_sheets_outlive_the_window_and_no_single_one_is_kept(
    open_window: OpenWindow, folders: Folders, tmp_path: Path
) -> None:
    path = tmp_path / "sample.cxs"
    session = Session.new(folders, sample("lindenfurt", "en").document)
    session.save_as(path)
    window = open_window(session)
    page = readiness_page(window)
    for number in (0, 3, 4):
        hand_in(page, number)
    window.close()
    window = open_window(Session.open(path, folders))
    page = readiness_page(window)
    record = window.context.document.all(Readiness)[0]
    assert record.waiting == 3 and not page.count.isEnabled() and "3 sheets are handed in" in page.hint.text()
    assert opened(record.sealed) == {"counts": {f"{item}:{n}": 1 for item in ITEMS for n in (1, 4, 5)}}
    run(window, "project.save")
    window.context.session.work.finish()
    assert not any(item in json.dumps(written(path)["Readiness"]) for item in ITEMS), "nobody reads it at a glance"
    for number in (0, 3):
        hand_in(page, number)
    page.count.click()
    QApplication.processEvents()
    assert window.context.document.all(Readiness)[0].sheets == 5
    assert readiness_profile(window.context.document, ITEMS)[0].counts == (2, 0, 0, 2, 1)
    run(window, "edit.undo", "edit.undo")
    assert not window.context.document.all(Readiness), "what came back is one step with what came later"


def test_one_sheet_handed_in_and_taken_back_leaves_no_step(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    page = readiness_page(window)
    page.show_mode("together")
    page.choices["data"].findChildren(QAbstractButton)[1].click()
    page.show_mode(EACH)
    hand_in(page, 3)
    page.take_back.click()
    run(window, "edit.undo")
    assert not any(r.answers for r in context.document.all(Readiness)), "undo leads to the step before"


def test_damaged_sheets_are_said_and_what_is_ticked_stays(sample_window: MainWindow) -> None:
    window = sample_window
    with window.context.session.transaction("Damage") as draft:
        answer_together(draft, "data", 3)
        draft.update(Readiness, "readiness", sealed="x", waiting=5)
    page = readiness_page(window)
    told: list[str] = []
    window.context.messages.said.connect(lambda text, *_: told.append(text))
    hand_in(page, 2)
    assert page.sheet == dict.fromkeys(ITEMS, 3) and any("damaged" in text for text in told)
    page.count.click()
    assert window.context.document.all(Readiness)[0].sheets == 0
    page.again.click()
    hand_in(page, 2)
    hand_in(page, 2)
    assert window.context.document.all(Readiness)[0].waiting == 2


def test_two_copies_are_never_half_of_one_and_half_of_the_other() -> None:
    common = Draft(sample("lindenfurt", "en").document)
    answer_together(common, "data", 3)
    sides = []
    for value in (1, 5):
        draft = Draft(common.document)
        for _ in range(4 + value):
            hand_in_sheet(draft, dict.fromkeys(ITEMS, value))
        count_sheets(draft)
        hand_in_sheet(draft, dict.fromkeys(ITEMS, value))
        answer_together(draft, ITEMS[value], value)
        sides.append(draft.document)
    merge = Merge(sides[0], sides[1], common.document)
    assert [conflict.fields for conflict in merge.conflicts] == [("counts", "sheets", "waiting", "sealed")]
    for side, made in zip((Side.HERE, Side.THERE), sides, strict=True):
        found = merge.document({merge.conflicts[0].place: side}).all(Readiness)[0]
        was = made.all(Readiness)[0]
        assert (found.counts, found.sheets, found.sealed) == (was.counts, was.sheets, was.sealed)
        assert set(found.answers) == {"data", ITEMS[1], ITEMS[5]}


def test_a_copy_without_names_has_no_sheets_of_fewer_than_five() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    for number in range(5):
        hand_in_sheet(draft, dict.fromkeys(ITEMS, 2))
        kept = without_people(draft.document).document.all(Readiness)[0]
        assert (kept.waiting, bool(kept.sealed)) == ((0, False) if number < 4 else (5, True))
