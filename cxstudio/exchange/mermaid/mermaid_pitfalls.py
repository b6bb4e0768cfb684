"""Where Mermaid reads nonsense from a journey: what it is, and how the line could be meant."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxstudio.exchange.mermaid.mermaid_grammar import ParsedJourney, Task, js_number
from cxstudio.exchange.plan.import_plan import LeftOut, Message, Repair, plain, say
from cxstudio.exchange.tables.table import short
from cxstudio.wording.texts import N_

LOWEST, HIGHEST = 1, 5
_CLOCK = re.compile(r"^.*(?:^|\D)([01]?\d|2[0-4])$", re.DOTALL)
_MINUTES = re.compile(r"^[0-5]\d(?!\d)")
BREAK = re.compile(r"<\s*+(?:/\s*+)?br\s*+(?:/\s*+)?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One task as it will be taken over."""

    name: str
    score: float
    people: tuple[str, ...]
    section: int | None
    line: int
    rest: tuple[str, ...] = ()
    """Pieces behind the actors, which Mermaid ignores."""

    @property
    def value(self) -> int | None:
        """The score where it is a whole step from 1 to 5."""
        return int(self.score) if self.score in range(LOWEST, HIGHEST + 1) else None


@dataclass(frozen=True, slots=True)
class Oddity:
    """A line that reads oddly: the repair to offer, and the line as it would then be (None: left out)."""

    repair: Repair
    task: int
    repaired: Line | None


def line_of(task: Task) -> Line:
    """The task as Mermaid reads it."""
    people = tuple(dict.fromkeys(filter(None, task.people)))
    return Line(task.name.strip(), task.score, people, task.section, task.line, task.pieces[2:])


def line_place(line: int) -> Message:
    """Where something stands: a line of the text."""
    return say(N_("Line {line}"), line=line)


def oddities(journey: ParsedJourney) -> Iterator[Oddity]:
    """Every line Mermaid reads otherwise than it can be meant, at most one oddity each."""
    swapped = _swapped(journey.tasks)
    for i, task in enumerate(journey.tasks):
        line = line_of(task)
        found = (
            _colon_in_name(i, task, line) or _score_and_actor_swapped(i, task, line) or _actor_for_score(i, task, line)
        )
        if found is None and i in swapped:
            found = _actor_and_task_swapped(i, line)
        if found is None and line.value is None:
            found = _off_scale(i, task, line)
        if found is not None:
            yield found


def left_out_of(line: Line, task: Task) -> Iterator[LeftOut]:
    """What of a line is not taken over, and why."""
    where = line_place(line.line)
    if line.value is None:
        written = task.pieces[0].strip()
        score = say(N_("the score “{score}”"), score=short(written, 30)) if written else say(N_("an empty score"))
        yield LeftOut(where, score, say(N_("a score is a whole number from 1 to 5")))
    if any(piece.strip() for piece in line.rest):
        yield LeftOut(where, plain(short(":".join(line.rest))), say(N_("Mermaid reads nothing after the actors")))


def _colon_in_name(i: int, task: Task, line: Line) -> Oddity | None:
    """“Push at 08:00, tea: 5: Phone”: the name was cut at the colon of a time, or at another one."""
    pieces = task.pieces
    if not math.isnan(task.score) and not _is_clock(task):
        return None
    last = min(len(pieces), 4)
    place = next((k for k in range(1, last) if _score_in(pieces[k])), None)
    if place is None or (place == 1 and len(pieces) == 2 and not _is_clock(task)):
        return None
    name = ":".join((task.name, *pieces[:place])).strip()
    people = _people(pieces[place + 1]) if len(pieces) > place + 1 else ()
    repaired = Line(name, js_number(pieces[place]), people, task.section, task.line, pieces[place + 2 :])
    what = N_("A time was split at its colon.") if _is_clock(task) else N_("The name was split at its colon.")
    return _offer(i, "colon", line, say(what), repaired)


def _is_clock(task: Task) -> bool:
    return bool(_CLOCK.match(task.name) and _MINUTES.match(task.pieces[0]))


def _score_and_actor_swapped(i: int, task: Task, line: Line) -> Oddity | None:
    """“Make tea: Me: 5”."""
    pieces = task.pieces
    if len(pieces) < 2 or not math.isnan(task.score) or not _score_in(pieces[1]):
        return None
    repaired = replace(line, score=js_number(pieces[1]), people=_people(pieces[0]))
    return _offer(i, "order", line, say(N_("Score and actor are swapped.")), repaired)


def _actor_for_score(i: int, task: Task, line: Line) -> Oddity | None:
    """“Make tea: Me”: somebody is named, but nothing rated."""
    written = task.pieces[0].strip()
    if len(task.pieces) != 1 or not math.isnan(task.score) or not any(c.isalpha() for c in written):
        return None
    repaired = replace(line, people=_people(written))
    return _offer(i, "actor", line, say(N_("There is an actor where the score should be.")), repaired)


def _actor_and_task_swapped(i: int, line: Line) -> Oddity:
    repaired = replace(line, name=", ".join(line.people), people=(line.name,))
    return _offer(i, "swap", line, say(N_("Actor and task are swapped.")), repaired)


def _off_scale(i: int, task: Task, line: Line) -> Oddity:
    written = short(task.pieces[0].strip(), 30)
    if math.isnan(line.score) or not written:
        problem = say(N_("“{score}” is not a score."), score=written) if written else say(N_("There is no score."))
        return Oddity(
            Repair(f"line:{line.line}", line_place(line.line), problem, say(N_("Leave the whole line out."))), i, None
        )
    if line.score == 0:  # what stands for no rating where a score has to be written
        problem = say(N_("The score 0 says that nobody rated this."))
        repair = Repair(f"score:{line.line}", line_place(line.line), problem, say(N_("Read it as not rated.")))
        return Oddity(repair, i, line)
    nearest = max(LOWEST, min(HIGHEST, math.floor(line.score + 0.5) if math.isfinite(line.score) else HIGHEST))
    problem = say(N_("The score {score} is off the scale 1–5."), score=written)
    proposal = say(N_("Read it as {nearest}."), nearest=nearest)
    repaired = replace(line, score=float(nearest))
    return Oddity(Repair(f"score:{line.line}", line_place(line.line), problem, proposal), i, repaired)


def _offer(i: int, kind: str, line: Line, problem: Message, repaired: Line) -> Oddity:
    value = repaired.value
    proposal = say(
        N_("Read it as “{name}”, score {score}, actors: {people}."),
        name=short(repaired.name),
        score="–" if value is None else value,
        people=", ".join(repaired.people) or "–",
    )
    return Oddity(Repair(f"{kind}:{line.line}", line_place(line.line), problem, proposal), i, repaired)


def _score_in(piece: str) -> bool:
    return bool(piece.strip()) and js_number(piece) in range(LOWEST, HIGHEST + 1)


def _people(piece: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (p.strip() for p in piece.split(",")))))


def _swapped(tasks: Sequence[Task]) -> frozenset[int]:
    """Tasks whose name is an actor of other lines, or all of them where the names repeat and the actors never do."""
    lines = [line_of(task) for task in tasks]
    actors = Counter(person for line in lines for person in line.people)
    names = Counter(line.name for line in lines)
    single = [i for i, line in enumerate(lines) if len(line.people) == 1]
    if len(lines) >= 4 and len(single) == len(lines) and len(names) * 2 <= len(lines) and len(actors) == len(lines):
        return frozenset(single)
    return frozenset(
        i
        for i in single
        if actors[lines[i].name] and actors[lines[i].people[0]] == 1 and lines[i].name != lines[i].people[0]
    )
