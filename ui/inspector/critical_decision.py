"""Whether a touchpoint is critical: the rule proposes, the group decides, and says why when it overrules."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.statistics.figure_values import Criticality
from cxstudio.edits import mark_critical
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import CriticalMark
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row


class CriticalField(QWidget):
    """By rule, yes or no; the reason appears where the group has decided."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._proposal: Criticality | None = None
        self.mark = BoundField(context, Touchpoint, "critical", labelled=False)
        self.reason = BoundField(context, Touchpoint, "critical_reason")
        self.proposal = label("", "small", wrap=True)
        self.wanted = label(
            context.tr("Deciding against the rule needs a reason; it appears in the report."), "error", wrap=True
        )
        self.accept = button(context.tr("Accept"), self.accept_proposal, "link")
        set_tooltip(self.accept, context.tr("The group follows the rule"))
        self.accept.setEnabled(not context.session.read_only)
        said = row(None, self.proposal, self.accept, spacing=4)
        said.setStretch(0, 1)
        box = column(self, self.mark, spacing=4)
        box.addLayout(said)
        box.addWidget(self.reason)
        box.addWidget(self.wanted)
        self.mark.kept.connect(self._decided)
        self.reason.kept.connect(self._arrange)

    def show_record(self, touchpoint: Id | None) -> None:
        """Show the mark of this touchpoint."""
        self.mark.show_record(touchpoint)
        self.reason.show_record(touchpoint)
        self._arrange()

    def follow(self, changes: ChangeSet) -> None:
        """The document changed; what the rule proposes then is shown next."""
        self.mark.follow(changes)
        self.reason.follow(changes)

    def show_proposal(self, criticality: Criticality | None) -> None:
        """Show what the rule proposes."""
        self._proposal = criticality
        self._arrange()

    def accept_proposal(self) -> None:
        """Make the rule's proposal the group's decision."""
        if self._proposal is not None and self.mark.record_id is not None:
            mark = CriticalMark.YES if self._proposal.proposed else CriticalMark.NO
            with self.context.session.transaction(N_("Mark as critical or not")) as draft:
                mark_critical(draft, [self.mark.record_id], mark)
            self.mark.refresh()
            self._arrange()

    def ask_reason(self) -> None:
        """Let somebody write why."""
        self.reason.show()
        self.reason.editor.setFocus()

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
        decided = self.mark.value is not CriticalMark.BY_RULE
        if decided and known is not None:
            text += " " + (tr("The group decides otherwise.") if self.overruled else tr("The group agrees."))
        self.proposal.setText(text)
        self.accept.setVisible(known is not None and not decided)
        self.reason.setVisible(decided or bool(self.reason.value))
        self.wanted.setVisible(self.overruled and not self.reason.value)

    def _decided(self) -> None:
        self._arrange()
        if self.overruled and not self.reason.value:
            self.reason.editor.setFocus()
