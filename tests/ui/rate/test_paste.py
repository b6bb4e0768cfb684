"""Answers out of a spreadsheet: one step, and a word on what was left out."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cxstudio.model import GROUP_VOICE
from cxstudio.session import Folders
from cxstudio.wording import texts
from tests.ui.forms_desk import desk_on, steps, touchpoint
from tests.ui.rate_desk import answers, as_person
from ui.context.context import Context
from ui.context.messages import Notice
from ui.workspaces.rate.table.answer_paste import Target, plan_paste

FIGURES = [
    ("importance", "Wichtigkeit", (1, 7)),
    ("expectation", "Erwartung", (1, 7)),
    ("experience", "Erlebnis", (1, 7)),
    ("emotion", "Emotion", (-3, 3)),
]
TARGET = Target(["a", "b", "c"], ["Website", "Hotline", "Rechnung"], 0, FIGURES, 2)
DE = texts("de")


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def test_a_block_goes_right_and_down_from_the_selected_cell() -> None:
    plan = plan_paste("5\t-2\r\n4\t+1\r\n\t3\r\n", TARGET, DE)
    assert [tuple(c) for c in plan.cells] == [
        ("a", "experience", 5), ("a", "emotion", -2), ("b", "experience", 4), ("b", "emotion", 1), ("c", "emotion", 3),
    ]  # fmt: skip
    assert plan.left_out == ()


def test_what_does_not_fit_is_named() -> None:
    plan = plan_paste("8\t0\t9\n5,5\t−\n3,0\tviel\n1", TARGET, DE)
    assert [tuple(c) for c in plan.cells] == [("a", "emotion", 0), ("b", "emotion", None), ("c", "experience", 3)]
    assert [(out.row, out.why) for out in plan.left_out] == [
        (1, "Erlebnis geht von 1 bis 7, nicht 8"),
        (1, "„9“ steht hinter der letzten Frage"),
        (2, "„5,5“ ist keine ganze Zahl"),
        (3, "„viel“ ist keine ganze Zahl"),
        (4, "unter dem letzten Kontaktpunkt"),
    ]


def test_names_and_headings_say_where_values_go() -> None:
    plan = plan_paste("Kontaktpunkt\tErlebnis\tErwartung\nRechnung\t2\t6\nhotline \t3\tk. A.\nFax\t1\t1", TARGET, DE)
    assert [tuple(c) for c in plan.cells] == [
        ("c", "experience", 2), ("c", "expectation", 6), ("b", "experience", 3), ("b", "expectation", None),
    ]  # fmt: skip
    assert [out.why for out in plan.left_out] == ["kein Kontaktpunkt heißt „Fax“"]
    plan = plan_paste("Website\t1\t2\t3\t1", TARGET, DE)
    assert [c.figure for c in plan.cells] == ["importance", "expectation", "experience", "emotion"]


@given(st.text(alphabet=st.sampled_from("0123456789-\t\n\r ,.axs„"), max_size=60))
def test_whatever_is_pasted_stays_on_the_scale(text: str) -> None:
    plan = plan_paste(text, TARGET, DE)
    limits = {name: ends for name, _, ends in FIGURES}
    for cell in plan.cells:
        low, high = limits[cell.figure]
        assert cell.value is None or low <= cell.value <= high
        assert cell.touchpoint in TARGET.touchpoints
    assert all(out.why for out in plan.left_out)


def test_pasting_is_one_step_and_says_what_it_did(qtbot: QtBot, desk: Context) -> None:
    made, voice = as_person(qtbot, desk)
    notices: list[Notice] = []
    desk.messages.posted.connect(notices.append)
    start, before = steps(desk), desk.document
    QGuiApplication.clipboard().setText("1\t-1\n2\t0\nneun\t1\n")
    made.view.setFocus()
    desk.commands.run("rate.paste")
    assert steps(desk) == start + 1
    assert answers(desk, 1, "experience")[voice] == 1
    assert answers(desk, 2, "emotion")[voice] == 0
    assert answers(desk, 3, "emotion")[voice] == 1
    assert notices[-1].text == "5 Werte eingefügt, 1 ausgelassen: Zeile 3: „neun“ ist keine ganze Zahl."
    desk.session.undo()
    assert desk.document == before


def test_nothing_to_paste_and_nobody_to_paste_for(qtbot: QtBot, desk: Context) -> None:
    made, _ = as_person(qtbot, desk)
    said: list[str] = []
    notices: list[Notice] = []
    desk.messages.said.connect(said.append)
    desk.messages.posted.connect(notices.append)
    QGuiApplication.clipboard().clear()
    made.paste()
    assert said == ["Es gibt nichts einzufügen: Kopieren Sie zuerst Zellen mit Ziffern."]
    desk.selection.set_voice(GROUP_VOICE)
    desk.selection.select(touchpoint(desk, 1).id)
    QGuiApplication.clipboard().setText("5\n6")
    before = desk.document
    made.paste()
    assert desk.document == before
    assert notices[-1].choices[0].label == "Person wählen"


def test_names_with_line_breaks_and_columns_nobody_asks_about_are_read_and_told() -> None:
    target = TARGET._replace(names=["Website", "Hotline", "Rechnung per Post"])
    plan = plan_paste('Kontaktpunkt\tErlebnis\tSonstiges\r\n"Rechnung\nper Post"\t2\tx\r\n', target, DE)
    assert [tuple(c) for c in plan.cells] == [("c", "experience", 2)]
    assert [(out.row, out.why) for out in plan.left_out] == [(1, "keine Frage heißt „Sonstiges“")]
