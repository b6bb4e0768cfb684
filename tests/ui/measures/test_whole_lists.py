"""Lists that begin with a few rows have a way to the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.session import Folders, Session
from tests.ui.by_hand import click
from tests.ui.conftest import OpenWindow
from ui.flow_figures.flow_figures_page import FlowTab
from ui.flow_figures.flow_sections import MOST_LINES
from ui.workspaces.measures.measures_workspace import MeasuresWorkspace


def test_everything_without_a_measure_and_every_channel_change_can_be_reached(
    open_window: OpenWindow, folders: Folders
) -> None:
    window = open_window(Session.new(folders, sample("large", "de").document), "de")
    window.resize(1280, 720)
    window.context.commands.run("go.measures")
    QApplication.processEvents()
    page = window.findChild(MeasuresWorkspace)
    assert page is not None
    without = page.without
    height = page.views.height()
    shown = len(without._rows)
    left = len(without.touchpoints) - shown
    assert without.more.text() == f"und {left} weitere"
    for _ in range(-(-left // 40)):
        click(without.more)
        assert window.focusWidget() is not None and without._rows[shown].isAncestorOf(window.focusWidget())
        top, room = without._rows[shown].y() + without._inner.y(), without.area.viewport().height()
        assert 0 <= top < room, (top, room, without.area.verticalScrollBar().maximum())
        shown = len(without._rows)
    assert shown == len(without.touchpoints) > 100
    assert page.views.height() > height - 150, "the rows scroll, and the plan keeps its place"

    window.context.commands.run("go.rate")
    window.context.commands.run("rate.show_flow")
    QApplication.processEvents()
    tab = window.findChild(FlowTab)
    assert tab is not None
    channels = tab.sentences["channels"]
    seen: list[str] = []
    for _ in range(3):
        assert len(channels.list.buttons) == MOST_LINES and channels.more.isVisible()
        seen += [one.accessibleName() for one in channels.list.buttons]
        click(channels.more)
        assert channels.more.hasFocus(), "pressed again it shows the next ones"
    assert len(set(seen)) == 3 * MOST_LINES
