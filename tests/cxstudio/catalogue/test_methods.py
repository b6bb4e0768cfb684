"""Method cards are complete in both languages, lead to each other, are found by their words, and print a page each."""

import io

import pytest
from pypdf import PdfReader

from cxstudio.catalogue.methods import LANGUAGES, MethodCard, methods
from cxstudio.documents.method_cards import method_cards_pdf
from tests.unmeasured import unmeasured

CARDS = methods().cards


def test_there_are_forty_four_methods_in_the_order_of_their_phases() -> None:
    assert len({card.id for card in CARDS}) == 44
    assert [card for phase in methods().phases for card in methods().of(phase.id)] == list(CARDS)
    assert all(methods().of(phase.id) for phase in methods().phases)
    for language in LANGUAGES:
        assert len({card.name.say(language) for card in CARDS}) == 44


@pytest.mark.parametrize("card", CARDS, ids=lambda c: c.id)
def test_a_card_is_complete_in_both_languages(card: MethodCard) -> None:
    texts = (card.name, card.about, card.words, card.when, card.material, card.pitfalls, *card.steps)
    assert all(text.de.strip() == text.de != "" and text.en.strip() == text.en != "" for text in texts)
    assert not any("…" in text.de + text.en for text in texts), "on paper that says something was left out"
    assert 3 <= len(card.steps) <= 6
    for said in (card.when, card.pitfalls, *card.steps):
        assert all(said.say(language).endswith((".", "?")) for language in LANGUAGES)
    assert 0 < card.minutes[0] < card.minutes[1] and 0 < card.people[0] < card.people[1]
    assert card.next and card.id not in card.next and all(methods().find(i) for i in card.next)


@pytest.mark.parametrize("card", CARDS, ids=lambda c: c.id)
def test_a_card_is_found_by_its_name_in_either_language_and_by_each_of_its_words(card: MethodCard) -> None:
    for language in LANGUAGES:
        for said in (card.name, card.words):
            assert card.found_by(said.say(language)) and card.found_by(said.say(language).upper())
    assert not card.found_by("quittenbaum")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_is_a_page_with_all_it_says(language: str) -> None:
    pdf = method_cards_pdf((), language).pdf
    with unmeasured():
        _check_pages(pdf, language)
    assert method_cards_pdf(("affinity",), language).pages == 1


def _check_pages(pdf: bytes, language: str) -> None:
    made = PdfReader(io.BytesIO(pdf))
    assert len(made.pages) == 44
    for card, page in zip(CARDS, made.pages, strict=True):
        said = page.extract_text()
        words = "".join(said.split())
        for text in (card.name, card.about, card.when, card.pitfalls, card.material, *card.steps):
            assert "".join(text.say(language).split()) in words, (card.id, text)
