"""The pages of the workspace Ideas: one row each. They are made when first shown, as `Page(context, model)`."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow

AGENDA, NOTES, QUESTIONS, WALL, VOTE = "agenda", "notes", "questions", "wall", "vote"
PRIORITIES, TRIALS, METHODS, MINUTES = "priorities", "trials", "methods", "minutes"
_ROOM: Final = "ui.workspaces.ideas."

VIEWS: Final[tuple[PageRow, ...]] = (
    PageRow(AGENDA, N_("Agenda"), N_("Show the agenda"), _ROOM + "agenda.agenda_page", "AgendaPage", "calendar",
            N_("workshop plan timer schedule blocks run")),
    PageRow(NOTES, N_("Notes"), N_("Show the unsorted notes"), icon="note", synonyms=N_("parking lot unsorted")),
    PageRow(QUESTIONS, N_("Questions"), N_("Show the questions"), _ROOM + "questions_page", "QuestionsPage", "bulb",
            N_("how might we point of view insight")),
    PageRow(WALL, N_("Idea wall"), N_("Show the idea wall"), _ROOM + "wall.wall_page", "WallPage", "note",
            N_("brainstorming notes whiteboard clusters 6-3-5")),
    PageRow(VOTE, N_("Vote"), N_("Show the vote"), _ROOM + "vote.vote_page", "VotePage", "check",
            N_("dot voting secret points slips decision")),
    PageRow(PRIORITIES, N_("Prioritise"), N_("Show ideas by impact and effort"), _ROOM + "priorities_page",
            "PrioritiesPage", "bars", N_("matrix quadrants quick win")),
    PageRow(TRIALS, N_("Prototype and test"), N_("Show prototypes and tests"), _ROOM + "trials_page", "TrialsPage",
            "checklist", N_("experiment hypothesis learning")),
    PageRow(METHODS, N_("Methods"), N_("Show the method cards"), _ROOM + "methods.methods_page", "MethodsPage", "book",
            N_("facilitation workshop how to cards")),
    PageRow(MINUTES, N_("Minutes"), N_("Show the minutes"), _ROOM + "minutes.minutes_page", "MinutesPage", "report",
            N_("photos protocol workshop walls pictures")),
)  # fmt: skip
