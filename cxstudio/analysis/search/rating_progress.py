"""How far a round has come, and what it leaves to do: who has rated everything, what is critical, what is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio.analysis.journeys.first_pass import to_rate
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.search.unanswered import unanswered
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import GROUP_VOICE, Document, Id, Participant, Round, TouchpointRatings
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.model.questions import BY_NAME, FULL
from cxstudio.steps import Steps, finished, gathered

_RECORDS = 150
"""So many touchpoints are looked at in one step."""
_INSTEAD = BY_NAME["quick"].instead_of
"""Questions the quick one stands in for."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the answers of a round have come."""

    done: int
    """People who have answered everything; of a group's values the touchpoints."""
    all: int
    group: bool = False
    """One value of the whole group is given, and touchpoints are counted."""
    open: bool = True

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be answered."""
        return self.done == self.all > 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the figures of a round ask for."""

    critical: int
    without_measure: int
    """Critical ones with neither a measure nor a reason for none."""


def progress_of(document: Document, about: Round | None) -> Progress | None:
    """How far a round has come; None for targets, surveys that came as counts, and before the first answer.

    Asked is what the journey has left to be rated: expectation and experience (or the quick question instead), and what
    else anybody has answered. “No answer” is an answer.
    """
    return finished(progress_in_steps(document, about))


def progress_in_steps(document: Document, about: Round | None) -> Steps[Progress | None]:
    """The same in steps, for a journey of thousands."""
    if about is None or about.kind is RoundKind.TARGET:
        return None
    wanted = to_rate(document, about.journey).touchpoints
    rated = set(wanted)
    records = [r for r in document.having(TouchpointRatings, "round", about.id) if r.touchpoint in rated]
    yield
    questions = [name for name in FULL if name in _INSTEAD or any(getattr(r, name) for r in records)]
    counted: Counter[Id] = Counter()
    for voices in (yield from gathered((_through(record, questions) for record in records), _RECORDS)):
        counted.update(voices)
    yield
    started = {voice for voices in (yield from gathered(map(_started, records), _RECORDS)) for voice in voices}
    if not started:
        return None
    is_open = about.state is RoundState.OPEN
    if started == {GROUP_VOICE}:
        return Progress(counted[GROUP_VOICE], len(wanted), True, is_open)
    people = [p.id for p in document.all(Participant)]
    done = sum(1 for person in people if counted[person] == len(wanted))
    return Progress(done, len(people), False, is_open)


def _started(record: TouchpointRatings) -> set[Id]:
    """Voices that have answered anything at a touchpoint."""
    return {voice for name in (*FULL, "quick") for voice in getattr(record, name)}


def _through(record: TouchpointRatings, questions: Iterable[str]) -> set[Id]:
    """Voices that have answered every question at a touchpoint."""
    quick = set(record.quick)
    voices: set[Id] | None = None
    for name in questions:
        answered = set(getattr(record, name)) | (quick if name in _INSTEAD else set())
        voices = answered if voices is None else voices & answered
    return voices or set()


def outcome_of(document: Document, figures: RoundFigures | None) -> Outcome | None:
    """What a round asks for; None before it has any figures, and for targets."""
    if figures is None or figures.target or not any(f.delta or f.emotion for f in figures.touchpoints):
        return None
    critical = sum(is_critical(figures, t) for t in document.journey_touchpoints(figures.journey))
    return Outcome(critical, len(unanswered(document, figures.journey, figures).critical))
