"""The note line: one key from anywhere, type, Enter, go on listening; sorted later."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cxstudio.edits import add_note
from cxstudio.model import Note
from cxstudio.model.kinds import NoteKind
from cxstudio.wording import N_
from ui.context.context import Context
from ui.widgets.basics import column, label, row
from ui.widgets.overlay_panel import Overlay
from ui.widgets.pasting_line import PastingLine

_LATER_MS = 250
"""So long after the last key an unfinished note is put on the disk."""


class NoteLine(Overlay):
    """A line at the top of the window, ready to type; stays open for the next note until Esc."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=64, wide=720)
        self._context = context
        self.setAccessibleName(context.tr("Take a note"))
        self.line = PastingLine()
        self.line.takes_several = True
        self.line.pasted.connect(self._write)
        self.line.setProperty("kind", "bare")
        self.line.setPlaceholderText(context.tr("What was just said?"))
        self.line.setAccessibleName(context.tr("Take a note"))
        self.line.returnPressed.connect(self._keep)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(context.session.keep_note)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(context.session.keep_note)
        mark = label("")
        mark.setPixmap(context.theme.icon("note").pixmap(20, 20))
        self._count = label("", "small")
        box = column(self, spacing=0)
        box.setContentsMargins(16, 8, 16, 8)
        hint = label(context.tr("Enter saves it"), "key")
        hint.setFixedHeight(20)
        line = row(None, mark, self.line, hint, spacing=10)
        box.addLayout(line)
        box.addWidget(self._count)

    def open(self) -> None:
        """Show it, with the note left unfinished where there is one, and take the keyboard."""
        self._count.setText(self._waiting())
        if self.line.text() != self._context.session.unfinished_note:
            self.line.setText(self._context.session.unfinished_note)
        super().open()
        self.line.end(False)
        self.line.setFocus()

    def _waiting(self) -> str:
        waiting = [n for n in self._context.document.all(Note) if n.kind is NoteKind.UNSORTED]
        if not waiting:
            return self._context.tr("Sorted later: quote, hurdle, opportunity, idea or parking lot")
        return self._context.texts.trn("{n} note not assigned yet", "{n} notes not assigned yet", len(waiting))

    def _keep(self) -> None:
        text = self.line.text().strip()
        if text:
            self._write([text])
        self.line.setText("")  # and nothing to undo: the note would come back into the line and be kept twice
        self._typed("")
        self._context.session.keep_note()

    def _write(self, notes: list[str]) -> None:
        """A note for each text, as one step."""
        with self._context.session.transaction(N_("Take a note")) as draft:
            for text in notes:
                add_note(draft, text)
        texts, n = self._context.texts, len(notes)
        said = texts.tr("Note saved") if n == 1 else texts.trn("{n} note saved", "{n} notes saved", n)
        said += " · " + self._waiting()
        self._context.messages.say(said)
        self._count.setText(said)

    def _typed(self, text: str) -> None:
        self._context.session.unfinished_note = text
        self._later.start()
