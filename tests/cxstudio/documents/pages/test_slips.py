"""Voting slips: every idea in full, however long and however many; paper is used, and cut along lines."""

from __future__ import annotations

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.setting.writing import PdfFile
from cxstudio.documents.vote_slips import vote_slips_pdf
from cxstudio.edits import Rule, add_ideas, open_vote
from cxstudio.model.kinds import VoteKind
from cxstudio.store import Store
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of

LONG = ("Eine Ansprechperson mit Namen, Durchwahl und Rückruf innerhalb von 24 Stunden, die während des ganzen Umzugs "
        "zuständig bleibt, Nummer {}.")  # fmt: skip


def slips(texts: list[str], people: int, kind: VoteKind = VoteKind.POINTS) -> PdfFile:
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("vote") as draft:
        open_vote(draft, add_ideas(draft, None, texts), "Was probieren wir zuerst?", kind, 3, people, Rule())
    return vote_slips_pdf(store.document, "de")


@pytest.mark.parametrize(("many", "each"), [(1, 4), (6, 4), (12, 2), (17, 2)])
def test_as_many_slips_stand_on_a_sheet_as_fit(many: int, each: int) -> None:
    ideas = [f"Idee Nummer {n}." for n in range(many)]
    made = slips(ideas, 9)
    pages = pages_of(made)
    assert len(pages) == -(-9 // each)
    for page in pages:
        assert page.count("Was probieren wir zuerst?") == page.count("Eigener Code") == each
        assert all(page.count(idea) == each for idea in ideas)
    assert_nothing_outside_or_overlapping(made.pdf)


@pytest.mark.parametrize("kind", list(VoteKind))
@pytest.mark.parametrize("many", [7, 40, 200])
def test_long_ideas_and_many_of_them_are_read_to_their_end(many: int, kind: VoteKind) -> None:
    ideas = [LONG.format(n) for n in range(many)]
    made = slips(ideas, 2, kind)
    said = " ".join(pages_of(made))
    assert "…" not in said.replace("Nr. …", "") and "[…]" not in said
    for idea in ideas:
        assert said.count(idea) >= 2, idea
    assert_nothing_outside_or_overlapping(made.pdf)


def test_what_the_circles_mean_stands_above_every_column() -> None:
    for page in pages_of(slips([LONG.format(n) for n in range(40)], 1, VoteKind.RATING)):
        assert page.count("mit Änderungen") >= 1 and "[…]" not in page


@pytest.mark.parametrize(("least", "said"), [(1, "jede mit mindestens einem Punkt."), (2, "mit mindestens 2 Punkten.")])
def test_one_point_is_one(least: int, said: str) -> None:
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("vote") as draft:
        open_vote(draft, add_ideas(draft, None, ["Eins", "Zwei"]), "Was?", VoteKind.POINTS, 3, 5, Rule(least=least))
    assert said in pages_of(vote_slips_pdf(store.document, "de"))[0]
