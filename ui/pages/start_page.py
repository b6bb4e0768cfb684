"""The start page: four large choices and the recent files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cxstudio.look.roles import Role
from cxstudio.steps import in_thread
from cxstudio.wording import N_
from ui.background.awaited import Awaited
from ui.context.sessionless_context import Ground
from ui.pages.page_frame import CentredColumn
from ui.pages.start_drawing import Motif
from ui.pages.unsaved_rows import Begun, Found, UnsavedRow, changed_on, kept_words, line, pending_words
from ui.theme import icons
from ui.widgets.basics import button, column, label, row

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
_KEPT = 4


class StartPage(CentredColumn):
    """What stands in the window before there is a project. Needs no session: it is painted before one is loaded."""

    def __init__(self, ground: Ground, open_file: Callable[[Path], object], begun: Begun | None = None) -> None:
        super().__init__(width=760)
        tr = ground.tr
        self._ground = ground
        self._open_file = open_file
        self._dates: dict[Path, QLabel] = {}
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
                made, self._dates[path] = self._recent(path)
                self.body.addWidget(made)
            Awaited(self, in_thread(_dates_of, files), self._show_dates)
        self.body.addStretch(2)

    def _add_begun(self, begun: Begun) -> None:
        if begun.title:
            self.body.addSpacing(16)
            self.body.addWidget(self._back(begun.title))
        self._unsaved_at = self.body.count()
        Awaited(self, in_thread(begun.find), lambda found: self._show_unsaved(begun, found))

    def _show_unsaved(self, begun: Begun, found: Found) -> None:
        ground = self._ground
        pending = [(work, pending_words(ground, work)) for work in found.pending[:_RECENT]]
        kept = [(work, kept_words(ground, work)) for work in found.kept[:_KEPT]]
        if not pending and not kept:
            return
        box = column(None, spacing=6)
        self.body.insertLayout(self._unsaved_at, box)
        for caption, work in (
            (ground.tr("Not saved, recovered from last time"), pending),
            (ground.tr("Unsaved work that was kept"), kept),
        ):
            if work:
                box.addSpacing(18)
                box.addWidget(label(caption, "caption"))
                for each, what in work:
                    box.addWidget(UnsavedRow(ground, begun, each, what))

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

    def _recent(self, path: Path) -> tuple[QPushButton, QLabel]:
        made = line(path.stem, str(path.parent), "", lambda: self._open_file(path))
        return made, made.findChildren(QLabel)[-1]

    def _show_dates(self, dates: dict[Path, datetime | None]) -> None:
        for path, when in self._dates.items():
            when.setText(changed_on(dates[path], self._ground))


def _dates_of(files: Iterable[Path]) -> dict[Path, datetime | None]:
    """When each file was changed last; None where that cannot be told."""
    found: dict[Path, datetime | None] = {}
    for path in files:
        try:
            found[path] = datetime.fromtimestamp(path.stat().st_mtime)
        except OSError:
            found[path] = None
    return found
