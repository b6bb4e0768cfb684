"""Words and signs of what people read: one word for one thing, and signs as each language writes them."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.people_texts import messages, texts_read
from tests.house.program_text import ROOT

pytestmark = pytest.mark.no_cover
REJECTED = tomllib.loads((ROOT / "tests/house/rejected_words.toml").read_text(encoding="utf-8"))
LANGUAGES = ("de", "en")
CODE = re.compile(r"`[^`]*`|^ {4}.*|--[\w-]+|<[^>]*>|\{[^}]*\}")
"""What stands in a text but is typed or filled in: commands, options, placeholders."""

NEVER_ONE = (
    "Approval of {n} measures.",
    "{n} measures",
    "{name} is passed {times} times on average",
    "{name}: {times} times",
    "{low} to {high} times",
    "two camps ({low} answers up to {upto}, {high} from {beyond})",
)
"""Said of two or more only, with another sentence for one; or of numbers with a decimal."""
LARGER = re.compile(r"\{(most|least|known|all|columns|cells|number|ends)\}")
"""Placeholders of limits and of what something is a part of."""


def read(language: str) -> list[tuple[str, str]]:
    return [(place, CODE.sub(" ", text)) for place, text in texts_read(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rejected_words_stand_nowhere(language):
    found = []
    for pattern, better in REJECTED[language].items():
        looked_for = re.compile(pattern)
        found += [(better, place, text) for place, text in read(language) if looked_for.search(text)]
    assert not found


def test_rejected_words_are_found_where_they_stand():
    for language, text in (("de", "Touchpoint hinzufügen"), ("en", "Does one get a copy?")):
        assert any(re.search(pattern, text) for pattern in REJECTED[language])


SIGNS = {
    "de": {r"\.\.\.": "…", r'["“][^“”"]*["”]': "„…“", r"(?<![\w’])-\d": "−",
           r"\d\.\d(?!\d\d)(?!\d*[.\d])": "decimal comma", r"\d%": "a space before %", r"\w!(?!\[)": "no !"},
    "en": {r"\.\.\.": "…", r"[„\"]": "“…”", r"\w'\w": "’", r"(?<![\w’])-\d": "−", r"\d %": "no space before %",
           r"\w!(?!\[)": "no !"},
}  # fmt: skip
QUOTED = {"lindenfurt.de.toml", "lindenfurt.en.toml", "large.de.toml", "large.en.toml"}
"""What invented customers say: a person may shout."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_are_those_of_the_language(language):
    found = []
    for pattern, better in SIGNS[language].items():
        looked_for = re.compile(pattern)
        for place, text in read(language):
            if looked_for.search(text) and not (better == "no !" and place in QUOTED) and not _technical(place):
                found.append((better, place, text))
    assert not found


def _technical(place: str) -> bool:
    """Pages for people who write programs or files, with examples of both."""
    return place.endswith(".md") and not place.startswith("handbook")


@pytest.mark.parametrize("form", [0, 1])
def test_a_text_in_one_language_ends_as_in_the_other(form):
    """A full stop, a question mark or three dots: a sentence is a sentence, a label a label."""
    ends = ("…", ":", "?")
    differ = []
    for english, german in messages():
        if form < len(english):
            pair = (english[form], german[form])
            differ += [pair for end in ends if pair[0].endswith(end) != pair[1].endswith(end)]
    assert not [pair for pair in differ if pair[0] not in DIFFERENT_ENDS]


DIFFERENT_ENDS = ("What is passed on", "Row 1 of the sheet")


def things() -> frozenset[str]:
    """Nouns the catalogue counts somewhere with two forms: "touchpoints", "answers" …"""
    counted = (re.search(r"\{n\} (\w+s)\b", english[1]) for english, _ in messages() if len(english) == 2)
    return frozenset(match[1] for match in counted if match)


DECIMALS = r"(?:by|threshold)\}"
"""What is always written with a decimal: a difference on the scale."""


def test_every_count_of_things_has_two_forms():
    """{n} before a noun that is counted elsewhere: "1 touchpoints" must not be possible; "1.0 points" is one form."""
    nouns = "|".join(sorted(things()))
    assert "touchpoints" in nouns
    looked_for = re.compile(rf"\{{(?!{DECIMALS})\w+\}} ({nouns})\b")
    single = [english[0] for english, _ in messages() if len(english) == 1 and looked_for.search(english[0])]
    assert sorted(text for text in single if text not in NEVER_ONE and not LARGER.search(text)) == []


SENTENCE_END = re.compile(r"[a-zäöüß][.?!](?=[A-ZÄÖÜ][a-zäöü])")
"""Where two sentences touch: a sign of texts that were glued together."""


def glued(german: str, others: list[str]) -> list[str]:
    """What a German text holds of other entries' English, and where two sentences touch."""
    return [text for text in others if text in german] + SENTENCE_END.findall(german)


def test_no_german_text_holds_another_one():
    """A merge of two catalogues once left one entry with its neighbour's text behind it."""
    english = [text for forms, _ in messages() for text in forms if len(text) > 40 and text.count(" ") > 6]
    assert not {german: found for forms, texts in messages() for german in texts
                if (found := glued(german, [e for e in english if e not in forms]))}  # fmt: skip


def test_glued_texts_are_found():
    assert glued("Hier steht es.Hier steht es.", []) and glued(
        "Hier. A letter gives a point.", ["A letter gives a point."]
    )
