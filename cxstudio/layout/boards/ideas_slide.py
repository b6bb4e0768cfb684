"""What the room sees of ideas: the wall with everything covered that is not revealed, or the vote as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cxstudio.layout.boards.idea_wall import WallStyle, lay_out_wall
from cxstudio.layout.boards.vote_board import VoteStyle, lay_out_vote
from cxstudio.layout.boards.wall_items import wall_of
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Document, Id, Question, VoteRound
from cxstudio.wording.texts import Texts

_USUAL: Final = 1100.0
"""Points across in which a wall is shown at least; a wider one is shown smaller."""
_VOTE_WIDE: Final = 980.0
_MARGIN: Final = 28.0
_HEAD: Final = 74.0


def lay_out_ideas_slide(
    document: Document, question: Id | None, vote: VoteRound | None, texts: Texts, shape: float,
    fonts: FontBook | None = None,
) -> DisplayList:  # fmt: skip
    """A slide whose height is `shape` times its width; whoever shows it enlarges it to the screen.

    With a vote, that; else the wall. What was written silently and the points of a vote under way are not in it.
    """
    book = fonts or font_book()
    found = document.find(question)
    title = found.text if isinstance(found, Question) else texts.tr("Ideas without a question")
    if vote is not None:
        body = lay_out_vote(document, vote, texts, VoteStyle(_VOTE_WIDE), book)
        title = vote.title or title
        said = texts.tr("{cast} of {eligible} handed in", cast=vote.cast, eligible=vote.eligible)
    else:
        wall = wall_of(document, question, texts, show_covered=False, fonts=book)
        body = lay_out_wall(wall, WallStyle()).body
        said = texts.trn("{n} idea", "{n} ideas", len(wall.notes))
    wide = max(_USUAL, body.width + 2 * _MARGIN, (body.height + _HEAD + _MARGIN) / shape)
    high = wide * shape
    items: list[Primitive] = [Rect(0, 0, wide, high, fill=Role.GROUND)]
    style = Type("semibold", 22.0 * wide / _USUAL, 28.0 * wide / _USUAL)
    small = Type("regular", 14.0 * wide / _USUAL, 18.0 * wide / _USUAL)
    items.append(text.single(book, title, style, _MARGIN, style.rise + 14.0, Role.INK, wide * 0.78 - _MARGIN,
                             meaning=Meaning.HEADING))  # fmt: skip
    items.append(text.single(book, said, small, wide - _MARGIN, style.rise + 14.0, Role.MUTED, align=1.0))
    left = (wide - body.width) / 2 if vote is not None else _MARGIN
    ground = Frame("ground", 0, 0, wide, high, groups=(Placed(0, 0, Group("slide", wide, high, tuple(items))),))
    if vote is not None:
        card = Rect(left, _HEAD, body.width, body.height, fill=Role.SURFACE, radius=10.0)
        ground = replace(ground, groups=(*ground.groups, Placed(0, 0, Group("card", wide, high, (card,)))))
    inside = replace(body.root, x=left, y=_HEAD * wide / _USUAL if vote is None else _HEAD)
    return DisplayList(wide, high, Frame("ideas", 0, 0, wide, high, (ground, inside)), title)
