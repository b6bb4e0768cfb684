"""Whoever leaves a name out is told where it still stands in a text somebody wrote: for every kind of file alike."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from cxstudio.documents.report.anonymising import anonymised
from cxstudio.model import AgendaBlock, Document, ReportSettings
from cxstudio.model.kinds import Anonymised, ReportPreset
from cxstudio.outputs.output import Made, Need, Order
from cxstudio.outputs.slide_files import update_slides
from cxstudio.outputs.table import BY_ID, make_output
from tests.cxstudio.outputs.test_left_out import ASKED, CHART, CLIENT, WRITTEN, without, words_of

CLIENT_TOLD, OWNER_TOLD = "Der Name des Auftraggebers steht noch", "Wer verantwortlich ist, steht noch"
HIDDEN = {"report_options"}
"""Made for the next project."""


def named(*left_out: Anonymised, client: str = CLIENT) -> Document:
    """The client's name in the name of a touchpoint and in an agenda, where nobody can take it out."""
    document = without(*left_out, preset=ReportPreset.DECISION)
    spot = document.journey_touchpoints("journey1")[0]
    block = document.get(AgendaBlock, "ab1")
    project = document.project.model_copy(update={"client": client})
    return document.evolve([project, spot.model_copy(update={"name": f"App von {client}"}),
                            block.model_copy(update={"title": f"Los bei {client}"})])  # fmt: skip


def ordered(row: Any, document: Document) -> Made:
    details: Any = CHART if row.needs is Need.CHART else ASKED.get(row.command or row.id)
    return make_output(row.id, document, Order("de", "journey1", details=details))


@pytest.mark.parametrize("row", [row for row in WRITTEN if row.id not in HIDDEN], ids=lambda row: row.id)
def test_a_name_within_a_text_is_told_of_every_file_it_stands_in(row: Any) -> None:
    done = ordered(row, named(Anonymised.CLIENT))
    there = CLIENT.casefold() in words_of(row.ending, done.data).casefold()
    assert any(notice.startswith(CLIENT_TOLD) for notice in done.notices) is there, done.notices
    assert not any(notice.startswith(OWNER_TOLD) for notice in done.notices)


def test_most_files_hold_it() -> None:
    document = named(Anonymised.CLIENT)
    told = [row.id for row in WRITTEN if any(n.startswith(CLIENT_TOLD) for n in ordered(row, document).notices)]
    assert {"report", "report_html", "report_markdown", "slides", "map_pdf", "map_svg", "agenda"} <= set(told)


def test_nothing_is_told_where_nothing_is_left_out_or_nothing_is_left() -> None:
    for output in ("report_html", "slides", "agenda"):
        assert not [n for n in ordered(BY_ID[output], named()).notices if n.startswith(CLIENT_TOLD)]
        assert not [n for n in ordered(BY_ID[output], without(Anonymised.CLIENT)).notices if n.startswith(CLIENT_TOLD)]


def test_where_it_stands_is_named_as_the_file_calls_it() -> None:
    document = named(Anonymised.CLIENT)
    (page,) = ordered(BY_ID["report_html"], document).notices
    (text,) = ordered(BY_ID["report_markdown"], document).notices
    map_page = "„Hotline und Schlussrechnung sind die Tiefpunkte der Reise“, "
    assert "steht noch unter „" in page and page == text.replace("unter ", f"unter {map_page}"), "a text has no map"
    (slide,) = ordered(BY_ID["slides"], document).notices
    numbers = [int(part) for part in slide.replace(",", " ").split() if part.isdigit()]
    slides = Presentation(io.BytesIO(ordered(BY_ID["slides"], document).data)).slides
    shown = [n for n, drawn in enumerate(slides, 1) if CLIENT in "".join(drawn.shapes._spTree.itertext())]
    assert shown and set(shown) <= set(numbers)


def test_slides_that_lie_on_the_disk_are_searched_too(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(ordered(BY_ID["slides"], anonymised(without(Anonymised.CLIENT))).data)
    deck = Presentation(str(path))
    deck.slides[0].shapes.title.text_frame.text = f"Für {CLIENT}"
    deck.save(str(path))
    notices = update_slides(without(Anonymised.CLIENT), Order("de", "journey1"), path).notices
    assert any(notice == f"{CLIENT_TOLD} auf Folie 1, in einem selbst geschriebenen Text." for notice in notices)


def test_a_long_name_that_is_divided_at_the_end_of_a_line_is_found() -> None:
    client = "Energieversorgungsgesellschaftsdienstleistungen"
    document = named(Anonymised.CLIENT, client=client)
    for output in ("report", "map_pdf"):
        assert any(n.startswith(CLIENT_TOLD) for n in ordered(BY_ID[output], document).notices), output


def test_a_role_within_a_text_is_told_of_slides_and_pages_of_the_web() -> None:
    document = without(Anonymised.OWNERS, preset=ReportPreset.DECISION)
    asked = document.all(ReportSettings)[0].model_copy(update={"decision": "Freigabe durch den Rat Jupjup im Mai"})
    for output in ("report_html", "report_markdown", "slides"):
        assert any(n.startswith(OWNER_TOLD) for n in ordered(BY_ID[output], document.evolve([asked])).notices), output
