"""The report through its door: real PDF files, read back by other programs."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.figures_stamp import figures_stamp
from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.setting.writing import PdfFile
from cxstudio.model import (
    Document,
    FrozenMap,
    Headline,
    Journey,
    Measure,
    Note,
    Picture,
    ReportSettings,
    Round,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import CostState, CriticalMark, Language, MeasureStatus, NoteKind, ReportPreset, RoundKind
from tests.cxstudio.documents.report_pages import (
    assert_nothing_outside_or_overlapping,
    of_sample,
    pages_of,
    unembedded,
)


def test_the_first_page_is_given_before_the_others_are_set() -> None:
    made = sample("lindenfurt", "de")
    told: list[object] = []
    whole = report_pdf(
        made.document, made.assets, "de", first=told.append, progress=lambda _, what: told.append(what)
    )  # fmt: skip
    (at,) = [at for at, one in enumerate(told) if isinstance(one, PdfFile)]
    assert at < told.index("Map") < told.index("Writing the pages")
    early, pages = told[at], pages_of(whole)
    assert isinstance(early, PdfFile)
    without_numbers = re.sub(r" S\.\s\d+", "", pages[0])
    assert pages_of(early) == [re.sub(rf" Prüfwert \S+ · 1 von {len(pages)}", "", without_numbers)]
    assert whole.pdf == of_sample("de").pdf


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
            "Vier Basisanforderungen enttäuschen, drei davon sind nicht erfüllt.",
            "bei „Hotline“ (Innensicht) und bei „Schlussrechnung alte Wohnung“ (Kundensicht)",
            "Kundensicht: 46 von 180 Eingeladenen",
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


def test_a_headline_written_from_other_figures_is_said_to_be_out_of_date() -> None:
    made = sample("lindenfurt", "de")
    document, journey = made.document, made.document.all(Journey)[0]
    figures = round_figures(document, "round1")
    assert {h.written_from for h in document.all(Headline)} == {figures_stamp(document, figures)}
    assert report_pdf(document, made.assets, "de").notices == ()
    other = document.evolve([journey.model_copy(update={"shown_round": "round2"})])
    told = report_pdf(other, made.assets, "de")
    assert all("für eine andere Runde" in notice for notice in told.notices) and len(told.notices) == 3
    assert "Umziehende erfahren nicht" not in pages_of(told)[0], "what was typed for one round stands over no other"
    t01 = document.get(Touchpoint, "t01").model_copy(update={"name": "Etwas anderes"})
    assert report_pdf(document.evolve([t01]), made.assets, "de").notices == (), "a name is no figure"
    rated = next(r for r in document.all(TouchpointRatings) if r.round == "round1" and r.touchpoint == "t08")
    better = rated.model_copy(update={"experience": FrozenMap({**rated.experience, "person1": 7})})
    changed = report_pdf(document.evolve([better]), made.assets, "de")
    assert "Umziehende erfahren nicht" in pages_of(changed)[0]
    assert "Umziehende erfahren nicht" in changed.notices[0] and "Bitte prüfen" in changed.notices[0]


def test_a_page_that_goes_on_says_so() -> None:
    made = sample("lindenfurt", "de")
    only = {"preset": ReportPreset.DOCUMENTATION, "sections": ("decision", "map", "deltas")}
    settings = made.document.all(ReportSettings)[0].model_copy(update=only)
    pages = pages_of(report_pdf(made.document.evolve((settings,)), made.assets, "de"))
    assert sum("(Fortsetzung)" in page for page in pages) == 1
    assert "Tiefpunkte der Reise (Fortsetzung)" in pages[2]


def test_measures_under_way_are_not_asked_for() -> None:
    made = sample("lindenfurt", "de")
    running = [m.model_copy(update={"status": MeasureStatus.RUNNING}) for m in made.document.all(Measure)]
    first = pages_of(report_pdf(made.document.evolve(running), made.assets, "de"))[0]
    assert "Noch keine Entscheidung erbeten" in first
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


def test_a_request_that_answers_nothing_critical_says_so_and_reasons_of_the_group_are_printed() -> None:
    made = sample("lindenfurt", "de")
    measures = {m.id: m for m in made.document.all(Measure)}
    card = next(m for m in measures.values() if m.title.startswith("Karte"))
    others = [m.model_copy(update={"status": MeasureStatus.DROPPED}) for m in measures.values() if m.id != card.id]
    asked = card.model_copy(update={"status": MeasureStatus.PROPOSED})
    document = made.document.evolve((asked, *others))
    first, *rest = pages_of(report_pdf(document, made.assets, "de"))
    assert "Keiner der 3 kritischen Kontaktpunkte ist dabei." in first
    assert "Erst die Grundlagen: " in " ".join(rest)
    hotline = made.document.get(Touchpoint, "t08").model_copy(
        update={"no_measure_reason": "Ab Juli beim Dienstleister."}
    )
    going = asked.model_copy(update={"ahead_of_basics": "Nimmt den anderen nichts weg."})
    text = " ".join(pages_of(report_pdf(document.evolve((hotline, going)), made.assets, "de")))
    assert "Kritisch, und keine Maßnahme geplant" in text and "Ab Juli beim Dienstleister." in text
    assert "Vor den Grundlagen, weil: Nimmt den anderen nichts weg." in text and "Erst die Grundlagen" not in text


def test_the_pages_of_money_and_schedule_hold_every_measure_and_stay_on_their_sheet() -> None:
    """Sixteen more measures, some without dates or an estimate: nothing leaves the page, and sums count them once."""
    made = sample("lindenfurt", "de").document
    form, settings = made.get(Measure, "m2"), made.all(ReportSettings)[0]
    more = [
        form.model_copy(update={"id": f"x{n}", "title": f"Weitere {n}", "order": f"c{n:02}", "effort": n % 4 or None})
        for n in range(16)
    ]
    chosen = settings.model_copy(update={"sections": ("money", "schedule")})
    document = Document([*(r for r in made if r.id != settings.id), chosen, *more])
    made_pdf = report_pdf(document, {}, "de")
    texts = [" ".join(page.split()) for page in pages_of(made_pdf)]
    whole = " ".join(texts).replace("\N{NO-BREAK SPACE}", " ")
    assert "Zur Freigabe: 19 Maßnahmen 256.000 € 6.900 € rund 29.600 € A" in whole
    assert "Im Jahr, wie heute rund 65.100 € A" in whole and "Weitere 15" in whole
    assert "Was es kostet, was es bringt (Fortsetzung)" in whole and "…" not in texts[1]
    assert_nothing_outside_or_overlapping(made_pdf.pdf)


def test_touchpoints_lead_to_their_measures_and_measures_to_their_touchpoints() -> None:
    made = sample("lindenfurt", "de")
    chosen = made.document.all(ReportSettings)[0].model_copy(update={"sections": ("critical", "measures")})
    report = report_pdf(made.document.evolve((chosen,)), made.assets, "de")
    reader = PdfReader(io.BytesIO(report.pdf))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    leads: dict[int, set[int]] = {}
    for number, page in enumerate(reader.pages):
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            leads.setdefault(number, set()).add(numbers[link["/Dest"][0].idnum])
    plan = next(n for n, page in enumerate(reader.pages) if "Sechs Maßnahmen" in page.extract_text())
    assert plan in leads[0], "reasons lead to the measures"
    assert 0 in leads[plan], "measures lead to the reasons"
    assert all(number not in targets for number, targets in leads.items())


def test_a_logo_stands_above_every_page_and_one_that_is_gone_above_none() -> None:
    made = sample("lindenfurt", "de")
    drawn = io.BytesIO()
    Image.new("RGB", (300, 60), "teal").save(drawn, "PNG")
    project = made.document.project.model_copy(update={"logo": "logo"})
    document = made.document.evolve((project,))
    with_logo = report_pdf(document, {**made.assets, "logo": drawn.getvalue()}, "de")
    plain = report_pdf(made.document, made.assets, "de")
    assert with_logo.pages == plain.pages, "it takes no room"
    assert_nothing_outside_or_overlapping(with_logo.pdf)
    for page in PdfReader(io.BytesIO(with_logo.pdf)).pages:
        assert [image.image.size for image in page.images][-1:] == [(300, 60)]
    for gone in ({}, {"logo": b"no picture"}):
        pages = PdfReader(io.BytesIO(report_pdf(document, {**made.assets, **gone}, "de").pdf)).pages
        assert not any(image.image.size == (300, 60) for page in pages for image in page.images)
