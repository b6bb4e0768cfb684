"""Words people answer with, worst first, as surveys in German, English and Korean use them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

WORD_SCALES: Final[tuple[tuple[tuple[str, ...], ...], ...]] = (
    (
        ("very unsatisfied", "very dissatisfied", "sehr unzufrieden", "매우 불만족"),
        ("unsatisfied", "dissatisfied", "unzufrieden", "eher unzufrieden", "somewhat dissatisfied", "불만족"),
        ("neutral", "teils teils", "teils, teils", "teils/teils", "neither satisfied nor dissatisfied", "보통"),
        ("satisfied", "zufrieden", "eher zufrieden", "somewhat satisfied", "만족"),
        ("very satisfied", "sehr zufrieden", "매우 만족"),
    ),
    (
        ("very poor", "very bad", "terrible", "sehr schlecht"),
        ("poor", "bad", "schlecht", "eher schlecht"),
        ("fair", "average", "okay", "ok", "mittel", "mittelmässig", "durchschnittlich", "neutral"),
        ("good", "gut", "eher gut"),
        ("very good", "excellent", "sehr gut", "ausgezeichnet"),
    ),
    (
        ("strongly disagree", "stimme überhaupt nicht zu", "stimme gar nicht zu", "trifft überhaupt nicht zu"),
        ("disagree", "stimme nicht zu", "stimme eher nicht zu", "trifft eher nicht zu"),
        ("neutral", "neither agree nor disagree", "teils teils", "teils, teils", "weder noch", "unentschieden"),
        ("agree", "stimme zu", "stimme eher zu", "trifft eher zu"),
        ("strongly agree", "stimme voll zu", "stimme voll und ganz zu", "trifft voll zu", "trifft voll und ganz zu"),
    ),
    (
        ("not important at all", "not at all important", "völlig unwichtig", "unwichtig", "sehr unwichtig"),
        ("slightly important", "eher unwichtig"),
        ("moderately important", "neutral", "teils teils", "mittel"),
        ("important", "eher wichtig", "wichtig"),
        ("very important", "sehr wichtig"),
    ),
)
"""Five steps each; several words for one step."""

KANO_WORDS: Final[tuple[tuple[str, ...], ...]] = (
    (
        "i like it",
        "like",
        "i like it that way",
        "i would like it",
        "das würde mich freuen",
        "das würde mich sehr freuen",
        "das freut mich",
        "gefällt mir",
        "마음에 든다",
    ),
    (
        "i expect it",
        "must be",
        "must-be",
        "it must be that way",
        "i take it for granted",
        "das setze ich voraus",
        "ich setze das voraus",
        "selbstverständlich",
        "당연하다",
    ),
    (
        "i am neutral",
        "neutral",
        "i don't care",
        "das ist mir egal",
        "egal",
        "아무런 느낌이 없다",
        "아무 느낌이 없다",
    ),
    (
        "i can live with it",
        "live with",
        "i can tolerate it",
        "i can live with it that way",
        "das könnte ich in kauf nehmen",
        "das nehme ich gerade noch hin",
        "könnte ich hinnehmen",
        "하는 수 없다",
        "어쩔 수 없다",
    ),
    (
        "i dislike it",
        "dislike",
        "i dislike it that way",
        "i don't like it",
        "das würde mich stören",
        "das würde mich sehr stören",
        "stört mich",
        "gefällt mir nicht",
        "마음에 안 든다",
        "마음에 들지 않는다",
    ),
)
"""The five Kano answers: like it, expect it, do not care, can live with it, dislike it."""


def folded(word: str) -> str:
    """A word as scales are compared by: lower case, single blanks, no full stop."""
    return " ".join(word.split()).casefold().rstrip(".!")


def word_scale(words: Iterable[str]) -> dict[str, int] | None:
    """Numbers 1 to 5 for these words where they all belong to one scale; None otherwise."""
    given = list(words)
    for scale in WORD_SCALES:
        found = _placed(given, scale)
        if found is not None and len(set(found.values())) >= min(3, len(given)) > 1:
            return found
    return None


def kano_scale(words: Iterable[str]) -> dict[str, int] | None:
    """The Kano answers for these words; None where one is no Kano answer or they are too few to tell."""
    found = _placed(list(words), KANO_WORDS)
    return found if found is not None and len(set(found.values())) >= 3 else None


def _placed(words: list[str], scale: tuple[tuple[str, ...], ...]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for word in words:
        step = next((i for i, names in enumerate(scale, 1) if folded(word) in names), None)
        if step is None:
            return None
        found[word] = step
    return found or None
