"""What stands in one row of the grid, read from the document and its figures when it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import (
    Criticality,
    RoundFigures,
    Summary,
    TouchpointFigures,
    Verdict,
)
from cxstudio.analysis.statistics.method_options import options_of
from cxstudio.analysis.statistics.promise_kept import PromiseFound, promise_of
from cxstudio.analysis.statistics.touchpoint_figures import QUICK_SPAN, verdict
from cxstudio.edits.rating.voices import NOT_YET, Answer, Rater
from cxstudio.model import GROUP_VOICE, Document, Id, Stage, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import CriticalMark
from cxstudio.wording import N_, Texts
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import agreement_words, judged_words, written_value
from cxstudio.wording.figures.promise_sentences import answer_word, result_answer
from ui.workspaces.rate.table.answer_columns import (
    AGREEMENT,
    COLUMNS,
    COUNT,
    DELTA,
    FIGURE_OF,
    MARKS,
    NAME,
    NEED,
    PROMISE,
    WORD,
)

DASH: Final = "–"


class Decision(StrEnum):
    """Who says whether a touchpoint is critical."""

    RULE = "rule"
    ACCEPTED = "accepted"
    """The group decided as the rule proposes."""
    OVERRULED = "overruled"
    UNEXPLAINED = "unexplained"
    """Overruled, and no reason was written down."""

    @property
    def overrules(self) -> bool:
        """The group decided against the rule."""
        return self in (Decision.OVERRULED, Decision.UNEXPLAINED)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a stage's heading, or a touchpoint with its figures and, where one voice is in view, its answers."""

    stage: Stage | None = None
    touchpoint: Touchpoint | None = None
    figures: TouchpointFigures | None = None
    critical: bool = False
    decision: Decision = Decision.RULE
    rank: int | None = None
    """Place by need for action, basics not met on top; None without a need."""
    own: bool = False
    """Whether the answers are one voice's and not the means of all."""
    group: bool = False
    """The one voice is the group's: its values look as on the map."""
    answers: tuple[tuple[str, Answer], ...] = ()
    own_verdict: Verdict = Verdict.UNKNOWN
    """Of one voice's own delta."""
    promise: PromiseFound | None = None
    """What the round found about the promise."""
    words: tuple[str, ...] = ()
    """Words for the emotion: the voice's own, or everybody's, the most frequent first."""

    def answer(self, figure: str) -> Answer:
        """The voice's answer to one question."""
        return dict(self.answers).get(figure, NOT_YET)

    @property
    def delta(self) -> float | None:
        """The voice's own delta, or the mean of all."""
        if not self.own:
            return self.figures.delta.mean if self.figures is not None and self.figures.delta is not None else None
        return own_delta(dict(self.answers))[0]

    @property
    def verdict(self) -> Verdict:
        """Of the delta in view: the voice's own, or the mean of all."""
        if self.own:
            return self.own_verdict
        return self.figures.verdict if self.figures is not None else Verdict.UNKNOWN

    @property
    def uncertain(self) -> bool:
        """A survey whose interval allows more than one verdict."""
        return not self.own and self.figures is not None and self.figures.uncertain

    def sort_value(self, column: int) -> float | None:
        """What a column is sorted by; None where there is nothing."""
        if column == NEED:
            return None if self.rank is None or self.delta is None else -float(self.rank)
        return self.value(column)

    def value(self, column: int) -> float | None:
        """The number a column shows; None where there is none."""
        if column in FIGURE_OF:
            figure = FIGURE_OF[column]
            if self.own:
                return self.answer(figure).value
            part: Summary | None = getattr(self.figures, figure) if self.figures is not None else None
            return None if part is None else part.mean
        if column == DELTA:
            return self.delta
        if column == WORD:
            return float(len(self.words)) or None
        if column == MARKS:
            stardust = self.touchpoint is not None and self.touchpoint.stardust
            marks = 8.0 * self.critical + 4.0 * self.decision.overrules + 2.0 * self.disagreeing + 1.0 * stardust
            return marks or None
        if self.figures is None:
            return None
        return {AGREEMENT: self.figures.agreement, NEED: self.figures.need, COUNT: float(self.figures.n)}[column]

    @property
    def disagreeing(self) -> bool:
        """The answers lie far apart."""
        return self.figures is not None and self.figures.disagreeing


_DECIDED: Final = {
    Decision.RULE: "",
    Decision.ACCEPTED: N_("accepted by the group"),
    Decision.OVERRULED: N_("decided by the group against the rule"),
    Decision.UNEXPLAINED: N_("decided by the group against the rule, no reason written down"),
}


def line_of(document: Document, asked: Rater, figures: RoundFigures | None, touchpoint: Id) -> Line:
    """The row of one touchpoint."""
    word = figures.criticality.get(touchpoint) if figures is not None else None
    known = figures.of(touchpoint) if figures is not None else None
    answers: tuple[tuple[str, Answer], ...] = ()
    ratings = asked.ratings(document, touchpoint)
    if asked.own is not None:
        answers = tuple((figure, asked.answer(ratings, figure)) for figure in FIGURE_OF.values())
    record = document.get(Touchpoint, touchpoint)
    critical = is_critical(figures, record)
    return Line(
        touchpoint=record,
        figures=known,
        critical=critical,
        decision=_decision(record, word),
        rank=figures.rank(touchpoint) if figures is not None else None,
        own=asked.own is not None,
        group=asked.own == GROUP_VOICE,
        own_verdict=_own_verdict(document, asked, figures, answers),
        answers=answers,
        promise=promise_of(document, record, figures),
        words=_words(ratings, asked.own),
    )


def own_delta(answers: Mapping[str, Answer]) -> tuple[float | None, bool]:
    """One voice's delta, and whether it comes from the quick question."""
    expected, lived, quick = (answers.get(f, NOT_YET).value for f in ("expectation", "experience", "quick"))
    if expected is not None and lived is not None:
        return float(lived - expected), False
    return (None if quick is None else float(quick)), True


def _own_verdict(
    document: Document, asked: Rater, figures: RoundFigures | None, answers: tuple[tuple[str, Answer], ...]
) -> Verdict:
    """By the same thresholds as everybody's mean."""
    delta, from_quick = own_delta(dict(answers))
    options = figures.options if figures is not None else options_of(document)
    return verdict(delta, QUICK_SPAN if from_quick else asked.scale - 1, options)


def _words(ratings: TouchpointRatings | None, own: Id | None) -> tuple[str, ...]:
    if ratings is None or not ratings.word:
        return ()
    if own is not None:
        return (ratings.word[own],) if ratings.word.get(own) else ()
    counted = Counter(word.strip() for _, word in sorted(ratings.word.items()) if word.strip())
    return tuple(word for word, _ in counted.most_common())


def _decision(record: Touchpoint, word: Criticality | None) -> Decision:
    if record.critical is CriticalMark.BY_RULE or word is None:
        return Decision.RULE
    if not word.overruled:
        return Decision.ACCEPTED
    return Decision.OVERRULED if record.critical_reason.strip() else Decision.UNEXPLAINED


def shown_text(line: Line, column: int, texts: Texts) -> str:
    """What a cell says in as few characters as it can."""
    if line.stage is not None:
        return line.stage.name if column == NAME else ""
    assert line.touchpoint is not None
    if column == NAME:
        return line.touchpoint.name or texts.tr("Unnamed touchpoint")
    if column == MARKS:
        return ", ".join(marks(line, texts))
    if column == WORD:
        return ", ".join(line.words)
    if column in FIGURE_OF and line.own:
        return _answer(line.answer(FIGURE_OF[column]), FIGURE_OF[column], texts)
    value = line.value(column)
    if value is None:
        return DASH
    if column == DELTA:
        return texts.signed(value, 0 if line.own and not line.group else 1)
    if column == PROMISE:
        return (result_answer(line.promise, texts) if line.promise is not None else "") or DASH
    if column in FIGURE_OF:
        return written_value(FIGURE_OF[column], value, texts)
    return texts.number(value, 2 if column == AGREEMENT else 0)


def _answer(answer: Answer, figure: str, texts: Texts) -> str:
    if answer.skipped:
        return texts.tr("skipped")
    if answer.value is None:
        return ""
    return answer_word(figure, answer.value, texts) or written_value(figure, answer.value, texts, 0)


def spoken_text(line: Line, column: int, texts: Texts) -> str:
    """What a screen reader says in a cell: the column's name and the value in words."""
    text = shown_text(line, column, texts)
    if line.stage is not None or column == NAME:
        return text
    if column == MARKS:
        return ", ".join(part for part in (text, texts.tr(_DECIDED[line.decision])) if part) or texts.tr("no marks")
    name = capital(texts.tr(COLUMNS[column].title))
    if column == WORD:
        return f"{name}: {text}" if text else texts.tr("no word yet")
    if column in FIGURE_OF and line.own and not text:
        text = texts.tr("not yet rated")
    elif column == DELTA and not line.own and line.figures is not None and line.delta is not None:
        text = ", ".join(part for part in (text, judged_words(line.figures, texts)) if part)
    elif column == AGREEMENT and line.figures is not None and line.figures.agreement_steps is not None:
        return agreement_words(line.figures.agreement_steps, texts)
    return f"{name}: " + (texts.tr("no result") if text == DASH else text)


def marks(line: Line, texts: Texts) -> list[str]:
    """Critical, disagreeing, stardust: as words."""
    found = []
    if line.critical:
        found.append(texts.tr("critical"))
    elif line.decision.overrules:
        found.append(texts.tr("not critical"))
    if line.disagreeing:
        found.append(texts.tr("disagreeing"))
    if line.touchpoint is not None and line.touchpoint.stardust:
        found.append(texts.tr("stardust"))
    return found
