"""The command that verifies a report against the project in view."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from cxstudio.errors import UserError
from cxstudio.outputs.output import is_begun
from cxstudio.outputs.verify_files import Answer, verify_file
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.tasks import ProcessTask, TaskFailed
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_groups import EXPORT
from ui.context.context import Context
from ui.dialogs import file_choosers as choosers
from ui.main_window.window import Window
from ui.shell.verdict_sheet import VerdictSheet

VERIFY_PART: Final[Receiver[VerifyPart]] = Receiver()
_KEY: Final = "verify"


class VerifyPart(QObject):
    """Reads the report beside the window and shows what was found out."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        context.commands.serve(VERIFY_PART, self)

    def verify(self) -> None:
        """Verify a report people choose."""
        context = self._context
        folder = str(context.settings[LAST_FOLDER]) or str(Path.home())
        path = choosers.name_to_open(self._window, context.tr("Choose a report"), folder,
                                     context.tr("Report") + " (*.pdf)")  # fmt: skip
        if path is None:
            return
        task: ProcessTask[Answer] = ProcessTask(verify_file, path, context.document, context.texts.language)
        title = context.tr("Verifying “{name}”", name=path.name)
        context.tasks.run(task, partial(self._verified, path.name), self._failed, title)

    def _verified(self, name: str, answer: Answer) -> None:
        self._context.messages.worked(_KEY)
        self._window.shell.overlay(VerdictSheet).tell(name, answer)

    def _failed(self, error: UserError | TaskFailed) -> None:
        if isinstance(error, UserError):
            self._context.messages.error(error, _KEY)
        else:
            self._context.messages.unexpected(error.where)


COMMANDS: Final = (
    Command("export.verify", N_("Verify a report …"), EXPORT, "", "check",
            N_("compute again figures hash check value changed by hand"),
            enabled=lambda state: is_begun(state.document),
            help=N_("Computes every printed figure again and names those that differ from this project"),
            run=VERIFY_PART.does(lambda part: part.verify())),
)  # fmt: skip
