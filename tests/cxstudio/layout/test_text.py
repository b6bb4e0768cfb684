"""Measuring and wrapping: exact widths, nothing lost, nothing too wide."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from cxstudio.layout.text import bidirectional as bidi
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import OWN_FACES, PLACEHOLDER, FontBook, font_book
from cxstudio.render.pdf_fonts import pdf_font
from tests.examples import examples

PLAIN = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüßÄÖÜ ABCDEFGHIJ0123456789.,-–/„“:;!?+−€ÅéαβДжŁ"), max_size=80
)
ANY = st.text(max_size=60)


@given(PLAIN, st.sampled_from(sorted(OWN_FACES)), st.sampled_from([7.0, 11.0, 12.5, 13.0]))
def test_widths_are_those_reportlab_draws(words: str, face: str, size: float) -> None:
    book = font_book()
    laid = text.line(book, words, face, size)
    drawn = sum(pdfmetrics.stringWidth(run.text, pdf_font(book.face(run.font)), size) for run in laid.runs)
    assert laid.width == pytest.approx(drawn, rel=1e-9, abs=1e-9)
    assert laid.width == pytest.approx(sum(run.width for run in laid.runs), abs=1e-6)


@settings(max_examples=examples(150))
@given(st.one_of(PLAIN, ANY), st.floats(12, 200), st.integers(1, 6))
def test_lines_fit_and_are_bounded(words: str, wide: float, most: int) -> None:
    book = font_book()
    lines = text.wrap(book, words, "semibold", 13.0, wide, most)
    assert len(lines) <= most
    for laid in lines:
        lone = sum(len(run.text) for run in laid.runs) <= 1
        assert laid.width <= wide + 1e-6 or lone or text.ELLIPSIS in laid.runs[-1].text


@example(["aathcaä"], 40.0)
@given(st.lists(st.text("abcdefghijklmnoprstuäöü", min_size=1, max_size=60), max_size=8), st.floats(40, 200))
def test_wrapping_loses_no_letter(words: list[str], wide: float) -> None:
    said = " ".join(words)
    lines = text.wrap(font_book(), said, "regular", 12.0, wide)
    shown = "".join("".join(run.text for run in laid.runs).rstrip("-") for laid in lines)
    assert shown.replace(" ", "") == said.replace(" ", "")


@given(st.one_of(PLAIN, ANY), st.floats(10, 120))
def test_fitted_line_fits(words: str, wide: float) -> None:
    laid = text.fitted(font_book(), words, "regular", 11.0, wide)
    assert laid.width <= max(wide, text.width(font_book(), text.ELLIPSIS, "regular", 11.0)) + 1e-6


@pytest.mark.parametrize(
    ("word", "wide", "lines"),
    [
        ("Vergleichsportal", 80, ["Vergleichs-", "portal"]),
        ("Kundenzentrum", 80, ["Kunden-", "zentrum"]),
        ("Umzugsformular", 86, ["Umzugs-", "formular"]),
        ("Zählerstand", 60, ["Zähler-", "stand"]),
        ("Schluss\u00adrechnung", 80, ["Schluss-", "rechnung"]),
        ("E-Mail-Bestätigung", 80, ["E-Mail-", "Bestätigung"]),
    ],
)
def test_words_break_where_a_reader_would(word: str, wide: float, lines: list[str]) -> None:
    laid = text.wrap(font_book(), word, "semibold", 13.0, wide)
    assert ["".join(run.text for run in one.runs) for one in laid] == lines


def test_an_ellipsis_carries_on_a_broken_word_without_its_hyphen() -> None:
    laid = text.wrap(font_book(), "Kundenservicezentrum", "regular", 12.0, 52.0, 1)
    assert re.fullmatch(r"Kunden\w*…", laid[0].runs[0].text)


def test_a_hundred_thousand_letters_take_no_time_worth_mentioning() -> None:
    assert len(text.wrap(font_book(), "x" * 100_000, "regular", 12.0, 80.0, 4)) == 4
    assert len(text.wrap(font_book(), "ab " * 40_000, "regular", 12.0, 80.0, 4)) == 4


def test_what_no_font_has_becomes_a_placeholder() -> None:
    book = FontBook(folders=())
    laid = text.line(book, "Ja 🎉 👨‍👩‍👧 한", "regular", 12.0)
    assert "".join(run.text for run in laid.runs) == f"Ja {PLACEHOLDER} {PLACEHOLDER} {PLACEHOLDER}"
    assert {run.font for run in laid.runs} == {"regular"}


def test_arabic_is_shaped_and_stands_right_to_left() -> None:
    book = font_book()
    if book.face_for("م", "regular") is None:
        pytest.skip("no Arabic font on this machine")
    words = "مرحبا بالعالم"
    laid = text.line(book, words, "regular", 12.0)
    assert laid.rtl
    font = laid.runs[0].font
    plain = sum(book.advances(font)[ord(c)] for c in words) * 12 / 1000
    assert laid.width < plain * 0.95


def test_mixed_directions_stand_in_reading_order() -> None:
    assert [s.text for s in bidi.stretches("abc שלום 12 def")] == ["abc ", "12", "שלום ", " def"]
    assert [s.text for s in bidi.stretches("שלום abc")] == ["abc", "שלום "]
    assert [s.text for s in bidi.stretches("plain")] == ["plain"]
