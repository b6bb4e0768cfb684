"""Projects to measure with."""

from __future__ import annotations

import random

from cxstudio.edits import show_lanes
from cxstudio.model import (
    Document,
    Journey,
    Participant,
    Project,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.lanes import journey_lanes
from cxstudio.store import Store, keys_between

WORDS = [
    "compare",
    "offer",
    "portal",
    "call",
    "service",
    "desk",
    "confirm",
    "contract",
    "upload",
    "identity",
    "wait",
    "approval",
    "letter",
    "app",
    "invoice",
]


def with_every_lane(document: Document) -> Document:
    """The same with all lanes of its first journey shown."""
    store = Store(document)
    journey = document.all(Journey)[0].id
    with store.transaction("show") as draft:
        show_lanes(draft, journey, [lane.ref for lane in journey_lanes(document, journey) if not lane.shown])
    return store.document


def journey_of(touchpoints: int, voices: int = 20, stages: int = 12) -> Document:
    """One journey with that many touchpoints, each rated by every voice. The same for the same numbers."""
    chance = random.Random(touchpoints)
    people = [Participant(id=f"p{n}", order=key) for n, key in enumerate(keys_between(None, None, voices))]
    records: list[Record] = [Project(id="project", title="Bench"), Journey(id="j", title="Bench"), *people]
    records.append(Round(id="r", journey="j", single_answers=True))
    stage_keys = keys_between(None, None, stages)
    records += [Stage(id=f"s{n}", journey="j", name=f"Stage {n + 1}", order=key) for n, key in enumerate(stage_keys)]
    for n, key in enumerate(keys_between(None, None, touchpoints)):
        name = " ".join(chance.choices(WORDS, k=chance.randint(2, 7))).capitalize()
        records.append(Touchpoint(id=f"t{n}", stage=f"s{n * stages // touchpoints}", name=name, order=key))
        answers = {
            figure: {p.id: chance.randint(low, high) for p in people}
            for figure, low, high in (
                ("expectation", 3, 7),
                ("experience", 1, 7),
                ("emotion", -3, 3),
                ("importance", 1, 7),
            )
        }
        records.append(
            TouchpointRatings.model_validate({"id": f"x{n}", "round": "r", "touchpoint": f"t{n}", **answers})
        )
    return Document(records)
