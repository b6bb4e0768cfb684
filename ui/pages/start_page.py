"""The start page: four large choices and the recent files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from cxstudio.look.roles import Role
from cxstudio.wording import N_
from ui.context.sessionless_context import Ground
from ui.pages.page_frame import CentredColumn
from ui.pages.start_drawing import Motif
from ui.theme import icons
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from cxstudio.session import PendingWork

_CHOICES = (
    (
        "project.sample",
        "sample",
        N_("Look at the sample"),
        N_("A finished journey to explore. It is a copy, so try anything."),
    ),
    ("project.new", "new", N_("New customer journey"), N_("Answer a few optional questions and the map is ready.")),
    (
        "project.import_table",
        "table",
        N_("Import from Excel"),
        N_("A survey, a list of touchpoints or a Mermaid journey."),
    ),
    ("project.open", "open", N_("Open"), N_("A project file (.cxs) from this computer.")),
)
_RECENT = 6


@dataclass(frozen=True, slots=True)
class Begun:
    """What there is to go on with, and how."""

    title: str
    """The project open behind the page; "" when there is none."""
    work: Iterable[PendingWork]
    """Unsaved work of earlier sessions."""
    resume: Callable[[PendingWork], object]


class StartPage(CentredColumn):
    """What stands in the window before there is a project. Needs no session: it is painted before one is loaded."""

    def __init__(self, ground: Ground, open_file: Callable[[Path], object], begun: Begun | None = None) -> None:
        super().__init__(width=760)
        tr = ground.tr
        self._ground = ground
        self._open_file = open_file
        self.body.addStretch(1)
        self.body.addWidget(Motif(ground.theme))
        self.body.addSpacing(18)
        self.body.addWidget(label(tr("Where would you like to start?"), "display"))
        self.body.addWidget(
            label(tr("Map customer journeys, rate them, improve them, and check whether it helped."), "muted")
        )
        self.body.addSpacing(20)
        tiles = QGridLayout()
        tiles.setSpacing(14)
        for at, (command, icon, title, text) in enumerate(_CHOICES):
            tiles.addWidget(self._tile(command, icon, tr(title), tr(text)), at // 2, at % 2)
        self.body.addLayout(tiles)
        if begun is not None:
            self._add_begun(begun)
        files = ground.settings.recent_files[:_RECENT]
        if files:
            self.body.addSpacing(24)
            self.body.addWidget(label(tr("Opened recently"), "caption"))
            for path in files:
                self.body.addWidget(self._recent(path))
        self.body.addStretch(2)

    def _add_begun(self, begun: Begun) -> None:
        if begun.title:
            self.body.addSpacing(16)
            self.body.addWidget(self._back(begun.title))
        work = list(begun.work)[:_RECENT]
        if work:
            self.body.addSpacing(24)
            self.body.addWidget(label(self._ground.tr("Not saved, recovered from last time"), "caption"))
            for each in work:
                self.body.addWidget(self._unsaved(each, begun.resume))

    def _tile(self, command: str, icon: str, title: str, text: str) -> QPushButton:
        tile = button("", lambda: self._ground.run(command), "tile", name=f"{title}. {text}")
        tile.setObjectName(command)
        tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        mark = label("", "badge")
        mark.setPixmap(icons.pixmap(icon, 26, self._ground.theme.colour(Role.ACCENT)))
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

    def _back(self, title: str) -> QPushButton:
        text = self._ground.tr("Back to {title}", title=self._ground.texts.quoted(title))
        return button(text, lambda: self._ground.run("go.journey"), "link")

    def _unsaved(self, work: PendingWork, resume: Callable[[PendingWork], object]) -> QPushButton:
        title = work.title or (work.path.stem if work.path else self._ground.tr("Without a title"))
        place = str(work.path.parent) if work.path else self._ground.tr("has no file yet")
        if not work.readable:
            place = self._ground.tr("cannot be read at the moment: {place}", place=work.folder)
        return self._line(title, place, work.changed_at, lambda: resume(work))

    def _recent(self, path: Path) -> QPushButton:
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime)
        except OSError:
            changed = None
        return self._line(path.stem, str(path.parent), changed, lambda: self._open_file(path))

    def _line(self, title: str, place: str, changed: datetime | None, act: Callable[[], object]) -> QPushButton:
        line = button("", act, "row", name=f"{title}, {place}")
        set_tooltip(line, place)
        when = self._ground.texts.date(changed.date()) if changed else ""
        parts = [ElidedLabel(title, "strong"), ElidedLabel(place, "small"), label(when, "small")]
        box = row(line, *parts, spacing=14)
        box.setStretch(0, 2)
        box.setStretch(1, 3)
        box.setContentsMargins(10, 0, 10, 0)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return line
