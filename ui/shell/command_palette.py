"""Ctrl+K: finds commands, journeys, touchpoints, personas and measures by their names and synonyms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from cxstudio.catalogue.methods import methods
from cxstudio.model import Id, Journey, Measure, Persona, Stage
from cxstudio.model.folding import sought
from cxstudio.model.kinds import JourneyKind
from cxstudio.wording.fields.journey_names import journey_names
from ui.context.command import Command
from ui.context.context import Context
from ui.context.record_workspace import show_method, show_record
from ui.shell.command_palette_rows import DETAIL, FinderRows
from ui.widgets.basics import column, label, row, rule
from ui.widgets.overlay_panel import Overlay

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found."""

    text: str
    detail: str
    words: str
    icon: str
    act: Callable[[], object]
    weight: int
    """What is found alike comes in this order: 0 what the project holds, 1 commands, 2 what the program explains,
    3 commands that cannot be given now, with what is missing."""


class Finder(Overlay):
    """A line and what it finds; Enter does it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=8, wide=600)
        self.setAccessibleName(context.tr("Search or command"))
        self._context = context
        self._entries: list[Entry] = []
        self._found: list[Entry] = []
        self.line = QLineEdit()
        self.line.setProperty("kind", "bare")
        self.line.setPlaceholderText(context.tr("Search or command …"))
        self.line.setAccessibleName(context.tr("Search or command"))
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._do)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(context.tr("What was found"))
        self.list.setModel(QStandardItemModel(self.list))
        self.list.setItemDelegate(FinderRows(context.theme, self.list))
        self.list.setIconSize(QSize(18, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda *_: self._do())
        self._nothing = label(context.tr("Nothing found. Try another word."), "muted")
        self._nothing.setContentsMargins(14, 14, 14, 14)
        mark = label("")
        mark.setPixmap(context.theme.icon("search").pixmap(18, 18))
        leave = label("Esc", "key")
        leave.setFixedHeight(20)
        top = row(None, mark, self.line, leave, spacing=10)
        top.setContentsMargins(16, 6, 16, 6)
        box = column(self, spacing=0)
        box.addLayout(top)
        for part in (rule(), self.list, self._nothing):
            box.addWidget(part)
        box.setContentsMargins(0, 0, 0, 6)

    def open(self) -> None:
        """Show it with everything that can be found now."""
        self._entries = [*self._commands(), *self._records(), *self._methods()]
        super().open()
        self.line.clear()
        self._search("")
        self.line.setFocus()

    def wanted_height(self, width: int) -> int:
        rows = max(1, min(len(self._found), 12))
        return 58 + rows * FinderRows.HEIGHT + 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
            if Qt.Key(event.key()) in step and self._found:
                here = self.list.currentIndex().row() + step[Qt.Key(event.key())]
                self._mark(max(0, min(here, len(self._found) - 1)))
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        key = sought(text)
        ranked = [(_rank(e, key), i, e) for i, e in enumerate(self._entries)]
        hits = sorted(((r, e.weight, i, e) for r, i, e in ranked if r is not None), key=lambda h: h[:3])
        self._found = [hit[3] for hit in hits[:SHOWN]]
        model = self.list.model()
        assert isinstance(model, QStandardItemModel)
        model.clear()
        for entry in self._found:
            item = QStandardItem(self._context.theme.icon(entry.icon) if entry.icon else QIcon(), entry.text)
            item.setData(entry.detail, DETAIL)
            item.setData(f"{entry.text}, {entry.detail}", Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            model.appendRow(item)
        self.list.setVisible(bool(self._found))
        self._nothing.setVisible(not self._found)
        if self._found:
            self._mark(0)
        self.place()

    def _mark(self, at: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(at, 0))

    def _do(self) -> None:
        at = self.list.currentIndex().row()
        if 0 <= at < len(self._found):
            self.dismiss()
            self._found[at].act()

    def _commands(self) -> list[Entry]:
        commands, tr = self._context.commands, self._context.tr
        made = []
        for command in commands.rows.values():
            can = commands.can(command)
            if command.hidden or not (can or command.why_not):
                continue
            text = commands.label(command)
            words = sought(f"{text} {tr(command.synonyms) if command.synonyms else ''} {tr(command.group)}")
            detail = commands.keys_text(command) or tr(command.group)
            if can:
                made.append(Entry(text, detail, words, command.icon, partial(self._give, command), 1))
            else:
                why = tr(command.why_not)
                made.append(Entry(text, why, words, command.icon, partial(self._context.messages.say, why), 3))
        return made

    def _give(self, command: Command) -> None:
        """Run a command; one of a workspace is run in view of it."""
        if command.run.receiver.brought_by:
            self._context.commands.run(command.run.receiver.brought_by)
        self._context.commands.run(command.id)

    def _records(self) -> list[Entry]:
        document, made = self._context.document, []
        tr = self._context.tr
        for journey, name in journey_names(document, self._context.texts):
            words = sought(" ".join((tr("Journey"), name)))
            show = partial(show_record, self._context, journey.id)
            made.append(Entry(name, tr("Customer journey"), words, "journey", show, 0))
        for journey in document.all(Journey):
            behind = " · " + tr("To-be journey") if journey.kind is JourneyKind.TO_BE else ""
            for stage in document.stages(journey.id):
                for touchpoint in document.touchpoints(stage.id):
                    made.append(self._entry(touchpoint.name, stage.name + behind, "journey", touchpoint.id))
        for persona in document.all(Persona):
            made.append(self._entry(persona.name, tr("Persona"), "person", persona.id))
        for measure in document.all(Measure):
            made.append(self._entry(measure.title, tr("Measure"), "checklist", measure.id))
        for stage in document.all(Stage):
            within = document.get(Journey, stage.journey)
            later = " · " + tr("To-be journey") if within.kind is JourneyKind.TO_BE else ""
            made.append(self._entry(stage.name, tr("Stage") + later, "map", stage.id))
        return made

    def _methods(self) -> list[Entry]:
        language, tr = self._context.texts.language, self._context.tr
        return [
            Entry(card.name.say(language), tr("Method card"), f"{sought(card.name.say(language))} {card.names()}",
                  card.icon, partial(show_method, self._context, card.id), 2)
            for card in methods().cards
        ]  # fmt: skip

    def _entry(self, text: str, detail: str, icon: str, record: Id) -> Entry:
        show = partial(show_record, self._context, record)
        return Entry(text, detail, sought(f"{text} {detail}"), icon, show, 0)


def _rank(entry: Entry, key: str) -> int | None:
    """0 is best; None does not match. Without a key commands come as they stand in the menus."""
    if not key:
        return 0 if entry.weight == 1 else None
    parts = key.split()
    if not all(part in entry.words for part in parts):
        return None
    if entry.words.startswith(key):
        return 0
    if f" {key}" in entry.words:
        return 1
    return 2 if all(f" {part}" in f" {entry.words}" for part in parts) else 3
