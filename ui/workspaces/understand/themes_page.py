"""Themes: topics of all voices, counted per stage or touchpoint; a count leads to the voices behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cxstudio.analysis.journeys.theme_counts import ThemeRow, theme_counts, voices
from cxstudio.model import Id, Journey, Note, Stage, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.journey_names import journey_name
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.notes.note_list import NoteList
from ui.notes.topic_bar import TopicBar
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import chooser, entry
from ui.widgets.segmented_choice import Segments
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.understand_model import UnderstandModel

STAGES, TOUCHPOINTS = "stages", "touchpoints"
ELSEWHERE: Final = "elsewhere"
_PLACE: Final = Qt.ItemDataRole.UserRole
_BELOW_EACH_OTHER, _LEAST_HEIGHT = 900, 130


class ThemesPage(QWidget):
    """Topics above, counts at the left, voices at the right."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context = context
        self.by = STAGES
        self.place: Id | None = None
        """The stage or touchpoint whose voices are listed; None for all, `ELSEWHERE` for those without a place."""
        self._journey: Id | None = None
        tr = context.tr
        self.list = NoteList(context)
        self.list.setAccessibleName(tr("Voices"))
        self.list.setDragEnabled(False)
        self.list.itemDoubleClicked.connect(lambda _: self.open())
        self.topics = TopicBar(context, lambda: self.list.chosen)
        self.topics.filtered.connect(self._topic_pressed)
        self.columns = Segments([(STAGES, tr("Stages")), (TOUCHPOINTS, tr("Touchpoints"))], tr("Count by"))
        self.columns.set_value(self.by)
        self.columns.chosen.connect(lambda value: self.count_by(str(value)))
        self.journeys = chooser(tr("Journey"), self._journey_menu)
        self.table = QTableWidget()
        self.table.setObjectName("counts")
        self.table.setAccessibleName(tr("Topics by place"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table.clicked.connect(self._chosen)
        self.table.activated.connect(self._chosen)
        self.said = label("", "small", wrap=True)
        self.everything = button(tr("Show all voices"), self.show_all, "link")
        self.go = button(tr("Show where it stands"), self.open, "link")
        self._lay_out()
        context.bridge.changed.connect(self._changed)
        self._stale = True

    def _lay_out(self) -> None:
        tr = self.context.tr
        left, right = QWidget(), QWidget()
        head = row(None, self.columns, self.journeys, -1, spacing=8)
        counts = column(left, spacing=8)
        counts.addLayout(head)
        counts.addWidget(self.table, 1)
        listed = column(right, label(tr("Voices"), "caption"), self.said, self.list, spacing=6)
        listed.setStretch(2, 1)
        listed.addLayout(row(None, self.go, self.everything, -1, spacing=12))
        self._halves = row(None, spacing=20)
        self._halves.addWidget(left, 3)
        self._halves.addWidget(right, 2)
        hint = tr(
            "Give quotes, complaints and notes a topic: select them on the right and type it, or take a proposal."
        )
        inner = QWidget()
        column(self, VerticalScrollArea(inner), spacing=0)
        for part in (self.table, self.list):
            part.setMinimumHeight(_LEAST_HEIGHT)
        box = column(inner, self.topics, label(hint, "small", wrap=True), spacing=10)
        box.addLayout(self._halves, 1)
        box.setContentsMargins(16, 16, 16, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if self.width() < _BELOW_EACH_OTHER else way.LeftToRight)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def count_by(self, by: str) -> None:
        """Count by stages or by touchpoints."""
        self.by, self.place = by, None
        self.refresh()

    def show_all(self) -> None:
        """List all voices again."""
        self.place = None
        self.topics.show_topic(None)

    def open(self) -> None:
        """Bring the first chosen voice into view where it stands."""
        chosen = self.list.chosen
        note = self.context.document.find(chosen[0]) if chosen else None
        if isinstance(note, Note):
            about = note.about if isinstance(self.context.document.find(note.about), Touchpoint) else None
            show_record(self.context, about or note.id)

    def refresh(self) -> None:
        """Count again and list the voices that are meant."""
        self._stale = False
        document = self.context.document
        every = voices(document)
        self.topics.show_notes(every)
        journey = document.find(self.journey)
        if isinstance(journey, Journey):
            self.journeys.setText(journey_name(journey, self.context.texts) + "  ▾")
        self.journeys.setVisible(len(document.all(Journey)) > 1)
        self._fill(theme_counts(document, self.journey, every))
        shown = tuple(note for note in every if self.topics.keeps(note) and self._stands(note))
        self.list.show_records(shown, with_kind=True)
        self._say(len(shown))

    def take_focus(self) -> None:
        """The keyboard goes to the counts, to the voices where there are none."""
        (self.table if self.table.rowCount() else self.list).setFocus()

    def view_state(self) -> tuple[str, Id | None, str | None]:
        """What is counted, and whose voices are listed."""
        return self.by, self.place, self.topics.shown

    def restore_view_state(self, state: tuple[str, Id | None, str | None]) -> None:
        """Count and list the same."""
        self.by, self.place, self.topics.shown = state
        self.columns.set_value(self.by)
        self._stale = True
        if self.isVisible():
            self.refresh()

    @property
    def journey(self) -> Id | None:
        """The journey whose stages are counted."""
        known = [j.id for j in self.context.document.all(Journey)]
        for wanted in (self._journey, self.context.selection.journey):
            if wanted in known:
                return wanted
        return known[0] if known else None

    def _places(self) -> list[tuple[Id, str]]:
        document, found = self.context.document, []
        for stage in document.having(Stage, "journey", self.journey or ""):
            if self.by == STAGES:
                found.append((stage.id, stage.name))
            else:
                found += [(t.id, t.name) for t in document.having(Touchpoint, "stage", stage.id)]
        return found

    def _fill(self, rows: Sequence[ThemeRow]) -> None:
        places, texts = self._places(), self.context.texts
        if self.by == TOUCHPOINTS:  # of many touchpoints those where something was said
            places = [(i, name) for i, name in places if any(i in r.touchpoints for r in rows)]
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(places) + 3)
        names = [texts.tr("Topic"), texts.tr("Together"), *(name for _, name in places), texts.tr("Elsewhere")]
        for at, name in enumerate(names):
            head = QTableWidgetItem(name)
            set_tooltip(head, name)
            self.table.setHorizontalHeaderItem(at, head)
        for line, each in enumerate(rows):
            self._cell(line, 0, each.name, None, left=True)
            counted = each.stages if self.by == STAGES else each.touchpoints
            for at, (place, _) in enumerate(places, 2):
                self._cell(line, at, texts.number(counted[place]) if place in counted else "", place)
            self._cell(line, len(names) - 1, texts.number(each.elsewhere) if each.elsewhere else "", ELSEWHERE)
            self._cell(line, 1, texts.number(len(each.notes)), None)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at in range(1, len(names)):
            self.table.setColumnWidth(at, 92)
        self.table.setColumnWidth(0, 150)
        self.table.blockSignals(False)

    def _cell(self, line: int, at: int, text: str, place: Id | None, *, left: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setData(_PLACE, place)
        across = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignCenter
        set_tooltip(item, text if left else "")
        item.setTextAlignment(across | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(line, at, item)

    def _chosen(self, index: QModelIndex) -> None:
        """A count was pressed: its voices are listed."""
        topic, item = self.table.item(index.row(), 0), self.table.item(index.row(), index.column())
        if topic is not None and item is not None:
            self.place = item.data(_PLACE)
            self.topics.show_topic(topic.text())

    def _topic_pressed(self) -> None:
        if self.topics.shown is None:
            self.place = None
        self.refresh()

    def _stands(self, note: Note) -> bool:
        if self.place is None:
            return True
        document = self.context.document
        about = document.find(note.about)
        here = isinstance(about, Touchpoint) and document.journey_of(about).id == self.journey
        if self.place == ELSEWHERE:
            return not here
        return isinstance(about, Touchpoint) and self.place in (about.id, about.stage)

    def _say(self, count: int) -> None:
        texts, shown = self.context.texts, self.topics.shown
        place = self.context.document.find(self.place)
        parts = [texts.trn("{n} voice", "{n} voices", count)]
        if shown is not None:
            parts.append(shown or texts.tr("Without a topic"))
        if isinstance(place, Stage | Touchpoint):
            parts.append(place.name)
        elif self.place == ELSEWHERE:
            parts.append(texts.tr("Elsewhere"))
        self.said.setText(" · ".join(parts))
        self.everything.setVisible(shown is not None or self.place is not None)
        self.go.setVisible(count > 0)

    def _journey_menu(self) -> QMenu:
        menu = QMenu(self)
        for journey in self.context.document.all(Journey):
            entry(menu, journey_name(journey, self.context.texts), partial(self._show_journey, journey.id),
                  chosen=journey.id == self.journey)  # fmt: skip
        return menu

    def _show_journey(self, journey: Id) -> None:
        self._journey, self.place = journey, None
        self.refresh()

    def _changed(self, changes: ChangeSet) -> None:
        if not changes.touches(Note, Touchpoint, Stage, Journey):
            return
        known = {folded(note.theme) for note in voices(self.context.document)}
        if self.topics.shown is not None and folded(self.topics.shown) not in known:
            self.topics.shown = None
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
