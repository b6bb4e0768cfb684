"""What the table tells is true, complete, in view, and gone when it holds no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_touchpoints, set_round_state, start_project, start_round
from cxstudio.model import Journey, Participant, Round, SurveyCounts, Touchpoint
from cxstudio.model.kinds import CriticalMark, RoundKind, RoundState
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from tests.ui.forms_desk import desk_on, reopen, touchpoint
from tests.ui.rate_desk import press, workspace
from ui.context.context import Context
from ui.main_window.main_window import MainWindow
from ui.widgets.why_sheet import WhySheet
from ui.workspaces.rate.kano.kano_page import KanoTab
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.answer_columns import COUNT, NEED

K = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def small(folders: Folders) -> Session:
    """Three touchpoints and an open round of two people."""
    session = Session.new(folders)
    with session.transaction("") as draft:
        journey = start_project(draft, title="Moving", stages=("Start",))
        add_touchpoints(draft, draft.document.stages(journey)[0].id, ["Website", "Form", "Letter"])
        start_round(draft, journey)
        for order in ("a0", "a1"):
            draft.create(Participant(id=draft.new_id(), order=order))
    return session


def rate_page(window: MainWindow) -> RateWorkspace:
    window.context.commands.run("go.rate")
    QApplication.processEvents()
    found = window.findChild(RateWorkspace)
    assert isinstance(found, RateWorkspace)
    return found


def rate_row(page: RateWorkspace, number: int, keys: str) -> None:
    """Type answers across the row of a touchpoint, importance first."""
    page.context.selection.select(page.table.touchpoints[number - 1])
    page.view.across = True
    page.context.selection.set_figure("importance")
    QTest.keyClicks(page.view, keys)
    QApplication.processEvents()


def test_the_number_of_people_is_never_cut(open_window: OpenWindow, folders: Folders) -> None:
    session = small(folders)
    with session.transaction("") as draft:
        journey = draft.document.all(Journey)[0].id
        survey = start_round(draft, journey, kind=RoundKind.SURVEY)
        here = draft.document.all(Touchpoint)[0].id
        draft.create(
            SurveyCounts(id=draft.new_id(), round=survey, touchpoint=here, pairs={"5|4": 123_456}, importance={"6": 9})
        )
    page = rate_page(open_window(session))
    index = page.table.index(page.table.row_of(here), COUNT)
    assert index.data() == "123,456"
    metrics = QFontMetrics(page.context.theme.font(13, "regular"))
    assert page.view.columnWidth(COUNT) - 2 * page.view.cells.inset >= metrics.horizontalAdvance("123,456")


def test_what_is_missing_for_the_need_is_said_in_one_sentence(open_window: OpenWindow, folders: Folders) -> None:
    page = rate_page(open_window(small(folders)))
    page.context.selection.set_voice(page.context.document.all(Participant)[0].id)
    need = page.side.need

    def said() -> str:
        page.refresh()
        return " ".join(label.text() for label in (need.nothing, need.formula) if not label.isHidden() and label.text())

    assert said() == "No result yet: nobody has answered expectation and experience."
    rate_row(page, 1, "sss")
    assert said() == "No result: everyone skipped expectation and experience."
    rate_row(page, 1, "s53")
    assert said() == "Everyone skipped importance, so the shortfall alone decides."
    rate_row(page, 1, "6")
    assert "importance" in said() and "skipped" not in said() and "Cannot" not in said()


def test_unrated_touchpoints_stand_last_when_sorted_by_need(open_window: OpenWindow, folders: Folders) -> None:
    page = rate_page(open_window(small(folders)))
    page.context.selection.set_voice(page.context.document.all(Participant)[0].id)
    first, _, last = page.table.touchpoints
    for number, keys in ((1, "s35"), (3, "s53")):
        rate_row(page, number, keys)
    page.sort_by(NEED)
    assert page.table.touchpoints[:2] == [last, first]


def test_a_filter_that_leaves_nothing_says_so_and_shows_all_again(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(small(folders))
    page = rate_page(window)
    page.bar.search.setText("zzz")
    QApplication.processEvents()
    assert not page.view.isVisible()
    every = next(b for b in page.findChildren(QPushButton) if b.isVisible() and "Show all" in b.text())
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.view.isVisible() and len(page.table.touchpoints) == 3
    assert page.bar.search.text() == ""


def test_an_empty_shortlist_leads_to_the_first_pass(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(small(folders))
    page = rate_page(window)
    said: list[str] = []
    window.context.messages.said.connect(said.append)
    window.context.commands.run("rate.rate_shortlist")
    assert page.tabs.id == "shortlist" and "The shortlist is still empty" in said[-1]


def test_the_filter_is_named_on_its_button_and_outlives_the_settings(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(small(folders))
    page = rate_page(window)
    page.bar.set_filter(Filter(marks=frozenset({Mark.UNRATED})))
    assert page.bar.filters.text().startswith("Filter: not y") and "not yet rated" in page.bar.filters.toolTip()
    window.shell.show_page("settings")
    QApplication.processEvents()
    again = rate_page(window)
    assert Mark.UNRATED in again.table.filter.marks and "not yet rated" in again.bar.filters.toolTip()


def test_a_hint_is_gone_after_the_next_valid_answer(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(small(folders))
    page = rate_page(window)
    window.context.selection.set_voice(window.context.document.all(Participant)[0].id)
    said: list[str] = []
    window.context.messages.said.connect(said.append)
    rate_row(page, 1, "9")
    assert "runs from 1 to 7" in said[-1]
    rate_row(page, 1, "5")
    assert said[-1] == "Website: Importance 5", "what was answered stands in its place"


def test_overruling_brings_the_reason_into_view_and_words_go_into_it(qtbot: QtBot, desk: Context) -> None:
    reopen(desk)
    made = workspace(qtbot, desk, height=620)
    desk.selection.select(touchpoint(desk, 1).id)
    made.view.setFocus()
    press(qtbot, made, "k")
    QApplication.processEvents()
    reason = made.side.chosen.critical.reason
    assert not reason.visibleRegion().isEmpty()
    assert reason.visibleRegion().boundingRect().height() == reason.height()
    editor = QApplication.focusWidget()
    assert editor is not None and reason.isAncestorOf(editor)
    before = desk.document.get(Touchpoint, touchpoint(desk, 1).id)
    assert before.critical is not CriticalMark.BY_RULE
    QTest.keyClicks(editor, "Wird im Juli")
    made.view.setFocus()
    QApplication.processEvents()
    after = desk.document.get(Touchpoint, before.id)
    assert after.critical_reason == "Wird im Juli"
    assert not made.side.chosen.critical.wanted.isVisible()


def test_a_person_who_skipped_has_not_answered(open_window: OpenWindow, folders: Folders) -> None:
    from cxstudio.edits import answers_of

    page = rate_page(open_window(small(folders)))
    voice = page.context.document.all(Participant)[0].id
    page.context.selection.set_voice(voice)
    rate_row(page, 1, "6s5")
    assert answers_of(page.context.document, voice) == 2


def test_one_person_has_no_peak_and_end(open_window: OpenWindow, folders: Folders) -> None:
    page = rate_page(open_window(small(folders)))
    people = page.context.document.all(Participant)
    for person in people:
        page.context.selection.set_voice(person.id)
        for number in (1, 2):
            page.context.selection.select(page.table.touchpoints[number - 1])
            page.context.selection.set_figure("emotion")
            QTest.keyClicks(page.view, "2")
        found = page.context.bridge.figures(page.context.document.all(Round)[0].id)
        assert found is not None
        assert (found.peak_end is None) == (person is people[0])


def test_a_need_of_zero_is_zero(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    shown = [made.table.line(t) for t in made.table.touchpoints]
    rows = [(line.figures.need, made.table.index(made.table.row_of(line.touchpoint.id), NEED).data())
            for line in shown if line.figures is not None and line.touchpoint is not None]  # fmt: skip
    assert {text for need, text in rows if need == 0} == {"0"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_handovers_of_the_sample_are_all_in_view(open_window: OpenWindow, folders: Folders, language: str) -> None:
    made = sample("lindenfurt", language)
    window = open_window(Session.new(folders, made.document, made.assets), language)
    page = rate_page(window)
    page.show_tab("flow")
    QApplication.processEvents()
    matrix = page.tabs.page.matrix  # type: ignore[attr-defined]
    assert matrix.columnCount() > 5
    assert matrix.horizontalScrollBar().maximum() == 0
    assert sum(matrix.columnWidth(at) for at in range(matrix.columnCount())) <= matrix.viewport().width()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_letters_of_the_kano_kinds_are_explained_beside_the_boxes(
    open_window: OpenWindow, folders: Folders, language: str
) -> None:
    page = rate_page(open_window(small(folders), language))
    page.show_tab("kano")
    tab = page.tabs.page
    assert isinstance(tab, KanoTab)
    tab.show_everything(True)
    QApplication.processEvents()
    said = tab.side.legend.text()
    assert tab.side.legend.isVisible()
    names = ("Basisanforderung", "Begeisterungsanforderung") if language == "de" else ("basic", "delight")
    assert "M\N{NO-BREAK SPACE}=" in said and all(name in said for name in names)


def test_why_of_the_round_leaves_its_button_in_view_and_writes_no_exponent_of_one(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("rate.why_round")
    sheet = made.findChild(WhySheet) or made.window().findChild(WhySheet)
    assert sheet is not None
    assert "^1" not in " ".join(label.text() for label in sheet.findChildren(QLabel))
    button = made.question.why
    mine, shown = (QRect(part.mapToGlobal(QPoint(0, 0)), part.size()) for part in (button, sheet))
    assert not shown.intersects(mine) and made.window().rect().contains(sheet.geometry())


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [1280, 1440])
def test_nothing_is_cut_in_the_line_above_the_table(
    open_window: OpenWindow, folders: Folders, language: str, width: int
) -> None:
    made = sample("lindenfurt", language)
    session = Session.new(folders, made.document, made.assets)
    with session.transaction("") as draft:
        for each in draft.document.all(Round):
            set_round_state(draft, each.id, RoundState.OPEN)
    window = open_window(session, language)
    window.resize(width, 800)
    page = rate_page(window)
    for part in (page.question.figure, page.question.text, page.question.ends):
        assert part.isVisible() and part.text()
        assert part.fontMetrics().horizontalAdvance(part.text()) <= part.width()
