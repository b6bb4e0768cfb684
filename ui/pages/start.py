"""The start page: four large choices and the recent files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from cxstudio.look.roles import Role
from cxstudio.session import Folders, PendingWork, Session
from cxstudio.wording import N_
from ui import icons
from ui.context import Context
from ui.pages.motif import Motif
from ui.pages.page import Page
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from ui.project_part import ProjectPart

_CHOICES = (
    (
        "project.sample",
        N_("Look at the sample"),
        N_("A finished journey to look around in: a copy, try anything."),
    ),
    ("project.new", N_("New customer journey"), N_("Three lines, all of them optional, and the map stands.")),
    ("project.import_table", N_("List from Excel"), N_("A survey, a list of touchpoints or a Mermaid journey.")),
    ("project.open", N_("Open"), N_("A project file (.cxs) from this computer.")),
)
_RECENT = 6


class StartPage(Page):
    """What stands in the window before there is a project."""

    def __init__(self, context: Context, folders: Folders, project: ProjectPart) -> None:
        super().__init__(context, width=760)
        tr = context.tr
        self._project = project
        self.body.addStretch(1)
        self.body.addWidget(Motif(context.theme))
        self.body.addSpacing(18)
        self.body.addWidget(label(tr("What shall we look at?"), "display"))
        self.body.addWidget(label(tr("From what customers expect to what was changed and whether it helped."), "muted"))
        self.body.addSpacing(20)
        tiles = QGridLayout()
        tiles.setSpacing(14)
        for at, (command, title, text) in enumerate(_CHOICES):
            tiles.addWidget(self._tile(command, tr(title), tr(text)), at // 2, at % 2)
        self.body.addLayout(tiles)
        if len(context.document):
            self.body.addSpacing(16)
            self.body.addWidget(self._back())
        work = Session.pending(folders)[:_RECENT]
        if work:
            self.body.addSpacing(24)
            self.body.addWidget(label(tr("Not saved yet, kept from last time"), "caption"))
            for each in work:
                self.body.addWidget(self._unsaved(each))
        files = context.settings.recent_files[:_RECENT]
        if files:
            self.body.addSpacing(24)
            self.body.addWidget(label(tr("Opened recently"), "caption"))
            for path in files:
                self.body.addWidget(self._recent(path))
        self.body.addStretch(2)

    def _tile(self, command: str, title: str, text: str) -> QPushButton:
        theme, commands = self.context.theme, self.context.commands
        tile = button("", lambda: commands.run(command), "tile", name=f"{title}. {text}")
        tile.setObjectName(command)
        tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        mark = label("", "badge")
        mark.setPixmap(icons.pixmap(commands.rows[command].icon, 26, theme.colour(Role.ACCENT)))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setFixedSize(QSize(48, 48))
        words = column(None, label(title, "name"), label(text, "muted", wrap=True), -1, spacing=4)
        box = row(tile, mark, spacing=16)
        box.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        box.setContentsMargins(20, 20, 20, 14)
        for part in tile.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return tile

    def _back(self) -> QPushButton:
        title = self.context.session.title or self.context.tr("the project")
        text = self.context.tr("Back to {title}", title=self.context.texts.quoted(title))
        return button(text, lambda: self.context.commands.run("go.journey"), "link")

    def _unsaved(self, work: PendingWork) -> QPushButton:
        title = work.title or (work.path.stem if work.path else self.context.tr("Without a title"))
        place = str(work.path.parent) if work.path else self.context.tr("has no file yet")
        return self._line(title, place, work.changed_at, lambda: self._project.resume(work))

    def _recent(self, path: Path) -> QPushButton:
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)
        except OSError:
            changed = None
        return self._line(path.stem, str(path.parent), changed, lambda: self._project.open_file(path))

    def _line(self, title: str, place: str, changed: datetime | None, act: Callable[[], object]) -> QPushButton:
        line = button("", act, "row", name=f"{title}, {place}")
        line.setToolTip(place)
        when = self.context.texts.date(changed.date()) if changed else ""
        parts = [ElidedLabel(title, "strong"), ElidedLabel(place, "small"), label(when, "small")]
        box = row(line, *parts, spacing=14)
        box.setStretch(0, 2)
        box.setStretch(1, 3)
        box.setContentsMargins(10, 0, 10, 0)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return line
