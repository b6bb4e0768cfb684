"""The tree of the outline: in step with the map, with every cell within reach of the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTreeView, QWidget

from cxstudio.edits import remove_records
from cxstudio.layout.map_scene.map_style import FOLD_ABOVE
from cxstudio.model import Id, Stage, Touchpoint
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.figures.outline_rows import COLUMNS, NAME, NAMED, RATED
from ui.canvas.interaction.inline_editor import passed_on
from ui.context.context import Context
from ui.widgets.menus import open_at
from ui.widgets.table_rows import FittedColumns, heading_width
from ui.workspaces.journey.actions.rating_actions import RatingActions
from ui.workspaces.journey.context_menus import map_menu
from ui.workspaces.journey.map_model.map_model import MapModel
from ui.workspaces.journey.outline.outline_cells import Cells
from ui.workspaces.journey.outline.outline_editing import Writer
from ui.workspaces.journey.outline.outline_model import NAMES, OutlineModel

_WIDTHS: Final = {"channels": 112, "departments": 124, "agreement": 136, "marks": 128}
_NUMBER: Final = 64
_LEAST_NAME: Final = 280
_SPARED: Final = ("agreement", "importance", "channels", "emotion", "departments", "expectation", "marks", "experience")
"""Columns that step out where there is no room for them, the first one first."""
_DIGITS: Final = "0123456789-\N{MINUS SIGN}\N{EN DASH}"
_STEPS: Final = {Qt.Key.Key_Up: "journey.move_left", Qt.Key.Key_Down: "journey.move_right"}
_Current = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class OutlineTree(QTreeView):
    """Stages, touchpoints and what hangs on them. Digits, letters and commands work as on the map."""

    def __init__(self, context: Context, model: MapModel) -> None:
        super().__init__()
        self.context, self._map = context, model
        self.rating = RatingActions(context, model, self)
        self.writer = Writer(context, self.rating)
        self.rows = OutlineModel(context, model, self)
        self.rows.write = self.writer.write
        self._open: set[Id] | None = None
        self._made: Id | None = None
        self._only: frozenset[Id] | None = None
        """What is shown while the filter leaves out the others."""
        self.named: Callable[[bool], object] = lambda gone: None
        """Called once what was made to be named is named, or gone again (True)."""
        self.setObjectName("outline")
        self.setModel(self.rows)
        self.setItemDelegate(Cells(context, self))
        self.setAccessibleName(context.tr("Outline of the journey"))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.setIndentation(18)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self._size_columns()
        self.rows.about_to_change.connect(self._remember)
        self.rows.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.expanded.connect(self._span)
        context.bridge.changed.connect(self._changed)
        context.bridge.figured.connect(self._figured)
        model.highlight.changed.connect(self._leave_out)
        context.selection.changed.connect(self._leave_out)
        context.selection.changed.connect(self._follow)
        context.selection.journey_changed.connect(self._other_journey)

    def _size_columns(self) -> None:
        header = self.header()
        self._columns = FittedColumns(header, 0, _LEAST_NAME, [NAMES.index(name) for name in _SPARED])
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(64)
        for column, name in enumerate(NAMES):
            self.setColumnWidth(column, max(_WIDTHS.get(name, _NUMBER), heading_width(self.context.tr(COLUMNS[name]))))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit(self.viewport().width())

    # In step with the document and with the selection

    def read(self) -> None:
        """Read what changed while nobody looked."""
        self.rows.refresh()
        self._follow()

    def view_state(self) -> tuple[frozenset[Id], int]:
        """Which rows are open, and the column of the cursor."""
        self._remember()
        return frozenset(self._open or ()), self.currentIndex().column()

    def restore_view_state(self, state: tuple[frozenset[Id], int]) -> None:
        """Open the same rows; the cursor goes to what is selected."""
        self.read()
        self.collapseAll()
        self._open = set(state[0])
        self._restore()
        here = self.rows.index_of(self.context.selection.id or "", self.currentIndex())
        self.selectionModel().setCurrentIndex(here.siblingAtColumn(state[1]), _Current)

    def hand_over(self) -> tuple[Id, ChangeSet | None] | None:
        """A record made to be named that is still being named: it stays while the window is made anew."""
        made, self._made = self._made, None
        return None if made is None else (made, self.writer.since.get(made))

    def go_on(self, handed: tuple[Id, ChangeSet | None]) -> None:
        """Go on naming it."""
        self.begin_edit(*handed, created=True)

    def take_focus(self) -> None:
        """Give the keyboard to the row of what is selected, or to the first one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def _expand_first(self) -> None:
        journey = self._map.journey
        if journey is not None and len(self.context.document.journey_touchpoints(journey)) <= FOLD_ABOVE:
            self.expandToDepth(0)

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible():
            self.rows.refresh(changes)

    def _figured(self) -> None:
        self._changed(ChangeSet(()))

    def _other_journey(self) -> None:
        if self.isVisible():
            self.rows.refresh()
            self._expand_first()

    def _remember(self) -> None:
        """Which rows are open, before all rows are made anew."""
        found: set[Id] = set()
        for at in self.rows.branches:
            record = self.rows.record(at)
            if self.isExpanded(at) and record is not None:
                found.add(record.id)
        if self.rows.rowCount():
            self._open = found

    def _restore(self) -> None:
        self._only = None
        self._leave_out()
        for at in self.rows.branches:
            record = self.rows.record(at)
            if record is not None and record.id in (self._open or ()):
                self.expand(at)
        if self._open is None:
            self._expand_first()
        self._follow()

    def _follow(self) -> None:
        """Stand where the map's selection stands."""
        if not self.isVisible() or self.state() is QAbstractItemView.State.EditingState:
            return
        here = self.currentIndex()
        wanted = self.context.selection.id
        record = self.rows.record(here)
        if wanted is None or (record is not None and record.id == wanted):
            return
        index = self.rows.index_of(wanted, here)
        if index.isValid():
            column = max(0, here.column())
            self.selectionModel().setCurrentIndex(index.siblingAtColumn(column), _Current)
            self.scrollTo(index)

    def _leave_out(self) -> None:
        """Show only what the filter means and the stages it stands in, or everything; what steps back is painted so."""
        self.viewport().update()
        only = self._map.only
        if only == self._only:
            return
        self._only = only
        for at in self.rows.branches:
            record = self.rows.record(at)
            if isinstance(record, Stage):
                rows = [self.rows.index(n, 0, at) for n in range(self.rows.rowCount(at))]
                out = [only is not None and not self._meant(row, only) for row in rows]
                for row, hidden in zip(rows, out, strict=True):
                    self.setRowHidden(row.row(), at, hidden)
                self.setRowHidden(at.row(), at.parent(), bool(out) and all(out))

    def _meant(self, row: QModelIndex, only: frozenset[Id]) -> bool:
        record = self.rows.record(row)
        return record is not None and record.id in only

    def _chosen(self, *_: QItemSelection) -> None:
        here = self.rows.record(self.currentIndex())
        records = [self.rows.record(index) for index in self.selectionModel().selectedRows(0)]
        ids = [r.id for r in records if r is not None and (here is None or r.id != here.id)]
        if here is not None and records:
            self.context.selection.select(*ids, here.id)

    def place_of(self, record: Id, column: str) -> QRect | None:
        """Where a cell stands on the screen; None where the record has no row."""
        at = self.rows.index_of(record, self.currentIndex())
        if not at.isValid():
            return None
        rect = self.visualRect(at.siblingAtColumn(NAMES.index(column)))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _span(self, index: QModelIndex) -> None:
        """What hangs on a touchpoint takes the whole row."""
        if isinstance(self.rows.record(index), Touchpoint):
            for n in range(self.rows.rowCount(index)):
                self.setFirstColumnSpanned(n, index, True)

    # Editing

    def begin_edit(self, record_id: Id, since: ChangeSet | None, created: bool) -> bool:
        """Edit a record's text in its row; False where it has no row or no text."""
        self.rows.refresh()
        here = self.currentIndex()
        at = self.rows.index_of(record_id, here)
        same = self.rows.record(here) if here.isValid() else None
        if not created and same is not None and same.id == record_id and self.rows.can_edit(here):
            at = here
        elsewhere = not created and same is not None and same.id == record_id and at != here
        if not at.isValid() or not self.rows.can_edit(at) or elsewhere:
            if not created:
                self.context.messages.say(self.context.tr("There is nothing to type here."))
            return False
        if created:
            self._made = record_id
            self.writer.since[record_id] = since
        self.expand(at.parent())
        self.setCurrentIndex(at)
        self.scrollTo(at)
        self.edit(at)
        return True

    def edit(self, index: QModelIndex | QPersistentModelIndex, *how: Any) -> Any:
        """Type into a cell; channels and departments are picked from a list."""
        column = NAMES[index.column()] if index.isValid() else NAME
        if column not in NAMED or not self.rows.can_edit(index):
            return super().edit(index, *how)
        trigger = how[0] if how else QAbstractItemView.EditTrigger.AllEditTriggers
        wanted = trigger in (QAbstractItemView.EditTrigger.DoubleClicked, QAbstractItemView.EditTrigger.AllEditTriggers)
        if wanted:
            self.context.commands.run(f"journey.pick_{column}")
        return False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        elsewhere = passed_on(editor)
        super().closeEditor(editor, hint)
        made, self._made = self._made, None
        if not elsewhere:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if made is None:
            return
        since = self.writer.since.pop(made, None)
        record = self.context.document.find(made)
        if record is None or not getattr(record, "name", getattr(record, "text", getattr(record, "title", ""))):
            self._take_back(made, since)
            self.named(True)
            return
        self.named(False)
        if not isinstance(record, Touchpoint):
            return
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.context.commands.run("journey.new_touchpoint")

    def _take_back(self, made: Id, since: ChangeSet | None) -> None:
        """What was made to be named and got no name goes again, as if it had never been."""
        if made in self.context.document:
            with self.context.commands.held():
                with self.context.session.transaction(N_("Remove")) as draft:
                    remove_records(draft, [made])
                self.context.session.store.history.join_since(since)

    def clear_cell(self) -> bool:
        """Delete what stands in the cell with the keyboard; False where the row itself is meant."""
        here = self.currentIndex()
        column, record = NAMES[max(0, here.column())], self.rows.record(here)
        if column == NAME or not isinstance(record, Touchpoint) or len(self.context.selection.ids) > 1:
            return False
        if column in RATED and record.id == self.context.selection.id:
            self.context.selection.set_figure(column)
            self.rating.clear_rating()
        elif column in NAMED and getattr(record, column):
            self.writer.clear(record, column)
        else:
            tr = self.context.tr
            self.context.messages.say(tr("There is nothing to delete here. In the first column Del removes the row."))
        return True

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if alt and key in _STEPS:
            self.context.commands.run(_STEPS[key])
        elif event.text() and event.text() in _DIGITS and not alt:
            self._typed(event.text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _typed(self, text: str) -> None:
        """A digit fills the figure of its column; in another column the active figure."""
        here = self.currentIndex()
        column = NAMES[here.column()] if here.isValid() else NAME
        if column in RATED:
            self.context.selection.set_figure(column)
        self.rating.typed(text)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        here = self.currentIndex()
        left, right = QAbstractItemView.CursorAction.MoveLeft, QAbstractItemView.CursorAction.MoveRight
        if not here.isValid() or action not in (left, right):
            return super().moveCursor(action, modifiers)
        first = here.siblingAtColumn(0)
        if action is right:
            if here.column() == 0 and self.rows.rowCount(first) and not self.isExpanded(first):
                self.expand(first)
                return here
            return here.siblingAtColumn(min(here.column() + 1, len(NAMES) - 1))
        if here.column() > 0:
            return here.siblingAtColumn(here.column() - 1)
        if self.isExpanded(first):
            self.collapse(first)
            return here
        above: QModelIndex = here.parent()
        return above if above.isValid() else here

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.indexAt(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.currentIndex()
        where = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            where = self.viewport().mapToGlobal(self.visualRect(at).bottomLeft() + QPoint(12, 0))
        open_at(map_menu(self.context, self.rows.record(at), self), where)
