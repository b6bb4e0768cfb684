"""The tab "Employees and customers": where one view misjudges the other, in a picture and in sentences."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from cxstudio.analysis.round.employees_against_customers import ViewsCompared, view_pair, view_rounds
from cxstudio.layout.charts.chart_table import BY_ID
from cxstudio.layout.charts.employees_customers_chart import ViewsData
from cxstudio.look.roles import Role
from cxstudio.model import Id, Round
from cxstudio.wording.figures.figure_sentences import view_words
from cxstudio.wording.figures.round_names import numbered_name
from cxstudio.wording.findings.finding import Finding
from cxstudio.wording.findings.view_findings import views_findings
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.theme.plain_texts import PlainPaintedButton
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.folding_section import FoldingSide
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.charts.chart_panel import ChartPanel
from ui.workspaces.workspace_base import Status

_SIDE, _NARROW_SIDE, _ROOMY = 340, 272, 1240
_CHOOSER, _INSET = 264, 6
_SIDE_BY_SIDE = 940
"""Pixels from which chart and findings have room beside each other."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class ViewsPage(QWidget):
    """Two rounds are chosen; they are compared and never mixed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: Id | None = None
        self._chosen: tuple[Id | None, Id | None] = (None, None)
        """What somebody chose here, until the journey has no such round any more."""
        tr = context.tr
        self.ours, self.theirs = CalmCombo(), CalmCombo()
        self.ours.setAccessibleName(tr("Round of the employees or experts"))
        self.theirs.setAccessibleName(tr("Round of the customers"))
        for combo in (self.ours, self.theirs):
            combo.setMinimumWidth(_CHOOSER)
            combo.activated.connect(self._choose)
        self.panel = ChartPanel(context)
        self.findings = Findings(context)
        choosers = FlowBox(10)
        choosers.setProperty("ground", "surface")
        choosers.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        between = label(tr("compared with"), "muted")
        between.setFixedHeight(self.ours.sizeHint().height())
        choosers.flow.setContentsMargins(24, 12, 16, 0)
        for part in (self.ours, between, self.theirs):
            choosers.flow.addWidget(part)
        left = QWidget()
        column(left, choosers, self.panel, spacing=0).setStretch(1, 1)
        self.panel.told_changed.connect(self._say)
        self.beside = FoldingSide(context, self.findings, tr("Findings"))
        row(self, left, self.beside, spacing=0).setStretch(0, 1)
        self.setFocusProxy(self.panel)

    @property
    def pair(self) -> tuple[Round | None, Round | None]:
        """The rounds compared."""
        document, journey = self.context.document, self.context.selection.rated_journey
        if journey is None:
            return None, None
        usual = view_pair(document, journey, self._shown)
        kept = [document.find(i) for i in self._chosen]
        fitting = [r if isinstance(r, Round) and r.journey == journey else None for r in kept]
        return fitting[0] or usual[0], fitting[1] or usual[1]

    def show_round(self, round_id: Id | None) -> None:
        """Show the round chosen for the whole workspace beside the newest one of the other view."""
        if round_id != self._shown:
            self._shown, self._chosen = round_id, (None, None)
        self._fill()
        self._compare()

    def view_state(self) -> tuple[Id | None, tuple[Id | None, Id | None]]:
        """The round of the workspace, and the two chosen here."""
        return self._shown, self._chosen

    def restore_view_state(self, state: tuple[Id | None, tuple[Id | None, Id | None]]) -> None:
        """Compare those rounds again."""
        self._shown, self._chosen = state
        self._fill()
        self._compare()

    def take_focus(self) -> None:
        """The keyboard walks the touchpoints of the picture."""
        self.panel.setFocus()

    def status(self) -> Status | None:
        """How many touchpoints are compared."""
        told, texts = self.panel.told, self.context.texts
        if told is None:
            return None
        n = len(told.listing.lines)
        return Status((texts.trn("{n} touchpoint in both views", "{n} touchpoints in both views", n),))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.findings.setFixedWidth(_SIDE if self.width() >= _ROOMY else _NARROW_SIDE)
        self.beside.fit(roomy=self.width() >= _SIDE_BY_SIDE)

    def _fill(self) -> None:
        """Offer the rounds of both views."""
        context, journey = self.context, self.context.selection.rated_journey
        offered = view_rounds(context.document, journey) if journey is not None else ((), ())
        for combo, rounds, now in zip((self.ours, self.theirs), offered, self.pair, strict=True):
            combo.clear()
            for each in rounds:
                combo.addItem(self._name(each), each.id)
            combo.setCurrentIndex(combo.findData(now.id) if now is not None else -1)
            combo.setEnabled(bool(rounds))
            combo.setPlaceholderText(context.tr("No round yet"))

    def _name(self, round_: Round) -> str:
        texts = self.context.texts
        parts = [numbered_name(self.context.document, round_, texts), view_words(round_.view, texts)]
        if round_.day is not None:
            parts.insert(1, texts.long_date(round_.day, year=False))
        return " · ".join(parts)

    def _choose(self) -> None:
        ours, theirs = self.ours.currentData(), self.theirs.currentData()
        self._chosen = (ours, theirs)
        self._compare()

    def _compare(self) -> None:
        ours, theirs = self.pair
        about = (ours.id, theirs.id) if ours is not None and theirs is not None else ()
        self.panel.show_chart(BY_ID["views"], ours.id if ours is not None else None, about)

    def _say(self) -> None:
        told = self.panel.told
        self.findings.show_compared(told.compared if isinstance(told, ViewsData) else None)


class Findings(VerticalScrollArea):
    """What the comparison says, a sentence each; a click leads to the touchpoint."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.sentences: list[QWidget] = []
        inner = QWidget()
        inner.setProperty("ground", "ground")
        card = QFrame()
        card.setProperty("kind", "card")
        title = label(context.tr("Where we misjudge the customers"), "strong", wrap=True)
        title.setContentsMargins(_INSET, 0, _INSET, 0)
        self._box = column(card, title, spacing=2)
        self._box.setContentsMargins(16 - _INSET, 12, 16 - _INSET, 12)
        column(inner, card, -1, spacing=14).setContentsMargins(16, 16, 16, 16)
        self.setObjectName("rate_side")
        self.setWidget(inner)
        self.setAccessibleName(context.tr("Where we misjudge the customers"))
        self.setFixedWidth(_SIDE)

    def show_compared(self, compared: ViewsCompared | None) -> None:
        """Say what two rounds say about each other; None where they say nothing."""
        for old in self.sentences:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sentences = []
        context = self.context
        if compared is not None:
            for finding in views_findings(context.document, compared, context.texts):
                self._add(finding)
        if not self.sentences:
            words = context.tr("Rate the same touchpoints once in the employees’ and once in the customers’ view.")
            self._put(label(words, "muted", wrap=True))
            begin = button(context.tr("New round"), lambda: context.commands.run("rate.new_round"))
            begin.setEnabled(not context.session.read_only)
            self._put(begin)

    def _add(self, finding: Finding) -> None:
        if self.sentences:
            self._put(rule())
        said = LeadingSentence(self.context, finding) if finding.touchpoints else label(finding.text, "", wrap=True)
        self._put(said)

    def _put(self, part: QWidget) -> None:
        self.sentences.append(part)
        self._box.addWidget(part)


class LeadingSentence(PlainPaintedButton):
    """A sentence over as many lines as it needs; a click selects its touchpoint everywhere."""

    def __init__(self, context: Context, finding: Finding) -> None:
        super().__init__()
        self.context, self.finding = context, finding
        self.setText(finding.text)
        self.setAccessibleName(finding.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: context.selection.select(finding.touchpoints[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = QRect(0, 0, self.width() - 2 * _INSET, 10_000)
        metrics = QFontMetrics(self.context.theme.font(13))
        self.setFixedHeight(metrics.boundingRect(room, _WRAPPED, self.text()).height() + 2 * _INSET)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, painter = self.context.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(theme.colour(Role.ACCENT) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.ACCENT_GROUND))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour(Role.INK))
        painter.drawText(self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET), _WRAPPED, self.text())
        painter.end()
