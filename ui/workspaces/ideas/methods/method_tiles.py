"""The method cards as tiles below the headings of their phases, as many across as there is room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from cxstudio.catalogue.methods import MethodCard, methods
from cxstudio.wording.findings.method_sentences import minutes_said, people_said
from ui.context.context import Context
from ui.theme.heard_roles import hear_as
from ui.widgets.basics import column, label, row
from ui.widgets.card_button import CardButton

_NARROWEST = 230
"""Pixels a tile is at least wide."""
_GAP, _MARGIN = 10, 16


class MethodTile(CardButton):
    """A method in four lines: icon, name, what it is, time and people."""

    def __init__(self, context: Context, card: MethodCard) -> None:
        super().__init__()
        language, texts = context.texts.language, context.texts
        self.card = card
        self.setCheckable(True)
        hear_as(self, "choice")
        name, about = card.name.say(language), card.about.say(language)
        figures = f"{minutes_said(card.minutes, texts)} · {people_said(card.people, texts)}"
        self.setAccessibleName(f"{name}. {figures}")
        self.setAccessibleDescription(about)
        icon = label("")
        icon.setPixmap(context.theme.icon(card.icon).pixmap(20, 20))
        words = column(None, label(name, "strong", wrap=True), label(about, "small", wrap=True), spacing=2)
        words.addStretch(1)
        words.addSpacing(6)
        words.addWidget(label(figures, "small"))
        box = row(self, icon, spacing=10)
        box.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        box.setContentsMargins(12, 12, 12, 10)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class MethodTiles(QWidget):
    """All tiles; those not wanted are hidden."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("ground", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        language = context.texts.language
        self._group = QButtonGroup(self)
        self.tiles: dict[str, MethodTile] = {}
        self._grids: dict[str, tuple[QWidget, QGridLayout]] = {}
        self._fillers: dict[str, list[QWidget]] = {}
        self._nothing = label(context.tr("No method is found by these words."), "muted", wrap=True)
        self._across = 0
        self._wanted: tuple[str, ...] = ()
        box = column(self, self._nothing, spacing=18)
        for phase in methods().phases:
            part, grid = QWidget(), QGridLayout()
            grid.setSpacing(_GAP)
            heading = row(None, label(phase.name.say(language), "name"), label(phase.about.say(language), "small"), -1)
            whole = column(part, spacing=8)
            whole.addLayout(heading)
            whole.addLayout(grid)
            box.addWidget(part)
            self._grids[phase.id] = part, grid
            for card in methods().of(phase.id):
                tile = self.tiles[card.id] = MethodTile(context, card)
                tile.setParent(part)
                tile.clicked.connect(lambda *_, i=card.id: self.chosen.emit(i))
                self._group.addButton(tile)
        box.addStretch(1)
        box.setContentsMargins(_MARGIN, 14, _MARGIN, 16)

    def show_cards(self, cards: Iterable[MethodCard]) -> None:
        """Show these and no others."""
        self._wanted = tuple(card.id for card in cards)
        self._nothing.setVisible(not self._wanted)
        if self._across:  # else once it is known how wide they may be
            self._arrange()

    def mark(self, card_id: str) -> None:
        """Show which one is open."""
        if card_id in self.tiles:
            self.tiles[card_id].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns() != self._across:
            self._arrange()

    def _columns(self) -> int:
        return max(1, (self.width() - 2 * _MARGIN) // _NARROWEST)

    def _arrange(self) -> None:
        self._across = self._columns()
        for phase, (part, grid) in self._grids.items():
            shown = [card.id for card in methods().of(phase) if card.id in self._wanted]
            for card in methods().of(phase):
                grid.removeWidget(self.tiles[card.id])
                self.tiles[card.id].setVisible(card.id in self._wanted)
            for place, card_id in enumerate(shown):
                grid.addWidget(self.tiles[card_id], place // self._across, place % self._across)
            for at in range(max(self._across, grid.columnCount())):
                grid.setColumnStretch(at, int(at < self._across))
            self._fill(phase, len(shown))
            part.setVisible(bool(shown))

    def _fill(self, phase: str, shown: int) -> None:
        """Empty widgets beside too few tiles, so that the columns of all phases stand below each other."""
        part, grid = self._grids[phase]
        for filler in self._fillers.pop(phase, ()):
            grid.removeWidget(filler)
            filler.deleteLater()
        self._fillers[phase] = [QWidget(part) for _ in range(shown, self._across)]
        for at, filler in enumerate(self._fillers[phase], shown):
            grid.addWidget(filler, 0, at)
