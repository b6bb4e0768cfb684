"""The copy that can be handed on: no name, no single rating, no picture; figures of enough people stay."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

from cxstudio.analysis.statistics.answer_counts import answers
from cxstudio.catalogue.samples import sample
from cxstudio.edits.without_people import without_people
from cxstudio.files.saving import save
from cxstudio.model import (
    Document,
    Idea,
    Journey,
    Measure,
    MeasureChange,
    Note,
    Participant,
    Picture,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
    Workshop,
)
from cxstudio.model.personal_data.blacking_out import BLACKED_OUT
from cxstudio.model.personal_data.naming import NAMING, TO_CHECK, named_in
from cxstudio.store import check_changed
from cxstudio.wording.fields.field_table import FIELDS, RECORDS
from tests.cxstudio.files.test_whole_model import WHOLE

PEOPLE = [Participant(id=f"p{n}", name=f"Petra{n} Geheim{n}", code="GE12", role="Netz") for n in range(5)]
DOCUMENT = Document(
    [
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        Touchpoint(id="t", stage="s", name="T", staff="Frau Geheim1 am Telefon"),
        Touchpoint(id="u", stage="s", name="U"),
        *PEOPLE,
        Round(id="r", journey="j", minimum_group=5),
        TouchpointRatings(
            id="x", round="r", touchpoint="t",
            expectation={"p0": 6, "p1": 6, "p2": 5, "p3": None, "p4": 2, "group": 5},
            experience={"p0": 3, "p1": 3, "p2": 5, "p3": 4, "p4": 2}, word={"p0": "Wut"},
        ),
        TouchpointRatings(id="y", round="r", touchpoint="u", emotion={"p0": 1, "p1": 2}),
        Measure(id="m", title="Anruf bei Petra2 Geheim2", owner_role="Netz", owner_name="Uwe Verborgen"),
        MeasureChange(id="mc", day=date(2026, 3, 1), measure="m", field="owner_name", before="", after="Uwe Verborgen"),
        Note(id="n", text="Herr Verborgen sagt: zu spät.", source="Interview mit Petra0 Geheim0"),
        Idea(id="i", text="I", author="p0"),
        Workshop(id="w", people=("p0", "p1")),
        Picture(id="pic", about="t", asset="0" * 64, caption="Petra0 Geheim0"),
    ]
)  # fmt: skip


def test_no_name_is_left_in_any_byte_of_the_copy(tmp_path: Path) -> None:
    copy = without_people(DOCUMENT)
    save(tmp_path / "a.cxs", copy.document)
    data = ZipFile(tmp_path / "a.cxs").read("project.json")
    assert not [word for word in (b"Geheim", b"Verborgen", b"Petra", b"GE12", b"Wut", b"Interview") if word in data]
    assert copy.document.get(Touchpoint, "t").staff == f"Frau {BLACKED_OUT} am Telefon"
    assert copy.document.get(Measure, "m").owner_role == "Netz"
    assert (copy.people, copy.counted, copy.dropped, copy.pictures) == (5, 1, 1, 1)
    check_changed(copy.document, [record.id for record in copy.document])


def test_single_ratings_become_counts_where_enough_people_answered() -> None:
    copy = without_people(DOCUMENT).document
    (counts,) = copy.all(SurveyCounts)
    assert counts.pairs == {"6|3": 2, "5|5": 1, "-|4": 1, "2|2": 1}
    (group,) = copy.all(TouchpointRatings)
    assert group.expectation == {"group": 5} and not group.experience and not group.word
    assert copy.get(Workshop, "w").headcount == 2


def test_the_figures_of_the_sample_stay_the_same_without_names() -> None:
    document = sample("lindenfurt", "en").document
    copy = without_people(document).document
    for round_ in document.all(Round):
        for ratings in document.having(TouchpointRatings, "round", round_.id):
            alone = [v for v in ratings.experience if v != "group"]
            if len(alone) < round_.minimum_group or "group" in ratings.experience:
                continue
            after = [c for c in copy.having(SurveyCounts, "round", round_.id) if c.touchpoint == ratings.touchpoint]
            mine = answers([ratings], [], round_.scale).tables["experience"].counts
            assert answers([], after, round_.scale).tables["experience"].counts == mine
    assert not copy.all(Participant)


def test_everything_that_may_name_somebody_is_listed() -> None:
    found = {(kind.__name__, field) for _, kind, field, _ in named_in(DOCUMENT)}
    assert {("Participant", "name"), ("Measure", "owner_name"), ("Note", "source")} <= found
    assert ("Picture", "alternative_text") in found


def test_everything_listed_has_words_for_the_page() -> None:
    """Whatever kind of record may name somebody: the page has a heading and a name of the field for it."""
    for kinds in (NAMING, TO_CHECK):
        for kind, fields in kinds.items():
            assert RECORDS[kind.__name__].many
            assert all(FIELDS[kind.__name__, field].label for field in fields)
    found = {(kind.__name__, field) for _, kind, field, _ in named_in(WHOLE)}
    assert {(k.__name__, f) for kinds in (NAMING, TO_CHECK) for k, fields in kinds.items() for f in fields} == found
