"""Parts of the flow figures, shared by the panel beside the flow and the page in the workspace Rate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.analysis.flow.flow_values import FlowState
from cxstudio.look.roles import Role
from cxstudio.wording import N_
from cxstudio.wording.explanations.flow_explanations import FLOW_FIGURES, explain_flow
from cxstudio.wording.findings.flow_findings import flow_findings
from cxstudio.wording.findings.flow_lines import (
    ROUTE_WORDS,
    arrival_lines,
    channel_lines,
    handover_lines,
    route_line,
    visit_lines,
)
from ui.context.context import Context
from ui.context.flow_in_view import ROUTES
from ui.flow_figures.finding_list import FindingList
from ui.widgets.basics import button, column, label, row
from ui.widgets.share_bar import ShareBar
from ui.widgets.why_sheet import WhySheet

INSET = 8
"""Pixels by which words in a row that can be pressed stand in from its edge; what stands above them does, too."""
MOST_LINES = 8
"""Handovers and channel changes listed at a time: a journey of hundreds has as many."""


class ArrivalPart(QWidget):
    """Who arrives, large, with a bar; and what becomes of the others."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.title, self.others = label("", "name", wrap=True), label("", "small", wrap=True)
        self.bar = ShareBar(context.theme)
        column(self, self.title, self.bar, self.others, spacing=6).setContentsMargins(INSET, 0, INSET, 0)

    def show_state(self, state: FlowState) -> None:
        """Show this graph's arrival."""
        title, others = arrival_lines(state.document, state.flow, self._context.texts)
        self.title.setText(title)
        self.others.setText(others)
        self.others.setVisible(bool(others))
        found = state.flow.arrival
        self.bar.setVisible(found is not None)
        if found is not None:
            parts = ((found.arrive, Role.DELIGHTING), (found.drop_out, Role.DISAPPOINTING), (found.stop, Role.OKAY))
            self.bar.show_parts(parts, ", ".join(filter(None, (title, others))))


class RoutesPart(QWidget):
    """The most likely, the happiest and the worst way as switches: one at a time lies over map and flow."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.switches: dict[str, QPushButton] = {}
        self._lines = {}
        self.only = label(context.tr("The paths do not branch: there is only one."), "small", wrap=True)
        self.only.setContentsMargins(INSET, 0, 0, 0)
        box = column(self, self.only, spacing=2)
        for route, name in ROUTE_WORDS.items():
            switch = button(context.tr(name), kind="switch")
            switch.clicked.connect(lambda _=False, r=route: self._toggle(r))
            switch.setCheckable(True)
            switch.setIcon(context.theme.icon("journey", Role.MUTED, Role.ACCENT))
            self.switches[route] = switch
            self._lines[route] = label("", "small", wrap=True)
            self._lines[route].setContentsMargins(30, 0, 0, 6)
            box.addWidget(switch)
            box.addWidget(self._lines[route])
        context.flow.route_changed.connect(self._follow)

    def show_state(self, state: FlowState) -> None:
        """Show what the ways of this graph are like."""
        one_way = not state.flow.branches
        self.only.setVisible(one_way)
        for route, pick in ROUTES.items():
            found = pick(state.flow)
            self.switches[route].setEnabled(found is not None)
            self.switches[route].setVisible(not one_way)
            said = route_line(found, self._context.texts, by_emotion=route != "likely")
            self._lines[route].setText(said)
            self._lines[route].setVisible(not one_way)
            self.switches[route].setAccessibleDescription(said)
        self._follow()

    def _toggle(self, route: str) -> None:
        self._context.commands.run(f"flow.show_{route}")
        self._follow()

    def _follow(self) -> None:
        for route, switch in self.switches.items():
            switch.setChecked(route == self._context.flow.route)


class SentencesPart(QWidget):
    """A headed list of sentences that lead to touchpoints."""

    wanted = Signal(tuple)

    def __init__(self, context: Context, what: str) -> None:
        super().__init__()
        self._context, self._what = context, what
        self.list = FindingList(context.tr(_TITLES[what]))
        self.list.wanted.connect(self.wanted)
        self.none = label("", "small", wrap=True)
        self.none.setContentsMargins(INSET, 2, 0, 0)
        self.more = button("", self._show_more, "link")
        """Shows the next lines of a long list instead, after the last the first again."""
        self._first = 0
        self._state: FlowState | None = None
        box = column(self, self.list, self.none, spacing=0)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def title(self) -> str:
        """Its heading."""
        return self._context.tr(_TITLES[self._what])

    def show_state(self, state: FlowState) -> None:
        """Say it about this graph."""
        texts = self._context.texts
        if self._state is not None and state.flow.journey != self._state.flow.journey:
            self._first = 0
        self._state = state
        found = _SAYING[self._what](state.document, state.flow, texts)
        long = self._what in ("handovers", "channels")
        self._first = self._first if self._first < len(found) else 0
        shown = found[self._first : self._first + MOST_LINES] if long else found
        self.list.show_findings(shown)
        back = self._what == "visits" and bool(state.flow.loops)
        self.none.setText("" if found else texts.tr(_BACK if back else _NONE[self._what]))
        self.none.setVisible(not found)
        rest = len(found) - self._first - len(shown)
        again = texts.tr("Show the first ones again")
        self.more.setText(texts.trn("and {n} more", "and {n} more", rest) if rest > 0 else again)
        self.more.setVisible(len(shown) < len(found))

    def _show_more(self) -> None:
        self._first += MOST_LINES
        if self._state is not None:
            self.show_state(self._state)


_SAYING = {
    "findings": flow_findings,
    "handovers": handover_lines,
    "channels": channel_lines,
    "visits": visit_lines,
}
_TITLES = {
    "findings": N_("Findings"),
    "handovers": N_("Handovers between departments"),
    "channels": N_("Channel changes"),
    "visits": N_("Passed more than once"),
}
_NONE = {
    "findings": N_("Everyone follows the order of the map; there are no branches."),
    "handovers": N_("No handovers: one department has the whole journey, or none is named."),
    "channels": N_("The channel never changes, or none is named."),
    "visits": N_("Nothing is passed more than once."),
}


_BACK = N_("Some paths lead back, but nobody passes anything more than once on average.")


def why_button(context: Context) -> QPushButton:
    """Opens what every figure of the flow means, with this journey's numbers."""

    def open_sheet() -> None:
        state = context.flow.state
        if state is not None:
            parts = [explain_flow(figure, state.document, state.flow, context.texts) for figure in FLOW_FIGURES]
            WhySheet(made, parts).open_below()

    made = button(context.tr("Why?"), open_sheet, "link", name=context.tr("What the figures of the flow mean"))
    return made


def select_touchpoints(context: Context, touchpoints: tuple[str, ...]) -> None:
    """Select what a sentence leads to; the first one is what the views scroll to."""
    known = [t for t in touchpoints if t in context.document]
    if known:
        context.selection.select(*known[1:], known[0])


def headed(title: str, part: QWidget, *beside: QWidget) -> QWidget:
    """A part under its heading."""
    made = QWidget()
    box = column(made, spacing=4)
    head = row(None, label(title, "caption"), -1, *beside)
    head.setContentsMargins(INSET, 0, INSET, 0)
    box.addLayout(head)
    box.addWidget(part)
    box.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made
