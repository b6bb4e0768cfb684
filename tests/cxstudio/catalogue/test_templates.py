"""Templates make whole projects in both languages; a project becomes a template without what was said in it."""

import pytest

from cxstudio.catalogue.covering import covered
from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.stages import proposed_stages
from cxstudio.catalogue.templates import EMPTY, Template, template_document, template_of, templates
from cxstudio.catalogue.touchpoints import built_in
from cxstudio.catalogue.vocabulary import INDUSTRIES
from cxstudio.edits import add_journey, remove_records, set_lane, start_round
from cxstudio.edits.journey.to_be import derive_journey
from cxstudio.edits.project import fit_project
from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.model import (
    Channel,
    Department,
    Document,
    ExpectationSource,
    Journey,
    LaneSetting,
    Persona,
    Project,
    Stage,
    Touchpoint,
)
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Store

WANTED = ["empty", "service", "b2b", "public", "energy", "telecom", "bank"]
ENTRY_IDS = {entry.id for entry in built_in()}


def test_the_templates_asked_for_are_there_the_empty_one_first() -> None:
    assert [template.id for template in templates()] == WANTED
    assert {t.industry for t in templates()} <= {"", *(i for i, _ in INDUSTRIES)}


@pytest.mark.parametrize("template", templates(), ids=lambda t: t.id)
def test_a_template_is_whole_in_both_languages(template: Template) -> None:
    words = [template.name, template.about, *(s.name for s in template.stages)]
    words += [w for p in template.personas for w in (p.name, p.facts, p.goals)] + [d.name for d in template.departments]
    if template.id != EMPTY:
        words += [stage.goal for stage in template.stages]
        assert template.touchpoints >= 25 and template.departments and template.personas
        assert all(stage.touchpoints for stage in template.stages)
    assert all(word.de.strip() and word.en.strip() for word in words)
    used = [entry for stage in template.stages for entry in stage.touchpoints]
    assert set(used) <= ENTRY_IDS
    assert len(used) == len(set(used))


OUTSIDE = {"talk", "advert"}
"""Channels nobody of the organisation is behind."""


@pytest.mark.parametrize("template", templates(), ids=lambda t: t.id)
def test_somebody_works_on_each_touchpoint_of_a_template(template: Template) -> None:
    document = template_document(template, "de")
    named = {d.name.de: set(d.touchpoints) for d in template.departments}
    used = {entry for stage in template.stages for entry in stage.touchpoints}
    assert all(ids and ids <= used for ids in named.values()), "no department stands there for nothing"
    channels = {entry.id: entry.channel for entry in built_in()}
    for touchpoint in document.all(Touchpoint):
        entry = touchpoint.catalogue_entry
        there = [document.get(Department, d).name for d in touchpoint.departments]
        assert there == [name for name, ids in named.items() if entry in ids]
        assert there or channels[entry] in OUTSIDE, entry


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("template", templates(), ids=lambda t: t.id)
def test_a_template_makes_a_project_that_is_written_and_read_again(template: Template, language: str) -> None:
    document = template_document(template, language)
    (journey,) = document.all(Journey)
    assert [s.name for s in document.stages(journey.id)] == [s.name.say(language) for s in template.stages]
    touchpoints = document.journey_touchpoints(journey.id)
    assert [t.catalogue_entry for t in touchpoints] == [e for s in template.stages for e in s.touchpoints]
    assert all(t.channels and t.contact for t in touchpoints)
    assert len(document.all(Persona)) == len(template.personas)
    assert len(document.all(ExpectationSource)) == 5 * len(template.personas)
    assert len(document.all(Department)) == len(template.departments)
    assert len({c.name for c in document.all(Channel)}) == len(document.all(Channel))
    assert document.project.language.value == language
    again = decode(encode(document))
    assert again.document == document and not again.problems
    assert set(covered(built_in(), touchpoints)) >= {e for s in template.stages for e in s.touchpoints}


def test_two_projects_of_one_template_share_no_ids_but_the_projects_own() -> None:
    first, second = (template_document(templates()[4], "de") for _ in range(2))
    assert {r.id for r in first} & {r.id for r in second} == {"project"}


def test_the_empty_template_is_the_proposal_of_before() -> None:
    for language in ("de", "en"):
        assert tuple(s.name.say(language) for s in templates()[0].stages) == proposed_stages(language)


# A project as a template


def rated() -> Document:
    store = Store(sample("lindenfurt", "de").document)
    with store.transaction("prepare") as draft:
        set_lane(draft, "journey1", LaneKind.IMPORTANCE, shown=True)
    return store.document


def test_only_the_structure_of_a_project_stays() -> None:
    before = rated()
    after = template_of(before)
    kinds = {type(record) for record in after}
    assert kinds == {
        Project, Journey, LaneSetting, Stage, Touchpoint, Channel, Department, Persona, ExpectationSource,
    }  # fmt: skip
    assert [t.name for t in after.journey_touchpoints("journey1")] == [
        t.name for t in before.journey_touchpoints("journey1")
    ]
    assert after.get(Touchpoint, "t08").departments == before.get(Touchpoint, "t08").departments
    assert after.get(LaneSetting, after.all(LaneSetting)[0].id).kind is LaneKind.IMPORTANCE


def test_a_to_be_journey_is_this_clients_plan_and_stays_behind() -> None:
    store = Store(rated())
    with store.transaction("derive") as draft:
        derive_journey(draft, "journey1", "Ziel")
    assert len(store.document.all(Journey)) > 1
    after = template_of(store.document)
    assert [j.id for j in after.all(Journey)] == ["journey1"]
    assert {s.journey for s in after.all(Stage)} == {"journey1"}
    assert len(after.all(Touchpoint)) == 14
    with store.transaction("only the plan is left") as draft:
        remove_records(draft, ["journey1"])
    left = template_of(store.document)
    assert left.all(Journey) and left.all(Touchpoint)


def test_nothing_anybody_said_is_left_in_the_bytes_of_a_template() -> None:
    before = rated()
    after = encode(template_of(before)).decode()
    assert "Lindenfurt" in encode(before).decode()
    for said in ("Lindenfurt", "Dreimal verbunden", "Leitung Kundenservice", "6.400", "2026", "212 Euro", "Umzugstag"):
        assert said not in after, said


def test_a_template_refers_to_nothing_that_is_gone() -> None:
    document = template_of(rated())
    store = Store(Document())
    with store.transaction("take over") as draft:
        draft.create_many(list(document))
    assert store.document == document
    assert document.get(Journey, "journey1").shown_round is None


# Making it one's own


def test_stages_are_renamed_reordered_added_and_taken_away() -> None:
    store = Store(template_document(templates()[4], "de"))
    journey = store.document.all(Journey)[0].id
    stages = store.document.stages(journey)
    wanted = [(stages[3].id, "Ankommen"), (None, "Neu"), (stages[0].id, stages[0].name)]
    gone = store.document.touchpoints(stages[1].id)[0].id
    with store.transaction("fit") as draft:
        fit_project(draft, journey, title="Umzug", persona="Jana Brandt", stages=wanted, begins="Mietvertrag")
    document = store.document
    assert [s.name for s in document.stages(journey)] == ["Ankommen", "Neu", stages[0].name]
    assert len(document.touchpoints(stages[3].id)) == 5
    assert gone not in document
    assert (document.project.title, document.project.begins) == ("Umzug", "Mietvertrag")
    made = document.get(Journey, journey)
    assert made.title == "Umzug"
    assert document.get(Persona, made.personas[0]).name == "Jana Brandt"
    assert document.all(Persona)[0].id == made.personas[0], "typed oneself, it stands first"


def test_a_journey_of_its_own_beside_the_fitted_one_stays() -> None:
    store = Store(template_document(templates()[1], "en"))
    with store.transaction("more") as draft:
        other = add_journey(draft, "Other")
        start_round(draft, other)
    first = store.document.all(Journey)[0].id
    with store.transaction("fit") as draft:
        fit_project(draft, first, title="New", stages=[])
    assert store.document.get(Journey, other).title == "Other"
    assert store.document.stages(first) == ()
