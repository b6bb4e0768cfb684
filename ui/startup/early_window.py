"""The window as it first stands: the start page, painted before what a project needs is loaded.

Loading goes in slices between the events of the window; what is clicked meanwhile is done once it is there.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from cxstudio.look.roles import Role
from cxstudio.session.settings import PALETTE, Settings
from cxstudio.wording import texts
from ui.context.sessionless_context import Ground, language_of
from ui.pages.opening_page import OpeningPage
from ui.pages.start_page import StartPage
from ui.theme import icons
from ui.theme.plain_texts import PlainToolButton
from ui.theme.theme import Theme, palette_name
from ui.widgets.basics import button, column, label, row

SLICES = (
    "pydantic_core.core_schema",
    "pydantic.types",
    "pydantic",
    "pydantic.plugin._schema_validator",
    "cxstudio.model.journey",
    "cxstudio.model",
    "cxstudio.store",
    "cxstudio.session.session",
    "cxstudio.analysis.statistics.figure_values",
    "cxstudio.analysis",
    "ui.context.session_bridge",
    "cxstudio.wording.fields.field_table",
    "ui.context.context",
    "ui.shell.command_palette",
    "ui.shell.shell",
    "ui.main_window.session_widgets",
)
"""Modules in the order they need each other, each a few hundredths of a second at most."""


class Left(Enum):
    """What may be opened first without anybody naming it."""

    WORK = "unsaved work of last time"


Wish = str | Path | Left | None
"""A command, a file to open, unsaved work of last time, or nothing."""


class EarlyStart(QWidget):
    """Looks like the shell on its start page, or on the page that says what is being opened."""

    def __init__(self, settings: Settings, loaded: Callable[[Wish], object], first: Wish = None) -> None:
        """`loaded` is called once, with what is to be opened `first`, else with what was asked for meanwhile."""
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._loaded = loaded
        self._first = first
        self._asked: Wish = None
        self._left = list(SLICES)
        self._slice = QTimer(self, singleShot=True)
        self._slice.timeout.connect(self._load)
        self.ground = Ground(
            texts(language_of(settings)), Theme(palette_name(str(settings[PALETTE]))), settings, self._ask
        )

    def lay_out(self) -> None:
        """Make what is seen; the theme is applied by then."""
        first = self._first
        page: QWidget
        if first is None:
            page = StartPage(self.ground, self._ask)
        else:
            page = OpeningPage(self.ground, first.name if isinstance(first, Path) else "")
        column(self, self._top(), page, self._bar("statusline", 28), spacing=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if len(self._left) == len(SLICES):
            self._slice.start()

    def _load(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._slice.start()
        else:
            self._loaded(self._asked if self._first is None else self._first)

    def _ask(self, wish: Wish) -> None:
        self._asked = wish

    def _top(self) -> QWidget:
        tr = self.ground.tr
        logo = PlainToolButton()
        logo.setIcon(icons.logo(self.ground.theme))
        logo.setIconSize(QSize(26, 26))
        logo.setAccessibleName(tr("Start page"))
        search = button(tr("Search or command …"), lambda: self._ask("frame.find"), "search")
        search.setMinimumWidth(180)
        search.setMaximumWidth(340)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = label(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText), "key")
        keys.setFixedHeight(20)
        row(search, -1, keys).setContentsMargins(0, 0, 10, 0)
        menu = PlainToolButton()
        menu.setIcon(self.ground.theme.icon("menu", Role.INK))
        menu.setIconSize(QSize(18, 18))
        menu.setAccessibleName(tr("Menu"))
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for part in (logo, search, menu):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made = self._bar("topbar", 48)
        left = QWidget()
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row(left, logo, -1)
        box = row(made, left, spacing=4)
        box.setStretch(0, 5)
        box.setContentsMargins(12, 0, 16, 0)
        box.addSpacing(8)
        box.addWidget(search, 3)
        box.addSpacing(8)
        box.addStretch(1)
        box.addWidget(menu)
        return made

    def _bar(self, name: str, height: int) -> QWidget:
        made = QWidget()
        made.setObjectName(name)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        made.setFixedHeight(height)
        return made
