"""The wall and its votes as laws: whatever is done, notes keep their place, links hold, and slips stay covered."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cxstudio.analysis.votes.vote_results import Outcome, moved_since, result_of
from cxstudio.edits import (
    Rule,
    add_ideas,
    group_ideas,
    hand_in,
    idea_to_measure,
    ideas_on,
    join_cluster,
    merge_ideas,
    move_ideas,
    open_vote,
    part_ideas,
    remove_records,
    reveal_votes,
    settle_tie,
    write_silently,
)
from cxstudio.edits.ideas.idea_edits import FARTHEST, MOST_AT_ONCE
from cxstudio.errors import UserError
from cxstudio.files.encoding import encode
from cxstudio.files.journal_lines import write_step
from cxstudio.model import (
    PROJECT_ID,
    Cluster,
    Document,
    Idea,
    Journey,
    Measure,
    Participant,
    Project,
    Question,
    Stage,
    Touchpoint,
    VoteRound,
    Votes,
)
from cxstudio.model.ideation.sealed_slips import opened, seal
from cxstudio.model.ideation.wall_grid import NOTE_HEIGHT, NOTE_WIDTH
from cxstudio.model.kinds import NoteColour, Tie, VoteKind
from cxstudio.store import ChangeSet, Store
from cxstudio.store.history import History
from tests.examples import examples


def begun() -> Store:
    return Store(
        Document([
            Project(id=PROJECT_ID, title="Umzug"), Journey(id="j", title="Ist"), Stage(id="s", journey="j", name="S"),
            Touchpoint(id="t", stage="s", name="Hotline"), Touchpoint(id="u", stage="s", name="Bill"),
            Question(id="q", text="How might we?", touchpoints=("t",)),
        ])
    )  # fmt: skip


def with_ideas(n: int = 5) -> tuple[Store, list[str]]:
    store = begun()
    with store.transaction("Ideas") as draft:
        ids = add_ideas(draft, "q", [f"Idea {i}" for i in range(n)])
    return store, ids


def voting(
    store: Store, ids: list[str], kind: VoteKind = VoteKind.POINTS, points: int = 5, tie: Tie = Tie.ALL_IN
) -> str:
    with store.transaction("Vote") as draft:
        return open_vote(draft, ids, "Which?", kind, points, 9, Rule(3, 4, 75, tie, "all", "2026-11-30 11:36"))


def test_new_notes_never_cover_one_another() -> None:
    store, (moved, *_) = with_ideas(60)
    with store.transaction("Move and add") as draft:
        move_ideas(draft, [moved], 700, 300)
        add_ideas(draft, "q", ["more"] * 30)
    notes = [idea for idea in ideas_on(store.document, "q") if idea.id != moved]
    over = [(a.id, b.id) for n, a in enumerate(notes) for b in notes[:n]
            if abs(a.x - b.x) < NOTE_WIDTH and abs(a.y - b.y) < NOTE_HEIGHT]  # fmt: skip
    assert len(notes) == 89 and over == []


def test_too_long_a_list_is_said_in_one_sentence_and_adds_nothing() -> None:
    store = begun()
    with pytest.raises(UserError, match="2000 lines"), store.transaction("Paste") as draft:
        add_ideas(draft, "q", ["line"] * 2000)
    assert not store.document.all(Idea)
    with store.transaction("Paste") as draft:
        assert len(add_ideas(draft, "q", ["a  b", "", " \n", "c"] + ["x"] * (MOST_AT_ONCE - 2))) == MOST_AT_ONCE
    assert store.document.all(Idea)[0].text == "a b"


def test_what_is_written_silently_is_covered_until_it_is_revealed() -> None:
    store, ids = with_ideas(2)
    with store.transaction("Silence") as draft:
        write_silently(draft, "q", True)
        (new,) = add_ideas(draft, "q", ["quiet"])
    covered = {idea.id for idea in store.document.all(Idea) if idea.covered}
    assert covered == {new} and not covered & set(ids)
    with store.transaction("Reveal") as draft:
        write_silently(draft, "q", False)
    assert not any(idea.covered for idea in store.document.all(Idea))


def test_merging_keeps_every_link_and_is_taken_back() -> None:
    store, (first, second, third, *_) = with_ideas()
    with store.transaction("Measure") as draft:
        draft.update(Idea, second, touchpoints=("u",))
        measure = idea_to_measure(draft, second)
        merge_ideas(draft, second, [third])
    with store.transaction("Merge") as draft:
        merge_ideas(draft, first, [second])
    document = store.document
    assert document.get(Idea, first).touchpoints == ("u",)
    assert document.get(Measure, measure).ideas == (first,)
    assert {document.get(Idea, i).merged_into for i in (second, third)} == {first}
    assert second not in {idea.id for idea in ideas_on(document, "q")}
    for wrong in ((first, [first]), (second, [first])):
        with pytest.raises(UserError), store.transaction("Wrong") as draft:
            merge_ideas(draft, *wrong)
    with store.transaction("Part") as draft:
        part_ideas(draft, first)
    assert len(ideas_on(store.document, "q")) == 5


def test_an_idea_becomes_one_measure_with_its_links() -> None:
    store, (first, *_) = with_ideas()
    with store.transaction("Measure") as draft:
        made = idea_to_measure(draft, first)
        assert idea_to_measure(draft, first) == made
    measure = store.document.get(Measure, made)
    assert (measure.ideas, measure.touchpoints, measure.title) == ((first,), ("t",), "Idea 0")


def test_slips_stand_nowhere_before_the_reveal() -> None:
    store, ids = with_ideas()
    vote = voting(store, ids)
    for points in ({ids[0]: 5}, {ids[1]: 4, ids[2]: 1}):
        with store.transaction("Slip") as draft:
            hand_in(draft, vote, points)
        step = store.history.undoable
        assert step is not None
        line = write_step(step).decode()
        assert not any(f'"{i}"' in line for i in ids), "an idea and its points in the journal"
    text = encode(store.document).decode()
    record = json.loads(text)["records"]["VoteRound"][0]
    assert record["cast"] == 2 and "Votes" not in json.loads(text)["records"]
    assert not any(i in record["sealed"] for i in ids)
    assert result_of(store.document, store.document.get(VoteRound, vote)) is None


def test_slips_are_taken_back_all_at_once() -> None:
    store, ids = with_ideas()
    vote = voting(store, ids)
    steps: list[ChangeSet] = []
    store.listen(steps.append)
    for points in ({ids[0]: 5}, {ids[1]: 5}, {}):
        with store.transaction("Slip") as draft:
            hand_in(draft, vote, points)
    with store.transaction("Reveal") as draft:
        reveal_votes(draft, vote)
    store.undo()
    assert store.document.get(VoteRound, vote).cast == 3
    store.undo()
    assert store.document.get(VoteRound, vote).cast == 0, "a slip taken back alone could be told by comparing"
    store.redo()
    assert store.document.get(VoteRound, vote).cast == 3
    later = History()
    for step in steps:
        later.replay(step)
    assert later.undoable is not None and len({c.slot for c in later.undoable}) == len(later.undoable.changes) == 2
    assert later.redoable is not None and later.redoable.label == "Reveal"


def test_the_rule_fixed_before_decides_and_a_tie_is_shown() -> None:
    store, ids = with_ideas()
    vote = voting(store, ids, points=9, tie=Tie.RUN_OFF)
    for slip in ({ids[0]: 9}, {ids[1]: 7}, {ids[2]: 4, ids[3]: 4}, {ids[4]: 3}, {}):
        with store.transaction("Slip") as draft:
            hand_in(draft, vote, slip)
    with store.transaction("Reveal") as draft:
        reveal_votes(draft, vote)
    result = result_of(store.document, store.document.get(VoteRound, vote))
    assert result is not None
    assert [row.points for row in result.rows] == [9, 7, 4, 4, 3]
    assert [row.place for row in result.rows] == [1, 2, 3, 3, 5]
    assert result.chosen == tuple(ids[:2]) and result.tied == tuple(ids[2:4]) and result.open_places == 1
    assert result.rows[-1].outcome is Outcome.TOO_FEW
    assert (result.cast, result.given, result.has_quorum) == (5, 27, False)


def test_a_rating_is_judged_in_whole_numbers() -> None:
    store, ids = with_ideas(2)
    vote = voting(store, ids, VoteKind.RATING)
    answers = [2] * 6 + [0] * 2
    for answer in answers:
        with store.transaction("Slip") as draft:
            hand_in(draft, vote, {ids[0]: answer, ids[1]: 1})
    with store.transaction("Slip") as draft:
        hand_in(draft, vote, {})
        reveal_votes(draft, vote)
    result = result_of(store.document, store.document.get(VoteRound, vote))
    assert result is not None and result.chosen == (ids[0],) and result.has_quorum
    tally = result.rows[0].tally
    assert tally is not None and (tally.cast, tally.abstained, tally.share) == (8, 1, 0.75)


def test_a_second_round_says_how_many_moved_by_their_own_codes_only() -> None:
    store, ids = with_ideas()
    first = voting(store, ids)
    with store.transaction("Slips") as draft:
        hand_in(draft, first, {ids[0]: 5}, "Fox ")
        hand_in(draft, first, {ids[1]: 5}, "owl")
        hand_in(draft, first, {ids[1]: 5})
        reveal_votes(draft, first)
        second = open_vote(draft, ids, "Again", VoteKind.POINTS, 5, 9, Rule(), follows=first)
        hand_in(draft, second, {ids[1]: 5}, "fox")
        hand_in(draft, second, {ids[1]: 5}, "OWL")
        reveal_votes(draft, second)
    assert moved_since(store.document, store.document.get(VoteRound, second)) == (1, 2)
    assert moved_since(store.document, store.document.get(VoteRound, first)) is None


@pytest.mark.parametrize("points", [{"0": 6}, {"0": 3, "1": 3}, {"gone": 1}, {"0": -1, "1": 2}])
def test_a_slip_that_does_not_fit_is_refused_and_the_others_stay(points: dict[str, int]) -> None:
    store, ids = with_ideas()
    vote = voting(store, ids)
    with store.transaction("Slip") as draft:
        hand_in(draft, vote, {ids[0]: 2}, "fox")
    slip = {ids[int(i)] if i.isdigit() else i: n for i, n in points.items()}
    for code in ("", "fox"):
        with pytest.raises(UserError), store.transaction("Slip") as draft:
            hand_in(draft, vote, slip if not code else {}, code)
    record = store.document.get(VoteRound, vote)
    assert record.cast == 1 and opened(record.sealed) == {"fox": {ids[0]: 2}}


def test_nobody_votes_twice_too_often_or_after_the_reveal() -> None:
    store, ids = with_ideas()
    with store.transaction("Vote") as draft:
        vote = open_vote(draft, ids, "", VoteKind.POINTS, 3, 1, Rule())
        hand_in(draft, vote, {})
    with pytest.raises(UserError, match="slips are in"), store.transaction("Slip") as draft:
        hand_in(draft, vote, {})
    with store.transaction("Reveal") as draft:
        reveal_votes(draft, vote)
        reveal_votes(draft, vote)
    with pytest.raises(UserError, match="revealed"), store.transaction("Slip") as draft:
        hand_in(draft, vote, {})
    for eligible, options in ((0, ids), (3, [])):
        with pytest.raises(UserError), store.transaction("Vote") as draft:
            open_vote(draft, options, "", VoteKind.POINTS, 3, eligible, Rule())


@given(
    st.dictionaries(
        st.text(max_size=8), st.dictionaries(st.text(max_size=4), st.integers(0, 9), max_size=3), max_size=5
    )
)
def test_what_is_sealed_is_opened_again(slips: dict[str, dict[str, int]]) -> None:
    assert opened(seal(slips)) == slips
    assert seal(dict(reversed(slips.items()))) == seal(slips)


@pytest.mark.parametrize("damaged", ["x", "eJw=", "W10=", "AAAA", "eJyLjgUAARUAuQ=="])
def test_damaged_slips_are_said_in_one_sentence(damaged: str) -> None:
    store, ids = with_ideas()
    vote = voting(store, ids)
    with store.transaction("Damage") as draft:
        draft.update(VoteRound, vote, sealed=damaged)
    with pytest.raises(UserError, match="damaged"), store.transaction("Slip") as draft:
        hand_in(draft, vote, {ids[0]: 1})
    with pytest.raises(UserError, match="damaged"), store.transaction("Reveal") as draft:
        reveal_votes(draft, vote)


def test_a_colour_of_ones_own_is_the_usual_one() -> None:
    assert Idea(id="i", text="old", colour="#ff0000").colour is NoteColour.YELLOW
    assert Idea(id="i", text="new", colour="blue").colour is NoteColour.BLUE


class Wall(RuleBasedStateMachine):
    """Wall, clusters, votes and undo in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.store, _ = with_ideas(4)
        self.first = self.store.document

    @rule(chance=st.randoms(use_true_random=False), what=st.integers(0, 10))
    def do(self, chance: Random, what: int) -> None:
        document = self.store.document
        ideas = [idea.id for idea in document.all(Idea)]
        some = chance.sample(ideas, min(len(ideas), chance.randint(0, 3)))
        votes = [v.id for v in document.all(VoteRound)] or ["gone"]
        clusters = [c.id for c in document.all(Cluster)]
        try:
            with self.store.transaction("Any") as draft:
                (
                    lambda: add_ideas(draft, "q", ["one", "two"]),
                    lambda: move_ideas(draft, some, chance.uniform(-900, 900), chance.uniform(-900, 1e6)),
                    lambda: group_ideas(draft, some, "Name"),
                    lambda: join_cluster(draft, some, chance.choice([None, *clusters])),
                    lambda: merge_ideas(draft, chance.choice(ideas or ["gone"]), some),
                    lambda: remove_records(draft, some[:1]),
                    lambda: open_vote(
                        draft,
                        some,
                        "",
                        VoteKind.POINTS,
                        3,
                        5,
                        Rule(places=1, tie=chance.choice(list(Tie)), tie_by="the client"),
                    ),
                    lambda: hand_in(draft, chance.choice(votes), dict.fromkeys(some, 1)),
                    lambda: reveal_votes(draft, chance.choice(votes)),
                    lambda: write_silently(draft, "q", chance.random() < 0.5),
                    lambda: settle_tie(draft, chance.choice(votes), some),
                )[what]()
        except (UserError, LookupError):
            assert self.store.document is document

    @rule()
    def undo(self) -> None:
        self.store.undo()

    @rule()
    def redo(self) -> None:
        self.store.redo()

    @invariant()
    def holds(self) -> None:
        document = self.store.document
        for idea in document.all(Idea):
            assert 0 <= idea.x <= FARTHEST and 0 <= idea.y <= FARTHEST
            kept = document.find(idea.merged_into)
            assert not isinstance(kept, Idea) or kept.merged_into is None
        for vote in document.all(VoteRound):
            known = document.having(Votes, "vote_round", vote.id)
            assert bool(vote.sealed) <= (not vote.revealed) and (vote.revealed or not known)
            result = result_of(document, vote)
            assert (result is None) == (not vote.revealed)
            if result is not None and result.rule.tie is not Tie.ALL_IN:
                assert len(result.chosen) <= result.rule.places and not set(result.chosen) & set(result.tied)
        silent = document.get(Question, "q").silent
        assert silent or not any(idea.covered for idea in document.all(Idea) if idea.question == "q")
        inhabited = {idea.cluster for idea in document.all(Idea)}
        assert len(inhabited - {None} - {c.id for c in document.all(Cluster)}) == 0

    def teardown(self) -> None:
        while self.store.undo() is not None:
            pass


Wall.TestCase.settings = settings(max_examples=examples(25), stateful_step_count=20, deadline=None)
test_the_wall = Wall.TestCase


def test_a_person_who_voted_can_be_removed_and_the_vote_stays_as_it_was() -> None:
    store, ids = with_ideas(2)
    with store.transaction("Vote") as draft:
        person = draft.create(Participant(id="robin", name="Robin", role="Service")).id
        draft.update(Idea, ids[0], author=person)
        vote = open_vote(draft, ids, "Which?", VoteKind.POINTS, 3, 2, Rule(places=1))
        hand_in(draft, vote, {ids[0]: 3}, "fox")
        reveal_votes(draft, vote)
    before = result_of(store.document, store.document.get(VoteRound, vote))
    with store.transaction("Remove") as draft:
        remove_records(draft, [person])
    after = result_of(store.document, store.document.get(VoteRound, vote))
    assert before == after and after is not None and after.chosen == (ids[0],)
    assert store.document.get(Idea, ids[0]).author is None
