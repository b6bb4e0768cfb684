"""The commands "copy.*": the map and the boards onto the clipboard, as pixels and as a drawing."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from cxstudio.errors import UserError
from cxstudio.outputs.copied_drawing import CopiedDrawing, copied_drawing
from cxstudio.outputs.table import BY_ID
from cxstudio.session.tasks import ProcessTask, TaskFailed
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_groups import EXPORT
from ui.context.context import Context
from ui.dialogs.save_export import ordered
from ui.main_window.window import Window

COPY_PART: Final[Receiver[CopyPart]] = Receiver()
_KEY: Final = "copy"
_HELP: Final = N_("As an image and as a drawing (SVG)")


class CopyPart(QObject):
    """Draws beside the window; the clipboard keeps what it has until the new picture is ready."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._context = context
        context.commands.serve(COPY_PART, self)

    def copy(self, drawn: str) -> None:
        """Copy what is drawn, the name of its outputs without their ending."""
        context = self._context
        what = context.tr(BY_ID[f"{drawn}_svg"].title)
        task: ProcessTask[CopiedDrawing] = ProcessTask(copied_drawing, drawn, context.document, ordered(context))
        title = context.tr("Copying {document}", document=what)
        context.tasks.run(task, partial(self._copied, what), self._failed, title)

    def _copied(self, what: str, copied: CopiedDrawing) -> None:
        given = QMimeData()
        given.setData("image/svg+xml", QByteArray(copied.svg))
        if copied.png:
            given.setImageData(QImage.fromData(copied.png))
        QGuiApplication.clipboard().setMimeData(given)
        context = self._context
        context.messages.worked(_KEY)
        context.messages.say(context.tr("“{name}” is on the clipboard.", name=what))

    def _failed(self, error: UserError | TaskFailed) -> None:
        if isinstance(error, UserError):
            self._context.messages.error(error, _KEY)
        else:
            self._context.messages.unexpected(error.where)


def _command(drawn: str, text: str) -> Command:
    row = BY_ID[f"{drawn}_svg"]
    return Command(
        f"copy.{drawn}", text, EXPORT, "", "copy", N_("clipboard picture SVG PowerPoint Word"), help=_HELP,
        enabled=lambda state: row.offered(state.document, state.selection.journey),
        run=COPY_PART.does(lambda part: part.copy(drawn)),
    )  # fmt: skip


COMMANDS: Final = (
    _command("map", N_("Copy the map")),
    _command("comparison", N_("Copy the comparison")),
    _command("schedule", N_("Copy the schedule")),
    _command("board", N_("Copy the board")),
    _command("effort_impact", N_("Copy impact and effort")),
    _command("empathy", N_("Copy the empathy map")),
    _command("stakeholders", N_("Copy the stakeholder map")),
    _command("money", N_("Copy cost and benefit")),
)
