"""Every PDF keeps to PDF/UA-1, as a checker says that is not ours; and what it cannot see: headings, headers, dates."""

import io
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import page
import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.edits import Rule, add_change, add_ideas, derive_journey, open_vote
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.model import PROJECT_ID, Document, Journey, Project
from cxstudio.model.kinds import VoteKind
from cxstudio.outputs.output import Need, Order
from cxstudio.outputs.report_outputs import ReportDetails
from cxstudio.outputs.table import OUTPUTS, make_output
from cxstudio.render.picture_files.chart_files import ChartOrder, chart_drawing
from cxstudio.store import Store
from tests.unmeasured import unmeasured

PDFS = [row.id for row in OUTPUTS if row.ending == ".pdf" and row.needs is not Need.CHART]


@cache
def begun(name: str, language: str) -> Document:
    """A sample with something for every output: a to-be journey and a vote."""
    store = Store(sample(name, language).document)
    with store.transaction("begin") as draft:
        derive_journey(draft, store.document.all(Journey)[0].id)
        ideas = add_ideas(draft, None, ["Ein Name", "Hinweise reisen mit"])
        open_vote(draft, ideas, "Was zuerst?", VoteKind.POINTS, 3, 5, Rule())
        add_change(
            draft, "Ich weiß nicht, ob meine Abmeldung da ist.", "Sie bekommen eine Nachricht.", "Der Brief folgt."
        )
    return store.document


@cache
def made(output: str, name: str = "lindenfurt", language: str = "de") -> bytes:
    document = begun(name, language)
    return make_output(output, document, Order(language, document.all(Journey)[0].id)).data


def faults(pdf: bytes) -> list[str]:
    return [f"{f.rule_id}: {f.message}" for f in page.validate_pdf_bytes(pdf, profile="ua1").failures]


@unmeasured()
def structure(pdf: bytes) -> list[Any]:
    """Every element of the structure, in reading order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        element = element.get_object()
        if "/S" in element:
            found.append(element)
            for kid in element.get("/K", ()):
                walk(kid)

    walk(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]["/K"][0])
    return found


@pytest.mark.parametrize("output", PDFS)
def test_every_pdf_keeps_to_pdf_ua(output):
    assert faults(made(output)) == []


@pytest.mark.parametrize("output", ["report", "map_pdf"])
def test_half_a_year_later_in_english_too(output):
    assert faults(made(output, "control", "en")) == []


@unmeasured()
def test_the_list_of_figures_and_the_counts_within_the_file_are_named_and_allowed():
    document = begun("lindenfurt", "de")
    order = Order("de", document.all(Journey)[0].id, details=ReportDetails(counts=True))
    pdf = make_output("report", document, order).data
    assert faults(pdf) == []
    (attached,) = PdfReader(io.BytesIO(pdf)).attachment_list
    assert attached.name and attached.description
    assert b'"counts"' in attached.content and json.loads(attached.content)["counts"]


@pytest.mark.parametrize("output", PDFS)
def test_it_says_its_language_title_and_day(output):
    reader = PdfReader(io.BytesIO(made(output)))
    info, root = reader.metadata, reader.trailer["/Root"]
    assert info is not None and info.title and info.title not in ("untitled", "CX Studio")
    assert str(info.creation_date) == "2026-03-12 08:00:00+00:00"
    assert root["/Lang"] == "de" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.xmp_metadata is not None and reader.xmp_metadata.dc_title["x-default"] == info.title


@pytest.mark.parametrize("output", PDFS)
def test_what_stands_first_in_size_is_the_first_heading(output):
    levels = [int(e["/S"][2:]) for e in structure(made(output)) if e["/S"][1:] in ("H1", "H2", "H3")]
    assert levels and levels[0] == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("output", ["report", "rating_sheet", "plan_pdf"])
def test_rows_begin_with_what_they_are_about(output):
    tables = [e for e in structure(made(output)) if e["/S"] == "/Table"]
    assert tables
    for table in tables:
        rows = [row.get_object()["/K"] for row in table["/K"]]
        assert len({len(row) for row in rows}) == 1
        assert all(any(cell.get_object()["/S"] == "/TH" for cell in row) for row in rows)


def test_the_map_says_what_its_signs_mean():
    said = [str(e.get("/Alt", "")) for e in structure(made("map_a3"))]
    assert said.count("kritisch") == 3 and "Sternenstaub" in said


def test_pages_are_the_same_bytes_on_the_same_day(monkeypatch):
    document = begun("lindenfurt", "de")
    order = Order("de", document.all(Journey)[0].id)
    assert make_output("plan_pdf", document, order).data == make_output("plan_pdf", document, order).data
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert b"D:20260921" in make_output("plan_pdf", document, order).data
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    told = PdfReader(io.BytesIO(make_output("plan_pdf", document, order).data)).metadata
    assert told is not None and told.creation_date is not None
    assert abs(datetime.now(UTC) - told.creation_date) < timedelta(hours=1)


def test_titles_are_text_and_no_markup():
    store = Store(begun("lindenfurt", "de"))
    with store.transaction("rename") as draft:
        draft.update(Project, PROJECT_ID, title='A & B <i>"neu"</i>', client="C & D")
    pdf = make_output("plan_pdf", store.document, Order("de")).data
    reader = PdfReader(io.BytesIO(pdf))
    assert faults(pdf) == []
    assert reader.metadata is not None and 'A & B <i>"neu"</i>' in str(reader.metadata.title)
    assert reader.metadata.author == "C & D"
    assert reader.xmp_metadata is not None and "A & B <i>" in reader.xmp_metadata.dc_title["x-default"]


def test_a_chart_too_has_words_and_a_title():
    document = begun("lindenfurt", "de")
    drawn = chart_drawing(document, ChartOrder("journey1", "round1", Wanted("importance"), "de", 720.0, 420.0))
    assert faults(drawn.pdf()) == []


@unmeasured()
def test_rows_lead_to_the_other_pages_that_tell_of_the_same_and_back():
    reader = PdfReader(io.BytesIO(made("report")))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    led: dict[int, set[int]] = {}
    for n, page_ in enumerate(reader.pages):
        for annotation in page_.get("/Annots", ()):
            link = annotation.get_object()
            assert link["/Subtype"] == "/Link" and "Seite" in link["/Contents"]
            led.setdefault(n, set()).add(numbers[link["/Dest"][0].idnum])
    assert led[0] and 0 not in led[0]
    assert 0 in set().union(*(targets for n, targets in led.items() if n))
