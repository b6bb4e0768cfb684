"""Nothing is squeezed, cut or too pale: bars, sheets, headings and hints as the window really lays them out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from cxstudio.catalogue.samples import sample
from cxstudio.model import Journey
from cxstudio.session import Folders, Session
from ui.main_window.application import fit
from ui.main_window.main_window import MainWindow
from ui.theme.fonts import font
from ui.widgets.fitting.fitting_bar import FoldingSegments
from ui.widgets.popup_sheet import Overlay
from ui.widgets.why_sheet import WhySheet
from ui.workspaces.journey.journey_toolbar import Toolbar
from ui.workspaces.journey.outline.outline_tree import OutlineTree
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.rounds.round_bar import RateBar

OpenWindow = Callable[..., MainWindow]
_PADDING = 11
"""Pixels on both sides of a heading, as in the style sheet."""
_GAP = 8
"""Pixels between what stands in the bar."""


def _open(open_window: OpenWindow, folders: Folders, name: str, language: str, palette: str = "light") -> MainWindow:
    made = sample(name, language)
    return open_window(Session.new(folders, made.document, made.assets), language, palette)


def _children(bar: QWidget) -> list[QWidget]:
    """What stands in a bar, from left to right."""
    shown = [part for part in bar.children() if isinstance(part, QWidget) and part.isVisible()]
    return sorted(shown, key=lambda part: part.x())


def _light(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("width", [1280, 1366, 1440, 1600, 1920])
@pytest.mark.parametrize(("name", "language"), [("lindenfurt", "de"), ("large", "de"), ("lindenfurt", "en")])
def test_the_bar_above_the_map_squeezes_nothing(
    open_window: OpenWindow, folders: Folders, qapp: QApplication, name: str, language: str, width: int
) -> None:
    window = _open(open_window, folders, name, language)
    window.resize(width, 900)
    window.context.commands.run("go.journey")
    qapp.processEvents()
    bar = window.findChild(Toolbar)
    assert bar is not None
    shown = [part for part in bar.findChildren(QPushButton) if part.isVisible() and part.text()]
    assert len(shown) > 3
    assert not [part.text() for part in shown if part.width() < part.sizeHint().width()]
    folded = [part for part in bar.findChildren(FoldingSegments) if part.button.isVisible()]
    gap = max((b.x() - a.geometry().right() for a, b in pairwise(_children(bar))), default=0)
    saved = [part.segments.sizeHint().width() - part.button.sizeHint().width() for part in folded]
    assert not folded or gap - 2 * _GAP < max(saved)


@pytest.mark.parametrize("language", ["de", "en"])
def test_tabs_of_rating_are_whole_wherever_there_is_room(
    open_window: OpenWindow, folders: Folders, qapp: QApplication, language: str
) -> None:
    window = _open(open_window, folders, "lindenfurt", language)
    window.context.commands.run("go.rate")
    bar = window.findChild(RateBar)
    assert bar is not None
    for width, whole in ((1600, True), (853, False), (1280, True), (1440, True), (1600, True)):
        window.resize(width, 900)
        qapp.processEvents()
        (tabs,) = bar.findChildren(FoldingSegments)
        assert tabs.segments.isVisible() is whole, width
        shown = [part for part in bar.findChildren(QPushButton) if part.isVisible()]
        assert max(part.geometry().right() for part in shown if part.parentWidget() is bar) <= bar.width()


@pytest.mark.parametrize("language", ["de", "en"])
def test_headings_of_the_outline_are_whole(
    open_window: OpenWindow, folders: Folders, qapp: QApplication, language: str
) -> None:
    window = _open(open_window, folders, "lindenfurt", language)
    window.context.commands.run("go.journey")
    window.context.commands.run("journey.show_outline")
    qapp.processEvents()
    tree = window.findChild(OutlineTree)
    assert tree is not None
    header, metrics = tree.header(), QFontMetrics(font(11, "semibold"))
    shown = [at for at in range(header.count()) if not header.isSectionHidden(at)]
    titles = [str(tree.model().headerData(at, Qt.Orientation.Horizontal)) for at in shown]
    room = [header.sectionSize(at) - 2 * _PADDING for at in shown]
    assert not [title for title, wide in zip(titles, room, strict=True) if metrics.horizontalAdvance(title) > wide]


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_hints_in_fields_can_be_read(open_window: OpenWindow, folders: Folders, palette: str) -> None:
    window = _open(open_window, folders, "lindenfurt", "en", palette)
    line = QLineEdit(window)
    line.ensurePolished()
    colours = line.palette()
    hint, ground = colours.color(QPalette.ColorRole.PlaceholderText), colours.color(QPalette.ColorRole.Base)
    assert hint.alpha() == 255
    lighter, darker = sorted((_light(hint), _light(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_sheet_is_as_high_as_its_words_need(sample_window: MainWindow, qapp: QApplication) -> None:
    sample_window.context.commands.run("go.rate")
    rate = sample_window.shell.view.current
    assert isinstance(rate, RateWorkspace)
    sheet = rate.side.need.open_formula()
    qapp.processEvents()
    box = sheet.layout()
    assert isinstance(sheet, Overlay)
    assert box is not None
    assert sheet.height() == box.totalHeightForWidth(sheet.width())


def test_a_long_explanation_leaves_the_top_bar_in_view(sample_window: MainWindow, qapp: QApplication) -> None:
    sample_window.resize(1280, 720)
    sample_window.context.commands.run("go.journey")
    document = sample_window.context.document
    touchpoint = document.journey_touchpoints(document.all(Journey)[0].id)[7]
    sample_window.context.selection.select(touchpoint.id)
    sample_window.context.commands.run("frame.inspector")
    qapp.processEvents()
    why = [b for b in sample_window.findChildren(QPushButton) if b.text() == "Why?" and b.isVisible()]
    why[0].click()
    sheet = next(s for s in sample_window.findChildren(WhySheet) if s.isVisible())
    bar = sample_window.shell.top
    assert (
        sheet.mapTo(sample_window, sheet.rect().topLeft()).y() >= bar.mapTo(sample_window, bar.rect().bottomLeft()).y()
    )
    assert sheet.geometry().bottom() < sample_window.height()


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QRect(0, 0, 1280, 720), QSize(1280, 720)),
        (QRect(0, 0, 1920, 1080), QSize(1440, 900)),
        (QRect(60, 30, 1300, 2000), QSize(1300, 900)),
    ],
)
def test_a_window_is_no_larger_than_its_screen(open_window: OpenWindow, screen: QRect, size: QSize) -> None:
    window = open_window()
    window.resize(1440, 900)
    fit(window, screen)
    assert window.size() == size


def test_a_screen_smaller_than_any_window_gets_the_smallest(open_window: OpenWindow) -> None:
    window = open_window()
    fit(window, QRect(0, 0, 300, 200))
    assert window.size() == window.minimumSize()
