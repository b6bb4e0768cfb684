"""Cost and benefit as pages, drawing and picture of their own."""

from __future__ import annotations

from datetime import date

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.money_pages import money_drawing, money_pdf
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import DisplayList, TextLine
from cxstudio.model import Document, Journey, Measure, Project
from cxstudio.store import Draft

SAMPLE = sample("lindenfurt", "de", today=date(2026, 4, 20)).document


def words_of(picture: DisplayList) -> str:
    return " ".join(item.text for placed in picture.flat() for item in placed.group.items if isinstance(item, TextLine))


def test_one_drawing_holds_every_measure_its_arithmetic_doing_nothing_and_the_payback() -> None:
    whole = money_drawing(SAMPLE, "de").whole
    said = words_of(whole).replace("\N{NO-BREAK SPACE}", " ")
    for part in ("29.600 €", "2.560 Anrufe × 7,50 €", "65.100 €", "17 Monate", "Nutzen und Kosten der Maßnahmen"):
        assert part in said
    assert all(measure.title.split()[0] in said for measure in SAMPLE.all(Measure))
    lowest = max(placed.y + item.y for placed in whole.flat() for item in placed.group.items
                 if isinstance(item, TextLine))  # fmt: skip
    assert whole.height - lowest < 120, "no empty half of a page below"


def test_measures_of_every_journey_are_on_the_pages() -> None:
    draft = Draft(SAMPLE)
    draft.create(Journey(id="other", title="Other"))
    draft.create(Measure(id="m", title="Woanders", cost_once=500.0))
    assert "Woanders" in words_of(money_drawing(draft.document, "de").whole)
    made = money_pdf(draft.document, "de")
    assert made.pdf.startswith(b"%PDF") and made.pages >= 1 and made.notices == ()


def test_without_an_amount_nothing_is_made() -> None:
    document = Document((Project(id="project"), Measure(id="m", title="Free")))
    for make in (money_pdf, money_drawing):
        with pytest.raises(UserError):
            make(document, "en")
