"""The vote under way on paper: two slips a page, every idea with its letter and circles to fill."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.votes.vote_results import rule_of
from cxstudio.documents.paper import MARGIN, USUAL, Paper
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import BODY, LABEL, SMALL, TITLE_AGAIN
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import N_, UserError
from cxstudio.layout.boards.vote_board import letter
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Primitive
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.model import Document, Idea, VoteRound
from cxstudio.model.kinds import VoteKind
from cxstudio.progress import silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.findings.idea_sentences import rule_words, tie_words
from cxstudio.wording.texts import Texts

_GAP: Final = 40.0
"""Between two slips side by side, for the scissors."""
_ROW: Final = 24.0
_CLOSEST: Final = 12.0
_RADIUS: Final = 5.5
_MOST_CIRCLES: Final = 5
_MOST_PAGES: Final = 500


def vote_slips_pdf(document: Document, language: str, paper: Paper = USUAL, fonts: FontBook | None = None) -> PdfFile:
    """Slips of the vote begun last, as many pages as people need: one at least, and a bounded number.

    Raises UserError where there is no vote.
    """
    texts, book = texts_in(language), fonts or font_book()
    running = [vote for vote in document.all(VoteRound) if not vote.revealed]
    if not running:
        raise UserError(
            N_("No vote is under way."), N_("Nothing was written."), N_("Begin a vote first; its rule is printed.")
        )  # fmt: skip
    vote = running[-1]
    sheet, wide = Sheet(book, paper), (paper.room - _GAP) / 2
    for place in range(2):
        _slip(sheet, document, vote, texts, MARGIN + place * (wide + _GAP), wide)
    needed = max((vote.eligible + 1) // 2, 1)
    pages = [sheet] * min(needed, _MOST_PAGES)
    title = " · ".join(part for part in (texts.tr("Voting slips"), vote.title) if part)
    notices = placeholder_notices(document, book, [sheet], texts)
    if needed > len(pages):
        printed = texts.number(2 * len(pages))
        notices += (texts.tr("The file holds {n} slips. For more, print it once again.", n=printed),)
    return write_pdf(pages, notices, paper, title=title, texts=texts, fonts=book,
                     author=document.project.client, accent=document.project.accent, assets={},
                     progress=silent)  # fmt: skip


def _slip(sheet: Sheet, document: Document, vote: VoteRound, texts: Texts, x: float, wide: float) -> None:
    tr, y = texts.tr, MARGIN
    y += sheet.text(vote.title or tr("Vote"), TITLE_AGAIN, x, y, wide, Role.INK, 2, meaning=Meaning.TITLE)
    rule = rule_of(document, vote)
    said = " ".join(part for part in (rule_words(vote, rule, texts), tie_words(rule, vote, texts)) if part)
    y += sheet.text(said, SMALL, x, y, wide, Role.MUTED, 3) + 4.0
    if vote.kind is VoteKind.POINTS:
        asked = tr("Points you can give: {n}. Fill in one circle for each of them.", n=vote.points_each)
    else:
        asked = tr("Tick one circle for each idea: yes, yes with changes, no. To abstain, leave it empty.")
    y += sheet.text(asked, BODY, x, y, wide, Role.INK, 2) + 6.0
    circles = min(vote.points_each, _MOST_CIRCLES) if vote.kind is VoteKind.POINTS else 3
    heads = () if vote.kind is VoteKind.POINTS else (tr("yes"), tr("with changes"), tr("no"))
    step = 2 * _RADIUS + 6.0 if not heads else 44.0
    right = x + wide - circles * step
    for n, head in enumerate(heads):
        sheet.text(head, LABEL, right + n * step, y, step, Role.MUTED, 1)
    y += 14.0 if heads else 0.0
    bottom = sheet.paper.bottom - 24.0
    row = min(_ROW, max((bottom - y) / max(len(vote.ideas), 1), _CLOSEST))
    for place, idea in enumerate(vote.ideas):
        found = document.find(idea)
        if isinstance(found, Idea):
            middles = [right + (n + 0.5) * step for n in range(circles)]
            _line(sheet, letter(place), idea_words(found, texts), (x, y, right - x - 8.0, row), middles)
            y += row
    sheet.text(
        tr("Code of your own (optional)") + ": ____________________", SMALL, x, bottom + 16.0, wide, Role.MUTED, 1
    )


def _line(
    sheet: Sheet, mark: str, words: str, box: tuple[float, float, float, float], circles: list[float]
) -> None:  # fmt: skip
    x, y, wide, row = box
    middle = y + row / 2
    sheet.text(mark, BODY, x, middle - BODY.leading / 2, 24.0, Role.INK, 1)
    sheet.text(words, BODY, x + 26.0, middle - BODY.leading / 2, wide - 26.0, Role.INK, 1)
    drawn: list[Primitive] = [marks.circle(at, middle, _RADIUS, stroke=Role.MUTED, stroke_width=0.8) for at in circles]
    sheet.group("circles", drawn)
