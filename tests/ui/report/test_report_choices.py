"""The workspace Report: sections are chosen and ordered, and headlines written where they stand; all can be undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.figures_stamp import Written, written
from cxstudio.documents.chosen import report_settings
from cxstudio.model import Headline
from cxstudio.outputs.output import Made
from cxstudio.session import Folders
from tests.cxstudio.documents.report_pages import of_sample
from tests.ui.forms_desk import desk_on, shown
from ui.context.context import Context
from ui.widgets.basics import column
from ui.workspaces.report.report_workspace import ReportWorkspace
from ui.workspaces.report.section_list import SectionList


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


@pytest.fixture
def listed(qtbot: QtBot, desk: Context) -> Iterator[SectionList]:
    around = QWidget()
    qtbot.addWidget(around)
    made = SectionList(desk)
    column(around, made)
    shown(around, 340, 700)
    yield made
    around.close()


def move_forward(qtbot: QtBot, listed: SectionList, name: str) -> None:
    forward, _ = listed.rows[name].findChildren(QPushButton)
    assert "„" in forward.accessibleName()
    qtbot.mouseClick(forward, Qt.MouseButton.LeftButton)


def test_sections_are_left_out_added_ordered_and_taken_back(qtbot: QtBot, desk: Context, listed: SectionList) -> None:
    usual = listed.printed
    assert usual[0] == "decision" and "schedule" not in usual
    assert [n for n, box in listed.boxes.items() if box.isChecked()] == list(usual)
    listed.boxes["deltas"].click()
    listed.boxes["schedule"].click()
    assert listed.printed == (*(n for n in usual if n != "deltas"), "schedule")
    move_forward(qtbot, listed, usual[1])
    assert listed.printed[:2] == (usual[1], "decision") and listed.boxes[usual[1]].isChecked()
    desk.session.undo()
    assert listed.printed[0] == "decision"
    listed.reset()
    assert listed.printed == usual and report_settings(desk.document).sections == ()


def test_the_last_section_stays(qtbot: QtBot, desk: Context, listed: SectionList) -> None:
    for name in listed.printed[1:]:
        listed.choose(name, False)
    assert listed.printed == ("decision",)
    listed.boxes["decision"].click()
    assert listed.printed == ("decision",) and listed.boxes["decision"].isChecked()


@pytest.fixture
def page(qtbot: QtBot, desk: Context) -> Iterator[ReportWorkspace]:
    made = ReportWorkspace(desk)
    qtbot.addWidget(made)
    shown(made, 1300, 800)
    report = of_sample("de")
    made.preview.show_report(Made(report.pdf, report.notices, report.headlines))
    yield made
    made.preview.clear()
    made.close()


def test_a_headline_is_written_where_it_stands(qtbot: QtBot, desk: Context, page: ReportWorkspace) -> None:
    place = page.preview.headlines["deltas"]
    assert "Überschrift" in place.button.accessibleName() and place.place.page == 2
    assert (
        page.preview.widget().rect().contains(place.button.mapTo(page.preview.widget(), place.button.rect().center()))
    )
    place.button.click()
    assert place.editor is not None and place.editor.text.startswith("Am weitesten hinter der Erwartung")
    place.editor.setPlainText("Zwei Stellen\nenttäuschen am meisten")
    QTest.keyClick(place.editor, Qt.Key.Key_Return)
    (own,) = [h for h in desk.document.all(Headline) if h.section == "deltas"]
    assert own.text == "Zwei Stellen enttäuschen am meisten"
    figures = round_figures(desk.document, "round1")
    assert written(own.written_from, desk.document, figures) is Written.AS_THEN
    desk.session.undo()
    assert not [h for h in desk.document.all(Headline) if h.section == "deltas"]


def test_escape_keeps_the_headline_and_an_empty_one_gives_back_the_programs(
    qtbot: QtBot, desk: Context, page: ReportWorkspace
) -> None:
    before = {h.id: h.text for h in desk.document.all(Headline)}
    place = page.preview.headlines["decision"]
    for text, key, left in (("Anders", Qt.Key.Key_Escape, 3), ("", Qt.Key.Key_Return, 2)):
        place.button.click()
        assert place.editor is not None
        place.editor.setPlainText(text)
        QTest.keyClick(place.editor, key)
        assert place.editor is None and len(desk.document.all(Headline)) == left
    assert all(before[h.id] == h.text for h in desk.document.all(Headline))


def test_a_report_made_meanwhile_waits_until_the_headline_is_written(
    qtbot: QtBot, desk: Context, page: ReportWorkspace
) -> None:
    place = page.preview.headlines["measures"]
    place.button.click()
    editor, english = place.editor, of_sample("en")
    assert editor is not None
    page.preview.show_report(Made(english.pdf, (), english.headlines))
    assert page.preview.headlines["measures"] is place and editor.isVisible(), "nobody loses what is being typed"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.preview.headlines["measures"].place.text.startswith("Six measures")
