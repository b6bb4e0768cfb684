"""What we changed, for customers: one page and one file, the group's words, no figures of a few, nothing as markup."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO

import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.documents.changes_sheet import changes_html, changes_pdf
from cxstudio.edits import add_change, changes_from_measures, set_fields
from cxstudio.errors import UserError
from cxstudio.model import CustomerChange, Measure, Round
from cxstudio.model.kinds import MeasureStatus
from cxstudio.store import Draft
from tests.unmeasured import unmeasured


def draft() -> Draft:
    return Draft(sample("lindenfurt", "en").document)


def test_measures_that_are_done_or_running_become_lines_once() -> None:
    made = draft()
    told = [m for m in made.document.all(Measure) if m.status in (MeasureStatus.DONE, MeasureStatus.RUNNING)]
    assert told and len(changes_from_measures(made)) == len(told) and changes_from_measures(made) == []
    for change in made.document.all(CustomerChange):
        measure = made.get(Measure, change.measure or "")
        running = measure.status is MeasureStatus.RUNNING
        assert (change.done, change.still_open) == (("", measure.title) if running else (measure.title, ""))


def test_only_enough_answers_are_told_by_their_number() -> None:
    made = draft()
    add_change(made, "Nobody called back.", "Callbacks have a time now.", "Evenings")
    assert b"46 people answered." in changes_html(made.document, "en")
    set_fields(made, Round, "round2", respondents=4)
    assert b"answered." not in changes_html(made.document, "en")


def test_the_sheet_and_the_file_say_the_same_and_nothing_is_markup() -> None:
    made = draft()
    add_change(made, "<script>alert(1)</script> & more", 'done "so"', "line one\nline two")
    html = changes_html(made.document, "de").decode()
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            seen.append(tag)

    Reader().feed(html)
    assert "script" not in seen and seen.count("th") == 3 and 'lang="de"' in html and "Was Sie gesagt haben" in html
    with unmeasured():
        pages = [page.extract_text() for page in PdfReader(BytesIO(changes_pdf(made.document, "de").pdf)).pages]
    assert len(pages) == 1
    for words in ("<script>alert(1)</script> & more", "done", "line two", "Was noch offen ist"):
        assert words in " ".join(pages[0].split())


@pytest.mark.parametrize("many", [1, 25])
def test_it_stays_one_page(many: int) -> None:
    made = draft()
    for number in range(many):
        add_change(made, f"Said number {number}. " * 3, "Done. " * 12, "Open")
    with unmeasured():
        pages = [page.extract_text() for page in PdfReader(BytesIO(changes_pdf(made.document, "en").pdf)).pages]
    assert len(pages) == 1 and f"Said number {many - 1}." in pages[0]


def test_without_a_line_there_is_nothing_to_hand_on() -> None:
    made = draft()
    add_change(made, " ")
    with pytest.raises(UserError):
        changes_pdf(made.document, "en")
