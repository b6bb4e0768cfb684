"""Answers somebody has counted already: a row per question, a column per answer, and how often it was given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, LeftOut, Message, Preview, plain, say, trn
from cxstudio.exchange.survey.answer_forms import written_number
from cxstudio.exchange.survey.column_headings import subject
from cxstudio.exchange.survey.row_kinds import names_a_total
from cxstudio.exchange.survey.word_scales import says_nothing, step_of, word_scales
from cxstudio.exchange.tables.table import Table, column_place, rows_place
from cxstudio.model import FrozenMap, Journey, Record, Round, Stage, SurveyCounts, Touchpoint, new_id
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.model.questions import LONGEST_SCALE
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import LANGUAGES, N_, texts

_FEWEST_STEPS: Final = 3
_MOST_ROWS: Final = 500
_MOST_ANSWERS: Final = 10_000_000
_SHOWN: Final = 8


class _Steps(NamedTuple):
    """Which column counts which step."""

    points: int
    at: dict[int, int]


def holds_counts(table: Table) -> bool:
    """Whether the headings are the steps of one scale, and whole numbers stand below them."""
    steps = _steps(table)
    if steps is None or not 0 < len(table.rows) <= _MOST_ROWS:
        return False
    cells = [row[at].strip() for row in table.rows for at in steps.at]
    given = [cell for cell in cells if cell]
    named = all(any(c.isalpha() for c in row[0]) for row in table.rows if any(row[at].strip() for at in steps.at))
    counts = all(_count(cell) is not None for cell in given)
    return bool(given) and named and counts and any((_count(cell) or 0) > 1 for cell in given)


def read_counts(table: Table, request: ImportRequest) -> ImportPlan:
    """The plan of counted answers: a round of a survey. Raises UserError where there are none."""
    steps = _steps(table)
    if steps is None:
        raise UserError(
            N_("The headings name no steps of a scale."),
            N_("Nothing was imported."),
            N_("Give each answer a column of its own, headed for example “very dissatisfied” to “very satisfied”."),
        )
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = Path(request.name).stem or said.tr("Survey")
    kept = [(at, row) for at, row in enumerate(table.rows) if _counted(row, steps) and not names_a_total(row[:1])]
    if not kept:
        raise UserError(N_("Nobody answered any of the chosen questions."), N_("Nothing was imported."))
    journey = Journey(id=new_id(), title=title)
    stage = Stage(id=new_id(), journey=journey.id, name=said.tr("Touchpoints"))
    counted = [_counted(row, steps) for _, row in kept]
    round_ = Round(
        id=new_id(),
        journey=journey.id,
        title=title,
        kind=RoundKind.SURVEY,
        scale=steps.points,
        respondents=max(sum(counts.values()) for counts in counted),
        state=RoundState.CLOSED,
        source=request.name,
    )
    keys = keys_between(None, None, len(kept))
    points = [
        Touchpoint(id=new_id(), stage=stage.id, name=subject(row[0]), order=key)
        for (_, row), key in zip(kept, keys, strict=True)
    ]
    records: list[Record] = [journey.model_copy(update={"shown_round": round_.id}), stage, *points, round_]
    for point, counts in zip(points, counted, strict=True):
        pairs = FrozenMap({f"-|{step}": n for step, n in sorted(counts.items()) if n})
        records.append(SurveyCounts(id=new_id(), round=round_.id, touchpoint=point.id, pairs=pairs))
    return ImportPlan(
        title=title,
        records=tuple(records),
        preview=_preview(points, counted),
        left_out=(*table.left_out, *_left_out(table, steps, {at for at, _ in kept})),
        notes=(_read_as(table, steps),),
        source=table.source,
        request=request,
        scale=steps.points,
    )


def _steps(table: Table) -> _Steps | None:
    """The steps the headings name: in words of one scale, or as numbers that run without a gap."""
    asked = {at: name.strip() for at, name in enumerate(table.header) if at}
    words = {at: name for at, name in asked.items() if not says_nothing(name)}
    numbers = {at: step for at, name in asked.items() if (step := _step(name)) is not None}
    run = sorted(numbers.values())
    if _FEWEST_STEPS <= len(run) <= LONGEST_SCALE and run == list(range(run[0], run[-1] + 1)) and run[0] in {0, 1}:
        return _Steps(len(run), {at: value - run[0] + 1 for at, value in numbers.items()})
    known = [at for at, name in words.items() if step_of(name) is not None]
    scales = [scale for scale in word_scales([words[at] for at in known]) if scale.known] if known else []
    if not scales or len(scales[0].steps) < _FEWEST_STEPS or scales[0].points > LONGEST_SCALE:
        return None
    return _Steps(scales[0].points, {at: scales[0].steps[words[at]] for at in known})


def _step(heading: str) -> int | None:
    """The step a heading names as a number, alone or with the word for it; the number of a question is none."""
    number = written_number(heading)
    return number.value if number and (not number.label or step_of(number.label) is not None) else None


def _counted(row: Sequence[str], steps: _Steps) -> dict[int, int]:
    found = {step: _count(row[at]) for at, step in steps.at.items()}
    return {step: n for step, n in found.items() if n}


def _count(cell: str) -> int | None:
    text = cell.strip().removesuffix(".0").removesuffix(",0")
    return int(text) if text.isascii() and text.isdecimal() and int(text[:9]) <= _MOST_ANSWERS else None


def _read_as(table: Table, steps: _Steps) -> Message:
    said = ", ".join(f"{step} {table.header[at]}" for at, step in sorted(steps.at.items(), key=lambda s: s[1]))
    return say(N_("Each cell is read as how often an answer was given: {steps}."), steps=plain(said))


def _left_out(table: Table, steps: _Steps, kept: set[int]) -> list[LeftOut]:
    why = say(N_("not assigned"))
    spare = [name for at, name in enumerate(table.header) if at and at not in steps.at]
    told = [LeftOut(column_place(name), say(N_("the whole column")), why, len(table.rows)) for name in spare]
    gone = [number for at, number in enumerate(table.row_numbers) if at not in kept]
    if gone:
        what = trn("{n} row", "{n} rows", len(gone))
        told.append(LeftOut(rows_place(gone), what, say(N_("no answers are counted there, or it sums up")), len(gone)))
    return told


def _preview(points: Sequence[Touchpoint], counted: Sequence[dict[int, int]]) -> Preview:
    totals = [sum(counts.values()) for counts in counted]
    told = (
        trn("{n} touchpoint", "{n} touchpoints", len(points)),
        trn("{n} answer", "{n} answers", sum(totals)),
    )
    rows = tuple((point.name, n) for point, n in zip(points, totals, strict=True))[:_SHOWN]
    return Preview(told, (say(N_("Touchpoint")), say(N_("Answers"))), rows)
