"""The bar above Control: which tab, which two rounds, and the next round."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cxstudio.model import Round
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.widgets.fitting.fitting_bar import Fitting, FoldingSegments
from ui.widgets.menus import entry, open_below
from ui.workspaces.control.control_model import ControlModel
from ui.workspaces.control.control_tabs import TABS


class ControlBar(QWidget):
    """One row of 48 pixels; says less where there is little room."""

    tab_chosen = Signal(str)

    def __init__(self, context: Context, model: ControlModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.setObjectName("workbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        tr = context.tr
        self.tabs = FoldingSegments([(page.id, tr(page.text)) for page in TABS], tr("What to look at"))
        self.tabs.chosen.connect(lambda tab: self.tab_chosen.emit(str(tab)))
        self.before = button("", lambda: open_below(self.before_menu(), self.before))
        self.after = button("", lambda: open_below(self.after_menu(), self.after))
        self.arrow = label("→", "muted")
        self.next = button(tr("Next round"), lambda: context.commands.run("control.next_round"))
        set_tooltip(self.next, context.commands.tooltip(context.commands.rows["control.next_round"]))
        box = row(self, self.tabs, self.before, self.arrow, self.after, -1, self.next, spacing=8)
        box.setContentsMargins(16, 0, 16, 0)
        self._short = False
        self._fitting = Fitting(self, box)
        self._fitting.add(self._shorten, self.tabs.fold, self.tabs.tighten)

    def show_state(self, tab: str) -> None:
        """Say which tab and which rounds are in view."""
        self.tabs.set_value(tab)
        self._say()
        self._fitting.fit()

    def before_menu(self) -> QMenu:
        """Every round the later one can be compared with."""
        menu, pair = QMenu(self), self.model.pair
        if pair is not None:
            for known in self.model.befores():
                act = partial(self.model.choose, known.id, pair[1])
                entry(menu, self.model.name_of(known), act, chosen=known.id == pair[0])
        return menu

    def after_menu(self) -> QMenu:
        """Every round there is."""
        menu, pair = QMenu(self), self.model.pair
        for known in self.model.rounds:
            chosen = pair is not None and known.id == pair[1]
            entry(menu, self.model.name_of(known), partial(self.model.choose_after, known.id), chosen=chosen)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.fit()

    def _shorten(self, on: bool) -> None:
        self._short = on
        self._say()

    def _say(self) -> None:
        pair = self.model.pair
        for part in (self.before, self.arrow, self.after):
            part.setVisible(pair is not None)
        self.next.setEnabled(bool(self.model.rounds) and not self.context.session.read_only)
        if pair is not None:
            tr = self.context.tr
            self._name(self.before, pair[0], tr("Earlier round"))
            self._name(self.after, pair[1], tr("Later round"))

    def _name(self, part: QPushButton, round_id: str, what: str) -> None:
        whole = self.model.name_of(self.context.document.get(Round, round_id))
        part.setText((self.model.short_name(round_id) if self._short else whole) + "  ▾")
        part.setAccessibleName(f"{what}: {whole}")
        set_tooltip(part, f"{what}: {whole}")
