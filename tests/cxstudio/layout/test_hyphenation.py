"""Where words are broken: compounds at their joints, every line within its box, no letter lost, no name torn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.hyphenation import SOFT, break_points
from cxstudio.layout.text.line_breaking import words_of
from cxstudio.look.fonts import font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from tests.examples import examples

WRITTEN = """
Vergleichs|portal Kunden|zentrum Umzugs|formular Zähler|stand Schluss|rechnung Kunden|service|zentrum
Termin|vereinbarung Rechnungs|prüfung Zähler|stands|meldung Vertrags|bestätigung Widerrufs|belehrung
Abschlags|zahlung Strom|anbieter|wechsel Warte|zeit Ansprech|partner Bedienungs|anleitung Energie|versorger
Warte|schleife Online|portal Kündigungs|frist Post|eingang Störungs|meldung Kunden|zufriedenheit
Weiterempfehlungs|absicht Handlungs|bedarf Maßnahmen|plan Berichts|einstellungen Haus|anschluss Kunden|erlebnis
Preis|anpassung Punkte|kleben Status|anrufe Strom|ausfall Willkommens|paket Zeilen|umbruch Zwischen|ablage
Übergabe|protokoll Sprach|eingabe Solar|anlage Arbeits|speicher Basis|anforderung Identitäts|prüfung Netz|anmeldung
Eingabe|taste Datenschutz|auskunft
"""
COMPOUNDS = WRITTEN.split()
NO_COMPOUNDS = (
    "Zeitungen Stellungen Zahlungen Preise Stationen Begleitung Nachbarn Personalisierung Telefonieren Testende"
)
WORDS = [*(word.replace("|", "") for word in COMPOUNDS), "und", "Relationship", "Satisfaction", "Привет", "Ελένη"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
TYPE = Type("regular", 12.0, 15.0)


def lines_of(said: str, wide: float) -> list[tuple[str, bool]]:
    """The lines of a text as they are shown, each with whether it ends within a word."""
    lines = text.block(font_book(), said, TYPE, 0.0, 0.0, wide, Role.INK)
    return [(line.text, line.broken) for line in lines]


@pytest.mark.parametrize("written", COMPOUNDS)
def test_compounds_break_where_their_parts_meet(written: str) -> None:
    parts = written.split("|")
    word = "".join(parts)
    places = {sum(map(len, parts[: n + 1])) for n in range(len(parts) - 1)}
    assert {point.at for point in break_points(word) if point.joint} == places
    widest = max(text.width(font_book(), f"{part}-", "regular", 12.0) for part in parts)
    if len(parts) == 2:
        assert lines_of(word, widest + 1) == [(f"{parts[0]}-", True), (parts[1], False)]


@pytest.mark.parametrize("word", NO_COMPOUNDS.split())
def test_what_is_no_compound_has_no_joint(word: str) -> None:
    assert not any(point.joint for point in break_points(word))


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("Verantwortliche", "Ver-ant-wort-li-che"),
        ("Unterstützung", "Un-ter-stüt-zung"),
        ("relationship", "re-la-tion-ship"),
        ("Satisfaction", "Sat-is-fac-tion"),
        ("Здравствуйте", "Здравст-вуйте"),
        ("ab1Kundenzentrum", "ab1Kun-den-zen-trum"),
        ("Ja", "Ja"),
    ],
)
def test_other_words_break_at_syllables_of_their_language(word: str, syllables: str) -> None:
    points = [point.at for point in break_points(word)]
    assert "-".join(word[a:b] for a, b in zip([0, *points], [*points, None], strict=True)) == syllables


@settings(max_examples=examples(150))
@given(SENTENCES, st.floats(45, 260))
def test_broken_lines_joined_give_the_text_and_none_is_too_wide(said: str, wide: float) -> None:
    lines = lines_of(said, wide)
    assert "".join(line[:-1] if broken else f"{line} " for line, broken in lines).rstrip() == said
    assert all(line.endswith("-") for line, broken in lines if broken)
    assert all(text.width(font_book(), line, "regular", 12.0) <= wide + 1e-6 for line, _ in lines)


@settings(max_examples=examples(60))
@given(st.sampled_from(["Linden" + SOFT + "furt", "Stadtwerke" + SOFT + "Linden" + SOFT + "furt"]), st.floats(60, 200))
def test_a_name_with_joints_of_its_own_breaks_there_and_nowhere_else(name: str, wide: float) -> None:
    parts = name.split(SOFT)
    ends = {"".join(parts[: n + 1]) for n in range(len(parts))}
    at = ""
    for line, broken in lines_of(name, wide):
        at += line[:-1] if broken else line
        assert at in ends
    assert at == "".join(parts)


@given(st.sampled_from(["E-Mail-Bestätigung", "Soll-/Ist-Vergleich", "Rhein-Main-Verkehrsverbund"]), st.floats(95, 300))
def test_a_hyphen_somebody_wrote_stays_the_texts_own(name: str, wide: float) -> None:
    lines = lines_of(name, wide)
    assert "".join(line for line, _ in lines) == name
    assert not any(broken for _, broken in lines)
    assert len(lines) <= len(words_of(name))
