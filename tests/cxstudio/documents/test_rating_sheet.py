"""The rating sheet: every touchpoint, every answer, nothing over anything else."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.cli import main
from cxstudio.documents.rating_sheet import rating_sheet_pdf
from cxstudio.edits import mark_shortlist, set_fields, start_project
from cxstudio.errors import UserError
from cxstudio.files.saving import save
from cxstudio.model import Document, Journey, Round, Touchpoint
from cxstudio.model.kinds import ShortlistMark
from cxstudio.store import Store
from tests.pdf_texts import page_texts, page_words


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def first(document: Document) -> tuple[str, str]:
    journey = document.all(Journey)[0].id
    return journey, document.having(Round, "journey", journey)[0].id


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_touchpoint_and_question_stands_on_it(language: str) -> None:
    document = sample("lindenfurt", language).document
    journey, round_id = first(document)
    text = text_of(rating_sheet_pdf(document, journey, round_id, language).pdf)
    for touchpoint in document.journey_touchpoints(journey):
        assert touchpoint.name in text
    asked = ("Was erwartet Jana Brandt", "−3") if language == "de" else ("How important is it?", "−3")
    for words in asked:
        assert words in text


@pytest.mark.parametrize(("scale", "circles"), [(7, 28), (5, 22), (10, 37)])
def test_as_many_circles_as_answers(scale: int, circles: int) -> None:
    store = Store(sample("lindenfurt", "en").document)
    journey, round_id = first(store.document)
    with store.transaction("") as draft:
        set_fields(draft, Round, round_id, scale=scale)
    pdf = rating_sheet_pdf(store.document, journey, round_id, "en").pdf
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        row = next(w for w in page.extract_words() if w["text"] == "Website")
        height = (row["top"] + row["bottom"]) / 2
        drawn = [c for c in page.curves if c["top"] < height < c["bottom"] and 8 < c["width"] < 16]
    assert len(drawn) == circles
    lefts = sorted(c["x0"] for c in drawn)
    assert all(b - a > 12 for a, b in zip(lefts, lefts[1:], strict=False)), "circles keep their distance"


def test_long_names_never_reach_the_circles_and_rows_never_overlap() -> None:
    store = Store(sample("large", "de").document)
    journey, round_id = first(store.document)
    with store.transaction("") as draft:
        for n, touchpoint in enumerate(store.document.journey_touchpoints(journey)[:40]):
            set_fields(
                draft, Touchpoint, touchpoint.id, name=("Zählerstandsübermittlungsbestätigung" * 3, "يوم " * 40)[n % 2]
            )
    few = [t.id for t in store.document.journey_touchpoints(journey)[:60]]
    made = rating_sheet_pdf(store.document, journey, round_id, "de", touchpoints=few)
    assert made.pages >= 4
    for page in page_words(made.pdf):
        rows = [word for word in page.placed if word.x0 < 260 and 150 < word.top < 515]
        assert rows and [word for word in rows if word.x1 >= 290] == []


def test_the_shortlist_makes_it_short(tmp_path: Path) -> None:
    store = Store(sample("lindenfurt", "en").document)
    journey, _ = first(store.document)
    ids = [t.id for t in store.document.journey_touchpoints(journey)]
    with store.transaction("") as draft:
        mark_shortlist(draft, ids, ShortlistMark.SKIP)
        mark_shortlist(draft, ids[3:5], ShortlistMark.BURNING)
    source, target = tmp_path / "a.cxs", tmp_path / "sheet.pdf"
    save(source, store.document, {})
    assert main(["sheet", str(source), "-o", str(target), "--lang", "en"]) == 0
    text = text_of(target.read_bytes())
    names = [store.document.get(Touchpoint, i).name for i in ids]
    assert [name in text for name in names] == [i in ids[3:5] for i in ids]
    assert f"Shortlist: 2 of {len(ids)} touchpoints" in text


def test_a_shortlist_only_begun_shortens_nothing_unless_it_is_asked_for(tmp_path: Path) -> None:
    store = Store(sample("lindenfurt", "en").document)
    journey, _ = first(store.document)
    ids = [t.id for t in store.document.journey_touchpoints(journey)]
    with store.transaction("") as draft:
        mark_shortlist(draft, ids, None)
        mark_shortlist(draft, ids[3:5], ShortlistMark.BURNING)
    source, target = tmp_path / "a.cxs", tmp_path / "sheet.pdf"
    save(source, store.document, {})
    names = [store.document.get(Touchpoint, i).name for i in ids]
    for asked, kept in ((), ids), (("--shortlist",), ids[3:5]):
        assert main(["sheet", str(source), "-o", str(target), "--lang", "en", *asked]) == 0
        text = text_of(target.read_bytes())
        assert [name in text for name in names] == [i in kept for i in ids]
        assert ("Shortlist:" in text) == bool(asked)


def test_nothing_to_rate_is_said() -> None:
    store = Store(Document())
    with store.transaction("") as draft:
        start_project(draft, title="Nothing yet")
    with pytest.raises(UserError):
        rating_sheet_pdf(store.document, store.document.all(Journey)[0].id, None, "en")


@pytest.mark.parametrize(("language", "minutes"), [("de", "Etwa 6 Minuten"), ("en", "About 6 minutes")])
def test_fourteen_touchpoints_take_one_page_and_its_minutes_are_named(language: str, minutes: str) -> None:
    document = sample("lindenfurt", language).document
    made = rating_sheet_pdf(document, *first(document), language)
    assert made.pages == 1 and minutes in text_of(made.pdf)


@pytest.mark.parametrize("count", [1, 6, 9, 10, 14, 17, 30, 33, 60])
def test_rows_close_up_only_where_a_page_is_saved_and_keep_apart(count: int) -> None:
    document = sample("large", "de", 60).document
    journey, round_id = first(document)
    chosen = [t.id for t in document.journey_touchpoints(journey)][:count]
    made = rating_sheet_pdf(document, journey, round_id, "de", touchpoints=chosen)
    with pdfplumber.open(io.BytesIO(made.pdf)) as opened:
        circles = [[c for c in page.curves if 12 < c["width"] < 14.5 and c["x0"] < 294] for page in opened.pages]
    rows = [sorted(float(c["top"]) for c in page) for page in circles]
    assert sum(map(len, rows)) == count
    steps = [b - a for page in rows for a, b in zip(page, page[1:], strict=False)]
    assert all(step > 18 for step in steps), "a pen finds its circle"
    assert count > 6 or all(step >= 27 for step in steps), "what has room stays roomy"
    assert len(rows[-1]) >= 3 or len(rows) == 1


def test_the_quick_sheet_asks_one_question(tmp_path: Path) -> None:
    source, target = tmp_path / "a.cxs", tmp_path / "sheet.pdf"
    save(source, sample("lindenfurt", "en").document, {})
    assert main(["sheet", str(source), "-o", str(target), "--lang", "en", "--quick"]) == 0
    with pdfplumber.open(target) as opened:
        (page,) = opened.pages
        text = page.extract_text()
        circles = [c for c in page.curves if 12 < c["width"] < 14.5]
    assert len(circles) == 14 * 7
    assert "Measured against the expectation?" in text and "About 2 minutes" in text
    assert not any(asked in text for asked in ("How important", "Emotion", "Experience", "How does it feel"))
