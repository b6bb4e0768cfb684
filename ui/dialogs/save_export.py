"""Writes one made document where people say, and tells where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxstudio.errors import UserError
from cxstudio.files.atomic import save_bytes
from cxstudio.outputs.output import Made, Order, Output
from cxstudio.outputs.table import make_output
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.tasks import ProcessTask, TaskFailed
from cxstudio.wording import N_
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone
from ui.dialogs import file_choosers as choosers

WRONG_ENDING = N_("“{name}” has to end in {known}.")


def ordered(context: Context) -> Order:
    """An order for the project in view: its language, its pictures, the journey in view."""
    language = str(context.document.project.language)
    return Order(language, context.selection.journey, dict(context.session.assets))


class Saving:
    """Asks for a name, makes the document in a process of its own, writes it, and says where it is."""

    def __init__(self, parent: QWidget, context: Context, unexpected: Callable[[str], None]) -> None:
        self._parent, self._context, self._unexpected = parent, context, unexpected

    def hand_on(self, output: Output, what: str, order: Order) -> None:
        """`what` is the document's name in the window's language."""
        context, ending = self._context, output.ending
        name = choosers.file_name(" – ".join(part for part in (context.session.title, what) if part), ending)
        proposal = Path(str(context.settings[LAST_FOLDER]) or Path.home()) / name
        path = choosers.name_to_save(self._parent, what, proposal, f"{what} (*{ending})")
        if path is None:
            return
        if path.suffix.lower() != ending:
            context.messages.error(UserError(WRONG_ENDING, name=path.name, known=ending))
            return
        task = ProcessTask(make_output, output.id, context.document, order)
        title = context.tr("{document} is being made", document=what)
        context.tasks.run(task, lambda made: self._write(path, made), self._failed, title)

    def _write(self, path: Path, made: Made) -> None:
        context = self._context
        try:
            save_bytes(path, made.data)
        except UserError as error:
            context.messages.error(error)
            return
        context.settings[LAST_FOLDER] = str(path.absolute().parent)
        show = Choice(context.tr("Open it"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        text = context.tr("“{name}” is ready.", name=path.name)
        told = " ".join((text, *made.notices))
        context.messages.post(Notice("export", told, Tone.GOOD, (show,), passing=not made.notices))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.messages.error(error)
        else:
            where: Any = error.where if isinstance(error, TaskFailed) else str(error)
            self._unexpected(str(where))
