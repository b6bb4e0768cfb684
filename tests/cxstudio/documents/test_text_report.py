"""The report as HTML and Markdown: for a browser with a screen reader, for a wiki, with texts of strangers in it."""

import io
import re
from collections import Counter
from datetime import date
from functools import cache
from html.parser import HTMLParser

import pytest
from pptx import Presentation
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.slides.making import slides_pptx
from cxstudio.documents.text_report.html_report import report_html
from cxstudio.documents.text_report.markdown_report import report_markdown
from cxstudio.model import Document, Measure, Touchpoint
from cxstudio.store import Store

DAY = date(2026, 9, 1)
HOSTILE = '</title><script>alert(1)</script> "x" onload=y & [a](http://b) | `c` \x0b#'
EMPTY = {"meta", "link", "br", "img", "path", "rect", "stop", "image"}


class Page(HTMLParser):
    """Every element with its attributes; fails where tags are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY or not self.get_starttag_text().endswith("/>") and tag in {"path", "rect", "image"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.found if name == tag]


@cache
def html(language: str = "de") -> str:
    made = sample("lindenfurt", language)
    return report_html(made.document, made.assets, language, day=DAY).data.decode()


def hostile() -> Document:
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("strangers") as draft:
        for touchpoint in store.document.all(Touchpoint):
            draft.update(Touchpoint, touchpoint.id, name=HOSTILE)
        for measure in store.document.all(Measure):
            draft.update(Measure, measure.id, title=HOSTILE)
    return store.document


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_screen_reader_can_walk_through_it(language):
    page = Page(html(language))
    assert page.all("html") == [{"lang": language}]
    assert len(page.all("main")) == len(page.all("nav")) == len(page.all("header")) == len(page.all("h1")) == 1
    assert page.all("nav")[0]["aria-label"]
    assert all(one["role"] == "img" and one["aria-label"] for one in page.all("svg"))
    assert all(one["scope"] in {"col", "row"} for one in page.all("th"))
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert [one for one, many in Counter(ids).items() if many > 1] == []
    assert {link["href"][1:] for link in page.all("a")} <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_it_needs_nothing_else_and_runs_nothing():
    page = Page(html())
    assert not {tag for tag, _ in page.found} & {"script", "link", "iframe", "object", "base", "form"}
    links = [attributes.get(name) for _, attributes in page.found for name in ("src", "href", "xlink:href", "action")]
    assert [link for link in links if link is not None and not link.startswith(("#", "data:image/"))] == []
    assert all(name[:2] != "on" for _, attributes in page.found for name in attributes)
    assert "default-src 'none'" in html()
    assert set(re.findall(r"url\((\w+):", html())) <= {"data"}


def test_html_and_markdown_say_what_the_report_says():
    text = "".join(Page(html()).words).replace("\N{NO-BREAK SPACE}", " ")
    markdown = report_markdown(sample("lindenfurt", "de").document, "de", day=DAY).data.decode()
    markdown = markdown.replace("\N{NO-BREAK SPACE}", " ").replace("\\", "")
    for said in ("Drei Kontaktpunkte sind kritisch", "Freigabe der Maßnahmen 1, 2 und 5.", "▼ −3,6", "32.000 €"):
        assert said in text and said in markdown


def test_texts_of_strangers_are_never_markup():
    document = hostile()
    page = Page(report_html(document, {}, "en", day=DAY).data.decode())
    assert not page.all("script") and any("<script>alert(1)</script>" in words for words in page.words)
    markdown = report_markdown(document, "en", day=DAY).data.decode()
    assert "<script" not in markdown.replace("\\<script", "") and "](http" not in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert rows and all(len(re.findall(r"(?<!\\)\|", line)) >= 3 for line in rows)


def test_tables_of_markdown_have_as_many_cells_in_every_row():
    lines = report_markdown(hostile(), "en", day=DAY).data.decode().splitlines()
    tables = "\n".join(line if line.startswith("|") else "" for line in lines).split("\n\n")
    widths = [{len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines() if line} for table in tables]
    assert [found for found in widths if len(found) > 1] == []


def test_a_project_without_anything_is_a_page_too():
    assert "<h1>" in report_html(Document(), {}, "en", day=DAY).data.decode()
    assert report_markdown(Document(), "en", day=DAY).data.startswith(b"# ")


def test_every_form_of_the_report_has_the_same_check_value() -> None:
    made, day = sample("lindenfurt", "de"), date.today()
    pdf = report_pdf(made.document, made.assets, "de")
    first = re.search(r"Prüfwert ([0-9a-f-]{14})", PdfReader(io.BytesIO(pdf.pdf)).pages[0].extract_text())
    assert first is not None
    html = report_html(made.document, made.assets, "de", day=day).data.decode()
    markdown = report_markdown(made.document, "de", day=day).data.decode()
    slides = Presentation(io.BytesIO(slides_pptx(made.document, made.assets, "de", day=day).pptx))
    told = " ".join(shape.text_frame.text for shape in slides.slides[0].shapes if shape.has_text_frame)
    for text in (html, markdown.replace("\\", ""), told):
        assert f"Prüfwert {first[1]}" in text.replace("\N{NON-BREAKING HYPHEN}", "-"), text[-300:]
