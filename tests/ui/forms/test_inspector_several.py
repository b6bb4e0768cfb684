"""The inspector while several touchpoints are selected: what they share, and edits that meet all of them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from cxstudio.model import Channel, Stage, Touchpoint
from cxstudio.model.kinds import CriticalMark, ExperienceKind, RequirementKind
from ui.forms.choice_editors import ChipsEditor, ChoiceEditor, SegmentsEditor, YesNoEditor
from ui.forms.number_editors import NumberEditor
from ui.forms.text_editors import TextEditor
from ui.inspector.several_touchpoints import SeveralPanel
from ui.inspector.touchpoint_panel import TouchpointPanel
from ui.main_window.main_window import MainWindow

IDS = ("t07", "t08", "t09")


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    sample_window.context.commands.run("go.journey")
    sample_window.context.selection.select(*IDS)
    return sample_window


def panel(window: MainWindow) -> SeveralPanel:
    found = [p for p in window.findChildren(SeveralPanel) if p.isVisible()]
    assert len(found) == 1
    return found[0]


def touchpoints(window: MainWindow) -> list[Touchpoint]:
    return [window.context.document.get(Touchpoint, i) for i in IDS]


def undo(window: MainWindow) -> None:
    assert window.context.session.undo() is not None
    assert window.context.session.store.history.undoable is None, "all of them were one step"


def test_it_says_how_many_and_what_differs(window: MainWindow) -> None:
    shown = panel(window)
    assert shown.name.text() == "3 touchpoints"
    assert shown.fields["requirement"].caption.text().endswith("different")
    assert not shown.fields["critical"].different
    contact = shown.fields["contact"].editor
    assert isinstance(contact, ChoiceEditor) and contact.combo.currentIndex() == -1
    window.context.selection.select("t07")
    assert any(p.isVisible() for p in window.findChildren(TouchpointPanel))


def test_a_choice_sets_all_as_one_step(window: MainWindow) -> None:
    before = window.context.document
    editor = panel(window).fields["requirement"].editor
    assert isinstance(editor, SegmentsEditor)
    editor.segments.set_value(RequirementKind.BASIC.value)
    editor.finished.emit()
    assert {t.requirement for t in touchpoints(window)} == {RequirementKind.BASIC}
    assert not panel(window).fields["requirement"].different
    undo(window)
    assert window.context.document == before


def test_marks_meet_all(window: MainWindow) -> None:
    shown = panel(window)
    star = shown.fields["stardust"].editor
    assert isinstance(star, YesNoEditor)
    star.box.click()
    assert all(t.stardust for t in touchpoints(window))
    critical = shown.fields["critical"].editor
    assert isinstance(critical, SegmentsEditor)
    critical.segments.set_value(CriticalMark.NO.value)
    critical.finished.emit()
    assert {t.critical for t in touchpoints(window)} == {CriticalMark.NO}


def test_lists_keep_what_is_each_ones_own(window: MainWindow) -> None:
    before = [t.experience_kinds for t in touchpoints(window)]
    assert len(set(before)) > 1
    chips = panel(window).fields["experience_kinds"].editor
    assert isinstance(chips, ChipsEditor)
    new = next(m for m, _ in chips.chips if all(m not in kinds for kinds in before))
    dict(chips.chips)[new].click()
    assert [t.experience_kinds for t in touchpoints(window)] == [(*kinds, new) for kinds in before]
    dict(chips.chips)[new].click()
    assert [t.experience_kinds for t in touchpoints(window)] == before
    assert isinstance(new, ExperienceKind)


def test_a_new_channel_is_made_once_for_all(window: MainWindow) -> None:
    before = [t.channels for t in touchpoints(window)]
    count = len(window.context.document.all(Channel))
    panel(window).fields["channels"].editor.name_new("Carrier pigeon")  # type: ignore[attr-defined]
    pigeon = next(c.id for c in window.context.document.all(Channel) if c.name == "Carrier pigeon")
    assert len(window.context.document.all(Channel)) == count + 1
    assert [t.channels for t in touchpoints(window)] == [(*channels, pigeon) for channels in before]
    undo(window)


def test_an_empty_box_for_different_texts_writes_nothing(window: MainWindow) -> None:
    with window.context.session.transaction("Prepare") as draft:
        draft.update(Touchpoint, "t07", promise="Soon")
    promise = panel(window).fields["promise"]
    assert promise.different and isinstance(promise.editor, TextEditor)
    document = window.context.document
    assert promise.commit()
    assert window.context.document is document
    QTest.keyClicks(promise.editor.box, "At once")
    promise.commit()
    assert {t.promise for t in touchpoints(window)} == {"At once"}


def test_numbers_and_bad_numbers(window: MainWindow) -> None:
    cases = panel(window).fields["cases_per_month"]
    assert isinstance(cases.editor, NumberEditor)
    cases.editor.line.setText("many")
    document = window.context.document
    assert not cases.commit()
    assert window.context.document is document and cases.error.text()
    cases.editor.line.setText("640")
    assert cases.commit()
    assert {t.cases_per_month for t in touchpoints(window)} == {640}


def test_a_stage_for_all_moves_them_to_its_end_in_their_order(window: MainWindow) -> None:
    first = window.context.document.all(Stage)[0].id
    stage = panel(window).fields["stage"]
    with window.context.session.transaction("Move") as draft:
        stage._write(draft, first)
    assert [t.id for t in window.context.document.touchpoints(first)][-3:] == list(IDS)


def test_one_of_them_removed_elsewhere_leaves_the_others(window: MainWindow) -> None:
    with window.context.session.transaction("elsewhere") as draft:
        draft.remove("t08")
    assert panel(window).name.text() == "2 touchpoints"
    with window.context.session.transaction("elsewhere") as draft:
        draft.remove("t09")
    assert window.context.selection.ids == ("t07",)
    assert any(p.isVisible() for p in window.findChildren(TouchpointPanel))


def test_selecting_others_writes_nothing_where_they_differ(window: MainWindow) -> None:
    star = window.context.document.get(Touchpoint, "t09").stardust
    with window.context.session.transaction("differ") as draft:
        draft.update(Touchpoint, "t09", stardust=not star)
        draft.update(Touchpoint, "t08", stardust=star)
    document = window.context.document
    for ids in (("t01", "t02"), IDS, ("t03",), IDS[::-1], ("t08", "t09"), ("t09", "t01")):
        window.context.selection.select(*ids)
    assert window.context.document is document


def test_a_tick_where_they_differ_goes_for_all(window: MainWindow) -> None:
    with window.context.session.transaction("differ") as draft:
        draft.update(Touchpoint, "t09", stardust=True)
        draft.update(Touchpoint, "t08", stardust=False)
    stardust = panel(window).fields["stardust"].editor
    assert isinstance(stardust, YesNoEditor)
    stardust.box.click()
    assert len({t.stardust for t in touchpoints(window)}) == 1
