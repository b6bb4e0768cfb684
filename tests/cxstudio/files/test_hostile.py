"""Files from strangers: one clear sentence each, and never a crash."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.files import NotReadable, load
from cxstudio.files import container as container_module
from cxstudio.files.container import Package, pack, unpack
from cxstudio.files.decoding import decode
from cxstudio.files.errors import DamagedJson
from cxstudio.files.jsontext import read_json, write_json
from cxstudio.files.loading import read_project
from cxstudio.model import Document, Journey
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.texts import texts
from tests.examples import examples

GOOD = pack(Package(b'{"format":0,"records":{"Journey":[{"id":"j","title":"J"}]}}', {}, {}))


def zipped(**members: bytes | str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_json", ".json"), content)
    return buffer.getvalue()


BAD = {
    "empty": b"",
    "text": b"Hello",
    "a zip of something else": zipped(readme="hi"),
    "truncated": GOOD[: len(GOOD) // 2],
    "without its end": GOOD[:-10],
    "head only": b"PK\x03\x04",
    "no json": zipped(project_json="{"),
    "a list": zipped(project_json="[]"),
    "no records": zipped(project_json='{"format":0}'),
    "no format": zipped(project_json='{"records":{}}'),
    "odd format": zipped(project_json='{"format":"zero","records":{}}'),
    "true format": zipped(project_json='{"format":true,"records":{}}'),
    "not a number": zipped(project_json='{"format":0,"records":{"Measure":[{"id":"m","title":"","effort":NaN}]}}'),
    "infinite": zipped(project_json='{"format":0,"records":{},"x":1e999}'),
    "twice": zipped(project_json='{"format":0,"records":{},"records":{}}'),
    "twice deep": zipped(project_json='{"format":0,"records":{"Journey":[{"id":"j","id":"k","title":""}]}}'),
    "deep": zipped(project_json='{"format":0,"records":{},"x":' + "[" * 100_000 + "]" * 100_000 + "}"),
    "rather deep": zipped(project_json='{"format":0,"records":{},"x":' + "[" * 500 + "]" * 500 + "}"),
    "long number": zipped(project_json='{"format":0,"records":{},"x":' + "9" * 10_000 + "}"),
    "longer than the machine's": zipped(project_json='{"format":0,"records":{},"x":' + "9" * 30 + "}"),
    "of a later time": zipped(project_json='{"format":9,"journeys":{}}'),
    "not utf-8": zipped(project_json=b'{"format":0,"records":{},"x":"\xff\xfe"}'),
    "utf-16": zipped(project_json='{"format":0,"records":{}}'.encode("utf-16")),
}


@pytest.mark.parametrize("case", BAD)
def test_one_clear_sentence_in_both_languages(case: str, tmp_path: Path) -> None:
    path = tmp_path / "projekt.cxs"
    path.write_bytes(BAD[case])
    with pytest.raises(NotReadable) as caught:
        load(path)
    for language in ("de", "en"):
        said = sentence(caught.value, texts(language))
        assert "projekt.cxs" in said and "{" not in said
    assert sentence(caught.value, texts("de")) != sentence(caught.value, texts("en"))
    assert path.read_bytes() == BAD[case]


def test_a_folder_a_missing_file_and_a_pipe(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.cxs", Path("/dev/null")):
        with pytest.raises(NotReadable):
            load(path)


def test_a_newer_format_is_read_as_far_as_it_goes() -> None:
    decoded = decode(b'{"format":7,"records":{"Journey":[{"id":"j","title":"J"}],"Hologram":[]}}')
    assert decoded.newer and decoded.document == Document([Journey(id="j", title="J")])


def test_a_flipped_bit_is_noticed() -> None:
    data = bytearray(GOOD)
    data[GOOD.index(b"project.json") + 30] ^= 0x10
    with pytest.raises(NotReadable):
        unpack(bytes(data), "x")


def test_bombs_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container_module, "LARGEST_PROJECT", 1000)
    with pytest.raises(NotReadable, match="MB"):
        unpack(zipped(project_json=" " * 2000), "x")
    monkeypatch.setattr(container_module, "LARGEST_WHOLE", 5000)
    with pytest.raises(NotReadable, match="MB"):
        unpack(zipped(project_json="{}", other="x" * 6000), "x")
    monkeypatch.setattr(container_module, "MOST_MEMBERS", 3)
    with pytest.raises(NotReadable, match="damaged"):
        unpack(zipped(project_json="{}", a="", b="", c="", d=""), "x")


def test_a_size_that_lies_is_noticed() -> None:
    honest = zipped(project_json='{"format":0,"records":{}}' + " " * 5000)
    lying = honest.replace((5025).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(NotReadable):
        unpack(lying, "x")


def test_two_members_of_one_name_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("project.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("project.json", "{}")
    with pytest.raises(NotReadable):
        unpack(buffer.getvalue(), "x")


def test_nothing_is_extracted_wherever_a_member_wants_to_go(tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("project.json", '{"format":0,"records":{}}')
        archive.writestr("../../evil.txt", "boo")
        archive.writestr("assets/../../../evil", "boo")
    path.write_bytes(buffer.getvalue())
    load(path)
    assert [p.name for p in tmp_path.rglob("*")] == ["a.cxs"] and not (tmp_path.parent / "evil.txt").exists()


def test_a_picture_that_is_not_what_its_name_says_is_kept_but_not_shown(tmp_path: Path) -> None:
    data = pack(Package(b'{"format":0,"records":{}}', {"0" * 64: b"something else"}))
    loaded = read_project(data, tmp_path / "a.cxs")
    assert not loaded.assets and len(loaded.problems) == 1
    assert loaded.content.aside.members == {"assets/" + "0" * 64: b"something else"}


def test_lone_surrogates_are_mended_and_pairs_joined() -> None:
    assert read_json(b'{"a\\ud800":["\\ud83d\\ude00 \\udc00"]}') == {"a\ufffd": ["😀 \ufffd"]}
    assert read_json('{"a":"\ud83d\ude00"}'.encode("utf-8", "surrogatepass")) == {"a": "😀"}


def test_lone_surrogates_that_were_typed_are_written_as_they_are_read() -> None:
    """Pasted halves of a character must not keep a project from being saved."""
    typed = {"records": {"a": ["b\ud800", ("c\udfff", {"d\ud800": 1})]}}
    assert read_json(write_json(typed)) == {"records": {"a": ["b\ufffd", ["c\ufffd", {"d\ufffd": 1}]]}}
    with pytest.raises(TypeError):
        write_json({"a": object()})


def test_a_byte_order_mark_and_white_space_are_no_harm() -> None:
    assert read_json(b'\xef\xbb\xbf { "b" : 1 , "a" : [ ] }\n') == {"a": [], "b": 1}


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_the_fast_and_the_strict_reader_agree(value: object) -> None:
    data = write_json(value)
    spread = json.dumps(value, indent=1, ensure_ascii=True).encode()
    assert read_json(data) == value
    assert write_json(read_json(spread)) == data


@settings(max_examples=examples(150))
@given(st.binary(max_size=300))
def test_any_bytes_are_either_read_or_refused(data: bytes) -> None:
    for attempt in (data, b"PK" + data, zipped(project_json=data)):
        try:
            read_project(attempt, Path("x.cxs"))
        except NotReadable:
            continue
    try:
        read_json(data)
    except DamagedJson:
        return


@settings(max_examples=examples(150))
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_any_single_damage_is_either_harmless_or_refused(place: int, value: int) -> None:
    data = bytearray(GOOD)
    data[place] = value
    try:
        loaded = read_project(bytes(data), Path("x.cxs"))
    except NotReadable:
        return
    assert loaded.content.document == Document([Journey(id="j", title="J")])


plain_values = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just([]) | st.just({})


@given(
    st.dictionaries(
        st.sampled_from(
            ["Journey", "Stage", "Touchpoint", "Note", "Transition", "TouchpointRatings", "Project", "Odd"]
        ),
        st.lists(
            st.dictionaries(
                st.sampled_from(
                    [
                        "id",
                        "journey",
                        "stage",
                        "name",
                        "title",
                        "about",
                        "text",
                        "source",
                        "target",
                        "kind",
                        "experience",
                        "round",
                        "touchpoint",
                        "order",
                        "channels",
                    ]
                ),
                plain_values | st.sampled_from(["a", "b", "c", "project", "group"]) | st.lists(st.sampled_from("abc")),
            ),
            max_size=4,
        ),
        max_size=5,
    )
)
def test_any_records_are_read_without_a_crash_and_saved_without_loss(
    records: dict[str, list[dict[str, object]]],
) -> None:
    from cxstudio.files.encoding import encode

    try:
        decoded = decode(json.dumps({"format": 0, "records": records}).encode())
    except DamagedJson:
        return  # an integer no other program could read
    again = decode(encode(decoded.document, decoded.aside))
    assert again.document == decoded.document
    assert sum(map(len, records.values())) == sum(
        map(len, json.loads(encode(decoded.document, decoded.aside))["records"].values())
    )
