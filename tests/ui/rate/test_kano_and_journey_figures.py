"""The tabs Kano and Journey figures: entered, told, taken over, compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cxstudio.edits import set_round_state
from cxstudio.edits.rating.journey_figures import set_journey_figure
from cxstudio.edits.rating.kano import set_kano_count
from cxstudio.model import Benchmark, Journey, JourneyFigures, Round
from cxstudio.model.kinds import FigureKind, RequirementKind, RoundState, View
from cxstudio.session import Folders
from tests.ui.forms_desk import desk_on, first_round, now, shown, steps, touchpoint
from tests.ui.rate_desk import workspace
from ui.context.context import Context
from ui.workspaces.rate.journey_figures.journey_figures_page import JourneyTab
from ui.workspaces.rate.kano.kano_page import KanoTab

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    """The sample, its rounds open for more answers."""
    with desk_on(folders) as context:
        with context.session.transaction("reopen") as draft:
            for each in draft.document.all(Round):
                set_round_state(draft, each.id, RoundState.OPEN)
        yield context


def kano(qtbot: QtBot, desk: Context) -> KanoTab:
    made = KanoTab(desk)
    qtbot.addWidget(made)
    shown(made, 1300, 800)
    made.show_round(first_round(desk).id)
    return made


def journey(qtbot: QtBot, desk: Context) -> JourneyTab:
    made = JourneyTab(desk)
    qtbot.addWidget(made)
    shown(made, 1300, 800)
    made.show_round(first_round(desk).id)
    return made


def test_pairs_are_entered_by_hand_and_give_the_kind(qtbot: QtBot, desk: Context) -> None:
    made = kano(qtbot, desk)
    assert not made.found and made._by_hand.isVisible()
    desk.selection.select(touchpoint(desk, 14).id)
    qtbot.mouseClick(made._by_hand, Qt.MouseButton.LeftButton)
    assert len(made.table.lines.shown) == 14
    cell = made.side.matrix.cells[2, 5]
    qtbot.keyClicks(cell, "12")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    assert made.found[touchpoint(desk, 14).id].n == 12
    assert made.side.said.text() == "Basisanforderung (M): 12 von 12 antworten so."
    line = next(one for one in made.table.lines.shown if one.id == touchpoint(desk, 14).id)
    assert line.cells[-1] == "≠ Begeisterung" and line.cells[3] == "12"
    before = steps(desk)
    qtbot.mouseClick(made.side.take, Qt.MouseButton.LeftButton)
    assert now(desk, touchpoint(desk, 14)).requirement is RequirementKind.BASIC and steps(desk) == before + 1
    assert made.side.take.text() == "Übernommen: Basis" and not made.side.take.isEnabled()


def test_single_ratings_go_on_beside_kano_answers(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    desk.commands.run("rate.reopen_round")
    with desk.session.transaction("kano") as draft:
        set_kano_count(draft, first_round(desk).id, touchpoint(desk, 1).id, 1, 5, 3)
    figures = desk.bridge.shown_figures(desk.selection.journey)
    assert figures is not None and figures.of(touchpoint(desk, 1).id).n == 9  # type: ignore[union-attr]
    assert figures.stability[touchpoint(desk, 8).id].lowest_rank_without_one is not None
    voice = next(iter(desk.document.all(Round))).id
    assert voice and made.table.asked.round is not None


def test_all_kinds_are_taken_over_after_the_number_is_confirmed(qtbot: QtBot, desk: Context) -> None:
    with desk.session.transaction("kano") as draft:
        for number in (1, 2, 14):
            set_kano_count(draft, first_round(desk).id, touchpoint(desk, number).id, 1, 5, 5)
        set_kano_count(draft, first_round(desk).id, touchpoint(desk, 3).id, 3, 3, 5)
    made = kano(qtbot, desk)
    changing = [t for t in (1, 2, 14) if touchpoint(desk, t).requirement is not RequirementKind.PERFORMANCE]
    assert made.bar.take.text() == f"{len(changing)} Arten übernehmen …"
    qtbot.mouseClick(made.bar.take, Qt.MouseButton.LeftButton)
    assert made.bar.question.text().startswith(f"Die Anforderung von {len(changing)} Kontaktpunkten setzen?")
    assert touchpoint(desk, 1).requirement is RequirementKind.BASIC, "nothing happens before it is confirmed"
    before = steps(desk)
    qtbot.mouseClick(made.bar.yes, Qt.MouseButton.LeftButton)
    assert all(touchpoint(desk, t).requirement is RequirementKind.PERFORMANCE for t in (1, 2, 14))
    assert steps(desk) == before + 1 and not made.bar.take.isVisible()


def test_choosing_a_line_selects_the_touchpoint_everywhere(qtbot: QtBot, desk: Context) -> None:
    with desk.session.transaction("kano") as draft:
        for number in (1, 2):
            set_kano_count(draft, first_round(desk).id, touchpoint(desk, number).id, 1, 5, 5)
    made = kano(qtbot, desk)
    made.table.setFocus()
    made.table.selectRow(0)
    qtbot.keyClick(made.table, Qt.Key.Key_Down)
    assert desk.selection.id == touchpoint(desk, 2).id
    assert made.side.name.text() == touchpoint(desk, 2).name


def test_counts_are_typed_or_pasted_and_told_at_once(qtbot: QtBot, desk: Context) -> None:
    made = journey(qtbot, desk)
    sheet = made.cards[FigureKind.NPS].open_counts()
    assert sheet is not None and list(sheet.boxes) == list(range(11))
    QGuiApplication.clipboard().setText("0\t0\t0\t0\t0\t0\t5\t5\t0\t20\t10")
    qtbot.keyClick(sheet.first, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sheet.result.text().replace(SPACE, " ") == "NPS +63: 75 % Fürsprecher, 13 % Kritiker, n = 40"
    before = steps(desk)
    qtbot.keyClick(sheet.first, Qt.Key.Key_Return)
    assert steps(desk) == before + 1
    assert made.cards[FigureKind.NPS].value.text() == "+63"
    (record,) = desk.document.all(JourneyFigures)
    assert dict(record.counts) == {"6": 5, "7": 5, "9": 20, "10": 10}


def test_few_answers_are_told_as_counts_and_change_is_named(qtbot: QtBot, desk: Context) -> None:
    rounds = [r.id for r in desk.document.all(Round)]
    with desk.session.transaction("figures") as draft:
        draft.update(Round, rounds[1], view=View.EMPLOYEES)
        set_journey_figure(draft, rounds[0], FigureKind.CSAT, 1, 5, {5: 6, 2: 4})
        set_journey_figure(draft, rounds[1], FigureKind.CSAT, 1, 5, {5: 8, 2: 2})
    made = journey(qtbot, desk)
    card = made.cards[FigureKind.CSAT]
    assert card.value.text() == "6 von 10" and "%" not in card.said.text()
    made.show_round(rounds[1])
    assert card.change.text() == "Zufriedenheit (CSAT): 6 von 10 → 8 von 10"
    assert "nicht warum" in made.basis.text()


def test_a_benchmark_needs_source_and_year_and_stands_beside_our_figure(qtbot: QtBot, desk: Context) -> None:
    about = desk.document.all(Journey)[0].id
    with desk.session.transaction("csat") as draft:
        set_journey_figure(draft, first_round(desk).id, FigureKind.CSAT, 1, 5, {5: 30, 2: 10})
    made = journey(qtbot, desk)
    sheet = made.others.open_new()
    assert sheet is not None
    sheet.figure.setCurrentIndex(sheet.figure.findData("csat"))
    sheet.value.setText("78")
    sheet.finish()
    assert sheet.isVisible() and "woher" in sheet.error.text()
    assert not desk.document.having(Benchmark, "about", about)
    sheet.source.setText("Verband")
    sheet.year.setText("x")
    sheet.finish()
    assert "Jahr" in sheet.error.text()
    sheet.year.setText("2025")
    sheet.value.setText("780")
    sheet.finish()
    assert "nicht möglich" in sheet.error.text()
    sheet.value.setText("78")
    sheet.finish()
    (record,) = desk.document.having(Benchmark, "about", about)
    assert (record.figure, record.value) == ("csat", 0.78)
    card = made.cards[FigureKind.CSAT]
    assert card.axis.isVisible() and "78 % (Verband, 2025); hier 75 %" in card.others.text().replace(SPACE, " ")
    again = made.others.open_one(record.id, made.others.add)
    assert again is not None and again.value.text() == "78" and again.source.text() == "Verband"
    again._remove()
    assert not desk.document.having(Benchmark, "about", about) and not card.axis.isVisible()


def test_groups_of_journey_figures_hide_the_small_and_its_complement(qtbot: QtBot, desk: Context) -> None:
    round_ = first_round(desk).id
    with desk.session.transaction("segments") as draft:
        for name, n in (("Neu", 3), ("Lang", 6), ("Mittel", 9)):
            made_ = JourneyFigures(
                id=f"f{name}", round=round_, figure=FigureKind.CSAT, segment=name, lowest=1, highest=5, counts={"5": n}
            )
            draft.create(made_)
    card = journey(qtbot, desk).cards[FigureKind.CSAT]
    lines = card.groups.text().split("\n")
    assert lines[0].startswith("Lang: zu wenige") and lines[2].startswith("Neu: zu wenige")
    assert lines[1].startswith("Mittel: 9 von 9") and not card.enter.isEnabled()


def test_both_tabs_are_reached_from_the_bar_and_by_command(qtbot: QtBot, desk: Context) -> None:
    made = workspace(qtbot, desk)
    for tab, kind in (("kano", KanoTab), ("journey", JourneyTab)):
        desk.commands.run(f"rate.show_{tab}")
        assert isinstance(made.tabs.page, kind) and made.tabs.page.isVisible()
        assert any(label.text() for label in made.tabs.page.findChildren(QLabel) if label.isVisible())
