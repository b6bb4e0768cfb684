"""What a report is written from: the document, its figures, and the answers every section needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cxstudio.analysis import round_figures
from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.analysis.money.cost_items import DoingNothing, doing_nothing
from cxstudio.analysis.money.plan_money import PlanTotal, plan_total
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.round.employees_against_customers import ViewsCompared, comparable, view_pair, views_compared
from cxstudio.analysis.round.figures_stamp import Written, written
from cxstudio.analysis.search.unanswered import Unanswered, ahead_of_basics, unanswered
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.documents.chosen import chosen_journey, chosen_round, report_settings
from cxstudio.documents.report.origin import Origin
from cxstudio.model import (
    Decision,
    Document,
    Headline,
    Id,
    Journey,
    Measure,
    Persona,
    ReportSettings,
    Round,
    Target,
    Touchpoint,
)
from cxstudio.model.kinds import Anonymised, MeasureStatus, ReportPreset, View
from cxstudio.wording import Texts

ASKED_FOR = (MeasureStatus.PROPOSED,)
"""Measures the report asks a decision for: neither running already nor a mere idea."""
MOST_ROWS = 8
MOST_NAMED = 12
"""Touchpoints named at each end of a ranking where a journey has more than twice as many."""


@dataclass(frozen=True)
class Material:
    """Read only; answers are worked out once."""

    document: Document
    texts: Texts
    day: date = field(default_factory=date.today)
    """The day it is judged on."""
    again: Origin | None = None
    """What an earlier report was made from, where that one is made again."""

    @cached_property
    def settings(self) -> ReportSettings:
        """What the report holds and asks for."""
        chosen = report_settings(self.document)
        if self.again is None:
            return chosen
        then = {"sections": self.again.sections, "preset": ReportPreset(self.again.preset),
                "journey": self.again.journey or None}  # fmt: skip
        return chosen.model_copy(update=then)

    @cached_property
    def journey(self) -> Journey | None:
        """The journey the report is about."""
        then = None if self.again is None else self.document.find(self.again.journey)
        return then if isinstance(then, Journey) else chosen_journey(self.document)

    @cached_property
    def round(self) -> Round | None:
        """The round whose figures are told: the one shown, unless that was just begun and says nothing yet."""
        then = None if self.again is None else self.document.find(self.again.round)
        return then if isinstance(then, Round) else chosen_round(self.document)

    @cached_property
    def most(self) -> int | None:
        """Touchpoints a table names one by one where a report is kept short; None: all of them."""
        whole = self.settings.preset is ReportPreset.DOCUMENTATION
        return None if whole or len(self.touchpoints) <= 2 * MOST_NAMED else MOST_NAMED

    @property
    def most_rows(self) -> int | None:
        """Rows of a table that a short report has; None: all of them."""
        return None if self.most is None else MOST_ROWS

    def leaves_out(self, what: Anonymised) -> bool:
        """Whether somebody wants this left out of the report."""
        return what in self.settings.anonymised

    @cached_property
    def drawn(self) -> RoundFigures | None:
        """Everything about that round: what the map draws, also of targets."""
        return None if self.round is None else round_figures(self.document, self.round.id)

    @cached_property
    def figures(self) -> RoundFigures | None:
        """Its figures where they are somebody's answers; targets are drawn, and not judged."""
        return None if self.drawn is None or self.drawn.target else self.drawn

    @cached_property
    def other_view(self) -> RoundFigures | None:
        """The newest round of the other view it can be compared with: what customers say beside employees, and back."""
        if self.journey is None or self.figures is None:
            return None
        ours, theirs = view_pair(self.document, self.journey.id, self.figures.round)
        if ours is None or theirs is None or not comparable(ours, theirs):
            return None
        other = theirs if ours.id == self.figures.round else ours
        return round_figures(self.document, other.id)

    @cached_property
    def views(self) -> ViewsCompared | None:
        """Both views compared; None where only one was asked, or nothing was rated in both."""
        if self.figures is None or self.other_view is None:
            return None
        mine = self.document.get(Round, self.figures.round)
        ours, theirs = self.figures, self.other_view
        if mine.view is View.CUSTOMERS:
            ours, theirs = theirs, ours
        compared = views_compared(self.document, ours, theirs.round)
        return compared if compared is not None and compared.touchpoints else None

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Touchpoints of the journey, in the order of the map."""
        return () if self.journey is None else self.document.journey_touchpoints(self.journey.id)

    @cached_property
    def numbers(self) -> dict[Id, int]:
        """Measure → its number in tables and sentences."""
        return plan_numbers(self.document)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Measures at this journey's touchpoints, and those that name no touchpoint."""
        here = {t.id for t in self.touchpoints}
        return tuple(m for m in self.document.all(Measure) if not m.touchpoints or here.intersection(m.touchpoints))

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions about this journey's measures, and those about none."""
        here = {m.id for m in self.measures}
        return tuple(d for d in self.document.all(Decision) if not d.measures or here.intersection(d.measures))

    @cached_property
    def asked_for(self) -> tuple[Measure, ...]:
        """Measures a decision is asked for."""
        return tuple(m for m in self.measures if m.status in ASKED_FOR)

    @cached_property
    def costed(self) -> tuple[Measure, ...]:
        """Measures that cost something or bring something: all but those that were dropped, those asked for first."""
        live = [m for m in self.measures if m.status is not MeasureStatus.DROPPED]
        return tuple(sorted(live, key=lambda m: m not in self.asked_for))

    @cached_property
    def decided(self) -> PlanTotal:
        """What is asked for together, else everything."""
        return plan_total(self.document, self.asked_for or self.costed)

    @cached_property
    def doing_nothing(self) -> DoingNothing:
        """What the journey costs as it is."""
        return doing_nothing(self.document, None if self.journey is None else self.journey.id)

    @cached_property
    def critical(self) -> tuple[Touchpoint, ...]:
        """Critical touchpoints, the most urgent first; those without a need for action last, in the map's order."""
        found = [t for t in self.touchpoints if is_critical(self.drawn, t)]
        last = len(self.touchpoints) + 1
        return tuple(sorted(found, key=lambda t: self.rank(t.id) or last))

    @cached_property
    def unanswered(self) -> Unanswered:
        """Critical touchpoints no measure is for, with a reason and without."""
        return unanswered(self.document, None if self.journey is None else self.journey.id, self.drawn)

    @cached_property
    def ahead(self) -> dict[Id, tuple[Touchpoint, ...]]:
        """New measures that only delight → unmet basics nobody has planned anything for."""
        return ahead_of_basics(self.document, self.figures)

    @cached_property
    def stardust(self) -> tuple[Touchpoint, ...]:
        """Touchpoints worth keeping, the most delighting first."""
        found = [t for t in self.touchpoints if t.stardust]
        return tuple(sorted(found, key=lambda t: -(self.delta(t.id) or 0.0)))

    def rank(self, touchpoint: Id) -> int | None:
        """Place in the ranking, from 1."""
        return None if self.figures is None else self.figures.rank(touchpoint)

    @cached_property
    def compared(self) -> bool:
        """Whether expectation and experience were rated anywhere, so that there are deltas."""
        return any(self.delta(t.id) is not None for t in self.touchpoints)

    def of(self, touchpoint: Id) -> TouchpointFigures | None:
        """Figures of one touchpoint."""
        return None if self.figures is None else self.figures.of(touchpoint)

    def delta(self, touchpoint: Id) -> float | None:
        """Mean delta of one touchpoint, from quick ratings where there are no pairs."""
        found = self.of(touchpoint)
        if found is None:
            return None
        if found.delta is not None:
            return found.delta.mean
        return found.quick.mean if found.quick is not None and found.delta_from_quick else None

    def persona(self) -> Persona | None:
        """The persona chosen; else for whom the round was rated, else the journey's first persona."""
        chosen = self.document.find(self.settings.persona)
        if isinstance(chosen, Persona):
            return chosen
        if self.round is not None and self.round.persona is not None:
            found = self.document.find(self.round.persona)
            return found if isinstance(found, Persona) else None
        if self.journey is not None and self.journey.personas:
            first = self.document.find(self.journey.personas[0])
            return first if isinstance(first, Persona) else None
        return None

    def personas(self) -> tuple[Persona, ...]:
        """The persona told of and the journey's others; where it has none yet, those that belong to no journey."""
        chosen, mine = self.persona(), self.journey.personas if self.journey is not None else ()
        ids = dict.fromkeys((*([chosen.id] if chosen is not None else []), *mine))
        if not ids:
            placed = {i for journey in self.document.all(Journey) for i in journey.personas}
            return tuple(persona for persona in self.document.all(Persona) if persona.id not in placed)
        return tuple(p for i in ids if isinstance(p := self.document.find(i), Persona))

    def measures_at(self, touchpoint: Id) -> tuple[Measure, ...]:
        """Measures at one touchpoint."""
        return self.document.having(Measure, "touchpoints", touchpoint)

    def targets(self, measure: Id) -> tuple[Target, ...]:
        """What a measure shall reach."""
        return self.document.having(Target, "measure", measure)

    def own_headline(self, section: str) -> str:
        """The headline somebody wrote for a section, in this language and for this round; empty where nobody did."""
        for headline, state in self.headlines:
            if headline.section == section and state is not Written.OTHER_ROUND:
                return headline.text.strip()
        return ""

    @cached_property
    def headlines(self) -> tuple[tuple[Headline, Written], ...]:
        """Headlines somebody wrote in this language, and whether their figures are still those of today."""
        here = (h for h in self.document.all(Headline) if h.language.value == self.texts.language and h.text.strip())
        return tuple((one, written(one.written_from, self.document, self.figures)) for one in here)
