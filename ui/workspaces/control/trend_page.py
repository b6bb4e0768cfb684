"""Measured values over time, signals first, and below them every touchpoint over all rounds."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from cxstudio.analysis.change.measured_series import Judged, falls, is_own, judged_series, series_of
from cxstudio.analysis.change.round_trend import round_trend
from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.layout.charts.series.series_chart import SeriesData, series_chart
from cxstudio.model import Id, Measure, Round, Target
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.findings.series_findings import series_line, series_note, series_words
from cxstudio.wording.plan.measure_sentences import figure_label
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.inspector.measured_values_sheet import ValuesSheet
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.control.control_model import ControlModel
from ui.workspaces.control.round_cards import RoundCards

_CARD: Final = 340
"""Pixels a card needs at least."""
_HIGH, _LOW = 190, 120


class TrendPage(QWidget):
    """Usual variation is drawn over measured values by the month, never over rounds."""

    def __init__(self, context: Context, model: ControlModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.cards: list[SeriesCard] = []
        self.rounds: RoundCards | None = None
        self._made = QWidget()
        self._box = column(self._made, spacing=12)
        self._box.setContentsMargins(16, 16, 16, 16)
        self.area = VerticalScrollArea(self._made, by_keys=True)
        column(self, self.area)
        self._grids: list[tuple[QGridLayout, list[SeriesCard]]] = []
        self._across = 0

    def refresh(self) -> None:
        """Read all series and rounds again."""
        self._made = QWidget()
        self._box = column(self._made, spacing=12)
        self._box.setContentsMargins(16, 16, 16, 16)
        self._grids, self.cards, self._across, self.rounds = [], [], 0, None
        signals, others, empty = self._sorted()
        tr, trn = self.context.tr, self.context.texts.trn
        if signals:
            self._part(trn("{n} signal", "{n} signals", len(signals)),
                       tr("Outside of what is usual: something is different here. Why, the figures do not say."),
                       signals, _HIGH)  # fmt: skip
        if others:
            self._part(trn("{n} without a signal", "{n} without a signal", len(others)),
                       tr("Do not read meaning into ups and downs within what is usual."), others, _LOW)  # fmt: skip
        if signals or others:
            legend = tr("Grey: usual variation, dashed its mean. Blue: the target, and with a number the start of the "
                        "measure. Values are judged from the ninth on, each against those before it.")  # fmt: skip
            self._box.insertWidget(0, label(legend, "small", wrap=True))
        else:
            words = tr(
                "Measured values of a figure of your own appear here by the month: calls, drop-outs, complaints."
            )
            self._box.addWidget(card(label(tr("No measured values yet"), "strong"), label(words, "muted", wrap=True)))
        if empty:
            self._box.addWidget(self._waiting(empty))
        self._rounds()
        self._box.addStretch(1)
        self.area.setWidget(self._made)
        self._arrange()

    def open_values(self, target: Id, anchor: QWidget) -> ValuesSheet:
        """The measured values of a target; the keyboard goes back to the page, whose cards are made anew."""
        sheet = ValuesSheet(self.context, self.area, target)
        sheet.open_below(sheet.pasted, at=anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))
        return sheet

    def _sorted(self) -> tuple[list[SeriesData], list[SeriesData], list[Target]]:
        """Series with a signal at their newest value, the others, and targets without any value."""
        document, texts = self.context.document, self.context.texts
        numbers = plan_numbers(document)
        signals: list[SeriesData] = []
        others: list[SeriesData] = []
        empty: list[Target] = []
        for measure in document.all(Measure):
            if measure.status is MeasureStatus.DROPPED:
                continue
            for target in document.having(Target, "measure", measure.id):
                if not is_own(target):
                    continue
                values = series_of(document, target.id)
                if not values:
                    empty.append(target)
                    continue
                judged = judged_series(values)
                less = bool(falls(target, values[0].value if len(values) > 1 else None))
                begins = ((measure.start, numbers[measure.id]),) if measure.start is not None else ()
                data = SeriesData(target, judged, less, begins, series_words(target, judged, texts))
                (signals if _newest_signal(judged) else others).append(data)
        return signals, others, empty

    def _part(self, title: str, words: str, series: list[SeriesData], height: int) -> None:
        head = row(None, label(title, "name"), label(words, "muted"), -1, spacing=12)
        self._box.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(12)
        cards = [SeriesCard(self.context, self, data, height) for data in series]
        self.cards += cards
        self._grids.append((grid, cards))
        self._box.addLayout(grid)

    def _waiting(self, targets: list[Target]) -> QWidget:
        texts = self.context.texts
        made = card(label(texts.tr("Targets without a measured value"), "strong"))
        box = made.layout()
        assert box is not None
        for target in targets:
            name = figure_label(target, texts) or texts.tr("Target")
            measure = self.context.document.get(Measure, target.measure)
            opener = button(texts.tr("Enter …"), None, "link", name=texts.tr("Measured values: {figure}", figure=name))
            opener.clicked.connect(partial(self._open, target.id, opener))
            line = QWidget()
            row(line, ElidedLabel(f"{name} · {measure.title}"), opener).setStretch(0, 1)
            box.addWidget(line)
        return made

    def _open(self, target: Id, anchor: QWidget, *_: object) -> None:
        self.open_values(target, anchor)

    def _rounds(self) -> None:
        """Every touchpoint over all rounds that compare with the later one."""
        pair = self.model.pair
        if pair is None:
            return
        document, texts = self.context.document, self.context.texts
        trend = round_trend(document, pair[1], self.context.bridge.figures)
        if len(trend.rounds) < 2:
            return
        named = []
        for round_id in trend.rounds:
            about = document.get(Round, round_id)
            day = f" ({texts.long_date(about.day, year=False)})" if about.day else ""
            named.append(self.model.short_name(round_id) + day)
        words = texts.tr("Mean experience from left to right: {rounds}.", rounds=", ".join(named))
        words += " " + texts.tr("Usual variation is drawn for measured values only, never for rounds.")
        self._box.addWidget(label(texts.tr("All comparable rounds"), "name"))
        self._box.addWidget(label(words, "muted", wrap=True))
        self.rounds = RoundCards(self.context, self.model, trend)
        self._box.addWidget(self.rounds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = max(1, min(3, (self.width() - 32) // _CARD))
        if across == self._across:
            return
        self._across = across
        for grid, cards in self._grids:
            for at in range(3):
                grid.setColumnStretch(at, 1 if at < min(across, len(cards)) else 0)
            wide = min(across, len(cards))
            for at, made in enumerate(cards):
                grid.addWidget(made, at // wide, at % wide)


class SeriesCard(QFrame):
    """One series with its newest value, its picture and the way to its values."""

    def __init__(self, context: Context, page: TrendPage, data: SeriesData, height: int) -> None:
        super().__init__()
        from ui.workspaces.control.series_picture import SeriesPicture

        self.setProperty("kind", "card")
        self.data = data
        texts, document = context.texts, context.document
        name = figure_label(data.target, texts) or texts.tr("Target")
        measure = document.get(Measure, data.target.measure)
        head = row(None, ElidedLabel(name, "strong"), spacing=8)
        head.setStretch(0, 1)
        if _newest_signal(data.judged):
            head.addWidget(self._chip(context))
        self.picture = SeriesPicture(context, partial(series_chart, data), data.spoken, height)
        self.values = button(texts.tr("Values …"), None, "link",
                             name=texts.tr("Measured values: {figure}", figure=name))  # fmt: skip
        self.values.clicked.connect(lambda *_: page.open_values(data.target.id, self.values))
        show = button(texts.tr("Show"), partial(show_record, context, measure.id), "link",
                      name=texts.tr("Show") + f": {measure.title}, {name}")  # fmt: skip
        numbers = plan_numbers(document)
        since = "" if measure.start is None else ", " + texts.tr("since {date}", date=texts.date(measure.start))
        said = texts.tr("Measure {number}", number=numbers[measure.id]) + since
        foot = row(None, ElidedLabel(said, "small"), self.values, show, spacing=8)
        foot.setStretch(0, 1)
        box = column(self, spacing=4)
        box.setContentsMargins(16, 12, 16, 10)
        box.addLayout(head)
        box.addWidget(label(series_line(data.target, data.judged, texts), "muted"))
        box.addWidget(self.picture)
        box.addWidget(label(series_note(data.judged, texts), "small", wrap=True))
        box.addLayout(foot)

    def _chip(self, context: Context) -> QWidget:
        judged = self.data.judged
        assert judged.newest is not None and judged.newest.limits is not None
        above = judged.newest.value > judged.newest.limits.high
        good = above is not self.data.less
        words = context.tr("▲ above") if above else context.tr("▼ below")
        return label(words, "chip", tone="delighting" if good else "critical")


def _newest_signal(judged: Judged) -> bool:
    return judged.newest is not None and judged.newest.signal
