"""Measures in groups: nobody is lost, and what names nothing comes last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.measures.measure_groups import Grouping, grouped
from cxstudio.model import Department, Document, Journey, Measure, Stage, Touchpoint
from cxstudio.model.kinds import MeasureStatus

GROUND = (
    Journey(id="j", title="Moving"),
    Stage(id="s", journey="j", name="Register"),
    *(Touchpoint(id=f"t{n}", stage="s", name=f"{n}") for n in range(3)),
    Department(id="d0", name="Service"),
    Department(id="d1", name="Networks", order="a1"),
    Department(id="d2", name="Call centre", merged_into="d0", order="a2"),
)


@st.composite
def plans(draw: st.DrawFn) -> Document:
    return Document(
        (
            *GROUND,
            *(
                Measure(
                    id=f"m{n}",
                    title=f"{n}",
                    order=f"a{n}",
                    touchpoints=tuple(draw(st.lists(st.sampled_from(["t0", "t1", "t2", "gone"]), unique=True))),
                    department=draw(st.sampled_from([None, "d0", "d1", "d2", "gone"])),
                    owner_role=draw(st.sampled_from(["", " ", "Head of service"])),
                    owner_name=draw(st.sampled_from(["", "Ada"])),
                    status=draw(st.sampled_from(MeasureStatus)),
                )
                for n in range(draw(st.integers(0, 6)))
            ),
        )
    )


@given(plans(), st.sampled_from(Grouping))
def test_every_measure_stands_in_a_group_and_in_the_order_of_the_plan(document: Document, by: Grouping) -> None:
    measures = document.all(Measure)
    groups = grouped(document, measures, by)
    assert {m.id for g in groups for m in g.measures} == {m.id for m in measures}
    for group in groups:
        places = [measures.index(m) for m in group.measures]
        assert places == sorted(set(places))
    keys = [g.key for g in groups]
    assert len(set(keys)) == len(keys) and "" not in keys[:-1]


@given(plans())
def test_a_merged_department_counts_as_the_one_it_became(document: Document) -> None:
    assert {g.key for g in grouped(document, document.all(Measure), Grouping.DEPARTMENT)} <= {"d0", "d1", ""}
    statuses = [g.key for g in grouped(document, document.all(Measure), Grouping.STATUS)]
    assert statuses == [s for s in MeasureStatus if s in statuses]
