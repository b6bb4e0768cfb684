"""The project's brief and how one begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxstudio.edits.common import move_record, remove_records
from cxstudio.edits.journey.journey_edits import add_journey, add_stage, move_stage
from cxstudio.edits.people import add_told_persona
from cxstudio.model import PROJECT_ID, Headline, Id, Journey, Persona, Project, ReportSettings, Stage
from cxstudio.model.kinds import Language
from cxstudio.store import Draft

REPORT_ID: Id = "report"
PICTURES = "pictures"
"""The report's section of charts."""


def start_project(draft: Draft, *, title: str, persona: str = "", stages: Sequence[str] = (), **values: Any) -> Id:
    """A new project with one journey, its stages and, where one is told, its persona; returns the journey's id."""
    change_project(draft, title=title, **values)
    personas = (add_told_persona(draft, persona),) if persona.strip() else ()
    journey = add_journey(draft, title, personas=personas)
    for name in stages:
        add_stage(draft, journey, name)
    return journey


def fit_project(
    draft: Draft, journey: Id, *, title: str, persona: str = "", stages: Sequence[tuple[Id | None, str]], **values: Any
) -> None:
    """Make a project begun from a template somebody's own: title, persona, and the stages wanted, in this order.

    Stages are given as id and name, None for a new one; those not given go with their touchpoints.
    """
    change_project(draft, title=title, **values)
    draft.update(Journey, journey, title=title)
    if persona.strip():
        own = add_told_persona(draft, persona)
        move_record(draft, Persona, own, None)  # ahead of those the template brings
        draft.update(Journey, journey, personas=(own,))
    wanted = {stage for stage, _ in stages}
    remove_records(draft, [s.id for s in draft.document.stages(journey) if s.id not in wanted])
    after: Id | None = None
    for stage, name in stages:
        if stage is None:
            after = add_stage(draft, journey, name, after=after)
            continue
        if draft.get(Stage, stage).name != name:
            draft.update(Stage, stage, name=name)
        move_stage(draft, stage, after)
        after = stage


def change_project(draft: Draft, **values: Any) -> Project:
    """Write fields of the project's brief."""
    if PROJECT_ID not in draft.document:
        draft.create(Project(id=PROJECT_ID))
    return draft.update(Project, PROJECT_ID, **values)


def report_settings(draft: Draft, **values: Any) -> ReportSettings:
    """Write what the report holds and asks for."""
    if REPORT_ID not in draft.document:
        draft.create(ReportSettings(id=REPORT_ID))
    return draft.update(ReportSettings, REPORT_ID, **values)


def put_picture(draft: Draft, entry: str, printed: bool = True) -> None:
    """Print a chart in the report, after those already there, or no longer."""
    now = report_settings(draft)
    others = tuple(known for known in now.pictures if known != entry)
    sections = now.sections
    if printed and sections and PICTURES not in sections:
        sections = (*sections, PICTURES)
    report_settings(draft, pictures=(*others, entry) if printed else others, sections=sections)


def write_headline(draft: Draft, section: str, language: Language, text: str, written_from: str) -> None:
    """Write a section's headline in place of the program's own; without text that one is printed again."""
    known = [h for h in draft.document.all(Headline) if (h.section, h.language) == (section, language)]
    if not text.strip():
        draft.remove_many([h.id for h in known])
    elif known:
        draft.update(Headline, known[0].id, text=text.strip(), written_from=written_from)
    else:
        draft.create(Headline(id=draft.new_id(), section=section, language=language, text=text.strip(),
                              written_from=written_from))  # fmt: skip
