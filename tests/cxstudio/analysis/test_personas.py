"""Personas: on what they rest, what they rated differently, and the one page they are printed on."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.persona_ratings import personas_rated
from cxstudio.analysis.journeys.persona_evidence import persona_evidence
from cxstudio.catalogue.persona_templates import persona_templates, usual_traits, values_of
from cxstudio.catalogue.samples import sample
from cxstudio.documents.persona_sheet import face_picture, persona_pdf
from cxstudio.edits import add_empathy_notes, add_picture, add_trait, add_typical_persona, rate, set_face, set_fields
from cxstudio.model import GROUP_VOICE, Document, Persona, Round
from cxstudio.model.kinds import Evidence, NoteKind, RoundKind, View
from cxstudio.store import Draft
from cxstudio.wording import texts
from cxstudio.wording.figures.persona_sentences import evidence_words
from tests.unmeasured import unmeasured


def sample_draft() -> Draft:
    return Draft(sample("lindenfurt", "en").document)


def test_statements_count_by_what_they_rest_on() -> None:
    draft = sample_draft()
    before = persona_evidence(draft.document, "persona2")
    (note,) = add_empathy_notes(draft, "persona2", NoteKind.SEES, ["a queue"])
    add_trait(draft, "persona2", "offline", "online")
    after = persona_evidence(draft.document, "persona2")
    assert (after.statements, after.unsaid) == (before.statements + 1, before.unsaid + 1), "an unset trait says nothing"
    set_fields(draft, Persona, "persona2", evidence=Evidence.ASSUMPTION)
    found = persona_evidence(draft.document, "persona2")
    assert found.assumed > before.assumed and found.statements == after.statements
    assert evidence_words(found, texts("en")).startswith(f"{found.assumed} of {found.statements} statements are")
    draft.remove(note)
    assert persona_evidence(draft.document, "persona2").unsaid == before.unsaid


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_template_is_a_persona_that_is_an_assumption(language: str) -> None:
    draft = sample_draft()
    for template in persona_templates().personas:
        made = add_typical_persona(draft, values_of(template, language), usual_traits(language), template.traits)
        found = persona_evidence(draft.document, made)
        assert found.statements == found.assumed > 8


def two_rounds(scale: int = 7, view: View = View.EMPLOYEES) -> Document:
    draft = sample_draft()
    for number, persona in ((1, "persona1"), (2, "persona2")):
        draft.create(Round(id=f"group{number}", journey="journey1", persona=persona, title="", kind=RoundKind.GROUP,
                           view=view if number == 2 else View.EMPLOYEES, scale=scale if number == 2 else 7,
                           order=f"b{number}"))  # fmt: skip
    for touchpoint, first, second in (("t01", 6, 2), ("t02", 4, 4), ("t03", 3, 4), ("t04", 5, None)):
        rate(draft, "group1", touchpoint, GROUP_VOICE, "experience", first)
        if second is not None:
            rate(draft, "group2", touchpoint, GROUP_VOICE, "experience", second)
    return draft.document


def test_what_two_personas_rated_a_point_apart_comes_first() -> None:
    document = two_rounds()
    (found,) = personas_rated(document, ["persona1", "persona2"], lambda r: round_figures(document, r))
    assert [(row.touchpoint, row.experiences) for row in found.differently] == [
        ("t01", (6.0, 2.0)),
        ("t03", (3.0, 4.0)),
    ]
    assert found.compared == 3 and found.rounds == ("group1", "group2")


@pytest.mark.parametrize("document", [two_rounds(scale=5), two_rounds(view=View.CUSTOMERS)])
def test_other_scales_and_views_are_never_compared(document: Document) -> None:
    assert personas_rated(document, ["persona1", "persona2"], lambda r: round_figures(document, r)) == ()


def test_the_face_is_the_part_of_the_picture_that_was_chosen() -> None:
    draft = sample_draft()
    image = Image.new("RGB", (200, 100), "red")
    image.paste("blue", (150, 0, 200, 100))
    kept = BytesIO()
    image.save(kept, "PNG")
    assets = {"a" * 64: kept.getvalue()}
    add_picture(draft, "persona1", "a" * 64)

    def colours() -> set[tuple[int, int, int]]:
        face = face_picture(draft.document, draft.get(Persona, "persona1"), assets)
        with Image.open(BytesIO(face)) as shown:
            assert shown.width == shown.height
            return {shown.getpixel((x, shown.height // 2)) for x in (5, shown.width - 5)}  # type: ignore[misc]

    assert colours() == {(255, 0, 0)}
    set_face(draft, "persona1", 1.0, 0.5, 2.5)
    assert colours() == {(0, 0, 255)}
    assert face_picture(draft.document, draft.get(Persona, "persona1"), {"a" * 64: b"no picture"}) == b""


@pytest.mark.parametrize("much", [1, 12])
def test_a_persona_takes_one_page_however_much_is_written(much: int) -> None:
    draft = sample_draft()
    set_fields(draft, Persona, "persona1", goals=tuple(f"Goal number {n} that is told" for n in range(much * 3)),
               facts="What is known of them. " * much * 4)  # fmt: skip
    with unmeasured():
        made = persona_pdf(draft.document, "persona1", {}, "en").pdf
        pages = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    assert len(pages) == 1
    assert f"Goal number {much * 3 - 1} that is told" in " ".join(pages[0].split())
