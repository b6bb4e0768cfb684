"""What all charts are made from, and the words and figures they come with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Id, Round
from cxstudio.model.questions import limits
from cxstudio.wording.figures.figure_sentences import basis_line, ends_words
from cxstudio.wording.texts import Texts


class Missing(NamedTuple):
    """Why a chart cannot be drawn, as a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """What charts are made from."""

    document: Document
    texts: Texts
    figures: RoundFigures | None
    """The round shown."""
    others: RoundFigures | None = None
    """The customers' round it is held against."""
    chosen: Id | None = None
    """The selected touchpoint."""
    choice: str = ""
    """Which of the chart's variants; empty is the first."""

    @property
    def scale(self) -> int:
        """Points of the round's scale. Raises where there is no round."""
        return self.round.scale

    @property
    def round(self) -> Round:
        """The round shown. Raises where there is none."""
        assert self.figures is not None
        return self.document.get(Round, self.figures.round)

    def basis(self, *notes: str, figure: str = "experience") -> str:
        """View, people and day of the round, the scale of the figure, where it has one; then what was left out."""
        assert self.figures is not None
        line = basis_line(self.document, self.figures, self.texts)
        return " · ".join(part for part in (line, self._scale_of(figure), *notes) if part)

    def _scale_of(self, figure: str) -> str:
        if not figure:
            return ""
        low, high = limits(figure, self.scale)
        if low == 1:
            return self.texts.tr("scale 1–{top}", top=high)
        return self.texts.tr("scale {low} to {high}", **ends_words(figure, self.texts, self.scale))

    def left_out(self, shown: int) -> str:
        """How many of the journey's touchpoints a chart does not show; empty where it shows all."""
        assert self.figures is not None
        missing = len(self.document.journey_touchpoints(self.figures.journey)) - shown
        return self.texts.trn("{n} touchpoint without these answers",
                              "{n} touchpoints without these answers", missing) \
            if missing > 0 else ""  # fmt: skip

    def kept_back(self, touchpoints: int) -> str:
        """At how many touchpoints single answers would tell on those who gave them; empty for none."""
        return self.texts.trn("{n} touchpoint with too few answers to show",
                              "{n} touchpoints with too few answers to show", touchpoints) \
            if touchpoints else ""  # fmt: skip

    def too_few_answers(self) -> Missing:
        """Single answers would tell on those who gave them, or nobody was told that they are shown."""
        if not is_survey(self.round):
            return Missing(
                self.texts.tr(
                    "Single answers are not shown: that was not announced for this round. Mean, range and agreement "
                    "stand in the other charts and in the table."
                )
            )
        return Missing(self.texts.trn("No result: fewer than {n} answer is not broken down.",
                                      "No result: fewer than {n} answers are not broken down.",
                                      self.round.minimum_group))  # fmt: skip

    def nobody_yet(self) -> Missing:
        """There is no round, or nobody answered anything in it."""
        return Missing(self.texts.tr("This journey has not been rated yet."))


class Head(NamedTuple):
    """The words around a chart."""

    title: str
    lead: str
    """How to read it."""
    basis: str
    """Whose answers, how many, when, and what was left out."""


class Line(NamedTuple):
    """One line of the same figures as a list: the record it is about, where there is one, and its cells."""

    record: Id | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A chart's figures as words: what is read aloud instead of the picture, and pasted as a table."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]

    def text(self, most: int = 1000) -> str:
        """One line per record, cells separated by tabs."""
        rows = (self.head, *(line.cells for line in self.lines[:most]))
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)

    def spoken(self, most: int) -> str:
        """The first lines as running text: "Hotline: expectation 6.2, experience 2.7; …"."""
        said = []
        for line in self.lines[:most]:
            name, *values = line.cells
            named = ", ".join(f"{h} {v}" for h, v in zip(self.head[1:], values, strict=False) if v)
            said.append(f"{name}: {named}")
        return "; ".join(said) + ("; …" if len(self.lines) > most else "")


class ChartData(Protocol):
    """The pure value a chart is laid out from."""

    @property
    def head(self) -> Head:
        """The words around it."""
        ...

    @property
    def listing(self) -> Listing:
        """Its figures as words."""
        ...


def flat_name(name: str) -> str:
    """A name on one line, bounded."""
    return " ".join(name[:400].split())


def whole(lines: Iterable[Line], *head: str) -> Listing:
    """A listing with these headings."""
    return Listing(head, tuple(lines))
