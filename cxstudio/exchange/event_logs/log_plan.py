"""An event log made into a plan: activities become touchpoints, what follows what becomes the ways between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from cxstudio.exchange.event_logs.activity_figures import Habits, habits_of
from cxstudio.exchange.event_logs.activity_order import stage_sizes, typical_order
from cxstudio.exchange.event_logs.event_log import EventLog
from cxstudio.exchange.event_logs.log_mapping import LogMapping
from cxstudio.exchange.event_logs.log_summary import Variant, follows, log_figures, variants_of, visits
from cxstudio.exchange.plan.import_plan import (
    Figure,
    ImportPlan,
    ImportRequest,
    LeftOut,
    LogFigures,
    Message,
    Preview,
    plain,
    say,
    trn,
)
from cxstudio.exchange.tables.table import short
from cxstudio.model import Department, Journey, Stage, Touchpoint, Transition, new_id
from cxstudio.model.kinds import TransitionKind
from cxstudio.store.order import keys_between
from cxstudio.wording.texts import LANGUAGES, N_, Texts, texts

MOST_ACTIVITIES = 1_000
_ROWS_SHOWN = 8
_ARRIVED = 0.5
"""Part of the visits to an activity that end their case from which on cases that came to it have arrived."""


@dataclass(slots=True)
class _Ways:
    """The ways of the cases that are followed, as numbers of activities."""

    variants: Counter[Variant]
    order: list[int]
    visits: Counter[int] = field(default_factory=Counter)
    follows: Counter[tuple[int, int]] = field(default_factory=Counter)
    arrived: Counter[int] = field(default_factory=Counter)
    """Cases that ended at an activity after having come to one where most cases end."""
    dropped: Counter[int] = field(default_factory=Counter)
    """Cases that ended at an activity without ever having come to such a one."""


def plan_log(log: EventLog, mapping: LogMapping, request: ImportRequest) -> ImportPlan:
    """The plan of a log; without records, saying why, where no way can be told."""
    figures = log_figures(log)
    trouble = log.trouble
    if trouble is None and figures.activities > MOST_ACTIVITIES:
        sentence = N_("The log names {n} different activities, at most {most} can become touchpoints.")
        trouble = say(sentence, n=Figure(figures.activities), most=Figure(MOST_ACTIVITIES))
    if trouble is not None:
        return nothing(trouble, mapping, request, log)
    said = texts(request.language if request.language in LANGUAGES else "en")
    variants = variants_of(log)
    kept, folded = folding(variants, mapping.fold)
    ways = _ways(kept, log.activities)
    title = mapping.title or _title(request.name) or said.tr("Customer journey")
    journey = Journey(id=new_id(), title=title)
    habits = habits_of(log, ways.order)
    departments = _departments(habits)
    stages, points = _points(journey, ways, log, habits, departments, said)
    drawn = _transitions(ways, points)
    return ImportPlan(
        title=title,
        records=(journey, *departments.values(), *stages, *points.values(), *drawn),
        preview=_preview(figures, ways, points, stages, drawn),
        left_out=(*log.left_out, *habits.left_out, *_folded_away(folded, kept, log)),
        repairs=log.repairs,
        notes=(_folding_note(kept, folded), *_notes(log, figures, habits), *log.notes),
        request=request,
        mapping=mapping,
        log=figures,
    )


def nothing(why: Message, mapping: LogMapping, request: ImportRequest, log: EventLog | None = None) -> ImportPlan:
    """A plan without records that says why in its first note."""
    log = log or EventLog()
    return ImportPlan(
        "",
        (),
        notes=(why, *log.notes),
        left_out=log.left_out,
        repairs=log.repairs,
        request=request,
        mapping=mapping,
    )


def folding(variants: Counter[Variant], most: float) -> tuple[Counter[Variant], Counter[Variant]]:
    """The variants that are followed and the rare ones folded away, together at most this part of the cases.

    Equally rare variants are kept or folded together, so that no chance decides between them.
    """
    room = most * variants.total() + 1e-9
    by_cases = Counter(variants.values())
    least = 0
    for cases in sorted(by_cases):
        room -= cases * by_cases[cases]
        if room < 0:
            break
        least = cases
    kept = Counter({variant: n for variant, n in variants.items() if n > least})
    return kept, Counter({variant: n for variant, n in variants.items() if n <= least})


def _ways(kept: Counter[Variant], names: Sequence[str]) -> _Ways:
    ways = _Ways(kept, typical_order(kept, names), visits(kept), follows(kept))
    ends: Counter[int] = Counter()
    for variant, cases in kept.items():
        ends[variant[-1]] += cases
    most = max(ends.values())
    final = {a for a, n in ends.items() if n == most or n >= _ARRIVED * ways.visits[a]}
    for variant, cases in kept.items():
        (ways.dropped if final.isdisjoint(variant) else ways.arrived)[variant[-1]] += cases
    return ways


def _title(name: str) -> str:
    stem = Path(name).stem
    return stem.removesuffix(".xes") if stem.casefold().endswith(".xes") else stem


def _departments(habits: Habits) -> dict[str, Department]:
    keys = keys_between(None, None, len(habits.departments))
    return {
        name: Department(id=new_id(), name=name, order=key)
        for name, key in zip(habits.departments, keys, strict=True)
    }  # fmt: skip


def _points(
    journey: Journey, ways: _Ways, log: EventLog, habits: Habits, departments: dict[str, Department], said: Texts
) -> tuple[list[Stage], dict[int, Touchpoint]]:
    sizes = stage_sizes(ways.order, ways.follows)
    names = _stage_names(len(sizes), said)
    stages = [
        Stage(id=new_id(), journey=journey.id, name=name, order=key)
        for name, key in zip(names, keys_between(None, None, len(sizes)), strict=True)
    ]
    ends = list(accumulate(sizes))
    points = {}
    for at, (activity, key) in enumerate(zip(ways.order, keys_between(None, None, len(ways.order)), strict=True)):
        stage = next(stage for stage, end in zip(stages, ends, strict=True) if at < end)
        habit = habits.of[activity]
        points[activity] = Touchpoint(
            id=new_id(),
            stage=stage.id,
            name=log.activities[activity],
            order=key,
            departments=tuple(departments[name].id for name in habit.departments),
            cases_per_month=habit.cases_per_month,
            waiting_minutes=habit.waiting_minutes,
            duration_minutes=habit.duration_minutes,
        )
    return stages, points


def _stage_names(count: int, said: Texts) -> list[str]:
    if count > 3:
        return [said.tr("Section {n}", n=n) for n in range(1, count + 1)]
    names = [said.tr("Beginning"), said.tr("Middle"), said.tr("End")]
    return [said.tr("Touchpoints")] if count == 1 else names if count == 3 else [names[0], names[2]]


def _transitions(ways: _Ways, points: dict[int, Touchpoint]) -> list[Transition]:
    place = {activity: at for at, activity in enumerate(ways.order)}
    on: dict[int, list[int]] = {activity: [] for activity in ways.order}
    for source, target in ways.follows:
        on[source].append(target)
    found = []
    for source in ways.order:
        total = ways.visits[source]
        ahead = [t for t in on[source] if place[t] > place[source]]
        main = min(ahead, key=lambda t: (-ways.follows[source, t], place[t]), default=None)
        for target in sorted(on[source], key=place.__getitem__):
            back = place[target] <= place[source]
            kind = TransitionKind.RETURN if back else TransitionKind.ALTERNATIVE
            found.append(
                Transition(
                    id=new_id(),
                    source=points[source].id,
                    target=points[target].id,
                    kind=TransitionKind.NORMAL if target == main else kind,
                    share=ways.follows[source, target] / total,
                    assumed=False,
                )
            )
        for kind, ends in ((TransitionKind.NORMAL, ways.arrived), (TransitionKind.DROP_OUT, ways.dropped)):
            if ends[source]:
                share = ends[source] / total
                found.append(Transition(id=new_id(), source=points[source].id, kind=kind, share=share, assumed=False))
    return found


def _folding_note(kept: Counter[Variant], folded: Counter[Variant]) -> Message:
    cases = kept.total() + folded.total()
    if not folded:
        return trn(
            "The paths are those of all cases: {n} variant, none left out.",
            "The paths are those of all cases: {n} variants, none left out.",
            len(kept),
        )
    return trn(
        "The paths are those of {kept} of {cases} cases. The rarest variant ({share} of the cases) is left out.",
        "The paths are those of {kept} of {cases} cases. The {n} rarest of {variants} variants ({share} "
        "of the cases) are left out.",
        len(folded),
        kept=Figure(kept.total()),
        cases=Figure(cases),
        variants=Figure(len(kept) + len(folded)),
        share=Figure(folded.total() / cases, share=True),
    )


def _notes(log: EventLog, figures: LogFigures, habits: Habits) -> list[Message]:
    notes = [
        say(
            N_(
                "A case has reached the end once it comes to a touchpoint where at least half of the visits, or "
                "most of all cases, end. Otherwise it drops out at its last touchpoint, and so does a case that "
                "was still open."
            )
        )
    ]
    if figures.first is None or figures.last is None:
        notes.append(say(N_("The log gives only the order, so times and cases per month are unknown.")))
        return notes
    span = say(N_("{first} to {last}"), first=Figure(figures.first.date()), last=Figure(figures.last.date()))
    if habits.months is None:
        notes.append(say(N_("Cases per month are not given: the log covers less than a month ({span})."), span=span))
    else:
        notes.append(say(N_("Cases per month are the mean of all months of the log ({span})."), span=span))
    if habits.waits:
        notes.append(
            say(N_("Waiting time is the median from the activity before until the work began."))
            if habits.began
            else say(N_("Waiting time is the median since the activity before; the work itself is in it."))
        )
    return notes


def _folded_away(folded: Counter[Variant], kept: Counter[Variant], log: EventLog) -> list[LeftOut]:
    """Activities that happen in folded variants only."""
    stay = {activity for variant in kept for activity in variant}
    cases: Counter[int] = Counter()
    for variant, n in folded.items():
        for activity in set(variant) - stay:
            cases[activity] += n
    why = say(N_("it happens only in variants that are left out"))
    return [
        LeftOut(say(N_("Activity")), plain(f"{short(log.activities[a])} ({n})"), why, n)
        for a, n in sorted(cases.items(), key=lambda item: (-item[1], log.activities[item[0]]))
    ]


def _preview(
    figures: LogFigures,
    ways: _Ways,
    points: dict[int, Touchpoint],
    stages: Sequence[Stage],
    drawn: Sequence[Transition],
) -> Preview:
    counts = (
        trn("{n} case", "{n} cases", figures.cases),
        trn("{n} event", "{n} events", figures.events),
        trn("{n} variant", "{n} variants", figures.variants),
        trn("{n} stage", "{n} stages", len(stages)),
        trn("{n} touchpoint", "{n} touchpoints", len(points)),
        trn("{n} path between touchpoints", "{n} paths between touchpoints", sum(1 for way in drawn if way.target)),
    )
    named = {stage.id: stage.name for stage in stages}
    touched: Counter[int] = Counter()
    for variant, cases in ways.variants.items():
        for activity in set(variant):
            touched[activity] += cases
    rows = []
    place = {activity: at for at, activity in enumerate(ways.order)}
    for activity in ways.order[:_ROWS_SHOWN]:
        nexts = [(n, -place[t], t) for (a, t), n in ways.follows.items() if a == activity]
        most = max(nexts, default=(0, 0, activity))
        ends = ways.arrived[activity] + ways.dropped[activity]
        following = "" if ends > most[0] else points[most[2]].name
        rows.append((named[points[activity].stage], points[activity].name, touched[activity], following))
    headers = (say(N_("Stage")), say(N_("Touchpoint")), say(N_("Cases")), say(N_("Goes on mostly to")))
    return Preview(counts, headers, tuple(rows))
