"""Finding on the map: type, and matching cards are marked; Enter goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.model import Id
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight


class FindLine(QWidget):
    """Stands below the map while somebody is finding."""

    wanted = Signal(str)
    """A touchpoint to be selected and brought into view."""
    ended = Signal()
    """The keyboard goes back to the map."""

    def __init__(self, context: Context, highlight: Highlight) -> None:
        super().__init__()
        self._context, self._highlight = context, highlight
        self.setObjectName("findline")
        self.setAccessibleName(context.tr("Find on the map"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QLineEdit()
        self.line.setProperty("kind", "bare")
        self.line.setPlaceholderText(context.tr("Find on the map"))
        self.line.setAccessibleName(context.tr("Find on the map"))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        mark = label("")
        mark.setPixmap(context.theme.icon("search").pixmap(18, 18))
        self.count = label("", "small")
        earlier = button("", lambda: self.step(-1), "ghost", name=context.tr("Previous match"))
        later = button("", lambda: self.step(1), "ghost", name=context.tr("Next match"))
        close = button("", self.end, "ghost", name=context.tr("End the search"))
        for part, icon in ((earlier, "arrow_up"), (later, "arrow_down"), (close, "close")):
            part.setIcon(context.theme.icon(icon))
            part.setFixedWidth(28)
            set_tooltip(part, part.accessibleName())
        box = row(self, mark, 4, self.line, self.count, 4, earlier, later, close, spacing=4)
        box.setStretch(2, 1)
        box.setContentsMargins(16, 2, 12, 2)
        highlight.changed.connect(self._say)
        context.selection.changed.connect(self._say)
        self.hide()

    def open(self) -> None:
        """Show it with what was typed last, ready to be typed over."""
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._highlight.find(self.line.text())

    def seek(self, text: str, shown: bool) -> None:
        """Stand there with a text that was sought before; nothing is selected for it."""
        with QSignalBlocker(self.line):
            self.line.setText(text)
        if shown:
            self.open()

    def end(self) -> None:
        """Mark nothing any more; what was found last stays selected."""
        self.hide()
        self._highlight.find("")
        self.ended.emit()

    def step(self, way: int) -> None:
        """Go to the next place found (1) or the one before (−1), from the end on to the beginning."""
        found = self._highlight.found
        if not found:
            return
        here = self._here()
        start = self._first_behind() - (way > 0) if here is None else here
        place = start + way
        self.wanted.emit(found[place % len(found)])
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._highlight.find(text)
        if self._highlight.found and self._here() is None:
            self.step(1)

    def _here(self) -> int | None:
        """Which of the places found is selected."""
        found: tuple[Id, ...] = self._highlight.found
        return found.index(self._context.selection.id) if self._context.selection.id in found else None

    def _first_behind(self) -> int:
        """The first place found behind what is selected."""
        document, journey = self._context.document, self._context.selection.journey or ""
        row = [t.id for t in document.journey_touchpoints(journey)]
        selected = self._context.selection.id
        start = row.index(selected) if selected in row else -1
        places = {touchpoint: number for number, touchpoint in enumerate(row)}
        behind = (n for n, i in enumerate(self._highlight.found) if places.get(i, -1) > start)
        return next(behind, 0)

    def _say(self) -> None:
        if self.isHidden():
            return
        texts, found, here = self._context.texts, self._highlight.found, self._here()
        if not self._highlight.text.strip():
            said = ""
        elif not found:
            said = texts.tr("nothing found")
        elif here is None:
            said = texts.trn("{n} match", "{n} matches", len(found))
        else:
            said = texts.tr("{n} of {all}", n=texts.number(here + 1), all=texts.number(len(found)))
        self.count.setText(said)
        self.line.setAccessibleDescription(said)
