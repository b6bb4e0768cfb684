"""A context on the German sample without a window: what forms, inspector and workspaces work on."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields
from cxstudio.model import Document, Journey, Measure, Persona, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.session import Folders, Session
from cxstudio.session.settings import Settings
from ui.context.context import Context, make_context
from ui.main_window.all_commands import COMMANDS


@contextmanager
def desk_on(folders: Folders, language: str = "de", document: Document | None = None) -> Iterator[Context]:
    """A real session on the sample (or a document), closed at the end."""
    made = sample("lindenfurt", language)
    chosen = made.document if document is None else document
    session = Session.new(folders, chosen, made.assets if document is None else {})
    context = make_context(session, Settings(folders), COMMANDS, language=language, palette="light")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    context.theme.apply(application, folders.cache)
    yield context
    context.close()
    session.close()
    for widget in application.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyleSheet("")


def shown(widget: QWidget, width: int = 320, height: int = 700) -> QWidget:
    """The widget on the screen, laid out, with the keyboard."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()
    return widget


def touchpoint(context: Context, number: int) -> Touchpoint:
    """A touchpoint of the sample by its number in the story, from 1."""
    journey = context.document.all(Journey)[0]
    return context.document.journey_touchpoints(journey.id)[number - 1]


def now(context: Context, record: Touchpoint) -> Touchpoint:
    """The touchpoint as it stands now."""
    return context.document.get(Touchpoint, record.id)


def first_round(context: Context) -> Round:
    """The workshop round of the sample."""
    return context.document.all(Round)[0]


def reopen(context: Context) -> Round:
    """The workshop round, open for more answers."""
    with context.session.transaction("reopen") as draft:
        return set_fields(draft, Round, first_round(context).id, state=RoundState.OPEN)


def measures(context: Context) -> tuple[Measure, ...]:
    """The measures in order."""
    return context.document.all(Measure)


def personas(context: Context) -> tuple[Persona, ...]:
    """The personas in order."""
    return context.document.all(Persona)


def steps(context: Context) -> int:
    """How many steps can be undone."""
    return len(context.session.store.history._done)
