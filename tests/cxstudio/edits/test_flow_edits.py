"""Ways as a hand draws them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_marks import FlowMark, flow_marks
from cxstudio.analysis.flow.transition_shares import told_total
from cxstudio.edits.journey.flow import draw_way, set_share, way_between
from cxstudio.model import Document, MissingRecord, Record, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.store import Store
from tests.cxstudio.journeys import journey

NORMAL, OTHER = TransitionKind.NORMAL, TransitionKind.ALTERNATIVE
BACK, LEAVE = TransitionKind.RETURN, TransitionKind.DROP_OUT


def after(document: Document, edit: Callable[..., Any], *args: Any, **more: Any) -> Document:
    store = Store(document)
    changed, _ = store.preview(edit, *args, **more)
    return changed


def kinds(document: Document, source: str) -> dict[str | None, TransitionKind]:
    return {way.target: way.kind for way in document.having(Transition, "source", source)}


def test_the_kind_follows_from_where_a_way_leads() -> None:
    document = journey([{}] * 5)
    for target, kind in (("t3", NORMAL), ("t4", OTHER), ("t1", BACK), ("t2", BACK), (None, LEAVE)):
        assert kinds(after(document, draw_way, "t2", target), "t2") == {target: kind}


def test_beside_a_usual_way_the_next_touchpoint_is_an_alternative() -> None:
    usual = Transition(id="w", source="t1", target="t3", kind=NORMAL)
    assert kinds(after(journey([{}] * 3, more=[usual]), draw_way, "t1", "t2"), "t1")["t2"] is OTHER


def test_a_way_is_drawn_once_and_keeps_what_was_said() -> None:
    known: list[Record] = [Transition(id="w", source="t1", target="t3", kind=OTHER, share=0.4, assumed=False)]
    known.append(Transition(id="out", source="t1", kind=LEAVE))
    document = journey([{}] * 3, more=known)
    for target in ("t3", None):
        assert after(document, draw_way, "t1", target) == document
    found = way_between(document, "t1", None)
    assert found is not None and found.id == "out" and way_between(document, "t2", "t3") is None


def test_a_drop_out_towards_a_touchpoint_is_no_way_to_it() -> None:
    odd = Transition(id="w", source="t1", target="t2", kind=LEAVE)
    made = after(journey([{}] * 2, more=[odd]), draw_way, "t1", "t2")
    assert sorted(way.kind for way in made.having(Transition, "source", "t1")) == [LEAVE, NORMAL]


def test_what_is_gone_cannot_be_joined() -> None:
    document = journey([{}] * 2)
    for source, target in (("nobody", "t1"), ("t1", "nobody")):
        with pytest.raises(MissingRecord):
            after(document, draw_way, source, target)


def test_a_share_draws_the_way_it_is_about() -> None:
    made = after(journey([{}] * 3), set_share, "t1", "t2", 0.8, assumed=False)
    (way,) = made.having(Transition, "source", "t1")
    assert (way.target, way.kind, way.share, way.assumed) == ("t2", NORMAL, 0.8, False)
    again = after(made, set_share, "t1", "t2", None, assumed=True)
    assert again.get(Transition, way.id).share is None
    with pytest.raises(ValueError, match="share"):
        after(made, set_share, "t1", "t2", 1.5, assumed=True)


def test_shares_are_added_as_they_were_entered() -> None:
    ways = [Transition(id=f"w{n}", source="t1", target=f"t{n}", share=0.7) for n in (2, 3)]
    document = journey([{}] * 3, more=ways)
    assert told_total(document, "t1") == pytest.approx(1.4) and told_total(document, "t2") == 0


def test_marks_of_a_graph() -> None:
    ways = [
        Transition(id="a", source="t1", target="t3", kind=NORMAL),
        Transition(id="b", source="t3", target="t4", kind=NORMAL),
        Transition(id="c", source="t3", target="t6", kind=OTHER),
        Transition(id="d", source="t4", target="t3", kind=BACK),
        Transition(id="e", source="t5", target=None, kind=LEAVE, share=1.0, assumed=False),
    ]
    marked = flow_marks(flow_figures(journey([{}] * 6, more=ways), "j"))
    assert marked["t2"] == (FlowMark.UNREACHABLE,)
    assert marked["t5"] == (FlowMark.DEAD_END,)
    assert marked["t3"] == (FlowMark.LOOP, FlowMark.PASSAGE) and marked["t4"] == (FlowMark.LOOP,)
    assert "t1" not in marked and "t6" not in marked


def test_where_people_arrive_is_no_dead_end() -> None:
    ways = [
        Transition(id="a", source="t1", target="t2", kind=NORMAL, share=0.5),
        Transition(id="b", source="t1", target="t3", kind=OTHER, share=0.5),
        Transition(id="c", source="t2", target=None, kind=NORMAL, share=1.0, assumed=False),
    ]
    found = flow_figures(journey([{}] * 3, more=ways), "j")
    assert found.dead_ends == () and found.arrival is not None and found.arrival.arrive == pytest.approx(1)
