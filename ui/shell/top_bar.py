"""The top bar: project, saved state, undo and redo, search field, handing on, menu, present."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from cxstudio.look.roles import Role
from cxstudio.model import Journey
from cxstudio.wording.fields.journey_names import journey_name, journey_names
from ui.context.command_groups import EXPORT, JOURNEYS, MENU
from ui.context.context import Context
from ui.shell.saved_state import SavedState
from ui.shell.timer_button import TimerButton
from ui.theme import icons
from ui.theme.plain_texts import PlainToolButton, set_tooltip, submenu
from ui.widgets.basics import button, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fitting.turning_box import fix_width
from ui.widgets.menus import entry
from ui.widgets.text_slot import say_in_slot, slot_of

_TIGHT = 900
"""Pixels below which the search field is a button with its sign."""
_TIGHTEST = 760
"""Pixels below which the saved state is its dot, whose words are a tooltip."""
_ROOMY = 1150
"""Pixels from which the journey and the whole of the search field's text have room."""

_WIDE = 1400
"""Pixels from which room is left free between the search field and the buttons."""


class TopBar(QWidget):
    """48 pixels that never change their places."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._context = context
        self._title = ElidedLabel("", "project")
        self._journey = button("", kind="ghost", name=context.tr("Journey in view"))
        self._journey.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._journeys = QMenu(self)
        self._journeys.aboutToShow.connect(self._fill_journeys)
        self._journey.setMenu(self._journeys)
        self._journey_name = ElidedLabel("", "muted")
        self._slots = slot_of(self._journey, "m" * 18 + " ▾"), slot_of(self._journey, "m" * 12 + " ▾")
        """How wide the journey's name is, with room and with less, whatever it says."""
        self._project_parts: list[QWidget] = []
        self._lay_out()
        context.bridge.state_changed.connect(self.refresh)
        context.selection.journey_changed.connect(self.refresh)
        self.refresh()

    def show_project(self, shown: bool) -> None:
        """Show what only makes sense while a project is in view."""
        for part in self._project_parts:
            part.setVisible(shown)
        self._share_room()

    def refresh(self) -> None:
        """Read title and journey again."""
        project = self._context.document.project
        path = self._context.session.path
        self._title.set_text(project.client or project.title or (path.stem if path else "CX Studio"))
        shown = self._context.document.find(self._context.selection.journey)
        title = shown.title if isinstance(shown, Journey) else ""
        others = self._context.document.all(Journey)
        alike = sum(other.title == title for other in others) > 1
        named = journey_name(shown, self._context.texts) if isinstance(shown, Journey) else ""
        several, in_view = len(others) > 1, self._title.isVisibleTo(self)
        self._journey_name.set_text("" if title == self._title.text() else title)
        self._journey_name.setVisible(in_view and not several and self.width() >= _ROOMY)
        behind = named[len(title) :] if alike else ""  # is never shortened: it tells them apart
        say_in_slot(self._journey, title, self._slots[self.width() < _ROOMY], f"{behind} ▾")
        self._journey.setAccessibleName(self._context.tr("Journey in view: {journey}", journey=named))
        set_tooltip(self._journey, named)
        set_tooltip(self._title, str(path) if path else self._title.text())
        self._journey.setVisible(in_view and several)
        fix_width(self._title, 0 if several and 0 < self.width() < _TIGHTEST else None)  # the window's title says it
        self._state.say_less(0 < self.width() < (_TIGHT if several else _TIGHTEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self._search_field.setText(self._context.tr("Search or command …") if roomy else self._context.tr("Search …"))
        self._search_field.setMinimumWidth(180 if roomy else 140)
        tight = self.width() < _TIGHT
        for key in self._search_field.findChildren(QLabel):
            key.setVisible(not tight)
        self._search_field.setIcon(self._context.theme.icon("search") if tight else QIcon())
        if tight:
            self._search_field.setText("")
            self._search_field.setMinimumWidth(44)
        self._share_room()
        before = event.oldSize().width()
        if any((self.width() < edge) is not (before < edge) for edge in (_ROOMY, _TIGHT, _TIGHTEST)):
            self.refresh()

    def _share_room(self) -> None:
        """Where there is little, what is left goes to the project's title."""
        wide = self.width() >= _WIDE or not self._title.isVisibleTo(self)
        self._box.setStretch(self._free, 1 if wide else 0)
        self._search_field.setMaximumWidth(44 if self.width() < _TIGHT else 340 if wide else 240)

    def _lay_out(self) -> None:
        commands = self._context.commands
        logo = PlainToolButton()
        logo.setIcon(icons.logo(self._context.theme))
        logo.setIconSize(QSize(26, 26))
        set_tooltip(logo, self._context.tr("Start page"))
        logo.setAccessibleName(self._context.tr("Start page"))
        logo.clicked.connect(lambda: commands.run("project.close"))
        self._state = state = SavedState(self._context)
        undo, redo = self._tool("edit.undo"), self._tool("edit.redo")
        self._search_field = search = self._search()
        hand_on = button(self._context.tr("Export"), name=self._context.tr("Export"))
        hand_on.setMenu(self._menu((EXPORT,)))
        menu = PlainToolButton()
        menu.setIcon(self._context.theme.icon("menu", Role.INK))
        menu.setIconSize(QSize(18, 18))
        set_tooltip(menu, self._context.tr("Menu"))
        menu.setAccessibleName(self._context.tr("Menu"))
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.setMenu(self._menu(MENU))
        present = self._present()
        self._project_parts = [self._title, self._journey_name, self._journey, state, undo, redo, hand_on, present]
        left = QWidget()
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # whatever it says, nothing moves
        row(left, logo, 2, self._title, 4, self._journey_name, self._journey, 2, state, -1, spacing=4)
        box: QHBoxLayout = row(self, left, undo, redo, spacing=4)
        box.setStretch(0, 5)
        box.setContentsMargins(12, 0, 16, 0)
        box.addSpacing(8)
        box.addWidget(search, 3)
        box.addSpacing(8)
        box.addStretch(1)
        self._box, self._free = box, box.count() - 1
        timer = TimerButton(self._context)
        for part in (timer, hand_on, menu, present):
            box.addWidget(part)
        timer.refresh()

    def _tool(self, command_id: str) -> QToolButton:
        made = PlainToolButton()
        made.setDefaultAction(self._context.commands.action(command_id))
        made.setIconSize(QSize(18, 18))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setAccessibleName(self._context.commands.label(self._context.commands.rows[command_id]))
        return made

    def _search(self) -> QPushButton:
        commands = self._context.commands
        text = self._context.tr("Search or command …")
        made = button(text, lambda: commands.run("frame.find"), "search", name=text)
        set_tooltip(made, commands.tooltip(commands.rows["frame.find"]))
        made.setMinimumWidth(180)
        made.setMaximumWidth(340)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = label(commands.keys_text(commands.rows["frame.find"]), "key")
        keys.setFixedHeight(20)
        inner = row(made, -1, keys)
        inner.setContentsMargins(0, 0, 10, 0)
        return made

    def _present(self) -> QPushButton:
        commands = self._context.commands
        made = button(self._context.tr("Present"), lambda: commands.run("frame.present"), "primary")
        action = commands.action("frame.present")
        set_tooltip(made, action.toolTip())
        made.setEnabled(action.isEnabled())
        action.enabledChanged.connect(made.setEnabled)
        return made

    def _menu(self, groups: tuple[str, ...]) -> QMenu:
        menu = QMenu(self)
        for group in groups:
            under = submenu(menu, self._context.tr(group)) if len(groups) > 1 else menu
            under.aboutToShow.connect(lambda under=under, group=group: self._fill(under, group))
        return menu

    def _fill(self, menu: QMenu, group: str) -> None:
        """Menus are filled when first opened."""
        if menu.isEmpty():
            menu.setToolTipsVisible(True)
            for command in self._context.commands.rows.values():
                if command.group == group and not command.hidden:
                    menu.addAction(self._context.commands.action(command.id))

    def _fill_journeys(self) -> None:
        """Every journey with a tick at the one in view, and what can be done with journeys."""
        menu, context = self._journeys, self._context
        menu.clear()
        for journey, name in journey_names(context.document, context.texts):
            chosen = journey.id == context.selection.journey
            entry(menu, name, partial(context.selection.set_journey, journey.id), chosen=chosen)
        menu.addSeparator()
        for command in context.commands.rows.values():
            if command.group == JOURNEYS:
                menu.addAction(context.commands.action(command.id))
