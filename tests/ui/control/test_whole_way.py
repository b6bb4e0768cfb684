"""The whole way in the real window: critical, a measure, its target, rated again, missed, a corrective measure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.model import Measure, Round, Target, Touchpoint
from cxstudio.model.kinds import MeasureStatus, View
from tests.ui.by_hand import Desk, choose, click, click_row, keys, press
from ui.main_window.main_window import MainWindow
from ui.workspaces.control.control_workspace import ControlWorkspace
from ui.workspaces.control.goals_page import GoalsPage
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace
from ui.workspaces.rate.rate_workspace import RateWorkspace

WANTED = "Welcome letter with instalment"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_from_a_critical_touchpoint_to_a_corrective_measure(sample_window: MainWindow) -> None:
    desk = Desk(sample_window)
    context, document = desk.context, lambda: desk.context.document
    point = next(t.id for t in document().all(Touchpoint) if t.name == WANTED)
    desk.go("Rate")
    click_row(desk, point)
    keys("k")
    keys("We lose people here", Qt.Key.Key_Return)

    desk.go("Measures")
    without = desk.page(MeasuresWorkspace).without
    assert without.heading.text() == "1 critical without a measure"
    press(without, f"New measure for {WANTED}")
    keys("Letter in plain words", Qt.Key.Key_Return)
    measure = context.selection.of(Measure)
    assert measure is not None and (measure.title, measure.touchpoints) == ("Letter in plain words", (point,))
    assert not without.found.critical
    press(desk.inspector, "Target")
    fields = desk.fields_of(Target)
    assert fields["from_value"].value == 3.8, "what was rated before"
    for name, typed in (("to_value", "6"), ("by", "1.6.2026")):
        fields[name].editor.setFocus()
        keys(typed, Qt.Key.Key_Return)
    desk.own_field("status").setFocus()
    keys("r")

    desk.go("Follow-up")
    assert QApplication.focusWidget() is desk.page(ControlWorkspace).begin
    QTest.keyClick(desk.page(ControlWorkspace).begin, Qt.Key.Key_Space)
    QApplication.processEvents()
    again = max(document().all(Round), key=lambda r: r.day or r.id)
    rate = desk.page(RateWorkspace)
    assert again.view is View.EMPLOYEES and rate.table.asked.round == again
    for n in range(3):
        choose(rate.bar.voices, desk.role(n))
        click_row(desk, point)
        keys("2")
    desk.go("Follow-up")
    control = desk.page(ControlWorkspace)
    goals = control.pages.page
    assert isinstance(goals, GoalsPage) and control.model.figures is not None
    (target,) = document().having(Target, "measure", measure.id)
    (outcome,) = [o for o in control.model.figures.outcomes if o.target == target.id]
    assert (outcome.state, outcome.value) == (TargetState.MISSED, 2.0)
    assert goals.counts[0].value.text() == "4 → 1" and "3 not rated again" in goals.counts[0].words.text()
    click(goals.targets.parts[target.id].correct)

    corrective = context.selection.of(Measure)
    assert desk.view == "measures" and corrective is not None and corrective.corrects == measure.id
    assert document().get(Measure, measure.id).status is MeasureStatus.RUNNING
    for name, there in (
        ("Measure: Letter in plain words", measure.id),
        (f"Measure: {corrective.title}", corrective.id),
    ):
        press(desk.inspector, name)
        assert context.selection.id == there and desk.view == "measures"
    desk.go("Follow-up")
    press(goals.targets, f"Show: {corrective.title}")
    assert (desk.view, context.selection.id) == ("measures", corrective.id)
    assert not desk.strays
