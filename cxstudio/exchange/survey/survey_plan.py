"""A survey's table and its mapping made into a plan: one stage, one journey, a round, counts per touchpoint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cxstudio.analysis.statistics.kano_figures import REQUIREMENT_OF, kano_figures
from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import (
    Doubt,
    ImportPlan,
    ImportRequest,
    LeftOut,
    Message,
    Repair,
    say,
    trn,
)
from cxstudio.exchange.survey.answer_counting import count_figure, count_touchpoint
from cxstudio.exchange.survey.answer_reading import is_slider, scale_said, target_range
from cxstudio.exchange.survey.column_headings import commented
from cxstudio.exchange.survey.free_text import BLACK_OUT
from cxstudio.exchange.survey.proposal.doubts import doubts
from cxstudio.exchange.survey.respondents import without_repeats, without_silent
from cxstudio.exchange.survey.row_kinds import rows_of_kinds, without_blank_rows, without_rows
from cxstudio.exchange.survey.survey_columns import Column, Survey, survey_of, unusable
from cxstudio.exchange.survey.survey_comments import comments, days_of, newest_day, with_details
from cxstudio.exchange.survey.survey_mapping import (
    JOURNEY_FIGURES,
    ROLE_LABELS,
    SCALED_ROLES,
    Role,
    SurveyMapping,
)
from cxstudio.exchange.survey.survey_preview import survey_preview
from cxstudio.exchange.tables.day_order import day_order, day_order_asked
from cxstudio.exchange.tables.table import Table, column_place
from cxstudio.model import Id, Journey, Persona, Record, Round, Stage, SurveyCounts, Touchpoint, new_id
from cxstudio.model.kinds import RequirementKind, RoundKind, RoundState
from cxstudio.model.questions import LONGEST_SCALE
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import LANGUAGES, N_, texts

MOST_PERSONAS = 20
MOST_SEGMENTS = 60
REQUIREMENTS = "requirements-from-kano"


@dataclass(slots=True)
class _Draft:
    """What the plan will hold, while it is put together."""

    records: list[Record] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    day_first: bool = True
    """How dates with slashes are read."""


def read_survey(table: Table, mapping: SurveyMapping, request: ImportRequest) -> ImportPlan:
    """The plan of a survey. Raises UserError where the mapping does not fit or no answer is left."""
    draft = _Draft()
    mapping = _on_own_ends(mapping)
    kinds = rows_of_kinds(table)
    answered = without_rows(table, mapping.rows, kinds)
    open_questions = doubts(table, answered, kinds, mapping)
    table = without_blank_rows(answered)
    survey, repeats = without_repeats(without_silent(survey_of(table, mapping)), mapping)
    if not survey.touches and not survey.having(*JOURNEY_FIGURES):
        raise UserError(
            N_("No column of the table is read as an answer."),
            N_("Nothing was imported."),
            N_("Choose the columns that hold expectation and experience."),
        )
    if not survey.rows:
        raise UserError(N_("Nobody answered any of the chosen questions."), N_("Nothing was imported."))
    said = texts(request.language if request.language in LANGUAGES else "en")
    title = mapping.title or Path(request.name).stem or said.tr("Survey")
    journey = Journey(id=new_id(), title=title)
    stage = Stage(id=new_id(), journey=journey.id, name=mapping.stage or said.tr("Touchpoints"))
    keys = keys_between(None, None, len(survey.touches))
    points = [
        Touchpoint(id=new_id(), stage=stage.id, name=touch.name, order=key)
        for touch, key in zip(survey.touches, keys, strict=True)
    ]
    draft.notes += _notes(survey, mapping)
    dated = _dated(survey, mapping, request, draft)
    rounds = _rounds(survey, mapping, request, journey.id, draft)
    counts: dict[Id, list[SurveyCounts]] = {}
    covered = _details_covered(survey, request, draft)
    for round_, part in rounds:
        _count(part, round_, points, counts, draft)
        _comment(part, journey, points, survey, round_, draft, covered=covered)
    points = _with_requirements(points, counts, mapping, request, draft)
    answer_columns = [c for t in survey.touches for c in t.columns.values()] + list(survey.having(*JOURNEY_FIGURES))
    left_out = [*survey.left_out, *unusable(answer_columns, survey.rows), *draft.left_out, *survey.unused]
    newest = rounds[-1][0].id if len(rounds) == 1 else None
    records = (journey.model_copy(update={"shown_round": newest}), stage, *points, *draft.records)
    return ImportPlan(
        title=title,
        records=records,
        preview=survey_preview(survey, points, draft.records),
        left_out=tuple(left_out),
        repairs=tuple(draft.repairs),
        notes=tuple(draft.notes),
        source=table.source,
        request=request,
        mapping=mapping,
        doubts=(*repeats, *dated, *open_questions),
        scale=mapping.scale,
    )


def _dated(survey: Survey, mapping: SurveyMapping, request: ImportRequest, draft: _Draft) -> tuple[Doubt, ...]:
    """How the dates are read, and the question about it where they do not tell."""
    for column in survey.having(Role.DATE):
        order = day_order(column.cells, request.language, mapping.day_first)
        draft.day_first = order.day_first
        return day_order_asked(order, column.name, lambda first: mapping.model_copy(update={"day_first": first}))
    return ()


def _scale_note(mapping: SurveyMapping) -> Message:
    """The scale answers are read on, and what became of one that does not begin at 1."""
    rated = [use for use in mapping.columns if use.role in SCALED_ROLES]
    ends = {(use.lowest, use.highest) for use in rated}
    if len(ends) == 1:
        lowest, highest = ends.pop()
        if lowest is not None and highest is not None and highest - lowest + 1 == mapping.scale:
            return scale_said(lowest, highest)
    return scale_said(1, mapping.scale)


def _notes(survey: Survey, mapping: SurveyMapping) -> list[Message]:
    """What the answers were read as."""
    notes = [_scale_note(mapping)] if survey.touches else []
    slid = next((use for use in mapping.columns if is_slider(use.lowest, use.highest)), None)
    if slid is not None and slid.role in SCALED_ROLES:
        told = N_(
            "Answers from {lowest} to {highest} are grouped; a mean can differ by up to half a step of the scale."
        )
        notes.append(say(told, lowest=slid.lowest, highest=slid.highest))
    if mapping.not_applicable:
        answers = ", ".join(mapping.not_applicable)
        notes.append(say(N_("Counted as “no answer”: {answers}."), answers=answers))
    return notes


def _on_own_ends(mapping: SurveyMapping) -> SurveyMapping:
    """The mapping with as many points as all its rated columns say they have."""
    rated = [use for use in mapping.columns if use.role in SCALED_ROLES]
    points = {abs(use.highest - use.lowest) + 1 for use in rated if use.lowest is not None and use.highest is not None}
    told = all(use.lowest is not None and use.highest is not None for use in rated)
    return mapping.model_copy(update={"scale": max(points)}) if told and _fits(points, mapping.scale) else mapping


def _fits(points: set[int], scale: int) -> bool:
    return len(points) == 1 and points != {scale} and max(points) <= LONGEST_SCALE


def _rounds(
    survey: Survey, mapping: SurveyMapping, request: ImportRequest, journey: Id, draft: _Draft
) -> list[tuple[Round, Survey]]:
    """One round, or one per persona where a column names them."""
    parts: list[tuple[str, Survey]] = [("", survey)]
    for column in survey.having(Role.PERSONA)[:1]:
        names = list(dict.fromkeys(cell.strip() for cell in column.cells))
        if len(names) > MOST_PERSONAS:
            why = trn("it names {n} persona, too many", "it names {n} personas, too many", len(names))
            draft.left_out.append(LeftOut(column_place(column.name), Message(ROLE_LABELS[Role.PERSONA]), why))
        else:
            parts = [(name, survey.only([cell.strip() == name for cell in column.cells])) for name in names]
    keys = keys_between(None, None, len(parts))
    found = []
    for (name, part), key in zip(parts, keys, strict=True):
        persona = Persona(id=new_id(), name=name, order=key) if name else None
        if persona:
            draft.records.append(persona)
        dates = part.having(Role.DATE)
        round_ = Round(
            id=new_id(),
            journey=journey,
            order=key,
            persona=persona.id if persona else None,
            title=name or mapping.title or Path(request.name).stem,
            kind=RoundKind.SURVEY,
            view=mapping.view,
            scale=mapping.scale,
            day=newest_day(dates[0], day_first=draft.day_first) if dates else None,
            asked=mapping.asked if len(parts) == 1 else None,
            respondents=len(part.rows),
            state=RoundState.CLOSED,
            source=request.name,
        )
        draft.records.append(round_)
        found.append((round_, part))
    return found


def _segments(part: Survey, draft: _Draft) -> list[str] | None:
    columns = part.having(Role.SEGMENT)
    if not columns:
        return None
    names = [" · ".join(filter(None, map(str.strip, cells))) for cells in zip(*(c.cells for c in columns), strict=True)]
    found = len(set(names))
    if found <= MOST_SEGMENTS:
        return names
    why = trn("it has {n} segment, too many", "it has {n} segments, too many", found)
    draft.left_out.append(LeftOut(column_place(columns[0].name), Message(ROLE_LABELS[Role.SEGMENT]), why))
    return None


def _count(
    part: Survey, round_: Round, points: Sequence[Touchpoint], counts: dict[Id, list[SurveyCounts]], draft: _Draft
) -> None:
    segments = _segments(part, draft)
    for touch, point in zip(part.touches, points, strict=True):
        found = count_touchpoint(touch, round_.id, point.id, segments)
        counts.setdefault(point.id, []).extend(found)
        draft.records += found
    for column in part.having(*JOURNEY_FIGURES):
        draft.records += count_figure(column, round_.id, _ends(column, round_.scale), segments)


def _ends(column: Column, scale: int) -> tuple[int, int]:
    low, high = target_range(column.use.role, scale)
    use = column.use
    return (low if use.lowest is None else use.lowest, high if use.highest is None else use.highest)


def _details_covered(survey: Survey, request: ImportRequest, draft: _Draft) -> bool:
    """Whether details of people in comments are blacked out, which is proposed where there are some."""
    columns = survey.having(Role.COMMENT)
    found = with_details(columns)
    if not found:
        return False
    covered = request.decided(BLACK_OUT, True)
    problem = trn(
        "{n} comment seems to hold a name, a number or an address.",
        "{n} comments seem to hold names, numbers or addresses.",
        found,
    )
    where = column_place(columns[0].name)
    draft.repairs.append(Repair(BLACK_OUT, where, problem, say(N_("Black them out.")), covered))
    return covered


def _comment(
    part: Survey,
    journey: Journey,
    points: Sequence[Touchpoint],
    survey: Survey,
    round_: Round,
    draft: _Draft,
    *,
    covered: bool,
) -> None:
    columns = part.having(Role.COMMENT)
    if not columns:
        return
    by_key = {touch.key: point.id for touch, point in zip(survey.touches, points, strict=True)}
    named = {point.name.casefold(): point.id for point in points}
    about = []
    for column in columns:
        key = column.use.item or " ".join(column.use.touchpoint.split()).casefold()
        about.append(by_key.get(key) or named.get(commented(column.name)) or journey.id)
    dates = part.having(Role.DATE)
    known = days_of(dates[0].cells, day_first=draft.day_first) if dates else {}
    days = [known.get(cell) for cell in dates[0].cells] if dates else None
    notes, told = comments(columns, about, days, round_.title, covered=covered)
    draft.records += notes
    draft.left_out += told


def _with_requirements(
    points: list[Touchpoint],
    counts: dict[Id, list[SurveyCounts]],
    mapping: SurveyMapping,
    request: ImportRequest,
    draft: _Draft,
) -> list[Touchpoint]:
    """Touchpoints with the requirement kind most Kano answers give, where that is accepted."""
    kinds: dict[Id, RequirementKind] = {}
    for point in points:
        pairs: Counter[str] = Counter()
        for record in counts.get(point.id, ()):
            pairs.update(record.kano)
        figures = kano_figures(pairs)
        if figures is not None and figures.kind in REQUIREMENT_OF:
            kinds[point.id] = REQUIREMENT_OF[figures.kind]
    if not kinds:
        return points
    accepted = request.decided(REQUIREMENTS, mapping.requirement_from_kano)
    problem = say(N_("The Kano answers show what kind of requirement a touchpoint is."))
    proposal = trn(
        "Set it at {n} touchpoint ({basic} basic, {performance} performance, {delight} delight).",
        "Set it at {n} touchpoints ({basic} basic, {performance} performance, {delight} delight).",
        len(kinds),
        **{kind.value: list(kinds.values()).count(kind) for kind in RequirementKind},
    )
    draft.repairs.append(Repair(REQUIREMENTS, say(N_("Requirement")), problem, proposal, accepted))
    if not accepted:
        return points
    return [point.model_copy(update={"requirement": kinds.get(point.id)}) for point in points]
