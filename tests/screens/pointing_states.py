"""States of pointing worth a picture: lists to pick from, finding, and a filter that leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark
from cxstudio.model import Id
from ui.forms.link_picker import LinkPicker
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.filter_and_find.filter_sheet import FilterSheet
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

PICKERS = ("journey.pick_channels", "journey.pick_departments", "journeys.personas")


def pointing_states(window: MainWindow, shoot: Callable[[str], str], touchpoint: Id, name: str) -> Iterator[str]:
    """Each list, and one with something typed."""
    run, before = window.context.commands.run, window.context.selection.ids
    run("go.journey")
    window.context.selection.select(touchpoint)
    for command in PICKERS:
        run(command)
        yield shoot(f"{name}-{command.rpartition('.')[2].replace('_', '-')}")
        for picker in window.findChildren(LinkPicker):
            picker.line.setText("what")
            if command == PICKERS[0]:
                yield shoot(f"{name}-pick-typed")
            picker.dismiss()
        QApplication.processEvents()
    window.context.selection.select(*before)


def finding_states(window: MainWindow, shoot: Callable[[str], str], name: str) -> Iterator[str]:
    """Hits in a list, and the critical touchpoints alone."""
    window.context.commands.run("go.journey")
    view = window.shell.view.current
    if not isinstance(view, JourneyWorkspace):
        return
    view.looking.find()
    view.looking.line.line.setText("a")
    yield shoot(f"{name}-find")
    view.looking.line.line.clear()
    view.looking.line.end()
    view.looking.only_critical()
    yield shoot(f"{name}-only-critical")
    view.looking.only_critical()


def filter_states(window: MainWindow, shoot: Callable[[str], str], name: str) -> Iterator[str]:
    """A filter, its sheet, and finding."""
    run, workspace = window.context.commands.run, window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    workspace.model.highlight.set_filter(Filter(marks=frozenset({Mark.CRITICAL, Mark.STARDUST})))
    run("looking.filter")
    yield shoot(f"{name}-journey-filter")
    for sheet in window.findChildren(FilterSheet):
        sheet.dismiss()
    run("looking.find")
    workspace.looking.line.line.setText("e")
    yield shoot(f"{name}-journey-find")
    workspace.looking.line.end()
    run("looking.clear_filter")
    window.context.selection.clear()
