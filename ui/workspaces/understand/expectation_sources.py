"""Where a persona's expectation comes from: five sources, each with words, weight and evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cxstudio.edits import add_source, remove_records
from cxstudio.model import ExpectationSource, Id, Persona
from cxstudio.model.kinds import ExpectationOrigin
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.fields.field_table import field_of
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.editor_factory import editor_for
from ui.forms.record_row import tool
from ui.forms.text_editors import OneLineText
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label

FIELDS = ("text", "weight", "evidence")


class SourceGrid(QWidget):
    """One line per source; a second source of the same origin is added with "+"."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.persona: Id | None = None
        self.fields: dict[Id, dict[str, BoundField]] = {}
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, 104)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnMinimumWidth(1, 120)
        self._grid.setColumnStretch(3, 2)
        self._grid.setColumnMinimumWidth(3, 112)
        context.bridge.changed.connect(self._follow)

    def show_record(self, persona: Id | None) -> None:
        """Show the sources of this persona."""
        changed = persona != self.persona
        self.persona = persona
        wanted = [s.id for s in self._listed()]
        if changed or wanted != list(self.fields):
            self._build()

    def _listed(self) -> list[ExpectationSource]:
        sources = self.context.document.having(ExpectationSource, "persona", self.persona or "")
        order = list(ExpectationOrigin)
        return sorted(sources, key=lambda s: order.index(s.origin))

    def _build(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.fields = [], {}
        self._headings()
        line, sources = 1, self._listed()
        for origin in ExpectationOrigin:
            mine = [s for s in sources if s.origin is origin]
            for place, source in enumerate(mine):
                self._line(line, source, first=place == 0)
                line += 1
            if not mine:
                self._missing(line, origin)
                line += 1

    def _headings(self) -> None:
        for place, name in enumerate(FIELDS, start=1):
            heading = label(self.context.tr(field_of(ExpectationSource, name).label), "field")
            set_tooltip(heading, self.context.tr(field_of(ExpectationSource, name).help))
            self._put(heading, 0, place)

    def _line(self, line: int, source: ExpectationSource, *, first: bool) -> None:
        name = choice_text(self.context.texts, source.origin)
        self._put(label(name if first else "", "strong"), line, 0)
        self.fields[source.id] = {}
        for place, field in enumerate(FIELDS, start=1):
            make = OneLineText if field == "text" else editor_for
            made = BoundField(self.context, ExpectationSource, field, labelled=False, make=make)
            if isinstance(made.editor, OneLineText):
                made.editor.box.enter_ends = True
            made.show_record(source.id)
            if proxy := made.editor.focusProxy():
                proxy.setAccessibleName(f"{name}: {self.context.tr(made.field.label)}")
            self.fields[source.id][field] = made
            self._put(made, line, place)
        if first:
            does = self.context.tr("One more source")
            act = tool(self.context, "plus", does, lambda: self._add(source.origin))
            act.setAccessibleName(f"{does}: {name}")
        else:
            does = self.context.tr("Remove the source")
            act = tool(self.context, "close", does, lambda: self._remove(source.id))
            act.setAccessibleName(f"{does}: {name} ({line})")
        act.setEnabled(not self.context.session.read_only)
        self._put(act, line, 4)

    def _missing(self, line: int, origin: ExpectationOrigin) -> None:
        self._put(label(choice_text(self.context.texts, origin), "strong"), line, 0)
        adder = button(self.context.tr("+ Add"), lambda: self._add(origin), "add")
        adder.setEnabled(not self.context.session.read_only)
        self._put(adder, line, 1, left=True)

    def _put(self, part: QWidget, line: int, place: int, *, left: bool = False) -> None:
        self._grid.addWidget(part, line, place)
        if left:
            self._grid.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        self._parts.append(part)

    def _add(self, origin: ExpectationOrigin) -> None:
        if self.persona is not None:
            with self.context.session.transaction(N_("Add a source of expectation")) as draft:
                draft.get(Persona, self.persona)
                add_source(draft, self.persona, origin)

    def _remove(self, source: Id) -> None:
        with self.context.session.transaction(N_("Remove a source of expectation")) as draft:
            remove_records(draft, [source])

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(ExpectationSource):
            self.show_record(self.persona)
            for fields in self.fields.values():
                for field in fields.values():
                    field.follow(changes)
