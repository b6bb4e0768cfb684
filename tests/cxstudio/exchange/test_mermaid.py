"""Mermaid journeys in and out: odd lines are named and repaired only when accepted, nothing is invented."""

import unicodedata
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.errors import UserError
from cxstudio.exchange.mermaid.mermaid_export import export_mermaid
from cxstudio.exchange.mermaid.mermaid_grammar import NotAJourney, js_number, parse
from cxstudio.exchange.mermaid.mermaid_import import LINE_BREAKS
from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.readers import read, read_request
from cxstudio.model import (
    GROUP_VOICE,
    PROJECT_ID,
    Document,
    FrozenMap,
    Journey,
    Note,
    Participant,
    Project,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import NoteKind, RoundKind
from cxstudio.store.order import keys_between
from cxstudio.wording import texts
from tests.examples import examples

EN = texts("en")


def plan_of(text: str, *accepted: str) -> ImportPlan:
    plan = read(text=text, reader="mermaid", language="en")
    request = plan.request
    for repair in accepted:
        request = request.deciding(repair, True)
    return read_request(request) if accepted else plan


def contents(document: Document) -> object:
    """What a journey says, without ids."""
    journey = document.all(Journey)[0]
    names = {p.id: p.name for p in document.all(Participant)}
    return (
        journey.title,
        sorted((n.theme, n.text) for n in document.having(Note, "about", journey.id)),
        [
            (
                stage.name,
                [
                    (
                        point.name,
                        sorted(
                            (names.get(voice, voice), value)
                            for ratings in document.having(TouchpointRatings, "touchpoint", point.id)
                            for voice, value in ratings.experience.items()
                        ),
                    )
                    for point in document.touchpoints(stage.id)
                ],
            )
            for stage in document.stages(journey.id)
        ],
    )


def test_sections_scores_and_actors_become_stages_experience_and_participants() -> None:
    plan = plan_of("journey\n title Moving\n section Sign up\n Form: 2: Ann, Ben\n Call: 4: Ben\n section Stay\n")
    document = plan.document()
    assert contents(document) == (
        "Moving",
        [],
        [("Sign up", [("Form", [("Ann", 2), ("Ben", 2)]), ("Call", [("Ben", 4)])]), ("Stay", [])],
    )
    (round_,) = document.all(Round)
    assert (round_.scale, round_.kind) == (5, RoundKind.DISCUSSION)
    assert document.project.scale == 5 and not plan.left_out and not plan.repairs
    assert round_figures(document, round_.id).touchpoints[0].experience is not None


def test_without_actors_the_score_is_the_groups() -> None:
    document = plan_of("journey\n Form: 2").document()
    assert document.all(Round)[0].kind is RoundKind.GROUP
    assert dict(document.all(TouchpointRatings)[0].experience) == {GROUP_VOICE: 2}
    assert document.all(Stage)[0].name == ""


def test_nothing_rated_makes_no_round() -> None:
    assert not plan_of("journey\n title Only a plan\n section A\n").document().all(Round)


@pytest.mark.parametrize(
    ("line", "repair", "name", "score", "people"),
    [
        ("Push at 08:00, tea: 5: Phone", "colon:2", "Push at 08:00, tea", 5, ["Phone"]),
        ("Push at 08:00: 5: Phone", "colon:2", "Push at 08:00", 5, ["Phone"]),
        ("Report: trends: 4: App", "colon:2", "Report: trends", 4, ["App"]),
        ("Make tea: Me: 5", "order:2", "Make tea", 5, ["Me"]),
        ("Make tea: 9: Me", "score:2", "Make tea", 5, ["Me"]),
        ("Make tea: 0: Me", "score:2", "Make tea", None, ["Me"]),
        ("Make tea: 3.5: Me", "score:2", "Make tea", 4, ["Me"]),
        ("Make tea: Infinity: Me", "score:2", "Make tea", 5, ["Me"]),
    ],
)
def test_an_odd_line_is_named_and_repaired_when_accepted(
    line: str, repair: str, name: str, score: int, people: list[str]
) -> None:
    plan = plan_of(f"journey\n {line}\n Other: 3: Zoe\n")
    (proposed,) = plan.repairs
    assert proposed.id == repair and not proposed.accepted
    assert proposed.said(EN).startswith("Line 2: ")
    assert any(entry.said(EN).startswith("Line 2: ") for entry in plan.left_out) or "08" in line
    before = next(r for r in plan.records if isinstance(r, TouchpointRatings))
    if "08:00:" not in line:
        assert set(before.experience.values()) <= {None}
    repaired = plan_of(f"journey\n {line}\n Other: 3: Zoe\n", repair).document()
    assert contents(repaired) == ("", [], [("", [(name, [(p, score) for p in people]), ("Other", [("Zoe", 3)])])])


def test_actor_and_task_swapped() -> None:
    text = "journey\n Customer: 3: Reads the site\n Clerk: 2: Takes the call\n Customer: 5: Signs\n Clerk: 4: Waves\n"
    plan = plan_of(text)
    assert [r.id for r in plan.repairs] == ["swap:2", "swap:3", "swap:4", "swap:5"]
    repaired = plan_of(text, *(r.id for r in plan.repairs)).document()
    assert [t.name for t in repaired.all(Touchpoint)] == ["Reads the site", "Takes the call", "Signs", "Waves"]
    assert {p.name for p in repaired.all(Participant)} == {"Customer", "Clerk"}


def test_a_line_that_is_no_score_can_be_left_out() -> None:
    text = "journey\n Form: [Score]: Me\n Call: 3: Me"
    assert len(plan_of(text).document().all(Touchpoint)) == 2
    assert len(plan_of(text, "line:2").document().all(Touchpoint)) == 1


def test_html_line_breaks_are_kept_unless_accepted() -> None:
    text = "journey\n section Go<br>out\n Make<br/>tea: 5: Me<br>Too"
    assert plan_of(text).document().all(Touchpoint)[0].name == "Make<br/>tea"
    document = plan_of(text, LINE_BREAKS).document()
    assert document.all(Touchpoint)[0].name == "Make tea"
    assert document.all(Stage)[0].name == "Go out" and document.all(Participant)[0].name == "Me Too"


def test_texts_for_screen_readers_are_kept_as_notes() -> None:
    document = plan_of("journey\n accTitle: Short\n accDescr {\n two\n lines\n }\n A: 3: Me").document()
    assert {(n.theme, n.text) for n in document.all(Note)} == {("accTitle", "Short"), ("accDescr", "two\nlines")}
    assert document.all(Journey)[0].title == "Short"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("flowchart TD\n a-->b", 1),
        ("journey\n section A:B\n", 2),
        ("journey\n Do #1: 3: Me\n", 2),
        ("journey\n\n%% a comment\n Do work\n", 4),
        ("journey\n Do: 3: Me; You", 2),
        ("Journey\n Do: 3", 1),
        ("journeys\n Do: 3", 1),
        ("journey\n accDescr { open", 2),
        ("---\ntitle: a: b\n---\njourney\n Do: 3", 2),
    ],
)
def test_what_mermaid_refuses_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(NotAJourney) as found:
        parse(text)
    assert found.value.line == line
    with pytest.raises(UserError) as told:
        plan_of(text)
    assert str(line) in str(told.value)


@pytest.mark.parametrize(
    "text",
    [
        "  journey\n    Do: 3: Me",
        "---\ntitle: Front\n---\njourney\n Do: 3",
        "%%{init: {'theme': 'base'}}%%\njourney\n Do: 3",
        "%% note\njourney\n %% another\n Do: 3: Me # why",
        "journey Do: 3",
        "journey\r\n Do: 3: Me\r\n",
        "\n\njourney\n TITLE Loud\n SECTION A\n Do: 3",
        "journey\n accDescr {}\n Do: 0x3",
    ],
)
def test_what_mermaid_accepts(text: str) -> None:
    assert parse(text).tasks[0].score == 3


def test_front_matter_gives_the_title_unless_the_text_does() -> None:
    assert parse('---\ntitle: "Front: matter"\n---\njourney\n Do: 3').title == "Front: matter"
    assert parse("---\ntitle: Front\n---\njourney\n title Own\n Do: 3").title == "Own"


def test_numbers_as_javascript_reads_them() -> None:
    assert [js_number(t) for t in ("", " 5 ", "1e0", "0x5", ".5", "5.", "-Infinity")] == [
        0, 5, 1, 5, 0.5, 5, float("-inf"),
    ]  # fmt: skip
    assert all(js_number(t) != js_number(t) for t in ("5 points", "1_000", "５", "--1", "nan", "inf"))


def test_the_export_says_what_is_lost() -> None:
    plan = plan_of("journey\n title T\n section S\n A: 2: Ann, Ben\n B: 3: Ann")
    document = plan.document()
    ratings = document.all(TouchpointRatings)[0]
    ann, ben = document.all(Participant)
    point = document.all(Touchpoint)[0]
    changed = document.evolve(
        [
            ratings.model_copy(
                update={
                    "experience": FrozenMap({ann.id: 1, ben.id: 4}),
                    "expectation": FrozenMap({ann.id: 3}),
                    "emotion": FrozenMap({ann.id: 3}),
                }
            ),
            Note(id="quote", text="Well", kind=NoteKind.QUOTE, about=point.id),
            Touchpoint(id="more", stage=point.stage, name="No\nrating", promise="Fast", order="a9"),
        ]
    )
    exported = export_mermaid(changed, changed.all(Journey)[0].id)
    assert "A: 3: Ann, Ben" in exported.text and "No rating: 0" in exported.text
    said = " ".join(message.said(EN) for message in exported.lost)
    for part in ("rounded mean", "not rated", "one line", "Expectations", "Emotions", "details", "1 note"):
        assert part in said
    assert "Importance" not in said and "scale" not in said


def test_another_scale_is_told_and_mapped() -> None:
    document = plan_of("journey\n A: 5: Ann").document()
    round_ = document.all(Round)[0]
    ratings = document.all(TouchpointRatings)[0]
    (ann,) = document.all(Participant)
    seven = document.evolve(
        [
            round_.model_copy(update={"scale": 7}),
            ratings.model_copy(update={"experience": FrozenMap({ann.id: 7})}),
        ]
    )
    exported = export_mermaid(seven, seven.all(Journey)[0].id)
    assert "A: 5: Ann" in exported.text
    assert [m.said(EN) for m in exported.lost] == ["The scale 1–7 became Mermaid’s 1–5."]


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Zl", "Zp"]) | st.sampled_from(list("#;:%{}<>,&\"'-")),
    max_size=12,
).map(str.strip)
names = words.filter(bool) | st.sampled_from(
    [
        "journey",
        "title x",
        "section y",
        "accTitle: a",
        "accTitle",
        "accDescr",
        "title",
        "section",
        "accDescr {b",
        "%%{init}%%",
        "08:00",
        "#35;",
        "a<br>b",
        "---",
    ]
)


@st.composite
def journeys(draw: st.DrawFn) -> Document:
    """Journeys as an import makes them: one score per touchpoint, given by everybody named there."""
    people = draw(st.lists(names.filter(lambda n: "\xa0" not in n), unique=True, max_size=3))
    keys = keys_between(None, None, 9)
    records: list[Record] = [
        Project(id=PROJECT_ID),
        Journey(id="j", title=draw(words), shown_round="r"),
        Round(id="r", journey="j", scale=5, kind=RoundKind.DISCUSSION if people else RoundKind.GROUP),
        *(Participant(id=f"p{i}", name=name, order=keys[i]) for i, name in enumerate(people)),
    ]
    for i in range(draw(st.integers(1, 3))):
        records.append(Stage(id=f"s{i}", journey="j", name=draw(words | names), order=keys[i]))
        for k in range(draw(st.integers(0, 3))):
            point = Touchpoint(id=f"t{i}{k}", stage=f"s{i}", name=draw(words | names), order=keys[k])
            voices = draw(st.lists(st.sampled_from(range(len(people))), unique=True)) if people else []
            score = draw(st.integers(1, 5))
            answers = FrozenMap({f"p{v}": score for v in voices} or {GROUP_VOICE: score})
            records += [
                point,
                TouchpointRatings(id=f"r{i}{k}", round="r", touchpoint=point.id, experience=answers),
            ]
    return Document(records)


@settings(max_examples=examples(50))
@given(journeys())
def test_out_and_in_again_says_the_same(document: Document) -> None:
    exported = export_mermaid(document, "j")
    again = plan_of(exported.text).document()
    title, notes, stages = contents(document)  # type: ignore[misc]
    back_title, back_notes, back_stages = contents(again)  # type: ignore[misc]
    assert (back_title, back_notes) == (title, notes)
    assert list(without_empty_start(back_stages)) == list(without_empty_start(stages))


hostile = st.text(st.characters(categories=["Cc", "Cf", "Co", "Zl", "Zp", "Zs"]) | st.sampled_from("Tea"), max_size=8)


@settings(max_examples=examples(25))
@given(hostile, hostile, hostile, hostile)
def test_an_exported_file_is_read_again_whatever_its_texts_hold(
    tmp_path_factory: pytest.TempPathFactory, title: str, name: str, person: str, note: str
) -> None:
    exported = export_mermaid(
        Document(
            [
                Project(id=PROJECT_ID),
                Journey(id="j", title=title, shown_round="r"),
                Round(id="r", journey="j", scale=5),
                Participant(id="p", name=person),
                Stage(id="s", journey="j", name=name),
                Touchpoint(id="t", stage="s", name=name),
                TouchpointRatings(id="a", round="r", touchpoint="t", experience=FrozenMap({"p": 3})),
                Note(id="n1", about="j", theme="accTitle", text=note),
                Note(id="n2", about="j", theme="accDescr", text=note),
            ]
        ),
        "j",
    )
    path = tmp_path_factory.mktemp("exported") / "journey.mmd"
    path.write_bytes(exported.text.encode())
    again = read(path, language="en").document()
    (stage,), (point,) = again.all(Stage), again.all(Touchpoint)
    letters = [c for c in name if c in "Tea"]
    assert [c for c in stage.name if c in "Tea"] == [c for c in point.name if c in "Tea"] == letters
    assert [dict(r.experience).popitem()[1] for r in again.all(TouchpointRatings)] == [3]
    assert not {c for c in exported.text if unicodedata.category(c) == "Cc"} - {"\n", "\t"}


def without_empty_start(stages: list[tuple[str, list[object]]]) -> Iterator[object]:
    """First stages with neither name nor touchpoints mean nothing, and the very first cannot be written."""
    return dropwhile(lambda stage: stage == ("", []), stages)


def test_lost_parts_are_named_one_by_one() -> None:
    from cxstudio.catalogue.samples import sample

    document = sample("lindenfurt", "en").document
    journey = document.all(Journey)[0]
    exported = export_mermaid(document, journey.id, journey.shown_round)
    said = [message.said(EN) for message in exported.lost]
    for part in ("other round", "Expectations", "Emotions", "Importance", "details", "notes", "measures", "1–7"):
        assert any(part in sentence for sentence in said), part
    assert all(message.said(texts("de")) != message.said(EN) for message in exported.lost)
    again = plan_of(exported.text).document()
    assert [t.name for t in again.all(Touchpoint)] == [t.name for t in document.journey_touchpoints(journey.id)]


def test_a_line_that_looks_like_a_style_loses_its_last_semicolon() -> None:
    assert parse("journey\n style guide: 3: A:#b;\n").tasks[0].name == "style guide"
    with pytest.raises(NotAJourney):
        parse("journey\n guide: 3: A:#b; c;\n")


def test_entities_are_read_as_their_characters() -> None:
    journey = parse("journey\n title Cats #amp; dogs\n Tea #35;1 #quot;hot#quot; #58; #nosuch;: 3: A#44;B, C\n")
    assert journey.title == "Cats & dogs"
    assert journey.tasks[0].name == 'Tea #1 "hot" : #nosuch;'
    assert journey.tasks[0].people == ("A,B", "C")


def test_several_journeys_in_one_file_are_offered(tmp_path: Path) -> None:
    path = tmp_path / "doc.md"
    fence = "```mermaid\njourney\n  title {0}\n  section S\n    {0}: 3: Me\n```\n"
    path.write_text("# Doc\n" + fence.format("One") + "text\n" + fence.format("Two"), encoding="utf-8")
    plan = read(path)
    assert (plan.title, [repair.id for repair in plan.repairs]) == ("One", ["journey-2"])
    assert read_request(plan.request.deciding("journey-2", True)).title == "Two"
