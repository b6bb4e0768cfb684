"""A persona said in one line: name, age and facts come apart, and nothing that was said is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.edits import add_persona, add_told_persona, name_persona
from cxstudio.edits.people import told_persona
from cxstudio.model import Document, ExpectationSource, Persona
from cxstudio.store import Store


@pytest.mark.parametrize(
    ("told", "name", "age", "facts"),
    [
        ("Jana Brandt, 34, zieht innerhalb der Stadt um", "Jana Brandt", 34, "zieht innerhalb der Stadt um"),
        ("Jana Brandt, 34, moving within the city", "Jana Brandt", 34, "moving within the city"),
        ("Jana Brandt (34), zieht um", "Jana Brandt", 34, "zieht um"),
        ("Jana Brandt (34 Jahre)", "Jana Brandt", 34, ""),
        ("Werner, 71 Jahre alt, ruft lieber an, wohnt allein", "Werner", 71, "ruft lieber an, wohnt allein"),
        ("Werner; ca. 70; ruft an", "Werner", 70, "ruft an"),
        ("Mia Lang – 29 – arbeitet von zu Hause", "Mia Lang", 29, "arbeitet von zu Hause"),
        ("Aylin, Lehrerin, 41 years old", "Aylin", 41, "Lehrerin"),
        ("Jana Brandt", "Jana Brandt", None, ""),
        ("Anna-Lena Meier", "Anna-Lena Meier", None, ""),
        ("Familie mit 2,5 Zimmern", "Familie mit 2,5 Zimmern", None, ""),
        ("Familie Demir, 2 Kinder, 1 Hund", "Familie Demir", None, "2 Kinder, 1 Hund"),
        ("Jana, 340, zieht um", "Jana", None, "340, zieht um"),
        ("Jana Brandt (neu in der Stadt), 34", "Jana Brandt", 34, "neu in der Stadt"),
        ("34", "34", None, ""),
        ("  ,  ", "", None, ""),
    ],
)
def test_a_line_comes_apart(told: str, name: str, age: int | None, facts: str) -> None:
    said = told_persona(told)
    assert (said["name"], said.get("age"), said["facts"]) == (name, age, facts)


@given(st.text("bdkäß 0123456789,;()–-", max_size=60))
def test_nothing_that_was_said_is_lost_and_any_line_makes_a_persona(told: str) -> None:
    said: dict[str, Any] = told_persona(told)
    kept = f"{said['name']} {said.get('age', '')} {said['facts']}"
    wanted = sorted(c for c in told if c.isalpha())
    assert sorted(c for c in kept if c.isalpha()) == wanted
    store = Store(Document())
    with store.transaction("add") as draft:
        made = add_told_persona(draft, told)
    assert store.document.get(Persona, made).name == said["name"]
    assert len(store.document.all(ExpectationSource)) == 5


@given(
    st.text("abcdeäöü", min_size=1, max_size=12),
    st.integers(0, 130),
    st.text("abcdeäöü", min_size=1, max_size=12),
)
def test_three_parts_are_name_age_and_facts(name: str, age: int, facts: str) -> None:
    assert told_persona(f"{name}, {age}, {facts}") == {"name": name, "age": age, "facts": facts}


@pytest.mark.parametrize(
    ("known", "told", "name", "age", "facts"),
    [
        ({}, "Jana Brandt, 34, zieht um", "Jana Brandt", 34, "zieht um"),
        ({"age": 34}, "Jana Brandt, 34, zieht um", "Jana Brandt", 34, "zieht um"),
        ({"facts": "wohnt allein"}, "Jana Brandt, 34", "Jana Brandt", 34, "wohnt allein"),
        ({"age": 41}, "Jana Brandt, 34", "Jana Brandt, 34", 41, ""),
        ({"facts": "wohnt allein"}, "Jana Brandt, zieht um", "Jana Brandt, zieht um", None, "wohnt allein"),
        ({"age": 41}, "Jana Brandt", "Jana Brandt", 41, ""),
    ],
)
def test_a_typed_name_is_told_apart_and_writes_over_nothing(
    known: dict[str, Any], told: str, name: str, age: int | None, facts: str
) -> None:
    store = Store(Document())
    with store.transaction("add") as draft:
        made = add_persona(draft, "", **known)
    with store.transaction("name") as draft:
        name_persona(draft, made, told)
    persona = store.document.get(Persona, made)
    assert (persona.name, persona.age, persona.facts) == (name, age, facts)
