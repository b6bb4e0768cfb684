"""The line below the bar while a filter holds: its wishes as chips to take out, and how many touchpoints match."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.segmented_choice import Segments
from ui.workspaces.journey.filter_and_find.filter_sheet import match_text
from ui.workspaces.journey.filter_and_find.filter_words import Wish, why_none, wished
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight

TEXT = "text"
_LONGEST = 80
"""Letters of a text the chip names."""


class FilterBar(QWidget):
    """Not there while nothing is filtered."""

    def __init__(self, context: Context, highlight: Highlight) -> None:
        super().__init__()
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Filter"))
        self._context, self._highlight = context, highlight
        self._shown: tuple[Wish, ...] = ()
        self.chips: dict[object, QPushButton] = {}
        """Value of a wish → its chip."""
        self._box = FlowBox(6)
        self.count = label("", "strong")
        self.why = label("", "small", wrap=True)
        """Why nothing matches, where the journey is the reason."""
        shown = [(False, context.tr("Dim the others")), (True, context.tr("Only matching"))]
        self.others = Segments(shown, context.tr("What does not match"))
        self.others.chosen.connect(highlight.set_only)
        clear = button(context.tr("Show all"), highlight.clear_filter, "link", name=context.tr("Clear the filter"))
        line = row(None, self._box, self.count, self.others, clear, spacing=10)
        line.setStretch(0, 1)
        box = column(self, spacing=2)
        box.addLayout(line)
        box.addWidget(self.why)
        box.setContentsMargins(16, 4, 12, 4)
        highlight.changed.connect(self.refresh)
        self.hide()  # whoever gives it a place refreshes it

    def refresh(self, *_: object) -> None:
        """Read the filter again."""
        wanted = self._highlight.filter
        self.setVisible(bool(wanted))
        if not wanted:
            return
        text = " ".join(wanted.text.split())
        text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        said = [Wish(TEXT, text, self._context.tr("“{text}”", text=text))] if text else []
        shown = (*wished(self._context, wanted), *said)
        if shown != self._shown:
            self._lay(shown)
        self.count.setText(match_text(self._context, self._highlight))
        self.others.set_value(self._highlight.only)
        self.why.setText("" if self._highlight.filtered else why_none(self._context, wanted))
        self.why.setVisible(bool(self.why.text()))

    def _lay(self, shown: tuple[Wish, ...]) -> None:
        self._shown = shown
        self._box.flow.clear()
        self.chips.clear()
        for wish in shown:
            name = self._context.tr("Remove from the filter: {wish}", wish=wish.text)
            short = wish.text if len(wish.text) <= 42 else wish.text[:41] + "…"
            chip = button(short, partial(self._take_out, wish), "tag", name=name)
            chip.setProperty("on", "true")
            chip.setIcon(self._context.theme.icon("close", Role.ACCENT))
            chip.setIconSize(QSize(12, 12))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            set_tooltip(chip, name)
            self.chips[wish.value] = chip
            self._box.flow.addWidget(chip)

    def _take_out(self, wish: Wish) -> None:
        wanted = self._highlight.filter
        taken = replace(wanted, text="") if wish.kind == TEXT else wanted.toggled(wish.kind, wish.value)
        self._highlight.set_filter(taken)
