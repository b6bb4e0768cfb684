"""What really stands on the canvas: read from a recording paint device, not from the list that laid it out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import Placed, TextLine
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.layout.text import complex_scripts as shaping
from cxstudio.model import Document, Journey, Stage, Touchpoint
from cxstudio.session import Folders, Session
from cxstudio.session.settings import Settings
from tests.cxstudio.layout.generated import NAMES, documents
from tests.examples import examples
from tests.ui.recorder import Ink, TextRecorder
from ui.canvas.hit_testing import frames_within
from ui.canvas.interaction.zoom import Zoom, at
from ui.canvas.scene_items import paint_groups
from ui.context.context import make_context
from ui.main_window.all_commands import COMMANDS
from ui.workspaces.journey.map.map_area import MapArea
from ui.workspaces.journey.map_model.map_model import MapModel

BOXED = ("card:", "note:", "measure:", "department:", "stage:", "fold:", "hint:", "more:")
"""Groups that are boxes: nothing of theirs stands outside."""
SMALLEST = 11
ROW = 32
_OVERHANG = 0.12
"""How far a last italic letter leans over its advance, as a part of its size; that of an f."""
ZOOMS = (2.0, 1.0, 0.7, 0.5, 0.35, 0.12)


class Written(NamedTuple):
    """A line of text as it was laid out, in pixels of the window."""

    line: TextLine
    group: Placed
    box: QRectF
    """Where its letters may stand: as wide as it was measured, from the tallest accent to the lowest tail."""
    room: QRectF
    """The box of its group."""
    words: str


class Seen(NamedTuple):
    """A map on the screen: what was laid out, and what was drawn."""

    written: list[Written]
    ink: list[Ink]
    scale: float


def look(document: Document, zoom: Zoom, language: str = "de", folded: bool = False) -> Seen:
    """Draw a journey in a window as large as its map."""
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders.below(Path(folder))
        session = Session.new(folders, document)
        context = make_context(session, Settings(folders), COMMANDS, language=language, palette="light")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        context.theme.apply(application, Path(folder) / "look")
        model = MapModel(context)
        area = MapArea(context, model)
        model.set_zoom(zoom)
        if folded:
            model.set_folded(frozenset(s.id for s in document.all(Stage)))
        layout = model.layout
        assert layout is not None
        whole, scale = layout.whole(), zoom.scale
        width, height = round(whole.width * scale) + 80, round(whole.height * scale) + 20
        area.resize(width, height)
        area.refresh()
        area.show()
        QApplication.processEvents()
        recorder = TextRecorder(width, height)
        painter = QPainter(recorder)
        area.render(painter, QPoint(0, 0))
        if layout.style.density is Density.FAR:  # drawn in tiles of pixels on the screen
            painter.translate(layout.labels.width, layout.header.height)
            window = QRectF(0, 0, layout.body.width, layout.body.height)
            for stood in frames_within(layout.body, window):
                painter.translate(stood.x, stood.y)
                paint_groups(stood.frame.groups, area.painter, painter, window.translated(-stood.x, -stood.y))
                painter.translate(-stood.x, -stood.y)
        painter.end()
        detail = area.painter._detail
        seen = Seen(list(_written(whole.flat(), scale, detail)), recorder.ink, scale)
        area.close()
        area.deleteLater()
        session.close()
        return seen


def _written(groups: Iterator[Placed] | list[Placed], scale: float, detail: object) -> Iterator[Written]:
    for placed in groups:
        group = placed.group
        room = QRectF(placed.x * scale, placed.y * scale, group.width * scale, group.height * scale)
        for line in group.items:
            if isinstance(line, TextLine) and line.detail & detail and line.text.strip():  # type: ignore[operator]
                tall = 1.15 if shaping.needed(line.text) else 0.92
                low = 0.55 if shaping.needed(line.text) else 0.27
                box = QRectF(
                    (placed.x + line.x) * scale,
                    (placed.y + line.y - tall * line.size) * scale,
                    line.width * scale,
                    (tall + low) * line.size * scale,
                )
                yield Written(line, placed, box, room, line.text)


def _rows(written: list[Written]) -> dict[int, list[tuple[float, float, float, float, int]]]:
    """The boxes of lines by the rows of pixels they reach into."""
    rows: dict[int, list[tuple[float, float, float, float, int]]] = {}
    for number, each in enumerate(written):
        box = each.box
        for row in range(int(box.top()) // ROW - 1, int(box.bottom()) // ROW + 2):
            rows.setdefault(row, []).append((box.left(), box.top(), box.right(), box.bottom(), number))
    return rows


def check(seen: Seen) -> None:
    """Nothing clips, nothing overlaps, nothing is too small to read, nothing is lost."""
    slack = 1.0 + 0.5 * seen.scale
    drawn: dict[int, QRectF] = {}
    rows = _rows(seen.written)
    for ink in seen.ink:
        middle = ink.box.center()
        x, y = middle.x(), middle.y()
        owners = [
            (abs((top + bottom) / 2 - y), number)
            for left, top, right, bottom, number in rows.get(int(y) // ROW, ())
            if left - slack <= x <= right + slack and top <= y <= bottom
        ]
        assert owners, f"letters at {middle} stand where no text was laid out"
        number = min(owners)[1]
        drawn[number] = drawn.get(number, QRectF()).united(ink.box)
        assert ink.scale * seen.written[number].line.size >= SMALLEST, seen.written[number].words
    for number, written in enumerate(seen.written):
        if any(character.isalnum() for character in written.words):
            assert number in drawn, f"{written.words!r} was not drawn"
    for number, box in drawn.items():
        written = seen.written[number]
        assert box.left() >= written.box.left() - slack, written.words
        leaning = any("italic" in run.font for run in written.line.runs) * _OVERHANG * written.line.size * seen.scale
        assert box.right() <= written.box.right() + slack + leaning, written.words
        if written.group.group.key.startswith(BOXED):
            assert written.room.adjusted(-1, -1, 1, 1).contains(box), (written.group.group.key, written.words)
    _nothing_upon_another(seen, drawn)


def _nothing_upon_another(seen: Seen, drawn: dict[int, QRectF]) -> None:
    ordered = sorted(drawn.items(), key=lambda entry: entry[1].left())
    for place, (first, box) in enumerate(ordered):
        for second, other in ordered[place + 1 :]:
            if other.left() >= box.right():
                break
            one, two = seen.written[first], seen.written[second]
            across = min(box.right(), other.right()) - other.left()
            down = min(box.bottom(), other.bottom()) - max(box.top(), other.top())
            shaped = shaping.needed(one.words) or shaping.needed(two.words)
            allowed = (0.5 if shaped else 0.25) * min(one.line.size, two.line.size) * seen.scale
            assert across <= 1.0 or down <= allowed, (one.words, two.words, one.group.group.key, two.group.group.key)


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_neither_clips_nor_overlaps(qapp: QApplication, language: str, zoom: float) -> None:
    seen = look(sample("lindenfurt", language).document, at(zoom), language)
    assert len(seen.ink) > (100 if zoom < 0.4 else 400)
    check(seen)


@pytest.mark.parametrize("zoom", [1.0, 0.3])
def test_four_hundred_folded(qapp: QApplication, zoom: float) -> None:
    check(look(sample("large", "de").document, at(zoom), folded=True))


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_awkward_name_at_every_zoom(qapp: QApplication, zoom: float) -> None:
    stages = [Stage(id=f"s{n}", journey="j", name=name, order=f"a{n}") for n, name in enumerate(NAMES[:4])]
    touchpoints = [
        Touchpoint(id=f"t{n}", stage=f"s{n % 4}", name=name, order=f"a{n:02}1") for n, name in enumerate(NAMES)
    ]
    check(look(Document([Journey(id="j", title="J"), *stages, *touchpoints]), at(zoom)))


@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(documents(least=1, most=12), st.sampled_from(ZOOMS))
def test_awkward_journeys_neither_clip_nor_overlap(qapp: QApplication, document: Document, zoom: float) -> None:
    check(look(document, at(zoom)))
