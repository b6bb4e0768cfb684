"""Words in place of numbers, known or not, and what a person assigns to them."""

from cxstudio.exchange.survey.answer_words import NO_ANSWER, answer_words, with_word
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
    assert {(w.word, w.kano, w.times, w.value) for w in found if w.column is None and not w.silent} == {
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
    again = [w for w in answer_words(HEADER, ROWS, mapping) if w.column is None and not w.silent]
    assert again[-1].word == "j'aime" and again[-1].value == 1
    assert with_word(mapping, again[-1], None).kano_words == {}


def test_a_word_of_the_scale_goes_to_the_scale() -> None:
    good = next(w for w in answer_words(HEADER, ROWS, MAPPING) if w.word == "gut")
    assert with_word(MAPPING, good, 6).words == {"gut": 6}


def test_free_text_is_no_list_of_answers() -> None:
    rows = [("x", "y", f"Meinung {n}a", "") for n in range(60)]
    assert not [w for w in answer_words(HEADER, rows, MAPPING) if not w.kano]


def test_words_that_give_no_answer_are_listed_too_and_what_a_person_assigns_wins() -> None:
    silent = next(w for w in answer_words(HEADER, ROWS, MAPPING) if w.silent and not w.kano and w.column is None)
    assert silent.word == "k. A." and silent.value is None
    answered = with_word(MAPPING, silent, 4)
    again = next(w for w in answer_words(HEADER, ROWS, answered) if w.word == "k. A." and not w.kano)
    assert again.value == 4 and not again.silent
    good = next(w for w in answer_words(HEADER, ROWS, MAPPING) if w.word == "gut")
    none = answer_words(HEADER, ROWS, with_word(MAPPING, good, NO_ANSWER))
    assert next(w for w in none if w.word == "gut").silent


def test_a_word_means_something_else_in_one_column() -> None:
    header, rows = ("A", "B"), [("ja", "ja"), ("nein", "nein")] * 3
    columns = tuple(ColumnUse(name=n, number=at, role=Role.EXPERIENCE) for at, n in enumerate(header, 1))
    mapping = SurveyMapping(columns=columns, words={"ja": 7, "nein": 1})
    yes = next(w for w in answer_words(header, rows, mapping) if w.word == "ja" and w.column == 2)
    changed = with_word(mapping, yes, 1)
    read = {(w.word, w.column): w.value for w in answer_words(header, rows, changed)}
    assert read["ja", 2] == 1 and read["ja", 1] == 7


def test_the_rest_of_a_scale_is_understood_beside_a_word_somebody_assigned() -> None:
    words = ("sehr zufrieden", "zufrieden", "teils teils", "unzufrieden", "sehr unzufrieden", "naja")
    rows = [(word,) for word in words]
    column = ColumnUse(name="A", number=1, role=Role.EXPERIENCE)
    mapping = SurveyMapping(scale=5, columns=(column,), words={"naja": 3})
    read = {w.word: w.value for w in answer_words(("A",), rows, mapping) if w.column is None}
    assert read["sehr zufrieden"] == 5 and read["naja"] == 3
