"""A new target starts from what was rated."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_fields
from cxstudio.model import Target
from cxstudio.model.kinds import TargetFigure
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, measures
from ui.context.context import Context
from ui.forms.choice_editors import ChoiceEditor
from ui.inspector.inspector import Inspector
from ui.inspector.measure_panel import MeasurePanel


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def test_a_target_starts_from_what_was_rated_until_somebody_says_otherwise(qtbot: QtBot, desk: Context) -> None:
    measure = measures(desk)[0]
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(316, 900)
    made.show()
    desk.selection.select(measure.id)
    assert isinstance(made.panel, MeasurePanel)
    targets = made.panel.lists[0]
    qtbot.mouseClick(targets.adders[0], Qt.MouseButton.LeftButton)
    added = desk.document.having(Target, "measure", measure.id)[-1].id
    assert desk.document.get(Target, added).from_value == 2.7
    details = targets.rows[added].details
    assert details is not None

    def choose(figure: TargetFigure) -> float | None:
        editor = details.fields["figure"].editor
        assert isinstance(editor, ChoiceEditor)
        place = editor.combo.findData(figure.value)
        editor.combo.setCurrentIndex(place)
        editor.combo.activated.emit(place)
        target = desk.document.get(Target, added)
        assert target.figure is figure
        return target.from_value

    assert [choose(f) for f in (TargetFigure.DELTA, TargetFigure.OWN, TargetFigure.EXPECTATION)] == [-3.6, None, 6.2]
    with desk.session.transaction("own") as draft:
        set_fields(draft, Target, added, from_value=3.0)
    assert choose(TargetFigure.EXPERIENCE) == 3.0
