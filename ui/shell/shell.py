"""Everything inside the window for one context: top bar, rail, bars, pages, status line, overlays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from cxstudio.model.placement import touchpoint_of
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import has_project, writable
from ui.context.command_groups import EDIT, GO, VIEW
from ui.context.commit_typing import finish_typing
from ui.context.context import Context
from ui.notes.quick_note import NoteLine
from ui.presentation.second_screen import Presentation
from ui.shell.command_palette import Finder
from ui.shell.crash_sheet import CrashSheet
from ui.shell.notice_bars import NoticeBars
from ui.shell.project_view import ProjectView
from ui.shell.shortcut_sheet import KeySheet
from ui.shell.status_line import StatusLine
from ui.shell.top_bar import TopBar
from ui.shell.workspace_rail import Rail
from ui.widgets.basics import column, row
from ui.widgets.focus.tab_order import go_on
from ui.widgets.vertical_scroll_area import name_areas
from ui.workspaces.workspace_base import Status, Workspace
from ui.workspaces.workspace_table import WORKSPACES, WorkspaceRow

PROJECT = "project"
_PAGES: Final = {
    PROJECT: N_("Project"),
    "start": N_("Start page"),
    "first": N_("New customer journey"),
    "settings": N_("Settings"),
    "import": N_("Import"),
    "returned": N_("Edited action plan"),
    "versions": N_("Versions"),
}
"""What a page is called that does not say so itself."""
_BESIDE_THE_RAIL: Final = frozenset({"versions"})
"""Pages about the project in view, from which one goes on to a workspace."""
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
SHELL: Final[Receiver[Shell]] = Receiver()
Page = Callable[[Context], QWidget]
T = TypeVar("T", bound=QWidget)


class Shell(QWidget):
    """Carries out the commands "frame.*" and "go.*". Pages other than the project are handed in by name."""

    def __init__(self, context: Context, pages: dict[str, Page]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self._makers = pages
        self._made: dict[str, QWidget] = {}
        self._overlays: dict[Callable[..., Any], Any] = {}
        self.top = TopBar(context)
        self.rail = Rail(context)
        self.bars = NoticeBars(context, self)
        self.status = StatusLine(context)
        self.pages = QStackedWidget()
        self.view = ProjectView(context)
        self.view.workspace_changed.connect(self._workspace_changed)
        self.view.status_changed.connect(self._status_changed)
        self.presentation = Presentation(context, self)
        self._add(PROJECT, self.view)
        middle = row(None, spacing=0)
        middle.addWidget(self.rail)
        self._above = QWidget()
        """What stands above the page, below its toolbar where it has one."""
        column(self._above, self.presentation.bar, self.bars, spacing=0)
        self.view.stand_below(self._above)
        self._right = column(None, self._above, self.pages, spacing=0)
        self._right.setStretch(1, 1)
        middle.addLayout(self._right, 1)
        box = column(self, spacing=0)
        box.addWidget(self.top)
        box.addLayout(middle, 1)
        box.addWidget(self.status)
        for action in context.commands.window_actions():
            self.addAction(action)
        context.commands.serve(SHELL, self)
        context.messages.crashed.connect(lambda report, secured: self.overlay(CrashSheet).tell(report, secured))
        context.go_with(self)

    @property
    def page(self) -> str:
        """Name of the page in view."""
        return next(name for name, widget in self._made.items() if widget is self.pages.currentWidget())

    @property
    def page_widget(self) -> QWidget:
        """That page itself."""
        return self._made[self.page]

    @property
    def open_overlays(self) -> dict[Callable[..., Any], QWidget]:
        """The overlays in view, by what makes them."""
        return {kind: overlay for kind, overlay in self._overlays.items() if not overlay.isHidden()}

    def show_page(self, name: str) -> QWidget:
        """Bring a page into view; it is made when first asked for."""
        if name not in self._made:
            self._add(name, self._makers[name](self.context))
        widget = self._made[name]
        in_project, covered = name == PROJECT, self.page != PROJECT
        self.pages.setCurrentWidget(widget)
        self._place_bars()
        self.rail.setVisible(in_project or name in _BESIDE_THE_RAIL)
        self.top.show_project(in_project or name in _BESIDE_THE_RAIL)
        self.top.refresh()
        if in_project and covered:
            self.view.tell_status()
        if not in_project:
            self.status.show_status(Status())
            self.status.say("")
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return widget

    def _status_changed(self, status: Status) -> None:
        """What a workspace says is not said while another page covers it."""
        if self.page == PROJECT:
            self.status.show_status(status)

    def forget_page(self, name: str) -> None:
        """Drop a page, so that it begins anew next time."""
        widget = self._made.pop(name, None)
        if widget is not None:
            self.pages.removeWidget(widget)
            widget.deleteLater()

    def to(self, workspace: str) -> None:
        """Bring a workspace into view (commands "go.*")."""
        self.show_page(PROJECT)
        self.view.show_workspace(workspace)

    def search(self) -> None:
        """Open the finder."""
        self.overlay(Finder).open()

    def note(self) -> None:
        """Open the note line."""
        self.overlay(NoteLine).open()

    def shortcuts(self) -> None:
        """Open the sheet of all keys."""
        self.overlay(KeySheet).open()

    def handbook(self) -> None:
        """Open the handbook."""
        from ui.shell.handbook import Handbook

        self.overlay(Handbook).open()

    def settings(self) -> None:
        """Open the page of settings."""
        self.show_page("settings")

    def inspector(self) -> None:
        """Show or hide the inspector."""
        self.view.toggle_inspector()

    def present(self) -> None:
        """Show the journey to the room from its beginning, or stop showing it."""
        if self.presentation.on:
            self.presentation.end()
        else:
            finish_typing()
            self.presentation.begin()

    def present_here(self) -> None:
        """Show what is selected to the room."""
        if self.presentation.on:
            self.context.commands.run("present.selected")
        else:
            finish_typing()
            self.presentation.begin(touchpoint_of(self.context.selection.record) or self.context.selection.id)

    def overlay(self, kind: Callable[[QWidget, Context], T]) -> T:
        """The overlay of a kind, made when first asked for."""
        found: T | None = self._overlays.get(kind)
        if found is None:
            found = self._overlays[kind] = kind(self, self.context)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a page: to the project, where there is one, else to the start page."""
        if event.key() != Qt.Key.Key_Escape or self.page == PROJECT:
            super().keyPressEvent(event)
        elif len(self.context.document):
            self.to(self.view.name or "journey")
        else:
            self.context.commands.run("project.close")

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on; where the widget with the keyboard just went away, the place people work in takes it."""
        gone = QApplication.focusWidget()
        if gone is None or (gone.isVisible() and gone.isEnabled()):
            return go_on(self, forward)
        place = self.view.current if self.page == PROJECT else self.pages.currentWidget()
        if place is None or not place.isVisible():
            return go_on(self, forward)
        if isinstance(place, Workspace):
            place.take_focus()
        else:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        taken = QApplication.focusWidget()
        if taken is None or taken is gone:
            return go_on(self, forward)
        return True

    def _add(self, name: str, widget: QWidget) -> None:
        self._made[name] = widget
        if not widget.accessibleName():
            widget.setAccessibleName(self.context.tr(_PAGES.get(name, "CX Studio")))
        name_areas(widget)
        self.pages.addWidget(widget)

    def _workspace_changed(self, name: str) -> None:
        self.rail.show_current(name)
        self._place_bars()

    def _place_bars(self) -> None:
        """Bars that come and go move no toolbar: they stand below it."""
        page = self.view.current if self.page == PROJECT else None
        box = page.layout() if page is not None else None
        toolbar = page.findChild(QWidget, "workbar", DIRECT) if page is not None else None
        if isinstance(box, QVBoxLayout) and toolbar is not None and box.indexOf(toolbar) == 0:
            box.insertWidget(1, self._above)
        else:
            self._right.insertWidget(0, self._above)


def _go(digit: int, workspace: WorkspaceRow) -> Command:
    return Command(
        f"go.{workspace.name}", workspace.text, GO, f"Ctrl+{digit}", workspace.icon, workspace.synonyms, has_project,
        run=SHELL.does(lambda shell: shell.to(workspace.name)),
    )  # fmt: skip


GO_COMMANDS: Final = tuple(_go(digit, workspace) for digit, workspace in enumerate(WORKSPACES, 1))
NOTE: Final = Command(
    "frame.note", N_("Take a note"), EDIT, ".", "note", N_("note line parking lot quote idea flip chart"), writable,
    run=SHELL.does(Shell.note),
)  # fmt: skip
COMMANDS: Final[tuple[Command, ...]] = (
    Command("frame.find", N_("Search or command"), VIEW, "Ctrl+K", "search", hidden=True, run=SHELL.does(Shell.search)),
    Command("frame.present", N_("Present"), VIEW, "F5", "present", N_("projector full screen slides show"), has_project,
            run=SHELL.does(Shell.present)),
    Command("frame.present_here", N_("Present from here"), VIEW, "Shift+F5", "present",
            N_("projector selection slides"), has_project, run=SHELL.does(Shell.present_here)),
    Command("frame.inspector", N_("Show or hide the inspector"), VIEW, "F4", "sidebar", N_("panel details fields"),
            has_project, run=SHELL.does(Shell.inspector)),
    Command("frame.handbook", N_("Handbook"), VIEW, "Shift+F1", "book", N_("help manual guide explain"),
            run=SHELL.does(Shell.handbook)),
    Command("frame.shortcuts", N_("Keyboard shortcuts"), VIEW, "F1", "keyboard", N_("shortcuts help keyboard"),
            run=SHELL.does(Shell.shortcuts)),
    Command("frame.settings", N_("Settings"), VIEW, "Ctrl+,", "settings", N_("language palette dark keys preferences"),
            run=SHELL.does(Shell.settings)),
)  # fmt: skip
