"""Where room is short or gets shorter: bars fold, columns join, sheets stay, and counts lead to the rest."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields
from cxstudio.model import Measure, Target
from cxstudio.model.kinds import TargetFigure
from cxstudio.session import Folders, Session
from tests.screens.agenda_states import BERLIN, FixedClock, planned, run_late
from tests.screens.photographer import SCALED
from tests.text_finder import findings
from tests.ui.by_hand import Desk, click, press
from tests.ui.conftest import OpenWindow
from ui.inspector.inspector import Inspector
from ui.inspector.measured_values_sheet import ValuesSheet
from ui.main_window.main_window import MainWindow
from ui.pages.import_doubts import ImportDoubts
from ui.pages.import_page import ImportPage
from ui.pages.import_summary import LeftOut
from ui.widgets.elided_button import ElidedButton
from ui.widgets.elided_label import ShortenedText
from ui.widgets.folding_section import Section
from ui.workspaces.report.report_workspace import ReportWorkspace
from ui.workspaces.understand.persona_list import PersonaList

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def resized(window: MainWindow, wide: int, high: int) -> None:
    window.resize(wide, high)
    for _ in range(4):
        QApplication.processEvents()


@pytest.mark.torture
def test_bars_sheets_and_the_agenda_fit_a_window_that_gets_smaller(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(Session.new(folders, sample("lindenfurt", "de").document), language="de")
    context = window.context
    context.run.clock = FixedClock(datetime(2026, 3, 12, 9, tzinfo=BERLIN))
    run = context.commands.run
    run("go.ideas")
    run("ideas.show_notes")
    resized(window, 1100, 700)
    run("frame.inspector")
    for wide, high in ((1024, 640), (1100, 700)):  # folding the bar resizes it in the middle of being fitted
        resized(window, wide, high)
        assert findings(window) == []
    run("frame.inspector")
    workshop = planned(window, "de")
    run("ideas.show_agenda")
    resized(window, SCALED.width(), SCALED.height())
    assert findings(window) == []
    run_late(window, workshop)
    resized(window, SCALED.width(), SCALED.height())
    assert findings(window) == []

    resized(window, 1440, 900)
    desk = Desk(window)
    own = next(t for t in context.document.all(Target) if t.figure is TargetFigure.OWN)
    run("go.measures")
    context.selection.select(context.document.get(Measure, own.measure).id)
    QApplication.processEvents()
    opener = next(b for b in Desk.buttons_of(desk.inspector) if b.text() in ("Eintragen …", "Werte …"))
    opener.click()
    (sheet,) = [one for one in window.findChildren(ValuesSheet) if one.isVisible()]
    resized(window, 1100, 700)
    assert window.rect().contains(sheet.geometry())
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton)
    assert sheet.isVisible(), "what lies over the page has grown with it and not over the sheet"


def test_what_an_import_counts_leads_to_the_rest(open_window: OpenWindow, tmp_path: Path) -> None:
    names = [f"Place {n}" for n in range(1, 8)]
    heads = [f"{name} {what}" for name in names for what in ("expectation", "experience")]
    rows = [[str(1 + (n + at) % 6) if (n + at) % 6 < 5 else "99" for at in range(14)] for n in range(9)] + [
        [""] * 13 + ["x"]
    ] * 6
    lines = [",".join(line) for line in (["Id", *heads], *([str(n), *row] for n, row in enumerate(rows)))]
    path = tmp_path / "survey.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    window = open_window()
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None
    QApplication.processEvents()
    doubts = page.findChild(ImportDoubts)
    assert doubts is not None
    counted = [one for one in doubts.findChildren(ShortenedText) if one.more.isVisible()]
    assert counted and "more" in counted[0].text and heads[9] not in counted[0].text
    press(counted[0], "Show all")
    assert f"“{heads[9]}”" in counted[0].text and f"“{heads[13]}”" in counted[0].text
    press(counted[0], "Show fewer")
    assert heads[9] not in counted[0].text
    left = page.findChild(LeftOut)
    assert left is not None
    found = [
        one for one in left.findChildren(ShortenedText) if isinstance(one.more, QPushButton) and not one.more.isHidden()
    ]
    assert found and "and 2 more" in found[0].text
    found[0].more.click()
    assert "11–16" in found[0].text


def test_pages_of_the_report_come_before_its_settings_where_there_is_room_for_one(
    open_window: OpenWindow, folders: Folders
) -> None:
    window = open_window(Session.new(folders, sample("lindenfurt", "de").document), language="de")
    window.context.commands.run("go.report")
    report = window.shell.view.current
    assert isinstance(report, ReportWorkspace)
    resized(window, 1280, 720)
    assert report.beside.side.isVisible() and report.preview.width() > 800
    resized(window, SCALED.width(), SCALED.height())
    assert not report.beside.side.isVisible() and report.preview.width() > 650
    click(report.beside.strip)
    assert report.beside.side.isVisible() and findings(window) == []


def test_long_names_of_what_a_measure_refers_to_widen_nothing(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(Session.new(folders, sample("control", "en").document))
    context = window.context
    resized(window, 1280, 720)
    context.commands.run("go.measures")
    long = "One contact person for each move and for everything that has to do with it " * 3
    with context.session.transaction("long") as draft:
        first, second, third = draft.document.all(Measure)[:3]
        set_fields(draft, Measure, second.id, title=long)
        set_fields(draft, Measure, first.id, corrects=second.id, depends_on=(second.id, third.id), ideas=())
    context.selection.select(first.id)
    if not any(found.isVisible() for found in window.findChildren(Inspector)):
        context.commands.run("frame.inspector")
    panel = Desk(window).inspector.panel
    for section in panel.findChildren(Section):
        section.fold(False)
    resized(window, 1280, 720)
    chosen = [b for b in panel.findChildren(ElidedButton) if b.isVisible()]
    assert sum(b.text().startswith(long[:30]) for b in chosen) == 2
    assert all(b.mapTo(panel, b.rect().topRight()).x() < panel.width() for b in chosen)
    assert panel.width() <= panel.parentWidget().width()
    assert all(long[:30] in b.toolTip() for b in chosen if b.text().startswith(long[:30]))


def test_personas_stand_in_a_low_window_as_high_as_their_words_and_within_the_list(sample_window):
    sample_window.resize(853, 480)
    sample_window.context.commands.run("go.understand")
    QApplication.processEvents()
    listed = sample_window.findChild(PersonaList)
    assert listed.isVisible() and listed.rows
    for made in listed.rows.values():
        assert made.height() >= made.minimumSizeHint().height() >= 40
        assert made.mapTo(listed, made.rect().bottomRight()).x() < listed.width()
