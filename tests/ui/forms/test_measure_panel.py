"""The inspector of a measure says how it stands, in one sentence each, and never swallows what was typed."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields
from cxstudio.model import Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, measures
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.reference_editors import ReferencesEditor
from ui.inspector.inspector import Inspector
from ui.inspector.measure_panel import MeasurePanel

TODAY = date.today()


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def panel(qtbot: QtBot, desk: Context, number: int) -> MeasurePanel:
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(316, 900)
    made.show()
    desk.selection.select(measures(desk)[number - 1].id)
    assert isinstance(made.panel, MeasurePanel)
    desk.test_inspector = made  # type: ignore[attr-defined]
    return made.panel


def write(desk: Context, number: int, **values: object) -> None:
    with desk.session.transaction("edit") as draft:
        set_fields(draft, Measure, measures(desk)[number - 1].id, **values)


def field(made: MeasurePanel, name: str) -> BoundField:
    return next(f.fields[name] for f in made.forms if name in f.fields)


def test_overdue_at_risk_and_due_before_the_start_are_said(qtbot: QtBot, desk: Context) -> None:
    made = panel(qtbot, desk, 2)
    write(desk, 2, status="running", progress=0, start=TODAY - timedelta(40), due=TODAY - timedelta(2))
    assert made.line.text().startswith("Überfällig seit ")
    write(desk, 2, due=TODAY + timedelta(5))
    assert made.line.text().startswith("Gefährdet: fällig am ")
    write(desk, 2, progress=100)
    assert made.line.text() == ""
    write(desk, 2, start=TODAY + timedelta(20))
    assert "beginnt aber erst am" in made.line.text() and measures(desk)[1].start == TODAY + timedelta(20)
    write(desk, 1, due=TODAY - timedelta(2), status="running")
    write(desk, 2, start=None, depends_on=(measures(desk)[0].id,))
    assert made.line.text() == "Gefährdet: wartet auf Maßnahme 1, die überfällig ist."


def test_a_circle_is_refused_in_one_sentence_that_names_it(qtbot: QtBot, desk: Context) -> None:
    second = measures(desk)[1].id
    write(desk, 1, depends_on=(second,))
    made = panel(qtbot, desk, 2)
    wanted = field(made, "depends_on")
    editor = wanted.editor
    assert isinstance(editor, ReferencesEditor)
    before = desk.document
    picker = editor.open_picker()
    qtbot.keyClicks(picker.line, "Eine Ansprech")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert "2 → 1 → 2" in wanted.error.text() and "Nichts wurde geändert" in wanted.error.text()
    assert desk.document is before and editor.chips() == []


def test_what_only_delights_is_reminded_of_the_basics_quietly(qtbot: QtBot, desk: Context) -> None:
    made = panel(qtbot, desk, 6)
    assert made.quiet.isHidden()
    with desk.session.transaction("drop") as draft:
        for measure in measures(desk)[:5]:
            set_fields(draft, Measure, measure.id, status=MeasureStatus.DROPPED)
    assert made.quiet.isHidden()  # it runs already
    write(desk, 6, status=MeasureStatus.PROPOSED)
    assert made.quiet.text().startswith("Erst die Grundlagen: „Hotline")
    write(desk, 6, ahead_of_basics="Nimmt den anderen nichts weg.")
    assert made.quiet.isHidden()
