"""The tabs Pictures and Employees and customers, in the real window with real clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.layout.charts.chart_request import read
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.model import Id, ReportSettings, Round, Touchpoint
from cxstudio.model.kinds import View
from cxstudio.session import Folders, Session
from tests.cxstudio.layout.chart_checks import WHY_NOT
from tests.ui.conftest import OpenWindow
from ui.dialogs import file_choosers as choosers
from ui.forms.choice_editors import CalmCombo
from ui.main_window.main_window import MainWindow
from ui.widgets.fitting.fitting_bar import FoldingSegments
from ui.workspaces.rate.charts.chart_toolbar import WhyChart
from ui.workspaces.rate.charts.charts_page import PicturesPage
from ui.workspaces.rate.charts.employees_customers_page import LeadingSentence, ViewsPage
from ui.workspaces.report.report_workspace import ReportWorkspace

OFFERED = [row.id for row in CHARTS if not row.compares and row.id != "kano"]
LEFT = Qt.MouseButton.LeftButton


def pictures(window: MainWindow, chart: str = "scatter") -> PicturesPage:
    """The tab in view, with a chart."""
    for command in ("go.rate", "rate.show_pictures"):
        window.context.commands.run(command)
    page = window.shell.view.current.tabs.page  # type: ignore[attr-defined]
    assert isinstance(page, PicturesPage)
    page.show_chart(chart)
    QApplication.processEvents()
    return page


def views(window: MainWindow) -> ViewsPage:
    for command in ("go.rate", "rate.show_views"):
        window.context.commands.run(command)
    page = window.shell.view.current.tabs.page  # type: ignore[attr-defined]
    assert isinstance(page, ViewsPage)
    QApplication.processEvents()
    return page


def touchpoints(window: MainWindow) -> tuple[Touchpoint, ...]:
    journey = window.context.selection.journey
    assert journey is not None
    return window.context.document.journey_touchpoints(journey)


def spot(page: PicturesPage | ViewsPage, touchpoint: Id) -> QPoint:
    """Where a touchpoint stands in the picture, in the widget's pixels."""
    chart = page.panel.picture.chart
    assert chart is not None
    box = chart.boxes(touchpoint)[0]
    pad = page.panel.picture.pad
    return QPointF(box.x + box.width / 2 + pad, box.y + box.height / 2 + pad).toPoint()


def printed(window: MainWindow) -> tuple[str, ...]:
    return tuple(e for settings in window.context.document.all(ReportSettings) for e in settings.pictures)


@pytest.mark.parametrize("chart", [c for c in OFFERED if c != "answers"])
def test_a_click_selects_the_touchpoint_everywhere(qtbot: QtBot, sample_window: MainWindow, chart: str) -> None:
    page = pictures(sample_window, chart)
    wanted = touchpoints(sample_window)[11].id
    qtbot.mouseClick(page.panel.picture, LEFT, pos=spot(page, wanted))
    assert sample_window.context.selection.id == wanted
    sample_window.context.commands.run("go.journey")
    assert sample_window.context.selection.id == wanted


@pytest.mark.parametrize("chart", OFFERED)
def test_arrows_walk_and_readers_hear_what_is_shown(qtbot: QtBot, sample_window: MainWindow, chart: str) -> None:
    page = pictures(sample_window, chart)
    picture = page.panel.picture
    listed = picture.listed()
    assert len(listed) == 14
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    assert sample_window.context.selection.id == listed[0]
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    listed = picture.listed()
    assert sample_window.context.selection.id == listed[1]
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    qtbot.keyClick(picture, Qt.Key.Key_Up)
    assert sample_window.context.selection.id == picture.listed()[-1]
    name = sample_window.context.document.get(Touchpoint, picture.listed()[-1]).name
    assert picture.accessibleName() == sample_window.context.tr(page.panel.chart_row.title)
    assert picture.accessibleDescription().startswith(name)
    assert "Employees’ view: 9 employees" in picture.accessibleDescription()
    assert not picture.grab().toImage().isNull()


def test_charts_are_chosen_by_click_and_by_arrow(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window)
    qtbot.mouseClick(page.list.entries["emotion"], LEFT)
    assert page.panel.chart_row.id == "emotion"
    qtbot.keyClick(page.list.entries["emotion"], Qt.Key.Key_Down)
    assert page.panel.chart_row.id == "competitors"
    assert page.list.entries["competitors"].isChecked()
    assert not page.list.entries["emotion"].isChecked()


def test_hovering_names_the_touchpoint_at_once(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window)
    wanted = touchpoints(sample_window)[11]
    qtbot.mouseMove(page.panel.picture, spot(page, wanted.id))
    bubble = page.panel.picture.bubble
    qtbot.waitUntil(bubble.isVisible, timeout=60_000)
    assert wanted.name in bubble.text() and "Experience 3.2" in bubble.text()
    assert page.panel.picture.rect().contains(bubble.geometry())
    qtbot.mouseMove(page.panel.picture, QPoint(3, 3))
    qtbot.waitUntil(bubble.isHidden, timeout=60_000)


def test_a_double_click_leads_to_the_map(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window)
    wanted = touchpoints(sample_window)[7].id
    qtbot.mouseDClick(page.panel.picture, LEFT, pos=spot(page, wanted))
    assert not page.isVisible()


def test_variants_change_what_is_shown(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window, "importance")
    segments = page.panel.tools.variants
    assert isinstance(segments, FoldingSegments)
    assert page.panel.told is not None and "means of all" in page.panel.told.head.lead
    qtbot.mouseClick(segments.findChildren(QAbstractButton)[1], LEFT)
    assert page.panel.told is not None and "middle of the scale, 4.0" in page.panel.told.head.lead
    page.show_chart("distribution")
    combo = page.panel.tools.variants
    assert isinstance(combo, CalmCombo)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert page.panel.told is not None and page.panel.told.head.lead.startswith("Expectation")


def test_the_same_figures_as_a_list(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window, "ranking")
    qtbot.mouseClick(page.panel.tools.form.findChildren(QAbstractButton)[1], LEFT)
    figures = page.panel.list
    assert figures.isVisible() and figures.lines.rowCount() == 14
    assert figures.accessibleName() == "Delta, largest shortfall first"
    figures.setFocus()
    qtbot.keyClick(figures, Qt.Key.Key_Down)
    qtbot.keyClick(figures, Qt.Key.Key_Down)
    assert sample_window.context.selection.id == figures.touchpoint(figures.currentIndex().row())
    sample_window.context.selection.select(touchpoints(sample_window)[13].id)
    assert figures.touchpoint(figures.currentIndex().row()) == touchpoints(sample_window)[13].id
    sample_window.context.commands.run("pictures.copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[0] == "Touchpoint" and len(lines) == 15


def test_copying_gives_pixels_and_a_drawing(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window)
    page.panel.picture.setFocus()
    qtbot.keyClick(page.panel.picture, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    given = QGuiApplication.clipboard().mimeData()
    image = given.imageData()
    assert isinstance(image, QImage) and image.width() > 1000
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 20
    drawing = bytes(given.data("image/svg+xml").data()).decode()
    assert drawing.startswith("<?xml") and "Hotline" in drawing and "Expectation and experience" in drawing


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_saving_writes_the_picture(
    qtbot: QtBot, sample_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    pictures(sample_window, "emotion")
    path = tmp_path / f"picture{suffix}"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    sample_window.context.commands.run(f"pictures.save_{suffix[1:]}")
    qtbot.waitUntil(path.exists, timeout=60_000)
    if suffix == ".svg":
        assert "low point" in path.read_text(encoding="utf-8")
    else:
        image = QImage(str(path))
        assert image.width() > 1400 and image.height() > 800
    qtbot.waitUntil(lambda: not sample_window.context.tasks.busy, timeout=20_000)


def test_a_picture_goes_into_the_report_and_out_again(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window, "importance")
    page.panel.choose("middle")
    qtbot.mouseClick(page.panel.tools.report, LEFT)
    assert printed(sample_window) == ("importance|middle",)
    assert page.panel.tools.report.text() == "In the report" and page.panel.tools.report.isChecked()
    page.panel.choose("mean")
    assert page.panel.tools.report.text() == "Add to report"
    sample_window.context.commands.run("edit.undo")
    assert printed(sample_window) == ()
    sample_window.context.commands.run("edit.redo")
    page.show_chart("answers")
    sample_window.context.selection.select(touchpoints(sample_window)[3].id)
    sample_window.context.commands.run("pictures.to_report")
    sample_window.context.commands.run("go.report")
    report = sample_window.shell.view.current
    assert isinstance(report, ReportWorkspace)
    texts = [w.accessibleName() for row in report.pictures.rows for w in row.findChildren(QLabel)]
    assert texts == [
        "Importance and experience · Middle of the scale",
        f"Answers on one touchpoint: {touchpoints(sample_window)[3].name}",
    ]
    forward, out = report.pictures.rows[1].findChildren(QPushButton)
    qtbot.mouseClick(forward, LEFT)
    assert [w.chart for e in printed(sample_window) if (w := read(e))] == ["answers", "importance"]
    forward, out = report.pictures.rows[1].findChildren(QPushButton)
    qtbot.mouseClick(out, LEFT)
    assert [w.chart for e in printed(sample_window) if (w := read(e))] == ["answers"]


@pytest.mark.parametrize("chart", OFFERED)
def test_every_picture_answers_why(qtbot: QtBot, sample_window: MainWindow, chart: str) -> None:
    page = pictures(sample_window, chart)
    qtbot.mouseClick(page.panel.tools.why, LEFT)
    (sheet,) = sample_window.findChildren(WhyChart)
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "9 employees" in words and len(words) > 120
    sheet.dismiss()


def test_the_picture_follows_a_new_answer(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window)
    before = page.panel.told
    customers = next(r for r in sample_window.context.document.all(Round) if r.view is View.CUSTOMERS)
    sample_window.shell.view.current.show_round(customers.id)  # type: ignore[attr-defined]
    QApplication.processEvents()
    after = page.panel.told
    assert before is not None and after is not None
    assert "Customers’ view" in after.head.basis and before.head.basis != after.head.basis


def test_employees_and_customers_are_compared_in_words_and_picture(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = views(sample_window)
    assert page.ours.currentText().startswith("Round 1") and page.theirs.currentText().startswith("Round 2")
    told = page.panel.told
    assert told is not None and "Hotline" in told.head.lead and "Final bill" in told.head.lead
    sentences = page.findings.findChildren(LeadingSentence)
    assert len(sentences) == 4
    qtbot.mouseClick(sentences[1], LEFT)
    assert sample_window.context.selection.id == touchpoints(sample_window)[7].id
    qtbot.mouseClick(page.panel.picture, LEFT, pos=spot(page, touchpoints(sample_window)[11].id))
    assert sample_window.context.selection.id == touchpoints(sample_window)[11].id
    assert page.status() is not None
    sample_window.context.commands.run("pictures.to_report")
    assert printed(sample_window) == ("views||round1|round2",)


def test_rounds_on_different_scales_are_refused_with_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, folders: Folders
) -> None:
    document = sample("lindenfurt", "en").document
    other = Round(id="r5", journey=document.all(Round)[0].journey, title="Round 3", scale=5, order="z")
    window = open_window(Session.new(folders, document.evolve(put=[other])))
    page = views(window)
    assert page.ours.count() == 2
    page.ours.setFocus()
    qtbot.keyClick(page.ours, Qt.Key.Key_Down)
    assert page.panel.told is None
    labels = [w.text() for w in page.panel.findChildren(QLabel) if w.isVisible()]
    assert any("different scales, 1–5 and 1–7: they are never compared" in text for text in labels)
    assert not page.panel.tools.copy.isEnabled() and not page.panel.tools.report.isEnabled()


def test_a_journey_nobody_rated_says_so_and_offers_nothing_to_copy(open_window: OpenWindow, folders: Folders) -> None:
    document = sample("lindenfurt", "en").document
    bare = document.evolve(drop=[r.id for r in document if type(r).__name__ in _RATING])
    window = open_window(Session.new(folders, bare))
    for chart in OFFERED:
        page = pictures(window, chart)
        labels = [w.text() for w in page.panel.findChildren(QLabel) if w.isVisible()]
        assert any(text.startswith(WHY_NOT) for text in labels), chart
        assert not page.panel.tools.copy.isEnabled()
    for command in ("pictures.copy", "pictures.save_svg", "pictures.to_report"):
        window.context.commands.run(command)
    assert printed(window) == ()
    assert views(window).findings.findChildren(LeadingSentence) == []


_RATING = ("Round", "TouchpointRatings", "SurveyCounts", "JourneyFigures")


def test_four_hundred_touchpoints_as_density(qtbot: QtBot, open_window: OpenWindow, folders: Folders) -> None:
    made = sample("large", "en")
    window = open_window(Session.new(folders, made.document, made.assets))
    for chart in OFFERED:
        page = pictures(window, chart)
        picture = page.panel.picture
        if chart == "competitors":  # of which nothing is known there
            continue
        assert picture.chart is not None
        if chart == "answers":
            continue
        wanted = picture.chart.records[200]
        place = spot(page, wanted)
        qtbot.mouseClick(picture, LEFT, pos=place)
        assert window.context.selection.id is not None
        assert picture.chart.boxes(window.context.selection.id)
        assert not picture.grab().toImage().isNull()


def test_what_changed_out_of_sight_is_shown_when_the_tab_comes_back(qtbot: QtBot, sample_window: MainWindow) -> None:
    page = pictures(sample_window, "answers")
    sample_window.context.commands.run("go.journey")
    wanted = touchpoints(sample_window)[4]
    sample_window.context.selection.select(wanted.id)
    with sample_window.context.session.transaction("Rename") as draft:
        draft.update(Touchpoint, wanted.id, name="Order confirmation")
    sample_window.context.commands.run("go.rate")
    QApplication.processEvents()
    assert page.panel.isVisible()
    assert page.panel.told is not None
    assert page.panel.told.head.title == "Answers on “Order confirmation”"
