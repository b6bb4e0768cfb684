"""Departments merged into others, also in a ring, and touchpoints that name none that is there."""

from __future__ import annotations

from cxstudio.analysis.flow.responsible_departments import accountable, departments_of, merged
from cxstudio.model import Department, Document, Touchpoint


def document(**merging: str | None) -> Document:
    return Document(Department(id=name, name=name.upper(), merged_into=into) for name, into in merging.items())


def point(*departments: str, named: str | None = None) -> Touchpoint:
    return Touchpoint(id="t", stage="s", name="Point", departments=departments, accountable=named)


def test_merged_departments_are_followed_to_the_last() -> None:
    known = document(a="b", b="c", c=None)
    last = merged(known, "a")
    assert last is not None and last.id == "c" and merged(known, None) is None and merged(known, "x") is None
    assert departments_of(known, point("a", "b", "x")) == {"c"}


def test_a_ring_of_departments_ends_somewhere() -> None:
    ring = document(a="b", b="a")
    assert {department.id for name in "ab" if (department := merged(ring, name)) is not None} <= {"a", "b"}


def test_who_answers_is_the_one_named_else_the_first() -> None:
    known = document(a=None, b="a", c=None)

    def who(touchpoint: Touchpoint) -> str | None:
        found = accountable(known, touchpoint)
        return None if found is None else found.id

    assert who(point("c", "b")) == "c" and who(point("c", named="b")) == "a"
    assert who(point()) is None and who(point("gone")) is None
