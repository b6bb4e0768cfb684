"""The presentation: its steps, and that every slide can be read from the last row and shows nobody's name."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.catalogue.samples import sample
from cxstudio.edits import derive_journey, target_round
from cxstudio.layout.display.display_list import DisplayList, Rect, TextLine
from cxstudio.layout.slides import Step, StepKind, another_stage, cards_on, found_again, lay_out_slide, step_of, walk
from cxstudio.look.roles import Role
from cxstudio.model import (
    Document,
    FrozenMap,
    Id,
    Journey,
    Measure,
    Participant,
    Persona,
    Record,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
)
from cxstudio.model.kinds import RoundKind
from cxstudio.model.rounds import shown_round
from cxstudio.store import Store
from cxstudio.wording import texts
from tests.cxstudio.layout.generated import documents
from tests.examples import examples
from tests.unmeasured import unmeasured

SCREENS = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (2560, 1080), (1080, 1920), (640, 480)]
ALL_SCREENS = [
    *SCREENS[:2],
    *(pytest.param(*screen, marks=pytest.mark.torture) for screen in SCREENS[2:-2]),
    *SCREENS[-2:],
]
"""A usual, a large, an upright and a very small one; the others with the slow tests."""
LINDENFURT = sample("lindenfurt", "de").document
LARGE = sample("large", "en").document


def figures_of(document: Document, journey: Id) -> RoundFigures | None:
    shown = shown_round(document, journey)
    return round_figures(document, shown.id) if shown is not None else None


def journey_of(document: Document) -> Id:
    return document.all(Journey)[0].id


def slides(document: Document, width: float, height: float, language: str = "de") -> list[tuple[Step, DisplayList]]:
    journey = journey_of(document)
    figures = figures_of(document, journey)
    steps = walk(document, journey, cards_on(width, height))
    return [(s, lay_out_slide(document, journey, figures, texts(language), s, width, height)) for s in steps]


def lines_of(slide: DisplayList) -> list[tuple[float, float, TextLine]]:
    return [(p.x, p.y, i) for p in slide.flat() for i in p.group.items if isinstance(i, TextLine) and i.text.strip()]


def box(line: tuple[float, float, TextLine]) -> tuple[float, float, float, float]:
    x, y, text = line
    left, base = x + text.x, y + text.y
    return left, base - 0.7 * text.size, left + text.width, base + 0.2 * text.size


@unmeasured()
def check(slide: DisplayList, width: float, height: float) -> None:
    """Large enough, inside the screen, nothing over anything, no greys."""
    found = lines_of(slide)
    for line in found:
        left, top, right, bottom = box(line)
        assert line[2].size >= 0.018 * height, line[2].text
        assert line[2].role not in (Role.FAINT, Role.MUTED), line[2].text
        assert left >= -0.5 and right <= width + 0.5 and top >= 0 and bottom <= height, (line[2].text, box(line))
    for one, other in combinations(found, 2):
        a, b = box(one), box(other)
        apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5
        assert apart, (one[2].text, other[2].text)


# The walk


def test_the_sample_is_walked_stage_by_stage_touchpoint_by_touchpoint() -> None:
    steps = walk(LINDENFURT, journey_of(LINDENFURT))
    kinds = "".join(s.kind[0] for s in steps)
    assert kinds == "o" + "sttt" * 3 + "stt" * 2 + "st"
    shown = [s.touchpoint for s in steps if s.touchpoint is not None]
    assert shown == [t.id for t in LINDENFURT.journey_touchpoints(journey_of(LINDENFURT))]


@settings(max_examples=examples(60), deadline=None)
@given(documents(), st.integers(1, 7))
def test_every_touchpoint_is_shown_once_and_never_too_many_cards(document: Document, most: int) -> None:
    journey = journey_of(document)
    steps = walk(document, journey, most)
    assert [s.touchpoint for s in steps if s.touchpoint] == [t.id for t in document.journey_touchpoints(journey)]
    assert [i for s in steps if s.kind is StepKind.OVERVIEW for i in s.shown] == [
        s.id for s in document.stages(journey)
    ]
    assert all(len(s.shown) <= most for s in steps) and len({s.key for s in steps}) == len(steps)
    for step, following in pairwise(steps):
        if step.kind is StepKind.STAGE and step.shown:
            assert following.touchpoint == step.shown[0]


def test_pages_are_about_as_long() -> None:
    steps = walk(LARGE, journey_of(LARGE))
    for stage in LARGE.stages(journey_of(LARGE)):
        sizes = [len(s.shown) for s in steps if s.kind is StepKind.STAGE and s.stage == stage.id]
        assert max(sizes) <= 7 and max(sizes) - min(sizes) <= 1


def test_arrows_jump_from_stage_to_stage() -> None:
    steps = walk(LINDENFURT, journey_of(LINDENFURT))
    at, begun = 0, []
    while another_stage(steps, at, 1) != at:
        at = another_stage(steps, at, 1)
        begun.append(steps[at].stage)
    assert begun == [s.id for s in LINDENFURT.stages(journey_of(LINDENFURT))]
    assert another_stage(steps, 3, -1) == 1 and another_stage(steps, 1, -1) == 0 and another_stage(steps, 0, -1) == 0
    assert steps[step_of(steps, begun[2])].kind is StepKind.STAGE
    assert step_of(steps, None) == 0 and step_of(steps, "gone") == 0


@settings(max_examples=examples(80), deadline=None)
@given(documents(least=1), st.data())
def test_what_is_removed_leads_to_what_is_nearest(document: Document, data: st.DataObject) -> None:
    journey = journey_of(document)
    before = walk(document, journey)
    at = data.draw(st.integers(0, len(before) - 1))
    row = [t.id for t in document.journey_touchpoints(journey)]
    gone = set(data.draw(st.lists(st.sampled_from(row), unique=True)))
    after = walk(document.evolve(drop=gone), journey)
    now = after[found_again(before, at, after)]
    here = before[at]
    if here.touchpoint is None or here.touchpoint not in gone:
        assert now.key == here.key or (here.page and now.stage == here.stage)
        return
    left = [t.id for t in document.touchpoints(here.stage or "") if t.id not in gone]
    assert now.stage == here.stage
    assert (now.touchpoint in left) if left else now.kind is StepKind.STAGE


def test_a_stage_that_is_gone_leads_on() -> None:
    journey = journey_of(LINDENFURT)
    before = walk(LINDENFURT, journey)
    stages = LINDENFURT.stages(journey)
    dropped = [stages[1].id, *(t.id for t in LINDENFURT.touchpoints(stages[1].id))]
    after = walk(LINDENFURT.evolve(drop=dropped), journey)
    assert after[found_again(before, 6, after)].stage == stages[2].id
    assert found_again((), 0, after) == 0
    alone = walk(LINDENFURT.evolve(drop=[s.id for s in stages] + [t.id for t in LINDENFURT.all(Touchpoint)]), journey)
    assert found_again(before, 6, alone) == 0


# The slides


@pytest.mark.parametrize(("width", "height"), ALL_SCREENS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_can_be_read_on_every_screen(width: int, height: int, language: str) -> None:
    document = sample("lindenfurt", language).document
    for _, slide in slides(document, width, height, language):
        assert (slide.width, slide.height) == (width, height)
        check(slide, width, height)


def test_the_large_sample_can_be_read() -> None:
    for _, slide in slides(LARGE, 1920, 1080, "en")[:60]:
        check(slide, 1920, 1080)


@settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(documents(), st.sampled_from(SCREENS))
def test_awkward_journeys_can_be_read(document: Document, screen: tuple[int, int]) -> None:
    for _, slide in slides(document, *screen):
        check(slide, *screen)


@pytest.mark.parametrize(("width", "height"), ALL_SCREENS)
def test_at_most_seven_cards_and_three_lanes(width: int, height: int) -> None:
    for document in (LINDENFURT, LARGE):
        for step, slide in slides(document, width, height)[:50]:
            keys = [p.group.key.partition(":")[0] for p in slide.flat()]
            assert max(keys.count("card"), keys.count("stage"), keys.count("measure")) <= 7
            if step.kind is StepKind.STAGE:
                assert set(keys) <= {"ground", "head", "foot", "card", "pair", "emotion", "pairs", "hint"}


def test_neither_names_nor_money_stand_on_a_slide() -> None:
    named = [p.name for p in (*LINDENFURT.all(Participant), *LINDENFURT.all(Persona))]
    people = {part for name in named for part in name.split()} - {"und", "für"}
    owners = {m.owner_role for m in LINDENFURT.all(Measure)} | {m.owner_name for m in LINDENFURT.all(Measure)}
    owners |= {j.owner for j in LINDENFURT.all(Journey)}
    put = [m.model_copy(update={"owner_name": "Erika Muster", "cost_once": 987654.0}) for m in LINDENFURT.all(Measure)]
    document = LINDENFURT.evolve(put=put)
    said = "\n".join(line.text for _, slide in slides(document, 1920, 1080) for _, _, line in lines_of(slide))
    assert "Eine Ansprechperson je Umzug" in said
    for hidden in (people | owners | {"Erika", "Muster", "987.654", "€"}) - {"", None}:
        assert str(hidden) not in said, hidden


def test_a_touchpoint_shows_what_there_is_to_say() -> None:
    hotline = next(t for t in LINDENFURT.all(Touchpoint) if t.name.startswith("Hotline"))
    slide = next(s for step, s in slides(LINDENFURT, 1920, 1080) if step.touchpoint == hotline.id)
    said = " ".join(line.text for _, _, line in lines_of(slide))
    for part in (
        "Hotline",
        "Dreimal verbunden",
        "−3,6 enttäuschend",
        "erwartet 6,2",
        "erlebt 2,7",
        "Innensicht, n = 9",
    ):
        assert part in said
    fills = {i.fill for p in slide.flat() for i in p.group.items if isinstance(i, Rect)}
    assert Role.DISAPPOINTING_GROUND in fills


def words_of(slide: DisplayList) -> str:
    return " ".join(line.text for _, _, line in lines_of(slide))


def felt_apart(**values: int) -> Document:
    """A journey of three touchpoints with one value of emotion each."""
    records: list[Record] = [Journey(id="j", title="J"), Stage(id="s", journey="j", name="S"),
                             Round(id="r", journey="j", kind=RoundKind.SURVEY)]  # fmt: skip
    for number, (name, _) in enumerate(values.items()):
        records.append(Touchpoint(id=name, stage="s", name=name, order="abc"[number]))
    for name, hundredths in values.items():
        step, part = (1, hundredths) if hundredths >= 0 else (-1, -hundredths)
        counts = {str(2 * step): part, str(step): 100 - part}
        records.append(SurveyCounts(id=f"c{name}", round="r", touchpoint=name, emotion=FrozenMap(counts)))
    return Document(records)


def test_the_outermost_is_named_and_a_near_tie_is_no_superlative() -> None:
    tied = words_of(slides(felt_apart(One=80, Two=90, Three=-50), 1920, 1080)[0][1])
    assert "Einer der Höhepunkte: Two" in tied and "Höhepunkt:" not in tied
    apart = words_of(slides(felt_apart(One=10, Two=90, Three=-50), 1920, 1080)[0][1])
    assert "Höhepunkt: Two" in apart and "Tiefpunkt: Three" in apart


def test_targets_are_never_sold_as_what_was_experienced() -> None:
    store = Store(LINDENFURT)
    with store.transaction("derive") as draft:
        later = derive_journey(draft, journey_of(LINDENFURT))
        begun = {t.id: {"expectation": 5, "experience": 5} for t in draft.document.journey_touchpoints(later)}
        target_round(draft, later, begun)
    document = store.document
    figures = figures_of(document, later)
    for step in walk(document, later, cards_on(1920, 1080)):
        said = words_of(lay_out_slide(document, later, figures, texts("de"), step, 1920, 1080))
        assert "erlebt" not in said and "n = " not in said, said
        if step.kind is StepKind.TOUCHPOINT:
            assert "Ziel " in said and "Zielwerte" in said


def test_an_empty_journey_an_empty_stage_and_an_unrated_touchpoint_say_so() -> None:
    empty = Document([Journey(id="j", title="")])
    assert "Noch keine Phasen" in [line.text for _, _, line in lines_of(slides(empty, 1280, 720)[0][1])]
    bare = Document(
        [
            Journey(id="j", title="Neu"),
            Stage(id="s", journey="j", name=""),
            Stage(id="z", journey="j", name="Z", order="b"),
            Touchpoint(id="t", stage="z", name=""),
        ]  # fmt: skip
    )
    said = [[line.text for _, _, line in lines_of(slide)] for _, slide in slides(bare, 1280, 720)]
    assert "Noch keine Kontaktpunkte" in said[1] and "Noch nicht bewertet" in said[3]
    assert len(said) == 4


def test_a_long_name_is_whole_where_there_is_room() -> None:
    for step, slide in slides(LINDENFURT, 1280, 720):
        if step.kind is StepKind.STAGE:
            assert not any("…" in line.text for _, _, line in lines_of(slide))
