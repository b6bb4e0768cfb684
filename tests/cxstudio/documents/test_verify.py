"""A report is computed again: its own agrees, the one figure changed by hand is named, a stranger's PDF is refused."""

import io
import json
from datetime import date
from functools import cache

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.figure_list import NAME, decoded
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.setting.printed_lines import numbers
from cxstudio.documents.verification.verdict_words import verdict_words
from cxstudio.documents.verification.verifying import verify
from cxstudio.errors import UserError
from cxstudio.model import Document, Round, Touchpoint, TouchpointRatings
from cxstudio.model.base import FrozenMap
from cxstudio.store import Store
from cxstudio.wording import texts
from tests.unmeasured import unmeasured


@cache
def made(name: str = "lindenfurt", language: str = "de", counts: bool = False):
    project = sample(name, language)
    return project.document, report_pdf(project.document, project.assets, language, counts=counts).pdf


@unmeasured()
def attached(pdf: bytes) -> dict:
    (data,) = PdfReader(io.BytesIO(pdf)).attachments[NAME]
    return json.loads(data)


@unmeasured()
def with_list(pdf: bytes, told: dict) -> bytes:
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        writer.add_page(page)
    writer.add_attachment(NAME, json.dumps(told).encode())
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@unmeasured()
def painted_over(pdf: bytes, line: list, text: str) -> bytes:
    """The page with a white box where a line stands, and another text on it."""
    page, x, y, wide, size, _ = line
    reader = PdfReader(io.BytesIO(pdf))
    box = reader.pages[page - 1].mediabox
    over = io.BytesIO()
    canvas = Canvas(over, pagesize=(float(box.width), float(box.height)))
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(x, float(box.height) - y - 2, wide, size, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Helvetica", size)
    canvas.drawString(x, float(box.height) - y, text)
    canvas.save()
    told = attached(pdf)
    writer = PdfWriter()
    for number, each in enumerate(reader.pages, 1):
        kept = writer.add_page(each)
        if number == page:
            kept.merge_page(PdfReader(io.BytesIO(over.getvalue())).pages[0])
    writer.add_attachment(NAME, json.dumps(told).encode())
    return written(writer)


@pytest.mark.parametrize(("name", "language"), [("lindenfurt", "de"), ("lindenfurt", "en"), ("control", "en")])
def test_a_report_agrees_with_its_project(name, language):
    document, pdf = made(name, language)
    found = verify(pdf, "report.pdf", document)
    assert found.agrees and found.project_changed is False
    assert found.computed > 150


@pytest.mark.parametrize(("name", "language"), [("lindenfurt", "de"), ("control", "en")])
def test_every_number_on_a_page_is_in_the_list(name, language):
    """All but those of the line with page number and check value: they say nothing about the project."""
    told = attached(made(name, language)[1])
    listed = {number for one in told["figures"] for number in numbers(one["text"])}
    bare = listed | {number.lstrip("+−-") for number in listed}
    said = [line[5] for line in told["lines"]]
    assert sum(told["mark"] in text for text in said) == told["lines"][-1][0]  # one footer on each page
    assert [text for text in said if told["mark"] not in text and set(numbers(text)) - bare] == []


def test_a_figure_of_the_list_changed_by_hand_is_named():
    document, pdf = made()
    told = attached(pdf)
    one = next(f for f in told["figures"] if f["key"] == "critical/t08/Delta/1")
    one["text"] = one["text"].replace("3,6", "1,6")
    found = verify(with_list(pdf, told), "report.pdf", document)
    assert not found.agrees and not found.mark_agrees
    assert [d.figure.key for d in found.differing] == ["critical/t08/Delta/1"]
    said = " ".join(verdict_words(found, texts("de")))
    assert "Kritische Kontaktpunkte, „Hotline: ‚Ist die Abmeldung durch?‘“, Delta: gedruckt „▼ −1,6“" in said


def test_a_figure_on_a_page_changed_by_hand_is_named():
    document, pdf = made()
    line = next(line for line in attached(pdf)["lines"] if line[0] == 1 and line[5] == "▼ −3,6")
    found = verify(painted_over(pdf, line, "-1,6"), "report.pdf", document)
    assert not found.agrees and found.mark_agrees
    assert [(changed.page, changed.text) for changed, _ in found.on_pages] == [(1, "▼ −3,6")]


def test_a_number_added_to_a_page_is_named():
    document, pdf = made()
    found = verify(painted_over(pdf, [2, 300.0, 560.0, 1.0, 9.0, ""], "99 %"), "report.pdf", document)
    assert not found.agrees
    assert (2, "99") in found.unlisted or any("99" in shown for _, shown in found.on_pages)


def changed(document: Document) -> Document:
    store = Store(document)
    with store.transaction("rate") as draft:
        for rating in store.document.all(TouchpointRatings):
            if rating.touchpoint == "t08" and rating.round == "round1":
                worse = {person: max(1, answer - 1) for person, answer in rating.experience.items()}
                draft.update(TouchpointRatings, rating.id, experience=FrozenMap(worse))
    return store.document


def test_a_project_that_has_changed_is_told_with_the_figures_that_differ():
    document, pdf = made()
    found = verify(pdf, "report.pdf", changed(document))
    assert found.project_changed and not found.agrees
    assert "critical/t08/Delta/1" in {one.figure.key for one in found.differing}
    assert {one.figure.about for one in found.differing if one.figure.figure == "Delta"} == {"t08"}


def test_a_change_that_no_figure_shows_is_told_apart():
    document, pdf = made()
    store = Store(document)
    with store.transaction("note") as draft:
        draft.update(Touchpoint, store.document.all(Touchpoint)[0].id, description="Nothing the report prints")
    found = verify(pdf, "report.pdf", store.document)
    assert found.agrees and found.project_changed


def test_another_day_changes_nothing():
    """Reports are verified months later: what depends on the day is judged on the report's."""
    document, pdf = made("control", "en")
    told = attached(pdf)
    assert told["day"] == date.today().isoformat()
    listed = decoded(json.dumps(told).encode())
    assert listed.origin.day == date.today()
    assert verify(pdf, "report.pdf", document).agrees


@pytest.mark.parametrize(
    ("data", "said"), [(b"no pdf", "not a PDF"), (b"%PDF-1.7\nhalf", "not a PDF"), (b"", "not a PDF")]
)
def test_what_is_no_pdf_is_one_sentence(data, said):
    with pytest.raises(UserError, match=said):
        verify(data, "strange.pdf", None)


def test_a_strangers_pdf_is_refused_in_one_sentence():
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Delta −3,6")
    canvas.save()
    with pytest.raises(UserError, match="not a report of CX Studio"):
        verify(out.getvalue(), "strange.pdf", made()[0])


@pytest.mark.parametrize("broken", [{}, {"format": 1}, [], {"format": 9}, {"format": 1, "size": "x", "lines": [[1]]}])
def test_a_list_nobody_can_read_is_refused(broken):
    with pytest.raises(UserError, match="not a report of CX Studio"):
        verify(with_list(made()[1], broken), "strange.pdf", None)


def test_without_the_project_only_counts_can_be_computed():
    _, pdf = made(counts=True)
    found = verify(pdf, "report.pdf", None)
    assert found.agrees and found.computed > 20 and found.project_changed is None
    keys = {one.key for one in found.open}
    assert "critical/t08/Delta/1" not in keys and any(key.endswith("Bedarf/1") for key in keys)
    plain = verify(made()[1], "report.pdf", None)
    assert plain.agrees and plain.computed == 0
    assert "keine Häufigkeiten" in " ".join(verdict_words(plain, texts("de")))


def test_a_false_mean_is_found_without_the_project():
    _, pdf = made(counts=True)
    told = attached(pdf)
    one = next(f for f in told["figures"] if f["key"] == "critical/t08/Delta/1")
    one["text"] = "▼ −1,6"
    found = verify(with_list(pdf, told), "report.pdf", None)
    assert [d.figure.key for d in found.differing] == ["critical/t08/Delta/1"]


def test_counts_are_attached_only_on_request_and_only_where_they_may_be_shown():
    document, pdf = made()
    assert attached(pdf)["counts"] == {}
    counts = attached(made(counts=True)[1])["counts"]
    assert counts and all(sum(values.values()) >= 5 for kinds in counts.values() for values in kinds.values())
    people = {str(p) for r in document.all(TouchpointRatings) for p in r.experience}
    assert not people & set(json.dumps(attached(made(counts=True)[1])).split('"'))
    store = Store(document)
    with store.transaction("not announced") as draft:
        draft.update(Round, "round1", single_answers=False)
    assert attached(report_pdf(store.document, {}, "de", counts=True).pdf)["counts"] == {}
