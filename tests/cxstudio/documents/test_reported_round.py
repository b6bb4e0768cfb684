"""A round just begun, with no or hardly any answers, takes nothing away from the report."""

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.material import Material
from cxstudio.edits.rating.rating_edits import rate
from cxstudio.edits.rating.rounds import next_round
from cxstudio.model import Document, Participant, Round
from cxstudio.store import Store
from cxstudio.wording import texts
from cxstudio.wording.findings.page_one_finding import finding
from tests.cxstudio.documents.report_pages import pages_of

TEXTS = texts("de")


def begun(document: Document, answers: int) -> Document:
    """The sample with its next round, in which one person has rated so many touchpoints."""
    store = Store(document)
    with store.transaction("begin") as draft:
        told = Material(document, TEXTS).round
        assert told is not None
        made = next_round(draft, told.id)
        somebody = document.all(Participant)[0].id
        for touchpoint in document.journey_touchpoints(draft.get(Round, made).journey)[:answers]:
            for figure in ("expectation", "experience"):
                rate(draft, made, touchpoint.id, somebody, figure, 3)
    return store.document


@pytest.mark.parametrize("answers", [0, 1])
def test_the_report_stays_with_the_round_that_says_something(answers: int) -> None:
    document = sample("lindenfurt", "de").document
    before, after = Material(document, TEXTS), Material(begun(document, answers), TEXTS)
    assert after.round == before.round
    assert finding(after.document, after.figures, TEXTS) == finding(document, before.figures, TEXTS)
    made = report_pdf(after.document, {}, "de")
    assert "Noch nichts" not in pages_of(made)[0]
    assert any("gibt es noch kaum Antworten" in said for said in made.notices)
    assert not any("kaum Antworten" in said for said in report_pdf(document, {}, "de").notices)


def test_two_answers_are_told() -> None:
    document = begun(sample("lindenfurt", "de").document, 2)
    told = Material(document, TEXTS).round
    assert told is not None and told not in sample("lindenfurt", "de").document.all(Round)
