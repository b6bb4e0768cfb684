"""Questions a survey's mapping leaves open, each with what is proposed first and what else it may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cxstudio.exchange.plan.column_mapping import Mapping
from cxstudio.exchange.plan.import_plan import Choice, Doubt, Message, Names, plain, say, shortened, trn
from cxstudio.exchange.survey.answer_reading import is_slider
from cxstudio.exchange.survey.coded_answers import CODES
from cxstudio.exchange.survey.proposal.column_look import ColumnLook
from cxstudio.exchange.survey.proposal.decisions import (
    DIRECTION,
    EMOTION_SCALE,
    MISSING,
    SCALE,
    SLIDER,
    WORDS,
    ZERO,
    decided,
    with_direction,
    with_emotion_scale,
    with_missing,
    with_rows,
    with_scale,
    with_steps,
    with_words,
    with_zero_as_no_answer,
    with_zero_as_step,
)
from cxstudio.exchange.survey.proposal.number_scales import USUAL
from cxstudio.exchange.survey.proposal.proposed_mapping import looks_at
from cxstudio.exchange.survey.proposal.signed_scales import neutral, signed_scales
from cxstudio.exchange.survey.proposal.word_columns import WordReading, word_readings
from cxstudio.exchange.survey.row_kinds import RowsOfKind
from cxstudio.exchange.survey.survey_mapping import SCALED_ROLES, SIGNED_ROLES, ColumnUse, SurveyMapping
from cxstudio.exchange.survey.word_scales import WordScale
from cxstudio.exchange.tables.table import Table, column_place, short
from cxstudio.model.questions import LONGEST_SCALE
from cxstudio.wording.texts import N_

ROWS: Final = "rows"
EMOTION_ASKED: Final = N_("On which scale was emotion rated?")
_MOST_CHOICES: Final = 5
_NAMED: Final = 3


def doubts(table: Table, answers: Table, kinds: Sequence[RowsOfKind], mapping: SurveyMapping) -> tuple[Doubt, ...]:
    """What is still to be decided about a table read through this mapping: rows first, then the meaning of answers.

    `kinds` are its rows that may be nobody's answers, `answers` the table without those that are left out.
    """
    return (*_rows(table, kinds, mapping), *_meanings(answers, mapping))


def _rows(table: Table, kinds: Sequence[RowsOfKind], mapping: SurveyMapping) -> Iterator[Doubt]:
    for found in kinds:
        if found.kind not in mapping.rows:
            yield rows_question(mapping, found.kind, found.place(table), found.why(), len(found.at))


def rows_question(
    mapping: SurveyMapping, kind: str, place: Message, why: Message, n: int, *, leave: bool = True
) -> Doubt:
    """Whether `n` rows of a kind count; `leave` proposes to leave them out."""
    out = trn("Leave out {n} row", "Leave out {n} rows", n)
    kept = trn("Count {n} row as answers", "Count {n} rows as answers", n)
    choices = (_row_choice(mapping, kind, out, leave=True), _row_choice(mapping, kind, kept, leave=False))
    question = say(N_("Are these answers? It seems that {why}."), why=why)
    return Doubt(f"{ROWS}:{kind}", place, question, choices if leave else choices[::-1])


def _row_choice(mapping: SurveyMapping, kind: str, label: Message, *, leave: bool) -> Choice:
    return Choice(label, with_rows(mapping, kind, leave), f"--{'leave-out' if leave else 'keep'} {kind}")


def _meanings(table: Table, mapping: SurveyMapping) -> Iterator[Doubt]:
    if not mapping.open:
        return
    looks = looks_at(table)
    kinds: dict[str, Callable[[str], Doubt | None]] = {
        SCALE: lambda _: _scale(mapping, looks),
        SLIDER: lambda _: _slider(mapping, looks),
        ZERO: lambda _: _zero(mapping, looks),
        MISSING: lambda _: _missing(mapping, looks),
        DIRECTION: lambda question: _direction(question, mapping, looks),
        EMOTION_SCALE: lambda _: _emotion(mapping, looks),
        WORDS: lambda question: _words(question, mapping, word_readings(looks)),
    }
    for question in mapping.open:
        make = kinds.get(question.partition(":")[0])
        doubt = make(question) if make is not None else None
        if doubt is not None:
            yield doubt


def _counted(mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> list[tuple[ColumnUse, ColumnLook]]:
    """The columns answered in numbers on the round's scale."""
    by_number = {look.index + 1: look for look in looks}
    uses = [use for use in mapping.columns if use.role in SCALED_ROLES and use.number in by_number]
    return [(use, by_number[use.number or 0]) for use in uses if by_number[use.number or 0].numeric >= 0.5]


def _columns(uses: Iterable[ColumnUse]) -> Message:
    """Where something stands: a few columns by their headings."""
    names = [short(use.name or str(use.number), 40) for use in uses]
    if len(names) == 1:
        return column_place(names[0])
    whole = say(N_("Columns {columns}"), columns=Names(tuple(names)))
    if len(names) <= _NAMED:
        return whole
    few, more = Names(tuple(names[:_NAMED])), len(names) - _NAMED
    return shortened(N_("Columns {columns} and {more} more"), whole, columns=few, more=more)


def _ends(mapping: SurveyMapping, counted: Iterable[tuple[ColumnUse, ColumnLook]]) -> tuple[int, int]:
    use = next((use for use, _ in counted), None)
    if use is None or use.lowest is None or use.highest is None:
        return 1, mapping.scale
    return use.lowest, use.highest


def _scale(mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> Doubt | None:
    counted = _counted(mapping, looks)
    if not counted:
        return None
    lowest, highest = _ends(mapping, counted)
    seen = max(
        (v for use, look in counted for v in look.numbers if v <= 10 and str(v) not in use.missing), default=highest
    )
    tops = dict.fromkeys((highest, seen, *(top for top in USUAL[:3] if top >= seen - 1)))
    choices = tuple(
        Choice(
            say(N_("{lowest} to {highest}"), lowest=lowest, highest=top),
            with_scale(mapping, lowest, top),
            f"--scale {lowest}..{top}",
        )
        for top in tops
        if 2 <= top - lowest + 1 <= LONGEST_SCALE
    )
    question = say(N_("How far does the scale reach? The highest answer is {seen}."), seen=seen)
    return Doubt(SCALE, _columns(use for use, _ in counted), question, choices[:_MOST_CHOICES])


def _slider(mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> Doubt | None:
    """How many steps answers on a slider are put to; the fewest that change none of them come first."""
    counted = [(use, look) for use, look in _counted(mapping, looks) if is_slider(use.lowest, use.highest)]
    if not counted:
        return None
    lowest, highest = _ends(mapping, counted)
    choices = tuple(
        Choice(
            say(N_("{lowest} to {highest}"), lowest=1, highest=steps),
            with_steps(mapping, steps),
            f"--scale 1..{steps}",
        )
        for steps in dict.fromkeys((mapping.scale, LONGEST_SCALE, *USUAL[:2]))
    )
    question = say(
        N_("The answers lie from {lowest} to {highest}. Which scale are they grouped on?"),
        lowest=lowest,
        highest=highest,
    )
    return Doubt(SLIDER, _columns(use for use, _ in counted), question, choices)


def _zero(mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> Doubt | None:
    counted = [(use, look) for use, look in _counted(mapping, looks) if 0 in look.numbers]
    if not counted:
        return None
    lowest, highest = _ends(mapping, counted)
    times = sum(look.numbers[0] for _, look in counted)
    none = Choice(
        say(N_("0 is no answer: it does not concern these people")),
        with_zero_as_no_answer(mapping, highest),
        "--missing 0",
    )
    step = Choice(
        say(N_("0 is the lowest step: {lowest} to {highest}"), lowest=0, highest=highest),
        with_zero_as_step(mapping, highest),
        f"--scale 0..{highest}",
    )
    choices = (step, none) if lowest == 0 else (none, step)
    question = trn("What does 0 mean? It was given {n} time.", "What does 0 mean? It was given {n} times.", times)
    return Doubt(ZERO, _columns(use for use, _ in counted), question, choices)


def _missing(mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> Doubt | None:
    counted = [(use, look) for use, look in _counted(mapping, looks) if use.missing]
    if not counted:
        return None
    codes = sorted({int(code) for use, _ in counted for code in use.missing})
    times = sum(look.numbers.get(int(code), 0) for use, look in counted for code in use.missing)
    said = ", ".join(map(str, codes))
    question = trn(
        "Do the numbers {codes} mean “no answer”? They were given {n} time.",
        "Do the numbers {codes} mean “no answer”? They were given {n} times.",
        times,
        codes=said,
    )
    lowest, _ = _ends(mapping, counted)
    none = with_missing(mapping, ())
    longer = (
        Choice(
            say(N_("No, the scale reaches {highest}"), highest=codes[-1]),
            with_scale(none, lowest, codes[-1]),
            f"--scale {lowest}..{codes[-1]}",
        ),
    )
    choices = (
        Choice(
            say(N_("Yes, they are no answers")), decided(mapping, MISSING), f"--missing {','.join(map(str, codes))}"
        ),
        *(longer if 2 <= codes[-1] - lowest + 1 <= LONGEST_SCALE else ()),
        Choice(say(N_("No, they are typing errors: leave them out")), none, "--missing none"),
    )
    return Doubt(MISSING, _columns(use for use, _ in counted), question, choices)


def _direction(question: str, mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> Doubt | None:
    counted = _counted(mapping, looks)
    number = question.partition(":")[2]
    if number:
        counted = [(use, look) for use, look in counted if str(use.number) == number]
    else:
        counted = [
            (use, look) for use, look in counted if look.legend.best_is_lowest is None and not look.legend.turned
        ]
    if not counted:
        return None
    lowest, highest = _ends(mapping, counted)
    turned = bool(counted[0][0].best_is_lowest)
    best_high = say(N_("{highest} is best"), highest=highest)
    best_low = say(N_("{lowest} is best"), lowest=lowest)
    chosen = {use.number for use, _ in counted}
    made = (
        Choice(best_low, with_direction(mapping, question, chosen, True), f"--reverse {number or 'all'}"),
        Choice(best_high, with_direction(mapping, question, chosen, False), "--reverse none"),
    )
    asked = say(N_("Which end of the scale is the better one?"))
    return Doubt(question, _columns(use for use, _ in counted), asked, made if turned else made[::-1])


def _emotion(mapping: SurveyMapping, looks: Iterable[ColumnLook]) -> Doubt | None:
    """Which scale emotion was given on: only then it is known which answers are good ones."""
    by_number = {look.index + 1: look for look in looks}
    uses = [use for use in mapping.columns if use.role in SIGNED_ROLES and use.number in by_number]
    scales = signed_scales(Counter(v for use in uses for v in by_number[use.number or 0].numbers))
    if len(scales) < 2:
        return None
    choices = tuple(emotion_choice(ends, with_emotion_scale(mapping, *ends)) for ends in scales)
    return Doubt(EMOTION_SCALE, _columns(uses), say(EMOTION_ASKED), choices)


def emotion_choice(ends: tuple[int, int], mapping: Mapping) -> Choice:
    """A scale emotion may have been given on, named by its neutral step."""
    lowest, highest = ends
    label = say(
        N_("{lowest} to {highest}: {neutral} is neutral"),
        lowest=lowest,
        highest=highest,
        neutral=neutral(lowest, highest),
    )
    return Choice(label, mapping, f"--accept emotion:{lowest}..{highest}")


def _words(question: str, mapping: SurveyMapping, readings: Iterable[WordReading]) -> Doubt | None:
    number = question.partition(":")[2]
    reading = next((r for r in readings if str(min(r.columns) + 1) == number), None)
    if reading is None:
        return None
    uses = [use for use in mapping.columns if (use.number or 0) - 1 in reading.columns]
    choices = tuple(
        Choice(_steps_said(scale), with_words(mapping, question, reading, scale), _words_option(scale))
        for scale in reading.scales[:_MOST_CHOICES]
    )
    return Doubt(question, _columns(uses), say(N_("Which steps do these words stand for?")), choices)


def _words_option(scale: WordScale) -> str:
    """How the command line takes it: codes may be read with the first of them as the best."""
    steps = list(scale.steps.items())
    turned = scale.family == CODES and min(steps)[1] > max(steps)[1]
    return f"--words {'-' if turned else ''}{scale.points}"


def _steps_said(scale: WordScale) -> Message:
    steps = ", ".join(f"{step} {word}" for word, step in sorted(scale.steps.items(), key=lambda s: s[1]))
    return say(N_("{points} steps: {steps}"), points=scale.points, steps=plain(short(steps, 160)))
