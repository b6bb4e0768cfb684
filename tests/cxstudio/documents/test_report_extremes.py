"""The report of little, of very much, in other scripts, cancelled, and in another process."""

from __future__ import annotations

import multiprocessing
import re
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.look.fonts import PLACEHOLDER, FontBook
from cxstudio.model import (
    PROJECT_ID,
    Document,
    Headline,
    Journey,
    Measure,
    Participant,
    Project,
    ReportSettings,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import CriticalMark, Language, MeasureStatus, ReportPreset
from tests.cxstudio.documents.report_pages import (
    assert_nothing_outside_or_overlapping,
    fonts_of,
    of_sample,
    pages_of,
    unembedded,
)

NANUM = Path("/usr/share/fonts/truetype/nanum")


def bare(*records: Any, title: str = "Leer") -> Document:
    return Document((Project(id=PROJECT_ID, title=title, language=Language.GERMAN), *records))


def test_an_empty_project_says_what_is_missing() -> None:
    report = report_pdf(Document(), {}, "de")
    text = " ".join(pages_of(report))
    assert report.pages == 2
    assert "noch keine Kontaktpunkte" in text
    for missing in ("Es gibt keine Karte", "Es gibt keine Deltas", "Es gibt noch keine Maßnahmen"):
        assert missing in text
    assert "Noch keine Entscheidung erbeten" in text
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


def long_words(many: int) -> Document:
    """Endless words wherever a text may stand, in so many measures."""
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpolitur " * 40
    settings = ReportSettings(id="report", decision=long, without_decision=long, decision_by=long,
                              decision_until=date(2026, 4, 30))  # fmt: skip
    headline = Headline(id="h", section="decision", text=long)
    points = [Touchpoint(id=f"t{i}", stage="s", name=long, order=f"a{i}", critical=CriticalMark.YES,
                         critical_reason=long, stardust=i > 2) for i in range(5)]  # fmt: skip
    measures = [Measure(id=f"m{i}", title=long, description=long * 3, owner_role=long, basis=long, order=f"a{i}",
                        touchpoints=("t0", "t1"), status=MeasureStatus.PROPOSED, cost_once=1e9, cost_per_year=1e9,
                        benefit_per_year=1e9) for i in range(many)]  # fmt: skip
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


@pytest.mark.parametrize("many", [2, pytest.param(12, marks=pytest.mark.torture)])
def test_very_long_texts_stay_on_their_pages(many: int) -> None:
    report = report_pdf(long_words(many), {}, "de")
    pages = pages_of(report)
    assert f"1 von {len(pages)}" in pages[0] and "Datengrundlage" in pages[0]
    assert f"2 von {len(pages)}" not in pages[0]
    assert_nothing_outside_or_overlapping(report.pdf)


@pytest.mark.torture
def test_four_hundred_touchpoints_go_over_pages_and_page_one_stays_one() -> None:
    made = sample("large", "de")
    settings = next(iter(made.document.all(ReportSettings)), ReportSettings(id="report"))
    whole = settings.model_copy(update={"preset": ReportPreset.DOCUMENTATION})
    report = report_pdf(made.document.evolve([whole]), made.assets, "de")
    pages = pages_of(report)
    assert len(pages) == report.pages > 20
    assert "Dokumentation".upper() in pages[0] and "Datengrundlage" in pages[0]
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
    first = pages_of(report)[0]
    assert PLACEHOLDER in first and "U+" not in first, "codes are for the method note"


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
