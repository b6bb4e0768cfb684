"""Whether a touchpoint is critical: the rule proposes, the group decides, and says why when it overrules."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.results import Criticality
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import CriticalMark
from ui.context import Context
from ui.forms.bound import BoundField
from ui.widgets.basics import column, label


class CriticalField(QWidget):
    """By rule, yes or no; the reason appears where the group has decided."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._proposal: Criticality | None = None
        self.mark = BoundField(context, Touchpoint, "critical", labelled=False)
        self.reason = BoundField(context, Touchpoint, "critical_reason")
        self.proposal = label("", "small", wrap=True)
        self.wanted = label(context.tr("Overruling the rule wants a reason; the report prints it."), "error", wrap=True)
        column(self, self.mark, self.proposal, self.reason, self.wanted, spacing=4)
        self.mark.kept.connect(self._decided)

    def show_record(self, touchpoint: Id | None) -> None:
        """Show the mark of this touchpoint."""
        self.mark.show_record(touchpoint)
        self.reason.show_record(touchpoint)
        self._arrange()

    def refresh(self) -> None:
        """The touchpoint changed."""
        self.mark.refresh()
        self.reason.refresh()
        self._arrange()

    def show_proposal(self, criticality: Criticality | None) -> None:
        """Show what the rule proposes."""
        self._proposal = criticality
        self._arrange()

    @property
    def overruled(self) -> bool:
        """The group decided against the rule."""
        mark = self.mark.value
        proposed = self._proposal is not None and self._proposal.proposed
        return (mark is CriticalMark.YES and not proposed) or (mark is CriticalMark.NO and proposed)

    def _arrange(self) -> None:
        tr, known = self.context.tr, self._proposal
        if known is None:
            text = tr("The rule has no figures yet.")
        else:
            text = tr("The rule proposes: critical.") if known.proposed else tr("The rule proposes: not critical.")
        self.proposal.setText(text)
        decided = self.mark.value is not CriticalMark.BY_RULE
        self.reason.setVisible(decided or bool(self.reason.value))
        self.wanted.setVisible(self.overruled and not self.reason.value)

    def _decided(self) -> None:
        self._arrange()
        if self.overruled and not self.reason.value:
            self.reason.editor.setFocus()
