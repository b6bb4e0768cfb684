"""The inspector while several touchpoints are selected: what they share, and one edit for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxstudio.edits import in_map_order, move_touchpoints
from cxstudio.model import Id, Record, Stage, Touchpoint
from cxstudio.store import ChangeSet, Draft
from ui.context.context import Context
from ui.forms.form import editable
from ui.forms.shared_field import SharedField
from ui.widgets.basics import column, label
from ui.widgets.folding_section import Section

LEFT_OUT = ("name", "description", "counterpart")
"""What no two touchpoints share."""
ABOVE = ("requirement", "experience_kinds", "critical", "critical_reason", "stardust")
"""Fields in plain view; the others stand in their groups."""
NAMED = 3
"""So many stages are named; more are counted."""


def _move_all(draft: Draft, ids: Sequence[Id], stage: Id) -> None:
    family = [t for t in draft.document.touchpoints(stage) if t.id not in ids]
    move_touchpoints(draft, in_map_order(draft.document, ids), stage, family[-1].id if family else None)


class SeveralPanel(QWidget):
    """Shared fields of the selected touchpoints."""

    kind: type[Record] = Touchpoint

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.ids: tuple[Id, ...] = ()
        self.fields: dict[str, SharedField] = {}
        tr = context.tr
        self.name = label("", "name")
        self.summary = label("", "muted", wrap=True)
        self.hint = label(
            tr("What you enter here applies to all of them, and so do digits, K, * and Del on the map."),
            "small",
            wrap=True,
        )
        box = column(self, spacing=16)
        box.setContentsMargins(16, 16, 16, 24)
        box.addLayout(
            column(None, label(tr("Selection"), "caption"), 4, self.name, 2, self.summary, self.hint, spacing=4)
        )
        for name in ABOVE:
            box.addWidget(self._field(name))
        folding = column(None, spacing=4)
        for group, names in self._groups().items():
            holder = QWidget()
            column(holder, *(self._field(name) for name in names), spacing=12)
            title = tr(group) if group else tr("Place on the map")
            folding.addWidget(Section(context, title, holder, folded="channels" not in names))
        box.addLayout(folding)
        box.addStretch(1)

    def show_records(self, ids: Sequence[Id]) -> None:
        """Show what these touchpoints share."""
        self.ids = tuple(ids)
        for field in self.fields.values():
            field.show_records(self.ids)
        self._describe()

    def show_record(self, record_id: Id) -> None:
        """One of them alone."""
        self.show_records((record_id,))

    def follow(self, changes: ChangeSet) -> None:
        """The document changed."""
        there = tuple(i for i in self.ids if i in self.context.document)
        if there != self.ids:
            self.show_records(there)
            return
        for field in self.fields.values():
            field.follow(changes)
        self._describe()

    def _field(self, name: str) -> SharedField:
        move = _move_all if name == "stage" else None
        made = SharedField(self.context, Touchpoint, name, write_all=move)
        self.fields[name] = made
        return made

    def _groups(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for field in editable(Touchpoint):
            if field.name not in (*LEFT_OUT, *ABOVE):
                groups.setdefault("" if field.name == "stage" else field.group, []).append(field.name)
        return groups

    def _describe(self) -> None:
        document, texts = self.context.document, self.context.texts
        self.name.setText(texts.trn("{n} touchpoint", "{n} touchpoints", len(self.ids)))
        found = (document.find(i) for i in self.ids)
        stages = dict.fromkeys(t.stage for t in found if isinstance(t, Touchpoint))
        names = [stage.name for i in stages if isinstance(stage := document.find(i), Stage)]
        said = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            said = texts.trn("from {n} stage", "from {n} stages", len(names))
        self.summary.setText(said)
