"""The empathy map with 300 notes, some of them linked: scrolled, a note dragged through fields, renamed and chosen.

Panning is measured against one culled item painting the same display list, edits against orjson reading the project of
4,000 touchpoints. Everything is computed and painted in this process: processor time.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import orjson
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_empathy_notes, move_empathy_notes, pin_notes, set_fields
from cxstudio.files.encoding import encode
from cxstudio.model import Document, Note
from cxstudio.model.empathy_fields import EMPATHY_FIELDS, empathy_notes
from cxstudio.model.kinds import NoteKind
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from cxstudio.store import Store
from tests.bench.canvas_bench import quiet
from tests.bench.measure import Entry, plain, processor_seconds
from tests.bench.one_item import as_one_item
from tests.bench.scrolling import scrolled
from ui.context.context import make_context
from ui.main_window.all_commands import COMMANDS
from ui.workspaces.understand.empathy.empathy_view import EmpathyArea
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace
from ui.workspaces.workspace_table import BY_NAME

NOTES = 300
SIZE = (1920, 1080)
EDITS, ROUNDS = 13, 6


def map_of_many(notes: int = NOTES) -> Document:
    """The sample with so many notes on its first persona's map, every tenth linked with a touchpoint."""
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("map") as draft:
        for number, field in enumerate(EMPATHY_FIELDS):
            texts = [f"Notiz {number}-{n}, die etwas " + "länger " * (n % 6) + "ist" for n in range(notes // 6)]
            made = add_empathy_notes(draft, "persona1", field, texts)
            pin_notes(draft, made[::10], NoteKind.HURDLE, "t08")
    return store.document


def run() -> dict[str, Entry]:
    """The map in the real workspace."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folders = Folders.below(Path(tempfile.mkdtemp()))
    context = make_context(Session.new(folders, map_of_many()), Settings(folders), COMMANDS, language="de",
                           palette="light")  # fmt: skip
    context.theme.apply(application, folders.cache)
    made = BY_NAME["understand"].make(context)
    assert isinstance(made, UnderstandWorkspace)
    made.resize(*SIZE)
    made.show()
    made.show_view("empathy")
    area = made.empathy.area
    application.processEvents()
    reference = EmpathyArea(context, made.empathy.model)
    as_one_item(reference, area)
    own: list[float] = []
    other: list[float] = []
    scrolled(application, reference.view), scrolled(application, area.view)
    for _ in range(ROUNDS):
        other += scrolled(application, reference.view)
        own += scrolled(application, area.view)
    ratio = statistics.median(own) / statistics.median(other)
    results: dict[str, Entry] = {
        f"empathy map, {NOTES}: pan": {"value": ratio, "limit": 1.5, "n": len(own)},
        f"empathy map, {NOTES}: pan, ms": plain(statistics.median(own) * 1e3, len(own)),
    }
    reference.close()
    reference.deleteLater()
    application.processEvents()
    results |= _edited(application, made)
    made.close()
    made.deleteLater()
    application.processEvents()
    return results


def _edited(application: QApplication, made: UnderstandWorkspace) -> dict[str, Entry]:
    """From an edit, a move of what is dragged, or a choice, to everything repainted."""
    content = encode(sample("large", "de", touchpoints=4000).document)
    page = made.empathy
    context, model = page.context, page.model
    notes = [n.id for n in empathy_notes(context.document, "persona1")]

    def rename(n: int) -> None:
        with context.session.transaction("edit") as draft:
            set_fields(draft, Note, notes[3], text=f"Notiz {n}")

    def drag(n: int) -> None:
        model.preview(move_empathy_notes, (notes[3],), EMPATHY_FIELDS[n % 6], None)

    def choose(n: int) -> None:
        context.selection.select(notes[n])

    def type_one(n: int) -> None:
        page.add([f"Noch eine {n}"])

    results: dict[str, Entry] = {}
    for name, act in (("rename to repainted", rename), ("one move of a drag", drag), ("another note chosen", choose),
                      ("one more note typed", type_one)):  # fmt: skip
        mine, theirs = [], []
        for number in range(EDITS):
            theirs.append(processor_seconds(lambda: orjson.loads(content)))
            with quiet():
                begin = time.process_time()
                act(number)
                application.sendPostedEvents()
                page.area.view.viewport().repaint()
                mine.append(time.process_time() - begin)
            application.processEvents()
        model.end_preview()
        value = statistics.median(mine[1:]) / statistics.median(theirs[1:])
        results[f"empathy map, {NOTES}: {name}"] = {"value": value, "limit": 0.35, "n": EDITS - 1}
        results[f"empathy map, {NOTES}: {name}, ms"] = plain(statistics.median(mine[1:]) * 1e3, EDITS - 1)
    return results
