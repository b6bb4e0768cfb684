"""What a project adjusts about its figures holds everywhere the document is read, and is said."""

import pytest
from pydantic import ValidationError

from cxstudio.analysis import USUAL, Options, figures_json, options_of, round_figures
from cxstudio.analysis.round.touchpoint_update import with_touchpoints
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.edits import change_project
from cxstudio.model import Document, Project, Round
from cxstudio.store import Store
from cxstudio.wording import texts
from cxstudio.wording.explanations.round_explanations import explain_round
from cxstudio.wording.explanations.touchpoint_explanations import explain
from cxstudio.wording.figures.adjusted_options import adjusted_sentences, need_formula
from tests.pdf_texts import page_texts


@pytest.fixture
def document() -> Document:
    return sample("lindenfurt", "en").document


def adjusted(document: Document, **values: float) -> Document:
    store = Store(document)
    with store.transaction("Change the figures") as draft:
        change_project(draft, **values)
    return store.document


def test_a_project_that_adjusts_nothing_has_the_usual_figures(document: Document) -> None:
    assert options_of(document) == USUAL
    assert adjusted_sentences(USUAL, texts("en")) == []


def test_exponents_of_the_project_reach_every_reader_of_the_document(document: Document) -> None:
    changed = adjusted(document, importance_exponent=2.0, gap_exponent=0.5)
    wanted = Options(importance_exponent=2.0, gap_exponent=0.5)
    round_ = changed.all(Round)[0]
    figures = round_figures(changed, round_.id)
    assert figures == round_figures(document, round_.id, wanted)
    assert figures.options == wanted
    first = figures.touchpoints[0]
    assert first.need != round_figures(document, round_.id).touchpoints[0].need
    assert with_touchpoints(changed, figures, [first.touchpoint]).by_id == figures.by_id
    told = figures_json(changed)
    assert told["options"]["importance_exponent"] == 2.0
    assert told["journeys"][0]["rounds"][0]["touchpoints"][0]["need"] == pytest.approx(first.need)


def test_a_higher_threshold_makes_fewer_touchpoints_disappoint(document: Document) -> None:
    def disappointing(points: float) -> int:
        changed = adjusted(document, verdict_points=points)
        found = round_figures(changed, changed.all(Round)[0].id).touchpoints
        return sum(f.verdict is Verdict.DISAPPOINTING for f in found)

    assert [disappointing(p) for p in (1.0, 2.0, 3.0)] == [7, 3, 2]


@pytest.mark.parametrize("values", [{"gap_exponent": 0.4}, {"importance_exponent": 2.1}, {"verdict_points": 0.0}])
def test_values_beyond_the_method_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Project(id="project", **values)


def test_what_is_not_usual_is_said_beside_the_figures(document: Document) -> None:
    changed = adjusted(document, importance_exponent=2.0, verdict_points=1.5)
    options, german = options_of(changed), texts("de")
    assert "Wichtigkeit^2 · Lücke^1" in need_formula(options, german)
    said = " ".join(adjusted_sentences(options, german))
    assert "Exponenten 2" in said and "Unterschied von 1,5" in said
    round_ = changed.all(Round)[0]
    figures = round_figures(changed, round_.id)
    one = figures.touchpoints[0]
    assert "Unterschied von 1,5" in explain("verdict", one, round_, german, figures.options).definition
    assert "Exponenten 2" in explain("need", one, round_, german, figures.options).definition
    assert "Wichtigkeit^2" in explain_round("ranking", changed, figures, german).definition.replace(" ", "")


def test_the_report_says_what_was_adjusted(document: Document) -> None:
    def text(of: Document) -> str:
        return " ".join(" ".join(page_texts(report_pdf(of, {}, "en").pdf)).split())

    assert "Adjusted for this project" not in text(document)
    changed = text(adjusted(document, gap_exponent=0.5))
    assert "Adjusted for this project" in changed and "exponents 1 for importance and 0.5" in changed
