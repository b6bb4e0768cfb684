"""Names of files made of titles, and texts for the terminal: whatever a title holds."""

import json
import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.plain_text import NAME_BYTES, file_name, terminal_json, terminal_text, xml_text
from tests.hostile.texts import HOSTILE


@given(st.text(), st.sampled_from([".cxs", ".pdf", ""]))
def test_any_title_makes_a_name_every_disk_takes(title: str, ending: str) -> None:
    name = file_name(title, ending)
    assert 0 < len(name.encode()) <= NAME_BYTES and name.endswith(ending)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} or c in ':?*"<>|/\\' for c in name)
    assert name == name.strip(" ") and not name.endswith(".") and not PureWindowsPath(name).is_reserved()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Umzug & Co.", "Umzug & Co.cxs"),
        ("Rechnung\u202efdp.exe", "Rechnung-fdp.exe.cxs"),
        ("CON", "_CON.cxs"),
        ("com1.cxs", "_com1.cxs.cxs"),
        ("../../etc/passwd", "etc-passwd.cxs"),
        ("   ...", "CX Studio.cxs"),
        ("a" * 400, "a" * 196 + ".cxs"),
        ("ü" * 400, "ü" * 98 + ".cxs"),
    ],
)
def test_names_proposed(title: str, name: str) -> None:
    assert file_name(title, ".cxs") == name


@given(st.text() | st.sampled_from(sorted(HOSTILE.values())))
def test_a_terminal_obeys_nothing(text: str) -> None:
    said = terminal_text(text)
    assert not any(unicodedata.category(c) == "Cc" and c not in "\t\n" for c in said)
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert terminal_text(said) == said


@given(st.dictionaries(st.text(), st.text()))
def test_json_for_a_terminal_means_the_same(value: dict[str, str]) -> None:
    written = terminal_json(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(written) == value
    assert terminal_text(written) == written


@given(st.text())
def test_what_xml_forbids_is_left_out(text: str) -> None:
    from xml.etree import ElementTree

    element = ElementTree.Element("a")
    element.text = xml_text(text)
    ElementTree.fromstring(ElementTree.tostring(element, "utf-8"))
