"""Topics of notes: counted, one chosen to be listed alone, given to the notes chosen, and proposed by shared words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from cxstudio.analysis.journeys.note_topics import Topic, note_topics, proposed_topics
from cxstudio.edits import set_topic
from cxstudio.model import Id, Note
from cxstudio.model.folding import folded
from cxstudio.wording import N_
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label
from ui.widgets.fitting.wrapping_row import FlowBox

_MOST = 12
"""Topics that have a chip of their own; the others are found by their notes."""
_WIDTH = 260


class TopicBar(QWidget):
    """Chips of the topics there are, those that are proposed, and a line that gives the chosen notes a topic."""

    filtered = Signal()
    """Other notes are listed now."""

    def __init__(self, context: Context, chosen: Callable[[], Sequence[Id]]) -> None:
        super().__init__()
        self._context, self._chosen = context, chosen
        self._notes: tuple[Note, ...] = ()
        self.shown: str | None = None
        """The topic whose notes are listed; empty for those without one, None for all."""
        self.topics: dict[str, QPushButton] = {}
        self.proposals: dict[str, QPushButton] = {}
        self._there, self._proposed = FlowBox(4), FlowBox(4)
        self.line = QLineEdit()
        self.line.setMaximumWidth(_WIDTH)
        self.line.setPlaceholderText(context.tr("Topic of the selected notes"))
        self.line.setAccessibleName(context.tr("Topic of the selected notes"))
        self.line.returnPressed.connect(self._typed)
        self._hint = label(context.tr("Words several notes share. Press one to make it their topic."), "small")
        column(self, self._there, self._hint, self._proposed, self.line, spacing=6)

    def keeps(self, note: Note) -> bool:
        """Whether a note is listed."""
        return self.shown is None or folded(note.theme) == folded(self.shown)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Count the topics of these notes."""
        writable = not self._context.session.read_only
        self.setVisible(bool(notes))
        self.line.setVisible(writable)
        if notes == self._notes:
            return
        self._notes = notes
        topics = note_topics(notes)
        names = {folded(note.theme) for note in notes} if topics else set()
        if self.shown is not None and folded(self.shown) not in names:
            self.shown = None
        self._show_topics(topics)
        self._show_proposals(proposed_topics(notes) if writable else ())

    def show_topic(self, topic: str | None) -> None:
        """List the notes of one topic alone, or all of them."""
        self.shown = topic
        for name, chip in self.topics.items():
            chip.setChecked(name == topic)
        self.filtered.emit()

    def _show_topics(self, topics: Sequence[Topic]) -> None:
        texts = self._context.texts
        self.topics = {}
        _emptied(self._there)
        for topic in topics[:_MOST]:
            self._chip(topic.name, topic.name, len(topic.notes))
        rest = sum(1 for note in self._notes if not note.theme.strip())
        if topics and rest:
            self._chip("", texts.tr("Without a topic"), rest)
        self._there.setVisible(bool(topics))

    def _chip(self, topic: str, text: str, count: int) -> None:
        chip = button(f"{text}  {self._context.texts.number(count)}", partial(self._pressed, topic), "chip")
        chip.setCheckable(True)
        chip.setChecked(topic == self.shown)
        self.topics[topic] = chip
        self._there.flow.addWidget(chip)

    def _pressed(self, topic: str) -> None:
        self.show_topic(None if self.shown == topic else topic)

    def _show_proposals(self, topics: Sequence[Topic]) -> None:
        texts = self._context.texts
        self.proposals = {}
        _emptied(self._proposed)
        for topic in topics:
            chip = button(f"+ {topic.name}  {texts.number(len(topic.notes))}", partial(self._give, topic), "tag")
            said = texts.trn(
                "Make {topic} the topic of {n} note", "Make {topic} the topic of {n} notes", len(topic.notes),
                topic=texts.quoted(topic.name),
            )  # fmt: skip
            chip.setAccessibleName(said)
            set_tooltip(chip, said)
            self.proposals[topic.name] = chip
            self._proposed.flow.addWidget(chip)
        self._proposed.setVisible(bool(topics))
        self._hint.setVisible(bool(topics))

    def _typed(self) -> None:
        topic, notes = self.line.text(), tuple(self._chosen())
        if not notes:
            self._context.messages.say(self._context.tr("Select the notes first."))
            return
        self.line.clear()
        self._give(Topic(topic, notes))

    def _give(self, topic: Topic) -> None:
        known = [note for note in topic.notes if isinstance(self._context.document.find(note), Note)]
        if known and not self._context.session.read_only:
            with self._context.session.transaction(N_("Set the topic")) as draft:
                set_topic(draft, known, topic.name)


def _emptied(box: FlowBox) -> None:
    while (item := box.flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
