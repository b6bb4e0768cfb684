"""Choices, chips, references: picked or made by their name, each one step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cxstudio.model import Channel, Department, ExpectationSource, Measure, Record, Stage, Touchpoint
from cxstudio.model.kinds import ContactKind, ExperienceKind, RequirementKind
from cxstudio.session import Folders, NoticeKind
from cxstudio.wording.fields.field_table import FIELDS, Editor
from tests.ui.counting import Work
from tests.ui.forms_desk import desk_on, measures, now, personas, shown, steps, touchpoint
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.choice_editors import ChipsEditor, ChoiceEditor, PointsEditor, SegmentsEditor, YesNoEditor
from ui.forms.editor_factory import EDITORS, editor_for
from ui.forms.field_editor import FieldEditor
from ui.forms.form import Form
from ui.forms.reference_editors import ReferenceEditor, ReferencesEditor
from ui.forms.weight_editor import WeightEditor


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def bound(qtbot: QtBot, desk: Context, kind: type[Record], name: str, record_id: str) -> BoundField:
    field = BoundField(desk, kind, name)
    qtbot.addWidget(field)
    field.show_record(record_id)
    shown(field, 320, 400)
    return field


def test_every_field_that_forms_edit_gets_an_editor_with_a_name(qtbot: QtBot, desk: Context) -> None:
    kinds = {field.editor for field in FIELDS.values()} - set(EDITORS)
    assert kinds == {Editor.POSITION, Editor.ANSWERS, Editor.COUNTS, Editor.SEALED}
    for field in FIELDS.values():
        if field.editor in EDITORS:
            editor = editor_for(desk, field)
            qtbot.addWidget(editor)
            assert editor.name
            proxy = editor.focusProxy()
            assert proxy is None or proxy.accessibleName() or editor.has_label


def test_a_choice(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "contact", record.id).editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.combo.currentText() == "Persönlich"
    editor.combo.setCurrentIndex(editor.combo.findText("Schriftlich"))
    editor.combo.activated.emit(editor.combo.currentIndex())
    assert now(desk, record).contact is ContactKind.WRITTEN
    editor.combo.setCurrentIndex(0)
    editor.combo.activated.emit(0)
    assert now(desk, record).contact is None


def test_segments_can_be_taken_back(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "requirement", record.id).editor
    assert isinstance(editor, SegmentsEditor)
    buttons = {b.text(): b for _, b in editor.segments._buttons}
    qtbot.mouseClick(buttons["Leistung"], Qt.MouseButton.LeftButton)
    assert now(desk, record).requirement is RequirementKind.PERFORMANCE
    qtbot.mouseClick(buttons["Leistung"], Qt.MouseButton.LeftButton)
    assert now(desk, record).requirement is None


def test_chips(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "experience_kinds", record.id).editor
    assert isinstance(editor, ChipsEditor)
    chips = dict(editor.chips)
    assert chips[ExperienceKind.EMOTIONAL].text() == "✓ Gefühl"
    qtbot.mouseClick(chips[ExperienceKind.SENSORY], Qt.MouseButton.LeftButton)
    assert ExperienceKind.SENSORY in now(desk, record).experience_kinds
    assert chips[ExperienceKind.SENSORY].text() == "✓ Sinne"
    assert chips[ExperienceKind.SENSORY].height() >= 28


def test_points_and_ticks(qtbot: QtBot, desk: Context) -> None:
    measure = measures(desk)[0]
    points = bound(qtbot, desk, Measure, "effort", measure.id).editor
    assert isinstance(points, PointsEditor)
    qtbot.mouseClick(points.segments._buttons[6][1], Qt.MouseButton.LeftButton)
    tick = bound(qtbot, desk, Measure, "quick_win", measure.id).editor
    assert isinstance(tick, YesNoEditor)
    tick.box.click()
    changed = desk.document.get(Measure, measure.id)
    assert (changed.effort, changed.quick_win) == (7, not measure.quick_win)


def test_weight_by_arrow_is_one_step_each(qtbot: QtBot, desk: Context) -> None:
    source = desk.document.having(ExpectationSource, "persona", personas(desk)[0].id)[0]
    editor = bound(qtbot, desk, ExpectationSource, "weight", source.id).editor
    assert isinstance(editor, WeightEditor)
    qtbot.keyClick(editor.bar, Qt.Key.Key_Left)
    weight = source.weight or 0
    assert desk.document.get(ExpectationSource, source.id).weight == weight - 1


def test_a_reference_is_picked_by_typing(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "accountable", record.id).editor
    assert isinstance(editor, ReferenceEditor)
    picker = editor.open_picker()
    qtbot.keyClicks(picker.line, "net")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    department = desk.document.get(Department, now(desk, record).accountable or "")
    assert department.name == "Netz"
    assert editor.opener.text() == "Netz"


def test_a_new_department_is_made_by_its_name_in_the_same_step(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "departments", record.id).editor
    assert isinstance(editor, ReferencesEditor)
    before = steps(desk)
    picker = editor.open_picker()
    qtbot.keyClicks(picker.line, "Inkasso")
    assert picker.list.item(picker.list.count() - 1).text() == "„Inkasso“ anlegen"
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    names = [desk.document.get(Department, d).name for d in now(desk, record).departments]
    assert names[-1] == "Inkasso"
    assert steps(desk) == before + 1
    desk.session.undo()
    assert "Inkasso" not in [d.name for d in desk.document.all(Department)]


def test_a_chip_takes_a_reference_away(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "channels", record.id).editor
    assert isinstance(editor, ReferencesEditor)
    assert [desk.document.get(Channel, c).name for c in record.channels] == ["Telefon"]
    qtbot.mouseClick(editor.chips()[0], Qt.MouseButton.LeftButton)
    assert now(desk, record).channels == ()
    assert editor.chips() == []


def test_a_reference_follows_the_name_of_what_it_refers_to(qtbot: QtBot, desk: Context) -> None:
    """… and nothing else: a field shows anew what changed, not what stands beside it."""
    here = touchpoint(desk, 1)
    form = Form(desk, Touchpoint, ("name", "stage", "departments", "description"))
    qtbot.addWidget(form)
    form.show_record(here.id)
    with Work({"shown": FieldEditor.show_value}) as work, desk.session.transaction("") as draft:
        draft.update(Stage, here.stage, name="Umbenannt")
    assert {editor.field.name for editor in work.objects("shown")} == {"stage"}
    assert form.fields["stage"].editor.opener.text() == "Umbenannt"  # type: ignore[attr-defined]
    with Work({"shown": FieldEditor.show_value}) as work, desk.session.transaction("") as draft:
        draft.update(Department, here.departments[0], name="Anders")
        draft.update(Touchpoint, here.id, description="Neu")
        draft.update(Touchpoint, touchpoint(desk, 2).id, name="Ein anderer")
    assert {editor.field.name for editor in work.objects("shown")} == {"departments", "description"}
    assert work.times["shown"] == 2


def test_the_picker_closes_with_escape_and_changes_nothing(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    editor = bound(qtbot, desk, Touchpoint, "accountable", record.id).editor
    assert isinstance(editor, ReferenceEditor)
    picker = editor.open_picker()
    with qtbot.waitSignal(picker.destroyed):
        qtbot.keyClick(picker.line, Qt.Key.Key_Escape)
    assert now(desk, record) == record


def test_nothing_can_be_edited_while_the_project_is_read_only(qtbot: QtBot, desk: Context) -> None:
    desk.session.file.why_read_only = NoticeKind.SECOND_INSTANCE
    field = bound(qtbot, desk, Touchpoint, "name", touchpoint(desk, 8).id)
    assert not field.isEnabled()
