"""The chain of ideas as links, both ways: touchpoint, question, idea, vote, measure, and what corrects it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.analysis.ideas.idea_chain import chain_of, ideas_for, questions_about
from cxstudio.model import Id, Idea, Measure, Note, Question, Record, Touchpoint, VoteRound
from cxstudio.model.placement import placed_at
from cxstudio.wording.fields.field_table import record_words
from cxstudio.wording.fields.record_names import record_name
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label

_MOST = 6
_LONGEST = 30


class IdeaLinks(QWidget):
    """Hidden where there is nothing to lead to."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.record_id: Id | None = None
        self.buttons: list[QPushButton] = []
        self._all = False
        """Whether every link is wanted, however many there are."""
        self._more = button("", self._show_all, "link")
        self._said: tuple[tuple[Id, str], ...] = ()
        self._box = column(self, label(context.tr("Linked with"), "caption"), self._more, spacing=2)
        context.bridge.changed.connect(lambda *_: self.refresh())
        self.hide()

    def show_record(self, record_id: Id | None) -> None:
        """Show what this record is linked with."""
        self._all = self._all and record_id == self.record_id
        self.record_id = record_id
        self.refresh()

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        if len(self.buttons) > _MOST:
            self.buttons[_MOST].setFocus()

    def refresh(self) -> None:
        """Look at the links again."""
        record = self.context.document.find(self.record_id)
        linked = dict.fromkeys(_linked(self.context, record))
        known = [r for r in (self.context.document.find(i) for i in linked) if r is not None]
        found = known if self._all else known[:_MOST]
        more = len(known) - len(found)
        said = tuple((r.id, record_name(r, self.context.texts)) for r in found)
        if said != self._said:
            self._said = said
            for old in self.buttons:
                old.hide()
                old.deleteLater()
            self.buttons = [self._link(r, name) for r, (_, name) in zip(found, said, strict=True)]
            for made in self.buttons:
                self._box.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
                made.show()  # at once: the keyboard may go on there
        self._more.setText(self.context.texts.trn("and {n} more", "and {n} more", more) if more > 0 else "")
        self._more.setVisible(more > 0)
        self._box.removeWidget(self._more)
        self._box.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(said))

    def _link(self, record: Record, name: str) -> QPushButton:
        kind = self.context.tr(record_words(type(record)).one)
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
        text = f"{kind}: {short}" if short else kind
        made = button(text, partial(show_record, self.context, record.id), "link")
        made.setAccessibleName(f"{kind}: {name}" if name else kind)
        set_tooltip(made, made.accessibleName())
        return made


def _linked(context: Context, record: Record | None) -> Iterator[Id]:
    document = context.document
    if isinstance(record, Idea):
        chain = chain_of(document, record)
        yield from chain.touchpoints
        yield from (chain.question,) if chain.question is not None else ()
        yield from chain.votes
        yield from chain.measures
    elif isinstance(record, Touchpoint):
        yield from (question.id for question in questions_about(document, record))
        yield from (idea.id for idea in ideas_for(document, record))
        notes = placed_at(document, Note, record.id)
        yield from dict.fromkeys(note.came_from for note in notes if note.came_from is not None)
    elif isinstance(record, VoteRound):
        yield from (record.question,) if record.question is not None else ()
        yield from (record.follows,) if record.follows is not None else ()
        yield from record.ideas
    elif isinstance(record, Measure):
        yield from (record.corrects,) if record.corrects is not None else ()
        yield from (one.id for one in document.having(Measure, "corrects", record.id))
        for idea in record.ideas:
            yield idea
            found = document.find(idea)
            if isinstance(found, Idea) and found.question is not None:
                yield found.question
    elif isinstance(record, Question):
        yield from record.touchpoints
        yield from (record.from_view,) if record.from_view is not None else ()
        yield from (idea.id for idea in document.having(Idea, "question", record.id) if idea.merged_into is None)
