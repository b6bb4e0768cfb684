"""The outline of a very long journey: read between two frames, and read anew only where rows may have moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields
from cxstudio.model import Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.wording.figures.outline_rows import outline
from tests.bench.projects import journey_of
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.outline import outline_model as models
from ui.workspaces.journey.outline.outline_model import OutlineModel
from ui.workspaces.journey.outline.outline_tree import OutlineTree


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(models, "IN_STEPS", 30)
    return open_window(Session.new(folders, journey_of(80, voices=3)))


def opened(window: MainWindow) -> OutlineTree:
    window.context.commands.run("journey.show_outline")
    return window.findChildren(OutlineTree)[0]


def shown(rows: OutlineModel) -> list[tuple[str, list[str]]]:
    """Stages with the touchpoints in their rows."""

    def below(parent: QModelIndex) -> list[QModelIndex]:
        return [rows.index(n, 0, parent) for n in range(rows.rowCount(parent))]

    def record(index: QModelIndex) -> str:
        found = rows.record(index)
        assert found is not None
        return found.id

    return [(record(stage), [record(t) for t in below(stage)]) for stage in below(QModelIndex())]


def wanted(window: MainWindow) -> list[tuple[str, list[str]]]:
    return [(s.record, [t.record for t in s.children]) for s in outline(window.context.document, "j")]


def test_rows_come_later_and_are_the_same(window: MainWindow, qtbot: QtBot) -> None:
    tree = opened(window)
    assert tree.rows.work.busy and not tree.rows.rowCount()
    qtbot.waitUntil(lambda: not tree.rows.work.busy, timeout=60_000)
    assert shown(tree.rows) == wanted(window)


def test_only_what_moves_rows_reads_them_anew(window: MainWindow, qtbot: QtBot) -> None:
    tree = opened(window)
    qtbot.waitUntil(lambda: not tree.rows.work.busy, timeout=60_000)
    context = window.context
    with context.session.transaction("") as draft:
        set_fields(draft, Touchpoint, "t3", name="Renamed")
    assert not tree.rows.work.busy
    assert tree.rows.index_of("t3").data() == "Renamed"
    with context.session.transaction("") as draft:
        set_fields(draft, Touchpoint, "t3", stage="s5")
        draft.remove("x4")
        draft.remove("t4")
    assert tree.rows.work.busy
    qtbot.waitUntil(lambda: not tree.rows.work.busy, timeout=60_000)
    assert shown(tree.rows) == wanted(window)
    assert tree.rows.index_of("t4") == QModelIndex()
