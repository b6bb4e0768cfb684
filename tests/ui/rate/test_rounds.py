"""Rounds and people in the workspace Rate: edit, close, reopen, repeat, remove; faces, words and decisions."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.edits import answers_of, set_fields, start_round
from cxstudio.model import Journey, Participant, Project, Round, TouchpointRatings
from cxstudio.model.kinds import CriticalMark, RequirementKind, RoundState
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, first_round, now, reopen, steps, touchpoint
from tests.ui.rate_desk import answers, as_person, press, workspace
from ui.context.context import Context
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.rounds.people_sheet import PeopleSheet
from ui.workspaces.rate.rounds.running_round_sheet import RoundSheet
from ui.workspaces.rate.table.answer_columns import MARKS, NEED, WORD


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def only(made: RateWorkspace, kind: type) -> object:
    (sheet,) = [s for s in made.findChildren(kind) if s.isVisible()]
    return sheet


def test_a_closed_round_says_so_and_opens_by_one_click(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    assert first_round(desk).state is RoundState.CLOSED
    assert made.question.ends.text() == "Abgeschlossen" and "abgeschlossen" in made.bar.rounds.toolTip()
    before = steps(desk)
    qtbot.mouseClick(made.question.reopen, Qt.MouseButton.LeftButton)
    assert first_round(desk).state is RoundState.OPEN and steps(desk) == before + 1
    assert not made.question.reopen.isVisible() and "abgeschlossen" not in made.bar.rounds.toolTip()
    names = [a.text() for a in made.bar.round_menu().actions()]
    assert "Diese Runde abschließen" in names and "Diese Runde wieder öffnen" not in names
    desk.commands.run("rate.close_round")
    assert first_round(desk).state is RoundState.CLOSED


def test_a_round_is_edited_where_it_is_chosen(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("rate.edit_round")
    sheet = only(made, RoundSheet)
    assert isinstance(sheet, RoundSheet)
    assert not sheet.scale.isEnabled() or "behält ihre Skala" in sheet.scale_note.text()
    field = sheet.form.fields["minimum_group"]
    field.editor.line.setText("8")  # type: ignore[attr-defined]
    assert field.commit()
    box = sheet.questions.boxes["emotion"]
    assert box.placeholderText() == "Wie fühlt es sich an?"
    box.setPlainText("Wie war dir dabei?")
    sheet.dismiss()
    shown = first_round(desk)
    assert shown.minimum_group == 8 and shown.wording["emotion"] == "Wie war dir dabei?"


def test_a_fresh_round_may_still_change_its_scale(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    journey = desk.document.all(Journey)[0].id
    with desk.session.transaction("fresh") as draft:
        fresh = start_round(draft, journey)
        set_fields(draft, Journey, journey, shown_round=fresh)
    desk.commands.run("rate.edit_round")
    sheet = only(made, RoundSheet)
    assert isinstance(sheet, RoundSheet)
    sheet.scale.chosen.emit(10)
    assert desk.document.get(Round, fresh).scale == 10


def test_the_next_round_and_removing_one_are_a_step_each(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    before = len(desk.document.all(Round))
    desk.commands.run("rate.next_round")
    shown = made.table.asked.round
    assert shown is not None and shown.day == date.today() and shown.id != first_round(desk).id
    assert len(desk.document.all(Round)) == before + 1
    desk.commands.run("rate.remove_round")
    assert len(desk.document.all(Round)) == before
    desk.session.undo()
    assert len(desk.document.all(Round)) == before + 1


def test_people_are_named_added_and_removed(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("rate.people")
    sheet = only(made, PeopleSheet)
    assert isinstance(sheet, PeopleSheet) and len(sheet.rows) == 9
    first = desk.document.all(Participant)[0].id
    line = sheet.rows[first]
    line.boxes["group"].setText("Service")
    qtbot.keyClick(line.boxes["group"], Qt.Key.Key_Return)
    assert desk.document.get(Participant, first).group == "Service"
    sheet.add()
    assert len(sheet.rows) == 10
    added = next(p.id for p in desk.document.all(Participant) if p.id not in answers(desk, 8, "experience"))
    sheet.rows[added].remover.click()
    assert added not in desk.document, "who has not answered goes at once"


def test_removing_somebody_says_what_happens_to_the_answers(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("rate.people")
    sheet = only(made, PeopleSheet)
    assert isinstance(sheet, PeopleSheet)
    ids = [p.id for p in desk.document.all(Participant)]
    line = sheet.rows[ids[1]]
    line.remover.click()
    assert ids[1] in desk.document and line.question.isVisible() and line.said.text().startswith("56 Antworten")
    line.keep.click()
    assert answers_of(desk.document, ids[1]) == 56
    line.remover.click()
    line.drop.click()
    assert ids[1] not in desk.document and len(answers(desk, 8, "experience")) == 8
    desk.session.undo()
    line = sheet.rows[ids[1]]
    line.remover.click()
    line.for_good.click()
    assert ids[1] in desk.document and "rückgängig" in line.said.text() and not line.ways.isVisible()
    line.erase.click()
    qtbot.waitUntil(lambda: not desk.session.work.busy, timeout=60_000)
    assert ids[1] not in desk.document and ids[1] not in sheet.rows and desk.session.undo() is None


def test_of_whom_only_a_name_is_known_can_be_deleted_for_good_too(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("rate.people")
    sheet = only(made, PeopleSheet)
    assert isinstance(sheet, PeopleSheet)
    known = set(sheet.rows)
    sheet.add()
    (added,) = set(sheet.rows) - known
    line = sheet.rows[added]
    line.boxes["name"].setText("Petra Wolkenbruch")
    qtbot.keyClick(line.boxes["name"], Qt.Key.Key_Return)
    line.remover.click()
    assert not line.question.isHidden() and line.keep.isHidden() and line.drop.text() == "Entfernen"
    line.for_good.click()
    line.erase.click()
    qtbot.waitUntil(lambda: not desk.session.work.busy, timeout=60_000)
    desk.session.secure()
    assert added not in desk.document
    assert not [p for p in desk.session.folders.data.rglob("*") if p.is_file() and b"Wolkenbruch" in p.read_bytes()]


def test_faces_and_a_word_are_given_beside_the_question(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    assert not made.question.faces.isVisible()
    press(qtbot, made, "m")
    faces = made.question.faces
    assert faces.isVisible()
    assert [f.accessibleName() for f in faces.faces.values()][0] == "schrecklich (−3)"
    qtbot.mouseClick(faces.faces[2], Qt.MouseButton.LeftButton)
    assert answers(desk, 1, "emotion")[voice] == 2 and faces.faces[2].isChecked()
    faces.word.setText("erleichtert")
    qtbot.keyClick(faces.word, Qt.Key.Key_Return)
    (ratings,) = [
        r
        for r in desk.document.having(TouchpointRatings, "touchpoint", touchpoint(desk, 1).id)
        if r.round == first_round(desk).id
    ]
    assert ratings.word[voice] == "erleichtert"
    row = made.table.row_of(touchpoint(desk, 1).id)
    assert not made.view.isColumnHidden(WORD) and made.table.index(row, WORD).data() == "erleichtert"
    desk.selection.select(touchpoint(desk, 2).id)
    assert faces.word.text() == "" and not faces.faces[2].isChecked()


def test_arrows_move_between_the_faces(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    desk.selection.set_figure("emotion")
    faces = made.question.faces
    faces.faces[0].setFocus()
    qtbot.keyClick(faces.faces[0], Qt.Key.Key_Right)
    assert faces.faces[1].hasFocus()
    qtbot.keyClick(faces.faces[1], Qt.Key.Key_Space)
    assert answers(desk, 1, "emotion")[voice] == 1


def test_overruling_is_seen_and_asks_for_its_reason(qtbot: QtBot, desk: Context) -> None:
    reopen(desk)
    made = workspace(qtbot, desk)
    hotline = touchpoint(desk, 8)
    with desk.session.transaction("rule") as draft:
        set_fields(draft, type(hotline), hotline.id, critical=CriticalMark.BY_RULE, critical_reason="")
    desk.selection.select(hotline.id)
    said: list[str] = []
    desk.messages.said.connect(said.append)
    press(qtbot, made, "k")
    assert now(desk, hotline).critical is CriticalMark.NO
    row = made.table.row_of(hotline.id)
    assert made.table.index(row, MARKS).data() == "nicht kritisch"
    spoken = made.table.index(row, MARKS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "ohne Begründung" in spoken and "Begründung der Gruppe" in said[-1]
    made.filter_by(Filter(marks=frozenset({Mark.OVERRULED})))
    assert made.table.touchpoints == [hotline.id]
    made.filter_by(Filter())
    press(qtbot, made, "r")
    QApplication.processEvents()
    assert made.side.chosen.critical.reason.isVisible()
    editor = made.side.chosen.critical.reason.editor
    assert editor.isAncestorOf(QApplication.focusWidget()) or editor is QApplication.focusWidget()
    with desk.session.transaction("why") as draft:
        set_fields(draft, type(hotline), hotline.id, critical_reason="Wird gerade umgebaut.")
    assert "ohne Begründung" not in str(made.table.index(row, MARKS).data(Qt.ItemDataRole.AccessibleTextRole))
    desk.commands.run("rate.by_rule")
    assert now(desk, hotline).critical is CriticalMark.BY_RULE


def test_the_groups_word_is_accepted_with_one_click(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    hotline = touchpoint(desk, 8)
    with desk.session.transaction("rule") as draft:
        set_fields(draft, type(hotline), hotline.id, critical=CriticalMark.BY_RULE)
    desk.selection.select(hotline.id)
    made.side.chosen.refresh()
    qtbot.mouseClick(made.side.chosen.critical.accept, Qt.MouseButton.LeftButton)
    assert now(desk, hotline).critical is CriticalMark.YES
    assert made.side.chosen.critical.proposal.text() == "Die Regel schlägt vor: kritisch. Die Gruppe stimmt zu."


def test_unmet_basics_can_be_filtered_and_stand_first_by_need(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    small = touchpoint(desk, 2)
    with desk.session.transaction("basic") as draft:
        for number in range(1, 15):
            set_fields(draft, type(small), touchpoint(desk, number).id, requirement=None)
        set_fields(draft, type(small), touchpoint(desk, 4).id, requirement=RequirementKind.BASIC)
    made.refresh()
    made.sort_by(NEED)
    assert made.table.touchpoints[0] == touchpoint(desk, 4).id, "an unmet basic comes before larger needs"
    assert made.side.need.rows[0].name == touchpoint(desk, 4).name
    made.filter_by(Filter(marks=frozenset({Mark.UNMET_BASIC})))
    assert made.table.touchpoints == [touchpoint(desk, 4).id]


def test_the_formula_is_adjusted_in_view_and_said(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    sheet = made.side.need.open_formula()
    slider = sheet.lines["importance_exponent"].slider
    slider.setValue(slider.maximum())
    assert desk.document.project.importance_exponent == 2
    assert sheet.formula.text() == "Bedarf = 100 · Wichtigkeit^2 · Lücke^1, je als Anteil der Skala"
    qtbot.waitUntil(lambda: made.side.need.formula.text() == sheet.formula.text())
    threshold = sheet.lines["verdict_points"].slider
    threshold.setValue(threshold.maximum())
    assert desk.document.project.verdict_points == 3
    qtbot.waitUntil(lambda: "Das Urteil kippt bei einem Unterschied von 3" in made.side.need.formula.text())
    qtbot.mouseClick(sheet.usual, Qt.MouseButton.LeftButton)
    project = desk.document.get(Project, "project")
    assert (project.importance_exponent, project.gap_exponent, project.verdict_points) == (1, 1, 1)
    assert not sheet.usual.isEnabled()
    sheet.dismiss()


def test_groups_stand_in_the_card_and_small_ones_do_not(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    people = desk.document.all(Participant)
    with desk.session.transaction("groups") as draft:
        for at, person in enumerate(people):
            set_fields(draft, Participant, person.id, group="Service" if at < 5 else "Technik")
        set_fields(draft, Round, first_round(desk).id, minimum_group=4)
    desk.selection.select(touchpoint(desk, 8).id)
    made.side.chosen.refresh()
    groups = made.side.chosen.groups
    assert groups.isVisible() and all(found is not None for found in groups.shown.values())
    with desk.session.transaction("larger") as draft:
        set_fields(draft, Round, first_round(desk).id, minimum_group=5)
    made.refresh()
    assert list(groups.shown.values()) == [None, None], "the complement would tell the small group"
    sheet = groups.explain()
    assert sheet is not None and sheet.parts[0].numbers == "0 von 2 Gruppen gezeigt"
