"""The import page: a proposal in the window, changed by hand, taken over only when one says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QTableView

from cxstudio.exchange.readers import READERS
from cxstudio.exchange.survey.survey_mapping import Role
from cxstudio.model import Journey, SurveyCounts, Touchpoint
from ui.dialogs import file_choosers as choosers
from ui.main_window.main_window import MainWindow
from ui.pages.import_columns import ROLE, TOUCHPOINT, Columns
from ui.pages.import_page import ImportPage

TABLE = """Nr;Website Erwartung;Website Erlebnis;Hotline Erwartung;Hotline Erlebnis;Anmerkung
1;6;4;6;2;Dreimal verbunden
2;5;5;7;2;
3;6;5;6;3;Freundlich
"""
MERMAID = """journey
    title Umzug
    section Anmelden
      Formular: 2: Jana
      Anruf: 9: Jana
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "umfrage.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    return path


def page_of(window: MainWindow, path: Path) -> ImportPage:
    window.import_file(path)
    page = window.shell.pages.currentWidget()
    assert isinstance(page, ImportPage)
    QApplication.processEvents()
    return page


def columns_of(page: ImportPage) -> Columns:
    QApplication.processEvents()
    models = [v.model() for v in page.findChildren(QTableView) if isinstance(v.model(), Columns) and v.isVisible()]
    return models[-1]


def said(page: ImportPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_a_table_is_read_shown_and_becomes_a_project(open_window, table, qtbot):
    window = open_window(language="de")
    page = page_of(window, table)
    assert window.shell.page == "import"
    assert "2 Kontaktpunkte" in said(page)
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert window.shell.page == "project"
    names = [t.name for t in window.context.document.all(Touchpoint)]
    assert names == ["Website", "Hotline"]
    assert window.context.document.all(SurveyCounts)


def test_every_file_a_reader_takes_can_be_chosen_and_dropped(sample_window, tmp_path, monkeypatch):
    offered: list[str] = []
    monkeypatch.setattr(choosers, "name_to_open", lambda *asked: offered.append(asked[-1]))
    sample_window.context.commands.run("project.import_table")
    endings = {ending for reader in READERS for ending in (*reader.suffixes, *reader.perhaps)}
    assert set(offered[0].split("(")[1].strip(")").split()) == {f"*{ending}" for ending in endings}
    taken = {ending: dragged(sample_window, tmp_path / f"Any{ending.upper()}") for ending in (*endings, ".cxs")}
    assert all(taken.values()), taken
    assert not dragged(sample_window, tmp_path / "any.pdf") and not dragged(sample_window, tmp_path / "xlsx")


def dragged(window: MainWindow, path: Path) -> bool:
    """Whether the window would take a file somebody drags over it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_what_a_column_means_can_be_changed(open_window, table):
    window = open_window(language="de")
    page = page_of(window, table)
    model = columns_of(page)
    model.setData(model.index(2, ROLE), "")
    assert page.reading is not None
    roles = [use.role for use in page.reading.plan.mapping.columns]
    assert roles.count(Role.EXPERIENCE) == 1
    model = columns_of(page)
    model.setData(model.index(1, TOUCHPOINT), "Startseite im Netz")
    assert "Startseite im Netz" in [r.name for r in page.reading.plan.records if isinstance(r, Touchpoint)]


def test_the_encoding_is_shown_and_can_be_changed(open_window, table):
    window = open_window(language="en")
    page = page_of(window, table)
    box = next(b for b in page.findChildren(QComboBox) if b.accessibleName() == "Encoding")
    at = box.findData("utf-16")
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert page._error.isVisible() or page.reading.plan.source.encoding == "utf-16"
    assert window.shell.page == "import"


def test_adding_to_the_open_project_is_one_step_that_can_be_undone(sample_window, table):
    window = sample_window
    before = len(window.context.document)
    page = page_of(window, table)
    there = {j.id for j in window.context.document.all(Journey)}
    page.add_to_project()
    assert len(window.context.document) > before
    assert window.context.selection.journey not in there
    assert "imported" in window.shell.bars.keys
    assert any("” added" in said.text() and "2 touchpoints" in said.text() for said in window.findChildren(QLabel))
    window.context.commands.run("edit.undo")
    assert len(window.context.document) == before


def test_repairs_of_a_mermaid_journey_can_be_accepted(open_window, tmp_path):
    path = tmp_path / "umzug.mmd"
    path.write_text(MERMAID, encoding="utf-8")
    window = open_window(language="en")
    page = page_of(window, path)
    assert page.reading.plan.repairs
    boxes = [b for b in page.findChildren(QCheckBox) if b.isVisible()]
    before = page.reading.plan.repairs[0].accepted
    boxes[0].setChecked(not before)
    assert page.reading.plan.repairs[0].accepted is not before


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9])
def test_what_cannot_be_read_is_said_on_the_page(open_window, tmp_path, content):
    path = tmp_path / "kaputt.csv"
    path.write_bytes(content)
    window = open_window()
    page = page_of(window, path)
    assert not page.new.isEnabled()
    assert window.shell.page == "import"


def test_a_large_table_is_read_beside_the_window(open_window, tmp_path, qtbot):
    path = tmp_path / "gross.csv"
    path.write_text(TABLE.splitlines()[0] + "\n" + "1;6;4;6;2;\n" * 60_000, encoding="utf-8")
    window = open_window()
    page = page_of(window, path)
    assert page.reading is None
    qtbot.waitUntil(lambda: page.reading is not None, timeout=120_000)
    assert page.new.isEnabled()


def test_a_reading_can_be_kept(open_window, table, tmp_path, monkeypatch):
    window, kept = open_window(), tmp_path / "reading.json"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: kept)
    page = page_of(window, table)
    page.keep.click()
    assert kept.is_file()
    assert "mapping" in window.shell.bars.keys


def test_the_korean_survey_opens_with_its_shipped_reading(open_window, real_data, qtbot):
    window = open_window(language="de")
    page = page_of(window, real_data / "surveys" / "kservqual_kiosk_cp949_dev.csv")
    assert page.reading.plan.source.encoding == "cp949"
    page.start_project()
    assert len(window.context.document.all(Touchpoint)) == 24
    for name in ("journey", "rate", "measures"):
        window.context.commands.run(f"go.{name}")
        assert not window.shell.grab().isNull()
