"""What the figures are: plain frozen values, computed by the other modules of this room."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cxstudio.analysis.statistics.method_options import USUAL, Options
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.two_camps import Camps
from cxstudio.model import Id
from cxstudio.model.kinds import ExperienceKind


class Verdict(StrEnum):
    """How a touchpoint does against what was expected of it."""

    DISAPPOINTING = "disappointing"
    OKAY = "okay"
    DELIGHTING = "delighting"
    UNKNOWN = "unknown"
    """No pair of expectation and experience, or too few answers of a survey."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Answers to one question: value → count in ascending order of value, and what follows from it.

    n counts answers, skipped those who declined. Everything but counts is None where n is too small for it.
    """

    counts: tuple[tuple[int, int], ...]
    n: int
    skipped: int
    mean: float
    median: float
    lower_quartile: float
    upper_quartile: float
    lowest: int
    highest: int
    deviation: float | None
    """Sample standard deviation (n − 1), None for one answer."""

    @property
    def shown(self) -> float:
        """The mean as it is shown: what verdicts, ranks and sentences look at."""
        return shown(self.mean)


@dataclass(frozen=True, slots=True)
class DeltaSummary(Summary):
    """Paired differences experience − expectation."""

    interval: tuple[float, float] | None = None
    """Closed two-sided 95 % interval of the mean for surveys with n ≥ 5, never beyond the scale; else None."""


@dataclass(frozen=True, slots=True)
class TouchpointFigures:
    """All figures of one touchpoint in one round."""

    touchpoint: Id
    round: Id
    expectation: Summary | None
    experience: Summary | None
    emotion: Summary | None
    importance: Summary | None
    delta: DeltaSummary | None
    quick: Summary | None
    """Quick ratings; they stand in for the delta only where no pairs exist (`delta_from_quick`)."""
    promise: Summary | None
    """Whether the promise was found kept: 1 no, 2 partly, 3 yes. It judges nothing else."""
    delta_from_quick: bool
    verdict: Verdict
    """By the delta as it is shown."""
    possible: tuple[Verdict, ...]
    """Verdicts a survey's interval allows, the worst first; one is sure. Otherwise the verdict alone; none: unknown."""
    disappointed: int | None
    """People whose own delta lies at or below the threshold: a mean hides that others are delighted."""
    agreement: float | None
    """r_wg of the experience ratings of a discussion, 0 … 1; None below two answers, and in surveys."""
    delta_agreement: float | None
    camps: Camps | None
    """Two camps among the experience ratings."""
    ceiling: bool
    """Expectation so high that delight is hardly possible."""
    need: float | None
    """Need for action, 0 … 100; None where importance or delta is missing."""
    gap: float | None = None
    """How far experience falls short of expectation, as a share of the range, 0 … 1; 0 where it does not."""
    shown_gap: float | None = None
    """The same of the delta as it is shown."""
    target: bool = False
    """Values somebody aims at, nobody's answers: they are never judged."""
    withheld: int = 0
    """Answers of a survey to a question with too few of them (below five): nothing else is told of these."""
    kept_back: frozenset[str] = frozenset()
    """Which questions of a survey have so few answers; names of figures."""
    unmet_basic: bool = False
    """A basic requirement that (in a survey: surely) disappoints, its median experience below the scale's middle."""

    @property
    def n(self) -> int:
        """People behind the figure: pairs, or single answers where there are no pairs; nobody behind targets."""
        if self.target:
            return 0
        for part in (self.delta, self.experience, self.expectation, self.emotion, self.importance):
            if part is not None:
                return part.n
        return self.withheld

    @property
    def disappoints(self) -> bool:
        """Disappointing; in a survey surely so."""
        return self.possible == (Verdict.DISAPPOINTING,)

    @property
    def uncertain(self) -> bool:
        """A survey whose interval allows more than one verdict."""
        return len(self.possible) > 1

    @property
    def cannot_be_told(self) -> bool:
        """A survey whose interval holds both thresholds."""
        return len(self.possible) > 2

    @property
    def shown_need(self) -> int | None:
        """Need for action as it is shown, a whole number: what ranks look at."""
        return None if self.need is None else int(shown(self.need, 0))

    @property
    def agreement_steps(self) -> int | None:
        """Agreement as the display shows it, 0 to 5 filled steps."""
        return None if self.agreement is None else math.floor(5 * self.agreement + 0.5)

    @property
    def disagreeing(self) -> bool:
        """The one rule for "≠": agreement below one half."""
        return self.agreement is not None and self.agreement < 0.5


class Reason(StrEnum):
    """Why the rule proposes a touchpoint as critical, and what supports that."""

    UNMET_BASIC = "unmet_basic"
    LARGEST_NEED = "largest_need"
    LARGEST_GAP = "largest_gap"
    """Stands in for the largest need in rounds that did not ask for importance."""
    LOWEST_LOW = "lowest_low"
    BAD_END = "bad_end"
    EVERY_WAY = "every_way"
    LOSSY_HANDOVER = "lossy_handover"
    DROP_OUT = "drop_out"
    TWO_CAMPS = "two_camps"
    CUSTOMERS_SEE_WORSE = "customers_see_worse"

    @property
    def decides(self) -> bool:
        """Enough to be proposed; all others support, and never decide."""
        return self in _DECIDING


_DECIDING = frozenset({Reason.UNMET_BASIC, Reason.LARGEST_NEED, Reason.LARGEST_GAP, Reason.LOWEST_LOW})


@dataclass(frozen=True, slots=True)
class ReasonFound:
    """A reason with the numbers the sentence needs (rank, value, …)."""

    reason: Reason
    numbers: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Criticality:
    """Whether a touchpoint is critical, who says so, and why."""

    touchpoint: Id
    proposed: bool
    """The rule's proposal."""
    critical: bool
    """What holds: the group's word, else the proposal."""
    overruled: bool
    """The group decided against the rule."""
    reasons: tuple[ReasonFound, ...]
    group_reason: str = ""


@dataclass(frozen=True, slots=True)
class RankStability:
    """In which ranks a touchpoint stays when anyone is left out, and over the exponents 0.5 … 2.

    Lowest is the smallest number. Without one: None where no single ratings are known (counts of a survey) or
    there is only one voice. One behind the last rank means: no longer in the ranking.
    """

    lowest_rank_without_one: int | None
    highest_rank_without_one: int | None
    lowest_rank_over_exponents: int
    highest_rank_over_exponents: int


@dataclass(frozen=True, slots=True)
class PeakEnd:
    """Peak-end per person, averaged, with the touchpoints of the peak (more than one on a near tie)."""

    value: float
    n: int
    peaks: tuple[Id, ...]
    end: Id | None


@dataclass(frozen=True, slots=True)
class KindProfile:
    """Mean delta of the touchpoints that carry one experience kind."""

    kind: ExperienceKind
    mean_delta: float | None
    touchpoints: int


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """All figures of one round over its journey, touchpoints in the order of the map.

    Targets are values only: nothing is judged, ranked or critical, and there is nobody behind them.
    """

    round: Id
    journey: Id
    touchpoints: tuple[TouchpointFigures, ...]
    criticality: dict[Id, Criticality]
    ranking: tuple[Id, ...]
    """Touchpoints by urgency: unmet basics as a block on top, then by need as shown; only those with one above 0."""
    stability: Mapping[Id, RankStability]
    """For every ranked touchpoint; worked out when first read."""
    highest_high: tuple[Id, ...]
    lowest_low: tuple[Id, ...]
    overall_experience: float | None
    peak_end: PeakEnd | None
    profile: tuple[KindProfile, ...]
    n: int
    """People in the round; none for targets."""
    by_id: dict[Id, TouchpointFigures] = field(default_factory=dict, repr=False)
    target: bool = False
    """Values aimed at: nothing of them is judged."""
    ranked_by_gap: bool = False
    """Importance is missing at a disappointing touchpoint: the whole ranking goes by the gap alone."""
    ranks: dict[Id, int] = field(default_factory=dict, repr=False)
    """Equal needs, as they are shown, share a rank."""
    options: Options = USUAL
    """What was adjusted when they were worked out."""
    kept: object = field(default=None, repr=False, compare=False)
    """What figures of a later document may take over."""

    def of(self, touchpoint: Id) -> TouchpointFigures | None:
        """Figures of one touchpoint, None where the round has none for it."""
        return self.by_id.get(touchpoint)

    def rank(self, touchpoint: Id) -> int | None:
        """Place in the ranking from 1, None where it has no need."""
        return self.ranks.get(touchpoint)
