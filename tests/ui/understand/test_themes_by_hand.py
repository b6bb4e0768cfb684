"""Themes: counted where their voices stand, given by hand, and leading to the voices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.journeys.theme_counts import theme_counts, voices
from cxstudio.catalogue.samples import sample
from cxstudio.documents.content import Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import themes
from cxstudio.edits import set_topic
from cxstudio.model import Note, Touchpoint
from cxstudio.store import Draft
from cxstudio.wording import texts
from tests.ui.comparing_desk import run
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.themes_page import ELSEWHERE, TOUCHPOINTS, ThemesPage
from ui.workspaces.understand.understand_workspace import UnderstandWorkspace


def test_every_voice_is_counted_once_where_it_stands() -> None:
    document = sample("lindenfurt", "en").document
    rows = theme_counts(document, "journey1")
    assert [row.name for row in rows][0] == "Understanding the bill"
    for row in rows:
        assert sum(row.stages.values()) == sum(row.touchpoints.values()) == len(row.notes) - row.elsewhere
        for place, count in row.touchpoints.items():
            assert count == sum(document.get(Note, i).about == place for i in row.notes)
        for place, count in row.stages.items():
            inside = {t.id for t in document.having(Touchpoint, "stage", place)}
            assert count == sum(document.get(Note, i).about in inside for i in row.notes)
    assert all(row.elsewhere == len(row.notes) for row in theme_counts(document, None))


def test_the_report_names_what_is_level_together_and_nothing_without_topics() -> None:
    draft = Draft(sample("lindenfurt", "en").document)
    section = themes.content(Material(draft.document, texts("en")))
    assert isinstance(section, Section) and section.headline == "Most often about Understanding the bill: 4 voices"
    set_topic(draft, [n.id for n in voices(draft.document)], "")
    assert isinstance(themes.content(Material(draft.document, texts("en"))), Missing)
    for note, topic in zip(voices(draft.document), ("A", "B"), strict=False):
        set_topic(draft, [note.id], topic)
    level = themes.content(Material(draft.document, texts("en")))
    assert isinstance(level, Section) and level.headline == "Most often about A and B: 1 voice each"


def test_a_count_leads_to_its_voices_and_a_voice_to_its_place(sample_window: MainWindow) -> None:
    window, context = sample_window, sample_window.context
    window.resize(1600, 900)
    run(window, "go.understand", "understand.show_themes")
    workspace = window.shell.view.current
    assert isinstance(workspace, UnderstandWorkspace)
    page = workspace.views.page
    assert isinstance(page, ThemesPage)
    table = page.table
    assert table.rowCount() == 3 and page.list.count() == len(voices(context.document))
    bill = next(n for n in range(3) if table.item(n, 0).text() == "Understanding the bill")
    at = next(c for c in range(1, table.columnCount()) if table.item(bill, c).text() == "2")
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     table.visualItemRect(table.item(bill, at)).center())  # fmt: skip
    QApplication.processEvents()
    assert page.list.count() == 2 and page.said.text().startswith("2 voices · Understanding the bill · ")
    page.count_by(TOUCHPOINTS)
    assert page.place is None
    elsewhere = table.columnCount() - 1
    table.setCurrentCell(bill, elsewhere)
    table.activated.emit(table.currentIndex())
    assert page.place == ELSEWHERE and page.list.count() == 1
    page.show_all()
    assert page.list.count() == len(voices(context.document))
    # a topic is given to what is chosen, and taken back by undo
    page.list.choose(page.list.ids[3:5], 3)
    QTest.keyClicks(page.topics.line, "Being greeted")
    QTest.keyClick(page.topics.line, Qt.Key.Key_Return)
    assert table.rowCount() == 4
    run(window, "edit.undo")
    assert table.rowCount() == 3
    first = page.list.ids[1]
    page.list.choose([first], 1)
    page.open()
    QApplication.processEvents()
    assert context.selection.id == context.document.get(Note, first).about
