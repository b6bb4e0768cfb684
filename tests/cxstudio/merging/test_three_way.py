"""What fits by itself, what has to be decided, and what becomes of each decision."""

from cxstudio.edits import add_empathy_notes, pin_notes
from cxstudio.edits.empathy import keep_linked
from cxstudio.merging.conflicts import Conflict, Side
from cxstudio.merging.lists import joined_list
from cxstudio.merging.three_way import Merge
from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    Idea,
    Journey,
    Measure,
    Note,
    Participant,
    Persona,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import NoteKind
from cxstudio.store import Draft

BASE = Document(
    [
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        Stage(id="s2", journey="j", name="S2", order="a1"),
        Touchpoint(id="t", stage="s", name="T", channels=("web",), departments=("d",)),
        Touchpoint(id="u", stage="s", name="U", order="a1"),
        Note(id="n", text="Rückruf ohne Termin", about="t"),
        Channel(id="web", name="Web"),
        Department(id="d", name="Netz"),
        Participant(id="p", name="P"),
        Round(id="r", journey="j"),
        TouchpointRatings(id="x", round="r", touchpoint="t", experience={"p": 3}),
    ]
)


def copy(*, drop: tuple[str, ...] = (), put: tuple[Record, ...] = (), **values: dict[str, object]) -> Document:
    """The project with records deleted, changed by id, and added."""
    draft = Draft(BASE)
    for record_id in drop:
        draft.remove(record_id)
    for record_id, fields in values.items():
        draft.update(type(BASE.find(record_id)), record_id, **fields)
    draft.create_many(list(put))
    return draft.document


def only(merge: Merge) -> Conflict:
    (conflict,) = merge.conflicts
    return conflict


def test_a_field_changed_on_both_sides_is_asked_with_what_it_was_before() -> None:
    merge = Merge(copy(t={"name": "A"}), copy(t={"name": "B", "promise": "P"}), BASE)
    conflict = only(merge)
    assert (conflict.before, conflict.here, conflict.there) == (("T",), ("A",), ("B",))
    for side, name in ((Side.HERE, "A"), (Side.THERE, "B")):
        touchpoint = merge.document({conflict.place: side}).get(Touchpoint, "t")
        assert touchpoint.name == name and touchpoint.promise == "P"


def test_both_texts_of_a_note_become_two_notes_whichever_copy_is_here() -> None:
    here, there = copy(n={"text": "oft am Umzugstag"}), copy(n={"text": "und ohne Namen", "theme": "Rückruf"})
    merge = Merge(here, there, BASE)
    decided = {only(merge).place: Side.BOTH}
    document = merge.document(decided)
    assert sorted(n.text for n in document.all(Note)) == ["oft am Umzugstag", "und ohne Namen"]
    assert {n.theme for n in document.all(Note)} == {"Rückruf"} and {n.about for n in document.all(Note)} == {"t"}
    assert document == Merge(there, here, BASE).document(decided)


def test_a_note_and_what_was_made_of_it_are_one_question() -> None:
    draft = Draft(BASE)
    (pain,) = add_empathy_notes(draft, draft.create(Persona(id="jana", name="Jana")).id, NoteKind.PAIN, ["dreimal"])
    (hurdle,) = pin_notes(draft, [pain], NoteKind.HURDLE, "t")
    base, sides = draft.document, []
    for text, first in (("zweimal", pain), ("viermal", hurdle)):
        draft = Draft(base)
        draft.update(Note, first, text=text)
        keep_linked(draft)
        assert {draft.get(Note, each).text for each in (pain, hurdle)} == {text}
        sides.append(draft.document)
    merge = Merge(sides[0], sides[1], base)
    conflict = only(merge)
    assert conflict.record.id == pain and not merge.only_here and not merge.only_there
    for side, text in ((Side.HERE, "zweimal"), (Side.THERE, "viermal")):
        document = merge.document({conflict.place: side})
        assert {document.get(Note, each).text for each in (pain, hurdle)} == {text}
    assert {n.text for n in merge.document({conflict.place: Side.BOTH}).all(Note)} >= {"zweimal", "viermal"}


def test_a_deleted_touchpoint_the_other_copy_went_on_with_is_asked_and_comes_back_with_its_answers() -> None:
    here = copy(drop=("t",))
    there = copy(put=(Note(id="q", text="Da steht ein anderer Preis.", about="t"),))
    merge = Merge(here, there, BASE)
    conflict = only(merge)
    assert conflict.gone is Side.HERE and conflict.record.id == "t"
    assert {r.id for r in conflict.along} == {"n", "x"} and [c.record_id for c in conflict.added] == ["q"]
    back = merge.document({conflict.place: Side.THERE})
    assert back.get(TouchpointRatings, "x").experience == {"p": 3} and back.get(Note, "q").about == "t"
    gone = merge.document({conflict.place: Side.HERE})
    assert "t" not in gone and gone.get(Note, "q").about is None, "what was written there is in the parking lot"
    assert "n" not in gone and "x" not in gone
    assert "q" not in merge.document(), "not decided: as it is here"


def test_a_deleted_record_that_was_left_alone_is_gone_without_a_question() -> None:
    merge = Merge(copy(drop=("t",)), copy(u={"name": "V"}), BASE)
    assert not merge.conflicts and "t" not in merge.document() and merge.document().get(Touchpoint, "u").name == "V"


def test_a_record_named_anew_by_the_other_copy_is_not_deleted_without_a_question() -> None:
    merge = Merge(copy(drop=("d",)), copy(u={"departments": ("d",)}), BASE)
    place = only(merge).place
    kept = merge.document({place: Side.THERE})
    assert kept.get(Touchpoint, "u").departments == ("d",) and kept.get(Touchpoint, "t").departments == ("d",)
    gone = merge.document({place: Side.HERE})
    assert gone.get(Touchpoint, "u").departments == () and "d" not in gone


def test_what_was_moved_out_before_the_rest_was_deleted_stays() -> None:
    draft = Draft(copy(t={"stage": "s2"}))
    draft.remove("s")
    here, there = draft.document, copy(s={"name": "S!"})
    merge = Merge(here, there, BASE)
    gone = merge.document({only(merge).place: Side.HERE})
    assert gone.get(Touchpoint, "t").stage == "s2" and "s" not in gone and "u" not in gone
    back = merge.document({only(merge).place: Side.THERE})
    assert back.get(Stage, "s").name == "S!" and back.get(Touchpoint, "t").stage == "s2" and "u" in back


def test_moved_to_two_stages_a_touchpoint_stands_in_one_of_them() -> None:
    merge = Merge(copy(t={"stage": "s2"}), copy(t={"order": "a2"}), BASE)
    conflict = only(merge)
    assert set(conflict.fields) == {"order", "stage"}
    there = merge.document({conflict.place: Side.THERE}).get(Touchpoint, "t")
    assert (there.stage, there.order) == ("s", "a2")


def test_two_new_touchpoints_at_one_place_are_sorted_by_id_in_both_copies() -> None:
    a, b = Touchpoint(id="na", stage="s", name="A", order="a2"), Touchpoint(id="nb", stage="s", name="B", order="a2")
    here, there = copy(put=(a,)), copy(put=(b,))
    merged = Merge(here, there, BASE).document()
    assert [t.id for t in merged.touchpoints("s")] == ["t", "u", "na", "nb"]
    assert merged == Merge(there, here, BASE).document()


def test_lists_take_what_either_copy_added_and_lose_what_either_took_out() -> None:
    assert joined_list("abc", "abcd", "bce") == ("b", "c", "e", "d") == joined_list("abc", "bce", "abcd")
    assert joined_list("ab", "ba", "abc") == ("b", "c", "a")
    assert joined_list("abc", "cba", "bac") is None
    assert joined_list("ab", "aab", "ab") is None


def test_answers_of_two_people_are_joined_and_two_answers_of_one_are_asked() -> None:
    here = copy(x={"experience": {"p": 3, "group": 5}}, put=())
    there = copy(x={"experience": {"p": 6}})
    merge = Merge(here, there, BASE)
    assert not merge.conflicts and merge.document().get(TouchpointRatings, "x").experience == {"p": 6, "group": 5}
    asked = only(Merge(copy(x={"experience": {"p": 1}}), there, BASE))
    assert asked.place == ("x", "experience", "p") and (asked.before, asked.here, asked.there) == ((3,), (1,), (6,))


def test_counts_of_two_imports_are_not_mixed() -> None:
    def counted(n: int) -> Document:
        return copy(put=(SurveyCounts(id=f"c{n}", round="r", touchpoint="u", pairs={"5|3": n, f"{n}|1": 1}),))

    merge = Merge(counted(3), counted(4), BASE)
    conflict = only(merge)
    assert conflict.kind is SurveyCounts and "pairs" in conflict.fields
    assert len(merge.document().all(SurveyCounts)) == 1
    assert merge.document({conflict.place: Side.THERE}).all(SurveyCounts)[0].pairs == {"5|3": 4, "4|1": 1}


def test_what_both_made_of_one_name_is_one_thing() -> None:
    def with_chat(name: str) -> Document:
        made = copy(put=(Channel(id=name, name="Chat", icon="chat"),))
        return made.evolve([made.get(Touchpoint, "u").model_copy(update={"channels": (name,)})])

    merge = Merge(with_chat("c1"), with_chat("c2"), BASE)
    assert not merge.conflicts and merge.renames
    merged = merge.document()
    assert [c.id for c in merged.all(Channel)] == ["c1", "web"] and merged.get(Touchpoint, "u").channels == ("c1",)


def test_waiting_for_each_other_in_a_circle_is_asked() -> None:
    base = BASE.evolve([Measure(id="m1", title="1"), Measure(id="m2", title="2")])
    here = base.evolve([Measure(id="m1", title="1", depends_on=("m2",))])
    there = base.evolve([Measure(id="m2", title="2", depends_on=("m1",))])
    merge = Merge(here, there, base)
    assert {c.place for c in merge.conflicts} == {("m1", "depends_on", None), ("m2", "depends_on", None)}
    assert merge.document({c.place: Side.THERE for c in merge.conflicts}) == there
    assert merge.document() == here


def test_erased_people_come_back_from_nowhere() -> None:
    here = copy(drop=("p",))
    there = copy(x={"experience": {"p": 7}}, put=(Idea(id="i", text="I", author="p"),))
    before = BASE.evolve(drop=["p", "x"])  # the embedded version was cleaned, too
    merge = Merge(here, there, before, erased=("p",))
    merged = merge.document()
    assert "p" not in merged and merged.get(Idea, "i").author is None and merge.erased == ("p",)


def test_the_changes_lead_from_here_to_what_comes_of_it() -> None:
    here, there = copy(t={"name": "A"}), copy(u={"name": "B"}, put=(BackstageStep(id="b", touchpoint="u", text="B"),))
    merge = Merge(here, there, BASE)
    assert {c.slot for c in merge.changes()} == {("u", "name", None), ("b", None, None)}
    assert [c.slot for c in merge.only_here] == [("t", "name", None)]
    assert {c.slot for c in merge.only_there} == {("u", "name", None), ("b", None, None)}


def test_what_was_put_elsewhere_before_its_stage_was_deleted_is_never_lost() -> None:
    draft = Draft(copy(t={"stage": "s2", "order": "a2"}, u={"stage": "s2", "order": "a3"}))
    draft.remove("s")
    emptied = draft.document
    sorted_ = copy(t={"order": "a5"})
    for merge in (Merge(emptied, sorted_, BASE), Merge(sorted_, emptied, BASE)):
        for side in (None, Side.HERE, Side.THERE):
            chosen = {c.place: side for c in merge.conflicts if not c.gone} if side is not None else {}
            made = merge.document(chosen)
            assert made.get(Touchpoint, "t").stage == "s2" and made.find("s") is None
            assert made.find("x") is not None and made.find("n") is not None
