"""As-is and to-be of very many touchpoints: laid out between two frames, the same as at once."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cxstudio.analysis.comparison.as_is_to_be import compare
from cxstudio.edits import derive_journey, set_fields
from cxstudio.edits.common import remove_records
from cxstudio.layout.comparison import ComparisonLayout, comparison_in_steps
from cxstudio.model import Journey, Touchpoint
from cxstudio.model.kinds import JourneyKind
from cxstudio.session import Folders, Session
from cxstudio.steps import finished
from tests.bench.projects import journey_of
from tests.ui.conftest import OpenWindow
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.comparison import comparison_model as models
from ui.workspaces.journey.comparison.comparison_view import Comparing


@pytest.fixture
def window(open_window: OpenWindow, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(models, "IN_STEPS", 30)
    session = Session.new(folders, journey_of(80, voices=3))
    with session.transaction("to be") as draft:
        derive_journey(draft, "j", "To be")
    return open_window(session)


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> Comparing:
    window.context.commands.run("journey.show_compare")
    found = window.findChildren(Comparing)[0]
    qtbot.waitUntil(lambda: settled(found), timeout=60_000)
    return found


def settled(view: Comparing) -> bool:
    return view.model.layout is not None and not view.model.work.busy


def at_once(view: Comparing) -> ComparisonLayout:
    model, context = view.model, view._context
    assert model.pair is not None and model.layout is not None
    found = compare(context.document, model.pair[0].id, model.pair[1].id)
    return finished(
        comparison_in_steps(context.document, found, *model.figures, context.texts, model.layout.board.style)
    )


def same(one: ComparisonLayout | None, other: ComparisonLayout) -> bool:
    return one is not None and one.rows == other.rows and list(one.body.flat()) == list(other.body.flat())


def test_it_comes_later_and_is_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.context.commands.run("journey.show_compare")
    view = window.findChildren(Comparing)[0]
    assert view.model.layout is None and view.model.work.busy
    assert view._stack.currentWidget() is view._whole, "nobody is invited to derive what is there"
    qtbot.waitUntil(lambda: settled(view), timeout=60_000)
    assert same(view.model.layout, at_once(view))
    assert view.sentence.text() == "Stages and touchpoints are still those of the as-is journey."


def test_the_last_one_stays_until_an_edit_is_laid_out(view: Comparing, qtbot: QtBot) -> None:
    before, session = view.model.layout, view._context.session
    later = next(j for j in session.document.all(Journey) if j.kind is JourneyKind.TO_BE)
    gone, kept, *_ = session.document.journey_touchpoints(later.id)
    with session.transaction("change") as draft:
        remove_records(draft, [gone.id])
        set_fields(draft, Touchpoint, kept.id, name="Another name")
    assert view.model.layout is before and view.model.work.busy
    assert view.model.document is not session.document and gone.id in view.model.document
    assert before is not None and "Another name" not in before.said(kept.id)
    qtbot.waitUntil(lambda: settled(view), timeout=60_000)
    assert view.model.layout is not before and same(view.model.layout, at_once(view))
    assert view.sentence.text() == "Touchpoints: 1 removed, 1 changed."


def test_stopped_it_begins_again_when_asked(view: Comparing, qtbot: QtBot) -> None:
    with view._context.session.transaction("change") as draft:
        set_fields(draft, Touchpoint, "t3", name="Another name")
    view.model.work.stop()
    assert view.model.layout is not None and not view.model.work.busy
    view.model.again()
    qtbot.waitUntil(lambda: settled(view), timeout=60_000)
    assert same(view.model.layout, at_once(view))


def test_zooming_compares_nothing_again(view: Comparing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(models, "compare_in_steps", lambda *about: compared.append(about))
    view.zooming.zoom_out()
    qtbot.waitUntil(lambda: settled(view), timeout=60_000)
    assert compared == [] and same(view.model.layout, at_once(view))
