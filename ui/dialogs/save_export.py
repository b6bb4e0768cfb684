"""Writes one made document where people say, and tells where it is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cxstudio.documents.chosen import chosen_language
from cxstudio.documents.report.anonymising import title_handed_on
from cxstudio.errors import UserError
from cxstudio.files.atomic import save_bytes
from cxstudio.outputs.output import Made, Order, Output
from cxstudio.outputs.table import write_unless_warned
from cxstudio.plain_text import file_name
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.tasks import ProcessTask, TaskFailed
from cxstudio.wording import N_
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone, always
from ui.dialogs import file_choosers as choosers

EXPORT = "export"
"""Key of the bar that says where it is, and what an error was about."""
REPORT = "report"
WRONG_ENDING = N_("“{name}” has to end in {known}.")


def ordered(context: Context, output: str = "") -> Order:
    """An order for the project in view: its language, or the one chosen for the report, its pictures, its journey."""
    told = output in (REPORT, "report_html", "report_markdown")
    language = chosen_language(context.document) if told else str(context.document.project.language)
    return Order(language, context.selection.journey, dict(context.session.assets))


def hand_on(parent: QWidget, context: Context, output: Output, what: str, order: Order) -> None:
    """Ask for a name, make and write the output in a process of its own, and say where it is.

    `what` is the document's name in the window's language.
    """
    ending = output.ending
    title = title_handed_on(context.document, context.session.title)
    name = file_name(" – ".join(part for part in (title, what) if part), ending)
    proposal = Path(str(context.settings[LAST_FOLDER]) or Path.home()) / name
    path = choosers.name_to_save(parent, what, proposal, f"{what} (*{ending})")
    if path is None:
        return
    if path.suffix.lower() != ending:
        context.messages.error(UserError(WRONG_ENDING, name=path.name, known=ending), EXPORT)
        return
    run_export(context, ProcessTask(write_unless_warned, output.id, context.document, order, path), path, what)


def run_export(context: Context, task: ProcessTask[Made], path: Path, what: str) -> None:
    """Carry out a task that writes this file, and say where it is and what its reader has to be told."""
    title = context.tr("Creating {document}", document=what)

    def done(made: Made) -> None:
        (_ask if made.data else _tell)(context, path, made)

    context.tasks.run(task, done, partial(_failed, context), title)


def _ask(context: Context, path: Path, made: Made) -> None:
    """Nothing is written yet: a report says first what its reader would stumble over."""

    def write() -> None:
        try:
            save_bytes(path, made.data)
        except UserError as error:
            context.messages.error(error, EXPORT)
        else:
            _tell(context, path, replace(made, data=b"", notices=()))

    text = " ".join((*made.notices, context.tr("“{name}” has not been written yet.", name=path.name)))
    anyway = Choice(context.tr("Write anyway"), write)
    context.messages.post(Notice(EXPORT, text, Tone.WARNING, (anyway,), holds=always))


def _tell(context: Context, path: Path, made: Made) -> None:
    context.messages.worked(EXPORT)
    context.settings[LAST_FOLDER] = str(path.absolute().parent)
    show = Choice(context.tr("Open it"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
    text = context.tr("“{name}” is ready.", name=path.name)
    told = " ".join((text, *made.notices))
    context.messages.post(Notice(EXPORT, told, Tone.GOOD, (show,), passing=not made.notices, holds=always))


def _failed(context: Context, error: UserError | TaskFailed) -> None:
    if isinstance(error, UserError):
        context.messages.error(error, EXPORT)
    else:
        context.messages.unexpected(error.where)
