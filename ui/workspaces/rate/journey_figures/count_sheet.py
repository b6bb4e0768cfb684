"""Enter how many people gave each answer to a question about the whole journey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from cxstudio.analysis.journey_figures.nps_csat_ces import figure_of_counts
from cxstudio.edits.rating.journey_figures import MOST, set_journey_figure
from cxstudio.model import Id, JourneyFigures
from cxstudio.model.kinds import FigureKind
from cxstudio.wording import N_
from cxstudio.wording.figures.loyalty_sentences import figure_name, figure_question, figure_words
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.segmented_choice import Segments

ENTER: Final = N_("Enter {figure}")
SCALES: Final[dict[FigureKind, tuple[tuple[int, int], ...]]] = {
    FigureKind.NPS: ((0, 10),),
    FigureKind.CSAT: ((1, 5), (1, 7), (1, 10)),
    FigureKind.CES: ((1, 7), (1, 5)),
    FigureKind.WANT: ((1, 5), (1, 7), (0, 10)),
    FigureKind.RETURN: ((1, 5), (1, 7), (0, 10)),
    FigureKind.RECOMMEND: ((1, 5), (1, 7), (0, 10)),
}
"""Scales a figure is asked on, the usual one first."""
_CELL = 46


class CountSheet(Overlay):
    """One box per answer; Tab goes on, a row of numbers can be pasted into the first. Enter writes everything."""

    def __init__(self, context: Context, anchor: QWidget, round_id: Id, figure: FigureKind) -> None:
        super().__init__(anchor)
        self.context, self.round_id, self.figure = context, round_id, figure
        self._name = figure_name(figure, context.texts)
        known = next((r for r in self._records if r.figure is figure), None)
        self._counts = dict(known.counts) if known is not None else {}
        scales = list(SCALES[figure])
        if known is not None and (known.lowest, known.highest) not in scales:
            scales.append((known.lowest, known.highest))
        self.scale = Segments([(s, f"{s[0]}–{s[1]}") for s in scales], context.tr("Scale"))
        self.scale.set_value((known.lowest, known.highest) if known is not None else scales[0])
        self.scale.setVisible(len(scales) > 1)
        self.scale.chosen.connect(lambda _: self._lay_out())
        self.boxes: dict[int, Line] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self.result = label("", "small", wrap=True)
        question = label(figure_question(figure, context.texts), "", wrap=True)
        box = column(self, label(self._name, "name"), question, spacing=8)
        box.setContentsMargins(18, 16, 18, 16)
        box.addLayout(row(None, self.scale, -1))
        box.addLayout(self._grid)
        box.addWidget(self.result)
        self.remove = button(context.tr("Remove"), self._remove)
        done = button(context.tr("Done"), self.finish, "primary")
        box.addLayout(row(None, self.remove, -1, button(context.tr("Cancel"), self.dismiss), done))
        self.remove.setVisible(known is not None)
        self._lay_out()

    @property
    def first(self) -> Line:
        """Where typing begins."""
        return next(iter(self.boxes.values()))

    @property
    def _records(self) -> tuple[JourneyFigures, ...]:
        return self.context.document.having(JourneyFigures, "round", self.round_id)

    @property
    def ends(self) -> tuple[int, int]:
        """Lowest and highest answer."""
        value = self.scale.value
        assert isinstance(value, tuple)
        return value

    def finish(self) -> None:
        """Write the counts as one step."""
        counts = self.read()
        self.dismiss()
        with self.context.session.transaction(ENTER, figure=self._name) as draft:
            set_journey_figure(draft, self.round_id, self.figure, *self.ends, counts)

    def read(self) -> dict[int, int]:
        """Answer → people."""
        return {value: int(box.text() or 0) for value, box in self.boxes.items()}

    def _remove(self) -> None:
        self.dismiss()
        with self.context.session.transaction(ENTER, figure=self._name) as draft:
            set_journey_figure(draft, self.round_id, self.figure, *self.ends, {})

    def _lay_out(self) -> None:
        if self.boxes:
            self._counts = {str(value): n for value, n in self.read().items()}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        low, high = self.ends
        for at, value in enumerate(range(low, high + 1)):
            head = label(str(value), "small")
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            made = PastingLine(self.spread)
            made.setFixedWidth(_CELL)
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            made.setValidator(QIntValidator(0, MOST, made))
            made.setAccessibleName(self.context.tr("People who answered {value}", value=value))
            made.setText(str(self._counts.get(str(value)) or ""))
            made.textChanged.connect(self._tell)
            made.returnPressed.connect(self.finish)
            self._grid.addWidget(head, 0, at)
            self._grid.addWidget(made, 1, at)
            self.boxes[value] = made
        self.setFixedWidth(max(380, (high - low + 1) * (_CELL + 4) + 36))
        self._tell()
        self.adjustSize()

    def spread(self, numbers: list[int]) -> None:
        """Fill the boxes from the first on."""
        for box, number in zip(self.boxes.values(), numbers, strict=False):
            box.setText(str(max(0, min(number, MOST))))

    def _tell(self) -> None:
        found = figure_of_counts(self.figure, *self.ends, self.read())
        nothing = self.context.tr("Nobody has answered yet.")
        self.result.setText(nothing if found is None else figure_words(found, self.context.texts))


class PastingLine(Line):
    """A box that hands several numbers pasted at once to its sheet."""

    def __init__(self, spread: Callable[[list[int]], object]) -> None:
        super().__init__()
        self._spread = spread

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            numbers = [int(part) for part in text.replace(";", " ").replace(",", " ").split() if part.isdecimal()]
            if len(numbers) > 1:
                self._spread(numbers)
                return
        super().keyPressEvent(event)
