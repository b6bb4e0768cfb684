"""Options of the report as a file: used again for another project, or on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from cxstudio.edits import report_settings
from cxstudio.errors import UserError
from cxstudio.outputs.option_files import read_report_options
from cxstudio.outputs.output import is_begun
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.command_groups import EXPORT
from ui.context.context import Context
from ui.dialogs import file_choosers as choosers
from ui.main_window.window import Window

OPTIONS_PART: Final[Receiver[ReportOptionsPart]] = Receiver()
_KEY: Final = "report_options"


class ReportOptionsPart(QObject):
    """Applies what a file says, in one step."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        context.commands.serve(OPTIONS_PART, self)

    def apply(self) -> None:
        """Choose for the report what a file says."""
        context = self._context
        folder = str(context.settings[LAST_FOLDER]) or str(Path.home())
        kind = context.tr("Report options") + " (*.json)"
        path = choosers.name_to_open(self._window, context.tr("Choose report options"), folder, kind)
        if path is None:
            return
        try:
            found = read_report_options(path, context.document)
        except UserError as error:
            context.messages.error(error, _KEY)
            return
        context.messages.worked(_KEY)
        values = {name: getattr(found, name) for name in type(found).model_fields if name != "id"}
        with context.session.transaction(N_("Apply report options")) as draft:
            report_settings(draft, **values)
        context.messages.say(context.tr("The options of “{name}” apply to the report now.", name=path.name))


COMMANDS: Final = (
    Command("report.apply_options", N_("Apply report options …"), EXPORT, "", "report",
            N_("settings sections preset file load"), lambda state: writable(state) and is_begun(state.document),
            help=N_("Chooses sections, paper, language and decision as a file says"),
            run=OPTIONS_PART.does(lambda part: part.apply())),
)  # fmt: skip
