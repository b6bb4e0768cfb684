"""The inspector for a way: from where to where, which kind, what share, what travels along."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from cxstudio.analysis.flow.transition_shares import told_total
from cxstudio.edits import remove_records
from cxstudio.model import Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.findings.transition_sentences import total_line
from ui.context.context import Context
from ui.forms.what_if_line import WhatIfLine
from ui.inspector.record_panels import RecordPanel
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.folding_section import Headed


class WayPanel(RecordPanel):
    """Both ends as buttons, then the fields; warns where the shares of a touchpoint are more than everybody."""

    kind = Transition

    def __init__(self, context: Context) -> None:
        self.ends: dict[str, QPushButton] = {}
        super().__init__(context)

    def fill(self, shown: set[str]) -> None:
        tr = self.context.tr
        ends = column(None, spacing=2)
        for name, said in (("source", tr("From")), ("target", tr("Leads to"))):
            made = button("", kind="plainlink")
            made.clicked.connect(lambda _=False, n=name: self._go(n))
            self.ends[name] = made
            ends.addWidget(label(said, "field"))
            ends.addWidget(made)
        self.box.addLayout(ends)
        self.add_form(["kind", "share", "assumed"])
        self.total = label("", "error", wrap=True)
        self.box.addWidget(self.total)
        self.add_form(["travels"])
        self.what_if = WhatIfLine(self.context)
        self.box.addWidget(Headed(tr("What if"), self.what_if))
        self.delete = button(tr("Remove the path"), self._remove)
        self.delete.setIcon(self.context.theme.icon("trash"))
        self.delete.setEnabled(not self.context.session.read_only)
        self.box.addLayout(row(None, self.delete, -1))

    def follow(self, changes: ChangeSet | None) -> None:
        super().follow(changes)
        document, tr = self.context.document, self.context.tr
        way = document.find(self.record_id)
        if not isinstance(way, Transition):
            return
        source, target = document.find(way.source), document.find(way.target)
        names = {
            "source": source.name if isinstance(source, Touchpoint) else "",
            "target": target.name if isinstance(target, Touchpoint) else "",
        }
        if way.kind is TransitionKind.DROP_OUT:
            names["target"] = tr("customers drop out")
        elif not isinstance(target, Touchpoint):
            names["target"] = tr("the end of the journey")
        for name, made in self.ends.items():
            made.setText(" ".join(names[name].split())[:60])
            set_tooltip(made, names[name][:500])
            made.setEnabled(name == "source" or (isinstance(target, Touchpoint) and names["target"] == target.name))
        said = total_line(told_total(document, way.source), self.context.texts)
        self.total.setText(said)
        self.total.setVisible(bool(said))
        self.what_if.show_way(way)

    def _go(self, name: str) -> None:
        way = self.context.document.find(self.record_id)
        if isinstance(way, Transition):
            wanted = way.source if name == "source" else way.target
            if wanted is not None:
                self.context.selection.select(wanted)

    def _remove(self) -> None:
        way = self.context.document.find(self.record_id)
        if isinstance(way, Transition):
            with self.context.session.transaction(N_("Remove a path")) as draft:
                remove_records(draft, [way.id])
            self.context.selection.select(way.source)
