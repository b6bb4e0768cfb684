"""What is changed of a measure is noted with its day, within bounds, and never with a name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxstudio.edits import add_measure, add_target, remove_records, set_fields
from cxstudio.model import Department, Document, Measure, MeasureChange, Target
from cxstudio.model.kinds import MeasureStatus
from cxstudio.session import Folders, Session
from cxstudio.session.measure_history import _TYPED, KEPT, note_changes
from cxstudio.store import Draft
from cxstudio.wording import texts
from cxstudio.wording.fields.field_table import Editor, fields_of
from cxstudio.wording.findings.measure_history_lines import history_lines

RECORDS = (Measure(id="a", title="A", owner_name="Erika"), Department(id="d", name="Billing"))


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session.new(Folders.below(tmp_path_factory.mktemp("person")), Document(RECORDS))


def change(session: Session, **values: object) -> None:
    with session.transaction("change") as draft:
        set_fields(draft, Measure, "a", **values)


def test_what_was_changed_and_when_is_told_and_undone_with_the_step(session: Session) -> None:
    change(session, status=MeasureStatus.PLANNED, department="d", cost_once=1250.5, description="By Erika")
    change(session, status=MeasureStatus.RUNNING, due=date(2026, 9, 30), quick_win=True)
    said = [line.partition(" · ")[2] for line in history_lines(session.document, "a", texts("en"))]
    assert set(said) == {
        "Status: Idea → Running", "Department: – → Billing", "One-off cost: – → €1,250.50", "Description changed",
        "Due: – → 30 Sep 2026", "Quick win: no → yes",
    }  # fmt: skip
    assert all(texts("de").date(date.today()) in line for line in history_lines(session.document, "a", texts("de")))
    change(session, status=MeasureStatus.IDEA)
    assert not any(c.field == "status" for c in session.document.all(MeasureChange)), "it is as the day began"
    for _ in range(3):
        session.undo()
    assert not session.document.all(MeasureChange)


def test_targets_are_part_of_it(session: Session) -> None:
    with session.transaction("two") as draft:
        for goal in (4.5, 3.0):
            add_target(draft, "a", touchpoint=None, from_value=2.7, to_value=goal)
    first, second = session.document.all(Target)
    with session.transaction("change") as draft:
        set_fields(draft, Target, first.id, to_value=5.25, by=date(2026, 12, 24), note="Asked Erika")
    said = {line.partition(" · ")[2] for line in history_lines(session.document, "a", texts("en"))}
    assert said == {"Targets: 0 → 2", "Target Experience, To (goal): 4.5 → 5.25",
                    "Target Experience, By: – → 24 Dec 2026", "Target Experience, Note changed"}  # fmt: skip
    with session.transaction("gone") as draft:
        remove_records(draft, [first.id, second.id])
    said = {line.partition(" · ")[2] for line in history_lines(session.document, "a", texts("en"))}
    assert "Target removed, By: – → 24 Dec 2026" in said and not any(one.startswith("Targets:") for one in said)
    session.undo()
    assert len(session.document.all(MeasureChange)) == 4


def test_a_new_measure_begins_without_a_history(session: Session) -> None:
    with session.transaction("new") as draft:
        add_target(draft, add_measure(draft, "B"), to_value=3.0)
    assert not session.document.all(MeasureChange)


def test_no_name_is_kept_and_what_is_gone_is_said_to_be(session: Session) -> None:
    typed = {f.name for kind in (Measure, Target) for f in fields_of(kind) if f.editor in (Editor.LINE, Editor.TEXT)}
    assert typed == _TYPED
    change(session, owner_name="Max", title="Ask Erika", department="d")
    assert not any("Erika" in c.before + c.after or "Max" in c.after for c in session.document.all(MeasureChange))
    with session.transaction("gone") as draft:
        remove_records(draft, ["d"])
    assert "Billing" not in " ".join(history_lines(session.document, "a", texts("en")))


def test_the_history_is_bounded_and_goes_with_its_measure() -> None:
    document = Document(RECORDS)
    for n in range(KEPT + 20):
        draft = Draft(document)
        set_fields(draft, Measure, "a", progress=n % 7 + 1)
        note_changes(draft, date(2026, 1, 1) + timedelta(n))
        document = draft.document
    kept = document.having(MeasureChange, "measure", "a")
    assert len(kept) == KEPT and kept[-1].day == date(2026, 1, 1) + timedelta(KEPT + 19)
    draft = Draft(document)
    remove_records(draft, ["a"])
    assert not draft.document.all(MeasureChange)
