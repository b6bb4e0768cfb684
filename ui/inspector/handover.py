"""Where the customer goes on to from a touchpoint, and what travels along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.flow.responsible_departments import accountable
from cxstudio.analysis.flow.transition_shares import told_total
from cxstudio.analysis.freshness import FLOW_FIGURES, touches
from cxstudio.edits import remove_records
from cxstudio.edits.journey.flow import draw_way, way_between
from cxstudio.model import Document, Id, Touchpoint, Transition
from cxstudio.model.kinds import Travels
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.fields.field_table import field_of
from cxstudio.wording.findings.transition_sentences import mark_lines, total_line
from ui.context.context import Context
from ui.forms.form import Form
from ui.forms.record_picker import Choice, Picker
from ui.forms.record_row import tool
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.segmented_choice import Segments


def following(document: Document, touchpoint: Touchpoint) -> Touchpoint | None:
    """The next touchpoint on the map."""
    listed = document.journey_touchpoints(document.journey_of(touchpoint).id)
    place = next(i for i, t in enumerate(listed) if t.id == touchpoint.id)
    return listed[place + 1] if place + 1 < len(listed) else None


class HandoverPanel(QWidget):
    """The handover to the next touchpoint's department, in one click."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        self.text = label("", wrap=True)
        field = field_of(Transition, "travels")
        choices = [(m.value, choice_text(context.texts, m)) for m in Travels]
        self.travels = Segments(choices, context.tr(field.label), can_clear=True)
        set_tooltip(self.travels, context.tr(field.help))
        self.travels.chosen.connect(self._choose)
        self.travels.setEnabled(not context.session.read_only)
        under = row(None, self.travels, -1)
        self.question = label(context.tr(field.label), "field")
        box = column(self, self.text, self.question, spacing=4)
        box.addLayout(under)

    def show_record(self, touchpoint: Id | None) -> None:
        """Show the handover behind this touchpoint; hidden where the department stays the same."""
        self.touchpoint = touchpoint
        document = self.context.document
        record = document.find(touchpoint)
        target = following(document, record) if isinstance(record, Touchpoint) else None
        if not isinstance(record, Touchpoint) or target is None:
            self.setVisible(False)
            return
        here, there = accountable(document, record), accountable(document, target)
        self.setVisible(here is not None and there is not None and here != there)
        if here and there:
            text = self.context.tr(
                "⇄ {here} → {there}, to “{touchpoint}”", here=here.name, there=there.name, touchpoint=target.name
            )
            self.text.setText(text)
        way = self._way(target)
        self.travels.set_value(way.travels.value if way and way.travels else None)

    def _way(self, target: Touchpoint) -> Transition | None:
        return way_between(self.context.document, self.touchpoint or "", target.id)

    def _choose(self, value: object) -> None:
        record = self.context.document.find(self.touchpoint)
        target = following(self.context.document, record) if isinstance(record, Touchpoint) else None
        if target is None or self.touchpoint is None:
            return
        travels = Travels(str(value)) if value is not None else None
        with self.context.session.transaction(N_("Set what is passed on")) as draft:
            draw_way(draft, self.touchpoint, target.id, travels=travels)


class WaysPanel(QWidget):
    """Every drawn way out of a touchpoint with all its fields; ways can be added and deleted."""

    FIELDS = ("target", "kind", "share", "assumed", "travels")

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        self.ways: dict[Id, QFrame] = {}
        self._body = column(None, spacing=8)
        self.adder = button(context.tr("+ Path"), self.open_picker, "add")
        self.drop_out = button(context.tr("+ Drop-out"), lambda: self._add(None), "add")
        for part in (self.adder, self.drop_out):
            part.setEnabled(not context.session.read_only)
        self.marks, self.total = label("", "small", wrap=True), label("", "error", wrap=True)
        box = column(self, spacing=4)
        box.addWidget(self.marks)
        box.addLayout(self._body)
        box.addWidget(self.total)
        box.addLayout(row(None, self.adder, self.drop_out, -1, spacing=4))
        self._behind = False
        """Whether the graph may mark the touchpoint otherwise than is said."""
        context.bridge.changed.connect(self._follow)
        context.bridge.settled.connect(self._catch_up)
        context.bridge.figured.connect(self._figured)

    def show_record(self, touchpoint: Id | None) -> None:
        """List this touchpoint's ways, and what they make of it."""
        self.touchpoint, self._behind = touchpoint, True
        self._catch_up()
        wanted = [w.id for w in self.context.document.having(Transition, "source", touchpoint or "")]
        for gone in [i for i in self.ways if i not in wanted]:
            frame = self.ways.pop(gone)
            frame.hide()
            frame.deleteLater()
        for way in wanted:
            if way not in self.ways:
                self.ways[way] = self._card(way)
                self._body.addWidget(self.ways[way])

    def _show_marks(self) -> None:
        """Dead end, loop and the like, where the graph is known; and shares that are more than everybody."""
        document, texts = self.context.document, self.context.texts
        known = self.touchpoint in document
        said = "\n".join(mark_lines(self.context.flow.marks_at(self.touchpoint), texts)) if known else ""
        too_much = total_line(told_total(document, self.touchpoint or ""), texts) if known else ""
        for part, words in ((self.marks, said), (self.total, too_much)):
            part.setText(words)
            part.setVisible(bool(words))

    def open_picker(self) -> Picker:
        """Choose where the way leads."""
        document, journey = self.context.document, self.context.selection.journey
        listed = document.journey_touchpoints(journey) if journey else ()
        taken = {w.target for w in document.having(Transition, "source", self.touchpoint or "")}
        choices = [Choice(t.id, t.name) for t in listed if t.id not in taken and t.id != self.touchpoint]
        picker = Picker(self.context, self.adder, choices, name=self.context.tr("Path to"))
        picker.picked.connect(self._add)
        picker.open_below(picker.line)
        return picker

    def _add(self, target: Id | None) -> None:
        if self.touchpoint is None:
            return
        with self.context.session.transaction(N_("Draw a path")) as draft:
            draw_way(draft, self.touchpoint, target)

    def _card(self, way: Id) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "item")
        form = Form(self.context, Transition, self.FIELDS, spacing=8)
        form.show_record(way)
        delete = tool(self.context, "close", self.context.tr("Remove the path"), lambda: self._remove(way))
        box = row(frame, form, delete, spacing=4)
        box.setContentsMargins(8, 8, 4, 8)
        box.setAlignment(delete, Qt.AlignmentFlag.AlignTop)
        return frame

    def _remove(self, way: Id) -> None:
        with self.context.session.transaction(N_("Remove a path")) as draft:
            remove_records(draft, [way])

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Transition):
            self.show_record(self.touchpoint)
        self._behind = self._behind or touches(FLOW_FIGURES, changes)

    def _figured(self, about: frozenset[Id]) -> None:
        """The graph of a very long journey came later."""
        self._behind = self._behind or self.context.selection.journey in about

    def _catch_up(self) -> None:
        """Folded away it asks for no graph."""
        if self._behind and self.isVisible():
            self._behind = False
            self._show_marks()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
