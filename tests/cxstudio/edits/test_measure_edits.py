"""Measures that wait for each other never go round in a circle, and what belongs to a removed thing stays readable."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.measures.measure_standing import standings
from cxstudio.edits import depend_on, remove_records, reschedule, write_field
from cxstudio.errors import UserError
from cxstudio.model import Department, Document, Measure, Project, Target, Touchpoint
from cxstudio.model.measures import CheckIn
from cxstudio.store import Draft, Store
from cxstudio.wording import texts
from cxstudio.wording.error_sentences import sentence

IDS = ("m1", "m2", "m3", "m4")


def plan(**waits: tuple[str, ...]) -> Document:
    return Document(
        (
            Project(id="project"),
            *(Measure(id=i, title=i, order=f"a{n}", depends_on=waits.get(i, ())) for n, i in enumerate(IDS)),
        )
    )


def edited(document: Document, edit: object, *args: object) -> Document:
    return Store(document).preview(edit, *args)[0]  # type: ignore[arg-type]


wishes = st.lists(st.tuples(st.sampled_from(IDS), st.lists(st.sampled_from(IDS), max_size=3)), max_size=8)


@given(wishes)
def test_no_order_of_wishes_closes_a_circle(wanted: list[tuple[str, list[str]]]) -> None:
    document = plan()
    for measure, others in wanted:
        reached = _reached(document, measure, others)
        try:
            document = edited(document, depend_on, measure, others)
            assert measure not in reached
        except UserError:
            assert measure in reached
        assert not any(s.in_cycle for s in standings(document, date(2026, 6, 1)).values())


def _reached(document: Document, measure: str, others: list[str]) -> set[str]:
    found = {(m.id, o) for m in document.all(Measure) if m.id != measure for o in m.depends_on}
    found |= {(measure, o) for o in others}
    for through, start, end in product(IDS, repeat=3):
        if (start, through) in found and (through, end) in found:
            found.add((start, end))
    return {end for start, end in found if start == measure}


def test_the_circle_is_named_by_its_numbers_and_nothing_is_changed() -> None:
    document = plan(m1=("m2",), m2=("m3",))
    with pytest.raises(UserError) as told:
        edited(document, depend_on, "m3", ["m4", "m1"])
    assert "3 → 1 → 2 → 3" in sentence(told.value, texts("en"))
    assert "3 → 1 → 2 → 3" in sentence(told.value, texts("de"))
    with pytest.raises(UserError):
        edited(document, lambda d: write_field(d, Measure, "m3", "depends_on", ("m3",)))


def test_a_circle_that_came_with_a_file_can_be_taken_apart() -> None:
    document = plan(m1=("m2",), m2=("m1",))
    assert standings(document, date(2026, 6, 1))["m1"].in_cycle
    mended = edited(document, depend_on, "m2", ())
    assert not standings(mended, date(2026, 6, 1))["m1"].in_cycle


def test_a_due_date_never_moves_ahead_of_the_start_by_dragging() -> None:
    late, early = date(2026, 6, 9), date(2026, 6, 1)
    moved = edited(plan(), reschedule, "m1", late, early).get(Measure, "m1")
    assert (moved.start, moved.due) == (late, late)
    assert edited(plan(), reschedule, "m1", None, early).get(Measure, "m1").due == early


def test_a_measure_stays_when_what_it_names_is_removed() -> None:
    def full(draft: Draft) -> None:
        from cxstudio.edits import add_journey, add_stage, add_touchpoint

        stage = add_stage(draft, add_journey(draft, "Moving"), "Register")
        point = add_touchpoint(draft, stage, "Hotline")
        draft.create(Department(id="d", name="Service"))
        draft.update(Measure, "m1", touchpoints=(point,), department="d", contributing=("d",), owner_role="Head")
        draft.update(Measure, "m2", depends_on=("m1",))
        draft.create(Target(id="z", measure="m1", touchpoint=point, to_value=4.5))
        draft.create(CheckIn(id="c", measure="m1", text="begun"))

    document = edited(plan(), full)
    point = document.all(Touchpoint)[0].id
    gone = edited(document, remove_records, [point, "d"])
    measure = gone.get(Measure, "m1")
    assert measure.touchpoints == () and measure.department is None and measure.owner_role == "Head"
    assert gone.get(Target, "z").touchpoint is None and gone.get(CheckIn, "c").text == "begun"
    assert edited(gone, remove_records, ["m1"]).get(Measure, "m2").depends_on == ()


def test_the_edits_are_there_without_the_package_for_graphs() -> None:
    code = "import sys, cxstudio.edits, cxstudio.cli; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
