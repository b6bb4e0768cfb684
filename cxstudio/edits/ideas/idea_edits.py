"""Questions, and the wall their ideas hang on: adding, placing, grouping, merging, writing silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxstudio.edits.common import last_key
from cxstudio.errors import N_, UserError
from cxstudio.model import Cluster, Document, Id, Idea, Measure, Persona, Prototype, Question, Test, Touchpoint
from cxstudio.model.ideation import wall_grid as grid
from cxstudio.model.kinds import NoteColour, QuestionKind
from cxstudio.store import Draft, keys_between

MOST_AT_ONCE = 500
"""Ideas that can be added in one step."""
FARTHEST = 20_000.0
"""No note hangs farther from the corner of the wall."""
Spot = tuple[float, float]


def ask(
    draft: Draft, text: str, kind: QuestionKind = QuestionKind.HOW_MIGHT_WE, touchpoints: Sequence[Id] = (),
    persona: Id | None = None, from_view: Id | None = None,
) -> Id:  # fmt: skip
    """A new question or point of view behind the others; returns its id."""
    for touchpoint in touchpoints:
        draft.get(Touchpoint, touchpoint)
    if persona is not None:
        draft.get(Persona, persona)
    order = last_key(draft.document.all(Question))
    made = Question(
        id=draft.new_id(), text=text, kind=kind, touchpoints=tuple(dict.fromkeys(touchpoints)), persona=persona,
        from_view=from_view, order=order,
    )  # fmt: skip
    return draft.create(made).id


def ideas_on(document: Document, question: Id | None) -> tuple[Idea, ...]:
    """The ideas on the wall of a question, or (None) on the one without; those merged into others are left out."""
    found = document.all(Idea) if question is None else document.having(Idea, "question", question)
    return tuple(idea for idea in found if idea.merged_into is None and idea.question == question)


def add_ideas(
    draft: Draft, question: Id | None, texts: Sequence[str], colour: NoteColour = NoteColour.YELLOW,
    author: Id | None = None, at: Spot | None = None,
) -> list[Id]:  # fmt: skip
    """New ideas where there is room on the wall, or the first one `at` a place; returns their ids.

    While the group writes silently, they are covered. Raises UserError for more than can be added at once.
    """
    lines = [" ".join(text.split()) for text in texts]
    lines = [line for line in lines if line]
    if len(lines) > MOST_AT_ONCE:
        raise UserError(
            N_("These are {n} lines; at most {most} ideas can be added at once."),
            N_("Nothing was added."),
            N_("Paste the list in parts."),
            n=str(len(lines)),
            most=str(MOST_AT_ONCE),
        )
    silent = question is not None and draft.get(Question, question).silent
    family = draft.document.all(Idea)
    keys = keys_between(family[-1].order if family else None, None, len(lines))
    free = free_spots(draft.document, question)
    made = []
    for place, (line, key) in enumerate(zip(lines, keys, strict=True)):
        x, y = at if at is not None and place == 0 else next(free)
        made.append(
            Idea(id=draft.new_id(), text=line, question=question, colour=colour, author=author, order=key,
                 covered=silent, x=_within(x), y=_within(y))
        )  # fmt: skip
    draft.create_many(made)
    return [idea.id for idea in made]


def free_spots(document: Document, question: Id | None) -> Iterator[Spot]:
    """Places on the wall where no note hangs, row by row."""
    taken = {_cell(idea.x, idea.y) for idea in ideas_on(document, question)}
    number = 0
    while True:
        down, across = divmod(number, grid.ACROSS)
        number += 1
        place = grid.MARGIN + across * grid.STEP_ACROSS, grid.MARGIN + grid.HEAD + down * grid.STEP_DOWN
        spot = grid.loose(*place, number)
        column, row = _cell(*spot)
        if not {(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & taken:
            yield spot


def _cell(x: float, y: float) -> tuple[int, int]:
    """Which part of the wall a note is in; notes two parts apart do not cover each other."""
    return round(2 * x / grid.STEP_ACROSS), round(2 * y / grid.STEP_DOWN)


def move_ideas(draft: Draft, ideas: Sequence[Id], across: float, down: float) -> None:
    """Move notes by a distance, all by the same one, none of them beyond the left and upper edge of the wall."""
    records = [draft.get(Idea, idea) for idea in ideas]
    if not records:
        return
    across = max(across, -min(r.x for r in records))
    down = max(down, -min(r.y for r in records))
    for record in records:
        draft.update(Idea, record.id, x=_within(record.x + across), y=_within(record.y + down))


def place_ideas(draft: Draft, ideas: Sequence[Id], spots: Sequence[Spot]) -> None:
    """Give notes their places on the wall."""
    for idea, (x, y) in zip(ideas, spots, strict=False):
        draft.update(Idea, idea, x=_within(x), y=_within(y))


def _within(value: float) -> float:
    return min(max(round(value, 1), 0.0), FARTHEST)


def colour_ideas(draft: Draft, ideas: Sequence[Id], colour: NoteColour) -> None:
    """Give notes a colour."""
    for idea in ideas:
        draft.update(Idea, idea, colour=colour)


def group_ideas(draft: Draft, ideas: Sequence[Id], cluster: str) -> Id:
    """A new cluster of this name around some ideas of one wall; returns its id. Raises UserError without an idea."""
    records = [draft.get(Idea, idea) for idea in ideas]
    if not records:
        raise UserError(N_("No idea is selected."), N_("Nothing was changed."), N_("Select the ideas to group."))
    question = records[0].question
    order = last_key([c for c in draft.document.all(Cluster) if c.question == question])
    x, y = min(r.x for r in records), min(r.y for r in records)
    made = draft.create(Cluster(id=draft.new_id(), name=cluster, question=question, x=x, y=y, order=order)).id
    join_cluster(draft, ideas, made)
    return made


def join_cluster(draft: Draft, ideas: Sequence[Id], cluster: Id | None) -> None:
    """Put ideas into a cluster, or (None) take them out; a cluster left without an idea goes."""
    if cluster is not None:
        draft.get(Cluster, cluster)
    left = {draft.update(Idea, idea, cluster=cluster).id for idea in ideas}
    before = {c.id for c in draft.document.all(Cluster)} - {cluster}
    inhabited = {idea.cluster for idea in draft.document.all(Idea)}
    if left:
        draft.remove_many(before - inhabited)


def merge_ideas(draft: Draft, idea: Id, others: Sequence[Id]) -> None:
    """Merge other ideas into one, which takes over what they were linked with. Raises UserError for the idea itself."""
    if idea in others:
        raise UserError(
            N_("An idea cannot be merged with itself."), N_("Nothing was changed."), N_("Select another idea.")
        )
    kept = draft.get(Idea, idea)
    if kept.merged_into is not None:
        raise UserError(
            N_("This idea has been merged into another one."), N_("Nothing was changed."), N_("Choose the other one.")
        )
    touchpoints = dict.fromkeys(kept.touchpoints)
    for other in others:
        record = draft.update(Idea, other, merged_into=idea, cluster=None)
        touchpoints |= dict.fromkeys(record.touchpoints)
        for second in draft.document.having(Idea, "merged_into", other):
            draft.update(Idea, second.id, merged_into=idea)
        for measure in draft.document.having(Measure, "ideas", other):
            linked = dict.fromkeys(idea if i == other else i for i in measure.ideas)
            draft.update(Measure, measure.id, ideas=tuple(linked))
    draft.update(Idea, idea, touchpoints=tuple(touchpoints))


def part_ideas(draft: Draft, idea: Id) -> None:
    """Put the ideas that were merged into one back on the wall."""
    for other in draft.document.having(Idea, "merged_into", idea):
        draft.update(Idea, other.id, merged_into=None)


def write_silently(draft: Draft, question: Id, on: bool) -> None:
    """Begin a silent phase, or end it and reveal what was written."""
    draft.update(Question, question, silent=on)
    if not on:
        for idea in draft.document.having(Idea, "question", question):
            if idea.covered:
                draft.update(Idea, idea.id, covered=False)


def weigh_idea(draft: Draft, idea: Id, effort: int | None, impact: int | None) -> None:
    """How much an idea takes and how much it does, 1 to 7; None where nobody has estimated it."""
    draft.update(Idea, idea, effort=effort, impact=impact)


def about_of(document: Document, idea: Idea) -> tuple[Id, ...]:
    """The touchpoints an idea is for: its own, else those of its question."""
    question = document.find(idea.question)
    return idea.touchpoints or (question.touchpoints if isinstance(question, Question) else ())


def idea_to_measure(draft: Draft, idea: Id) -> Id:
    """A measure made of an idea, with its touchpoints and estimates; one there is already is returned instead."""
    record = draft.get(Idea, idea)
    made = draft.document.having(Measure, "ideas", idea)
    if made:
        return made[0].id
    if record.covered:
        raise UserError(
            N_("This idea is covered."), N_("Nothing was changed."), N_("Reveal the ideas first, then make measures.")
        )
    measure = Measure(
        id=draft.new_id(), title=record.text, ideas=(idea,), touchpoints=about_of(draft.document, record),
        effort=record.effort, impact=record.impact, order=last_key(draft.document.all(Measure)),
    )  # fmt: skip
    return draft.create(measure).id


def add_prototype(draft: Draft, idea: Id, title: str) -> Id:
    """Something to try an idea with; returns its id."""
    draft.get(Idea, idea)
    order = last_key(draft.document.having(Prototype, "idea", idea))
    return draft.create(Prototype(id=draft.new_id(), idea=idea, title=title, order=order)).id


def add_test(draft: Draft, idea: Id, hypothesis: str, prototype: Id | None = None) -> Id:
    """A trial of an idea; returns its id."""
    draft.get(Idea, idea)
    order = last_key(draft.document.having(Test, "idea", idea))
    made = Test(id=draft.new_id(), idea=idea, hypothesis=hypothesis, prototype=prototype, order=order)
    return draft.create(made).id
