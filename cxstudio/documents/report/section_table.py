"""The sections of a report: one row and one module each, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.documents.content import FrontPage, Heading, Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import (
    basics,
    critical,
    empathy,
    experience,
    glossary,
    ideas,
    list_of_contents,
    measures,
    method,
    money,
    notes,
    one_by_one,
    page_one,
    personas,
    promises,
    readiness,
    schedule,
    stakeholders,
    themes,
)
from cxstudio.documents.report.sections.charts import deltas, pictures, usual_charts, views
from cxstudio.documents.report.sections.journey import flow, map_pages, stages, to_be
from cxstudio.documents.report.sections.looking_back import control, followup, workshops
from cxstudio.model import ReportSettings
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording import N_

Content = Callable[[Material], Section | FrontPage | Missing]
_STATE: Final = (ReportPreset.DECISION, ReportPreset.MANAGEMENT, ReportPreset.DOCUMENTATION)
"""Presets that tell how things stand, rather than what became of them."""
_WHOLE: Final = (ReportPreset.DOCUMENTATION,)
MOST_PAGES: Final = {ReportPreset.DECISION: 8, ReportPreset.MANAGEMENT: 8}
"""Pages a preset has at most; those that are not here have as many as they take."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section: its name in settings and headlines, what it is called, and what it says."""

    name: str
    title: str
    """Message id."""
    content: Content
    presets: tuple[ReportPreset, ...] = tuple(ReportPreset)
    """Where it is printed when nobody chose the sections."""
    rank: int = 5
    """Where a preset has no room for all of them, the highest ranks are left out first; below 2 none is."""


MEASURES: Final = "measures"
MONEY: Final = "money"
METHOD: Final = "method"
GLOSSARY: Final = "glossary"
CONTENTS: Final = "contents"
_LOOKING_BACK: Final = ("followup", "control")
"""What a report on the measures begins with."""
SECTIONS: Final = (
    SectionRow("decision", N_("Decision paper"), page_one.content, _STATE, 0),
    SectionRow("followup", N_("Follow-up"), followup.content, (ReportPreset.CONTROL,), 0),
    SectionRow(CONTENTS, N_("Contents"), list_of_contents.content, _WHOLE),
    SectionRow("personas", N_("Personas"), personas.content, _WHOLE),
    SectionRow("empathy", N_("Empathy map"), empathy.content, _WHOLE),
    SectionRow("stakeholders", N_("Stakeholder map"), stakeholders.content, _WHOLE),
    SectionRow("readiness", N_("Readiness check"), readiness.content, rank=1),
    SectionRow("map", N_("Map"), map_pages.content, _STATE, 3),
    SectionRow("to_be", N_("To-be journey"), to_be.content, (ReportPreset.MANAGEMENT, ReportPreset.DOCUMENTATION), 6),
    SectionRow("deltas", N_("Delta"), deltas.content, _STATE, 6),
    SectionRow("experience", N_("Experience"), experience.content, _STATE, 3),
    SectionRow("flow", N_("Paths and handovers"), flow.content, _STATE, 4),
    SectionRow("stages", N_("Stages"), stages.content, _STATE, 7),
    SectionRow("views", N_("Compare views"), views.content, rank=4),
    SectionRow("distribution", N_("Distribution and agreement"), usual_charts.distribution, _WHOLE),
    SectionRow("profile", N_("Experience kinds"), usual_charts.profile, _WHOLE),
    SectionRow("kano", N_("Kano"), usual_charts.kano, _STATE, 5),
    SectionRow("pictures", N_("Charts"), pictures.content, rank=1),
    SectionRow("critical", N_("Critical touchpoints"), critical.content, _STATE, 3),
    SectionRow("one_by_one", N_("Critical touchpoints one by one"), one_by_one.content, _WHOLE),
    SectionRow("basics", N_("Basics first"), basics.content, _WHOLE),
    SectionRow("promises", N_("What we promise, what they find"), promises.content, _STATE, 7),
    SectionRow("ideas", N_("Ideas and votes"), ideas.content, _WHOLE),
    SectionRow(MEASURES, N_("Measures"), measures.content, rank=2),
    SectionRow(
        MONEY,
        N_("What it costs, what it brings"),
        money.content,
        (ReportPreset.DECISION, ReportPreset.DOCUMENTATION, ReportPreset.CONTROL),
        4,
    ),
    SectionRow(
        "schedule",
        N_("Schedule, impact and effort"),
        schedule.content,
        (ReportPreset.MANAGEMENT, ReportPreset.DOCUMENTATION, ReportPreset.CONTROL),
        5,
    ),
    SectionRow("control", N_("Looking back"), control.content, rank=4),
    SectionRow("workshops", N_("Workshop record"), workshops.content, _WHOLE),
    SectionRow("notes", N_("Customer quotes, hurdles and opportunities"), notes.content, _WHOLE),
    SectionRow("themes", N_("Topics"), themes.content, _WHOLE),
    SectionRow(METHOD, N_("Method note"), method.content, rank=0),
    SectionRow(GLOSSARY, N_("Glossary"), glossary.content, _WHOLE),
)
_BY_NAME: Final = {row.name: row for row in SECTIONS}


def chosen_sections(material: Material) -> tuple[SectionRow, ...]:
    """The sections asked for, in order; the preset's own where none of them is known. Unknown names are left out."""
    settings = material.settings
    asked = tuple(_BY_NAME[name] for name in settings.sections if name in _BY_NAME)
    return asked or preset_sections(settings.preset)


def preset_sections(preset: ReportPreset) -> tuple[SectionRow, ...]:
    """The sections a preset prints, in order."""
    rows = [row for row in SECTIONS if preset in row.presets]
    if preset is ReportPreset.CONTROL:
        rows.sort(key=lambda row: row.name not in _LOOKING_BACK)
    return tuple(rows)


def content_of(row: SectionRow, rows: Sequence[SectionRow], material: Material) -> Section | FrontPage | Missing:
    """What a section says. In a preset's own short report on many touchpoints cost and benefit follow the measures.

    There both are short, and two pages half empty are none the wiser.
    """
    content = row.content(material)
    names = [each.name for each in rows]
    if material.most is None or material.settings.sections or not {MEASURES, MONEY} <= set(names):
        return content
    if row.name == MONEY and isinstance(_BY_NAME[MEASURES].content(material), Section):
        return Missing()
    if row.name == MEASURES and isinstance(content, Section):
        money = _BY_NAME[MONEY].content(material)
        return content if isinstance(money, Missing) else _followed(content, money, material)
    return content


def _followed(first: Section, then: Section | FrontPage, material: Material) -> Section:
    """One section with another one below it, under its headline."""
    if isinstance(then, FrontPage):
        return first
    headline = material.own_headline(MONEY) or then.headline
    return replace(first, blocks=(*first.blocks, Heading(headline), *then.blocks))


def too_many(rows: Sequence[SectionRow], pages: Mapping[str, int], settings: ReportSettings) -> tuple[SectionRow, ...]:
    """Sections to leave out so that a preset keeps to its pages; none where somebody chose them.

    `pages` says how many each section takes. Of those of equal rank the one that takes most goes first.
    """
    most = None if settings.sections else MOST_PAGES.get(settings.preset)
    if most is None:
        return ()
    room = most - sum(pages.get(row.name, 0) for row in rows if row.rank < 2)
    left_out = []
    known = (row for row in rows if row.rank >= 2 and row.name in pages)
    for row in sorted(known, key=lambda row: (row.rank, pages[row.name])):
        if pages[row.name] <= room:
            room -= pages[row.name]
        else:
            left_out.append(row)
    return tuple(row for row in rows if row in left_out)
