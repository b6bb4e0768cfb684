"""Picking channels, departments or personas where they are shown: a list that stays open, with ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from cxstudio.edits.links import OWNERS, Linked, link, link_named
from cxstudio.model import BY_NAME, Channel, Id
from cxstudio.model.folding import folded
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.field_table import field_of
from ui.context.context import Context
from ui.forms.bound_field import CHANGE
from ui.forms.link_choices import channels_to_make, choice_of, choices_of
from ui.forms.record_picker import Choice, Picker
from ui.widgets.basics import button, label


class LinkPicker(Picker):
    """Each pick is written at once as one step; Enter on an empty line, Esc or a click elsewhere closes it."""

    def __init__(self, context: Context, anchor: QWidget, owners: Sequence[Id], field: Linked) -> None:
        self._ids, self._field, self._owner = tuple(owners), field, OWNERS[field]
        self._kind = BY_NAME[field_of(self._owner, field).refs[0]]
        said = context.tr(field_of(self._owner, field).label)
        super().__init__(context, anchor, self._listed(context), name=said, can_make=True)
        self.command = "journeys.personas" if field == "personas" else f"journey.pick_{field}"
        self.heading = label(self._heading(said), "strong", wrap=True)
        box = self.layout()
        assert box is not None
        box.insertWidget(0, self.heading)  # type: ignore[attr-defined]
        self.setAccessibleName(self.heading.text())
        self.setFixedWidth(280)
        context.bridge.changed.connect(self._follow)

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """Offer something below the list that closes it."""
        link = button(text, None, "link")
        link.clicked.connect(self.dismiss)
        link.clicked.connect(lambda *_: act())
        box = self.layout()
        assert box is not None
        box.addWidget(link)

    def open_at(self, at: QRect | None = None) -> None:
        """Show it beside a part of the screen, or below its widget, ready to type."""
        self.open_below(self.line, at=at)

    def _listed(self, context: Context) -> list[Choice]:
        more = channels_to_make(context) if self._kind is Channel else []
        return [*choices_of(context, context.document.all(self._kind)), *more]

    def _heading(self, said: str) -> str:
        texts, document = self._context.texts, self._context.document
        if len(self._ids) > 1:
            where = texts.trn("{n} touchpoint", "{n} touchpoints", len(self._ids))
        else:
            where = choice_of(self._context, document.get(self._owner, self._ids[0])).name
        return f"{said} · {where}"

    def _state(self, record: Id) -> Qt.CheckState:
        """Whether all of them have it, some or none."""
        having = [record in getattr(self._context.document.get(self._owner, i), self._field) for i in self._ids]
        if all(having):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(having) else Qt.CheckState.Unchecked

    def _add(self, choice: Choice, new: str = "") -> QListWidgetItem:
        item = super()._add(choice, new)
        if choice.id is not None:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(self._state(choice.id))
        elif choice.icon:
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        return item

    def enter(self) -> None:
        """Take the row marked; with nothing typed and nothing marked it is done."""
        if self.list.currentItem() is None:
            self.dismiss()
        else:
            super().enter()

    def take(self, new: str, record: Id | None) -> None:
        """Give it to the records, or take it from them where all have it; the list stays open."""
        context = self._context
        on = record is None or self._state(record) is not Qt.CheckState.Checked
        with context.session.transaction(CHANGE, field=field_of(self._owner, self._field).label) as draft:
            if new:
                record = link_named(draft, self._ids, self._field, new)
            elif record is not None:
                link(draft, self._ids, self._field, record, on=on)
        self.line.clear()
        self._mark(record)

    def _mark(self, record: Id | None) -> None:
        """Say what became of a record; no row stays marked, so that Enter closes."""
        self.list.setCurrentRow(-1)
        item = next((self.list.item(n) for n in range(self.list.count()) if self.record_at(n) == record), None)
        self.line.setAccessibleDescription(self.spoken(item) if item is not None else "")

    def spoken(self, item: QListWidgetItem) -> str:
        said = super().spoken(item)
        ticked = {
            Qt.CheckState.Checked: self._context.tr("{name}, chosen", name=said),
            Qt.CheckState.Unchecked: self._context.tr("{name}, not chosen", name=said),
            Qt.CheckState.PartiallyChecked: self._context.tr("{name}, chosen for some", name=said),
        }
        return ticked[item.checkState()] if item.data(Qt.ItemDataRole.CheckStateRole) is not None else said

    def _follow(self, changes: ChangeSet) -> None:
        if any(i not in self._context.document for i in self._ids):
            self.close()
            return
        self._choices = self._listed(self._context)
        here, at = self.line.text(), self.list.verticalScrollBar().value()
        self._fill(here)
        if not folded(here):
            self.list.verticalScrollBar().setValue(at)
