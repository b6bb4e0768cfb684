"""Lays out a vote: its ideas with covered bars while it runs, with points and outcome once it is revealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Final

from cxstudio.analysis.votes.agreement_vote import Tally
from cxstudio.analysis.votes.vote_results import Outcome, VoteResult, VoteRow, result_of
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Document, Id, Idea, VoteRound
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.findings.idea_sentences import OUTCOMES
from cxstudio.wording.texts import Texts

_ROW: Final = 44.0
_HEAD: Final = 34.0
_LETTER: Final = 48.0
_NAMES: Final = 0.40
_COUNT: Final = 40.0
_OUTCOME: Final = 104.0
_DOT: Final = 7.0


@dataclass(frozen=True, slots=True)
class VoteStyle:
    """How wide the board is, and how large its type."""

    width: float
    type: TypeScale = SCREEN


def letter(place: int) -> str:
    """What an idea is called on the slips: A … Z, AA, AB …; `place` from 0."""
    high, low = divmod(place, len(ascii_uppercase))
    return (letter(high - 1) if high else "") + ascii_uppercase[low]


def lay_out_vote(
    document: Document, vote: VoteRound, texts: Texts, style: VoteStyle, fonts: FontBook | None = None
) -> DisplayList:
    """A vote as it stands. Before the reveal nothing of the slips is in it."""
    board = _Board(document, vote, texts, style, fonts or font_book(), result_of(document, vote))
    return board.drawn()


def spoken_vote(document: Document, vote: VoteRound, texts: Texts) -> str:
    """The rows for screen readers."""
    result = result_of(document, vote)
    if result is None:
        named = (f"{letter(n)}: {_name(document, idea, texts)}" for n, idea in enumerate(vote.ideas))
        return "; ".join(named)
    return "; ".join(_spoken_row(document, row, texts) for row in result.rows)


def _spoken_row(document: Document, row: VoteRow, texts: Texts) -> str:
    points = texts.trn("{n} point", "{n} points", row.points)
    return f"{row.place}. {_name(document, row.idea, texts)}, {points}"


def _name(document: Document, idea: Id, texts: Texts) -> str:
    found = document.find(idea)
    if not isinstance(found, Idea):
        return texts.tr("Removed idea")
    return idea_words(found, texts)


@dataclass(frozen=True, slots=True)
class _Board:
    document: Document
    vote: VoteRound
    texts: Texts
    style: VoteStyle
    fonts: FontBook
    result: VoteResult | None

    @property
    def names(self) -> float:
        """Width of the ideas' column."""
        return self.style.width * _NAMES

    @property
    def left(self) -> float:
        """Where points begin."""
        return self.style.type(_LETTER) + self.names + self.style.type(16)

    @property
    def bars(self) -> float:
        """Room for points."""
        unit = self.style.type
        return max(self.style.width - self.left - unit(_COUNT + _OUTCOME), unit(40))

    @property
    def step(self) -> float:
        """From one point to the next."""
        most = max((row.points for row in self.result.rows), default=1) if self.result is not None else 1
        return min(self.style.type(2 * _DOT + 6), self.bars / max(most, 1))

    def drawn(self) -> DisplayList:
        unit, wide = self.style.type, self.style.width
        count = len(self.vote.ideas)
        high = unit(_HEAD) + count * unit(_ROW)
        groups = [Placed(0, 0, self._head())]
        for n in range(count):
            groups.append(Placed(0, unit(_HEAD) + n * unit(_ROW), self._row(n)))
        line = self._least(high)
        if line is not None:
            groups.append(Placed(0, 0, line))
        return DisplayList(wide, high, Frame("vote", 0, 0, wide, high, groups=tuple(groups)), self.vote.title)

    def _head(self) -> Group:
        tr, unit, y = self.texts.tr, self.style.type, self.style.type(22)
        first, second = tr("Idea, as on the slips"), tr("Points, covered until the end")
        if self.result is not None:
            first, second = tr("Idea"), tr("Points") if self.tallied is None else tr("Answers")
        items: list[Primitive] = [
            Rect(0, 0, self.style.width, unit(_HEAD), fill=Role.LANE_GROUND),
            text.single(self.fonts, first, unit.small_strong, unit(_LETTER), y, Role.MUTED, self.names,
                        meaning=Meaning.HEADER_CELL),
            text.single(self.fonts, second, unit.small_strong, self.left, y, Role.MUTED, self.style.width - self.left,
                        meaning=Meaning.HEADER_CELL),
        ]  # fmt: skip
        return Group("head", self.style.width, unit(_HEAD), tuple(items))

    @property
    def tallied(self) -> Tally | None:
        """The first row's answers, of a rating that is revealed."""
        return self.result.rows[0].tally if self.result is not None and self.result.rows else None

    def _least(self, high: float) -> Group | None:
        """The border of enough points."""
        if self.result is None or self.tallied is not None or self.result.rule.least <= 1:
            return None
        x = self.left + (self.result.rule.least - 1) * self.step - self.style.type(1)
        if x > self.left + self.bars:
            return None
        unit = self.style.type
        stroke = marks.line(x, unit(_HEAD), x, high, Role.MUTED, 1.2, (2.0, 3.0))
        said = self.texts.tr("{n} or more", n=self.result.rule.least)
        head = text.line(self.fonts, self.texts.tr("Points"), unit.small_strong.face, unit.small_strong.size)
        start = max(x + unit(4), self.left + head.width + unit(12))
        room = self.style.width - start
        words = text.single(self.fonts, said, unit.small_strong, start, unit(22), Role.INK, room)
        return Group("least", self.style.width, high, (stroke, words))

    def _row(self, n: int) -> Group:
        unit, wide, high = self.style.type, self.style.width, self.style.type(_ROW)
        items: list[Primitive] = [marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE)]
        middle = high / 2
        if self.result is None:
            idea = self.vote.ideas[n]
            items += self._words(letter(n), idea, middle, Role.INK)
            bar = Rect(self.left, middle - unit(6), self.bars, unit(12), fill=Role.OKAY_GROUND, radius=unit(6))
            items += [bar, *marks.sign("covered", self.left + self.bars + unit(14), middle - unit(8), unit(16),
                                       Role.FAINT)]  # fmt: skip
            return Group(f"row:{idea}", wide, high, tuple(items), idea)
        row = self.result.rows[n]
        shared = "=" if row.shared else ""
        ahead = row.outcome in (Outcome.CHOSEN, Outcome.TIED, Outcome.NOT_AMONG)
        if row.outcome is Outcome.TIED:
            items.insert(0, Rect(0, 0, wide, high - 1, fill=Role.ACCENT_GROUND))
        items += self._words(f"{shared}{row.place}", row.idea, middle, Role.INK if ahead else Role.MUTED)
        items += self._answers(row, middle) if row.tally is not None else self._dots(row, middle)
        items += self._outcome(row, middle)
        return Group(f"row:{row.idea}", wide, high, tuple(items), row.idea)

    def _words(self, mark: str, idea: Id, middle: float, role: Role) -> Iterator[Primitive]:
        unit = self.style.type
        y = middle - unit.title.leading / 2 + unit.title.rise
        yield text.single(self.fonts, mark, unit.body, unit(16), y, Role.MUTED)
        yield text.single(self.fonts, _name(self.document, idea, self.texts), unit.title, unit(_LETTER), y, role,
                          self.names, meaning=Meaning.CELL)  # fmt: skip

    def _dots(self, row: VoteRow, middle: float) -> Iterator[Primitive]:
        unit = self.style.type
        radius = min(unit(_DOT), max(self.step / 2 - 1, 1.5))
        for n in range(row.points):
            x = self.left + radius + n * self.step
            if row.outcome is Outcome.TIED:
                yield marks.circle(x, middle, radius - 1, stroke=Role.ACCENT, stroke_width=unit(2))
            else:
                fill = Role.ACCENT if row.outcome is Outcome.CHOSEN else Role.ACCENT_LINE
                yield marks.circle(x, middle, radius, fill=fill if row.outcome is not Outcome.TOO_FEW else Role.LINE)
        y = middle - unit.title.leading / 2 + unit.title.rise
        right = self.left + self.bars + unit(_COUNT - 8)
        yield text.single(self.fonts, str(row.points), unit.title, right, y, Role.INK, align=1.0)

    def _answers(self, row: VoteRow, middle: float) -> Iterator[Primitive]:
        """Yes, yes with changes and no as one bar, with their numbers below."""
        tally, unit = row.tally, self.style.type
        assert tally is not None
        tr, x = self.texts.tr, self.left
        parts = (
            (tally.yes, Role.ACCENT, tr("{n} yes", n=tally.yes)),
            (tally.changes, Role.ACCENT_LINE, tr("{n} with changes", n=tally.changes)),
            (tally.no, Role.DISAPPOINTING, tr("{n} no", n=tally.no)),
        )
        for n, role, _ in parts:
            if n:
                wide = self.bars * n / max(tally.cast, 1)
                yield Rect(x, middle - unit(12), wide - unit(2), unit(10), fill=role, radius=unit(3))
                x += wide
        words = [said for _, _, said in parts]
        if tally.abstained:
            words.append(tr("{n} abstained", n=tally.abstained))
        yield text.single(self.fonts, " · ".join(words), unit.small, self.left, middle + unit(13), Role.MUTED,
                          self.bars + unit(_COUNT))  # fmt: skip

    def _outcome(self, row: VoteRow, middle: float) -> Iterator[Primitive]:
        said = self.texts.tr(OUTCOMES[row.outcome]) if OUTCOMES[row.outcome] else ""
        if not said:
            return
        unit = self.style.type
        laid = text.line(self.fonts, said, unit.small_strong.face, unit.small_strong.size)
        right = self.style.width - unit(12)
        y = middle - unit.small_strong.leading / 2 + unit.small_strong.rise
        if row.outcome is Outcome.NOT_AMONG:
            yield text.single(self.fonts, said, unit.small, right, y, Role.MUTED, align=1.0)
            return
        wide, tied = laid.width + unit(20), row.outcome is Outcome.TIED
        yield Rect(right - wide, middle - unit(11), wide, unit(22), fill=Role.SURFACE if tied else Role.ACCENT_GROUND,
                   stroke=Role.ACCENT if tied else None, stroke_width=unit(1.5), radius=unit(11))  # fmt: skip
        yield text.single(self.fonts, said, unit.small_strong, right - wide / 2, y, Role.ACCENT, align=0.5)
