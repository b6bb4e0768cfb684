"""Headings, lists, flows, OPML and OpenJourney as journeys; a journey as OPML and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.errors import UserError
from cxstudio.exchange.outlines.opml_outline import write_opml
from cxstudio.exchange.outlines.outline_reading import looks_like_outline
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.model import Document, Journey, Note, Stage, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import CriticalMark, NoteKind
from tests.examples import examples

Told = list[tuple[str, list[tuple[str, list[str]]]]]


def told(document: Document) -> Told:
    """Journeys with stages and touchpoints by name."""
    return [
        (way.title, [(s.name, [p.name for p in document.touchpoints(s.id)]) for s in document.stages(way.id)])
        for way in document.all(Journey)
    ]


def outline(text: str, **more: object) -> ImportPlan:
    return read(text=text, reader="outline", language="en", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "journey"),
    [
        ("# Move\n\n## Before\n- Search\n- Call\n  - hotline\n\n## After\n1. Pay\n",
         ("Move", [("Before", ["Search", "Call"]), ("After", ["Pay"])])),
        ("1. Before\n   1.1 Search\n   1.2 Call\n2. After\n   2.1 Pay\n",
         ("Customer journey", [("Before", ["Search", "Call"]), ("After", ["Pay"])])),
        ("Search → Call → Pay\n", ("Customer journey", [("Touchpoints", ["Search", "Call", "Pay"])])),
        ("Move\n====\n\nBefore\n------\n* **Search**\n* [Call](https://example.org)\n",
         ("Move", [("Before", ["Search", "Call"])])),
    ],
)  # fmt: skip
def test_headings_lists_and_flows(text: str, journey: tuple[str, list[tuple[str, list[str]]]]) -> None:
    assert told(outline(text).document()) == [journey]
    assert looks_like_outline(text)


def test_a_text_with_two_journeys_gives_both_or_one_of_them() -> None:
    text = "# Move\n## Before\n- Search\n# Leave\n## Then\n- Cancel\n"
    plan = outline(text)
    assert [way.title for way in plan.document().all(Journey)] == ["Move", "Leave"] and len(plan.repairs) == 2
    request = ImportRequest(text=text, reader="outline", language="en").deciding("journey-2", True)
    assert told(read_request(request).document()) == [("Leave", [("Then", ["Cancel"])])]


def test_text_files_are_told_apart(tmp_path: Path) -> None:
    def reader(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read(path).source.reader

    assert reader("a.md", "# Move\n## Before\n- Search\n- Call\n") == "outline"
    assert (
        reader("a.txt", "Interview\nMrs A says that the hotline is slow.\nMr B finds the bill quite unclear.\n")
        == "notes"
    )
    assert (
        reader("b.txt", "Id\tSite\tBill\n" + "".join(f"{n}\t{n % 5 + 1}\t{n % 4 + 1}\n" for n in range(1, 31)))
        == "survey"
    )


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
).filter(bool)  # fmt: skip


@settings(max_examples=examples(30))
@given(st.lists(st.tuples(words, st.lists(words, min_size=1, max_size=4)), min_size=1, max_size=4), words)
def test_a_journey_comes_back_from_opml(stages: list[tuple[str, list[str]]], title: str) -> None:
    way = Journey(id="j", title=title)
    records: list[Journey | Stage | Touchpoint] = [way]
    for at, (name, points) in enumerate(stages):
        records.append(Stage(id=f"s{at}", journey="j", name=name, order=f"a{at}"))
        records += [
            Touchpoint(id=f"t{at}-{n}", stage=f"s{at}", name=point, order=f"a{n}", description="one\ntwo")
            for n, point in enumerate(points)
        ]
    document = Document(records)
    plan = outline(write_opml(document, "j"))
    assert told(plan.document()) == told(document)
    assert {point.description for point in plan.document().all(Touchpoint)} == {"one\ntwo"}


def test_nothing_of_a_deep_outline_is_lost() -> None:
    deep = "".join(f'<outline text="level {n}" _note="note {n}">' for n in range(40)) + "</outline>" * 40
    plan = outline(f'<opml version="2.0"><body><outline text="Move"/>{deep}</body></opml>')
    (point,) = [t for t in plan.document().all(Touchpoint) if t.description]
    shown = point.description.splitlines()
    assert shown == ["note 1", *(f"{kind} {n}" for n in range(2, 40) for kind in ("level", "note"))]


def test_an_openjourney_map_is_read_leniently() -> None:
    for stage, lane in (("stageId", "swimlaneId"), ("stage", "swimlane")):
        nodes = [
            {stage: "s1", lane: "l1", "title": "Search", "score": 5, "isMomentOfTruth": True, "description": "Box"},
            {stage: "s1", lane: "l2", "title": "Slow", "purpose": "pain-point"},
            {stage: "s2", lane: "l3", "title": "Worried", "score": -2},
            {stage: "s2", lane: "l1", "title": "Pay"},
            {stage: "nowhere", lane: "l1", "title": "Lost"},
        ]
        lanes = [
            {"id": "l1", "name": "User Action"},
            {"id": "l2", "name": "Pain"},
            {"id": "l3", "name": "Emotional State"},
        ]
        stages = [{"id": "s1", "name": "Discover"}, {"id": "s2", "name": "Buy"}]
        plan = outline(json.dumps({"version": "1.0", "stages": stages, "swimlanes": lanes, "nodes": nodes}))
        assert told(plan.document())[0][1] == [("Discover", ["Search"]), ("Buy", ["Pay"])]
        points = {p.name: p for p in plan.document().all(Touchpoint)}
        assert points["Search"].critical is CriticalMark.YES and points["Search"].description == "Box"
        notes = {(note.text, note.kind, note.about) for note in plan.document().all(Note)}
        assert notes == {
            ("Slow", NoteKind.HURDLE, points["Search"].id),
            ("Worried", NoteKind.THOUGHT, points["Pay"].id),
        }
        felt = {r.touchpoint: next(iter(r.emotion.values())) for r in plan.document().all(TouchpointRatings)}
        assert felt == {points["Search"].id: 3, points["Pay"].id: -1} and len(plan.left_out) == 1


@pytest.mark.parametrize("text", ['{"stages": 1, "nodes": [], "swimlanes": []}', "<opml><body>", "Hello\n"])
def test_what_is_no_outline_is_said(text: str) -> None:
    try:
        plan = outline(text)
    except UserError as error:
        assert error.happened
    else:
        assert plan.records
