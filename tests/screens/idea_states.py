"""States of the workspace Ideas worth a picture: a full wall, a vote before, during and after, priorities and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from cxstudio.edits import (
    Rule,
    add_ideas,
    add_prototype,
    add_test,
    ask,
    group_ideas,
    hand_in,
    open_vote,
    reveal_votes,
    weigh_idea,
)
from cxstudio.model import Id
from cxstudio.model.kinds import Tie, VoteKind
from cxstudio.store import Draft
from ui.main_window.main_window import MainWindow
from ui.workspaces.ideas.vote.vote_page import VotePage

Shoot = Callable[[str], str]

QUESTION: Final = {
    "de": "Wie könnten wir Jana am Umzugstag das Gefühl geben, dass jemand mitdenkt?",
    "en": "How might we make Jana feel on the day she moves that somebody thinks ahead?",
}
IDEAS: Final = {
    "de": (
        ("Ein Gesicht", ("Ein Name, eine Durchwahl", "Umzugspate ruft vorher an", "Rückruf statt Warteschleife",
                         "Foto des Technikers per SMS", "Filiale als Plan B")),
        ("Nichts doppelt erzählen", ("Notizen wandern mit: Netz und Service", "Umzugs-Nummer statt Kundennummer",
                                     "Formular vorausgefüllt", "Chat übergibt den Verlauf")),
        ("Danach", ("Rechnung mit Erklärseite", "Abschlag selbst wählen", "Danke-Karte von Hand")),
    ),
    "en": (
        ("One face", ("One name, one number", "A moving mate calls ahead", "A callback instead of the queue",
                      "Photo of the technician by text", "The branch as plan B")),
        ("Never tell it twice", ("Notes travel along: grid and service", "A moving number, no customer number",
                                 "Form filled in already", "Chat hands over what was said")),
        ("Afterwards", ("A bill with a page that explains", "Choose your own instalment", "A card by hand")),
    ),
}  # fmt: skip
_HYPOTHESIS: Final = {
    "de": "Wer einen Namen hat, ruft seltener ein zweites Mal an.",
    "en": "Who has a name calls a second time less often.",
}
_TITLE: Final = {"de": "Welche Ideen arbeiten wir aus?", "en": "Which ideas do we work on?"}
_PEOPLE: Final = 9


def idea_states(window: MainWindow, shoot: Shoot, kind: str, language: str) -> Iterator[str]:
    """Every view, the vote at each of its steps; the project is as before afterwards."""
    context, run = window.context, window.context.commands.run
    touchpoints = context.document.journey_touchpoints(context.selection.journey or "")
    run("go.ideas")
    run("ideas.show_questions")
    yield shoot(f"{kind}-ideas-questions")
    run("ideas.show_wall")
    yield shoot(f"{kind}-ideas-wall-empty")
    steps = 2
    with context.session.transaction("Ideas") as draft:
        question = ask(draft, QUESTION[language], touchpoints=(touchpoints[7].id,))
        ideas = tuple(_filled(draft, question, language))
    run("ideas.show_wall")
    context.selection.select(question)
    run("ideas.tidy")
    run("ideas.show_questions")
    yield shoot(f"{kind}-ideas-questions-asked")
    for view in ("wall", "priorities", "trials", "minutes"):
        run(f"ideas.show_{view}")
        yield shoot(f"{kind}-ideas-{view}")
    run("ideas.show_wall")
    context.selection.select(ideas[0])
    yield shoot(f"{kind}-ideas-selected")
    run("ideas.vote")
    yield shoot(f"{kind}-ideas-vote-rule")
    rule = Rule(places=3, least=4, tie=Tie.RUN_OFF)
    with context.session.transaction("Open a vote") as draft:
        vote = open_vote(draft, ideas, _TITLE[language], VoteKind.POINTS, 5, _PEOPLE, rule)
    chance, steps = Random(7), steps + 2
    for person in range(_PEOPLE):
        if person == _PEOPLE - 2:
            run("ideas.show_vote")
            page = window.findChild(VotePage)
            assert page is not None
            page.wanted = vote
            page.refresh()
            yield shoot(f"{kind}-ideas-vote-secret")
        with context.session.transaction("Hand in a slip") as draft:
            hand_in(draft, vote, _slip(ideas, chance))  # one step, all of them
    with context.session.transaction("Reveal the vote") as draft:
        reveal_votes(draft, vote)
    yield shoot(f"{kind}-ideas-vote-result")
    for _ in range(steps + 1):
        run("edit.undo")
    run("ideas.show_notes")
    context.selection.clear()


def _filled(draft: Draft, question: Id, language: str) -> Iterator[Id]:
    """Ideas in clusters, weighed here and there, the first with a prototype and a test."""
    chance, first = Random(3), True
    for cluster, texts in IDEAS[language]:
        made = add_ideas(draft, question, texts)
        group_ideas(draft, made, cluster)
        for number, idea in enumerate(made):
            if number < 3:
                weigh_idea(draft, idea, chance.randint(1, 5), chance.randint(2, 5))
            if first:
                prototype = add_prototype(draft, idea, texts[0])
                add_test(draft, idea, _HYPOTHESIS[language], prototype)
                first = False
            yield idea


def _slip(ideas: tuple[Id, ...], chance: Random) -> dict[Id, int]:
    """Five points, the first ideas more often."""
    points: dict[Id, int] = {}
    for _ in range(5):
        idea = ideas[min(chance.randrange(len(ideas)), chance.randrange(len(ideas)))]
        points[idea] = points.get(idea, 0) + 1
    return points
