"""A promise is found kept, partly kept or broken by counting, and changes no other figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cxstudio.analysis import round_figures
from cxstudio.analysis.as_json.figures_json import figures_json
from cxstudio.analysis.search.touchpoint_filter import Filter, Mark, matching
from cxstudio.analysis.statistics.promise_kept import NO, PARTLY, YES, PromiseResult, promises
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, FrozenMap, Journey, Round, Stage, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RoundKind
from cxstudio.wording import texts
from cxstudio.wording.explanations.touchpoint_explanations import explain
from cxstudio.wording.figures.promise_sentences import answer_word, balance_words, result_words
from tests.examples import examples

LINDENFURT = sample("lindenfurt", "en").document


def asked(
    *answers: int | None,
    kind: RoundKind = RoundKind.DISCUSSION,
    promise: str = "Back in a day",
    announced: bool = True,
) -> Document:
    counts: dict[str, int] = {}
    for answer in answers:
        key = "-" if answer is None else str(answer)
        counts[key] = counts.get(key, 0) + 1
    single = FrozenMap({f"v{n}": answer for n, answer in enumerate(answers)})
    given = (
        SurveyCounts(id="c", round="r", touchpoint="t", promise=FrozenMap(counts))
        if kind is RoundKind.SURVEY
        else TouchpointRatings(id="c", round="r", touchpoint="t", promise=single)
    )
    return Document(
        [
            Journey(id="j", title="J"),
            Stage(id="s", journey="j", name="S"),
            Touchpoint(id="t", stage="s", name="Hotline", promise=promise),
            Touchpoint(id="u", stage="s", name="Letter", order="b"),
            Round(id="r", journey="j", kind=kind, single_answers=announced),
            given,
        ]
    )


@pytest.mark.parametrize(
    ("answers", "result", "said"),
    [
        ((YES, YES, NO), PromiseResult.KEPT, "kept: 2 yes, 0 partly, 1 no"),
        ((YES, NO), PromiseResult.PARTLY, "partly kept: 1 yes, 0 partly, 1 no"),
        ((NO, NO, YES, None), PromiseResult.BROKEN, "not kept: 1 yes, 0 partly, 2 no"),
        ((PARTLY, PARTLY), PromiseResult.PARTLY, "partly kept: 0 yes, 2 partly, 0 no"),
        ((None,), None, "not asked yet"),
        ((), None, "not asked yet"),
    ],
)
def test_more_than_half_decide(answers: tuple[int | None, ...], result: PromiseResult | None, said: str) -> None:
    document = asked(*answers)
    (found,) = promises(document, "j", round_figures(document, "r"))
    assert (found.result, found.touchpoint) == (result, "t")
    assert result_words(found, texts("en")) == said


@pytest.mark.parametrize("kind", [RoundKind.DISCUSSION, RoundKind.SURVEY, RoundKind.TARGET])
def test_few_of_a_survey_are_not_shown_and_targets_ask_nobody(kind: RoundKind) -> None:
    few, many = (
        promises(d, "j", round_figures(d, "r"))[0] for d in (asked(YES, YES, kind=kind), asked(*[YES] * 9, kind=kind))
    )
    assert (few.result is None) == (kind is not RoundKind.DISCUSSION)
    assert (many.result is None) == (kind is RoundKind.TARGET)


@settings(max_examples=examples(60))
@given(some.lists(some.sampled_from([NO, PARTLY, YES, None]), max_size=30))
def test_one_more_yes_never_makes_it_worse(answers: list[int | None]) -> None:
    order = [None, *PromiseResult]
    before, after = (promises(d, "j", round_figures(d, "r"))[0] for d in (asked(*answers), asked(*answers, YES)))
    assert after.n == before.n + 1 and before.n == sum(a is not None for a in answers)
    if before.result is not None:
        assert order.index(after.result) >= order.index(before.result)


@settings(max_examples=examples(25), deadline=None)
@given(
    some.dictionaries(some.sampled_from([t.id for t in LINDENFURT.all(Touchpoint)]), some.integers(NO, YES), max_size=8)
)
def test_nothing_else_is_judged_by_it(given_: dict[str, int]) -> None:
    records = []
    for touchpoint, answer in given_.items():
        ratings = next(r for r in LINDENFURT.all(TouchpointRatings) if r.touchpoint == touchpoint)
        said = FrozenMap(dict.fromkeys(ratings.experience, answer))
        records.append(ratings.model_copy(update={"promise": said}))
        records.append(LINDENFURT.get(Touchpoint, touchpoint).model_copy(update={"promise": "At once"}))
    before, after = (round_figures(d, "round1") for d in (LINDENFURT, LINDENFURT.evolve(records)))
    assert after.ranking == before.ranking and after.criticality == before.criticality
    assert [(f.verdict, f.need, f.n, f.delta) for f in after.touchpoints] == [
        (f.verdict, f.need, f.n, f.delta) for f in before.touchpoints
    ]


def test_filters_and_json_know_it() -> None:
    document = asked(NO, NO, YES)
    figures = round_figures(document, "r")
    assert matching(document, "j", figures, Filter(marks=frozenset({Mark.PROMISED}))) == {"t"}
    assert matching(document, "j", figures, Filter(marks=frozenset({Mark.PROMISE_NOT_KEPT}))) == {"t"}
    kept = asked(YES)
    assert not matching(kept, "j", round_figures(kept, "r"), Filter(marks=frozenset({Mark.PROMISE_NOT_KEPT})))
    told = figures_json(document)["journeys"][0]["rounds"][0]["touchpoints"][0]
    assert told["promise_kept"] == "broken" and told["promise"]["counts"] == {"1": 2, "3": 1}
    bare = asked(NO, promise="")
    assert promises(bare, "j", round_figures(bare, "r")) == ()


def test_answers_and_balance_in_words() -> None:
    assert [answer_word("promise", value, texts("de")) for value in (1, 2, 3, 2.5, 4)] == [
        "nein",
        "teilweise",
        "ja",
        "",
        "",
    ]
    assert answer_word("experience", 3, texts("de")) == ""
    document = asked(YES)
    found = promises(document, "j", round_figures(document, "r"))
    assert balance_words(found, texts("en")) == "1 promise asked about: 1 kept, 0 partly kept, 0 not kept"
    assert balance_words((), texts("en")) == ""


def test_counts_of_a_discussion_are_shown_only_where_that_was_announced() -> None:
    for announced, said in ((True, "not kept: 1 yes, 0 partly, 2 no"), (False, "not kept, n\u00a0=\u00a03")):
        document = asked(NO, NO, YES, announced=announced)
        (found,) = promises(document, "j", round_figures(document, "r"))
        assert result_words(found, texts("en")) == said


def test_why_says_what_was_found_and_no_mean() -> None:
    document = asked(NO, NO, YES, None)
    (figures,) = round_figures(document, "r").touchpoints
    said = explain("promise", figures, document.get(Round, "r"), texts("en"))
    assert said.numbers == "Not kept: 1 yes, 0 partly, 2 no, 1 skipped" and "judges nothing else" in said.definition
