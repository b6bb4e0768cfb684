"""Prototypes and tests: what the group believes of an idea, how it finds out, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from cxstudio.analysis.ideas.idea_chain import trial_state
from cxstudio.edits import add_prototype, add_test, remove_records
from cxstudio.layout.boards.wall_items import TRIAL_WORDS, last_result
from cxstudio.model import Id, Idea, Prototype, Record, Test
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import record_words
from cxstudio.wording.fields.record_names import idea_words
from ui.context.context import Context
from ui.forms.form import Form
from ui.widgets.basics import button, column, label, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.ideas_model import IdeasModel
from ui.workspaces.ideas.question_header import QuestionHeader

_LIST, _TWO_LINES = 260, 46
_ID = Qt.ItemDataRole.UserRole


class TrialCard(QFrame):
    """One prototype or one test, all its fields in view."""

    def __init__(self, context: Context, record: Record, fields: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.form = Form(context, type(record), fields)
        kind = context.tr(record_words(type(record)).one)
        for field in self.form.fields.values():
            if (proxy := field.editor.focusProxy()) is not None:  # a prototype and a test ask alike
                proxy.setAccessibleName(f"{kind}: {context.tr(field.field.label)}")
        self.form.show_record(record.id)
        self.form.setEnabled(not context.session.read_only)
        remove = button(context.tr("Remove"), partial(_remove, context, record.id), "link")
        remove.setAccessibleName(context.tr("Remove: {what}", what=kind))
        remove.setEnabled(not context.session.read_only)
        box = column(self, spacing=8)
        box.addLayout(row(None, label(kind, "caption"), -1, remove))
        box.addWidget(self.form)
        box.setContentsMargins(16, 12, 16, 14)


class TrialsPage(QWidget):
    """Ideas on the left with how their tests ended; cards of the one chosen on the right."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.header = QuestionHeader(context, model)
        self.list = QListWidget()
        self.list.setAccessibleName(context.tr("Ideas"))
        self.list.setFixedWidth(_LIST)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._chosen)
        inner = QWidget()
        inner.setProperty("ground", "ground")
        self.title = label("", "name", wrap=True)
        self._cards = column(None, spacing=10)
        self.prototype = button(context.tr("+ Prototype"), self.add_prototype)
        self.trial = button(context.tr("+ Test"), self.add_test, "primary")
        box = column(inner, self.title, spacing=12)
        box.addLayout(self._cards)
        box.addLayout(row(None, self.trial, self.prototype, -1))
        box.addStretch(1)
        box.setContentsMargins(16, 4, 16, 16)
        head = QWidget()
        column(head, self.header).setContentsMargins(16, 12, 16, 8)
        below = row(None, self.list, VerticalScrollArea(inner), spacing=0)
        below.setStretch(1, 1)
        below.setContentsMargins(16, 0, 0, 0)
        whole = column(self, head, spacing=0)
        whole.addLayout(below, 1)
        self.cards: list[TrialCard] = []
        self._said: tuple[object, ...] | None = None
        model.changed.connect(self.refresh)
        context.selection.changed.connect(self._follow)
        self.refresh()

    @property
    def idea(self) -> Idea | None:
        """The idea chosen."""
        item = self.list.currentItem()
        found = self.context.document.find(str(item.data(_ID))) if item is not None else None
        return found if isinstance(found, Idea) else None

    def ideas(self) -> list[Idea]:
        """Those with a prototype or test first, then those the last vote chose, then the others."""
        known = last_result(self.context.document, self.model.question)
        chosen = known[1].chosen if known is not None else ()
        document = self.context.document
        return sorted(self.model.ideas, key=lambda i: (trial_state(document, i.id) is None, i.id not in chosen))

    def refresh(self, *_: object) -> None:
        """List the ideas again; cards somebody writes in stay."""
        document, tr = self.context.document, self.context.tr
        wanted = self.context.selection.of(Idea) or self.idea
        self.list.blockSignals(True)
        self.list.clear()
        for idea in self.ideas():
            state = trial_state(document, idea.id)
            text = idea_words(idea, self.context.texts)
            said = text if state is None else f"{text}\n{tr(TRIAL_WORDS[state])}"
            item = QListWidgetItem(said)
            item.setData(_ID, idea.id)
            if state is not None:
                item.setSizeHint(QSize(0, _TWO_LINES))
            self.list.addItem(item)
            if wanted is not None and idea.id == wanted.id:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show()

    def take_focus(self) -> None:
        """The list of ideas."""
        self.list.setFocus()

    def add_test(self) -> None:
        """A test of the idea chosen; what the group believes is written next."""
        self._add(N_("Add a test"), add_test)

    def add_prototype(self) -> None:
        """A prototype for the idea chosen."""
        self._add(N_("Add a prototype"), add_prototype)

    def _add(self, label_: str, edit: object) -> None:
        idea = self.idea
        if idea is None:
            return
        with self.context.session.transaction(label_) as draft:
            made = edit(draft, idea.id, "")  # type: ignore[operator]
        for shown in self.cards:
            first = next(iter(shown.form.fields.values()))
            if first.record_id == made:
                first.editor.setFocus()

    def _show(self) -> None:
        """The cards of the idea chosen."""
        idea, document = self.idea, self.context.document
        records: list[Record] = []
        if idea is not None:
            records = [*document.having(Test, "idea", idea.id), *document.having(Prototype, "idea", idea.id)]
        said = (idea and idea.id, tuple(r.id for r in records))
        for part in (self.prototype, self.trial):
            part.setEnabled(idea is not None and not self.context.session.read_only)
        none = self.context.tr("No ideas yet. Add some on the wall.")
        self.title.setText(idea_words(idea, self.context.texts) if idea is not None else none)
        if said == self._said:
            return
        self._said = said
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = [TrialCard(self.context, record, _FIELDS[type(record)]) for record in records]
        for made in self.cards:
            self._cards.addWidget(made)

    def _chosen(self, item: QListWidgetItem | None, *_: object) -> None:
        self._show()
        if item is not None and self.isVisible():
            self.context.selection.select(str(item.data(_ID)))

    def _follow(self) -> None:
        idea = self.context.selection.of(Idea)
        if idea is not None and self.isVisible() and (self.idea is None or self.idea.id != idea.id):
            self.refresh()


_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Test: ("hypothesis", "how", "with_whom", "result", "learned", "next_step"),
    Prototype: ("title", "how", "material"),
}


def _remove(context: Context, record: Id) -> None:
    with context.session.transaction(N_("Remove the card")) as draft:
        remove_records(draft, [record])
