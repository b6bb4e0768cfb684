"""Likeness of ideas, and the chain an idea is part of."""

from __future__ import annotations

from cxstudio.analysis.ideas.idea_chain import chain_of, ideas_for, questions_about, trial_state
from cxstudio.analysis.ideas.similar_ideas import similar_ideas
from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_ideas, add_prototype, add_test, ask, idea_to_measure
from cxstudio.model import Idea, Test, Touchpoint, kinds
from cxstudio.store import Store


def idea(number: int, text: str) -> Idea:
    return Idea(id=f"i{number}", text=text)


def test_ideas_that_share_most_of_their_words_are_proposed() -> None:
    texts = ("Rückruf statt Warteschleife", "Ein Rückruf statt der Warteschleifen", "Foto des Technikers per SMS",
             "Ein Name, eine Durchwahl", "ja", "nein", "Ja!")  # fmt: skip
    found = similar_ideas([idea(n, text) for n, text in enumerate(texts)])
    assert {(pair.first, pair.second) for pair in found} == {("i0", "i1"), ("i4", "i6")}
    assert all(0.5 <= pair.share <= 1 for pair in found)


def test_a_chain_is_found_from_both_ends() -> None:
    store = Store(sample("lindenfurt", "en").document)
    touchpoint = store.document.all(Touchpoint)[3]
    with store.transaction("Chain") as draft:
        question = ask(draft, "How might we?", touchpoints=[touchpoint.id])
        (made,) = add_ideas(draft, question, ["A name and a number"])
        prototype = add_prototype(draft, made, "Paper")
        trial = add_test(draft, made, "They call less", prototype)
        measure = idea_to_measure(draft, made)
    document = store.document
    chain = chain_of(document, document.get(Idea, made))
    assert chain.touchpoints == (touchpoint.id,) and chain.question == question
    assert (chain.prototypes, chain.tests, chain.measures) == ((prototype,), (trial,), (measure,))
    assert [q.id for q in questions_about(document, touchpoint)] == [question]
    assert [i.id for i in ideas_for(document, touchpoint)] == [made]
    assert trial_state(document, made) is kinds.TestResult.OPEN
    with store.transaction("Tried") as draft:
        draft.update(Test, trial, result=kinds.TestResult.CONFIRMED)
    assert trial_state(store.document, made) is kinds.TestResult.CONFIRMED
