"""The group's word on a touchpoint, by one key: critical or not, stardust, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cxstudio.edits import mark_critical, mark_stardust
from cxstudio.model import Touchpoint
from cxstudio.model.kinds import CriticalMark
from cxstudio.wording import N_
from cxstudio.wording.figures.voice_sentences import Mark, mark_words
from ui.context.context import Context
from ui.workspaces.rate.table.answer_rows import Decision
from ui.workspaces.rate.table.answer_table_model import RatingTable


class Marking(QObject):
    """Answers the keys K, R and * of the grid."""

    def __init__(self, context: Context, table: RatingTable, ask_reason: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._table, self._ask_reason = context, table, ask_reason

    def critical(self) -> None:
        """Mark the selected touchpoint as critical, or as not critical where it counts as such."""
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is None:
            return
        now = self._table.line(touchpoint.id).critical
        with self._context.session.transaction(N_("Mark as critical or not")) as draft:
            mark_critical(draft, [touchpoint.id], CriticalMark.NO if now else CriticalMark.YES)
        self._say(touchpoint, "critical", not now)
        if self._table.line(touchpoint.id).decision is Decision.UNEXPLAINED:
            self._context.messages.say(self._context.tr("The rule disagrees. Please enter the group’s reason."))
            self._ask_reason()

    def by_rule(self) -> None:
        """Leave it to the rule again whether the selected touchpoint is critical; the reason stays."""
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is not None and touchpoint.critical is not CriticalMark.BY_RULE:
            with self._context.session.transaction(N_("Mark as critical or not")) as draft:
                mark_critical(draft, [touchpoint.id], CriticalMark.BY_RULE)
            self._say(touchpoint, "critical", self._table.line(touchpoint.id).critical)

    def reason(self) -> None:
        """Write why the group decides as it does."""
        if self._context.selection.of(Touchpoint) is not None:
            self._ask_reason()

    def stardust(self) -> None:
        """Mark the selected touchpoint as stardust, or take the mark away."""
        touchpoint = self._context.selection.of(Touchpoint)
        if touchpoint is not None:
            with self._context.session.transaction(N_("Mark as stardust or not")) as draft:
                mark_stardust(draft, [touchpoint.id], not touchpoint.stardust)
            self._say(touchpoint, "stardust", not touchpoint.stardust)

    def _say(self, touchpoint: Touchpoint, mark: Mark, on: bool) -> None:
        self._context.messages.say(mark_words([touchpoint], mark, on, self._context.texts))
