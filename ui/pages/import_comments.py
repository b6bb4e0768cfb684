"""The comments of an import: words they share, counted, and those that become quotes at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QPushButton

from cxstudio.analysis.journeys.note_topics import Topic, proposed_topics
from cxstudio.model import Note
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label
from ui.widgets.fitting.wrapping_row import FlowBox

_MOST = 500
"""Comments that are listed; the others can be sorted after the import."""
_LONGEST = 200
_TEXT = Qt.ItemDataRole.UserRole
_HEIGHT = 240


class ImportComments(QFrame):
    """A list of the comments with a tick each; a press on a word lists those that hold it."""

    def __init__(self, context: Context, comments: Sequence[Note], chosen: Collection[str]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        tr, self._texts = context.tr, context.texts
        listed = comments[:_MOST]
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Comments that become quotes"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(min(_HEIGHT, 30 * len(listed) + 10))
        self._rows: dict[str, QListWidgetItem] = {}
        for note in listed:
            said = " ".join(note.text.split())
            item = QListWidgetItem(said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…", self.list)
            item.setData(_TEXT, note.text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if note.text in chosen else Qt.CheckState.Unchecked)
            if len(said) > _LONGEST:
                set_tooltip(item, note.text[:2_000])
            self._rows[note.id] = item
        self.words: dict[str, QPushButton] = {}
        """A word several comments share → its button."""
        words = FlowBox(4)
        for topic in proposed_topics(listed):
            chip = button(f"{topic.name}  {context.texts.number(len(topic.notes))}", partial(self._only, topic), "chip")
            chip.setCheckable(True)
            self.words[topic.name] = chip
            words.flow.addWidget(chip)
        hint = label(tr("They become unsorted notes. Tick those that become quotes right away."), "small", wrap=True)
        column(self, label(tr("Comments"), "strong"), hint, spacing=8)
        box = self.layout()
        assert box is not None
        box.setContentsMargins(16, 16, 16, 16)
        if self.words:
            box.addWidget(words)
        box.addWidget(self.list)
        if len(comments) > _MOST:
            rest = context.texts.trn("{n} comment is not listed here", "{n} comments are not listed here",
                                     len(comments) - _MOST)  # fmt: skip
            box.addWidget(label(rest, "small"))

    @property
    def chosen(self) -> frozenset[str]:
        """The texts that become quotes."""
        checked = Qt.CheckState.Checked
        return frozenset(str(row.data(_TEXT)) for row in self._rows.values() if row.checkState() is checked)

    def _only(self, topic: Topic) -> None:
        """List the comments that hold a word, or all of them again."""
        on = self.words[topic.name].isChecked()
        for name, chip in self.words.items():
            chip.setChecked(on and name == topic.name)
        for note, row in self._rows.items():
            row.setHidden(on and note not in topic.notes)
