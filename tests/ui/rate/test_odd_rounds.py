"""Bad input in the window: odd rounds show "no result", never a crash, never a number that is none."""

import math
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.analysis import figures_json
from cxstudio.model import Document, Transition
from cxstudio.model.kinds import RoundKind, TransitionKind
from cxstudio.session import Folders
from tests.cxstudio.journeys import journey, journeys
from tests.examples import examples
from tests.ui.forms_desk import desk_on, shown
from ui.context.context import Context
from ui.workspaces.rate.beside_table.answer_explanations import column_explained, round_explained
from ui.workspaces.rate.rate_tabs import TABS
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.answer_columns import COLUMNS
from ui.workspaces.workspace_table import BY_NAME

NONSENSE = ("nan", "inf", "none", "nul")


def loops() -> Document:
    answers = [{"expectation": (6, 5), "experience": (2, 3), "importance": (7, 6), "emotion": (-3, -2)}] * 4
    ways = [("t1", "t2"), ("t2", "t1"), ("t3", "t3"), ("t4", None)]
    more = [
        Transition(
            id=f"w{at}", source=a, target=b, share=0.5, kind=TransitionKind.RETURN if b else TransitionKind.DROP_OUT
        )
        for at, (a, b) in enumerate(ways)
    ]
    return journey(answers, more=more)


ODD: dict[str, Callable[[], Document]] = {
    "empty round": lambda: journey([{}, {}, {}]),
    "no touchpoints": lambda: journey(),
    "one participant": lambda: journey(
        [{"expectation": (6,), "experience": (2,), "importance": (7,), "emotion": (-3,)}] * 3
    ),
    "all equal": lambda: journey([{"expectation": (4,) * 5, "experience": (4,) * 5, "importance": (4,) * 5}] * 3),
    "all skipped": lambda: journey([{"expectation": (None,) * 4, "experience": (None,) * 4, "emotion": (None,)}] * 3),
    "off the scale": lambda: journey(
        [{"expectation": (0, 99, -4), "experience": (88, 8, 0), "emotion": (9, -9, 7)}] * 3
    ),
    "quick only": lambda: journey([{"quick": (-3, 0, 3)}, {"quick": (None,)}]),
    "survey of one": lambda: journey([{"expectation": (5,), "experience": (5,)}], kind=RoundKind.SURVEY),
    "loops and islands": loops,
}


def texts_in(widget: QWidget) -> list[str]:
    """Everything a page says."""
    labels = [w.text() for w in widget.findChildren(QLabel)]
    return labels + [b.text() for b in widget.findChildren(QAbstractButton)]


def walk(desk: Context, qtbot: QtBot) -> None:
    """Look at every cell, tab and explanation of a document."""
    made = BY_NAME["rate"].make(desk)
    assert isinstance(made, RateWorkspace)
    shown(made, 1400, 800)
    made.entered()
    said: list[str] = []
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    for place in made.table.touchpoints[:3]:
        desk.selection.select(place)
        made.side.chosen.refresh()
        row = made.table.row_of(place)
        said += [str(made.table.index(row, at).data(role)) for at in range(len(COLUMNS)) for role in roles]
    said += texts_in(made)
    for at in range(len(COLUMNS)):
        made.sort_by(at)
    made.unsort()
    figures = desk.bridge.shown_figures(desk.selection.journey)
    if figures is not None:
        selected = made.table.touchpoints[0] if made.table.touchpoints else None
        parts = [part for at in range(len(COLUMNS)) for part in column_explained(desk, figures, at, selected)]
        said += [text for part in (*parts, *round_explained(desk, figures)) for text in (part.definition, part.numbers)]
    for tab in ("kano", "journey"):
        assert tab in {row.id for row in TABS}
        made.show_tab(tab)
        QApplication.processEvents()
        said += texts_in(made.tabs.page)
    for text in said:
        assert not set(text.lower().replace("(", " ").replace(")", " ").split()) & set(NONSENSE), text
    made.grab()
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("name", list(ODD))
@pytest.mark.parametrize("language", ["de", "en"])
def test_an_odd_round_is_looked_at_from_all_sides(qtbot: QtBot, folders: Folders, name: str, language: str) -> None:
    with desk_on(folders, language, ODD[name]()) as desk:
        walk(desk, qtbot)


@pytest.mark.parametrize("name", list(ODD))
def test_what_cannot_be_told_is_absent_from_the_figures(name: str) -> None:
    def numbers(value: object) -> Iterator[float]:
        if isinstance(value, float):
            yield value
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from numbers(part)

    assert all(math.isfinite(n) for n in numbers(figures_json(ODD[name]())))


def test_no_answer_at_all_says_no_result(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders, "en", ODD["all skipped"]()) as desk:
        made = BY_NAME["rate"].make(desk)
        assert isinstance(made, RateWorkspace)
        shown(made, 1400, 800)
        made.entered()
        row = made.table.row_of(made.table.touchpoints[0])
        spoken = [str(made.table.index(row, at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(len(COLUMNS))]
        assert "Delta: no result" in spoken and "Need: no result" in spoken
        assert "No result" in made.side.need.nothing.text()
        made.show_tab("kano")
        assert "No Kano answers yet" in texts_in(made.tabs.page)
        made.close()
        made.deleteLater()


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=journeys())
def test_any_journey_is_looked_at_without_a_crash(qtbot: QtBot, folders: Folders, document: Document) -> None:
    with desk_on(folders, "de", document) as desk:
        walk(desk, qtbot)
