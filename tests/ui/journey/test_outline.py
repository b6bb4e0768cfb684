"""The outline: everything the map shows, read through the accessibility interface, and edited by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cxstudio.edits import set_fields
from cxstudio.look.roles import Role
from cxstudio.model import Channel, Measure, Note, Stage, Touchpoint, Transition
from ui.forms.link_picker import LinkPicker
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.journey_workspace import JourneyWorkspace
from ui.workspaces.journey.outline.outline_tree import OutlineTree

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tree(sample_window: MainWindow) -> OutlineTree:
    """The outline of the sample, with the keyboard in it."""
    sample_window.context.commands.run("journey.show_outline")
    QApplication.processEvents()
    workspace = sample_window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    found = workspace.views.page.findChild(OutlineTree)
    assert isinstance(found, OutlineTree)
    return found


def rows(tree: OutlineTree, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Every row, whether open or not."""
    for n in range(tree.rows.rowCount(parent or QModelIndex())):
        index = tree.rows.index(n, 0, parent or QModelIndex())
        yield index
        yield from rows(tree, index)


def row_of(tree: OutlineTree, name: str) -> QModelIndex:
    return next(i for i in rows(tree) if str(i.data()).startswith(name))


def press(tree: OutlineTree, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or tree, key, modifier)
        QApplication.processEvents()


def field(tree: OutlineTree) -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit), "nothing is being edited"
    assert tree.viewport().isAncestorOf(found)
    return found


def heard(reader: QAccessibleInterface) -> list[str]:
    return [reader.child(n).text(QAccessible.Text.Name) for n in range(reader.childCount())]


def test_a_screen_reader_hears_every_figure_of_every_touchpoint(tree: OutlineTree) -> None:
    reader = QAccessible.queryAccessibleInterface(tree)
    assert reader.text(QAccessible.Text.Name) == "Outline of the journey"
    assert reader.role() in (QAccessible.Role.Tree, QAccessible.Role.Table)
    said = heard(reader)
    assert any(text.startswith("Register, ") or ", stage with 3 touchpoints" in text for text in said)
    document = tree.context.document
    for touchpoint in document.all(Touchpoint):
        if touchpoint.counterpart is None:
            assert touchpoint.name in said
    assert "Delta: −3.6, disappointing" in said
    assert "Expectation: 6.2" in said
    assert any(text.startswith("Marks: critical") for text in said)


def test_what_hangs_on_a_touchpoint_is_heard_with_its_kind(tree: OutlineTree) -> None:
    tree.expandAll()
    said = "\n".join(heard(QAccessible.queryAccessibleInterface(tree)))
    document = tree.context.document
    journey = tree._map.journey
    assert journey is not None
    here = {t.id for t in document.journey_touchpoints(journey)}
    for note in document.all(Note):
        if note.about in here:
            assert " ".join(note.text.splitlines()) in said
    for measure in document.all(Measure):
        assert f"Measure: {measure.title}" in said
    assert "customer quote: " in said.lower()


def test_rows_are_selected_in_step_with_the_map(tree: OutlineTree) -> None:
    selection = tree.context.selection
    touchpoint = tree.context.document.all(Touchpoint)[4]
    selection.select(touchpoint.id)
    record = tree.rows.record(tree.currentIndex())
    assert record is not None
    assert record.id == touchpoint.id
    press(tree, Qt.Key.Key_Up)
    assert selection.id != touchpoint.id
    assert selection.id == getattr(tree.rows.record(tree.currentIndex()), "id", None)


def test_arrows_reach_every_cell(tree: OutlineTree) -> None:
    tree.setCurrentIndex(row_of(tree, "Website"))
    for _ in range(20):
        press(tree, Qt.Key.Key_Right)
    assert tree.currentIndex().column() == tree.rows.columnCount() - 1
    for _ in range(20):
        press(tree, Qt.Key.Key_Left)
    record = tree.rows.record(tree.currentIndex())
    assert isinstance(record, Stage), "left of the first cell is the stage"
    assert not tree.isExpanded(tree.currentIndex()), "left of that folds it"


def test_f2_renames_in_place_and_undo_gives_the_name_back(tree: OutlineTree) -> None:
    index = row_of(tree, "Website")
    touchpoint = tree.rows.record(index)
    assert isinstance(touchpoint, Touchpoint)
    tree.setCurrentIndex(index)
    press(tree, Qt.Key.Key_F2)
    field(tree).setText("Start page")
    press(tree, Qt.Key.Key_Return)
    assert tree.context.document.get(Touchpoint, touchpoint.id).name == "Start page"
    tree.context.session.undo()
    assert str(tree.currentIndex().siblingAtColumn(0).data()) == touchpoint.name


def test_escape_leaves_the_name_as_it_was(tree: OutlineTree) -> None:
    index = row_of(tree, "Website")
    before = tree.context.document
    tree.setCurrentIndex(index)
    press(tree, Qt.Key.Key_F2)
    field(tree).setText("Something else")
    press(tree, Qt.Key.Key_Escape)
    assert tree.context.document == before
    assert QApplication.focusWidget() is tree


def test_n_makes_touchpoints_one_after_the_other(tree: OutlineTree) -> None:
    before = tree.context.document
    index = row_of(tree, "Website")
    tree.setCurrentIndex(index)
    press(tree, Qt.Key.Key_N)
    for name in ("Poster", "Radio spot"):
        field(tree).setText(name)
        press(tree, Qt.Key.Key_Return)
    press(tree, Qt.Key.Key_Escape)
    stage = tree.rows.record(row_of(tree, "Poster").parent())
    assert isinstance(stage, Stage)
    names = [t.name for t in tree.context.document.touchpoints(stage.id)]
    assert names[1:3] == ["Poster", "Radio spot"]
    tree.context.session.undo()
    tree.context.session.undo()
    assert tree.context.document == before, "making and naming is one step each"


def test_channels_are_picked_or_made(tree: OutlineTree) -> None:
    index = row_of(tree, "Website")
    touchpoint = tree.rows.record(index)
    assert touchpoint is not None
    tree.setCurrentIndex(index.siblingAtColumn(1))
    press(tree, Qt.Key.Key_F2)
    picker = tree.window().findChild(LinkPicker)
    assert picker is not None and picker.line.hasFocus()
    QTest.keyClicks(picker.line, "Carrier pigeon")
    press(tree, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert str(tree.rows.index_of(touchpoint.id).siblingAtColumn(1).data()) == "Web, Carrier pigeon"
    assert tree.hasFocus()


def test_a_mean_of_many_is_not_overwritten_by_a_digit(tree: OutlineTree) -> None:
    index = row_of(tree, "Website")
    tree.setCurrentIndex(index.siblingAtColumn(4))
    before = tree.context.document
    press(tree, Qt.Key.Key_3)
    assert tree.context.document == before
    tree.context.commands.run("journey.enter_group_value")
    tree.setCurrentIndex(row_of(tree, "Website").siblingAtColumn(4))
    press(tree, Qt.Key.Key_3)
    assert str(row_of(tree, "Website").siblingAtColumn(4).data()) == "3.0"


def test_alt_arrows_move_a_touchpoint_and_open_rows_stay_open(tree: OutlineTree) -> None:
    index = row_of(tree, "Website")
    touchpoint = tree.rows.record(index)
    assert isinstance(touchpoint, Touchpoint)
    tree.expand(row_of(tree, "Hotline"))
    tree.setCurrentIndex(index)
    press(tree, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    names = [t.id for t in tree.context.document.touchpoints(touchpoint.stage)]
    assert names.index(touchpoint.id) == 1
    assert tree.isExpanded(row_of(tree, "Hotline"))
    assert tree.context.selection.id == touchpoint.id


def test_rows_come_and_go_with_the_document(tree: OutlineTree) -> None:
    index = row_of(tree, "Website")
    tree.setCurrentIndex(index)
    press(tree, Qt.Key.Key_Delete)
    assert not [i for i in rows(tree) if str(i.data()).startswith("Website")]
    tree.context.session.undo()
    assert row_of(tree, "Website").isValid()


def test_the_share_of_a_way_is_typed_in_its_row(tree: OutlineTree) -> None:
    context = tree.context
    way = context.document.get(Transition, "way01-03")
    touchpoint = tree.rows.index_of(way.source, QModelIndex())
    tree.expand(touchpoint)
    tree.setCurrentIndex(tree.rows.index_of(way.id, touchpoint))
    stages = len(context.document.all(Stage))
    press(tree, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and "25" in field.text()
    field.setText("40")
    press(tree, Qt.Key.Key_Return)
    assert context.document.get(Transition, way.id).share == 0.4
    assert not context.document.get(Transition, way.id).assumed
    assert len(context.document.all(Stage)) == stages
    press(tree, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("many")
    press(tree, Qt.Key.Key_Return)
    assert context.document.get(Transition, way.id).share == 0.4


def test_a_channel_with_a_sign_of_a_newer_program_has_a_dot(tree: OutlineTree) -> None:
    context = tree.context
    touchpoint = context.document.get(Touchpoint, "t01")
    with context.session.transaction("sign") as draft:
        set_fields(draft, Channel, touchpoint.channels[0], icon="hologram")
    index = row_of(tree, touchpoint.name)
    shown = [index.siblingAtColumn(n).data(Qt.ItemDataRole.DecorationRole) for n in range(tree.rows.columnCount())]
    dot = context.theme.icon("dot", Role.MUTED).pixmap(16, 16).toImage()
    assert any(sign.pixmap(16, 16).toImage() == dot for sign in shown if isinstance(sign, QIcon))
