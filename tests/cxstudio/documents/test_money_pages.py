"""Cost and benefit as pages, drawing and picture of their own."""

from __future__ import annotations

from datetime import date

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.money_pages import money_drawing, money_pdf
from cxstudio.documents.setting.boxed_marks import with_boxes
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import DisplayList, Rect, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER
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


def test_an_assumption_is_marked_by_a_letter_in_a_box() -> None:
    groups = [placed.group.items for placed in money_drawing(SAMPLE, "de").whole.flat()]
    lines = [item for items in groups for item in items if isinstance(item, TextLine)]
    boxes = [item for items in groups for item in items if isinstance(item, Rect) and item.stroke is not None]
    marks = sum(run.text == "A" for line in lines for run in line.runs)
    assert marks == len(boxes) > 10 and not any("(A)" in line.text for line in lines)


def test_brackets_somebody_typed_stay() -> None:
    book = font_book()
    typed = setting.single(book, "Tarif (A) wählen", PAPER.body, 0.0, 10.0, Role.INK)
    assert tuple(with_boxes(book, [typed])) == (typed,)
    sum_ = setting.single(book, "12\N{NO-BREAK SPACE}€\N{NO-BREAK SPACE}(A) im Jahr", PAPER.body, 5.0, 10.0, Role.INK)
    line, box = with_boxes(book, [sum_])
    assert isinstance(line, TextLine) and isinstance(box, Rect)
    last = line.runs[-1]
    assert line.text.endswith("A im Jahr") and last.x + last.width == pytest.approx(sum_.width)
    letter = next(run for run in line.runs if run.text == "A")
    assert box.x < line.x + letter.x < line.x + letter.x + letter.width < box.x + box.width


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
