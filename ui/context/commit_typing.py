"""Before something whole is done with a project, what is still being typed is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def finish_typing() -> None:
    """Let the field with the keyboard write what is in it, as if one had left it; it keeps the keyboard."""
    field = QApplication.focusWidget()
    if field is not None:
        field.clearFocus()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
