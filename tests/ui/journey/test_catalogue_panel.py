"""The check-list beside the map, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields
from cxstudio.model import Channel, Document, Journey, Stage, Touchpoint
from cxstudio.model.kinds import ContactKind
from cxstudio.session import Folders, NoticeKind, Session
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.catalogue.catalogue_model import COVERED, DETAIL, ENTRY, MIME
from ui.workspaces.journey.catalogue.catalogue_panel import CataloguePanel
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

KEY, LEFT, NONE = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hands:
    """The window with the panel open."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window, self.context = qtbot, window, window.context
        self.context.commands.run("go.journey")
        self.context.commands.run("journey.panel_catalogue")
        QApplication.processEvents()
        found = window.findChild(CataloguePanel)
        workspace = window.findChild(JourneyWorkspace)
        assert isinstance(found, CataloguePanel) and isinstance(workspace, JourneyWorkspace)
        self.panel, self.workspace = found, workspace
        self.list, self.checklist, self.rows = found.list, found.checklist, found.list.rows

    @property
    def document(self) -> Document:
        return self.context.document

    def search(self, text: str) -> None:
        self.panel.filters.search.setText(text)
        self.qtbot.waitUntil(lambda: self.checklist.text == text, timeout=60_000)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.list, key)

    def index(self, entry: str) -> QModelIndex:
        found = self.rows.index_of(entry)
        assert found.isValid(), entry
        return found

    def click(self, entry: str) -> None:
        index = self.index(entry)
        self.list.scrollTo(index)
        at = self.list.visualRect(index).topLeft() + QPoint(30, 10)
        QTest.mouseClick(self.list.viewport(), LEFT, NONE, at)

    def stage(self, touchpoint: str) -> str:
        return self.document.get(Stage, self.document.get(Touchpoint, touchpoint).stage).name


@pytest.fixture
def hands(qtbot: QtBot, sample_window: MainWindow) -> Hands:
    return Hands(qtbot, sample_window)


def test_the_panel_opens_with_the_keyboard_in_the_search_and_counts_what_is_covered(hands: Hands) -> None:
    assert hands.panel.filters.search.hasFocus()
    done = hands.checklist.done
    assert done >= 8
    assert hands.panel.filters.count.text() == f"{done} of {len(hands.checklist.entries)} on the map"


def test_found_by_words_ticked_and_added_without_the_mouse_as_one_step(hands: Hands) -> None:
    hands.search("invoice written")
    before = hands.document
    QTest.keyClick(hands.panel.filters.search, KEY.Key_Down)
    assert hands.list.hasFocus()
    hands.key(KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    assert len(hands.checklist.picked) == 2
    assert hands.panel.footer.isVisible()
    assert hands.panel.footer.button.text() == "Add 2 touchpoints"
    said = hands.panel.footer.goes.text
    hands.key(KEY.Key_Return)
    made = hands.context.selection.ids
    assert len(made) == 2 and {hands.document.get(Touchpoint, i).catalogue_entry for i in made} <= {
        e.id for e in hands.checklist.visible
    }
    assert all(f"“{hands.stage(i)}”" in said for i in made), "it went where it said it would"
    assert all(hands.document.get(Touchpoint, i).contact is ContactKind.WRITTEN for i in made)
    assert not hands.panel.footer.isVisible()
    assert hands.context.session.undo() is not None
    assert hands.document == before


def test_what_was_added_is_ticked_and_muted_at_once_and_no_longer_offered(hands: Hands) -> None:
    hands.search("chatbot")
    hands.click("chatbot")
    assert list(hands.checklist.picked) == ["chatbot"]
    QTest.mouseClick(hands.panel.footer.button, LEFT)
    index = hands.index("chatbot")
    assert index.data(COVERED) is True
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    (made,) = hands.context.selection.ids
    hands.context.selection.clear()
    hands.click("chatbot")
    assert hands.checklist.picked == {}
    assert hands.context.selection.ids == (made,), "a covered entry leads to its touchpoint"


def test_a_renamed_touchpoint_stays_covered_a_removed_one_is_missing_again(hands: Hands) -> None:
    hands.search("chatbot")
    hands.click("chatbot")
    QTest.mouseClick(hands.panel.footer.button, LEFT)
    (made,) = hands.context.selection.ids
    with hands.context.session.transaction("Rename") as draft:
        set_fields(draft, Touchpoint, made, name="Something else")
    hands.checklist.refresh()
    assert "chatbot" in hands.checklist.covered
    hands.context.selection.select(made)
    hands.context.commands.run("journey.remove")
    hands.qtbot.waitUntil(lambda: hands.index("chatbot").data(COVERED) is False, timeout=60_000)


def test_the_channel_on_the_map_is_used_a_new_one_made_with_its_icon(hands: Hands) -> None:
    phone = next(c.id for c in hands.document.all(Channel) if c.name == "Phone")
    hands.search("hotline talk")
    hands.click("hotline-talk")
    hands.key(KEY.Key_Return)
    assert hands.document.get(Touchpoint, hands.context.selection.ids[0]).channels == (phone,)
    hands.search("chatbot")
    hands.click("chatbot")
    hands.key(KEY.Key_Return)
    made = hands.document.get(Touchpoint, hands.context.selection.ids[0])
    assert hands.document.get(Channel, made.channels[0]).icon == "chat"


@pytest.mark.parametrize("where", ["stage", "after"])
def test_where_they_go_can_be_said_before(hands: Hands, where: str) -> None:
    hands.context.selection.select("t07")
    hands.search("chat")
    for entry in ("chatbot", "live-chat"):
        hands.click(entry)
    combo = hands.panel.footer.where
    assert [combo.itemData(i) for i in range(combo.count())] == ["fit", "stage", "after"]
    combo.setCurrentIndex(combo.findData(where))
    combo.activated.emit(combo.currentIndex())
    home = hands.document.get(Touchpoint, "t07").stage
    hands.key(KEY.Key_Return)
    made = hands.context.selection.ids
    row = [t.id for t in hands.document.touchpoints(home)]
    wanted = row.index("t07") + 1 if where == "after" else len(row) - 2
    assert tuple(row[wanted : wanted + 2]) == made


def test_filters_narrow_the_list_and_the_industry_is_remembered(
    hands: Hands, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    filters = hands.panel.filters
    whole = len(hands.checklist.visible)
    filters.industry.setCurrentIndex(filters.industry.findData("energy"))
    filters.industry.activated.emit(filters.industry.currentIndex())
    energy = len(hands.checklist.visible)
    assert 90 < energy < whole
    filters.stage.setCurrentIndex(filters.stage.findData("pay"))
    filters.stage.activated.emit(filters.stage.currentIndex())
    assert {e.stage for e in hands.checklist.visible} == {"pay"}
    filters.missing.click()
    group = hands.rows.index(0, 0)
    shown = [hands.rows.index(at, 0, group) for at in range(hands.rows.rowCount(group))]
    assert shown and not any(index.data(COVERED) for index in shown)
    hands.search("xyzzy")
    assert hands.rows.rowCount() == 0 and hands.panel._stack.currentIndex() == 1
    again = Hands(qtbot, open_window(hands.context.session))
    assert again.checklist.industry == "energy"


def test_stages_fold_and_letters_find(hands: Hands) -> None:
    hands.list.begin()
    hands.key(KEY.Key_Up)
    group = hands.list.currentIndex()
    assert group.data(ENTRY) is None
    hands.key(KEY.Key_Space)
    assert not hands.list.isExpanded(group)
    hands.key(KEY.Key_Return)
    assert hands.list.isExpanded(group)
    hands.key(KEY.Key_Down)
    QTest.keyClicks(hands.list, "Poster")
    assert hands.list.currentIndex().data(ENTRY) == "poster"
    assert "promise" in hands.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_screen_readers_hear_name_detail_state_and_count(hands: Hands) -> None:
    hands.search("final bill")
    QApplication.processEvents()
    interface = QAccessible.queryAccessibleInterface(hands.list)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Typical touchpoints"
    heard = {}
    for at in range(interface.childCount()):
        child = interface.child(at)
        heard[child.text(QAccessible.Text.Name)] = child.state()
    group = next(name for name in heard if name.startswith("Pay"))
    assert "of" in group and "on the map" in group
    covered = next(name for name in heard if name.startswith("Final bill"))
    assert covered.endswith("already on the map") and "Letter" in covered
    assert heard[covered].checked


def test_an_entry_dragged_onto_the_map_lands_between_the_cards(hands: Hands) -> None:
    view = hands.workspace.view
    data = hands.rows.mimeData([hands.index("chatbot")])
    assert data.hasFormat(MIME)
    layout = hands.workspace.model.layout
    assert layout is not None
    second = layout.columns[1]
    at = view.mapFromScene(QPointF(second.x + 4, 60))
    before = hands.document

    def shown() -> int:
        return len(hands.workspace.model.document.journey_touchpoints("journey1"))

    def send(event: object) -> None:
        QApplication.sendEvent(view.viewport(), event)  # type: ignore[arg-type]

    def enter_and_move(mime: QMimeData) -> None:
        action, spot = Qt.DropAction.CopyAction, QPointF(at)
        send(QDragEnterEvent(at, action, mime, LEFT, NONE))
        send(QDragMoveEvent(spot.toPoint(), action, mime, LEFT, NONE))

    enter_and_move(data)
    assert shown() == 15, "the map shows what would be"
    assert hands.document is before
    send(QDragLeaveEvent())
    assert shown() == 14
    enter_and_move(data)
    send(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE))
    row = [t.name for t in hands.document.touchpoints("stage1")]
    assert row[1] == "Chatbot" and len(row) == 4
    assert hands.context.session.undo() is not None and hands.document == before


def test_a_project_without_a_map_gets_its_stages_from_the_catalogue(
    qtbot: QtBot, open_window: Callable[..., MainWindow], folders: Folders
) -> None:
    hands = Hands(qtbot, open_window(Session.new(folders, sample("lindenfurt", "en").document)))
    with hands.context.session.transaction("Empty it") as draft:
        for journey in hands.document.all(Journey):
            draft.remove(journey.id)
    hands.checklist.refresh()
    hands.search("annual bill")
    hands.click("annual-bill")
    assert "new stage" in hands.panel.footer.goes.text
    hands.key(KEY.Key_Return)
    (made,) = hands.context.selection.ids
    assert hands.stage(made) == "Pay"


def test_a_project_that_is_only_read_is_not_changed(hands: Hands) -> None:
    hands.context.session.file.why_read_only = NoticeKind.SECOND_INSTANCE
    hands.search("chatbot")
    before = hands.document
    hands.click("chatbot")
    hands.key(KEY.Key_Return)
    assert hands.document is before
    assert not hands.panel.footer.button.isEnabled()


def test_own_entries_are_begun_read_and_their_mistakes_said(
    hands: Hands, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    hands.context.commands.run("catalogue.own_entries")
    path = folders.catalogue / "touchpoints.csv"
    assert path.exists() and Path(opened[0].toLocalFile()) == path.parent
    with path.open("a", encoding="utf-8") as file:
        file.write(";pay;;Carrier pigeon;written;;Brieftaube;Carrier pigeon;;\n;nowhere;;;;;X;X;;\n")
    hands.panel.entered()
    hands.search("pigeon")
    (entry,) = hands.checklist.visible
    assert entry.own
    assert "own entry" in hands.index(entry.id).data(DETAIL)
    assert hands.panel.problems.isVisible() and "nowhere" in hands.panel.problems.text
    with path.open("a", encoding="utf-8") as file:
        file.write(";elsewhere;;;;;Y;Y;;\n")
    hands.panel.entered()
    assert "1 more line" in hands.panel.problems.text and "elsewhere" not in hands.panel.problems.text
    QTest.mouseClick(hands.panel.problems.more, Qt.MouseButton.LeftButton)
    assert "elsewhere" in hands.panel.problems.text
    path.unlink()
    hands.panel.entered()
    assert not hands.panel.problems.isVisible()


def test_nothing_in_the_panel_is_cut_at_a_small_window(
    qtbot: QtBot, open_window: Callable[..., MainWindow], folders: Folders
) -> None:
    made = sample("lindenfurt", "de")
    window = open_window(Session.new(folders, made.document), language="de")
    window.resize(1280, 720)
    hands = Hands(qtbot, window)
    hands.search("chat")
    hands.click("chatbot")
    hands.search("")
    QApplication.processEvents()
    for widget in (hands.panel.footer.button, hands.panel.filters.count, hands.panel.filters.missing):
        assert widget.sizeHint().width() <= widget.width(), widget
    assert hands.panel.width() == 288 and hands.list.height() >= 120
    assert hands.list.horizontalScrollBar().maximum() == 0
