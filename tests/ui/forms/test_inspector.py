"""The inspector: every field within reach, rating as a named voice, critical, notes, measures, pictures."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_touchpoint, set_fields, start_project
from cxstudio.model import (
    GROUP_VOICE,
    PROJECT_ID,
    Channel,
    Department,
    Document,
    Journey,
    Measure,
    Note,
    Participant,
    Picture,
    Project,
    Record,
    Round,
    Stage,
    Target,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import CriticalMark, NoteKind, RoundKind, Travels
from cxstudio.session import Folders
from cxstudio.store import Draft
from cxstudio.wording.fields.field_table import fields_of
from tests.ui.forms_desk import desk_on, measures, now, reopen, steps, touchpoint
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.inspector.inspector import Inspector
from ui.inspector.measure_panel import MeasurePanel
from ui.inspector.touchpoint_panel import TouchpointPanel
from ui.widgets.folding_section import Section


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Context]:
    with desk_on(folders) as context:
        yield context


def inspector(qtbot: QtBot, desk: Context, *ids: str) -> Inspector:
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(316, 900)
    made.show()
    desk.selection.select(*ids)
    return made


def panel(qtbot: QtBot, desk: Context, number: int) -> TouchpointPanel:
    made = inspector(qtbot, desk, touchpoint(desk, number).id)
    assert isinstance(made.panel, TouchpointPanel)
    desk.test_inspector = made  # type: ignore[attr-defined]
    return made.panel


def answers(desk: Context, record: Touchpoint, round_: Round, figure: str) -> dict[str, int | None]:
    found = desk.document.having(TouchpointRatings, "touchpoint", record.id)
    return next((dict(getattr(r, figure)) for r in found if r.round == round_.id), {})


@pytest.mark.parametrize("kind", [Touchpoint, Stage, Journey, Measure, Project, Participant, Round])
def test_every_field_is_within_reach(qtbot: QtBot, desk: Context, kind: type[Record]) -> None:
    record = PROJECT_ID if kind is Project else desk.document.all(kind)[0].id
    made = inspector(qtbot, desk, "" if kind is Project else record)
    made.show_record(None if kind is Project else record)
    there = {f.field.name for f in made.panel.findChildren(BoundField) if f.field.kind == kind.__name__}
    missing = {f.name for f in fields_of(kind)} - there
    assert missing <= {"journey", "left_out"}, "what an import left out is told, not typed"


def test_head_says_what_the_drawing_says(qtbot: QtBot, desk: Context) -> None:
    made = panel(qtbot, desk, 8)
    assert made.summary.text() == "Übergeben · Telefon · persönlich · Kundenservice"
    assert not made.chip.isHidden()
    assert made.rating.rows["experience"].value.text() == "2,7"
    assert made.rating.rows["experience"].under.text() == "2 bis 4 · hohe Einigkeit".replace(
        "hohe Einigkeit", made.rating.rows["experience"].under.text().split(" · ")[1]
    )
    assert made.rating.basis.text() == "Innensicht · n = 9"
    assert made.verdict.delta.text() == "▼ Delta −3,6 · enttäuschend"
    assert made.verdict.need.text() == "Bedarf 54"
    assert made.verdict.text.text().startswith("Warum kritisch: Basisanforderung nicht erfüllt")
    assert [c.accessibleName().split(",")[0] for c in made.measures.cards]


def test_the_mean_of_several_people_cannot_be_moved(qtbot: QtBot, desk: Context) -> None:
    made = panel(qtbot, desk, 8)
    said: list[str] = []
    desk.messages.said.connect(said.append)
    slider = made.rating.rows["experience"].slider
    before = steps(desk)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 5, slider.height() // 2))
    qtbot.keyClick(slider, Qt.Key.Key_7)
    assert steps(desk) == before
    assert said
    assert not made.rating.offer.isHidden()


def test_a_group_value_is_entered_instead(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    made = panel(qtbot, desk, 8)
    qtbot.mouseClick(made.rating.offer, Qt.MouseButton.LeftButton)
    group = desk.bridge.shown_round(desk.selection.journey)
    assert group is not None
    assert group.kind is RoundKind.GROUP
    slider = made.rating.rows["experience"].slider
    assert not slider.locked
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, slider.height() // 2))
    assert answers(desk, record, group, "experience") == {GROUP_VOICE: 7}
    desk.session.undo()
    desk.session.undo()
    assert made.rating.rows["experience"].value.text() == "2,7"


def test_one_person_rates_as_herself(qtbot: QtBot, desk: Context) -> None:
    record, round_ = touchpoint(desk, 8), reopen(desk)
    made = panel(qtbot, desk, 8)
    person = desk.document.all(Participant)[2]
    menu = made.rating.voices_menu()
    menu.actions()[3].trigger()
    assert desk.selection.voice == person.id
    slider = made.rating.rows["expectation"].slider
    assert not slider.locked
    before = steps(desk)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_3)
    assert answers(desk, record, round_, "expectation")[person.id] == 3
    assert steps(desk) == before + 1
    qtbot.keyClick(slider, Qt.Key.Key_Delete)
    assert person.id not in answers(desk, record, round_, "expectation")


def test_a_skip_is_no_zero_and_an_emotion_can_have_a_word(qtbot: QtBot, desk: Context) -> None:
    record, round_ = touchpoint(desk, 8), reopen(desk)
    made = panel(qtbot, desk, 8)
    person = desk.document.all(Participant)[0]
    desk.selection.set_voice(person.id)
    emotion = made.rating.rows["emotion"]
    qtbot.keyClick(emotion.slider, Qt.Key.Key_Minus)
    qtbot.keyClick(emotion.slider, Qt.Key.Key_2)
    assert answers(desk, record, round_, "emotion")[person.id] == -2
    assert not emotion.word.isHidden()
    emotion.word.setFocus()
    emotion.word.setText("verärgert")
    qtbot.keyClick(emotion.word, Qt.Key.Key_Return)
    (ratings,) = [r for r in desk.document.having(TouchpointRatings, "touchpoint", record.id) if r.round == round_.id]
    assert ratings.word[person.id] == "verärgert"
    emotion.menu().actions()[0].trigger()
    assert answers(desk, record, round_, "emotion")[person.id] is None
    assert emotion.value.text() == "übersprungen"
    desk.selection.set_voice(GROUP_VOICE)
    assert "verärgert" in emotion.under.text()


def test_arrows_are_one_answer_when_they_come_to_rest(qtbot: QtBot, desk: Context) -> None:
    record, round_ = touchpoint(desk, 8), reopen(desk)
    made = panel(qtbot, desk, 8)
    person = desk.document.all(Participant)[0]
    desk.selection.set_voice(person.id)
    slider = made.rating.rows["emotion"].slider
    before = steps(desk)
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert steps(desk) == before
    slider._settle()
    assert answers(desk, record, round_, "emotion")[person.id] == 0
    assert steps(desk) == before + 1


def test_escape_takes_a_drag_back(qtbot: QtBot, desk: Context) -> None:
    reopen(desk)
    made = panel(qtbot, desk, 8)
    desk.selection.set_voice(desk.document.all(Participant)[0].id)
    slider = made.rating.rows["experience"].slider
    assert not slider.locked
    value, before = slider.shown, steps(desk)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 4, 14))
    qtbot.keyClick(slider, Qt.Key.Key_Escape)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 4, 14))
    assert (slider.shown, steps(desk)) == (value, before)


def test_the_first_rating_of_an_empty_project_starts_a_round(qtbot: QtBot, folders: Folders) -> None:
    draft = Draft(Document())
    journey = start_project(draft, title="Neu", stages=["Erste"])
    added = add_touchpoint(draft, draft.document.stages(journey)[0].id, "Anruf")
    with desk_on(folders, document=draft.document) as desk:
        made = inspector(qtbot, desk, added)
        assert isinstance(made.panel, TouchpointPanel)
        slider = made.panel.rating.rows["expectation"].slider
        assert slider.shown is None
        qtbot.keyClick(slider, Qt.Key.Key_5)
        (round_,) = desk.document.all(Round)
        assert round_.kind is RoundKind.GROUP
        assert slider.shown == 5


def test_why_explains_every_figure(qtbot: QtBot, desk: Context) -> None:
    made = panel(qtbot, desk, 8)
    sheet = made.verdict.explain()
    assert sheet is not None
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "Delta" in words
    assert "Parasuraman" in words or "Handlungsbedarf" in words
    sheet.close()


def test_overruling_the_rule_wants_a_reason(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    made = panel(qtbot, desk, 8)
    segments = made.critical.mark.editor.segments  # type: ignore[attr-defined]
    qtbot.mouseClick(dict(segments._buttons)["no"], Qt.MouseButton.LeftButton)
    assert now(desk, record).critical is CriticalMark.NO
    assert not made.critical.wanted.isHidden()
    reason = made.critical.reason
    reason.editor.box.setPlainText("Umbau läuft schon")  # type: ignore[attr-defined]
    assert reason.commit()
    assert made.critical.wanted.isHidden()
    assert "Umbau läuft schon" in made.verdict.text.text()
    assert made.chip.isHidden()


def test_notes_are_added_edited_and_deleted(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 3)
    made = panel(qtbot, desk, 3)
    adder = made.marks.adders[0]
    adder.open()  # type: ignore[attr-defined]
    qtbot.keyClicks(adder.line, "Kein Preis")  # type: ignore[attr-defined]
    qtbot.keyClick(adder.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    note = desk.document.having(Note, "about", record.id)[-1]
    assert (note.text, note.kind) == ("Kein Preis", NoteKind.HURDLE)
    line = made.marks.rows[note.id]
    assert line.sign.text() == "−"
    line.text.editor.box.setPlainText("Kein Endpreis")  # type: ignore[union-attr]
    line.text.commit()  # type: ignore[union-attr]
    assert desk.document.get(Note, note.id).text == "Kein Endpreis"
    line.toggle()
    assert line.details is not None
    assert set(line.details.fields) == {"kind", "evidence", "source", "said_on", "theme"}
    line.remove()
    assert note.id not in desk.document
    assert note.id not in made.marks.rows


def test_a_measure_is_added_and_leads_to_its_fields(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 13)
    made = inspector(qtbot, desk, record.id)
    assert isinstance(made.panel, TouchpointPanel)
    adder = made.panel.measures.adder
    adder.open()
    qtbot.keyClicks(adder.line, "Abschlag")
    qtbot.keyClick(adder.line, Qt.Key.Key_Return)
    added = measures(desk)[-1]
    assert (added.title, added.touchpoints) == ("Abschlag", (record.id,))
    qtbot.mouseClick(made.panel.measures.cards[0], Qt.MouseButton.LeftButton)
    assert desk.selection.id == added.id
    assert isinstance(made.panel, MeasurePanel)
    targets = made.panel.lists[0]
    qtbot.mouseClick(targets.adders[0], Qt.MouseButton.LeftButton)
    (target,) = desk.document.having(Target, "measure", added.id)
    assert target.touchpoint == record.id
    assert target.from_value == 4.7
    qtbot.mouseClick(made.panel.back, Qt.MouseButton.LeftButton)
    assert desk.selection.id == record.id


def test_what_travels_along_at_a_handover(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 7)
    made = panel(qtbot, desk, 7)
    assert made.handover.text.text().startswith("⇄ Netz → Kundenservice")
    made.handover._choose(Travels.PART.value)
    ways = desk.document.having(Transition, "source", record.id)
    assert {w.target: w.travels for w in ways}[touchpoint(desk, 8).id] is Travels.PART


def test_ways_are_added_and_deleted(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 1)
    made = panel(qtbot, desk, 1)
    before = len(desk.document.having(Transition, "source", record.id))
    qtbot.mouseClick(made.ways.drop_out, Qt.MouseButton.LeftButton)
    ways = desk.document.having(Transition, "source", record.id)
    assert len(ways) == before + 1
    assert set(made.ways.ways) == {w.id for w in ways}


def test_a_picture_is_added_described_and_removed(qtbot: QtBot, desk: Context, tmp_path: Path) -> None:
    record = touchpoint(desk, 8)
    made = panel(qtbot, desk, 8)
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "PNG")
    path = tmp_path / "bild.png"
    path.write_bytes(data.getvalue())
    made.pictures.take_file(path)
    qtbot.waitUntil(lambda: not made.pictures._intake.busy, timeout=60_000)
    (picture,) = desk.document.having(Picture, "about", record.id)
    assert desk.session.assets.get(picture.asset)
    made.pictures._remove(picture.id)
    assert made.pictures.cards == {}


def test_a_file_that_is_no_picture_is_told_calmly(qtbot: QtBot, desk: Context, tmp_path: Path) -> None:
    made = panel(qtbot, desk, 8)
    notices: list[object] = []
    desk.messages.posted.connect(notices.append)
    path = tmp_path / "bild.png"
    path.write_text("kein Bild")
    made.pictures.take_file(path)
    made.pictures.take_file(tmp_path / "fehlt.png")
    qtbot.waitUntil(lambda: not made.pictures._intake.busy and len(notices) == 2, timeout=60_000)
    assert not desk.document.having(Picture, "about", touchpoint(desk, 8).id)


def test_moving_to_another_stage_puts_it_last_there(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 1)
    made = panel(qtbot, desk, 1)
    stage = desk.document.stages(desk.selection.journey or "")[1]
    made.stage.editor._take(stage.id)  # type: ignore[attr-defined]
    assert desk.document.touchpoints(stage.id)[-1].id == record.id


def test_it_follows_the_selection_and_survives_a_deletion(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    made = inspector(qtbot, desk, record.id)
    with desk.session.transaction("delete") as draft:
        draft.remove(record.id)
    assert made.panel.kind is Project
    desk.session.undo()
    desk.selection.select(record.id)
    assert made.panel.kind is Touchpoint


def test_any_record_can_be_inspected(qtbot: QtBot, desk: Context) -> None:
    made = inspector(qtbot, desk)
    seen = {type(r): r.id for r in desk.document}
    for kind, record_id in seen.items():
        desk.selection.select(record_id)
        assert made.panel.kind is kind


def test_a_very_long_name_stays_whole_and_inside(qtbot: QtBot, desk: Context) -> None:
    record = touchpoint(desk, 8)
    with desk.session.transaction("long") as draft:
        set_fields(draft, Touchpoint, record.id, name="Donaudampfschiff " * 400)
    made = panel(qtbot, desk, 8)
    box = made.name.editor.box  # type: ignore[attr-defined]
    assert box.toPlainText().startswith("Donaudampfschiff")
    assert box.height() < 400
    assert made.width() <= 316


def test_a_new_round_starts_empty_and_is_shown(qtbot: QtBot, desk: Context) -> None:
    made = panel(qtbot, desk, 8)
    made.rating.voices_menu().actions()[-1].trigger()
    shown_round = desk.bridge.shown_round(desk.selection.journey)
    assert shown_round is not None
    assert (shown_round.kind, shown_round.title) == (RoundKind.DISCUSSION, "Runde 3")
    person = desk.document.all(Participant)[1]
    desk.selection.set_voice(person.id)
    qtbot.keyClick(made.rating.rows["expectation"].slider, Qt.Key.Key_4)
    assert answers(desk, touchpoint(desk, 8), shown_round, "expectation") == {person.id: 4}


def test_departments_channels_and_people_of_the_project(qtbot: QtBot, desk: Context) -> None:
    made = inspector(qtbot, desk)
    made.show_record(None)
    qtbot.mouseClick(made.panel.edit, Qt.MouseButton.LeftButton)  # type: ignore[union-attr]
    departments, channels, people = made.panel.lists  # type: ignore[union-attr]
    sections = {section.content: section for section in made.panel.findChildren(Section)}
    for listed, kind in ((departments, Department), (channels, Channel), (people, Participant)):
        assert not listed.rows, "what is folded away makes no rows"
        sections[listed].toggle()
        assert set(listed.rows) == {r.id for r in desk.document.all(kind)}
        adder = listed.adders[0]
        adder.open()
        qtbot.keyClicks(adder.line, "Neu")
        qtbot.keyClick(adder.line, Qt.Key.Key_Return)
        assert desk.document.all(kind)[-1].name == "Neu"
        line = listed.rows[desk.document.all(kind)[-1].id]
        line.toggle()
        line.remove()
        assert "Neu" not in [r.name for r in desk.document.all(kind)]
