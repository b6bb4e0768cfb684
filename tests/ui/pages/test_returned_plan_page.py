"""An edited plan in the real window: looked at side by side, ticked, applied as one step."""

import io
import time
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx
from cxstudio.model import Department, Measure
from cxstudio.model.kinds import MeasureStatus
from ui.main_window.main_window import MainWindow
from ui.pages.returned_plan_page import ReturnedPlanPage
from ui.workspaces.measures.plan_exports import export_menu


def page_of(window: MainWindow) -> ReturnedPlanPage:
    """The page once the file is read: that is done beside the window."""
    QApplication.processEvents()
    page = window.shell.page_widget
    assert isinstance(page, ReturnedPlanPage)
    until = time.monotonic() + 60
    while page.busy and time.monotonic() < until:
        QTest.qWait(20)
    return page


def edited(window: MainWindow, folder: Path) -> Path:
    """The plan as a colleague sends it back: a status, a title, a new row with a target, one missing."""
    document = window.context.document
    book = load_workbook(io.BytesIO(plan_xlsx(document, "en", PlanScope())))
    sheet = book.worksheets[0]
    places = {cell.value: cell.column for cell in sheet[2]}
    sheet.cell(3, places["Status"]).value = "done"
    sheet.cell(4, places["Title"]).value = "Shorter form"
    sheet.cell(9, places["Title"]).value = "Train the hotline"
    sheet.delete_rows(8)
    targets = book["Targets"]
    places, row = {cell.value: cell.column for cell in targets[1]}, targets.max_row + 1
    targets.cell(row, places["Measure"]).value = "Train the hotline"
    targets.cell(row, places["Figure"]).value = "Calls"
    targets.cell(row, places["To (goal)"]).value = 9
    path = folder / "plan.xlsx"
    book.save(path)
    return path


def test_what_is_ticked_is_applied_as_one_step_and_the_rest_stays(sample_window: MainWindow, tmp_path: Path) -> None:
    window, context = sample_window, sample_window.context
    before = context.document.all(Measure)
    path = edited(window, tmp_path)
    with context.session.transaction("here") as draft:
        draft.update(Measure, before[0].id, status=MeasureStatus.RUNNING)
    window.import_file(path)  # also by the door for tables: the file says what it is
    page = page_of(window)
    assert set(page.parts) == {"conflicts", "edits", "new", "missing"}
    assert page.apply.text() == "Apply 1 change"
    assert page.parts["conflicts"].boxes[before[0].id, "status"].accessibleName().endswith("Running, Done")
    measure, target = page.parts["new"].boxes.values()
    target.click()  # brings the measure it belongs to
    assert measure.isChecked() and page.apply.text() == "Apply 3 changes"
    measure.click()  # and is not added without it
    assert not target.isChecked() and page.apply.text() == "Apply 1 change"
    measure.click()
    window.rebuild()  # another language or palette takes no tick away
    page = page_of(window)
    assert page.apply.text() == "Apply 2 changes"
    page.apply.click()
    context = window.context
    after = context.document.all(Measure)
    kept = [m.title for m in before[2:]]
    assert [m.title for m in after] == [before[0].title, "Shorter form", *kept, "Train the hotline"]
    assert after[0].status is MeasureStatus.RUNNING
    context.commands.run("edit.undo")
    assert [m.title for m in context.document.all(Measure)] == [m.title for m in before]


def test_where_the_plan_changes_while_it_is_looked_at_it_is_compared_again(
    sample_window: MainWindow, tmp_path: Path
) -> None:
    window, context = sample_window, sample_window.context
    second = context.document.all(Measure)[1].id
    window.import_plan(edited(window, tmp_path))
    with context.session.transaction("here") as draft:
        draft.update(Measure, second, title="Something else")
    page = page_of(window)
    page.apply.click()
    assert context.document.get(Measure, second).title == "Something else"
    assert (second, "title") in page.parts["conflicts"].boxes


def test_a_foreign_file_is_one_sentence_and_nothing_to_apply(sample_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("Name;Umsatz\nA;3\n", encoding="utf-8")
    sample_window.import_plan(path)
    page = page_of(sample_window)
    assert page._error.isVisible() and "not an action plan" in page._error.text()
    assert not page.apply.isEnabled()


def test_the_menu_offers_every_kind_whole_by_department_and_with_names(sample_window: MainWindow) -> None:
    context = sample_window.context
    menu = export_menu(sample_window, context, "list")
    inner = {m.title(): [a.text() for a in m.actions()] for m in menu.findChildren(QMenu)}
    named = {m.department for m in context.document.all(Measure)}
    departments = [d.name for d in context.document.all(Department) if d.id in named]
    assert inner["Only one department"] == departments
    assert len(inner["With names of people"]) == len(inner[departments[0]]) == 6
    assert menu.actions()[-1].text() == "Import an edited plan …"
    menu.deleteLater()
