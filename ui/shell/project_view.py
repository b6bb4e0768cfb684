"""The workspaces of a project and the inspector beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from cxstudio.session.settings import INSPECTOR
from ui.background.preloading import late_imports
from ui.context.context import Context
from ui.context.view_state import PartState, restore, scroll, state_of
from ui.widgets.basics import row
from ui.widgets.folding_section import STRIP, SideStrip
from ui.workspaces.workspace_base import Workspace
from ui.workspaces.workspace_table import BY_NAME, WORKSPACES

INSPECTOR_WIDTH, NARROW_INSPECTOR, ROOMY = 320, 280, 1060
"""Pixels; below ROOMY the inspector is narrower."""
OVER_BELOW = 1000
"""Pixels of the view below which an open inspector lies over the page."""
FOLDED_BELOW = 1260
"""Pixels of the view below which the inspector waits behind its strip until somebody opens it."""


class ProjectView(QWidget):
    """Workspaces are made when first shown; the inspector is the same for all, and made once the first was painted."""

    workspace_changed = Signal(str)
    status_changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: dict[str, Workspace] = {}
        self._kept: dict[str, PartState] = {}
        """View state of workspaces not shown yet since the window was made anew."""
        self._inspector: QWidget | None = None
        self._place = _inspector_place()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_inspector)
        self._wanted = bool(context.settings[INSPECTOR])
        self._sized = False
        """Whether it has the width it is shown in."""
        self._opened = False
        """Whether somebody opened the inspector in a window with little room."""
        keys = context.commands.keys_text(context.commands.rows["frame.inspector"])
        self.strip = SideStrip(context, context.tr("Inspector"), keys)
        self.strip.clicked.connect(lambda: context.commands.run("frame.inspector"))
        self.strip.hide()
        self._status_due = False
        context.bridge.state_changed.connect(self._say_status)
        context.selection.followed.connect(self._show_followed)
        self._bars: QWidget | None = None
        self._stack = QStackedWidget()
        self._box = row(self, self._stack, self._place, self.strip, spacing=0)
        self._box.setStretch(0, 1)

    @property
    def current(self) -> Workspace | None:
        """The workspace in view."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Workspace) else None

    @property
    def name(self) -> str:
        """Its name, "" before the first one was shown."""
        return next((name for name, made in self._made.items() if made is self.current), "")

    @property
    def inspector(self) -> QWidget | None:
        """The inspector, None before it was first shown."""
        return self._inspector

    def made(self, name: str) -> Workspace | None:
        """A workspace that was shown before; None for any other."""
        return self._made.get(name)

    def show_workspace(self, name: str) -> Workspace:
        """Bring a workspace into view and give it the keyboard."""
        kept = self._kept.pop(name, None)
        shown = self._bring(name, kept)
        self._context.selection.stand_on(shown)
        shown.entered()
        shown.take_focus()
        if kept is not None:
            scroll(shown, kept)
        self.workspace_changed.emit(name)
        self.tell_status()
        return shown

    def view_state(self) -> tuple[str, dict[str, PartState], bool]:
        """The workspace in view, what the workspaces out of view keep, and whether the inspector was opened."""
        others = {name: state_of(made) for name, made in self._made.items() if made is not self.current}
        return self.name, {**others, **self._kept}, self._opened

    def restore_view_state(self, state: tuple[str, dict[str, PartState], bool]) -> None:
        """Bring the workspace into view; the others get what they keep when they are first shown."""
        name, self._kept, self._opened = state[0], dict(state[1]), state[2]
        if name:
            self._bring(name, None)
            self._make_inspector()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        if self._tight:
            self._opened = not self._opened
        else:
            self._wanted = not self._wanted
            self._context.settings[INSPECTOR] = self._wanted
        self._show_inspector()
        self._make_inspector()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the inspector goes back to the page."""
        focus, inspector = QApplication.focusWidget(), self._inspector
        inside = inspector is not None and focus is not None and inspector.isAncestorOf(focus)
        if event.key() == Qt.Key.Key_Escape and inside and self.current is not None:
            self.current.take_focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sized = True
        self._place.setFixedWidth(self._inspector_width)
        if self._inspector is not None:
            self._inspector.setFixedWidth(self._inspector_width)
        if self.current is not None:
            self._show_inspector()

    def stand_below(self, bars: QWidget) -> None:
        """Let an inspector that lies over the page leave the bars under its toolbar in reach."""
        self._bars = bars
        bars.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bars and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.ParentChange):
            self._lay_inspector()
        return super().eventFilter(watched, event)

    def _show_followed(self) -> None:
        """Where a link led: its fields are in view, in a window with little room as well."""
        if self._tight and not self._opened and self.isVisible():
            self.toggle_inspector()

    @property
    def _tight(self) -> bool:
        """Whether the inspector would take room that the page needs."""
        return self._sized and self.width() < FOLDED_BELOW

    @property
    def _over(self) -> bool:
        """Whether an open inspector lies over the page."""
        return self._sized and self.width() < OVER_BELOW

    @property
    def _inspector_width(self) -> int:
        return INSPECTOR_WIDTH if self.width() >= ROOMY else NARROW_INSPECTOR

    @property
    def _with_inspector(self) -> bool:
        wanted = self._opened if self._tight else self._wanted
        return wanted and self.current is not None and self.current.with_inspector

    def _show_inspector(self) -> None:
        """Show it, or its empty place until it is made, so that nothing beside it is resized then; its strip always."""
        open_, here = self._with_inspector, self.current is not None and self.current.with_inspector
        self.strip.setVisible(here)
        self.strip.setChecked(open_)
        self._lay_inspector()
        if self._inspector is not None:
            self._inspector.setVisible(self._with_inspector)
        else:
            self._place.setVisible(self._with_inspector)
            self._soon.start()
        self._box.activate()  # at once, so that the page's bar is arranged for its room

    def _lay_inspector(self) -> None:
        """Beside the page; over its right end where the page would be left with too little."""
        made = self._inspector
        if made is None:
            return
        if not self._over:
            if self._box.indexOf(made) < 0:
                self._box.insertWidget(1, made)
            return
        self._box.removeWidget(made)
        top = self._below_toolbar()
        made.setGeometry(self.width() - STRIP - made.width(), top, made.width(), self.height() - top)
        made.raise_()

    def _below_toolbar(self) -> int:
        """Where the page's bar ends and the news below it, whose buttons stay in reach; 0 without any."""
        page = self.current
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        bar = page.findChild(QWidget, "workbar", direct) if page is not None else None
        above = [
            part for part in (bar, self._bars) if part is not None and not part.isHidden() and self.isAncestorOf(part)
        ]
        return max((part.mapTo(self, QPoint(0, part.height())).y() for part in above), default=0)

    def _make_inspector(self) -> None:
        if self._inspector is not None or not self._with_inspector:
            return
        from ui.inspector.inspector import Inspector

        made = Inspector(self._context)
        made.setFixedWidth(self._inspector_width)
        self._box.replaceWidget(self._place, made)
        self._place.hide()
        made.show()
        self._inspector = made
        self._lay_inspector()

    def _bring(self, name: str, kept: PartState | None) -> Workspace:
        """Make a workspace where there is none yet, with what it keeps from before, and put it on top."""
        if name not in self._made:
            made = self._made[name] = BY_NAME[name].make(self._context)
            made.status_changed.connect(self.tell_status)
            made.frame_changed.connect(self._show_inspector)
            made.setAccessibleName(self._context.tr(BY_NAME[name].text))
            self._stack.addWidget(made)
            self._context.ahead.want(name for row in WORKSPACES for name in late_imports(row.make))
        if kept is not None:
            restore(self._made[name], kept)
        self._stack.setCurrentWidget(self._made[name])
        self._show_inspector()
        return self._made[name]

    def tell_status(self) -> None:
        """Say what the workspace in view says."""
        if self.current is not None and self.sender() in (None, self.current):
            self._status_due = True
            self._say_status()

    def _say_status(self) -> None:
        """What the workspace in view says: once for each change, when every part of it has heard of that."""
        if self._status_due and self.current is not None and not self._context.bridge.telling:
            self._status_due = False
            self.status_changed.emit(self.current.status())


def _inspector_place() -> QWidget:
    """What stands there while the inspector is being made: the same ground."""
    made = QWidget()
    made.setObjectName("inspector")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setFixedWidth(INSPECTOR_WIDTH)
    made.hide()
    return made
