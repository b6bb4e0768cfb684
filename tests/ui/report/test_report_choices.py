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
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.setting.writing import WrittenKind
from cxstudio.edits import report_settings as write_settings
from cxstudio.model import Headline, Measure
from cxstudio.model.kinds import Anonymised
from cxstudio.outputs.output import Made
from cxstudio.session import Folders
from tests.cxstudio.documents.report_pages import of_sample, pages_of
from tests.ui.forms_desk import desk_on, shown
from ui.context.context import Context
from ui.widgets.basics import column
from ui.workspaces.report.headline_editing import HeadlineEditor
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


def typed(editor: QWidget, text: str, key: Qt.Key) -> None:
    """All is selected when it opens, so that typing replaces it."""
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, key)


def opened(qtbot: QtBot, page: ReportWorkspace, place: str, *, by_key: bool) -> HeadlineEditor:
    made = page.preview.headlines[place]
    page.preview.ensureWidgetVisible(made.button)
    if by_key:
        made.button.setFocus()
        QTest.keyClick(made.button, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(made.button, Qt.MouseButton.LeftButton)
    assert made.editor is not None and made.editor.isVisible()
    return made.editor


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
def test_a_lead_is_written_where_it_stands(qtbot: QtBot, desk: Context, page: ReportWorkspace, by_key: bool) -> None:
    place = page.preview.headlines["measures_lead"]
    assert "Vorspann" in place.button.accessibleName() and place.place.text in place.button.accessibleName()
    editor = opened(qtbot, page, "measures_lead", by_key=by_key)
    assert editor.accessibleName() == "Vorspann" and editor.text == place.place.text
    typed(editor, "Drei davon kosten nichts.", Qt.Key.Key_Return)
    (own,) = [h for h in desk.document.all(Headline) if h.section == "measures_lead"]
    assert own.text == "Drei davon kosten nichts." and place.editor is None
    assert "Drei davon kosten nichts." in " ".join(pages_of(report_pdf(desk.document, {}, "de")))
    desk.session.undo()
    assert not [h for h in desk.document.all(Headline) if h.section == "measures_lead"]


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "mouse"])
@pytest.mark.parametrize("field", ["decision", "without_decision"])
def test_the_decision_is_written_where_it_stands(
    qtbot: QtBot, desk: Context, page: ReportWorkspace, field: str, by_key: bool
) -> None:
    place, before = page.preview.headlines[f"setting.{field}"].place, getattr(report_settings(desk.document), field)
    assert place.page == 0 and (not before or place.text == before)
    typed(opened(qtbot, page, f"setting.{field}", by_key=by_key), "Etwas", Qt.Key.Key_Escape)
    assert getattr(report_settings(desk.document), field) == before, "nothing is written for Esc"
    typed(opened(qtbot, page, f"setting.{field}", by_key=by_key), "Freigabe der ersten Stufe.", Qt.Key.Key_Return)
    assert getattr(report_settings(desk.document), field) == "Freigabe der ersten Stufe."
    assert "Freigabe der ersten Stufe." in pages_of(report_pdf(desk.document, {}, "de"))[0]
    desk.session.undo()
    assert getattr(report_settings(desk.document), field) == before


def test_an_empty_decision_is_written_from_the_measures_again(
    qtbot: QtBot, desk: Context, page: ReportWorkspace
) -> None:
    editor = opened(qtbot, page, "setting.decision", by_key=True)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.placeholderText().startswith("Leer")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert report_settings(desk.document).decision == ""
    assert "Freigabe der Maßnahmen" in pages_of(report_pdf(desk.document, {}, "de"))[0]


def test_what_can_be_written_lies_on_its_own_words(qtbot: QtBot, desk: Context, page: ReportWorkspace) -> None:
    """Each place stands on its page, and none on another one."""
    places = [each.place for each in page.preview.headlines.values()]
    assert {place.kind for place in places} == set(WrittenKind)
    for n, one in enumerate(places):
        assert 0 <= one.left < one.left + one.width <= 1 and 0 <= one.top < one.top + one.height <= 1, one.key
        for other in places[n + 1 :]:
            apart = (one.page != other.page or one.top + one.height <= other.top + 0.006
                     or other.top + other.height <= one.top + 0.006 or one.left + one.width <= other.left
                     or other.left + other.width <= one.left)  # fmt: skip
            assert apart, (one.key, other.key)


def test_a_name_that_is_blacked_out_on_the_page_is_not_lost_by_writing_there(
    qtbot: QtBot, desk: Context, page: ReportWorkspace
) -> None:
    with desk.session.transaction("name") as draft:
        draft.update(Measure, desk.document.all(Measure)[0].id, owner_name="Ida Quorvex")
        write_settings(draft, decision="Freigabe mit Ida Quorvex", anonymised=(Anonymised.OWNERS,))
    report = report_pdf(desk.document, {}, "de")
    page.preview.show_report(Made(report.pdf, (), report.headlines))
    qtbot.waitUntil(lambda: not page.preview.drawing)
    assert page.preview.headlines["setting.decision"].place.text == "Freigabe mit ■■■"
    editor = opened(qtbot, page, "setting.decision", by_key=True)
    assert editor.text == "Freigabe mit Ida Quorvex"
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    typed(editor, ".", Qt.Key.Key_Return)
    assert report_settings(desk.document).decision == "Freigabe mit Ida Quorvex."
