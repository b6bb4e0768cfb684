"""What the idea wall is laid out from: everything it shows of ideas and clusters, as frozen values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cxstudio.analysis.ideas.idea_chain import trial_state
from cxstudio.analysis.votes.vote_results import VoteResult, result_of
from cxstudio.edits.ideas.idea_edits import ideas_on
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Cluster, Document, Id, Idea, Measure, Participant, Picture, Prototype, Test, VoteRound
from cxstudio.model.ideation import wall_grid as grid
from cxstudio.model.kinds import NoteColour, TestResult
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.texts import N_, Texts

TRIAL_WORDS = {
    TestResult.OPEN: N_("being tested"),
    TestResult.CONFIRMED: N_("test: confirmed"),
    TestResult.REFUTED: N_("test: refuted"),
    TestResult.UNCLEAR: N_("test: unclear"),
}


class WallNote(NamedTuple):
    """One idea as the wall shows it."""

    idea: Id
    text: str
    colour: NoteColour
    x: float
    y: float
    cluster: Id | None
    covered: bool
    """Drawn without its text."""
    foot: str
    """Who wrote it, how its test ended, whether it became a measure."""
    points: int | None
    """Of the last vote that is revealed."""
    chosen: bool
    spoken: str
    picture: tuple[str, str] = ("", "")
    """Asset and words of its first picture; empty without one."""


class WallCluster(NamedTuple):
    """A cluster with the notes in it."""

    cluster: Id
    name: str
    notes: tuple[WallNote, ...]


@dataclass(frozen=True, eq=False)
class Wall:
    """The ideas of a question, in one language."""

    question: Id | None
    notes: tuple[WallNote, ...]
    clusters: tuple[WallCluster, ...]
    texts: Texts
    fonts: FontBook = field(repr=False)
    made: Mapping[Id, tuple[object, WallNote]] = field(default_factory=dict, repr=False)
    """What each note was made from, and the note."""
    around: tuple[object, ...] = field(default=(), repr=False)
    """Everything else notes were made from."""

    def note(self, idea: Id | None) -> WallNote | None:
        """The note of an idea."""
        return next((note for note in self.notes if note.idea == idea), None)

    def cluster(self, cluster: Id | None) -> WallCluster | None:
        """A cluster that has notes."""
        return next((found for found in self.clusters if found.cluster == cluster), None)


def last_result(document: Document, question: Id | None) -> tuple[VoteRound, VoteResult] | None:
    """The vote on the ideas of a question that was revealed last, and what came of it."""
    for vote in reversed([v for v in document.all(VoteRound) if v.question == question]):
        result = result_of(document, vote)
        if result is not None:
            return vote, result
    return None


def voting_now(document: Document, question: Id | None) -> VoteRound | None:
    """The vote that is under way: while it is, no points are shown on the wall."""
    found = [v for v in document.all(VoteRound) if v.question == question]
    return found[-1] if found and not found[-1].revealed else None


_AROUND = (Cluster, Participant, Prototype, Test, Measure, VoteRound, Picture)
"""Kinds of records a note says something of."""


def wall_of(
    document: Document, question: Id | None, texts: Texts, *, show_covered: bool = True, fonts: FontBook | None = None,
    before: Wall | None = None,
) -> Wall:  # fmt: skip
    """The wall of a question. Without `show_covered` what was written silently is drawn without its text.

    A note of `before` is taken over where neither its idea nor anything around it is another one.
    """
    known = None if voting_now(document, question) else last_result(document, question)
    points = {row.idea: row.points for row in known[1].rows} if known is not None else {}
    chosen = frozenset(known[1].chosen) if known is not None else frozenset()
    ideas = ideas_on(document, question)
    rest = _rest(ideas)
    merged = Counter(idea.merged_into for idea in document.all(Idea) if idea.merged_into is not None)
    around = (texts, show_covered, known, merged, *(document.all(kind) for kind in _AROUND))
    kept = before.made if before is not None and before.around == around else {}
    made: dict[Id, tuple[object, WallNote]] = {}
    for idea in ideas:
        place = next(rest) if _unplaced(idea) else (idea.x, idea.y)
        last = kept.get(idea.id)
        if last is None or last[0] is not idea or last[1][3:5] != place:
            last = idea, _note(document, idea, texts, points, chosen, show_covered, place)
        made[idea.id] = last
    notes = tuple(note for _, note in made.values())
    clusters = []
    for cluster in document.all(Cluster):
        inside = tuple(note for note in notes if note.cluster == cluster.id)
        if inside:
            clusters.append(WallCluster(cluster.id, cluster.name, inside))
    return Wall(question, notes, tuple(clusters), texts, fonts or font_book(), made, around)


def _unplaced(idea: Idea) -> bool:
    return idea.x == 0 and idea.y == 0


def _rest(ideas: tuple[Idea, ...]) -> Iterator[tuple[float, float]]:
    """Places below everything for ideas nobody has placed: those that came from notes."""
    below = max((idea.y + grid.STEP_DOWN for idea in ideas if not _unplaced(idea)), default=grid.MARGIN) + grid.HEAD
    number = 0
    while True:
        down, across = divmod(number, grid.ACROSS)
        yield grid.MARGIN + across * grid.STEP_ACROSS, below + down * grid.STEP_DOWN
        number += 1


def _note(
    document: Document, idea: Idea, texts: Texts, points: dict[Id, int], chosen: frozenset[Id], show_covered: bool,
    place: tuple[float, float],
) -> WallNote:  # fmt: skip
    covered = idea.covered and not show_covered
    foot, got = _foot(document, idea, texts), points.get(idea.id)
    parts = [texts.tr("Covered idea") if covered else idea.text]
    cluster = document.find(idea.cluster)
    if isinstance(cluster, Cluster):
        parts.append(texts.tr("in the cluster “{name}”", name=cluster.name))
    if got is not None:
        parts.append(texts.trn("{n} point", "{n} points", got))
    parts.append(texts.tr(choice_label(idea.colour)))
    photos = () if covered else document.having(Picture, "about", idea.id)
    picture = (photos[0].asset, photos[0].alternative_text or idea.text) if photos else ("", "")
    if photos:
        parts.append(texts.trn("{n} photo", "{n} photos", len(photos)))
    spoken = " · ".join((*parts, *((foot,) if foot and not covered else ())))
    return WallNote(idea.id, idea.text, idea.colour, *place, idea.cluster, covered, "" if covered else foot, got,
                    idea.id in chosen, spoken, picture)  # fmt: skip


def _foot(document: Document, idea: Idea, texts: Texts) -> str:
    author, state = document.find(idea.author), trial_state(document, idea.id)
    merged = len(document.having(Idea, "merged_into", idea.id))
    said = [
        author.name if isinstance(author, Participant) else "",
        texts.trn("{n} merged", "{n} merged", merged) if merged else "",
        texts.tr(TRIAL_WORDS[state]) if state is not None else "",
        texts.tr("measure") if document.having(Measure, "ideas", idea.id) else "",
    ]
    return " · ".join(part for part in said if part)
