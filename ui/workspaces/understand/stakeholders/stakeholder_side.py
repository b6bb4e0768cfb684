"""Beside the stakeholder map: what is known of whoever is selected, and what flows to and from them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits import relate, remove_records
from cxstudio.model import Id, Persona, Stakeholder, StakeholderRelation
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.form import Form
from ui.forms.record_row import tool
from ui.forms.text_editors import OneLineText
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.menus import entry, open_below
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.understand.understand_model import UnderstandModel

WIDTH = 232


class StakeholderSide(QWidget):
    """Fields of the one selected, then a line for each relation."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.record: Id | None = None
        self.fields: dict[Id, BoundField] = {}
        """Relation → the field with what flows."""
        self.setObjectName("side")
        self.setProperty("ground", "surface")
        self.setFixedWidth(WIDTH)
        tr = context.tr
        self.empty = label(tr("Select somebody on the map to see and change what is known."), "small", wrap=True)
        self.form = Form(context, Stakeholder, ("name", "kind", "closeness", "note"))
        self.heading = ElidedLabel("", "strong")
        self.caption = label(tr("What is exchanged"), "caption")
        self.add = button(tr("+ Relation"), name=tr("Add a relation"))
        self.add.setProperty("kind", "add")
        self.add.clicked.connect(lambda: open_below(self._menu(), self.add))
        self.add.setEnabled(not context.session.read_only)
        self._lines = column(None, spacing=8)
        inner = QWidget()
        box = column(inner, self.empty, self.heading, self.form, self.caption, spacing=10)
        box.addLayout(self._lines)
        box.addLayout(row(None, self.add, -1))
        box.addStretch(1)
        box.setContentsMargins(16, 16, 16, 16)
        column(self, VerticalScrollArea(inner), spacing=0)
        context.selection.changed.connect(self.refresh)
        context.bridge.changed.connect(self._follow)
        self._said: tuple[object, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Show who is selected; of a relation, who it leads from."""
        record = self.context.selection.record
        if isinstance(record, StakeholderRelation):
            record = self.context.document.find(record.source)
        known = isinstance(record, Stakeholder | Persona)
        self.record = record.id if known and record is not None else None
        self.empty.setVisible(not known)
        self.form.setVisible(isinstance(record, Stakeholder))
        self.heading.setVisible(isinstance(record, Persona))
        self.caption.setVisible(known)
        self.add.setVisible(known)
        if isinstance(record, Stakeholder):
            self.form.show_record(record.id)
        elif isinstance(record, Persona):
            self.heading.set_text(record.name)
        self._show_relations()

    def _relations(self) -> list[tuple[StakeholderRelation, Id, bool]]:
        """Each relation with who stands at its other end, and whether it leads there."""
        document, record = self.context.document, self.record or ""
        out = [(r, r.target, True) for r in document.having(StakeholderRelation, "source", record)]
        return out + [(r, r.source, False) for r in document.having(StakeholderRelation, "target", record)]

    def _show_relations(self) -> None:
        listed = self._relations()
        said = (self.record, *((r.id, self._name(other), on) for r, other, on in listed))
        if said == self._said:
            return
        self._said, self.fields = said, {}
        while (item := self._lines.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        for relation, other, leads in listed:
            self._lines.addWidget(self._line(relation, other, leads))

    def _line(self, relation: StakeholderRelation, other: Id, leads: bool) -> QWidget:
        made, name = QWidget(), self._name(other)
        who = ElidedLabel(("→ " if leads else "← ") + name, "small")
        drop = tool(self.context, "close", self.context.tr("Remove the relation"), partial(self._remove, relation.id))
        drop.setEnabled(not self.context.session.read_only)
        head = row(None, who, drop, spacing=4)
        head.setStretch(0, 1)
        field = BoundField(self.context, StakeholderRelation, "flows", labelled=False, make=OneLineText)
        field.show_record(relation.id)
        said = self.context.tr("What flows to {name}") if leads else self.context.tr("What comes from {name}")
        if proxy := field.editor.focusProxy():
            proxy.setAccessibleName(said.format(name=name))
        self.fields[relation.id] = field
        box = column(made, spacing=2)
        box.addLayout(head)
        box.addWidget(field)
        return made

    def _name(self, record: Id) -> str:
        found = self.context.document.find(record)
        return getattr(found, "name", "") or self.context.tr("No name yet")

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for node in self.model.stakeholders.nodes:
            if node.record != self.record:
                entry(menu, node.name, partial(self._relate, node.record))
        return menu

    def _relate(self, target: Id) -> None:
        if self.record is not None:
            source = self.record
            with self.context.session.transaction(N_("Relate stakeholders")) as draft:
                made = relate(draft, source, target)
            if made in self.fields and (proxy := self.fields[made].editor.focusProxy()):
                proxy.setFocus()

    def _remove(self, relation: Id) -> None:
        with self.context.session.transaction(N_("Remove the relation")) as draft:
            remove_records(draft, [relation])

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Stakeholder, StakeholderRelation, Persona):
            self.refresh()
            for field in self.fields.values():
                field.follow(changes)
