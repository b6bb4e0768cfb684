"""The first pass: a list, the touchpoint in question beside it, and what a full rating would take."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedWidget, QWidget

from cxstudio.analysis.journeys.first_pass import Shortlist, shortlist
from cxstudio.edits import mark_shortlist
from cxstudio.model import Id, Journey, Stage, Touchpoint
from cxstudio.model.kinds import ShortlistMark
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.figures.first_pass_sentences import advice, progress_words, time_words
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.empty_state import empty_state
from ui.widgets.folding_section import FoldingSide
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.shortlist.shortlist_card import QuestionCard
from ui.workspaces.rate.shortlist.shortlist_model import ShortlistTable
from ui.workspaces.rate.shortlist.shortlist_view import ShortlistView
from ui.workspaces.workspace_base import Status

_WIDE, _NARROW, _ROOMY = 420, 316, 1240
_SIDE_BY_SIDE = 900
"""Pixels from which list and card have room beside each other."""


class ShortlistPage(QWidget):
    """Rate's tab Shortlist. Marking goes on to the next touchpoint nobody has looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._following = False
        """Whether the row is changed by the selection, which then stays as it is."""
        self.table = ShortlistTable(context, self)
        self.view = ShortlistView(context, self.table)
        self.card = QuestionCard(context)
        self.effort = _Effort(context)
        side = QWidget()
        side.setProperty("ground", "ground")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column(side, self.card, self.effort, -1, spacing=14).setContentsMargins(16, 16, 16, 16)
        self._side = VerticalScrollArea(side)
        self._beside = FoldingSide(context, self._side, context.tr("In question"))
        filled = QWidget()
        row(filled, self.view, self._beside, spacing=0).setStretch(0, 1)
        tr = context.tr
        to_map = button(tr("Go to journey"), lambda: context.commands.run("go.journey"), "primary")
        words = tr("The shortlist runs through the touchpoints of the journey. Put the first ones on the map.")
        self._pages = QStackedWidget()
        self._pages.addWidget(filled)
        self._pages.addWidget(empty_state(context.theme, "checklist", tr("No touchpoints yet"), words, to_map))
        column(self, self._pages, spacing=0)
        self.setFocusProxy(self.view)
        self.view.marked.connect(self.mark)
        self.card.marked.connect(self.mark)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        context.bridge.changed.connect(self._changed)
        context.selection.changed.connect(self._follow)

    def show_round(self, _: Id | None) -> None:
        """Read the journey again: the shortlist comes before any round."""
        self.refresh()

    def take_focus(self) -> None:
        """Give the keyboard to the list, at the first touchpoint nobody has looked at; nothing is chosen by that."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.table.ids:
            self._stand(self._next_unmarked(-1) or 0)

    def status(self) -> Status:
        """How far the pass is, and its keys."""
        made = self._made()
        if made is None:
            return Status()
        keys = self.context.tr("1, 2 or 3 sets a mark and moves on · Backspace undoes it")
        return Status((progress_words(made, self.context.texts), keys))

    def refresh(self) -> None:
        """Read marks and numbers again."""
        self.table.refresh()
        self._pages.setCurrentIndex(0 if self.table.ids else 1)
        self._follow()
        self._show()

    def mark(self, mark: ShortlistMark | None) -> None:
        """Mark the selected rows; a single one is left for the next that nobody has looked at."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        ids = [self.table.ids[at] for at in rows]
        if not ids or self.context.session.read_only:
            return
        with self.context.session.transaction(N_("Shortlist")) as draft:
            mark_shortlist(draft, ids, mark)
        if len(rows) == 1 and mark is not None:
            following = self._next_unmarked(rows[0])
            if following is not None:
                self.view.go_to(following)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_unmarked(self, row_: int) -> int | None:
        """The next row without a mark, from the top again after the last; None where all have one."""
        count = len(self.table.ids)
        for step in range(1, count + 1):
            touchpoint = self.table.touchpoint((row_ + step) % count)
            if touchpoint is not None and touchpoint.shortlist is None:
                return (row_ + step) % count
        return None

    def _made(self) -> Shortlist | None:
        journey = self.context.selection.rated_journey
        return shortlist(self.context.document, journey) if journey is not None else None

    def _show(self) -> None:
        self.card.show_touchpoint(self.table.touchpoint(self.view.currentIndex().row()))
        journey = self.context.document.find(self.context.selection.rated_journey)
        self.effort.show_shortlist(self._made(), chosen=isinstance(journey, Journey) and journey.shortlist_only)

    def _chosen(self, *_: object) -> None:
        touchpoint = self.table.touchpoint(self.view.currentIndex().row())
        if touchpoint is not None and not self._following:
            self.context.selection.select(touchpoint.id)
        self._show()

    def _follow(self) -> None:
        """Stand where the touchpoint selected elsewhere stands."""
        touchpoint = self.context.selection.of(Touchpoint)
        at = self.table.row_of(touchpoint.id) if touchpoint is not None else -1
        if at >= 0 and at != self.view.currentIndex().row():
            self._stand(at)

    def _stand(self, row_: int) -> None:
        """Stand on a row; what is selected stays, and with it the journey in view."""
        self._following = True
        self.view.go_to(row_)
        self._following = False

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(Touchpoint, Stage, Journey):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(_WIDE if self.width() >= _ROOMY else _NARROW)
        self._beside.fit(roomy=self.width() >= _SIDE_BY_SIDE)


class _Effort(QFrame):
    """How far the pass is, what rating all or the rest takes, and on to the rating."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        tr = context.tr
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Sorted"))
        self.done = label("", "strong")
        self.all, self.kept = label("", "muted", wrap=True), label("", wrap=True)
        self.advice = label("", "small", wrap=True)
        self.go = button("", lambda: context.commands.run("rate.rate_shortlist"), "primary")
        self.back = button(tr("Rate all touchpoints"), lambda: context.commands.run("rate.rate_all"), "link")
        parts = (self.done, self.progress, 2, label(tr("Time for one person"), "caption"), self.all, self.kept)
        column(self, *parts, self.advice, 4, self.go, self.back, spacing=6).setContentsMargins(16, 14, 16, 16)

    def show_shortlist(self, made: Shortlist | None, *, chosen: bool) -> None:
        """Show how far the pass is; `chosen` before its end it can be given up again."""
        if made is None:
            return
        texts = self.context.texts
        self.progress.setRange(0, max(1, made.total))
        self.progress.setValue(made.marked)
        self.done.setText(progress_words(made, texts))
        self.all.setText(texts.tr("All: {time}", time=time_words(made.total, texts)))
        self.kept.setText(texts.tr("Shortlist: {time}", time=time_words(len(made.kept), texts)))
        self.kept.setVisible(bool(made.kept))
        words = advice(made, texts)
        self.advice.setText(words)
        self.advice.setVisible(bool(words))
        self.go.setVisible(bool(made.kept))
        self.back.setVisible(chosen and bool(made.unmarked))
        self.go.setText(texts.trn("Rate the {n} touchpoint", "Rate these {n} touchpoints", len(made.kept)))
