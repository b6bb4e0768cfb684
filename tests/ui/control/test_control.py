"""Control by hand: two rounds, measured values, a missed target corrected, a decision, the next round, a new as-is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.analysis.change.measured_series import series_of
from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_target, derive_journey
from cxstudio.model import Decision, Journey, Measure, ReportSettings, Round, Target
from cxstudio.model.kinds import DecisionResult, JourneyKind, RoundState, TargetFigure
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, shown
from ui.context.context import Context
from ui.inspector.measured_values_sheet import ValuesSheet
from ui.workspaces.control.adjust_page import AdjustPage
from ui.workspaces.control.control_workspace import ControlWorkspace
from ui.workspaces.control.goals_page import GoalsPage
from ui.workspaces.control.series_picture import SeriesPicture
from ui.workspaces.control.target_cards import MOST
from ui.workspaces.control.trend_page import TrendPage
from ui.workspaces.workspace_table import BY_NAME


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders, document=sample("control", "de", today=date.today()).document) as context:
        yield context


@pytest.fixture
def made(qtbot: QtBot, desk: Context) -> ControlWorkspace:
    workspace = BY_NAME["control"].make(desk)
    assert isinstance(workspace, ControlWorkspace)
    qtbot.addWidget(workspace)
    shown(workspace, 1212, 900)
    workspace.entered()
    QApplication.processEvents()
    return workspace


def click(part: object) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_two_rounds_targets_and_what_follows(desk: Context, made: ControlWorkspace) -> None:
    goals = made.pages.page
    assert isinstance(goals, GoalsPage)
    assert [count.value.text() for count in goals.counts] == ["3 → 2", "3 von 8", "6 von 6"]
    cut = [b.text() for part in goals.targets.parts.values() for b in part.findChildren(QPushButton)
           if b.text() and b.isVisible() and b.width() < b.sizeHint().width()]  # fmt: skip
    late = goals.counts[2].words.text()  # due days follow today: near the end of a month one is overdue
    assert not cut and ("gefährdet" in late or "überfällig" in late)
    assert goals.picture.chart is not None and goals.picture.listed()[0] == "t08"
    goals.picture.setFocus()
    QTest.keyClick(goals.picture, Qt.Key.Key_Home)
    assert desk.selection.id == "t08" and "Veränderung +2,1" in goals.picture.accessibleDescription()
    assert "Zählerstand per Foto −0,1" in goals.apart.text() and "kannten die Maßnahmen" in goals.words.text()
    names = [action.text() for action in made.bar.before_menu().actions()]
    assert len(names) == 1 and names[0].startswith("Runde 1")
    assert [a.text()[:7] for a in made.bar.after_menu().actions()] == ["Runde 1", "Runde 2", "Runde 3"]

    part = goals.targets.parts["m3-target1"]
    assert part.correct.isVisible()
    click(part.correct)
    (correction,) = desk.document.having(Measure, "corrects", "m3")
    (target,) = desk.document.having(Target, "measure", correction.id)
    assert (target.touchpoint, target.to_value, correction.owner_role) == ("t12", 4.8, "Leitung Abrechnung")
    again = goals.targets.parts["m3-target1"]
    assert not again.correct.isVisible()
    assert made.model.figures is not None and made.model.figures.count(TargetState.MISSED) == 2
    desk.session.undo()
    assert not desk.document.having(Measure, "corrects", "m3")


def test_many_targets_take_no_more_room_until_all_are_asked_for(desk: Context, made: ControlWorkspace) -> None:
    goals = made.pages.page
    assert isinstance(goals, GoalsPage) and goals.targets.more.isHidden()
    with desk.session.transaction("more") as draft:
        for _ in range(7):
            add_target(draft, "m1", label="Beschwerden", figure=TargetFigure.OWN, to_value=3.0)
    QApplication.processEvents()
    assert sum(part.isVisible() for part in goals.targets.parts.values()) == MOST
    assert goals.targets.more.text() == "7 weitere Ziele"
    click(goals.targets.more)
    assert all(part.isVisible() for part in goals.targets.parts.values()) and goals.targets.more.isHidden()


def test_measured_values_stand_with_their_signals_first(desk: Context, made: ControlWorkspace) -> None:
    made.show_tab("trend")
    QApplication.processEvents()
    trend = made.pages.page
    assert isinstance(trend, TrendPage)
    assert [one.data.target.id for one in trend.cards] == ["m1-target2", "m2-target1"]
    assert trend.rounds is not None
    told = [picture.accessibleName() for picture in trend.rounds.findChildren(SeriesPicture)]
    assert len(told) == 14 and "Hotline: Runde 1 2,7, Runde 3 4,8" in told
    first = trend.cards[0]
    assert "0,62" in first.picture.accessibleName() and not first.picture.grab().isNull()
    click(first.values)
    sheet = made.window().findChild(ValuesSheet)
    assert sheet is not None
    sheet.pasted.setPlainText("Monat\tAnrufe je Umzug\n2020-01\t0,9\n2020-02\t0,8\n")
    click(sheet.take)
    sheet.dismiss()
    assert len(series_of(desk.document, "m1-target2")) == 12


def test_a_decision_the_next_round_and_the_next_date(desk: Context, made: ControlWorkspace) -> None:
    made.add_decision()
    QApplication.processEvents()
    page = made.pages.page
    assert isinstance(page, AdjustPage)
    decided = max(desk.document.all(Decision), key=lambda d: d.order)
    assert decided.body == "Geschäftsleitung" and decided.day == date.today()
    details = page.decisions.rows[decided.id].details
    assert details is not None and details.isVisible()
    with desk.session.transaction("condition") as draft:
        draft.update(Decision, decided.id, result=DecisionResult.WITH_CONDITION, condition="Einwilligung",
                     condition_by=date(2020, 1, 1), measures=("m4",))  # fmt: skip
    page.decisions.rows[decided.id].toggle()
    assert page.decisions.rows[decided.id].summary.text() == (
        "Maßnahme 4 · Einwilligung, bis 01.01.2020: Auflage überfällig"
    )
    before = [r.id for r in desk.document.all(Round)]
    made.next_round()
    (new,) = [r for r in desk.document.all(Round) if r.id not in before]
    asked = desk.document.get(Round, "round3")
    assert (new.view, new.kind, new.persona, new.scale) == (asked.view, asked.kind, asked.persona, asked.scale)
    assert new.day == date.today() and new.state is RoundState.OPEN and new.raters_knew_measures is None
    next_day = desk.document.all(ReportSettings)[0].next_control
    assert next_day is not None and desk.texts.long_date(next_day) in made.status().right[0]


def test_the_to_be_becomes_the_as_is(desk: Context, made: ControlWorkspace) -> None:
    made.show_tab("adjust")
    page = made.pages.page
    assert isinstance(page, AdjustPage) and page.reality.isHidden()
    with desk.session.transaction("to-be") as draft:
        later = derive_journey(draft, "journey1")
    QApplication.processEvents()
    assert page.reality.isVisible()
    click(page.reality)
    made.make_reality() if desk.document.get(Journey, later).kind is JourneyKind.TO_BE else None
    assert desk.document.get(Journey, later).kind is JourneyKind.AS_IS
    assert desk.document.get(Journey, "journey1").until == date.today()
    assert made.model.pair == ("round1", "round3"), "its rounds are still compared"


def test_without_a_second_round_the_page_says_so(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders) as context:
        workspace = BY_NAME["control"].make(context)
        assert isinstance(workspace, ControlWorkspace)
        shown(workspace, 1000, 700)
        workspace.entered()
        assert workspace._stack.currentIndex() == 1 and workspace.status().left == ()
        workspace.show_tab("adjust")
        assert workspace._stack.currentIndex() == 0
