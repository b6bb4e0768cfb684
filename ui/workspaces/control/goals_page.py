"""Before and after: three counts, each touchpoint in both rounds, and every target with what became of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.analysis.change.control_figures import ControlFigures
from cxstudio.analysis.measures.measure_standing import standings
from cxstudio.layout.charts.change_chart import ChangeData, change_data, lay_out
from cxstudio.layout.charts.chart_base import Chart, ChartStyle
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Id, Measure, Round, Touchpoint
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.findings.change_findings import change_findings
from cxstudio.wording.findings.control_findings import apart_words, journey_lines, worse_words
from ui.context.context import Context
from ui.forms.form import Form
from ui.widgets.basics import card, column, label, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.chart_canvas import ChartPicture
from ui.workspaces.control.control_model import ControlModel
from ui.workspaces.control.target_cards import TargetList

_SIDE, _WIDEST_SIDE = 330, 410
_SIDE_SHARE: Final = 0.27
_NARROW: Final = 980
"""Below this width the targets stand under the picture."""
_MOST_NAMED: Final = 3


class GoalsPage(QWidget):
    """Everything two rounds say, without a word about why."""

    def __init__(self, context: Context, model: ControlModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        tr = context.tr
        self.counts = [Count(tr("Critical touchpoints")), Count(tr("Targets")), Count(tr("Measures in the plan"))]
        self.picture = ChangePicture(context, tr("Before and after"))
        self.title = label(tr("Before and after per touchpoint"), "strong")
        self.words = label("", "small", wrap=True)
        self.apart = label("", "small", wrap=True)
        self.chart = card(self.title, self.picture, self.words, self.apart, margin=16, spacing=8)
        self.targets = TargetList(context, model)
        self.knew = Form(context, Round, ["raters_knew_measures"])
        self.whole = label("", "", wrap=True)
        self.whole_card = card(label(tr("Whole journey"), "strong"), self.whole)
        self.side = QWidget()
        side = column(self.side, card(label(tr("What became of the targets"), "strong"), self.targets), spacing=12)
        side.addWidget(self.whole_card)
        side.addWidget(card(self.knew))
        side.addStretch(1)
        self._made = QWidget()
        self._top = row(None, *self.counts, spacing=12)
        self._middle = row(None, self.chart, self.side, spacing=12)
        self._middle.setAlignment(self.chart, Qt.AlignmentFlag.AlignTop)
        self._middle.setStretch(0, 1)
        box = column(self._made, spacing=12)
        box.setContentsMargins(16, 16, 16, 16)
        box.addLayout(self._top)
        box.addLayout(self._middle)
        self._below = column(None, spacing=12)
        box.addLayout(self._below)
        box.addStretch(1)
        self.area = VerticalScrollArea(self._made, by_keys=True)
        column(self, self.area)

    def refresh(self) -> None:
        """Read the two rounds again."""
        found = self.model.figures
        pair = self.model.pair
        if found is None or pair is None:
            return
        texts, document = self.context.texts, self.context.document
        names = (self.model.short_name(pair[0]), self.model.short_name(pair[1]))
        self.picture.show_data(change_data(document, found, names, texts))
        self.words.setText(" ".join(finding.text for finding in change_findings(document, found.changes, texts)))
        self.apart.setText(" ".join(
            part for part in (worse_words(document, found, texts), apart_words(document, found.changes, texts)) if part
        ))  # fmt: skip
        self.apart.setVisible(bool(self.apart.text()))
        lines = journey_lines(found.journey, texts)
        self.whole.setText("\n".join(lines))
        self.whole_card.setVisible(bool(lines))
        self.knew.show_record(pair[1])
        self.targets.show_outcomes(found.outcomes)
        self._count(found)

    def _count(self, found: ControlFigures) -> None:
        document, texts = self.context.document, self.context.texts
        arrow = f"{len(found.critical_before)} → {len(found.critical_after)}"
        left = self._named(found.critical_after)
        critical = [texts.tr("still or newly critical: {names}", names=left) if left else ""]
        unknown = len([t for t in found.not_again if t not in found.critical_after])
        critical.append(texts.trn("{n} not rated again", "{n} not rated again", unknown) if unknown else "")
        self.counts[0].say(arrow, "; ".join(part for part in critical if part))
        met, missed = found.count(TargetState.MET), found.count(TargetState.MISSED)
        open_ = found.count(TargetState.CANNOT_BE_TOLD)
        said = texts.tr("{n} of {all}", n=texts.number(met), all=texts.number(len(found.outcomes)))
        below = texts.tr("met; {missed} missed, {open} cannot be told yet", missed=missed, open=open_)
        self.counts[1].say(said, below)
        plan = [m for m in document.all(Measure) if m.status is not MeasureStatus.DROPPED]
        begun = [m for m in plan if m.status in (MeasureStatus.RUNNING, MeasureStatus.DONE)]
        known = standings(document, date.today())
        late = [m.title for m in plan if known[m.id].overdue]
        slow = [m.title for m in plan if known[m.id].at_risk]
        count = texts.tr("{n} of {all}", n=texts.number(len(begun)), all=texts.number(len(plan)))
        words = texts.tr("running or done")
        if late:
            words += "; " + texts.trn("{n} overdue", "{n} overdue", len(late)) + f": {', '.join(late[:_MOST_NAMED])}"
        if slow:
            words += "; " + texts.trn("{n} at risk", "{n} at risk", len(slow)) + f": {', '.join(slow[:_MOST_NAMED])}"
        self.counts[2].say(count, words)

    def _named(self, touchpoints: tuple[Id, ...]) -> str:
        document = self.context.document
        known = [short_name(document, t) for t in touchpoints if isinstance(document.find(t), Touchpoint)]
        more = ["…"] if len(known) > _MOST_NAMED else []
        return ", ".join([*known[:_MOST_NAMED], *more])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _NARROW
        wide = min(max(_SIDE, round(self.width() * _SIDE_SHARE)), _WIDEST_SIDE)
        self.side.setMinimumWidth(wide if beside else 0)
        self.side.setMaximumWidth(wide if beside else 16777215)
        if beside and self._middle.indexOf(self.side) < 0:
            self._below.removeWidget(self.side)
            self._middle.addWidget(self.side)
        elif not beside and self._below.indexOf(self.side) < 0:
            self._middle.removeWidget(self.side)
            self._below.addWidget(self.side)

    def take_focus(self) -> None:
        """The picture: its arrows walk through the touchpoints."""
        self.picture.setFocus()


class Count(QFrame):
    """A count with its name above and a few words below."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.value, self.words = label("", "display"), label("", "small", wrap=True)
        box = column(self, label(name, "caption"), self.value, self.words, -1, spacing=2)
        box.setContentsMargins(16, 14, 16, 12)

    def say(self, value: str, words: str) -> None:
        """Show a value and what stands behind it."""
        self.value.setText(value)
        self.words.setText(words)


class ChangePicture(ChartPicture):
    """The rows of two rounds, as high as they need."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(context, name)
        self.room = 1.0
        self._data: ChangeData | None = None

    def show_data(self, data: ChangeData) -> None:
        """Show these rows."""
        self._data = data
        self.room = SCREEN(60.0 + 31.0 * len(data.rows))
        self.setMinimumHeight(round(self.room))
        self.setVisible(bool(data.rows))
        self.lay_out_again()

    def make(self, width: float, height: float) -> Chart | None:
        if self._data is None or not self._data.rows:
            return None
        return lay_out(self._data, ChartStyle(width, height, self.context.texts, framed=False))

    def words_of(self, touchpoint: Touchpoint) -> str:
        rows = self._data.rows if self._data is not None else ()
        return next((r.spoken for r in rows if r.touchpoint == touchpoint.id), "")

    def summary(self) -> str:
        return ". ".join(r.spoken for r in self._data.rows) if self._data is not None else ""
