"""The commands "print.*": what can be handed on as pages, onto a printer."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QSizeF

from cxstudio.documents.report.anonymising import title_handed_on
from cxstudio.errors import UserError
from cxstudio.outputs.output import Made
from cxstudio.outputs.table import BY_ID, make_output
from cxstudio.session.tasks import ProcessTask, StepTask, TaskFailed
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_groups import PRINT
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone, always
from ui.dialogs import print_chooser as choosers
from ui.dialogs.save_export import ordered
from ui.main_window.window import Window

PRINT_PART: Final[Receiver[PrintPart]] = Receiver()
_KEY: Final = "print"


class PrintPart(QObject):
    """Makes the pages, asks for the printer, and prints beside the window."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        context.commands.serve(PRINT_PART, self)

    def print_output(self, output: str) -> None:
        """Print the output of this id."""
        context, row = self._context, BY_ID[output]
        context.messages.withdraw(_KEY)
        what = context.tr(row.title)
        task: ProcessTask[Made] = ProcessTask(make_output, output, context.document, ordered(context, output))
        title = context.tr("Creating {document}", document=what)
        context.tasks.run(task, partial(self._made, output), self._failed, title)

    def _made(self, output: str, made: Made) -> None:
        """Say first what a reader would stumble over, then ask for the printer."""
        if not made.notices:
            self._ask(output, made)
            return
        context = self._context
        text = " ".join((*made.notices, context.tr("Nothing has been printed yet.")))
        anyway = Choice(context.tr("Print anyway"), partial(self._ask, output, made))
        context.messages.post(Notice(_KEY, text, Tone.WARNING, (anyway,), holds=always))

    def _ask(self, output: str, made: Made) -> None:
        from ui.dialogs.printing import Printing, page_sizes

        context, what = self._context, self._context.tr(BY_ID[output].title)
        told = title_handed_on(context.document, context.session.title)
        title = " – ".join(part for part in (told, what) if part)
        sizes = page_sizes(made.data)
        printer = choosers.chosen_printer(self._window, title, len(sizes), QSizeF(*sizes[0]))
        if printer is None:
            return
        printing = Printing(made.data, printer)
        task = StepTask(printing.steps(), lambda: printing.share)
        title = context.tr("Printing {document}", document=what)
        context.tasks.run(task, partial(self._printed, what), self._failed, title)

    def _printed(self, what: str, sheets: int) -> None:
        context = self._context
        context.messages.worked(_KEY)
        said = context.texts.trn("{document}: {n} page printed.", "{document}: {n} pages printed.", sheets,
                                 document=what)  # fmt: skip
        context.messages.say(said)

    def _failed(self, error: UserError | TaskFailed) -> None:
        if isinstance(error, UserError):
            self._context.messages.error(error, _KEY)
        else:
            self._context.messages.unexpected(error.where)


def _command(output: str, text: str, keys: str = "") -> Command:
    row = BY_ID[output]
    return Command(
        f"print.{output}", text, PRINT, keys, row.icon, row.synonyms,
        enabled=lambda state: row.offered(state.document, state.selection.journey),
        run=PRINT_PART.does(lambda part: part.print_output(output)),
    )  # fmt: skip


COMMANDS: Final = (
    _command("report", N_("Print report …"), "Ctrl+Shift+P"),
    _command("map_pdf", N_("Print map …")),
    _command("rating_sheet", N_("Print rating sheet …")),
    _command("plan_pdf", N_("Print action plan …")),
    _command("agenda", N_("Print agenda …")),
    _command("minutes_pdf", N_("Print minutes …")),
    _command("vote_slips", N_("Print voting slips …")),
    _command("method_cards", N_("Print method cards …")),
)
