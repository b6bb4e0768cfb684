"""The sections of a report: one row and one file each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.documents.report import critical, deltas, map_pages, measures, method, notes, page_one
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.sheet import Page
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording import N_

Remarks = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name in settings and headlines, what it is called, and what sets its pages."""

    name: str
    title: str
    pages: Callable[[Material, Remarks], list[Page]]


SECTIONS: Final = (
    Section("decision", N_("Decision paper"), lambda material, _: page_one.pages(material)),
    Section("map", N_("Map"), lambda material, _: map_pages.pages(material)),
    Section("deltas", N_("Delta"), lambda material, _: deltas.pages(material)),
    Section("critical", N_("Critical touchpoints"), lambda material, _: critical.pages(material)),
    Section("measures", N_("Measures"), lambda material, _: measures.pages(material)),
    Section("notes", N_("Voices, hurdles and opportunities"), lambda material, _: notes.pages(material)),
    Section("method", N_("Method note"), method.pages),
)
BY_NAME: Final = {section.name: section for section in SECTIONS}

PRESETS: Final = {
    ReportPreset.DECISION: ("decision", "map", "deltas", "critical", "measures", "method"),
    ReportPreset.MANAGEMENT: ("decision", "map", "deltas", "critical", "measures", "method"),
    ReportPreset.DOCUMENTATION: ("decision", "map", "deltas", "critical", "measures", "notes", "method"),
}


def chosen_sections(material: Material) -> tuple[Section, ...]:
    """The sections asked for, in order; the preset's own where nobody chose. Unknown names are left out."""
    wanted = material.settings.sections or PRESETS[material.settings.preset]
    return tuple(BY_NAME[name] for name in wanted if name in BY_NAME)
