"""What the room and the report are shown of ideas: nothing that is covered, and the whole chain once it is revealed."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.catalogue.samples import sample
from cxstudio.documents.content import Heading, Paragraph, Section, Table
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import ideas as section
from cxstudio.edits import (
    Rule,
    add_ideas,
    add_test,
    ask,
    hand_in,
    idea_to_measure,
    open_vote,
    reveal_votes,
    write_silently,
)
from cxstudio.layout.boards.idea_wall import WallStyle, lay_out_wall
from cxstudio.layout.boards.ideas_slide import lay_out_ideas_slide
from cxstudio.layout.boards.tidy_wall import tidy_spots
from cxstudio.layout.boards.wall_items import wall_of
from cxstudio.layout.display.display_list import DisplayList, TextLine
from cxstudio.model import Document, Touchpoint, VoteRound
from cxstudio.model.ideation.wall_grid import NOTE_HEIGHT, NOTE_WIDTH
from cxstudio.model.kinds import VoteKind
from cxstudio.store import Store
from cxstudio.wording import texts

ENGLISH = texts("en")


def words(drawn: DisplayList) -> str:
    return " ".join(i.text for p in drawn.flat() for i in p.group.items if isinstance(i, TextLine))


def printed(document: Document) -> str:
    made = section.content(Material(document, ENGLISH))
    assert isinstance(made, Section)
    return " ".join([made.headline, *_said(made)])


def _said(made: Section) -> Iterator[str]:
    for block in made.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from (text.text for row in block.rows for cell in row.cells for text in cell)


def test_the_projector_shows_neither_covered_ideas_nor_points_before_the_reveal() -> None:
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("Ideas") as draft:
        question = ask(draft, "How might we?")
        ids = add_ideas(draft, question, ["First", "Second"])
        write_silently(draft, question, True)
        unseen = add_ideas(draft, question, ["Unseen"])
        vote = open_vote(draft, [*ids, *unseen], "Which?", VoteKind.POINTS, 3, 2, Rule())
        hand_in(draft, vote, {ids[0]: 3})
    document = store.document
    wall = words(lay_out_ideas_slide(document, question, None, ENGLISH, 9 / 16))
    assert "First" in wall and "Unseen" not in wall and "3 ideas" in wall
    covered = words(lay_out_ideas_slide(document, question, document.get(VoteRound, vote), ENGLISH, 9 / 16))
    assert "1 of 2 handed in" in covered and "3" not in covered and "Unseen" not in covered
    assert "Unseen" not in printed(document) and "under way" in printed(document)
    with store.transaction("Reveal") as draft:
        hand_in(draft, vote, {ids[0]: 1, ids[1]: 2})
        reveal_votes(draft, vote)
        write_silently(draft, question, False)
    document = store.document
    assert "Unseen" in words(lay_out_ideas_slide(document, question, None, ENGLISH, 9 / 16))
    shown = lay_out_ideas_slide(document, question, document.get(VoteRound, vote), ENGLISH, 3 / 4)
    assert shown.height == shown.width * 3 / 4 and "chosen" in words(shown)


def test_the_report_holds_the_chain_from_touchpoint_to_measure() -> None:
    store = Store(sample("lindenfurt", "en").document)
    touchpoint = next(t for t in store.document.all(Touchpoint) if "otline" in t.name)
    with store.transaction("Chain") as draft:
        question = ask(draft, "How might we think along?", touchpoints=[touchpoint.id])
        ids = add_ideas(draft, question, ["One name", "Bill explained"])
        vote = open_vote(draft, ids, "Which?", VoteKind.POINTS, 3, 1, Rule(1, 2, fixed_by="all", fixed_at="x 11:36"))
        hand_in(draft, vote, {ids[0]: 3})
        reveal_votes(draft, vote)
        add_test(draft, ids[0], "They call less")
        idea_to_measure(draft, ids[0])
    said = printed(store.document)
    for part in ("2 ideas, 1 measure", "How might we think along?", "Hotline −3.6", "One name", "3 · chosen",
                 "being tested", "7. One name", "Fixed at 11:36 by all", "1 of 1 voted"):  # fmt: skip
        assert part in said, (part, said)


def test_a_tidied_wall_has_room_for_every_note() -> None:
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("Ideas") as draft:
        add_ideas(draft, None, [f"Idea {n}" for n in range(70)])
    wall = wall_of(store.document, None, ENGLISH)
    spots = list(tidy_spots(wall, lay_out_wall(wall, WallStyle()).order, 900.0).values())
    assert len(spots) == len(wall.notes)
    near = [(a, b) for n, a in enumerate(spots) for b in spots[:n]
            if abs(a[0] - b[0]) < NOTE_WIDTH and abs(a[1] - b[1]) < NOTE_HEIGHT]  # fmt: skip
    assert near == []
