"""In the window: a report is verified, exported with counts; slides are made and updated; drawings are copied."""

import io
from pathlib import Path

import pytest
from pptx import Presentation
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cxstudio.documents.verification.pdf_reading import read_report
from cxstudio.model import TouchpointRatings
from cxstudio.model.base import FrozenMap
from tests.cxstudio.documents.report_pages import of_sample
from ui.dialogs import file_choosers as choosers
from ui.main_window.main_window import MainWindow
from ui.shell.verdict_sheet import VerdictSheet


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample's report, which whoever is asked for a file chooses."""
    path = tmp_path / "report.pdf"
    path.write_bytes(of_sample("en").pdf)
    monkeypatch.setattr(choosers, "name_to_open", lambda *_: path)
    return path


def verdict(window: MainWindow, qtbot: QtBot) -> VerdictSheet:
    window.context.commands.run("export.verify")
    sheet = window.shell.overlay(VerdictSheet)
    qtbot.waitUntil(lambda: not window.context.tasks.busy, timeout=120_000)
    return sheet


@pytest.mark.torture
def test_a_report_agrees_until_a_figure_changes_and_another_pdf_is_refused(sample_window, report, qtbot):
    window = sample_window
    sheet = verdict(window, qtbot)
    assert sheet.isVisible() and "All agree" in sheet.verdict.text() and "report.pdf" in sheet.title.text()
    sheet.dismiss()
    with window.context.session.transaction("rate") as draft:
        for rating in window.context.document.all(TouchpointRatings):
            if rating.touchpoint == "t08" and rating.round == "round1":
                worse = {person: max(1, answer - 1) for person, answer in rating.experience.items()}
                draft.update(TouchpointRatings, rating.id, experience=FrozenMap(worse))
    sheet = verdict(window, qtbot)
    said = [each.text() for each in sheet.area.findChildren(QLabel) if not each.isHidden()]
    assert "does not agree" in sheet.verdict.text()
    assert "The project has changed since the report was made." in said and len(said) > 3
    sheet._copy.click()
    assert QGuiApplication.clipboard().text().count("\n") >= len(said)
    sheet.dismiss()
    report.write_bytes(b"%PDF-1.4 nothing")
    sheet = verdict(window, qtbot)
    assert not sheet.isVisible() and "error.verify" in window.shell.bars.keys


@pytest.mark.torture
def test_a_report_is_exported_with_counts(sample_window, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "counted.pdf"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    sample_window.context.commands.run("export.report_with_counts")
    qtbot.waitUntil(lambda: path.exists() and not sample_window.context.tasks.busy, timeout=120_000)
    with read_report(path.read_bytes(), path.name) as read:
        assert read.listed.counts


@pytest.mark.torture
def test_slides_are_made_on_a_template_and_updated(sample_window, tmp_path, monkeypatch, qtbot):
    window, template, slides = sample_window, tmp_path / "house.pptx", tmp_path / "slides.pptx"
    Presentation().save(str(template))
    monkeypatch.setattr(choosers, "name_to_open", lambda *_: template)
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: slides)
    window.context.commands.run("export.slides_on_template")
    qtbot.waitUntil(lambda: slides.exists() and not window.context.tasks.busy, timeout=120_000)
    edited = Presentation(str(slides))
    assert edited.slide_width == Presentation(str(template)).slide_width and len(edited.slides) > 3
    edited.slides[1].shapes.title.text_frame.text = "Written by hand"
    edited.save(str(slides))
    monkeypatch.setattr(choosers, "name_to_open", lambda *_: slides)
    window.context.commands.run("export.update_slides")
    qtbot.waitUntil(lambda: "export" in window.shell.bars.keys and not window.context.tasks.busy, timeout=120_000)
    updated = Presentation(io.BytesIO(slides.read_bytes()))
    assert updated.slides[1].shapes.title.text_frame.text == "Written by hand"
    assert len(updated.slides) == len(edited.slides)


@pytest.mark.torture
@pytest.mark.parametrize("drawn", ["map", "board"])
def test_drawings_are_copied_as_pixels_and_as_a_drawing(sample_window, drawn, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    sample_window.context.commands.run(f"copy.{drawn}")
    assert clipboard.text() == "before"
    qtbot.waitUntil(lambda: clipboard.mimeData().hasImage(), timeout=120_000)
    given = clipboard.mimeData()
    assert bytes(given.data("image/svg+xml").data()).lstrip().startswith(b"<")
    assert QImage(given.imageData()).width() > 600
