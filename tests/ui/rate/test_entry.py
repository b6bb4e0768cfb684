"""Filling the grid by the keyboard: digits, minus, skips, taking back; each answer one step, means never."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields, start_round
from cxstudio.model import GROUP_VOICE, Journey, Participant, Round
from cxstudio.model.kinds import CriticalMark, RoundKind
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, now, reopen, steps, touchpoint
from tests.ui.rate_desk import answers, as_person, cell, press, workspace
from ui.context.answer_keys import AnswerKeys, Typed
from ui.context.context import Context
from ui.context.messages import Notice
from ui.workspaces.rate.table.answer_columns import DELTA, EMOTION, EXPECTATION, EXPERIENCE, IMPORTANCE, PROMISE, QUICK

K = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def test_digits_write_and_go_on_one_step_each(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    start = steps(desk)
    values = [(answers(desk, n, "experience")[voice] or 0) % 7 + 1 for n in (1, 2, 3)]
    press(qtbot, made, *(str(v) for v in values))
    assert [answers(desk, n, "experience")[voice] for n in (1, 2, 3)] == values
    assert steps(desk) == start + 3
    assert desk.selection.id == touchpoint(desk, 4).id
    desk.session.undo()
    assert [answers(desk, n, "experience")[voice] for n in (1, 2)] == values[:2]
    assert cell(made, desk, 3, "experience") == str(answers(desk, 3, "experience")[voice])


def test_letters_choose_the_column_and_the_question_is_in_view(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    expected = {"e": EXPECTATION, "x": EXPERIENCE, "m": EMOTION, "w": IMPORTANCE}
    for letter, column in expected.items():
        press(qtbot, made, letter)
        assert made.view.column == column
        assert made.view.heading.active == column
    press(qtbot, made, "e")
    assert made.question.text.text() == "Was erwartet Jana Brandt hier?"
    assert made.question.ends.text() == "1 = sehr schlecht … 7 = sehr gut"
    with desk.session.transaction("wording") as draft:
        set_fields(draft, Round, made.table.asked.round.id, wording={"expectation": "Was denkst du?"})  # type: ignore[union-attr]
    assert made.question.text.text() == "Was denkst du?"


def test_a_minus_ahead_of_a_digit_and_what_a_question_does_not_offer(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    press(qtbot, made, "m", "-")
    assert made.view.cells.waiting
    press(qtbot, made, "2")
    assert answers(desk, 1, "emotion")[voice] == -2
    assert not made.view.cells.waiting
    assert cell(made, desk, 1, "emotion") == "−2"
    said: list[str] = []
    desk.messages.said.connect(said.append)
    before = steps(desk)
    press(qtbot, made, "4")
    press(qtbot, made, "x", "9")
    assert said[-1] == "Diese Frage geht von 1 bis 7."
    assert steps(desk) == before


@pytest.mark.parametrize("keys", ["s", "S", "- "])
def test_a_skip_is_no_zero_and_delete_takes_back(qtbot: QtBot, desk: Context, keys: str) -> None:
    made, voice = as_person(qtbot, desk)
    n = desk.bridge.shown_figures(desk.selection.journey).of(touchpoint(desk, 1).id).experience.n  # type: ignore[union-attr]
    press(qtbot, made, keys)
    assert answers(desk, 1, "experience")[voice] is None
    assert cell(made, desk, 1, "experience") == "übersprungen"
    figures = desk.bridge.shown_figures(desk.selection.journey)
    assert figures.of(touchpoint(desk, 1).id).experience.n == n - 1  # type: ignore[union-attr]
    press(qtbot, made, K.Key_Up, K.Key_Delete)
    assert voice not in answers(desk, 1, "experience")
    assert cell(made, desk, 1, "experience") == ""
    before = steps(desk)
    press(qtbot, made, K.Key_Backspace)
    assert steps(desk) == before


def test_enter_tab_and_arrows(qtbot: QtBot, desk: Context) -> None:
    made, _ = as_person(qtbot, desk)
    press(qtbot, made, K.Key_Return, K.Key_Down, K.Key_Down)
    assert desk.selection.id == touchpoint(desk, 4).id, "the heading of a stage is passed over"
    press(qtbot, made, K.Key_Right)
    assert made.view.column == EMOTION
    press(qtbot, made, K.Key_Tab)
    assert (made.view.column, desk.selection.id) == (PROMISE, touchpoint(desk, 4).id), "something is promised here"
    qtbot.keyClick(made.view, K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert (made.view.column, desk.selection.id) == (EMOTION, touchpoint(desk, 4).id)
    press(qtbot, made, K.Key_Tab)
    press(qtbot, made, K.Key_Tab)
    assert not made.view.hasFocus(), "Tab leaves the table at the end of a row"
    made.view.setFocus()
    press(qtbot, made, K.Key_End)
    assert desk.selection.id == touchpoint(desk, 14).id


def test_across_goes_on_to_the_next_question(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    made.question.way.chosen.emit(True)
    desk.selection.set_figure("importance")
    press(qtbot, made, "5", "4", "3", "-", "1", "6")
    for figure, value in (("importance", 5), ("expectation", 4), ("experience", 3), ("emotion", -1)):
        assert answers(desk, 1, figure)[voice] == value
    assert answers(desk, 2, "importance")[voice] == 6
    assert made.table.line(touchpoint(desk, 1).id).value(DELTA) == -1


def test_nought_is_ten_on_a_ten_point_scale(qtbot: QtBot, desk: Context) -> None:
    journey = desk.document.all(Journey)[0].id
    with desk.session.transaction("round") as draft:
        started = start_round(draft, journey, scale=10)
        set_fields(draft, Journey, journey, shown_round=started)
    made = workspace(qtbot, desk)
    voice = desk.document.all(Participant)[0].id
    desk.selection.set_voice(voice)
    desk.selection.select(touchpoint(desk, 1).id)
    press(qtbot, made, "0")
    assert answers(desk, 1, "experience") == {voice: 10}


def test_means_are_not_edited_and_the_way_out_is_offered(qtbot: QtBot, desk: Context) -> None:
    made, _ = as_person(qtbot, desk)
    desk.selection.set_voice(GROUP_VOICE)
    notices: list[Notice] = []
    desk.messages.posted.connect(notices.append)
    before = desk.document
    assert made.view.cells.active == -1
    press(qtbot, made, "5", "s", K.Key_Delete)
    assert desk.document == before
    assert [c.label for c in notices[0].choices] == ["Person wählen", "Gruppenwert eintragen"]
    notices[0].choices[1].act()
    assert made.table.asked.one_voice
    press(qtbot, made, "5")
    assert answers(desk, 1, "experience") == {GROUP_VOICE: 5}


def test_a_closed_round_shows_answers_and_takes_none(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    voice = desk.document.all(Participant)[0].id
    desk.selection.set_voice(voice)
    desk.selection.select(touchpoint(desk, 1).id)
    assert cell(made, desk, 1, "experience") == str(answers(desk, 1, "experience")[voice])
    before = desk.document
    press(qtbot, made, "1")
    assert desk.document == before
    assert made.question.ends.text() == "Abgeschlossen"


def test_marks_on_the_row(qtbot: QtBot, desk: Context) -> None:
    made, _ = as_person(qtbot, desk)
    hotline = touchpoint(desk, 8)
    desk.selection.select(hotline.id)
    press(qtbot, made, "k")
    assert now(desk, hotline).critical is CriticalMark.NO
    reason = QApplication.focusWidget()
    assert reason is not None and made.side.isAncestorOf(reason)
    QTest.keyClicks(reason, "Wird umgebaut.")
    QTest.keyClick(reason, K.Key_Return)
    assert QApplication.focusWidget() is made.view
    assert now(desk, hotline).critical_reason == "Wird umgebaut."
    press(qtbot, made, "k", "*")
    assert now(desk, hotline).critical is CriticalMark.YES
    assert now(desk, hotline).stardust


def test_quick_rating_stands_in_for_two_questions(qtbot: QtBot, desk: Context) -> None:
    journey = desk.document.all(Journey)[0].id
    with desk.session.transaction("round") as draft:
        set_fields(draft, Journey, journey, shown_round=start_round(draft, journey))
    made = workspace(qtbot, desk)
    voice = desk.document.all(Participant)[0].id
    desk.selection.set_voice(voice)
    desk.selection.select(touchpoint(desk, 1).id)
    assert made.question.quick.isVisible()
    qtbot.mouseClick(made.question.quick, Qt.MouseButton.LeftButton)
    assert made.view.column == QUICK
    assert made.view.isColumnHidden(EXPECTATION)
    assert made.question.text.text() == "Gemessen an der Erwartung?"
    press(qtbot, made, "-", "2", "3")
    assert (answers(desk, 1, "quick"), answers(desk, 2, "quick")) == ({voice: -2}, {voice: 3})
    assert made.table.line(touchpoint(desk, 1).id).value(DELTA) == -2
    made.refresh()
    assert made.table.quick, "a round with quick answers only is shown so"
    made.ask_quick(False)
    press(qtbot, made, K.Key_Home, "4")
    assert answers(desk, 1, "experience") == {voice: 4}
    assert not made.question.quick.isVisible()


def test_rows_stay_while_somebody_fills_them(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    made.sort_by(EXPERIENCE)
    order = made.table.touchpoints
    desk.selection.select(order[0])
    press(qtbot, made, "7")
    assert made.table.touchpoints == order
    assert desk.selection.id == order[1]
    made.sort_by(EXPERIENCE)
    assert made.table.touchpoints[0] in order
    values = [made.table.line(t).value(EXPERIENCE) or 0 for t in made.table.touchpoints]
    assert values == sorted(values, reverse=True)


def test_a_group_round_begins_with_the_group(qtbot: QtBot, desk: Context) -> None:
    made, _ = as_person(qtbot, desk)
    desk.commands.run("rate.enter_group_value")
    QApplication.processEvents()
    assert made.table.asked.round is not None
    assert made.table.asked.round.kind is RoundKind.GROUP
    assert "Gruppe" in made.bar.voices.text()


def test_who_is_chosen_can_type_at_once(qtbot: QtBot, desk: Context) -> None:
    reopen(desk)
    made = workspace(qtbot, desk)
    made.bar.search.setFocus()
    made.bar.voice_menu().actions()[2].trigger()
    assert made.view.hasFocus()
    assert desk.selection.id == touchpoint(desk, 1).id
    assert made.bar.voices.toolTip().endswith("Ich bewerte als: " + made.bar.voices.text().removesuffix("  ▾"))
    press(qtbot, made, "2")
    assert answers(desk, 1, "experience")[desk.selection.voice] == 2


def test_keys_of_one_answer() -> None:
    keys = AnswerKeys()
    assert keys.typed("7", (1, 7)) == 7
    assert keys.typed("8", (1, 7)) is Typed.OFF
    assert keys.typed("0", (1, 7)) is Typed.OFF
    assert keys.typed("0", (1, 10)) == 10
    assert keys.typed("0", (-3, 3)) == 0
    assert keys.typed(" ", (1, 7)) is Typed.NOTHING
    for minus in "-−–":
        assert keys.typed(minus, (-3, 3)) is Typed.WAIT
        assert keys.typed("3", (-3, 3)) == -3
    assert keys.typed("-", (1, 7)) is Typed.WAIT
    assert keys.typed(" ", (1, 7)) is Typed.SKIP
    assert keys.typed("q", (1, 7)) is Typed.NOTHING
