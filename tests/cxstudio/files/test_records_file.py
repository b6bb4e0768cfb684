"""What a file says and what a document holds are the same; what is not understood survives."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cxstudio.files.aside import Aside
from cxstudio.files.check import problems_of
from cxstudio.files.container import Package, pack, unpack
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.files.loading import load
from cxstudio.files.migrations import migrate
from cxstudio.files.saving import save
from cxstudio.model import Document, Journey, Measure, Note, Persona, Stage, Touchpoint, Transition
from cxstudio.model.kinds import ContactKind, NoteKind


def project(**records: list[dict[str, Any]]) -> bytes:
    return json.dumps({"format": 0, "records": records}).encode()


JOURNEY = {"Journey": [{"id": "j", "title": "J"}], "Stage": [{"id": "s", "journey": "j", "name": "S"}]}


def texts_of(data: bytes) -> list[str]:
    return [p.text.format(**dict(p.values)) for p in decode(data).problems]


def test_defaults_are_not_written_and_keys_are_sorted() -> None:
    document = Document([Touchpoint(id="t", stage="s", name="N", stardust=True, contact=ContactKind.PERSON)])
    assert encode(document) == (
        b'{"format":0,"records":{"Touchpoint":[{"contact":"person","id":"t","name":"N","stage":"s","stardust":true}]}}'
    )


def test_every_kind_of_value_comes_back() -> None:
    document = Document(
        [
            Persona(id="p", name="„Jana“ 👩 \u202e", goals=("a", "b"), age=34),
            Measure(id="m", title="M", due=date(2026, 9, 30), cost_once=12000.5, effort=4),
            Note(id="n", text="line\nline", kind=NoteKind.QUOTE, said_on=date(2026, 1, 2)),
        ]
    )
    decoded = decode(encode(document))
    assert decoded.document == document and not decoded.problems


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    document = Document([Journey(id="j", title="J")])
    save(tmp_path / "a.cxs", document)
    save(tmp_path / "b.cxs", load(tmp_path / "a.cxs").content.document)
    assert (tmp_path / "a.cxs").read_bytes() == (tmp_path / "b.cxs").read_bytes()


def test_unknown_fields_kinds_entries_and_members_survive(tmp_path: Path) -> None:
    plain = {
        "format": 0,
        "later": {"deep": [1, None]},
        "records": {
            **JOURNEY,
            "Touchpoint": [{"id": "t", "stage": "s", "name": "N", "smell": {"of": "coffee"}}],
            "Weather": [{"id": "w", "about": "t"}],
        },
    }
    path = tmp_path / "a.cxs"
    path.write_bytes(pack(Package(json.dumps(plain).encode(), others={"notes/x.txt": b"hello"})))
    loaded = load(path)
    assert len(loaded.problems) == 2 and "smell" in str(loaded.problems)
    renamed = loaded.content.document.evolve([Touchpoint(id="t", stage="s", name="Renamed")])
    save(path, renamed, loaded.assets, loaded.content.aside)
    package = unpack(path.read_bytes(), "a.cxs")
    again = json.loads(package.project)
    plain["records"]["Touchpoint"][0]["name"] = "Renamed"  # type: ignore[index]
    assert again == plain and package.others == {"notes/x.txt": b"hello"}
    assert len(problems_of(load(path))) == 4


def test_a_value_that_cannot_be_read_is_kept_until_it_is_replaced() -> None:
    data = project(**JOURNEY, Touchpoint=[{"id": "t", "stage": "s", "name": "N", "contact": "telepathy"}])
    decoded = decode(data)
    touchpoint = decoded.document.get(Touchpoint, "t")
    assert touchpoint.contact is None and len(decoded.problems) == 1
    assert b"telepathy" in encode(decoded.document, decoded.aside)
    changed = decoded.document.evolve([touchpoint.model_copy(update={"contact": ContactKind.PERSON})])
    written = encode(changed, decoded.aside)
    assert b"telepathy" not in written and b"person" in written


def test_dangling_references_are_told_and_kept() -> None:
    data = project(
        **JOURNEY,
        Channel=[{"id": "web", "name": "Web"}],
        Touchpoint=[{"id": "t", "stage": "s", "name": "N", "channels": ["fax", "web"], "accountable": "gone"}],
    )
    decoded = decode(data)
    touchpoint = decoded.document.get(Touchpoint, "t")
    assert touchpoint.channels == ("web",) and touchpoint.accountable is None
    assert len(decoded.problems) == 2
    again = json.loads(encode(decoded.document, decoded.aside))["records"]["Touchpoint"][0]
    assert set(again["channels"]) == {"fax", "web"} and again["accountable"] == "gone"


def test_answers_of_people_who_are_not_there_are_kept() -> None:
    data = project(
        **JOURNEY,
        Touchpoint=[{"id": "t", "stage": "s", "name": "N"}],
        Participant=[{"id": "p"}],
        Round=[{"id": "r", "journey": "j"}],
        TouchpointRatings=[{"id": "x", "round": "r", "touchpoint": "t", "experience": {"p": 3, "q": 4, "group": 2}}],
    )
    decoded = decode(data)
    assert len(decoded.problems) == 1
    again = json.loads(encode(decoded.document, decoded.aside))["records"]["TouchpointRatings"][0]
    assert again["experience"] == {"p": 3, "q": 4, "group": 2}


def test_what_belongs_to_nothing_is_set_aside_with_all_that_hangs_on_it() -> None:
    data = project(
        **JOURNEY,
        Stage_=[],
        Touchpoint=[{"id": "t", "stage": "gone", "name": "N"}],
        BackstageStep=[{"id": "b", "touchpoint": "t", "text": "B"}],
        Note=[{"id": "n", "about": "t", "text": "still readable"}],
        Transition=[{"id": "w", "source": "t"}],
    )
    decoded = decode(data)
    assert {r.id for r in decoded.document} == {"j", "s", "n"}
    assert decoded.document.get(Note, "n").about is None
    again = json.loads(encode(decoded.document, decoded.aside))["records"]
    before = json.loads(data)["records"]
    assert {k: v for k, v in again.items() if v} == {k: v for k, v in before.items() if v}


def test_a_way_whose_end_is_missing_does_not_become_a_drop_out() -> None:
    data = project(
        **JOURNEY,
        Touchpoint=[{"id": "t", "stage": "s", "name": "N"}],
        Transition=[{"id": "w", "source": "t", "target": "gone"}, {"id": "v", "source": "t"}],
    )
    decoded = decode(data)
    assert [t.id for t in decoded.document.all(Transition)] == ["v"]


@pytest.mark.parametrize(
    "records",
    [
        {"Journey": [{"id": "j", "title": "A"}, {"id": "j", "title": "B"}, {"id": "j", "title": "C"}]},
        {"Journey": [{"id": "", "title": "A"}, {"id": "group", "title": "B"}, {"id": "x" * 300, "title": "C"}]},
        {"Journey": [{"title": "A"}, 7, None]},
        {"Journey": [{"id": "project", "title": "A"}], "Project": [{"id": "other"}, {"id": "project", "scale": 5}]},
        {"Journey": {"id": "j"}},
        {"Touchpoint": [{"id": "t", "stage": ["s"], "name": "N"}]},
        {"Round": [{"id": "r", "journey": "j", "scale": 99}], **JOURNEY},
    ],
)
def test_records_that_make_no_sense_are_told_and_never_crash(records: dict[str, Any]) -> None:
    data = project(**records)
    decoded = decode(data)
    assert decoded.problems
    again = json.loads(encode(decoded.document, decoded.aside))["records"]
    for kind, entries in records.items():
        if isinstance(entries, list):
            for entry in entries:
                assert entry in again[kind]


def test_a_person_forgotten_is_forgotten_in_what_was_kept_aside_too() -> None:
    aside = Aside(records={"Weather": [{"id": "w", "felt_by": ["jana"]}, {"id": "v"}]}, fields={"jana": {"x": 1}})
    aside.forget({"jana"})
    assert aside.records == {"Weather": [{"id": "v"}]} and not aside.fields


def test_migrations_run_one_after_the_other() -> None:
    steps = {0: lambda p: {**p, "a": 1}, 1: lambda p: {**p, "b": p["a"] + 1}}
    assert migrate({"format": 0}, steps, 2) == {"format": 2, "a": 1, "b": 2}


def test_answers_off_the_scale_are_told_and_kept(tmp_path: Path) -> None:
    data = project(
        **JOURNEY,
        Touchpoint=[{"id": "t", "stage": "s", "name": "N"}],
        Round=[{"id": "r", "journey": "j", "scale": 5}],
        TouchpointRatings=[
            {"id": "x", "round": "r", "touchpoint": "t", "experience": {"group": 6}, "emotion": {"group": -3}}
        ],
    )
    path = tmp_path / "a.cxs"
    path.write_bytes(pack(Package(data)))
    loaded = load(path)
    (problem,) = problems_of(loaded)
    assert dict(problem.values) == {"id": "t", "field": "experience", "low": 1, "high": 5} and problem.n == 1
    assert not loaded.problems and b'"group":6' in encode(loaded.content.document)


def test_journey_and_stage_only() -> None:
    decoded = decode(project(**JOURNEY))
    assert decoded.document == Document([Journey(id="j", title="J"), Stage(id="s", journey="j", name="S")])
