"""The commands "catalogue.*": a person's own entries and templates."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from cxstudio.errors import N_, UserError
from cxstudio.model import Journey
from ui.context.command import Command, Receiver
from ui.context.command_conditions import has_project
from ui.context.commit_typing import finish_typing
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone, always
from ui.main_window.window import Window

_GROUP: Final = N_("Catalogue")
CATALOGUE_PART: Final[Receiver[CataloguePart]] = Receiver()


class CataloguePart(QObject):
    """What people add to what the program brings along."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._context = context
        context.commands.serve(CATALOGUE_PART, self)

    def own_entries(self) -> None:
        """Open the folder of the person's own touchpoints, begun where there is none. Raises UserError."""
        from cxstudio.session.own_catalogue import begin_own_entries

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
            "Saved as template {name}: structure only, no ratings, quotes, measures or names.",
            name=context.texts.quoted(path.stem),
        )
        show = Choice(context.tr("Open the folder"), lambda: show_folder(path.parent))
        context.messages.post(Notice("template", text, Tone.GOOD, (show,), passing=True, holds=always))

    def templates_folder(self) -> None:
        """Show the folder of the person's own templates. Raises UserError."""
        folder = self._context.session.folders.templates
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(N_("“{file}” could not be created ({why})."), file=folder, why=error.strerror) from error
        self._context.messages.say(self._context.tr("Your templates: {folder}", folder=folder))
        show_folder(folder)


def show_folder(folder: Path) -> None:
    """Let the system show a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


COMMANDS: Final[tuple[Command, ...]] = (
    Command("catalogue.own_entries", N_("Your own entries for the catalogue …"), _GROUP, "", "open",
            N_("extend file folder CSV own touchpoints"),
            help=N_("Opens the folder with your file of touchpoints; with an example in it the first time."),
            run=CATALOGUE_PART.does(CataloguePart.own_entries)),
    Command("catalogue.save_template", N_("Save as template"), _GROUP, "", "copy",
            N_("template save pattern new project"), has_project,
            help=N_("Keeps stages, touchpoints, channels, departments, lanes and personas, but no ratings, notes or "
        "measures."),
            run=CATALOGUE_PART.does(CataloguePart.save_template)),
    Command("catalogue.templates_folder", N_("Open the folder of templates"), _GROUP, "", "open",
            N_("template own pattern delete rename"), help=N_("Project files in it are offered for new journeys."),
            run=CATALOGUE_PART.does(CataloguePart.templates_folder)),
)  # fmt: skip
