"""The line in the main window while a second screen shows the presentation: where it stands, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

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
        mark = label("")
        mark.setPixmap(context.theme.icon("present", Role.ACCENT).pixmap(18, 18))
        self.where = ElidedLabel("", "strong")
        self.count = label("", "small")
        earlier = self._button("present.previous", "arrow_left")
        later = self._button("present.next", "arrow_right")
        self.black = self._button("present.black", "", context.tr("Black"))
        self.black.setCheckable(True)
        selected = self._button("present.selected", "", context.tr("Show what is selected"))
        ideas = self._button("present.ideas", "", context.tr("Ideas"))
        agenda = self._button("present.agenda", "", context.tr("Agenda"))
        end = self._button("present.end", "", context.tr("End the presentation"))
        parts = (earlier, later, self.black, selected, ideas, agenda, end)
        box = row(self, mark, self.where, self.count, *parts, spacing=6)
        box.setStretch(1, 1)
        box.setContentsMargins(16, 5, 12, 5)
        self.hide()

    def follow(self, show: Show | None) -> None:
        """Tell about a presentation; None hides the line."""
        self._show = show
        self.setVisible(show is not None)
        if show is not None:
            show.changed.connect(self._refresh)
            self._refresh()

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
        self.where.set_text(texts.tr("On the screen: {what}", what=self._show.title()))
        self.count.setText(texts.tr("{n} of {all}", n=texts.number(number), all=texts.number(many)))
        self.black.setChecked(self._show.black)
