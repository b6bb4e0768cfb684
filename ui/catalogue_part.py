"""Serves the commands "catalogue.*": a person's own entries and templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from cxstudio.model import Journey
from cxstudio.session.own_catalogue import begin_own_entries
from ui.context import Context
from ui.finish_typing import finish_typing
from ui.messages import Choice, Notice, Tone

if TYPE_CHECKING:
    from ui.window import MainWindow


class CataloguePart(QObject):
    """What people add to what the program brings along."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._context = context
        context.commands.serve("catalogue", self)

    def own_entries(self) -> None:
        """Open the folder of the person's own touchpoints, begun where there is none. Raises UserError."""
        path = begin_own_entries(self._context.session.folders, self._context.texts.language)
        self._context.messages.say(self._context.tr("Your entries: {file}", file=path))
        show_folder(path.parent)

    def save_template(self) -> None:
        """Keep the structure of the project for new ones. Raises UserError."""
        from cxstudio.session.templates import save_template

        finish_typing()
        context = self._context
        journey = context.document.find(context.selection.journey)
        title = journey.title if isinstance(journey, Journey) else ""
        path = save_template(context.document, context.session.folders, title or context.tr("Customer journey"))
        text = context.tr(
            "Kept as template {name}: structure only, no ratings, quotes, measures or names.",
            name=context.texts.quoted(path.stem),
        )
        show = Choice(context.tr("Open the folder"), lambda: show_folder(path.parent))
        context.messages.post(Notice("template", text, Tone.GOOD, (show,), passing=True))


def show_folder(folder: Path) -> None:
    """Let the system show a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
