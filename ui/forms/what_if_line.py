"""What if: another share is typed beside a path, and what would follow is said. Nothing of it is kept."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.flow.what_if import ChangedWay, what_if
from cxstudio.model import Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording.findings.what_if_sentences import what_if_sentences
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.widgets.basics import column, label

_RANGE: Final = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*%?\s*(?:[-–]\s*(\d+(?:[.,]\d+)?)\s*%?\s*)?")
_HUNDRED = 100.0


class WhatIfLine(QWidget):
    """A share or a range in per cent; below it the sentences."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._way: Transition | None = None
        self.line = Line()
        self.line.setPlaceholderText(context.tr("For example 15–25"))
        self.line.setAccessibleName(context.tr("What if this share were another one, in per cent"))
        self.line.textChanged.connect(lambda _: self.refresh())
        self.said = label("", "small", wrap=True)
        column(self, self.line, self.said, spacing=6)

    def show_way(self, way: Transition) -> None:
        """Ask about this path; another one begins without a question."""
        if self._way is None or self._way.id != way.id:
            self.line.setText("")
        self._way = way
        self.refresh()

    def refresh(self) -> None:
        """Say what follows from what is typed."""
        text = self.line.text().strip()
        self.said.setVisible(bool(text))
        self.said.setText(" ".join(self._sentences(text)) if text else "")

    def _sentences(self, text: str) -> list[str]:
        context, way = self._context, self._way
        source = context.document.find(way.source) if way is not None else None
        if way is None or not isinstance(source, Touchpoint):
            return []
        found = _RANGE.fullmatch(text)
        ends = [float(end.replace(",", ".")) / _HUNDRED for end in found.groups() if end] if found else []
        if not ends or max(ends) > 1:
            return [context.tr("Type a share from 0 to 100, or a range such as 15–25.")]
        changed = ChangedWay(way.source, way.target, min(ends), max(ends), way.kind is TransitionKind.DROP_OUT)
        outcome = what_if(context.document, context.document.journey_of(source).id, [changed])
        return what_if_sentences(context.document, changed, outcome, context.texts)
