"""A store with a small journey to edit."""

from dataclasses import dataclass

import pytest

from cxstudio.edits import add_participant, add_touchpoints, start_project, start_round
from cxstudio.model import Document, Id
from cxstudio.store import Store


@dataclass
class Small:
    """Two stages; the first has touchpoints one, two and three, the second none; two voices in one round."""

    store: Store
    journey: Id
    stages: list[Id]
    touchpoints: list[Id]
    round: Id
    voices: list[Id]

    def names(self, stage: int) -> list[str]:
        return [t.name for t in self.store.document.touchpoints(self.stages[stage])]


@pytest.fixture
def small() -> Small:
    store = Store(Document())
    with store.transaction("begin") as draft:
        journey = start_project(draft, title="Move", persona="Jana", stages=["Inform", "Register"])
        stages = [s.id for s in draft.document.stages(journey)]
        touchpoints = add_touchpoints(draft, stages[0], ["one", "two", "three"])
        voices = [add_participant(draft), add_participant(draft)]
        first = start_round(draft, journey)
    return Small(store, journey, stages, touchpoints, first, voices)
