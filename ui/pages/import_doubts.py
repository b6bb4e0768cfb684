"""What an import cannot know for certain: each question with what is proposed first, and what else it may mean."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from cxstudio.exchange.plan.column_mapping import Mapping
from cxstudio.exchange.plan.import_plan import Doubt, ImportPlan
from ui.context.context import Context
from ui.widgets.basics import button, column, label, rule
from ui.widgets.wrapping_row import Flow


class ImportDoubts(QFrame):
    """A card with the open questions; choosing an answer reads the source anew through `remap`."""

    def __init__(self, context: Context, plan: ImportPlan, remap: Callable[[Mapping], object]) -> None:
        super().__init__()
        self.context, self._remap = context, remap
        self.choices: dict[str, tuple[QPushButton, ...]] = {}
        """Question → its answers, what is proposed first."""
        self.setProperty("kind", "card")
        tr = context.tr
        said = context.texts.trn(
            "{n} question about this file. The first answer is proposed and counts unless you choose another.",
            "{n} questions about this file. The first answer of each is proposed and counts unless you choose another.",
            len(plan.doubts),
        )
        box = column(self, label(tr("To be decided"), "strong"), label(said, "small", wrap=True), spacing=6)
        box.setContentsMargins(16, 14, 16, 14)
        for doubt in plan.doubts:
            box.addWidget(rule())
            box.addWidget(self._question(doubt))

    def _question(self, doubt: Doubt) -> QWidget:
        texts = self.context.texts
        made, answers = QWidget(), QWidget()
        asked = label(doubt.said(texts), wrap=True)
        flow = Flow(answers, gap=6)
        buttons = []
        for at, choice in enumerate(doubt.choices):
            said = choice.label.said(texts)
            shown = said if at else texts.tr("{answer} (proposed)", answer=said)
            answer = button(shown, partial(self._remap, choice.mapping), "ghost" if at else "")
            answer.setAccessibleName(f"{asked.text()} {shown}")
            flow.addWidget(answer)
            buttons.append(answer)
        self.choices[doubt.id] = tuple(buttons)
        column(made, asked, answers, spacing=6)
        return made
