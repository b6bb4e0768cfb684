"""The report through its door: real PDF files, read back by other programs."""

from __future__ import annotations

import io
import multiprocessing
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report import Report, report_pdf
from cxstudio.look.fonts import PLACEHOLDER, FontBook
from cxstudio.model import (
    PROJECT_ID,
    Document,
    Headline,
    Journey,
    Measure,
    Note,
    Participant,
    Picture,
    Project,
    ReportSettings,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import CostState, CriticalMark, Language, MeasureStatus, NoteKind, ReportPreset, RoundKind

NANUM = Path("/usr/share/fonts/truetype/nanum")


@cache
def of_sample(language: str) -> Report:
    made = sample("lindenfurt", language)
    return report_pdf(made.document, made.assets, language)


def pages_of(report: Report) -> list[str]:
    return [flat(page.extract_text()) for page in PdfReader(io.BytesIO(report.pdf)).pages]


def flat(text: str) -> str:
    return " ".join(text.replace("-\n", "").split())


def unembedded(pdf: bytes) -> set[str]:
    """Names of fonts a page refers to without carrying the file."""
    found = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get_object().get("/Font", {}).values():
            font = font.get_object()
            described = font.get("/DescendantFonts", [font])[0].get_object().get("/FontDescriptor")
            if described is None or not any(
                k in described.get_object() for k in ("/FontFile", "/FontFile2", "/FontFile3")
            ):
                found.add(str(font.get("/BaseFont")))
    return found


def fonts_of(pdf: bytes) -> set[str]:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return {str(f.get_object()["/BaseFont"]) for p in pages for f in p["/Resources"].get_object()["/Font"].values()}


def words_of(pdf: bytes) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            yield page, page.extract_words(x_tolerance=1.0, y_tolerance=1.0, keep_blank_chars=False)


def assert_nothing_outside_or_overlapping(pdf: bytes) -> None:
    """Every word inside the page's margins; no two words on the same place."""
    for page, words in words_of(pdf):
        for word in words:
            assert word["x0"] >= 30 and word["x1"] <= page.width - 30, word["text"]
            assert word["top"] >= 20 and word["bottom"] <= page.height - 12, word["text"]
        words.sort(key=lambda w: (w["top"], w["x0"]))
        for i, word in enumerate(words):
            for other in words[i + 1 : i + 60]:
                if other["top"] >= word["bottom"]:
                    break
                across = min(word["x1"], other["x1"]) - max(word["x0"], other["x0"])
                down = min(word["bottom"], other["bottom"]) - max(word["top"], other["top"])
                assert across < 1.5 or down < 0.45 * min(
                    word["bottom"] - word["top"], other["bottom"] - other["top"]
                ), (
                    page.page_number,
                    word["text"],
                    other["text"],
                )


@pytest.mark.parametrize(("language", "of"), [("de", "von"), ("en", "of")])
def test_page_one_says_what_management_has_to_know(language: str, of: str) -> None:
    pages = pages_of(of_sample(language))
    first = pages[0]
    assert f"1 {of} {len(pages)}" in first
    for figure in {
        "de": ("−3,6", "−3,1", "−2,8", "32.000 €", "6.900 €", "29.600 €"),
        "en": ("−3.6", "−3.1", "−2.8", "€32,000", "€6,900", "€29,600"),
    }[language]:
        assert figure in first
    says = {
        "de": (
            "Drei von 14 Kontaktpunkten",
            "Geschäftsleitung, bis 30. April 2026",
            "Maßnahmen 1, 2 und 5",
            "2.560 Anrufe × 7,50 €",
            "0,9 Anrufen je Umzug",
            "Innensicht: 9 Mitarbeitende",
            "Jana Brandt",
            "Leitung Kundenservice",
            "4. September 2026",
            "12. März 2026",
            "Zählerwechsel: Monteur",
            "geplant",
        ),
        "en": ("30 April 2026", "measures 1, 2 and 5", "Employees", "4 September 2026", "planned"),
    }[language]
    for text in says:
        assert text in first, text
    for never in ("Kano", "alpha", "r_wg", "SERVQUAL", "Werner"):
        assert never.casefold() not in first.casefold()


def test_every_page_is_numbered_and_says_whose_it_is() -> None:
    pages = pages_of(of_sample("de"))
    for number, text in enumerate(pages, 1):
        assert f"{number} von {len(pages)}" in text
        assert "Stadtwerke Lindenfurt · Vertraulich" in text


def test_every_touchpoint_measure_and_reason_is_in_it() -> None:
    made = sample("lindenfurt", "de")
    text = " ".join(pages_of(of_sample("de")))
    for measure in made.document.all(Measure):
        assert measure.title.replace("\N{NO-BREAK SPACE}", " ") in text
    for touchpoint in made.document.all(Touchpoint):
        assert touchpoint.name in text
    assert "Basisanforderung nicht erfüllt" in text
    assert "Was erwartet Jana Brandt hier?" in text
    assert "1 = sehr schlecht … 7 = sehr gut" in text


def test_fonts_are_embedded_and_nothing_lies_outside_or_overlaps() -> None:
    for language in ("de", "en"):
        pdf = of_sample(language).pdf
        assert unembedded(pdf) == set()
        assert_nothing_outside_or_overlapping(pdf)


def test_title_language_outline_and_size() -> None:
    reader = PdfReader(io.BytesIO(of_sample("de").pdf))
    assert reader.metadata is not None and "Umzug" in str(reader.metadata.title)
    assert reader.trailer["/Root"]["/Lang"] == "de"
    titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "Entscheidungsvorlage" and len(titles) >= 6
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in reader.pages} == {(842, 595)}


def test_the_same_project_gives_the_same_bytes() -> None:
    made = sample("lindenfurt", "de")
    assert report_pdf(made.document, made.assets, "de").pdf == of_sample("de").pdf


def test_a_headline_somebody_rewrote_is_used_in_its_language_only() -> None:
    made = sample("lindenfurt", "de")
    own = Headline(id="own", section="measures", language=Language.GERMAN, text="Das tun wir <b>jetzt</b> & gleich")
    document = made.document.evolve((own,))
    assert "Das tun wir <b>jetzt</b> & gleich" in " ".join(pages_of(report_pdf(document, made.assets, "de")))
    assert "Das tun wir" not in " ".join(pages_of(report_pdf(document, made.assets, "en")))


def test_measures_under_way_are_not_asked_for() -> None:
    made = sample("lindenfurt", "de")
    running = [m.model_copy(update={"status": MeasureStatus.RUNNING}) for m in made.document.all(Measure)]
    first = pages_of(report_pdf(made.document.evolve(running), made.assets, "de"))[0]
    assert "Noch wird keine Entscheidung erbeten" in first
    assert "32.000 €" not in first


def test_headings_tables_and_reading_order_are_tagged() -> None:
    reader = PdfReader(io.BytesIO(of_sample("de").pdf))
    root = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    found: dict[str, int] = {}

    def walk(element: Any) -> None:
        element = element.get_object()
        if isinstance(element, dict) and "/S" in element:
            found[element["/S"]] = found.get(element["/S"], 0) + 1
            for kid in element.get("/K", []):
                walk(kid)

    for kid in root["/StructTreeRoot"].get_object()["/K"]:
        walk(kid)
    assert found["/H1"] >= 6 and found["/TH"] > 20 and found["/TD"] > 60 and found["/TR"] > 20 and found["/P"] > 20


def test_every_row_of_a_table_has_a_cell_for_every_column() -> None:
    root = PdfReader(io.BytesIO(of_sample("de").pdf)).trailer["/Root"].get_object()
    tables = [k.get_object() for k in root["/StructTreeRoot"].get_object()["/K"][0].get_object()["/K"]
              if isinstance(k.get_object(), dict) and k.get_object().get("/S") == "/Table"]  # fmt: skip
    assert len(tables) >= 4
    for table in tables:
        rows = [row.get_object()["/K"] for row in table["/K"]]
        if rows[0][0].get_object()["/S"] == "/TH":
            assert {len(row) for row in rows} == {len(rows[0])}, [len(row) for row in rows]


def test_a_documentation_holds_every_note_with_its_evidence() -> None:
    made = sample("lindenfurt", "de")
    settings = made.document.all(ReportSettings)[0].model_copy(update={"preset": ReportPreset.DOCUMENTATION})
    text = " ".join(pages_of(report_pdf(made.document.evolve((settings,)), made.assets, "de")))
    shown = [n for n in made.document.all(Note) if n.kind in (NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY)]
    assert len(shown) > 10
    for note in shown:
        assert note.text in text
    assert "Annahme" in text and "Beobachtung" in text


def test_sections_are_chosen_and_ordered() -> None:
    made = sample("lindenfurt", "de")
    chosen = made.document.all(ReportSettings)[0].model_copy(update={"sections": ("measures", "decision", "no-such")})
    report = report_pdf(made.document.evolve((chosen,)), made.assets, "de")
    assert report.pages == 2
    assert "Sechs Maßnahmen" in pages_of(report)[0]


def test_what_the_group_decides_against_the_rule_is_printed_with_its_reason() -> None:
    made = sample("lindenfurt", "de")
    hotline = next(t for t in made.document.all(Touchpoint) if t.name.startswith("Hotline"))
    changed = hotline.model_copy(update={"critical": CriticalMark.NO, "critical_reason": "Wird abgeschaltet."})
    text = " ".join(pages_of(report_pdf(made.document.evolve((changed,)), made.assets, "de")))
    assert "Von der Regel vorgeschlagen, für die Gruppe nicht kritisch" in text
    assert "Wird abgeschaltet." in text


def changed_measures(**values: Any) -> tuple[Document, dict[str, bytes]]:
    made = sample("lindenfurt", "de")
    return made.document.evolve([m.model_copy(update=values) for m in made.document.all(Measure)]), dict(made.assets)


def test_cost_says_planned_or_spent() -> None:
    document, assets = changed_measures(cost_state=CostState.SPENT)
    assert "ausgegeben" in pages_of(report_pdf(document, assets, "de"))[0]
    first = document.all(Measure)[0].model_copy(update={"cost_state": CostState.PLANNED})
    mixed = pages_of(report_pdf(document.evolve((first,)), assets, "de"))[0]
    assert "geplant; davon 20.900 € ausgegeben" in mixed


def test_one_measure_is_named_and_many_are_counted() -> None:
    document, assets = changed_measures(status=MeasureStatus.IDEA)
    one = document.all(Measure)[1].model_copy(update={"status": MeasureStatus.PROPOSED})
    assert "Freigabe der Maßnahme 2, „Formular von 17" in pages_of(report_pdf(document.evolve((one,)), assets, "de"))[0]
    many = [Measure(id=f"x{i}", title=f"Noch {i}", order=f"b{i}", status=MeasureStatus.PROPOSED,
                    touchpoints=tuple(t.id for t in document.all(Touchpoint))) for i in range(12)]  # fmt: skip
    text = " ".join(pages_of(report_pdf(document.evolve(many), assets, "de")))
    assert "Freigabe von 12 Maßnahmen" in text and "und 8 weitere" in text and "nicht geschätzt" in text


def test_a_survey_shows_its_view_its_people_and_its_intervals() -> None:
    made = sample("lindenfurt", "de")
    survey = next(r for r in made.document.all(Round) if r.kind is RoundKind.SURVEY)
    journey = made.document.get(Journey, survey.journey).model_copy(update={"shown_round": survey.id})
    pages = pages_of(report_pdf(made.document.evolve((journey,)), made.assets, "de"))
    assert "Kundensicht: 46 von 180" in pages[0]
    text = " ".join(pages)
    assert "95-%-Intervall" in text and "Wie gut haben Sie das erwartet?" in text
    assert "Innensicht, n = 9" not in text, "views are not mixed"


def test_a_pictures_asset_that_is_gone_does_not_stop_the_report() -> None:
    made = sample("lindenfurt", "de")
    pinned = Picture(id="pic", about=made.document.all(Touchpoint)[0].id, asset="0" * 64)
    assert report_pdf(made.document.evolve((pinned,)), {}, "de").pages > 5


# What is missing is said calmly


def bare(*records: Any, title: str = "Leer") -> Document:
    return Document((Project(id=PROJECT_ID, title=title, language=Language.GERMAN), *records))


def test_an_empty_project_says_what_is_missing() -> None:
    report = report_pdf(Document(), {}, "de")
    text = " ".join(pages_of(report))
    assert report.pages == 2
    assert "noch keine Kontaktpunkte" in text
    for missing in ("Es gibt keine Karte", "Es gibt keine Deltas", "Es gibt noch keine Maßnahmen"):
        assert missing in text
    assert "Noch wird keine Entscheidung erbeten" in text
    assert "noch niemand benannt" in text and "noch kein Termin vereinbart" in text
    assert unembedded(report.pdf) == set()


def test_without_a_round_and_measures() -> None:
    document = bare(
        Journey(id="j", title="Umzug"),
        Stage(id="s", journey="j", name="Anmelden"),
        Touchpoint(id="t", stage="s", name="Formular", critical=CriticalMark.YES, critical_reason="Alle sagen es."),
    )
    text = " ".join(pages_of(report_pdf(document, {}, "de")))
    assert "hat noch niemand bewertet" in text
    assert "Es gibt noch keine Maßnahmen" in text
    assert "Formular" in text and "noch keine Maßnahme" in text
    assert "None" not in text and "nan" not in text.casefold().split()


# Very long, very many, other scripts


def long_words() -> Document:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpolitur " * 40
    settings = ReportSettings(id="report", decision=long, without_decision=long, decision_by=long,
                              decision_until=date(2026, 4, 30))  # fmt: skip
    headline = Headline(id="h", section="decision", text=long)
    points = [Touchpoint(id=f"t{i}", stage="s", name=long, order=f"a{i}", critical=CriticalMark.YES,
                         critical_reason=long, stardust=i > 2) for i in range(5)]  # fmt: skip
    measures = [Measure(id=f"m{i}", title=long, description=long * 3, owner_role=long, basis=long, order=f"a{i}",
                        touchpoints=("t0", "t1"), status=MeasureStatus.PROPOSED, cost_once=1e9, cost_per_year=1e9,
                        benefit_per_year=1e9) for i in range(12)]  # fmt: skip
    people = [Participant(id=f"p{i}") for i in range(3)]
    rated = [
        TouchpointRatings(id=f"r{i}", round="r", touchpoint=f"t{i}", expectation={p.id: 6 for p in people},
                          experience={p.id: 2 for p in people}, importance={p.id: 7 for p in people})
        for i in range(5)
    ]  # fmt: skip
    return Document(
        (Project(id=PROJECT_ID, title=long, client=long), Journey(id="j", title=long, owner=long),
         Stage(id="s", journey="j", name=long), Round(id="r", journey="j"), settings, headline,
         *points, *measures, *people, *rated)
    )  # fmt: skip


def test_very_long_texts_stay_on_their_pages() -> None:
    report = report_pdf(long_words(), {}, "de")
    pages = pages_of(report)
    assert f"1 von {len(pages)}" in pages[0] and "Grundlage" in pages[0]
    assert f"2 von {len(pages)}" not in pages[0]
    assert_nothing_outside_or_overlapping(report.pdf)


def test_four_hundred_touchpoints_go_over_pages_and_page_one_stays_one() -> None:
    made = sample("large", "de")
    report = report_pdf(made.document, made.assets, "de")
    pages = pages_of(report)
    assert len(pages) == report.pages > 20
    assert "Entscheidungsvorlage".upper() in pages[0] and "Grundlage" in pages[0]
    heads = [t for t in pages if re.search(r"Warum kritisch", t)]
    assert heads
    assert_nothing_outside_or_overlapping(report.pdf)


def korean() -> Document:
    return bare(
        Journey(id="j", title="키오스크 서비스"),
        Stage(id="s", journey="j", name="주문"),
        Touchpoint(id="t", stage="s", name="키오스크는 사용하기 쉽다", critical=CriticalMark.YES),
        Measure(id="m", title="화면을 단순하게", touchpoints=("t",), status=MeasureStatus.PROPOSED),
        title="키오스크",
    )


@pytest.mark.skipif(not NANUM.is_dir(), reason="fonts-nanum is not installed")
def test_korean_is_set_in_an_embedded_hangul_font() -> None:
    report = report_pdf(korean(), {}, "de", fonts=FontBook([NANUM]))
    assert "키오스크는 사용하기 쉽다" in " ".join(pages_of(report))
    assert any("Nanum" in name for name in fonts_of(report.pdf))
    assert unembedded(report.pdf) == set()
    assert report.notices == ()


def test_without_a_hangul_font_there_are_placeholders_and_a_notice() -> None:
    report = report_pdf(korean(), {}, "de", fonts=FontBook([]))
    text = " ".join(pages_of(report))
    assert PLACEHOLDER in text and "키" not in text
    assert len(report.notices) == 1 and "U+D0A4" in report.notices[0]
    assert report.notices[0] in text


# Progress, cancelling, another process


class Cancelled(Exception):
    pass


def test_progress_rises_to_one_and_can_cancel() -> None:
    made = sample("lindenfurt", "en")
    shares: list[float] = []
    report_pdf(made.document, made.assets, "en", progress=lambda share, _: shares.append(share))
    assert shares == sorted(shares) and shares[-1] == 1.0 and len(shares) > 8

    def cancel(share: float, _: str) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        report_pdf(made.document, made.assets, "en", progress=cancel)


def test_a_spawned_process_makes_the_same_report() -> None:
    made = sample("lindenfurt", "de")
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        there = pool.submit(report_pdf, made.document, dict(made.assets), "de").result(timeout=120)
    assert there.pdf == of_sample("de").pdf
