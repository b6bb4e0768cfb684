"""A part of a panel under a small heading; some can be folded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context.context import Context
from ui.widgets.basics import button, column, label, row


class Section(QWidget):
    """A heading that folds what is below it away; remembers nothing but its own state."""

    def __init__(self, context: Context, title: str, content: QWidget, *, folded: bool = True) -> None:
        super().__init__()
        self._context, self.title, self.content = context, title, content
        self.head = button("", self.toggle, "section", name=title)
        self.head.setCheckable(True)
        self.head.setIconSize(QSize(12, 12))
        self.head.setText(title.upper())
        self._box = column(self, self.head, content, spacing=8)
        self.fold(folded)

    @property
    def folded(self) -> bool:
        """Whether the content is hidden."""
        return self.content.isHidden()

    def view_state(self) -> bool:
        """Whether it is folded."""
        return self.folded

    def toggle(self) -> None:
        """Fold or unfold."""
        self.fold(not self.folded)

    def fold(self, folded: bool) -> None:
        """Hide or show the content."""
        self.content.setVisible(not folded)
        self._box.setContentsMargins(0, 0, 0, 0 if folded else 12)
        self.head.setChecked(not folded)
        self.head.setIcon(self._context.theme.icon("arrow_right" if folded else "arrow_down"))

    restore_view_state = fold


class Headed(QWidget):
    """A heading with an optional small action at its right, and content below."""

    def __init__(
        self, title: str, content: QWidget, *, action: str = "", act: Callable[[], object] | None = None, note: str = ""
    ) -> None:
        super().__init__()
        self.caption = label(title, "caption")
        self.note = label(note, "small")
        self.action: QPushButton | None = None
        head = row(None, self.caption, -1, self.note, spacing=4)
        if action:
            self.action = button(action, act, "link", name=f"{title}: {action.lstrip('+ ')}")
            head.addWidget(self.action)
        head.setAlignment(self.caption, Qt.AlignmentFlag.AlignVCenter)
        box = column(self, spacing=6)
        box.addLayout(head)
        box.addWidget(content)
