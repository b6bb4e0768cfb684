"""A project with records of every kind, as chance makes it; the same in every run."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from functools import cache
from random import Random
from typing import Final
from unittest import mock

from cxstudio.catalogue.samples import sample
from cxstudio.edits.readiness import hand_in_sheet
from cxstudio.model import Decision, Document, Journey, Readiness, Record, VoteRound, VoteRule
from cxstudio.model.kinds import DecisionResult, JourneyKind, Tie
from cxstudio.model.registry import RECORD_TYPES
from cxstudio.store import Store
from tests.cxstudio.any_edit import create_any

MORE = 60
"""So many records of any kind are in the project besides those of the sample."""

TAKEN: Final[Mapping[type[Record], Mapping[str, object]]] = {
    Decision: {"result": DecisionResult.WITH_CONDITION},
    Journey: {"kind": JourneyKind.TO_BE},
}
"""What one record of a kind has to hold for an edit that takes no others."""


@cache
def begun() -> Document:
    """A project with records of every kind."""
    store, chance = Store(sample("lindenfurt", "en").document), Random(7)
    with the_same_ids():
        for _ in range(MORE):
            with suppress(Exception), store.transaction("More") as draft:
                create_any(draft, chance)
        for _ in range(MORE):  # what chance left out: edits of it were all refused
            if missing := [kind for kind in RECORD_TYPES if not store.document.all(kind)]:
                with suppress(Exception), store.transaction("More") as draft:
                    create_any(draft, chance, kinds=missing)
        with store.transaction("More") as draft:
            for kind, values in TAKEN.items():
                draft.update(kind, store.document.all(kind)[-1].id, **values)
            for check in store.document.all(Readiness):
                draft.update(Readiness, check.id, waiting=4, sealed="")
                hand_in_sheet(draft, {"money": 3, "people": 4})
            vote = store.document.all(VoteRound)[0]
            still_open = {"id": "open", "eligible": 20, "cast": 0, "revealed": False, "sealed": ""}
            draft.create(vote.model_copy(update=still_open))
            decided = store.document.all(VoteRule)[0].vote_round
            draft.update(VoteRound, decided, revealed=True, sealed="")
            for rule in store.document.having(VoteRule, "vote_round", decided):
                draft.update(VoteRule, rule.id, tie=Tie.DECIDED)
    assert all(store.document.all(kind) for kind in RECORD_TYPES)
    return store.document


def the_same_ids() -> AbstractContextManager[object]:
    """Ids are drawn by lot; what was found has to be found again."""
    return mock.patch("cxstudio.model.base.secrets.randbelow", Random(1).randrange)
