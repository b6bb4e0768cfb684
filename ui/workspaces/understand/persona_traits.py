"""Traits of a persona: a slider between two opposites each, with both ends typed where they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from cxstudio.catalogue.persona_templates import usual_traits
from cxstudio.edits import add_trait, remove_records
from cxstudio.model import Id, Persona, PersonaTrait
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.record_row import tool
from ui.forms.text_editors import OneLineText
from ui.widgets.basics import button, column, row


class TraitGrid(QWidget):
    """One line per trait."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.persona: Id | None = None
        self.fields: dict[Id, dict[str, BoundField]] = {}
        self._parts: list[QWidget] = []
        lines = QWidget()
        self._grid = QGridLayout(lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for place, stretch in ((0, 3), (1, 4), (2, 3)):
            self._grid.setColumnStretch(place, stretch)
        self.add = button(context.tr("+ Trait"), self._add, "add")
        self.usual = button(context.tr("Use the usual traits"), self._add_usual, "add")
        for part in (self.add, self.usual):
            part.setEnabled(not context.session.read_only)
        box = column(self, lines, spacing=4)
        box.addLayout(row(None, self.add, self.usual, -1, spacing=12))
        context.bridge.changed.connect(self._follow)

    def show_record(self, persona: Id | None) -> None:
        """Show the traits of this persona."""
        changed, self.persona = persona != self.persona, persona
        wanted = [t.id for t in self._listed()]
        if changed or wanted != list(self.fields):
            self._build()

    def _listed(self) -> tuple[PersonaTrait, ...]:
        return self.context.document.having(PersonaTrait, "persona", self.persona or "")

    def _build(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.fields = [], {}
        for line, trait in enumerate(self._listed()):
            fields = self.fields[trait.id] = {}
            for place, (name, make) in enumerate((("low", OneLineText), ("value", None), ("high", OneLineText))):
                made = (
                    BoundField(self.context, PersonaTrait, name, labelled=False, make=make)
                    if make is not None
                    else BoundField(self.context, PersonaTrait, name, labelled=False)
                )
                made.show_record(trait.id)
                if proxy := made.editor.focusProxy():
                    said = self.context.tr("{low} or {high}", low=trait.low, high=trait.high)
                    proxy.setAccessibleName(f"{said}: {self.context.tr(made.field.label)}")
                fields[name] = made
                self._put(made, line, place)
            drop = tool(self.context, "close", self.context.tr("Remove the trait"), partial(self._remove, trait.id))
            which = self.context.tr("{low} or {high}", low=trait.low, high=trait.high)
            drop.setAccessibleName(drop.toolTip() + f": {which} ({line + 1})")
            drop.setEnabled(not self.context.session.read_only)
            self._put(drop, line, 3)
        self.usual.setVisible(not self.fields)

    def _put(self, part: QWidget, line: int, place: int) -> None:
        self._grid.addWidget(part, line, place)
        self._parts.append(part)

    def _add(self) -> None:
        if self.persona is not None:
            tr = self.context.tr
            with self.context.session.transaction(N_("Add a trait")) as draft:
                draft.get(Persona, self.persona)
                made = add_trait(draft, self.persona, tr("One end"), tr("Other end"))
            proxy = self.fields[made]["low"].editor.focusProxy()
            if proxy is not None:
                proxy.setFocus()

    def _add_usual(self) -> None:
        if self.persona is not None:
            persona, language = self.persona, str(self.context.document.project.language)
            with self.context.session.transaction(N_("Add the usual traits")) as draft:
                for low, high in usual_traits(language):
                    add_trait(draft, persona, low, high)

    def _remove(self, trait: Id) -> None:
        with self.context.session.transaction(N_("Remove the trait")) as draft:
            remove_records(draft, [trait])

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(PersonaTrait):
            self.show_record(self.persona)
            for fields in self.fields.values():
                for field in fields.values():
                    field.follow(changes)
