"""What narrows the check-list: words, industry, stage, channel, and only what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.catalogue.vocabulary import STAGES, channel_name, industry_name
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.theme.plain_texts import PlainCheckBox, PlainToolButton, set_tooltip
from ui.widgets.basics import column, label, row
from ui.workspaces.journey.catalogue.checklist import Checklist

TYPED_MS = 120
_AWAY = 26
"""Side in pixels of the button that empties the search."""


class SearchLine(QLineEdit):
    """Down or Enter goes to the list; Escape empties it first."""

    down = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._away = PlainToolButton(self)
        self._away.setIcon(context.theme.icon("close"))
        self._away.setAccessibleName(context.tr("Clear the search"))
        set_tooltip(self._away, context.tr("Clear the search"))
        self._away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._away.setCursor(Qt.CursorShape.ArrowCursor)
        self._away.hide()
        self._away.clicked.connect(self.clear)
        self.setTextMargins(0, 0, _AWAY, 0)
        self.textChanged.connect(lambda text: self._away.setVisible(bool(text)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._away.setGeometry(self.width() - _AWAY - 2, (self.height() - _AWAY) // 2, _AWAY, _AWAY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """Above the list."""

    down = Signal()
    """On to the list."""

    def __init__(self, context: Context, checklist: Checklist) -> None:
        super().__init__()
        self._context, self._checklist = context, checklist
        tr = context.tr
        self.search = SearchLine(context)
        self.search.setAccessibleName(tr("Search the catalogue"))
        self.search.setPlaceholderText(tr("Search …"))
        self.search.setMaxLength(120)
        self.industry = self._combo(tr("Industry"))
        self.stage = self._combo(tr("Stage"))
        self.channel = self._combo(tr("Channel"))
        self.count = label("", "small")
        self.missing = PlainCheckBox(tr("Only missing ones"))
        set_tooltip(self.missing, tr("Show only what the journey does not have yet."))
        pair = row(None, self.stage, self.channel, spacing=6)
        box = column(self, self.search, self.industry, spacing=6)
        box.addLayout(pair)
        box.addWidget(self.missing)
        box.addWidget(self.count)
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self._search)
        self._wire()

    def fill(self) -> None:
        """Offer the words of the entries there are."""
        language, entries = self._checklist.language, self._checklist.entries
        tr, sort_key = self._context.tr, self._context.texts.sort_key
        industries = dict.fromkeys(i for e in entries for i in e.industries)
        channels = dict.fromkeys(e.channel for e in entries if e.channel)
        known = sorted(((c, channel_name(c, language)) for c in channels), key=lambda c: sort_key(c[1]))
        named = sorted(((i, industry_name(i, language)) for i in industries), key=lambda i: sort_key(i[1]))
        self._offer(self.industry, tr("All industries"), named, self._checklist.industry)
        stages = [(s.id, s.name.say(language)) for s in STAGES]
        self._offer(self.stage, tr("All stages"), stages, self._checklist.stage)
        self._offer(self.channel, tr("All channels"), known, self._checklist.channel)
        if self.industry.currentData() != self._checklist.industry:
            self._checklist.set_industry("")

    def put_back(self) -> None:
        """Show what the check-list is narrowed by."""
        with QSignalBlocker(self.search), QSignalBlocker(self.missing):
            self.search.setText(self._checklist.text)
            self.missing.setChecked(self._checklist.missing_only)

    def tell(self) -> None:
        """Say how many of the entries shown the journey has."""
        done, shown = self._checklist.done, len(self._checklist.visible)
        self.count.setText(self._context.tr("{done} of {all} on the map", done=done, all=shown))

    def _combo(self, name: str) -> CalmCombo:
        made = CalmCombo()
        made.setAccessibleName(name)
        made.setMaxVisibleItems(24)
        return made

    def _offer(self, combo: CalmCombo, every: str, words: Iterable[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(every, "")
            for value, text in words:
                combo.addItem(text, value)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        set_tooltip(combo, combo.currentText())

    def _wire(self) -> None:
        self.search.down.connect(self.down)
        self.search.textChanged.connect(lambda *_: self._typed.start())
        self.industry.activated.connect(lambda *_: self._checklist.set_industry(self.industry.currentData()))
        self.stage.activated.connect(self._choose)
        self.channel.activated.connect(self._choose)
        self.missing.toggled.connect(self._only_missing)

    def _search(self) -> None:
        self._checklist.text = self.search.text()
        self._checklist.filter()

    def _choose(self, *_: object) -> None:
        self._checklist.stage, self._checklist.channel = self.stage.currentData(), self.channel.currentData()
        for combo in (self.stage, self.channel):
            set_tooltip(combo, combo.currentText())
        self._checklist.filter()

    def _only_missing(self, on: bool) -> None:
        self._checklist.missing_only = on
        self._checklist.filter()
