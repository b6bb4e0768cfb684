"""Keys of an order: between any two there is one, and no text a file may hold instead of a key stops anybody."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from cxstudio.store.order import FIRST, key_between, keys_between


@given(st.lists(st.integers(0, 10**6), max_size=40))
def test_a_key_stands_where_it_was_put(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        before, after = keys[at - 1] if at else None, keys[at] if at < len(keys) else None
        keys.insert(at, key_between(before, after))
    assert all(one < next_ for one, next_ in pairwise(keys))


@given(st.text(), st.integers(1, 5))
@example("", 2)
@example("zwei\nZeilen", 3)
@example("a", 1)
@example("z" * 28, 2)
@example("é0", 2)
def test_behind_any_text_there_is_room(text: str, count: int) -> None:
    keys = keys_between(text, None, count)
    assert all(one < next_ for one, next_ in pairwise([text, *keys]))


@given(st.none() | st.text(), st.none() | st.text())
def test_no_text_in_place_of_a_key_stops_anybody(before: str | None, after: str | None) -> None:
    found = key_between(before, after)
    assert before is None or found > before
    if before is None and after is not None and after > FIRST:
        assert found < after
