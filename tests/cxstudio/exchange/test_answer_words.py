"""Words in place of numbers, known or not, and what a person assigns to them."""

from cxstudio.exchange.survey.answer_words import answer_words, with_word
from cxstudio.exchange.survey.survey_mapping import ColumnUse, Role, SurveyMapping

HEADER = ("Da", "Weg", "Erlebnis", "Warum")
ROWS = (
    ("j'aime", "je déteste", "gut", "Weil es geht"),
    ("j'aime", "neutre", "prima", "Sehr gut"),
    ("égal", "je déteste", "4", ""),
    ("k. A.", "", "k. A.", "x"),
)
MAPPING = SurveyMapping(
    columns=(
        ColumnUse(name="Da", role=Role.KANO_FUNCTIONAL, touchpoint="Karte"),
        ColumnUse(name="Weg", role=Role.KANO_DYSFUNCTIONAL, touchpoint="Karte"),
        ColumnUse(name="Erlebnis", role=Role.EXPERIENCE, touchpoint="Karte"),
        ColumnUse(name="Warum", role=Role.COMMENT, touchpoint="Karte"),
    ),
)


def test_every_unknown_word_is_listed_with_how_often_it_was_given() -> None:
    found = answer_words(HEADER, ROWS, MAPPING)
    assert {(w.word, w.kano, w.times, w.value) for w in found} == {
        ("j'aime", True, 2, None),
        ("je déteste", True, 2, None),
        ("neutre", True, 1, None),
        ("égal", True, 1, None),
        ("gut", False, 1, None),
        ("prima", False, 1, None),
    }


def test_an_assigned_word_is_read_from_then_on_and_stands_behind_the_unknown_ones() -> None:
    like = next(w for w in answer_words(HEADER, ROWS, MAPPING) if w.word == "j'aime")
    mapping = with_word(MAPPING, like, 1)
    assert mapping.kano_words == {"j'aime": 1} and not mapping.words
    again = answer_words(HEADER, ROWS, mapping)
    assert again[-1].word == "j'aime" and again[-1].value == 1
    assert with_word(mapping, again[-1], None).kano_words == {}


def test_a_word_of_the_scale_goes_to_the_scale() -> None:
    good = next(w for w in answer_words(HEADER, ROWS, MAPPING) if w.word == "gut")
    assert with_word(MAPPING, good, 6).words == {"gut": 6}


def test_free_text_is_no_list_of_answers() -> None:
    rows = [("x", "y", f"Meinung {n}a", "") for n in range(60)]
    assert not [w for w in answer_words(HEADER, rows, MAPPING) if not w.kano]
