"""The sections of a report: one row and one module each, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.documents.content import FrontPage, Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import (
    control,
    critical,
    deltas,
    ideas,
    map_pages,
    measures,
    method,
    money,
    notes,
    page_one,
    pictures,
    promises,
    schedule,
    views,
)
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording import N_

Content = Callable[[Material], Section | FrontPage | Missing]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section: its name in settings and headlines, what it is called, and what it says."""

    name: str
    title: str
    """Message id."""
    content: Content
    presets: tuple[ReportPreset, ...] = tuple(ReportPreset)
    """Where it is printed when nobody chose the sections."""


METHOD: Final = "method"
SECTIONS: Final = (
    SectionRow("decision", N_("Decision paper"), page_one.content),
    SectionRow("map", N_("Map"), map_pages.content),
    SectionRow("deltas", N_("Delta"), deltas.content),
    SectionRow("views", N_("Compare views"), views.content),
    SectionRow("pictures", N_("Charts"), pictures.content),
    SectionRow("critical", N_("Critical touchpoints"), critical.content),
    SectionRow("promises", N_("What we promise, what they find"), promises.content),
    SectionRow("ideas", N_("Ideas and votes"), ideas.content),
    SectionRow("measures", N_("Measures"), measures.content),
    SectionRow("money", N_("What it costs, what it brings"), money.content),
    SectionRow(
        "schedule",
        N_("Schedule, impact and effort"),
        schedule.content,
        (ReportPreset.MANAGEMENT, ReportPreset.DOCUMENTATION),
    ),
    SectionRow("control", N_("Looking back"), control.content),
    SectionRow("notes", N_("Customer quotes, hurdles and opportunities"), notes.content, (ReportPreset.DOCUMENTATION,)),
    SectionRow(METHOD, N_("Method note"), method.content),
)
_BY_NAME: Final = {row.name: row for row in SECTIONS}


def chosen_sections(material: Material) -> tuple[SectionRow, ...]:
    """The sections asked for, in order; the preset's own where none of them is known. Unknown names are left out."""
    settings = material.settings
    asked = tuple(_BY_NAME[name] for name in settings.sections if name in _BY_NAME)
    return asked or tuple(row for row in SECTIONS if settings.preset in row.presets)
