"""Whether the work is in the file, and since when: always in view, a click saves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.plain_texts import PlainButton, set_tooltip
from ui.widgets.basics import button


class SavedState(PlainButton):
    """A dot and a few words."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        made = button("", kind="ghost")
        self.setProperty("kind", made.property("kind"))
        self.setObjectName("saved_state")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._context, self._less = context, False
        self.clicked.connect(lambda: context.commands.run("project.save"))
        context.bridge.state_changed.connect(self.refresh)
        self.refresh()

    def say_less(self, less: bool) -> None:
        """The dot alone, or the words beside it."""
        if less is not self._less:
            self._less = less
            self.refresh()

    def refresh(self) -> None:
        """Say how it stands now."""
        words, role = self._words()
        self.setText("" if self._less else words)
        self.setIcon(_dot(self._context.theme.colour(role)))
        tr, session = self._context.tr, self._context.session
        if session.secured:
            secured = tr("Every change is secured at once and restored after a crash.")
        else:
            secured = tr("The last changes are not secured: no disk takes the recovery journal.")
        set_tooltip(self, f"{words}\n{secured}" if session.dirty else words)
        self.setAccessibleName(words)

    def _words(self) -> tuple[str, Role]:
        session, tr = self._context.session, self._context.tr
        time = self._context.texts.time(session.file.saved_at) if session.file.saved_at else ""
        if session.read_only:
            return tr("read only"), Role.STARDUST
        if session.work.busy:
            return tr("saving …"), Role.FAINT
        if session.path is None:
            return tr("not saved yet"), Role.DISAPPOINTING if session.dirty else Role.FAINT
        if session.dirty:
            words = tr("changed since {time}", time=time) if time else tr("changed, not saved")
            return words, Role.DISAPPOINTING
        return (tr("saved {time}", time=time) if time else tr("saved")), Role.SAVED


def _dot(colour: QColor) -> QPixmap:
    drawn = QPixmap(24, 24)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(3, 3, 7, 7)
    painter.end()
    return drawn
