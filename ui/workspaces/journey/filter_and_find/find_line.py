"""Finding on the map: type, and what is found is marked and listed; Enter goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.model import Id
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.workspaces.journey.filter_and_find.hit_list import HitList
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight


class FindLine(QWidget):
    """Stands below the map while somebody is finding. Typing changes nothing; Enter goes to what was found."""

    wanted = Signal(str)
    """A touchpoint to go to: it is unfolded, selected and brought into view."""
    pointed = Signal(str)
    """A touchpoint that would be gone to: only the place where it stands is brought into view."""
    opened = Signal()
    ended = Signal()
    """The keyboard goes back to the map."""

    def __init__(self, context: Context, highlight: Highlight) -> None:
        super().__init__()
        self._context, self._highlight = context, highlight
        self._at: int | None = None
        """Which of the places found Enter goes to."""
        self.reached: Id | None = None
        """The place gone to last."""
        self._hits: HitList | None = None
        self._listed: tuple[Id, ...] = ()
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
        highlight.changed.connect(self._follow)
        context.selection.changed.connect(self._selected)
        self.hide()

    @property
    def hits(self) -> HitList:
        """The list of what was found."""
        if self._hits is None:
            self._hits = HitList(self._context, self)
            self._hits.wanted.connect(self.go)
        return self._hits

    def open(self) -> None:
        """Show it with what was typed last, ready to be typed over."""
        if self.isHidden():
            self.reached = None
            self.opened.emit()
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._highlight.find(self.line.text())
        self._look()

    def seek(self, text: str, shown: bool) -> None:
        """Stand there with a text that was sought before; nothing is selected for it."""
        with QSignalBlocker(self.line):
            self.line.setText(text)
        if shown:
            self.open()

    def end(self) -> None:
        """Mark nothing any more; what was gone to last stays selected."""
        self.hide()
        self.hits.hide()
        self._highlight.find("")
        self.ended.emit()

    def step(self, way: int) -> None:
        """Go to the place Enter goes to, from there on to the next (1) or the one before (−1), and round."""
        found = self._highlight.found
        if not found:
            return
        at = self._at if self._at is not None else self._first_behind()
        if self.reached is not None and found[at] == self.reached:
            at = (at + way) % len(found)
        elif way < 0:
            at = (at - 1) % len(found)
        self.go(found[at])

    def go(self, touchpoint: Id) -> None:
        """Go to one of the places found."""
        found = self._highlight.found
        self._at = found.index(touchpoint) if touchpoint in found else None
        self.reached = touchpoint
        self.wanted.emit(touchpoint)
        self.hits.mark(self._at)
        self._say()

    def point(self, way: int) -> None:
        """Let Enter go to the next place, or the one before; nothing is selected yet."""
        found = self._highlight.found
        if found:
            self._at = ((self._at if self._at is not None else -1) + way) % len(found)
            self.hits.mark(self._at)
            self.pointed.emit(found[self._at])
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def _place(self) -> None:
        if self._hits is not None and self._hits.isVisible():
            self._hits.place()

    def _key(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.point(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._highlight.find(text)
        self._look()

    def _look(self) -> None:
        """List what is found now, the nearest behind what is selected first."""
        found = self._highlight.found
        here = found.index(self._context.selection.id) if self._context.selection.id in found else None
        self.reached = found[here] if here is not None else self.reached
        self._at = (here if here is not None else self._first_behind()) if found else None
        self._listed = found
        self.hits.show_found(found, self._at)
        self._place()
        if self._at is not None:
            self.pointed.emit(found[self._at])
        self._say()

    def _follow(self) -> None:
        """Something else is found: the document or the text is another."""
        found = self._highlight.found
        if not self.isHidden() and found != self._listed:
            self._listed = found
            self._at = None if self._at is not None and self._at >= len(found) else self._at
            self.hits.show_found(found, self._at)
        self._say()

    def _selected(self) -> None:
        """Something was selected by other means: from there on it goes."""
        found, selected = self._highlight.found, self._context.selection.id
        if not self.isHidden() and selected in found:
            self._at, self.reached = found.index(selected), selected
            self.hits.mark(self._at)
        self._say()

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
        texts, found = self._context.texts, self._highlight.found
        if self._at is not None and self._at >= len(found):
            self._at = None
        if not self._highlight.text.strip():
            said = ""
        elif not found:
            said = texts.tr("nothing found")
        elif self._at is None:
            said = texts.trn("{n} match", "{n} matches", len(found))
        else:
            said = texts.tr("{n} of {all}", n=texts.number(self._at + 1), all=texts.number(len(found)))
        self.count.setText(said)
        self.line.setAccessibleDescription(", ".join(filter(None, (said, self.hits.spoken(self._at)))))
