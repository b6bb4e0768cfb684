"""Words of any language are assigned by hand before a survey is taken over."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from cxstudio.analysis.statistics.kano_figures import round_kano
from cxstudio.exchange.survey.survey_mapping import ColumnUse, Role, SurveyMapping
from cxstudio.model import Round
from tests.ui.conftest import OpenWindow
from ui.pages.import_doubts import ImportDoubts
from ui.pages.import_page import ImportPage
from ui.pages.import_table import Heads, Rows
from ui.pages.import_words import AnswerWords

SURVEY = "Nr;Karte da;Karte weg\n1;J'aime;Je déteste\n2;J'aime;Neutre\n3;J'aime;Je déteste\n"
MEANT = {"J'aime": 1, "Je déteste": 5, "Neutre": 3}


def test_unknown_words_are_assigned_and_the_kind_follows(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "kano.csv"
    path.write_text(SURVEY, encoding="utf-8")
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None
    columns = (
        ColumnUse(name="Nr", role=Role.RESPONDENT),
        ColumnUse(name="Karte da", number=2, role=Role.KANO_FUNCTIONAL, touchpoint="Karte"),
        ColumnUse(name="Karte weg", number=3, role=Role.KANO_DYSFUNCTIONAL, touchpoint="Karte"),
    )
    page._remap(SurveyMapping(columns=columns))
    for word, value in MEANT.items():
        QApplication.processEvents()
        card = [c for c in page.findChildren(AnswerWords) if not c.isHidden()][-1]
        box = card.boxes[word]
        assert box.currentData() is None and box.itemText(5).startswith("5 · ")
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    assert page.reading is not None and isinstance(page.reading.plan.mapping, SurveyMapping)
    assert page.reading.plan.mapping.kano_words == MEANT
    assert all(word.value is not None for word in page.reading.words)
    document = page.reading.plan.document()
    (found,) = round_kano(document, document.all(Round)[0].id).values()
    assert found.n == 3 and found.kind.value == "one_dimensional"


def test_a_survey_of_numbers_shows_no_words(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "survey.csv"
    path.write_text("Id,Site expectation,Site experience\n1,5,4\n2,6,2\n3,7,7\n", encoding="utf-8")
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None and page.reading is not None
    assert not page.reading.words and not page.findChildren(AnswerWords)


def test_questions_come_first_and_close_when_they_are_answered(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "survey.csv"
    rows = "".join(f"P{n};{n % 5 + 1};{9 if n % 7 == 0 else n % 5 + 1}\n" for n in range(40))
    path.write_text("Id;Schulnote Website;Schulnote Hotline\n" + rows + "Summe;9;9\n", encoding="utf-8")
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None and page.reading is not None
    answered = []
    while page.reading.plan.doubts:
        QApplication.processEvents()
        card = [c for c in page.findChildren(ImportDoubts) if not c.isHidden()][-1]
        doubt = page.reading.plan.doubts[0]
        button = card.choices[doubt.id][0]
        assert " ".join(button.text().split()).endswith("(proposed)") and button.accessibleName()
        button.click()
        answered.append(doubt.id)
    QApplication.processEvents()
    assert answered == ["rows:totals", "missing", "direction"]
    card = [c for c in page.findChildren(ImportDoubts) if not c.isHidden()][-1]
    assert not card.asked and not card.choices
    mapping = page.reading.plan.mapping
    assert isinstance(mapping, SurveyMapping) and mapping.rows == {"totals": True}
    assert all(use.best_is_lowest for use in mapping.columns if use.role is Role.EXPERIENCE)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_enter_alone_answers_every_question_and_ends_at_the_button_that_imports(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    """The keyboard went with the answered question: Enter did nothing, and Tab began at Back."""
    window = open_window()
    rows = [["Phase", "Kontaktpunkt", "Sabine", "Murat", "Jens"]]
    rows += [["Kaufen", f"Schritt {at}", at, at % 4 + 1, 7 - at] for at in range(1, 7)]
    path = tmp_path / f"list.{kind}"
    if kind == "csv":
        path.write_text("\n".join(";".join(map(str, row)) for row in rows) + "\n", encoding="utf-8")
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)  # type: ignore[union-attr]
        book.save(path)
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.reading is not None)
    for left in (2, 1):
        assert page.reading is not None and len(page.reading.plan.doubts) == left
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda left=left: page.reading is not None and len(page.reading.plan.doubts) < left)
        QApplication.processEvents()
    qtbot.waitUntil(page.new.hasFocus)


def test_the_keyboard_answers_and_an_answer_is_changed(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "survey.csv"
    rows = "".join(f"P{n};{n % 5 + 1};{9 if n % 7 == 0 else n % 5 + 1}\n" for n in range(40))
    path.write_text("Id;Website Erlebnis;Hotline Erlebnis\n" + rows + "Summe;9;9\n", encoding="utf-8")
    window.import_file(path)
    page = window.shell.findChild(ImportPage)
    assert page is not None and page.reading is not None

    def card() -> ImportDoubts:
        QApplication.processEvents()
        return [c for c in page.findChildren(ImportDoubts) if not c.isHidden()][-1]

    first = page.reading.plan
    QTest.keyClick(card().choices["rows:totals"][0], Qt.Key.Key_Down)
    assert card().asked == "missing"
    QTest.keyClick(card(), Qt.Key.Key_2)
    assert "missing" not in {doubt.id for doubt in page.reading.plan.doubts}
    assert page.reading.plan.preview != first.preview
    QTest.keyClick(card().choices["rows:totals"][0], Qt.Key.Key_Return)
    assert isinstance(page.reading.plan.mapping, SurveyMapping) and page.reading.plan.mapping.rows == {"totals": True}
    change = [
        b
        for b in card().findChildren(QPushButton)
        if b.accessibleName().startswith("Change the answer: Do the numbers")
    ]
    change[0].click()
    assert card().asked == "missing" and page.reading.plan.doubts == first.doubts
    QTest.keyClick(card(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.reading.plan.doubts and not card().asked

    table = [v for v in page.findChildren(QTableView) if isinstance(v.horizontalHeader(), Heads) and v.isVisible()][-1]
    rows_model, heads = table.model(), table.horizontalHeader()
    assert isinstance(rows_model, Rows) and isinstance(heads, Heads)
    assert rows_model.lines[0].number == 2 and rows_model.lines[-1].left_out is not None  # type: ignore[union-attr]
    chosen = [action.text() for action in heads.menu(1).actions() if action.isChecked()]
    assert chosen == ["Experience"]
    next(action for action in heads.menu(1).actions() if action.text() == "leave out").trigger()
    assert "Website Erlebnis" not in {use.name for use in page.reading.plan.mapping.columns}
