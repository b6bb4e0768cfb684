"""Sentences written from figures: what they say about the sample, and what they never say about any journey."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import Criticality, RankStability, Reason, ReasonFound, RoundFigures
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Journey, Measure, Persona, Round, Touchpoint
from cxstudio.model.kinds import CriticalMark, MeasureStatus, RequirementKind, RoundKind, View
from cxstudio.wording import Texts, texts
from cxstudio.wording.explanations.round_explanations import ROUND_FIGURES, explain_round
from cxstudio.wording.explanations.touchpoint_explanations import FIGURES, explain, explain_all
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.figures.critical_reasons import (
    group_sentence,
    reason_phrases,
    reason_sentences,
    stability_sentences,
)
from cxstudio.wording.figures.figure_sentences import (
    agreement_words,
    basis_line,
    delta_words,
    interval_words,
    people_words,
    short_basis,
    spread_words,
)
from cxstudio.wording.figures.rating_questions import question
from cxstudio.wording.findings.page_one_finding import finding
from cxstudio.wording.findings.report_headlines import (
    critical_headline,
    deltas_headline,
    map_headline,
    measures_headline,
    need_headline,
)
from cxstudio.wording.plan.measure_standing_sentences import basics_first
from tests.cxstudio.journeys import journey, journeys
from tests.examples import examples

FORBIDDEN = {
    "de": r"beweis|signifikan|verursach|\bschuld|versag|\blöst\b|\bdie Kund(en|innen)\b",
    "en": r"\bproves?\b|significan|\bcaused?\b|\bguilt|\bfail|\bsolves?\b|\bthe customers\b(?!’)",
}


@pytest.fixture(scope="module", params=["de", "en"])
def spoken(request: pytest.FixtureRequest) -> tuple[Document, RoundFigures, Texts]:
    document = sample("lindenfurt", request.param).document
    return document, round_figures(document, "round1"), texts(request.param)


def german() -> tuple[Document, RoundFigures, Texts]:
    document = sample("lindenfurt", "de").document
    return document, round_figures(document, "round1"), texts("de")


def test_why_the_hotline_is_critical() -> None:
    document, figures, words = german()
    assert " ".join(reason_sentences(document, figures, "t08", words)) == (
        "Basisanforderung nicht erfüllt, größter Bedarf, einer der Tiefpunkte. "
        "„Hotline“ und „Schlussrechnung alte Wohnung“ behalten die Ränge 1–2, auch wenn eine beliebige Stimme fehlt."
    )
    assert reason_sentences(document, figures, "t04", words) == [
        "Basisanforderung nicht erfüllt, drittgrößter Bedarf; dafür spricht auch: 38\N{NO-BREAK SPACE}% brechen ab.",
        "Rang 3, auch wenn eine beliebige Stimme fehlt.",
    ]
    assert reason_sentences(document, figures, figures.criticality["t01"], words) == []
    assert reason_sentences(document, figures, "gone", words) == []


def test_basis_lines() -> None:
    document, figures, words = german()
    assert basis_line(document, figures, words) == (
        "Innensicht: 9 Mitarbeitende aus Sicht von Jana Brandt, Workshop 12. März 2026"
    )
    survey = round_figures(document, "round2")
    assert basis_line(document, survey, words) == "Kundensicht: 46 von 180 Eingeladenen, Befragung 17. April 2026"
    assert short_basis(document.get(Round, "round1"), figures.n, words) == "Innensicht, n = 9"


def test_headlines_of_the_sample() -> None:
    document, figures, words = german()
    assert finding(document, figures, words) == (
        "Sieben von 14 Kontaktpunkten enttäuschen, darunter vier Basisanforderungen; drei davon sind nicht erfüllt."
    )
    assert map_headline(document, figures, words, "Umzug") == (
        "„Hotline“ und „Schlussrechnung alte Wohnung“ sind die Tiefpunkte der Reise"
    )
    assert deltas_headline(document, figures, words) == (
        "Am weitesten hinter der Erwartung: „Hotline“ und „Schlussrechnung alte Wohnung“"
    )
    assert need_headline(document, figures, words) == "7 Kontaktpunkte enttäuschen, 3 begeistern", "1 and 2 swap"
    survey = round_figures(document, "round2")
    assert finding(document, survey, words) == (
        "Drei von 6 Kontaktpunkten enttäuschen klar, alle sind Basisanforderungen; eine davon ist nicht erfüllt; "
        "1 enttäuscht möglicherweise; 8 von 14 Kontaktpunkten sind noch nicht bewertet."
    )
    assert critical_headline(3, words) == "Drei Kontaktpunkte sind kritisch"
    measures = document.all(Measure)
    assert measures_headline(measures, words) == "Sechs Maßnahmen, drei zur Freigabe"


def test_figures_in_words() -> None:
    _, figures, words = german()
    hotline = figures.by_id["t08"]
    assert delta_words(hotline, words) == "▼ −3,6 enttäuschend"
    assert hotline.agreement_steps is not None
    assert agreement_words(hotline.agreement_steps, words) == "hohe Einigkeit"
    assert hotline.experience is not None and spread_words(hotline.experience, words) == "2 bis 4"
    assert interval_words((-2.6, 1.4), words) == "95-%-Intervall −2,6 bis +1,4"


def test_a_need_is_explained_with_its_own_numbers(spoken: tuple[Document, RoundFigures, Texts]) -> None:
    document, figures, words = spoken
    need = explain("need", figures.by_id["t08"], document.get(Round, "round1"), words)
    assert need.numbers == "100 × 0,91 × 0,59 = 54".replace(",", "," if words.language == "de" else ".")
    assert "1977" in need.source
    everything = explain_all(figures.by_id["t08"], document.get(Round, "round1"), words)
    unsaid = {"quick", "ceiling", "camps"}  # nobody rated quickly, the expectation is below the top, no two camps
    assert len(everything) == len(FIGURES) - len(unsaid)


def test_what_the_group_decided_is_said_with_its_reason() -> None:
    document, _, words = german()
    first, hotline = (document.get(Touchpoint, t) for t in ("t01", "t08"))
    changed = [
        first.model_copy(update={"critical": CriticalMark.YES, "critical_reason": "Alle fangen hier an."}),
        hotline.model_copy(update={"critical": CriticalMark.NO}),
    ]
    figures = round_figures(document.evolve(changed), "round1")
    assert group_sentence(figures.criticality["t01"], words).endswith("Alle fangen hier an.")
    assert "nicht notiert" in group_sentence(figures.criticality["t08"], words)
    assert group_sentence(figures.criticality["t12"], words) == ""


def test_ranks_that_move_are_said_to_move() -> None:
    words = texts("en")
    assert stability_sentences(2, RankStability(2, 5, 1, 6), words) == [
        "Rank 2 to 5, depending on who is left out.",
        "With other weights for importance and shortfall: rank 1 to 6.",
    ]
    assert stability_sentences(2, RankStability(None, None, 2, 3), words) == []


def test_headlines_where_little_is_known() -> None:
    words = texts("en")
    assert finding(journey(), None, words).startswith("Nothing to report yet")
    fine = journey([{"expectation": (4, 4), "experience": (4, 4)}] * 2)
    figures = round_figures(fine, "r")
    assert finding(fine, figures, words) == "No touchpoint disappoints, and none delights."
    assert deltas_headline(fine, figures, words) == "Experience and expectation lie close together"
    assert map_headline(fine, figures, words, "Moving home") == "Moving home"
    bad = journey([{"expectation": (6, 6), "experience": (4, 4)}, {"expectation": (4, 4), "experience": (6, 6)}])
    assert finding(bad, round_figures(bad, "r"), words) == "One of 2 touchpoints disappoints: “Point 1”."
    alone = journey([{"experience": (4, 4)}, {"experience": (2, 3)}])
    assert finding(alone, round_figures(alone, "r"), words).endswith("The experience is lowest at “Point 2”.")
    assert (
        deltas_headline(alone, round_figures(alone, "r"), words) == "The experience was rated, the expectation was not"
    )
    even = journey([{"experience": (4, 4)}] * 2)
    assert finding(even, round_figures(even, "r"), words).endswith("the same everywhere.")
    good = journey([{"expectation": (4, 4), "experience": (6, 6)}])
    assert finding(good, round_figures(good, "r"), words) == "No touchpoint disappoints; 1 delights."


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        ((), "There are no measures yet"),
        (("idea",), "One measure"),
        (("proposed",), "One measure awaiting approval"),
        (("idea", "proposed"), "Two measures, one of them awaiting approval"),
        (("idea",) * 13, "13 measures"),
    ],
)
def test_measures_headline(statuses: tuple[str, ...], told: str) -> None:
    measures = [Measure(id=f"m{at}", title="M", status=MeasureStatus(s)) for at, s in enumerate(statuses)]
    assert measures_headline(measures, texts("en")) == told


@pytest.mark.parametrize(
    ("values", "n", "told"),
    [
        ({"kind": RoundKind.GROUP}, 1, "one value of the whole group from Jana Brandt’s point of view"),
        ({"view": View.EXPERTS}, 2, "2 experts from Jana Brandt’s point of view"),
        ({"view": View.CUSTOMERS}, 1, "1 person asked"),
        ({"view": View.CUSTOMERS, "asked": 90}, 40, "40 of 90 people invited"),
        ({"kind": RoundKind.TARGET}, 0, "a target, nobody was asked"),
    ],
)
def test_people(values: dict[str, object], n: int, told: str) -> None:
    document = journey(persona="p", **values)
    assert people_words(document, document.get(Round, "r"), n, texts("en")) == told


@pytest.mark.parametrize(("name", "said"), [
    ("Jana Brandt", "Was erwartet Jana Brandt hier?"),
    ("Zieht um, macht alles online", "Was erwartet „Zieht um, macht alles online“ hier?"),
])  # fmt: skip
def test_a_described_persona_is_told_apart_from_the_sentence(name: str, said: str) -> None:
    document = Document([Persona(id="p", name=name), Journey(id="j", title="J")])
    asked = Round(id="r", journey="j", persona="p")
    assert question("expectation", document, asked, texts("de")).text == said


def test_short_names_end_at_the_colon() -> None:
    names = ["Hotline: hello?", "12:30 call", ": odd", "Offer: letter", "Offer: visit"]
    document = journey(touchpoints=[{"name": name} for name in names])
    assert [short_name(document, f"t{at}") for at in range(1, 6)] == ["Hotline", *names[1:]]


def everything_said(document: Document, words: Texts) -> list[str]:
    figures = round_figures(document, "r")
    round_ = document.get(Round, "r")
    said = [basis_line(document, figures, words), finding(document, figures, words)]
    said += [
        map_headline(document, figures, words, ""),
        deltas_headline(document, figures, words),
        need_headline(document, figures, words),
    ]
    for touchpoint, mark in figures.criticality.items():
        said += reason_sentences(document, figures, touchpoint, words)
        said.append(group_sentence(mark, words).replace(mark.group_reason or "\0", ""))
    for found in figures.touchpoints:
        said.append(delta_words(found, words))
        said += [
            part for e in explain_all(found, round_, words) for part in (e.title, e.definition, e.numbers, e.source)
        ]
    return said


@settings(max_examples=examples(60), deadline=None)
@given(journeys())
def test_no_sentence_ever_claims_what_figures_cannot_know(document: Document) -> None:
    for language, pattern in FORBIDDEN.items():
        for sentence in everything_said(document, texts(language)):
            assert not re.search(pattern, sentence, re.IGNORECASE), sentence
            assert "{" not in sentence and "nan" not in sentence.split()
            if language == "de":
                assert not re.search(r"\d\.\d(?!\d\d)", sentence), sentence


def test_a_round_is_explained_with_its_own_numbers() -> None:
    document, figures, words = german()
    told = {figure: explain_round(figure, document, figures, words).numbers for figure in ROUND_FIGURES}
    assert told["ranking"] == "Zuerst: „Hotline“, „Schlussrechnung alte Wohnung“ und „Umzugsformular“"
    assert told["critical"] == "3 vorgeschlagen, 3 kritisch, 0 von der Gruppe anders entschieden"
    assert told["overall_experience"] == "4,6 über 14 Kontaktpunkte"
    assert told["lowest_low"] == "„Hotline“ und „Schlussrechnung alte Wohnung“"
    assert told["peak_end"].startswith("+0,6, n = 9; am stärksten: „Hotline“")
    survey = round_figures(document, "round2")
    assert "Lücke" in explain_round("ranking", document, survey, words).numbers
    assert explain_round("peak_end", document, survey, words).numbers == ""


def test_reasons_with_their_numbers() -> None:
    document, figures, words = german()
    told = {
        (Reason.LARGEST_NEED, ("place", 7.0)): "Bedarf an 7. Stelle",
        (Reason.LARGEST_GAP, ("place", 2.0)): "zweitgrößte Lücke zur Erwartung",
        (Reason.LOSSY_HANDOVER, ("nothing", 1.0)): "bei der Übergabe an Kundenservice wird nichts weitergegeben",
        (Reason.LOSSY_HANDOVER, ("nothing", 0.0)): "bei der Übergabe an Kundenservice wird nur ein Teil weitergegeben",
        (Reason.DROP_OUT, ("assumed", 1.0)): "hier wird abgebrochen",
        (Reason.EVERY_WAY,): "jeder Weg führt hier durch",
        (Reason.BAD_END, ("emotion", -2.0)): "die Reise endet hier schlecht",
    }
    for (reason, *numbers), phrase in told.items():
        found = Criticality("t08", True, True, False, (ReasonFound(reason, tuple(numbers)),))
        assert reason_phrases(document, figures, found, words) == [phrase]
    guessed = ReasonFound(Reason.DROP_OUT, (("share", 0.2), ("assumed", 1.0)))
    found = Criticality("t08", True, True, False, (guessed,))
    assert reason_phrases(document, figures, found, words) == ["20\N{NO-BREAK SPACE}% brechen ab (Annahme)"]


def test_quick_and_uncertain_deltas_say_so() -> None:
    words = texts("en")
    quick = journey([{"quick": (-2, -1, None)}])
    found = round_figures(quick, "r").by_id["t1"]
    told = explain("delta", found, quick.get(Round, "r"), words).numbers
    assert told == "Delta −1.5, n = 2, from quick ratings, 1 skipped"
    spread = {"expectation": (5,) * 10, "experience": (1, 2, 3, 4, 5, 6, 7, 1, 7, 3)}
    survey = journey([spread], kind=RoundKind.SURVEY)
    wide = round_figures(survey, "r").by_id["t1"]
    assert delta_words(wide, words) == "▽ −1.1 possibly disappointing"
    assert "interval includes" in explain("verdict", wide, survey.get(Round, "r"), words).numbers
    few = journey([{"expectation": (5, 5), "experience": (1, 2)}], kind=RoundKind.SURVEY)
    said = explain("verdict", round_figures(few, "r").by_id["t1"], few.get(Round, "r"), words).numbers
    assert said.endswith("too few answers")
    top = journey([{"expectation": (7, 7)}])
    high = round_figures(top, "r").by_id["t1"]
    assert "hardly any room" in explain("ceiling", high, top.get(Round, "r"), words).numbers
    assert delta_words(high, words) == "cannot be told"


def test_many_disappointments_are_counted_in_words() -> None:
    bad = {"expectation": (6, 6), "experience": (4, 4)}
    worse = {"expectation": (6, 6), "experience": (2, 2)}
    three = journey([bad, worse, bad])
    words = texts("en")
    assert finding(three, round_figures(three, "r"), words) == (
        "Three of 3 touchpoints disappoint, most of all “Point 2”."
    )
    basic = journey([worse, bad], touchpoints=[{"requirement": RequirementKind.BASIC}, {}])
    told = finding(basic, round_figures(basic, "r"), words)
    assert told == "Two of 2 touchpoints disappoint, among them one basic requirement; it is not met."
    assert [critical_headline(n, words) for n in (0, 1, 13)] == [
        "No touchpoint is critical so far",
        "One touchpoint is critical",
        "13 touchpoints are critical",
    ]
    happy = journey([{"emotion": (3, 3)}, {"emotion": (0, 1)}])
    told = map_headline(happy, round_figures(happy, "r"), words, "x")
    assert told == "“Point 1” is the high point of the journey"


def test_the_finding_says_how_little_was_rated() -> None:
    rated: dict[str, tuple[int | None, ...]] = {"expectation": (6,), "experience": (2,)}
    few = journey([rated, *({} for _ in range(5))])
    figures = round_figures(few, "r")
    assert (
        finding(few, figures, texts("de")) == "„Point 1“ enttäuscht; 5 von 6 Kontaktpunkten sind noch nicht bewertet."
    )
    assert finding(few, figures, texts("en")).endswith("; 5 of 6 touchpoints are not rated yet.")
    half = journey([rated, {}])
    told = finding(half, round_figures(half, "r"), texts("de"))
    assert told == "„Point 1“ enttäuscht; 1 von 2 Kontaktpunkten ist noch nicht bewertet."
    alone = journey([rated])
    assert finding(alone, round_figures(alone, "r"), texts("de")) == "„Point 1“ enttäuscht."
    most = journey([rated, rated, rated, {}])
    alike = finding(most, round_figures(most, "r"), texts("en"))
    assert alike == "Three of 3 touchpoints disappoint.", "nothing is worst where all are alike"
    worse = journey([rated, rated, {"expectation": (7,), "experience": (1,)}])
    told = finding(worse, round_figures(worse, "r"), texts("en"))
    assert told == "Three of 3 touchpoints disappoint, most of all “Point 3”."


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("de", "Hotline: „Ist die Abmeldung durch?“", "„Hotline: ‚Ist die Abmeldung durch?‘“"),
        ("de", "„Nur angeben, was noch niemand weiß“", "„Nur angeben, was noch niemand weiß“"),
        ("de", "„Ja“ oder „Nein“", "„‚Ja‘ oder ‚Nein‘“"),
        ("en", "Card “Settled in well?”", "“Card ‘Settled in well?’”"),
        ("en", "“Nobody answers.” ", "“Nobody answers.”"),
        ("en", '"Nobody answers."', "“Nobody answers.”"),
    ],
)
def test_a_quotation_is_closed_and_quoted_once(language: str, name: str, said: str) -> None:
    assert texts(language).quoted(name) == said


def test_basics_first_names_touchpoints_whose_names_end_in_a_quotation() -> None:
    said = basics_first([Touchpoint(id="t", stage="s", name="Hotline: „Ist sie durch?“")], texts("de"))
    assert "„Hotline: ‚Ist sie durch?‘“ ist" in said
