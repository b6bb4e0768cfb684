"""The line in the main window while a second screen shows the presentation: where it stands, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from ui.presentation.slide_position import Show


class PresenterBar(QWidget):
    """Stands below the top bar; what is done in the window does not move the presentation, this line does."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Presentation"))
        self._context = context
        self._show: Show | None = None
        self._waiting = False
        mark = label("")
        mark.setPixmap(context.theme.icon("present", Role.ACCENT).pixmap(18, 18))
        self.where = ElidedLabel("", "strong")
        self.count = label("", "small")
        earlier = self._button("present.previous", "arrow_left")
        later = self._button("present.next", "arrow_right")
        self.black = self._button("present.black", "", context.tr("Black"))
        self.black.setCheckable(True)
        tr = context.tr
        selected = self._button("present.selected", "", tr("Show what is selected"))
        ideas = self._button("present.ideas", "", context.tr("Ideas"))
        agenda = self._button("present.agenda", "", context.tr("Agenda"))
        end = self._button("present.end", "", tr("End the presentation"))
        self._shorter = {selected: (selected.text(), tr("Selection")), end: (end.text(), tr("End show"))}
        """Buttons that say less where there is little room."""
        parts = (earlier, later, self.black, selected, ideas, agenda, end)
        box = row(self, mark, self.where, self.count, *parts, spacing=6)
        box.setStretch(1, 1)
        box.setContentsMargins(16, 5, 12, 5)
        box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box, self._parts = box, (mark, self.where, self.count, *parts)
        self.hide()

    def follow(self, show: Show | None, *, waiting: bool = False) -> None:
        """Tell about a presentation, `waiting`: that no screen shows it now; None hides the line."""
        self._show, self._waiting = show, waiting
        self.setVisible(show is not None)
        if show is not None:
            show.changed.connect(self._refresh)
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say everything, or less where there is not the room for it."""
        self._say(short=False)
        margins = self._box.contentsMargins()
        wide = sum(part.minimumSizeHint().width() for part in self._parts) + self._box.spacing() * len(self._parts)
        short = margins.left() + wide + margins.right() > self.width()
        self._say(short=short)
        least = sum(part.sizeHint().width() for part in self._parts[3:]) + 18 + self._box.spacing() * len(self._parts)
        tight = short and margins.left() + least + 140 + self.count.sizeHint().width() + margins.right() > self.width()
        for part in (self.where, self.count):  # both stand on the screen itself
            part.setVisible(not tight)
        self._box.setStretch(0, int(tight))

    def _say(self, *, short: bool) -> None:
        for part, (whole, less) in self._shorter.items():
            part.setText(less if short else whole)
        if self._show is not None:
            title = self._show.title()
            tr = self._context.tr
            whole = (
                tr("Not shown now: {what}", what=title) if self._waiting else tr("On the screen: {what}", what=title)
            )
            self.where.set_text(title if short else whole)
            self.where.setAccessibleName(whole)
            set_tooltip(self.where, whole)

    def _button(self, command: str, icon: str, text: str = "") -> QPushButton:
        commands = self._context.commands
        made = button(text, lambda: commands.run(command), "ghost", name=commands.label(commands.rows[command]))
        set_tooltip(made, commands.tooltip(commands.rows[command]))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            made.setIcon(self._context.theme.icon(icon, Role.INK))
            made.setFixedWidth(32)
        return made

    def _refresh(self) -> None:
        if self._show is None:
            return
        texts = self._context.texts
        number, many = self._show.place
        self.count.setText(texts.tr("{n} of {all}", n=texts.number(number), all=texts.number(many)))
        self.black.setChecked(self._show.black)
        self._fit()
