"""The report's record of workshops: what was planned and done, by role and never by name, and only what has been."""

from __future__ import annotations

from datetime import date

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.journey import map_pages
from cxstudio.documents.report.sections.looking_back import workshops
from cxstudio.documents.text_report.markdown_report import report_markdown
from cxstudio.edits import (
    add_block,
    add_group,
    add_participant,
    add_workshop,
    deal_into_groups,
    report_settings,
    set_fields,
)
from cxstudio.model import AgendaBlock, Document, Workshop
from cxstudio.model.kinds import ReportPreset
from cxstudio.store import Draft
from cxstudio.wording import texts


def held() -> Draft:
    draft = Draft(Document())
    people = tuple(add_participant(draft, name=f"Robin {n}", role="Service") for n in range(4))
    day = add_workshop(draft, "Moving day", day=date(2026, 3, 12), place="Hall", people=people)
    first = add_block(draft, day, "Arriving", minutes=15, who="Petra Beispiel")
    second = add_block(draft, day, "Writing", minutes=30, method="brainwriting")
    deal_into_groups(draft, second, ["Group Blue", "Group Green"], people, 0, 2)
    set_fields(draft, Workshop, day, began="2026-03-12T08:00:00Z", ended="2026-03-12T09:00:00Z")
    set_fields(draft, AgendaBlock, first, began="2026-03-12T08:00:00Z", ended="2026-03-12T08:21:00Z", halted=60)
    set_fields(draft, AgendaBlock, second, skipped=True)
    return draft


def told(draft: Draft) -> str:
    report_settings(draft, preset=ReportPreset.DOCUMENTATION, sections=("workshops",))
    return report_markdown(draft.document, "en").data.decode()


def test_a_workshop_that_has_been_is_told_without_names_and_without_the_clock() -> None:
    said = told(held())
    for part in ("Moving day, 12 March 2026", "Hall · 4 people: 4 × Service", "Arriving", "20 min",
                 "left out", "Group Blue, 2 people", "09:00–09:15"):  # fmt: skip
        assert part in said, (part, said)
    assert "Robin" not in said and "Petra" not in said and "Really" not in said


def test_two_are_told_one_after_the_other_and_one_still_to_come_is_not() -> None:
    draft = held()
    later = add_workshop(draft, "Later", day=date(2999, 1, 1))
    add_block(draft, later, "Not yet")
    assert "Not yet" not in told(draft)
    set_fields(draft, Workshop, later, day=date(2026, 3, 20))
    add_group(draft, draft.document.all(AgendaBlock)[-1].id, "Only group")
    said = told(draft)
    assert "2 workshops stand behind this report" in said and "Not yet" in said and "Later, 20 March 2026" in said


def test_without_a_workshop_there_is_no_such_section() -> None:
    draft = Draft(Document())
    add_workshop(draft, "Only a name")
    assert not hasattr(workshops.content(Material(draft.document, texts("en"))), "headline")


def test_the_map_of_a_report_names_measures_by_their_numbers_and_says_so() -> None:
    from cxstudio.documents.content import Room, Section

    document = sample("lindenfurt", "en").document
    section = map_pages.content(Material(document, texts("en")))
    assert isinstance(section, Section) and section.note.endswith("M: number of the measure")
    from cxstudio.layout.display.display_list import TextLine
    from cxstudio.look.fonts import font_book

    pictures = section.blocks[0].draw(Room(700.0, 420.0, 420.0, font_book()))  # type: ignore[union-attr]
    words = {i.text for picture in pictures for p in picture.flat() for i in p.group.items if isinstance(i, TextLine)}
    assert {"M 1, 5", "M 2", "M 3"} <= words


def test_the_lane_about_people_stays_on_a_short_map_where_somebody_wants_it() -> None:
    from cxstudio.documents.content import Room, Section
    from cxstudio.edits import show_lanes
    from cxstudio.layout.display.display_list import TextLine
    from cxstudio.look.fonts import font_book
    from cxstudio.model import Journey, Touchpoint
    from cxstudio.model.lane_kinds import LaneKind

    draft = Draft(sample("large", "en").document)
    for touchpoint in draft.document.all(Touchpoint):
        set_fields(draft, Touchpoint, touchpoint.id, staff="Knows only half of it and has to ask somebody else first.")
    show_lanes(draft, draft.document.all(Journey)[0].id, [LaneKind.STAFF])
    found = {}
    for wanted in (False, True):
        report_settings(draft, about_people=wanted, preset=ReportPreset.DECISION)
        section = map_pages.content(Material(draft.document, texts("en")))
        assert isinstance(section, Section)
        pictures = section.blocks[0].draw(Room(700.0, 400.0, 400.0, font_book()))  # type: ignore[union-attr]
        assert all(picture.width > 0.95 * 700.0 for picture in pictures), "it fills the page"
        found[wanted] = {i.text for picture in pictures for p in picture.flat() for i in p.group.items
                         if isinstance(i, TextLine)}  # fmt: skip
    assert any("Staff" in text for text in found[True]) and not any("Staff" in text for text in found[False])
