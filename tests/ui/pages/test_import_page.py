"""The page that shows an import before it happens, with a real mapping changed by hand."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTableWidget

from cxstudio.exchange.import_reading import read_import
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.survey.survey_mapping import Role, SurveyMapping
from cxstudio.model import Department, Journey, Round, SurveyCounts, Touchpoint
from cxstudio.session import Folders
from cxstudio.session.kept_mappings import keep_mapping, kept_mapping
from tests.ui.conftest import OpenWindow
from ui.pages.import_columns import ROLE, TOUCHPOINT, Columns
from ui.pages.import_page import ImportPage

SURVEY = "Id,Site expectation,Site experience,Desk\n1,5,4,3\n2,6,2,5\n3,7,7,1\n"


def test_changing_one_column_leaves_the_others_as_they_are(open_window: OpenWindow) -> None:
    context = open_window().context
    reading = read_import(ImportRequest(text=SURVEY))
    model = Columns(context, context.messages)
    model.show(reading)
    wanted: list[SurveyMapping] = []
    model.mapping_changed.connect(wanted.append)
    assert model.setData(model.index(3, ROLE), "")
    assert model.setData(model.index(2, TOUCHPOINT), "Website", Qt.ItemDataRole.EditRole)
    assert [(use.name, use.role) for use in wanted[0].columns] == [
        ("Id", Role.RESPONDENT),
        ("Site expectation", Role.EXPECTATION),
        ("Site experience", Role.EXPERIENCE),
    ]
    assert wanted[1].columns[2].touchpoint == "Website"


def test_a_survey_starts_a_project(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "survey.csv"
    path.write_text(SURVEY, encoding="utf-8")
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None and page.reading is not None
    assert page.reading.plan.source.reader == "survey" and page.new.isEnabled()
    page.start_project()
    document = window.context.document
    assert [t.name for t in document.all(Touchpoint)] == ["Site", "Desk"]
    assert len(document.all(SurveyCounts)) == 2


def test_an_event_log_starts_a_project_and_its_columns_can_be_changed(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "log.csv"
    rows = [f"c{n},{name},2026-01-0{n + 1} 0{at}:00,Desk" for n in range(5) for at, name in enumerate(("Call", "Form"))]
    path.write_text("\n".join(["Case ID,Activity,Timestamp,Who", *rows]), encoding="utf-8")
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None and page.reading is not None and page.reading.plan.source.reader == "event_log"
    model = Columns(window.context, page)
    model.show(page.reading)
    model.mapping_changed.connect(page._remap)
    assert "department" in model.roles() and "experience" not in model.roles()
    assert model.setData(model.index(3, ROLE), "department")
    assert page.reading.plan.preview.counts and page.new.isEnabled()
    assert len([r for r in page.reading.plan.records if isinstance(r, Department)]) == 1
    model.show(page.reading)
    assert model.setData(model.index(0, ROLE), "")
    assert not page.reading.plan.records and not page.new.isEnabled()
    model.show(page.reading)
    assert model.setData(model.index(0, ROLE), "case")
    page.start_project()
    assert [t.name for t in window.context.document.all(Touchpoint)] == ["Call", "Form"]


def test_xes_is_no_table_in_the_window() -> None:
    text = '<log><trace><event><string key="concept:name" value="A, B"/></event></trace></log>'
    reading = read_import(ImportRequest(text=text))
    assert reading.plan.records and not reading.header


def test_a_second_survey_joins_the_open_journey(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "survey.csv"
    path.write_text(SURVEY, encoding="utf-8")
    for again in (False, True):
        window.import_file(path)
        page = window.shell.pages.currentWidget()
        assert isinstance(page, ImportPage)
        if again:
            page.add_to_project()
        else:
            page.start_project()
    document = window.context.document
    assert len(document.all(Journey)) == 1 and len(document.all(Round)) == 2
    window.import_file(path)
    page = window.shell.pages.currentWidget()
    assert isinstance(page, ImportPage)
    page.set_joining(False)
    page.add_to_project()
    assert len(window.context.document.all(Journey)) == 2


def test_a_table_that_was_imported_before_is_read_as_then_where_somebody_wants(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    path = tmp_path / "survey.csv"
    path.write_text(SURVEY, encoding="utf-8")

    def page() -> ImportPage:
        window.import_file(path)
        found = window.shell.pages.currentWidget()
        assert isinstance(found, ImportPage) and found.reading is not None
        return found

    def offers(of: ImportPage) -> list[QPushButton]:
        return [b for b in of.findChildren(QPushButton) if b.text() == "Read it as last time" and not b.isHidden()]

    first = page()
    assert not offers(first) and first.reading is not None and isinstance(first.reading.plan.mapping, SurveyMapping)
    proposed = first.reading.plan.mapping
    first._remap(proposed.model_copy(update={"scale": 10}))
    first.start_project()
    again = page()
    (offer,) = offers(again)
    assert again.reading is not None and again.reading.plan.mapping == proposed
    offer.click()
    assert again.reading.plan.scale == 10


def test_a_file_that_is_refused_can_be_read_as_something_else(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "flow.txt"
    path.write_text("title: Journey\nsteps:\n  - name: Search\n    who: me\n  - name: Call\n", encoding="utf-8")
    window.import_file(path)
    page = window.shell.pages.currentWidget()
    assert isinstance(page, ImportPage) and page.reading is None
    (kind,) = [box for box in page.findChildren(QComboBox) if box.accessibleName() == "Read as"]
    kind.setCurrentIndex(kind.findData("outline"))
    kind.activated.emit(kind.currentIndex())
    assert page.reading is not None and page.reading.plan.source.reader == "outline" and page.new.isEnabled()


def test_a_damaged_memory_of_mappings_is_none(tmp_path: Path) -> None:
    folders = Folders.below(tmp_path)
    keep_mapping(folders, ("A ", "b"), "x.csv", "{}", date(2026, 3, 1))
    kept = kept_mapping(folders, ("a", "B"))
    assert kept is not None and (kept.name, kept.on) == ("x.csv", date(2026, 3, 1))
    for damaged in ("{", "[1, {}]", '[{"key": 1}]'):
        (folders.data / "mappings.json").write_text(damaged, encoding="utf-8")
        assert kept_mapping(folders, ("a", "b")) is None


@pytest.mark.parametrize(("language", "said"), [("de", "1.200"), ("en", "1,200")])
def test_numbers_stand_as_people_write_them(open_window: OpenWindow, tmp_path: Path, language: str, said: str) -> None:
    window = open_window(language=language)
    path = tmp_path / "list.csv"
    path.write_text(
        "Phase;Touchpoint;Fälle pro Monat\nNutzen;Rechnung;1.200\nNutzen;Anruf;2.500.000\n", encoding="utf-8"
    )
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None
    cells = {
        item.text()
        for table in page.findChildren(QTableWidget)
        for row in range(table.rowCount())
        for column in range(table.columnCount())
        if (item := table.item(row, column)) is not None
    }
    assert said in cells and not any("e+" in cell for cell in cells)
