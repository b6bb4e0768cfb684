"""Copied touchpoints and stages: whole in another project, hostile bytes refused, cut ones back as themselves."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_picture, add_stage, draw_way, remove_records
from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.clipboard_format import clip, packed, token_of, unpacked
from cxstudio.exchange.clipboard.clipboard_text import as_text
from cxstudio.exchange.clipboard.record_placing import MOST_TOUCHPOINTS, Place, paste
from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    Journey,
    Measure,
    Note,
    Picture,
    Stage,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.store import Draft
from cxstudio.store.checks import check_changed
from cxstudio.wording import Texts
from cxstudio.wording.texts import texts

PNG = b"\x89PNG\r\n\x1a\n not looked at here"
ASSET = hashlib.sha256(PNG).hexdigest()


@pytest.fixture
def source() -> Document:
    draft = Draft(sample("lindenfurt", "de").document)
    add_picture(draft, "t08", ASSET, "Flur")
    draw_way(draft, "t07", "t08", share=0.4)
    return draft.document


@pytest.fixture
def other() -> Document:
    """Another project, with one department of the same name."""
    records = (
        Journey(id="j", title="Anderswo"),
        Stage(id="s", journey="j", name="Vorher"),
        Touchpoint(id="t", stage="s", name="Schon da"),
        Department(id="d", name=" kundenservice "),
    )
    return Document(records)


def pasted_into(document: Document, data: bytes, place: Place) -> tuple[Document, list[str]]:
    draft = Draft(document)
    clipping = unpacked(data)
    made = paste(draft, clipping, place, {h: h for h in clipping.pictures})
    return draft.document, made


def test_touchpoints_come_with_all_that_belongs_to_them(source: Document, other: Document) -> None:
    copied = clip(source, ["t08", "t07"], {ASSET: PNG})
    assert copied is not None
    after, made = pasted_into(other, packed(copied), Place("j", "s", "t"))
    assert [after.get(Touchpoint, i).name for i in made] == [source.get(Touchpoint, i).name for i in ("t07", "t08")]
    assert [t.id for t in after.touchpoints("s")] == ["t", *made]
    assert [n.text for n in after.having(Note, "about", made[1])] == [
        n.text for n in source.having(Note, "about", "t08")
    ]
    steps = [s.text for s in source.having(BackstageStep, "touchpoint", "t08")]
    assert [s.text for s in after.having(BackstageStep, "touchpoint", made[1])] == steps
    (picture,) = after.having(Picture, "about", made[1])
    assert (picture.asset, picture.alternative_text) == (ASSET, "Flur")
    assert [(w.target, w.share) for w in after.having(Transition, "source", made[0])] == [(made[1], 0.4)]
    assert not after.all(TouchpointRatings), "ratings belong to a round of their own project"


def test_departments_and_channels_are_found_by_name_or_added(source: Document, other: Document) -> None:
    copied = clip(source, ["t06", "t08"], {})
    assert copied is not None
    after, made = pasted_into(other, packed(copied), Place("j", "s"))
    names = [d.name.strip().casefold() for d in after.all(Department)]
    assert len(names) == len(set(names)) and "kundenservice" in names
    department = after.get(Touchpoint, made[0]).departments[0]
    assert department == "d"
    assert all(after.find(c) for t in made for c in after.get(Touchpoint, t).channels)
    assert after.all(Channel)


def test_whole_stages(source: Document, other: Document) -> None:
    stage = source.stages(source.all(Journey)[0].id)[1]
    copied = clip(source, [stage.id], {})
    assert copied is not None and copied.stages
    after, made = pasted_into(other, packed(copied), Place("j", "s"))
    assert [s.name for s in after.stages("j")] == ["Vorher", stage.name]
    names = [t.name for t in source.touchpoints(stage.id)]
    assert [t.name for t in after.touchpoints(made[0])] == names


def test_two_pastes_are_two_copies(source: Document) -> None:
    copied = clip(source, ["t03"], {})
    assert copied is not None
    stage = source.get(Touchpoint, "t03").stage
    once, first = pasted_into(source, packed(copied), Place(source.all(Journey)[0].id, stage, "t03"))
    twice, second = pasted_into(once, packed(copied), Place(source.all(Journey)[0].id, stage, "t03"))
    assert first != second and len(twice.all(Touchpoint)) == len(source.all(Touchpoint)) + 2


def test_what_was_cut_comes_back_as_itself(source: Document) -> None:
    ids = ["t07", "t08"]
    copied = clip(source, ids, {ASSET: PNG}, cut=True)
    assert copied is not None
    draft = Draft(source)
    remove_records(draft, ids)
    gone = draft.document
    journey = source.all(Journey)[0].id
    stage = source.get(Touchpoint, "t07").stage
    before = [t.id for t in source.touchpoints(stage)]
    ahead = before[before.index("t07") - 1] if before.index("t07") else None
    made = paste(draft, copied, Place(journey, stage, ahead), {ASSET: ASSET})
    assert made == ids
    back = draft.document
    assert set(back.all(TouchpointRatings)) == set(source.all(TouchpointRatings)) != set(gone.all(TouchpointRatings))
    assert {m.id: set(m.touchpoints) for m in back.all(Measure)} == {
        m.id: set(m.touchpoints) for m in source.all(Measure)
    }
    assert {t.id for t in back.all(Transition)} == {t.id for t in source.all(Transition)}
    assert [t.id for t in back.touchpoints(stage)] == before
    again = paste(draft, copied, Place(journey, stage), {ASSET: ASSET})
    assert not set(again) & set(ids), "a second time it is a copy"


def test_from_the_as_is_into_its_to_be_a_touchpoint_knows_its_counterpart(source: Document) -> None:
    draft = Draft(source)
    as_is = source.all(Journey)[0].id
    draft.create(Journey(id="ziel", title="Ziel", kind="to_be", derived_from=as_is))
    stage = add_stage(draft, "ziel", "Neu")
    copied = clip(source, ["t04"], {})
    assert copied is not None
    (made,) = paste(draft, unpacked(packed(copied)), Place("ziel", stage), {})
    assert draft.get(Touchpoint, made).counterpart == "t04"


def test_a_journey_has_its_bound(other: Document) -> None:
    draft = Draft(other)
    draft.create_many([Touchpoint(id=f"x{n}", stage="s", name="x") for n in range(MOST_TOUCHPOINTS - 1)])
    copied = clip(sample("lindenfurt", "de").document, ["t01"], {})
    assert copied is not None
    with pytest.raises(UserError, match="5000"):
        paste(draft, copied, Place("j", "s"), {})


@given(st.sets(st.sampled_from([f"t{n:02}" for n in range(1, 15)]), min_size=1), st.booleans())
def test_whatever_is_copied_is_a_whole_document(ids: set[str], cut: bool) -> None:
    """No reference of a clipping or of what was pasted leads nowhere."""
    source = sample("lindenfurt", "de").document
    copied = clip(source, sorted(ids), {}, cut=cut)
    assert copied is not None
    again = unpacked(packed(copied))
    assert again.document == copied.document
    draft = Draft(source)
    if cut:
        remove_records(draft, sorted(ids))
    paste(draft, copied, Place(source.all(Journey)[0].id, source.all(Stage)[0].id), {})
    check_changed(draft.document, [r.id for r in draft.document])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}\n",
        b'{"cxstudio": true}\nPK',
        b'{"cxstudio": 0}\nPK',
        b'{"cxstudio": 1}\n',
        b'{"cxstudio": 1}\nPK\x03\x04 torn',
        b'{"cxstudio": 1, "stages": [], "token": 5}\n\x00\xff',
        b"[" * 100_000,
        b'{"cxstudio": 99}\nwhatever comes later',
    ],
)
def test_bytes_that_are_no_clipping_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError) as told:
        unpacked(data)
    assert told.value.safe


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_damaged_clippings_never_do_more_than_be_refused(noise: bytes, at: int) -> None:
    copied = clip(sample("lindenfurt", "de").document, ["t01"], {})
    assert copied is not None
    data = bytearray(packed(copied))
    data[at : at + len(noise)] = noise
    try:
        found = unpacked(bytes(data))
    except UserError:
        return
    assert isinstance(found.document, Document)


def test_strangers_in_a_clipping_are_left_out(source: Document, other: Document) -> None:
    """A record that names what is not in the clipping is mended or left out, never pasted with a loose end."""
    copied = clip(source, ["t01"], {})
    assert copied is not None
    data = packed(copied)
    head = json.loads(data.split(b"\n")[0])
    assert head["token"] == token_of(data) == copied.token
    after, made = pasted_into(other, data, Place("j", "s"))
    touchpoint = after.get(Touchpoint, made[0])
    assert touchpoint.counterpart is None
    check_changed(after, [r.id for r in after])


@pytest.fixture
def german() -> Texts:
    return texts("de")


def test_as_text_it_is_a_table_with_headings(source: Document, german: Texts) -> None:
    copied = clip(source, ["t01", "t02", "t03"], {})
    assert copied is not None
    lines = as_text(copied, german).splitlines()
    assert lines[0].split("\t")[:2] == ["Phase", "Kontaktpunkt"]
    assert len(lines) == 4 and lines[1].startswith("Informieren\t")
    single = clip(source, ["t02"], {})
    assert single is not None and as_text(single, german) == "Tarifrechner"
