"""States of the page of versions worth a picture: what is kept, one chosen, another copy being merged."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from cxstudio.edits import add_note
from cxstudio.files.backups import Backups
from cxstudio.files.salvage.salvaging import salvage
from cxstudio.model import Measure, Note, Participant, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.session import Folders, Session
from cxstudio.session.folders import project_key
from cxstudio.session.notices import salvaged
from cxstudio.session.versions.kept import name_version, versions_of
from ui.main_window.main_window import MainWindow
from ui.pages.versions.versions_page import VersionsPage


def version_states(window: MainWindow, shoot: Callable[[str], str], folder: Path) -> Iterator[str]:
    """The versions of a project saved some times, and a copy of it that a colleague went on with."""
    context = window.context
    session = context.session
    path, copy = folder / "Umzug.cxs", folder / "Umzug – Kopie Vertrieb.cxs"
    session.save_as(path)
    kept = Backups(session.folders.backups / project_key(path))
    for made, text in ((36, ""), (5, "Rückruf ohne Termin"), (1, "Der Preis ist ein anderer.")):
        if text:
            with session.transaction("Note") as draft:
                add_note(draft, text, about=context.document.all(Touchpoint)[2].id, kind=NoteKind.HURDLE)
            session.save()
        kept.keep_bytes(path.read_bytes(), datetime.now() - timedelta(days=made, hours=1))
    name_version(versions_of(path, session.folders)[1], "Nach dem Workshop")
    _sales(path, copy, folder)
    with session.transaction("Here") as draft:
        note = context.document.all(Note)[-1]
        draft.update(Note, note.id, text=f"{note.text} Oft am Umzugstag.")
        draft.update(Measure, context.document.all(Measure)[0].id, due=date(2026, 7, 31))
        draft.remove(context.document.all(Touchpoint)[4].id)
        draft.update(Touchpoint, context.document.all(Touchpoint)[0].id, name="Tarifrechner")
    session.save()
    context.commands.run("project.versions")
    page = window.shell.page_widget
    assert isinstance(page, VersionsPage)
    wait(page)
    yield shoot("versions")
    page.list.choose(page.list.rows[2].read)
    yield shoot("versions-chosen")
    page.merge(copy)
    wait(page)
    assert page.panel is not None
    yield shoot("versions-merge")
    for each, side in zip(page.panel.cards, ("here", "both"), strict=False):
        each.decide(next((s for s in each.sides if s.value == side), next(iter(each.sides))))
    page.panel.cards[-1].take_focus()
    yield shoot("versions-merge-decided")
    context.commands.run("project.people")
    yield shoot("people")
    context.commands.run("project.page_works_council")
    yield shoot("works-council")
    for overlay in window.shell.open_overlays.values():
        overlay.hide()
    broken = folder / "broken.cxs"
    broken.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    found = salvage(broken)
    rescued = Session.new(session.folders, found.document, found.assets, keep=True)
    rescued.notices.tell(salvaged(broken.name, len(found.document), found.missing))
    window.show_session(rescued)
    window.shell.show_page("rescued")
    yield shoot("rescued")


def _sales(path: Path, copy: Path, folder: Path) -> None:
    """What a colleague did with the copy that was mailed."""
    shutil.copy(path, copy)
    there = Session.open(copy, Folders.below(folder / "sales"))
    document = there.document
    with there.transaction("There") as draft:
        note = document.all(Note)[-1]
        draft.update(Note, note.id, text=f"{note.text} Und ohne Namen.")
        draft.update(Measure, document.all(Measure)[0].id, due=date(2026, 8, 31))
        touchpoint = document.all(Touchpoint)[4].id
        add_note(draft, "Da steht ein anderer Preis.", about=touchpoint, kind=NoteKind.QUOTE)
        draft.update(Touchpoint, document.all(Touchpoint)[6].id, promise="Antwort am selben Tag")
        draft.create(Participant(id="sales-1", role="Vertrieb"))
    there.save()
    there.close()


def wait(page: VersionsPage) -> None:
    """Until everything is read."""
    end = time.monotonic() + 60
    while page.busy and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
