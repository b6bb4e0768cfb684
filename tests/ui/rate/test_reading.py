"""The grid where nothing can be written: a project that can only be read, answers of a survey."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import set_fields, start_round
from cxstudio.model import Document, Journey, Participant, Round, SurveyCounts
from cxstudio.model.kinds import RoundKind, View
from cxstudio.session import Folders, Session
from tests.ui.forms_desk import desk_on, touchpoint
from tests.ui.rate_desk import cell, press, workspace
from ui.context.context import make_context
from ui.context.messages import Notice
from ui.main_window.all_commands import COMMANDS
from ui.workspaces.rate.table.answer_columns import COUNT


def test_a_project_that_can_only_be_read(qtbot: QtBot, folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "Umzug.cxs"
    writer = Session.new(folders, sample("lindenfurt", "de").document)
    writer.save_as(path)
    reader = Session.open(path, folders)
    from cxstudio.session.settings import Settings

    context = make_context(reader, Settings(folders), COMMANDS, language="de", palette="light")
    assert reader.read_only
    made = workspace(qtbot, context)
    context.selection.set_voice(context.document.all(Participant)[0].id)
    context.selection.select(context.document.journey_touchpoints(context.selection.journey or "")[0].id)
    said: list[str] = []
    context.messages.said.connect(said.append)
    before = context.document
    press(qtbot, made, "5", "s", "k", "*")
    assert context.document == before
    assert said[-1] == "Dieses Projekt lässt sich nur lesen."
    assert not made.bar.paste.isVisible()
    assert not made.bar.new_round.isVisible()
    assert made.view.cells.active == -1
    other = context.document.all(Round)[-1]
    made.bar.round_chosen.emit(other.id)
    assert made.table.asked.round == other
    assert context.document == before
    context.close()
    reader.close()
    writer.close()


def surveyed() -> Document:
    """The sample with a survey kept as counts in view."""
    document = sample("lindenfurt", "de").document
    journey = document.all(Journey)[0]
    touchpoints = document.journey_touchpoints(journey.id)
    survey = Round(
        id="survey", journey=journey.id, kind=RoundKind.SURVEY, view=View.CUSTOMERS, order="z", respondents=40
    )
    counts = [
        SurveyCounts(id=f"c{t.id}", round="survey", touchpoint=t.id, pairs={"6|3": 30, "5|5": 10}) for t in touchpoints
    ]
    return document.evolve([survey, *counts, journey.model_copy(update={"shown_round": "survey"})])


def test_answers_of_a_survey_are_read_and_not_edited(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders, document=surveyed()) as desk:
        made = workspace(qtbot, desk)
        desk.selection.set_voice(desk.document.all(Participant)[0].id)
        desk.selection.select(touchpoint(desk, 1).id)
        assert cell(made, desk, 1, "experience") == "3,5"
        assert made.table.index(made.table.row_of(touchpoint(desk, 1).id), COUNT).data() == "40"
        notices: list[Notice] = []
        desk.messages.posted.connect(notices.append)
        before = desk.document
        press(qtbot, made, "5")
        assert desk.document == before
        assert notices[0].text == "Das sind Antworten einer Befragung; sie werden nicht von Hand geändert."
        assert notices[0].choices == ()
        assert made.question.ends.text() == ""


def test_rounds_of_another_scale_stand_alone(qtbot: QtBot, folders: Folders) -> None:
    with desk_on(folders) as desk:
        journey = desk.document.all(Journey)[0].id
        with desk.session.transaction("round") as draft:
            set_fields(draft, Journey, journey, shown_round=start_round(draft, journey, scale=5))
        made = workspace(qtbot, desk)
        assert made.table.asked.limits("experience") == (1, 5)
        assert made.table.asked.limits("emotion") == (-3, 3)
        assert all(made.table.line(t).value(COUNT) is None for t in made.table.touchpoints)
