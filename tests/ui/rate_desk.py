"""The workspace Rate on the German sample, its workshop round open for answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxstudio.model import Id, Participant, Round, TouchpointRatings
from tests.ui.forms_desk import reopen, shown, touchpoint
from ui.context.context import Context
from ui.workspaces.rate.rate_workspace import RateWorkspace
from ui.workspaces.rate.table.answer_columns import COLUMN_OF
from ui.workspaces.workspace_table import BY_NAME


def workspace(qtbot: QtBot, desk: Context, width: int = 1500, height: int = 900) -> RateWorkspace:
    """The workspace in view."""
    made = BY_NAME["rate"].make(desk)
    assert isinstance(made, RateWorkspace)
    qtbot.addWidget(made)
    shown(made, width, height)
    made.entered()
    made.take_focus()
    QApplication.processEvents()
    return made


def as_person(qtbot: QtBot, desk: Context, number: int = 1) -> tuple[RateWorkspace, Id]:
    """The workspace with one participant's answers, the first touchpoint selected, experience active."""
    reopen(desk)
    made = workspace(qtbot, desk)
    voice = desk.document.all(Participant)[number - 1].id
    desk.selection.set_voice(voice)
    desk.selection.set_figure("experience")
    desk.selection.select(touchpoint(desk, 1).id)
    made.view.setFocus()
    return made, voice


def answers(desk: Context, number: int, figure: str, round_: Round | None = None) -> dict[Id, int | None]:
    """All answers to one question at a touchpoint of the sample."""
    shown_round = round_ or desk.bridge.shown_round(desk.selection.journey)
    here = touchpoint(desk, number).id
    for ratings in desk.document.having(TouchpointRatings, "touchpoint", here):
        if shown_round is not None and ratings.round == shown_round.id:
            return dict(getattr(ratings, figure))
    return {}


def press(qtbot: QtBot, made: RateWorkspace, *keys: Qt.Key | str) -> None:
    """Press keys in the grid."""
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(made.view, key)
        else:
            qtbot.keyClick(made.view, key)
    QApplication.processEvents()


def cell(made: RateWorkspace, desk: Context, number: int, figure: str) -> str:
    """What a cell says."""
    row = made.table.row_of(touchpoint(desk, number).id)
    return str(made.table.index(row, COLUMN_OF[figure]).data())
