"""The method cards: phases on the left, tiles in the middle, the card that is open on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from cxstudio.catalogue.methods import MethodCard, methods
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.ideas_model import IdeasModel
from ui.workspaces.ideas.methods.method_sheet import MethodSheet
from ui.workspaces.ideas.methods.method_tiles import MethodTiles

_SIDE = 176


class MethodsPage(QWidget):
    """Search and phase narrow the tiles; the card that is open stays."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context = context
        tr, language = context.tr, context.texts.language
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Search methods …"))
        self.line.setAccessibleName(tr("Search methods"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.refresh)
        self.line.returnPressed.connect(self._open_first)
        self.phases = QListWidget()
        self.phases.setAccessibleName(tr("Phases of a workshop"))
        self.phases.addItem(tr("All phases"))
        self.phases.addItems([phase.name.say(language) for phase in methods().phases])
        self.phases.setCurrentRow(0)
        self.phases.currentRowChanged.connect(self.refresh)
        self.found = label("", "small", wrap=True)
        every = button(tr("Print all …"), lambda: context.commands.run("export.method_cards"), "link")
        side = QWidget()
        side.setProperty("ground", "surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(_SIDE)
        box = column(side, self.line, self.phases, self.found, spacing=10)
        box.addLayout(row(None, every, -1))
        box.setContentsMargins(12, 14, 12, 12)
        self.tiles = MethodTiles(context)
        self.tiles.chosen.connect(context.selection.set_method)
        self.area = VerticalScrollArea(self.tiles)
        self.sheet = MethodSheet(context)
        self.sheet.planned.connect(model.method_planned)
        row(self, side, self.area, self.sheet, spacing=0).setStretch(1, 1)
        self.setFocusProxy(self.line)
        context.selection.method_changed.connect(self._follow)
        self.refresh()
        self._follow()

    def shown(self) -> tuple[MethodCard, ...]:
        """The cards found by what is typed, of the phase chosen."""
        at = self.phases.currentRow()
        cards = methods().cards if at < 1 else methods().of(methods().phases[at - 1].id)
        return tuple(card for card in cards if card.found_by(self.line.text()))

    def refresh(self, *_: object) -> None:
        """Show what is found now."""
        cards = self.shown()
        self.tiles.show_cards(cards)
        self.found.setText(self.context.texts.trn("{n} method", "{n} methods", len(cards)))
        self.found.setVisible(len(cards) < len(methods().cards))

    def view_state(self) -> tuple[str, int, str]:
        """What is typed, which phase, which card."""
        return self.line.text(), self.phases.currentRow(), self.context.selection.method

    def restore_view_state(self, state: tuple[Any, ...]) -> None:
        """The same again."""
        text, phase, card = state
        if self.context.selection.method not in ("", card):
            return  # another one was opened by its name meanwhile
        self.line.setText(text)
        self.phases.setCurrentRow(phase)
        self.context.selection.set_method(card)

    def _open_first(self) -> None:
        """Enter in the search opens the first card found."""
        if found := self.shown():
            self.context.selection.set_method(found[0].id)

    def _follow(self) -> None:
        """Open the card chosen here, by a link of another, or in the search of commands; at first the first one."""
        card = methods().find(self.context.selection.method) or methods().cards[0]
        if card not in self.shown():
            self.line.clear()
            self.phases.setCurrentRow(0)
        self.tiles.mark(card.id)
        self.sheet.show_card(card)
        tile = self.tiles.tiles[card.id]
        QTimer.singleShot(0, self.area, lambda: self.area.ensureWidgetVisible(tile))
