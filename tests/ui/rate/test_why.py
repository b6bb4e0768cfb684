"""Every figure the workspace Rate and the inspector show answers "why?": definition, its numbers, its source."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.edits import rate, set_fields
from cxstudio.edits.rating.journey_figures import set_benchmark, set_journey_figure
from cxstudio.edits.rating.kano import set_kano_count
from cxstudio.model import Journey, Participant, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.model.questions import FULL
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, first_round, reopen, shown, touchpoint
from tests.ui.rate_desk import press, workspace
from ui.context.context import Context
from ui.inspector.touchpoint_rating import RatingPanel
from ui.widgets.why_sheet import Explanation, WhySheet
from ui.workspaces.rate.beside_table.answer_explanations import column_explained, round_explained
from ui.workspaces.rate.journey_figures.journey_figures_page import JourneyTab
from ui.workspaces.rate.kano.kano_page import KanoTab
from ui.workspaces.rate.table.answer_columns import COLUMNS, NEED

WITHOUT_SOURCE = {
    "Versprechen gehalten",
    "Erwartung",
    "Erlebnis",
    "Wichtigkeit",
    "Kurzbewertung",
    "Obergrenze",
    "Personen hinter den Zahlen",
}
"""Plain answers on a scale: there is nobody to cite."""


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def said(sheet: WhySheet) -> str:
    return " ".join(child.text() for child in sheet.findChildren(QLabel))


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_is_explained_with_the_numbers_of_the_selected_row(
    qtbot: QtBot, desk: Context, column: int
) -> None:
    figures = desk.bridge.shown_figures(desk.selection.journey)
    assert figures is not None
    hotline = touchpoint(desk, 8).id
    plain, own = column_explained(desk, figures, column), column_explained(desk, figures, column, hotline)
    assert plain and all(part.title and part.definition for part in plain)
    assert own and all("{" not in part.definition + part.numbers for part in own)
    names = [c.title for c in COLUMNS]
    if names[column] not in ("Quick rating", "Expectation", "Kept?"):
        assert any(part.numbers for part in own)


def test_the_round_answers_who_was_asked_and_what_its_figures_mean(qtbot: QtBot, desk: Context) -> None:
    figures = desk.bridge.shown_figures(desk.selection.journey)
    assert figures is not None
    parts = round_explained(desk, figures)
    assert "9 Mitarbeitende" in parts[0].numbers
    assert {"Rangfolge", "Kritisch", "Gesamterlebnis"} <= {part.title for part in parts}


def test_the_menu_of_a_heading_opens_the_explanation(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.selection.select(touchpoint(desk, 8).id)
    menu = made.why.menu(NEED)
    assert [a.text() for a in menu.actions()][0] == "Warum „Bedarf“?"
    menu.actions()[0].trigger()
    (sheet,) = made.findChildren(WhySheet)
    assert "100 × 0,91 × 0,59 = 54" in said(sheet) and "Hotline" in said(sheet)


def test_a_key_explains_the_active_column(qtbot: QtBot, desk: Context) -> None:
    reopen(desk)
    made = workspace(qtbot, desk)
    desk.selection.select(touchpoint(desk, 8).id)
    desk.selection.set_figure("emotion")
    press(qtbot, made, "?")
    (sheet,) = made.findChildren(WhySheet)
    assert sheet.isVisible() and "Osgood" in said(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and made.view.hasFocus()


def test_the_line_above_the_means_explains_the_round(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    assert made.question.why.isVisible()
    qtbot.mouseClick(made.question.why, Qt.MouseButton.LeftButton)
    sheet = next(s for s in made.findChildren(WhySheet) if s.isVisible())
    assert "Personen hinter den Zahlen" in said(sheet)


@pytest.mark.parametrize("figure", FULL)
def test_every_row_of_the_inspector_is_explained(qtbot: QtBot, desk: Context, figure: str) -> None:
    made = RatingPanel(desk)
    qtbot.addWidget(made)
    shown(made)
    made.show_record(touchpoint(desk, 8).id)
    name = made.rows[figure].name
    assert "Warum?" in name.accessibleName()
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    sheet = made.findChild(WhySheet)
    assert sheet is not None and "n = 9" in said(sheet)


def test_every_shown_figure_of_journey_and_kano_has_a_why(qtbot: QtBot, desk: Context) -> None:
    round_, here = first_round(desk).id, touchpoint(desk, 8).id
    reopen(desk)
    with desk.session.transaction("fill") as draft:
        for figure in FigureKind:
            low, high = (0, 10) if figure is FigureKind.NPS else (1, 5)
            set_journey_figure(draft, round_, figure, low, high, {high: 3, low: 1})
        journey = desk.document.all(Journey)[0].id
        set_benchmark(draft, None, about=journey, figure="csat", value=0.7, source="Verband", year=2025)
        set_kano_count(draft, round_, here, 2, 5, 4)
    tab = JourneyTab(desk)
    qtbot.addWidget(tab)
    shown(tab, 1200, 900)
    tab.show_round(round_)
    for card in (tab.overall, *tab.cards.values()):
        assert card.why.isVisibleTo(tab)
        sheet = card.explain()
        assert sheet is not None and all(part.definition and part.numbers for part in sheet.parts)
        sheet.dismiss()
    kano = KanoTab(desk)
    qtbot.addWidget(kano)
    shown(kano, 1200, 900)
    desk.selection.select(here)
    kano.show_round(round_)
    sheet = kano.side.explain()
    assert sheet is not None and "Berger" in said(sheet) and "M 4" in said(sheet)


def test_no_link_that_asks_why_leads_nowhere(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.selection.select(touchpoint(desk, 8).id)
    made.side.chosen.refresh()
    asked = [b for b in made.findChildren(QPushButton) if b.text() == "Warum?" and b.isVisibleTo(made)]
    assert len(asked) >= 3
    for link in asked:
        before = {id(s) for s in made.findChildren(WhySheet)}
        link.click()
        opened = [s for s in made.findChildren(WhySheet) if id(s) not in before]
        assert opened and all(part.definition for part in opened[0].parts), link.accessibleName()
        opened[0].dismiss()
        QApplication.processEvents()


def test_sources_are_named_where_there_is_somebody_to_cite(qtbot: QtBot, desk: Context) -> None:
    figures = desk.bridge.shown_figures(desk.selection.journey)
    assert figures is not None
    for column in range(len(COLUMNS)):
        for part in column_explained(desk, figures, column):
            assert part.source or part.title in WITHOUT_SOURCE | {"Gesamterlebnis"}, part.title


def test_an_empty_round_is_explained_without_numbers(qtbot: QtBot, desk: Context) -> None:
    with desk.session.transaction("empty") as draft:
        journey = desk.document.all(Journey)[0].id
        started = draft.create(Round(id="empty", journey=journey)).id
        set_fields(draft, Journey, journey, shown_round=started)
    made = workspace(qtbot, desk)
    assert made.why.round() is not None
    with desk.session.transaction("rate") as draft:
        rate(draft, "empty", touchpoint(desk, 8).id, desk.document.all(Participant)[0].id, "emotion", None)
    assert made.why.explain(NEED) is not None


def test_opportunity_and_the_other_view_are_explained_with_the_rest(qtbot: QtBot, desk: Context) -> None:
    figures = desk.bridge.shown_figures(desk.selection.journey)
    assert figures is not None
    anchor = QPushButton()
    qtbot.addWidget(anchor)
    shown(anchor)
    sheet = Explanation(desk, anchor, figures, figures.by_id[touchpoint(desk, 8).id])
    told = said(sheet)
    assert "Ulwick" in told
    assert "in der Kundensicht 0,9 Punkte besser (3,6, n = 46) als in der Innensicht (2,7, n = 9)" in told
