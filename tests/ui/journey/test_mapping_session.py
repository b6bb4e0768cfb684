"""A whole mapping session by hand, undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Journey, Round, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import CriticalMark, RoundKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.figures.outline_rows import cell as outline_cell
from cxstudio.wording.texts import texts
from tests.cxstudio.journeys import journey
from tests.ui.journey_desk import Desk

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
EXPERIENCE = LaneKind.EXPECTATION_EXPERIENCE


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Callable[..., Desk]:
    def make(document: Document | None = None, language: str = "de") -> Desk:
        return Desk(qtbot, tmp_path, document or Document([Journey(id="journey", title="Umzug")]), language)

    return make


@pytest.fixture
def lindenfurt(desk: Callable[..., Desk]) -> Desk:
    return desk(sample("lindenfurt", "de").document)


def type_stage(desk: Desk, name: str, touchpoints: list[str]) -> None:
    desk.key(Key.Key_N, SHIFT)
    desk.write(name)
    desk.key(Key.Key_Return)
    desk.key(Key.Key_N)
    for text in touchpoints:
        desk.write(text)
        desk.key(Key.Key_Return)
    desk.key(Key.Key_Escape)


def test_a_whole_session(desk: Callable[..., Desk]) -> None:
    desk = desk()
    start = desk.document
    type_stage(desk, "Informieren", ["Website", "Tarifrechner", "Portal", "Anruf"])
    type_stage(desk, "Anmelden", ["Formular", "Brief", "Laden", "Foto"])
    type_stage(desk, "Einziehen", ["Monteur", "Karte", "Rechnung", "Abschlag"])
    assert desk.names == [
        ["Website", "Tarifrechner", "Portal", "Anruf"],
        ["Formular", "Brief", "Laden", "Foto"],
        ["Monteur", "Karte", "Rechnung", "Abschlag"],
    ]
    desk.context.commands.run("journey.zoom_all")
    # Reorder by dragging: within the stage, and into another one.
    desk.drag(desk.card(desk.touchpoint("Website").id), desk.card(desk.touchpoint("Portal").id) + QPoint(40, 0))
    desk.drag(desk.card(desk.touchpoint("Brief").id), desk.card(desk.touchpoint("Tarifrechner").id) - QPoint(40, 0))
    assert desk.names[:2] == [["Brief", "Tarifrechner", "Portal", "Website", "Anruf"], ["Formular", "Laden", "Foto"]]
    # Rate by dragging, as the group.
    anruf = desk.touchpoint("Anruf").id
    desk.drag(desk.rating_spot(anruf, EXPERIENCE, 4), desk.rating_spot(anruf, EXPERIENCE, 2))
    shown = desk.document.all(Round)
    assert [r.kind for r in shown] == [RoundKind.GROUP]
    ratings = desk.document.having(TouchpointRatings, "touchpoint", anruf)
    assert [dict(r.experience) for r in ratings] == [{"group": 2}]
    # Mark as critical.
    desk.context.selection.select(anruf)
    desk.workspace.take_focus()
    desk.key(Key.Key_K)
    assert desk.touchpoint("Anruf").critical is CriticalMark.YES
    end = desk.document
    steps = 0
    while desk.session.store.history.undoable is not None:
        desk.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        steps += 1
    assert desk.document == start
    assert steps == 3 + 12 + 2 + 1 + 1, "typing a name is one step, and so is every drag"
    while desk.session.store.history.redoable is not None:
        desk.key(Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.document == end


def test_escape_ends_a_drag_as_if_it_had_not_begun(lindenfurt: Desk) -> None:
    before, layout = lindenfurt.document, lindenfurt.workspace.model.layout
    lindenfurt.drag(lindenfurt.card("t02"), lindenfurt.card("t05"), release=False)
    assert lindenfurt.workspace.model.layout is not layout, "the others make room while dragging"
    assert lindenfurt.document is before, "nothing is kept while dragging"
    lindenfurt.key(Key.Key_Escape)
    assert lindenfurt.workspace.model.layout is layout
    lindenfurt.release(lindenfurt.card("t05"))
    assert lindenfurt.document is before
    assert lindenfurt.session.store.history.undoable is None


def test_a_record_gone_ends_the_drag(lindenfurt: Desk, qtbot: QtBot) -> None:
    lindenfurt.drag(lindenfurt.card("t02"), lindenfurt.card("t04"), release=False)
    with lindenfurt.session.transaction("elsewhere") as draft:
        draft.remove("t02")
    with qtbot.waitSignal(lindenfurt.context.messages.said):
        lindenfurt.release(lindenfurt.card("t06"))
    assert "t02" not in lindenfurt.document
    assert lindenfurt.workspace.view.gesture is None


def test_dragging_a_stage_by_its_header(lindenfurt: Desk) -> None:
    header = lindenfurt.workspace.area.header
    first, second = header.stage_rect("stage1"), header.stage_rect("stage2")
    assert first is not None and second is not None
    lindenfurt.drag(first.center().toPoint(), second.center().toPoint() + QPoint(60, 0), widget=header)
    assert [s.id for s in lindenfurt.document.stages(lindenfurt.journey)][:2] == ["stage2", "stage1"]
    assert lindenfurt.session.undo() is not None
    assert [s.id for s in lindenfurt.document.stages(lindenfurt.journey)][:2] == ["stage1", "stage2"]


def test_the_mean_of_several_people_cannot_be_dragged(lindenfurt: Desk, qtbot: QtBot) -> None:
    figures = lindenfurt.workspace.model.figures
    assert figures is not None
    found = figures.of("t08")
    assert found is not None and found.experience is not None
    dot = lindenfurt.rating_spot("t08", EXPERIENCE, found.experience.mean)
    before = lindenfurt.document
    with qtbot.waitSignal(lindenfurt.context.messages.posted) as told:
        lindenfurt.drag(dot, dot + QPoint(0, -40))
    assert lindenfurt.document is before
    notice = told.args[0]
    notice.choices[0].act()
    shown = lindenfurt.context.bridge.shown_round(lindenfurt.journey)
    assert shown is not None and shown.kind is RoundKind.GROUP
    lindenfurt.settle()
    lindenfurt.drag(lindenfurt.rating_spot("t08", EXPERIENCE, 4), lindenfurt.rating_spot("t08", EXPERIENCE, 3))
    values = [r for r in lindenfurt.document.having(TouchpointRatings, "touchpoint", "t08") if r.round == shown.id]
    assert [dict(r.experience) for r in values] == [{"group": 3}]


def test_digits_rate_the_active_figure(desk: Callable[..., Desk]) -> None:
    desk = desk()
    type_stage(desk, "Informieren", ["Website"])
    website = desk.touchpoint("Website").id
    desk.context.selection.select(website)
    desk.workspace.take_focus()
    for keys in ("e6", "x3", "m-2", "w7"):
        for key in keys:
            desk.key({"-": Key.Key_Minus}.get(key, Key(ord(key.upper()))))
    (ratings,) = desk.document.having(TouchpointRatings, "touchpoint", website)
    values = {
        name: ratings.__getattribute__(name)["group"] for name in ("expectation", "experience", "emotion", "importance")
    }
    assert values == {"expectation": 6, "experience": 3, "emotion": -2, "importance": 7}


def test_headers_stay_while_the_body_scrolls(lindenfurt: Desk) -> None:
    area = lindenfurt.workspace.area
    area.view.horizontalScrollBar().setValue(300)
    area.view.verticalScrollBar().setValue(60)
    assert area.header.offset.x() == 300 and area.header.offset.y() == 0
    assert area.labels.offset.y() == area.view.verticalScrollBar().value() > 0
    assert area.labels.offset.x() == 0


def test_arrows_select_and_alt_arrows_move(lindenfurt: Desk) -> None:
    lindenfurt.context.selection.select("t03")
    lindenfurt.key(Key.Key_Right)
    assert lindenfurt.context.selection.id == "t04"
    lindenfurt.key(Key.Key_Up)
    assert lindenfurt.context.selection.id == "stage2"
    lindenfurt.key(Key.Key_Down)
    lindenfurt.key(Key.Key_Left, ALT)
    assert lindenfurt.document.get(Touchpoint, "t04").stage == "stage1"
    assert [t.id for t in lindenfurt.document.touchpoints("stage1")] == ["t01", "t02", "t03", "t04"]
    lindenfurt.key(Key.Key_Right, ALT)
    assert [t.id for t in lindenfurt.document.touchpoints("stage2")][0] == "t04"


def test_the_selection_is_told_to_screen_readers(lindenfurt: Desk) -> None:
    lindenfurt.context.selection.select("t08")
    words = lindenfurt.workspace.view.accessibleDescription()
    assert "Hotline" in words and "Übergeben, 2" in words and "−3,6" in words


def test_deleting_selects_the_neighbour(lindenfurt: Desk) -> None:
    lindenfurt.context.selection.select("t02")
    lindenfurt.key(Key.Key_Delete)
    assert "t02" not in lindenfurt.document
    assert lindenfurt.context.selection.id == "t03"


def test_lines_of_the_clipboard_become_touchpoints(lindenfurt: Desk) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText("Erster Kontakt\n\n  Zweiter   Kontakt \nDritter")
    lindenfurt.context.selection.select("t01")
    lindenfurt.workspace.take_focus()
    lindenfurt.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert lindenfurt.names[0][:5] == [
        "Website „Strom ummelden“",
        "Erster Kontakt",
        "Zweiter Kontakt",
        "Dritter",
        "Tarifrechner",
    ]


def test_next_critical_goes_round(lindenfurt: Desk) -> None:
    for wanted in ("t04", "t08", "t12", "t04"):
        lindenfurt.context.commands.run("journey.next_critical")
        assert lindenfurt.context.selection.id == wanted
    lindenfurt.context.commands.run("journey.previous_critical")
    assert lindenfurt.context.selection.id == "t12"


def test_what_the_group_calls_critical_counts_before_anybody_rates(desk: Callable[..., Desk]) -> None:
    unrated = journey(touchpoints=[{}, {"critical": CriticalMark.YES}, {"critical": CriticalMark.NO}])
    here = desk(unrated.evolve(drop=["r"]))
    here.context.commands.run("journey.next_critical")
    assert here.context.selection.id == "t2"
    status = here.workspace.status()
    assert any("1" in part and part.startswith("!") for part in status.left)
    assert outline_cell(here.document, None, here.document.get(Touchpoint, "t2"), "marks", texts("en")) == "critical"


def test_four_hundred_touchpoints_open_folded_and_unfold(desk: Callable[..., Desk]) -> None:
    desk = desk(sample("large", "de").document)
    layout = desk.workspace.model.layout
    assert layout is not None and all(span.folded for span in layout.stages)
    desk.context.commands.run("journey.fold_all")
    layout = desk.workspace.model.layout
    assert layout is not None and len(layout.columns) == 400
    assert len(desk.workspace.area.scene.blocks) < 60, "only what is near the window costs anything"
    desk.context.commands.run("journey.zoom_all")
    layout = desk.workspace.model.layout
    assert layout is not None and layout.body.width <= desk.workspace.view.viewport().width()
