"""The evaluation table to fill: how many people gave each pair of answers at one touchpoint."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from cxstudio.analysis.statistics.kano_figures import kano_kind, kano_pairs
from cxstudio.edits.rating.kano import MOST, may_enter_kano, set_kano_count
from cxstudio.model import Id
from cxstudio.wording import N_
from cxstudio.wording.explanations.kano_explanations import ANSWERS, LETTER_OF, MISSING, THERE, kano_name
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import label

ENTER: Final = N_("Enter Kano answers")
_CELL, _SIDE = 48, 92


class KanoMatrix(QWidget):
    """Rows: what if it is there; columns: what if it is missing. Every cell written is one step."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._place: tuple[Id, Id] | None = None
        self.cells: dict[tuple[int, int], Line] = {}
        tr = context.tr
        box = QGridLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setHorizontalSpacing(2)
        box.setVerticalSpacing(4)
        box.addWidget(label(tr(THERE), "small", wrap=True), 1, 0)
        over = label(tr(MISSING), "small")
        over.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(over, 0, 1, 1, 5)
        for at, words in enumerate(ANSWERS, 1):
            head, side = label(tr(words), "small", wrap=True), label(tr(words), "small", wrap=True)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            head.setFixedWidth(_CELL + 8)
            side.setMinimumWidth(_SIDE)
            box.addWidget(head, 1, at)
            box.addWidget(side, at + 1, 0)
        for there in range(1, 6):
            for missing in range(1, 6):
                box.addWidget(self._cell(there, missing), there + 1, missing, Qt.AlignmentFlag.AlignHCenter)
        box.setColumnStretch(0, 1)

    def show_place(self, round_id: Id, touchpoint: Id) -> None:
        """Show the counts of a touchpoint; only to read where a survey was imported."""
        self._place = (round_id, touchpoint)
        document = self.context.document
        pairs = kano_pairs(document, round_id).get(touchpoint, {})
        writable = not self.context.session.read_only and may_enter_kano(document, round_id, touchpoint)
        for (there, missing), cell in self.cells.items():
            n = pairs.get(f"{there}|{missing}", 0)
            if not (cell.hasFocus() and cell.isModified()):
                cell.put(str(n) if n else "")
            cell.setReadOnly(not writable)

    def _cell(self, there: int, missing: int) -> Line:
        made, texts = Line(), self.context.texts
        kind = kano_kind(there, missing)
        made.setFixedWidth(_CELL)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setValidator(QIntValidator(0, MOST, made))
        made.setPlaceholderText(LETTER_OF[kind])
        first, second = texts.tr(ANSWERS[there - 1]), texts.tr(ANSWERS[missing - 1])
        set_tooltip(made, kano_name(kind, texts))
        made.setAccessibleName(f"{texts.tr(THERE)} {first}. {texts.tr(MISSING)} {second}")
        made.setAccessibleDescription(kano_name(kind, texts))
        for signal in (made.returnPressed, made.left):
            signal.connect(lambda t=there, m=missing: self._write(t, m))
        made.escaped.connect(self._again)
        self.cells[there, missing] = made
        return made

    def _again(self) -> None:
        if self._place is not None:
            for cell in self.cells.values():
                cell.setModified(False)
            self.show_place(*self._place)

    def _write(self, there: int, missing: int) -> None:
        cell = self.cells[there, missing]
        if self._place is None or not cell.isModified() or cell.isReadOnly():
            return
        round_id, touchpoint = self._place
        times = int(cell.text() or 0)
        cell.setModified(False)
        if times != kano_pairs(self.context.document, round_id).get(touchpoint, {}).get(f"{there}|{missing}", 0):
            with self.context.session.transaction(ENTER) as draft:
                set_kano_count(draft, round_id, touchpoint, there, missing, times)
