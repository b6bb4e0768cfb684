"""The idea wall with 500 notes, without and with pictures: scrolled, zoomed, a note dragged and renamed.

Panning and zooming are measured against one culled item painting the same display list, edits against orjson reading
the project of 4,000 touchpoints. Everything is computed and painted in this process: processor time.
"""

from __future__ import annotations

import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import orjson
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_ideas, add_picture, ask, colour_ideas, group_ideas, set_fields
from cxstudio.files.encoding import encode
from cxstudio.model import Document, Idea
from cxstudio.model.kinds import NoteColour
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from cxstudio.store import Store
from tests.bench.canvas_bench import quiet
from tests.bench.measure import Entry, plain, processor_seconds
from tests.bench.one_item import as_one_item
from tests.bench.scrolling import scrolled
from ui.canvas.interaction.wheel import PER_NOTCH
from ui.context.context import make_context
from ui.main_window.all_commands import COMMANDS
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
from ui.workspaces.ideas.wall.wall_gestures import drop_ideas
from ui.workspaces.ideas.wall.wall_view import WallArea
from ui.workspaces.workspace_table import BY_NAME

NOTES, PHOTOS = 500, 60
"""Notes of the wall, and different photos on them; with pictures every second note has one."""
SIZE = (1920, 1080)
EDITS, ROUNDS = 13, 6
NOTCHES = (*[-1.0] * 8, *[1.0] * 12)


def photos(count: int = PHOTOS) -> dict[str, bytes]:
    """Photos as the program keeps them, by the hash of their content; each with enough in it to take time to decode."""
    made = {}
    for number in range(count):
        picture = Image.effect_noise((1200, 900), 40 + number).convert("RGB")
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=80)
        made[sha256(out.getvalue()).hexdigest()] = out.getvalue()
    return made


def wall_of_many(notes: int = NOTES, pictures: Sequence[str] = ()) -> Document:
    """The sample with so many notes on one wall, in colours and clusters, these pictures on every second one."""
    store, chance = Store(sample("lindenfurt", "de").document), Random(5)
    with store.transaction("wall") as draft:
        texts = [f"Idee Nummer {n}: etwas Längeres, das zwei Zeilen braucht" for n in range(notes)]
        ids = add_ideas(draft, ask(draft, "Wie könnten wir?"), texts)
        for idea in ids:
            colour_ideas(draft, [idea], chance.choice(list(NoteColour)))
        for start in range(0, notes, 25):
            group_ideas(draft, ids[start : start + 12], f"Cluster {start}")
        for place, idea in enumerate(ids[::2] if pictures else ()):
            add_picture(draft, idea, pictures[place % len(pictures)], "Skizze")
    return store.document


def run() -> dict[str, Entry]:
    """Both walls."""
    return _wall(f"wall, {NOTES}", {}) | _wall(f"wall, {NOTES} with pictures", photos())


def _wall(wall: str, assets: dict[str, bytes]) -> dict[str, Entry]:
    """Pan and zoom against one item, edits against reading a project."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folders = Folders.below(Path(tempfile.mkdtemp()))
    session = Session.new(folders, wall_of_many(pictures=tuple(assets)), assets)
    context = make_context(session, Settings(folders), COMMANDS, language="de", palette="light")
    context.theme.apply(application, folders.cache)
    made = BY_NAME["ideas"].make(context)
    assert isinstance(made, IdeasWorkspace)
    made.resize(*SIZE)
    made.show()
    area = made.wall.area
    application.processEvents()
    reference = WallArea(context, made.model)
    as_one_item(reference, area)
    results: dict[str, Entry] = {}
    median: Callable[[list[float]], float] = statistics.median
    for name, frames, of, limit in (("pan", _pan, median, 1.5), ("zoom p95", _turn, _p95, 2.0)):
        own: list[float] = []
        other: list[float] = []
        frames(application, reference), frames(application, area)
        for _ in range(ROUNDS):
            other += frames(application, reference)
            own += frames(application, area)
        results[f"{wall}: {name}"] = {"value": of(own) / of(other), "limit": limit, "n": len(own)}
        results[f"{wall}: {name}, ms"] = plain(of(own) * 1e3, len(own))
    reference.close()
    reference.deleteLater()
    application.processEvents()
    results |= _edited(application, made, wall)
    made.close()
    made.deleteLater()
    application.processEvents()
    return results


def _pan(application: QApplication, area: WallArea) -> list[float]:
    return scrolled(application, area.view)


def _turn(application: QApplication, area: WallArea) -> list[float]:
    """The wheel out and in again."""
    frames = []
    for notch in NOTCHES:
        with quiet():
            begin = time.process_time()
            area.view.zoom(PER_NOTCH**notch, QPointF(500, 300))
            area.view.viewport().repaint()
            frames.append(time.process_time() - begin)
        application.sendPostedEvents()
    area.zoom_100()
    application.processEvents()
    return frames


def _edited(application: QApplication, made: IdeasWorkspace, wall: str) -> dict[str, Entry]:
    """From an edit, or a move of what is dragged, to everything repainted."""
    content = encode(sample("large", "de", touchpoints=4000).document)
    context, idea = made.context, made.model.ideas[3].id

    def rename(n: int) -> None:
        with context.session.transaction("edit") as draft:
            set_fields(draft, Idea, idea, text=f"Titel {n}")

    def drag(n: int) -> None:
        made.model.preview(drop_ideas, (idea,), 5.0 * n, 3.0 * n, None, False)

    results: dict[str, Entry] = {}
    for name, act in (("rename to repainted", rename), ("one move of a drag", drag)):
        mine, theirs = [], []
        for number in range(EDITS):
            theirs.append(processor_seconds(lambda: orjson.loads(content)))
            with quiet():
                begin = time.process_time()
                act(number)
                application.sendPostedEvents()
                made.wall.area.view.viewport().repaint()
                mine.append(time.process_time() - begin)
            application.processEvents()
        value = statistics.median(mine[1:]) / statistics.median(theirs[1:])
        results[f"{wall}: {name}"] = {"value": value, "limit": 0.35, "n": EDITS - 1}
        results[f"{wall}: {name}, ms"] = plain(statistics.median(mine[1:]) * 1e3, EDITS - 1)
    made.model.end_preview()
    return results


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
