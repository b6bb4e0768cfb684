"""The sheet below "Filter": everything that can be wished for as chips, and how many touchpoints match."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QWidget

from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.focus.focus_return import give_back
from ui.widgets.popup_sheet import Overlay
from ui.workspaces.journey.filter_and_find.filter_words import Wish, wishes_of
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight

_WIDTH, _PAD, _BAR = 420, 18, 14


class FilterSheet(Overlay):
    """Every press shows its effect on the map at once; nothing has to be confirmed."""

    command = "looking.filter"

    def __init__(self, context: Context, highlight: Highlight, anchor: QWidget) -> None:
        super().__init__(anchor)
        self.setAccessibleName(context.tr("Filter touchpoints"))
        self._context, self._highlight = context, highlight
        self._came_from = QApplication.focusWidget()
        self.setFixedWidth(_WIDTH)
        self.line = QLineEdit(highlight.filter.text)
        self.line.setPlaceholderText(context.tr("Text in names, notes and measures"))
        self.line.setAccessibleName(context.tr("Text in names, notes and measures"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda text: highlight.set_filter(replace(highlight.filter, text=text)))
        self._chips: list[tuple[Wish, QPushButton]] = []
        inside = QWidget()
        inside.setProperty("ground", "surface")
        box = column(inside, spacing=6)
        for title, wishes in wishes_of(context, context.selection.journey or ""):
            box.addSpacing(4)
            box.addWidget(label(title, "field"))
            box.addWidget(self._flow(wishes))
        box.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wide, room = _WIDTH - 2 * _PAD - _BAR, max(160, anchor.window().height() - 220)
        inside.setFixedSize(wide, box.heightForWidth(wide))
        area.setFixedHeight(min(room, inside.height() + 2))
        self._count = label("", "strong")
        self._clear = button(context.tr("Show all"), self._show_all, "link")
        whole = column(self, self.line, area, spacing=8)
        whole.setContentsMargins(_PAD, 16, _PAD, 12)
        whole.addLayout(row(None, self._count, -1, self._clear))
        highlight.changed.connect(self._refresh)
        self._refresh()

    def open(self, at: QPoint | None = None) -> None:
        """Show it below its button, ready to type."""
        self.open_below(self.line, at=at)

    def chip(self, value: object) -> QPushButton:
        """The chip of a wish. Raises StopIteration where there is none."""
        return next(chip for wish, chip in self._chips if wish.value == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        super().dismiss()
        give_back(self._came_from, Qt.FocusReason.PopupFocusReason)

    def _flow(self, wishes: tuple[Wish, ...]) -> FlowBox:
        made = FlowBox(6)
        for wish in wishes:
            chip = button(wish.text, partial(self._toggle, wish), "tag")
            chip.setCheckable(True)
            self._chips.append((wish, chip))
            made.flow.addWidget(chip)
        return made

    def _toggle(self, wish: Wish) -> None:
        self._highlight.set_filter(self._highlight.filter.toggled(wish.kind, wish.value))

    def _show_all(self) -> None:
        self.line.clear()
        self._highlight.clear_filter()

    def _refresh(self) -> None:
        wanted = self._highlight.filter
        for wish, chip in self._chips:
            chip.setChecked(wish.value in getattr(wanted, wish.kind))
        self._count.setText(match_text(self._context, self._highlight))
        self._clear.setVisible(bool(wanted))


def match_text(context: Context, highlight: Highlight) -> str:
    """How many touchpoints match."""
    texts = context.texts
    whole = len(context.document.journey_touchpoints(context.selection.journey or ""))
    if not highlight.filter:
        return texts.trn("{n} touchpoint", "{n} touchpoints", whole)
    return texts.tr("{n} of {all} match", n=texts.number(len(highlight.filtered)), all=texts.number(whole))
