"""What boards of the plan are laid out from: everything they show of the measures, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cxstudio.analysis.measures.measure_groups import Grouping, grouped
from cxstudio.analysis.measures.measure_standing import Standing, standings
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Id, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.plan.measure_group_names import group_name
from cxstudio.wording.plan.measure_lines import DeltaOf, measure_line
from cxstudio.wording.plan.measure_standing_sentences import standing_words
from cxstudio.wording.texts import Texts


class PlanItem(NamedTuple):
    """One measure as boards show it."""

    measure: Id
    number: int
    """Its place in the plan, from 1."""
    title: str
    line: str
    """Owner, department and touchpoints."""
    status: MeasureStatus
    words: str
    """Beside its bar: how late it is, else its status."""
    due_words: str
    """When it is due, with a sign where that is over; empty where nobody knows."""
    overdue: bool
    at_risk: bool
    in_cycle: bool
    progress: int
    start: date | None
    due: date | None
    effort: int | None
    impact: int | None
    depends_on: tuple[Id, ...]
    spoken: str
    """Everything of it as one sentence for screen readers and tooltips."""

    @property
    def late(self) -> bool:
        """Overdue or at risk."""
        return self.overdue or self.at_risk


class PlanGroup(NamedTuple):
    """Measures under one title; the title is empty where they are not grouped."""

    key: str
    title: str
    items: tuple[PlanItem, ...]


class Made(NamedTuple):
    """What a measure shows, and what it was made from."""

    of: Measure
    standing: Standing
    item: PlanItem


@dataclass(frozen=True, eq=False)
class Plan:
    """The measures a board shows, in groups, on one day and in one language."""

    groups: tuple[PlanGroup, ...]
    today: date
    texts: Texts
    fonts: FontBook = field(repr=False)
    made: Mapping[Id, Made] = field(default_factory=dict, repr=False)

    @cached_property
    def items(self) -> tuple[PlanItem, ...]:
        """Every measure once, in the order it is shown in first."""
        return tuple({item.measure: item for group in self.groups for item in group.items}.values())


def plan_of(
    document: Document,
    measures: Sequence[Measure],
    texts: Texts,
    *,
    today: date,
    delta_of: DeltaOf,
    by: Grouping = Grouping.NONE,
    fonts: FontBook | None = None,
    before: Plan | None = None,
    known: Mapping[Id, Standing] | None = None,
) -> Plan:
    """These measures of the plan, as boards show them.

    What `before` shows of a measure is taken over where neither the measure nor its standing is another one; it is a
    plan with the same names, deltas, language and day. Who waits for others names their numbers, and is made anew.
    `known` are the standings of this document on this day, where somebody has them already.
    """
    if known is None:
        known = standings(document, today)
    made = {} if before is None else before.made
    items: dict[Id, PlanItem] = {}
    kept: dict[Id, Made] = {}
    for measure in measures:
        last, standing = made.get(measure.id), known[measure.id]
        waits = bool(standing.held_up_by) or standing.in_cycle
        if last is None or last.of is not measure or last.standing != standing or waits:
            last = Made(measure, standing, _item(document, measure, standing, delta_of, texts))
        kept[measure.id], items[measure.id] = last, last.item
    groups = tuple(
        PlanGroup(g.key, group_name(document, by, g.key, texts), tuple(items[m.id] for m in g.measures))
        for g in grouped(document, measures, by)
    )
    return Plan(groups, today, texts, fonts or font_book(), kept)


def _item(document: Document, measure: Measure, standing: Standing, delta_of: DeltaOf, texts: Texts) -> PlanItem:
    title = measure.title.strip()[:4000] or texts.tr("Untitled measure")
    line = measure_line(document, measure, delta_of, texts)
    status = texts.tr(choice_label(measure.status))
    said = standing_words(document, measure, standing, texts)
    due = "" if measure.due is None else texts.date(measure.due)
    spoken = [f"{standing.number}. {title}", line, status]
    if measure.progress:
        spoken.append(texts.share(measure.progress / 100))
    if due:
        spoken.append(texts.tr("due {date}", date=due))
    return PlanItem(
        measure.id,
        standing.number,
        title,
        line,
        measure.status,
        said.short or status,
        f"! {due}" if standing.overdue else due,
        standing.overdue,
        standing.at_risk,
        standing.in_cycle,
        measure.progress,
        measure.start,
        measure.due,
        measure.effort,
        measure.impact,
        measure.depends_on,
        ". ".join([*(part.removesuffix(".") for part in spoken if part), *said.sentences]),
    )
