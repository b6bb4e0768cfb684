"""No text of the window is cut, over another, beyond the edge or too faint: at any size, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from cxstudio.catalogue.samples import sample
from tests.screens.main_states import main_states
from tests.screens.photographer import DOUBLED, SCALED, SIZES, SMALL, Photographer
from tests.text_finder import Finding, findings


class Reader(Photographer):
    """Looks for texts that do not fit where a photographer would take a picture."""

    def __init__(self, place: Path, language: str, size: QSize, palette: str = "light") -> None:
        super().__init__(place / "none", place, language, palette, size)
        self.found: list[tuple[str, Finding]] = []

    def shoot(self, name: str) -> str:
        for _ in range(3):
            QApplication.processEvents()
        self.found += [(name, finding) for finding in findings(self.window)]
        return name


@pytest.mark.qt_log_ignore("raise", extend=True)
@pytest.mark.parametrize(
    ("language", "size", "palette"),
    [("de", SCALED, "light"), ("en", SMALL, "dark"), ("de", DOUBLED, "light")],
    ids=["de-150", "en-1280x720-dark", "de-200"],
)
def test_every_text_of_the_main_pages_can_be_read(qapp, tmp_path, language, size, palette):
    reader = Reader(tmp_path, language, size, palette)
    list(reader._beginning())
    reader._show(sample("lindenfurt", language).document)
    list(main_states(reader.window, reader.shoot, "sample"))
    reader.window.close()
    assert reader.found == []


@pytest.mark.torture
@pytest.mark.qt_log_ignore("raise", extend=True)
@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_of_every_state_can_be_read(qapp, tmp_path, language, size):
    reader = Reader(tmp_path, language, size)
    list(reader.take_all())
    assert reader.found == []


def test_the_window_fits_a_small_screen_at_150_per_cent(sample_window):
    assert sample_window.minimumSize().width() <= SCALED.width()
    assert sample_window.minimumSize().height() <= SCALED.height()


# The finder itself


def shown(qtbot, *parts: QWidget) -> QWidget:
    made = QWidget()
    for part in parts:
        part.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def kinds(root: QWidget) -> list[str]:
    return [finding.kind for finding in findings(root)]


def test_a_text_that_fits_is_not_found(qtbot):
    label = QLabel("Enough room")
    label.setGeometry(10, 10, 200, 30)
    assert kinds(shown(qtbot, label)) == []


def test_a_button_that_is_too_narrow_is_found(qtbot):
    button = QPushButton("More words than it has room for")
    button.setGeometry(10, 10, 60, 30)
    assert kinds(shown(qtbot, button)) == ["cut"]


def test_a_text_beyond_the_edge_of_its_page_is_found(qtbot):
    label = QLabel("Half of it is out of the window")
    label.setGeometry(330, 10, 300, 30)
    assert kinds(shown(qtbot, label)) == ["outside"]


def test_two_texts_over_each_other_are_found(qtbot):
    one, other = QLabel("First text"), QLabel("Second text")
    one.setGeometry(10, 10, 200, 30)
    other.setGeometry(30, 12, 200, 30)
    assert kinds(shown(qtbot, one, other)) == ["overlapping"]


def test_a_shortened_text_may_stand_where_the_whole_is_a_tooltip(qtbot):
    label = QLabel("A name somebody ty…")
    label.setGeometry(10, 10, 300, 30)
    root = shown(qtbot, label)
    assert kinds(root) == ["cut"]
    label.setToolTip("A name somebody typed that is long")
    assert kinds(root) == []


def test_a_text_of_which_next_to_nothing_is_left_is_found(qtbot):
    label = QLabel("K…")
    label.setGeometry(10, 10, 300, 30)
    root = shown(qtbot, label)
    label.setToolTip("Kontaktpunkt")
    assert kinds(root) == ["cut"]


@pytest.mark.parametrize(("ink", "found"), [("#6B7484", []), ("#8B94A4", ["faint"])])
def test_a_text_too_faint_for_its_ground_is_found(qtbot, ink, found):
    label = QLabel("Faint on white")
    label.setStyleSheet(f"color: {ink}; background: #FFFFFF")
    label.setGeometry(10, 10, 200, 30)
    root = shown(qtbot, label)
    assert kinds(root) == found
    label.setEnabled(False)
    assert kinds(root) == []
