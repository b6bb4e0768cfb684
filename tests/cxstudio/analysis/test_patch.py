"""One touchpoint's figures patched into a round's."""

from __future__ import annotations

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.touchpoint_update import with_touchpoints
from cxstudio.catalogue.samples import sample
from cxstudio.edits import rate, set_round_state
from cxstudio.model import Journey, Participant
from cxstudio.model.kinds import RoundState
from cxstudio.model.rounds import shown_round
from cxstudio.store import Store


def test_a_patched_touchpoint_has_the_figures_a_full_run_gives() -> None:
    store = Store(sample("lindenfurt", "de").document)
    journey = store.document.all(Journey)[0].id
    shown = shown_round(store.document, journey)
    assert shown is not None
    with store.transaction("reopen") as draft:
        set_round_state(draft, shown.id, RoundState.OPEN)
    before = round_figures(store.document, shown.id)
    person = store.document.all(Participant)[0].id
    with store.transaction("rate") as draft:
        rate(draft, shown.id, "t05", person, "experience", 1)
    patched, fresh = with_touchpoints(store.document, before, ["t05"]), round_figures(store.document, shown.id)
    assert patched.by_id == fresh.by_id
    assert patched.touchpoints == fresh.touchpoints
    assert patched.of("t05") != before.of("t05")
