"""The sections of a report: one row and one file each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.documents.report import critical, deltas, map_pages, measures, method, notes, page_one, pictures
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.sheet import Page
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording import N_

Pages = Callable[[Material], list[Page]]


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name in settings and headlines, what it is called, and what sets its pages.

    `missing` says why there is nothing to show; the section then has no pages and the method note says so.
    """

    name: str
    title: str
    pages: Pages
    missing: Callable[[Material], str] = lambda _: ""


METHOD: Final = "method"
SECTIONS: Final = (
    Section("decision", N_("Decision paper"), page_one.pages),
    Section("map", N_("Map"), map_pages.pages, map_pages.missing),
    Section("deltas", N_("Delta"), deltas.pages, deltas.missing),
    Section("pictures", N_("Pictures of the figures"), pictures.pages),
    Section("critical", N_("Critical touchpoints"), critical.pages, critical.missing),
    Section("measures", N_("Measures"), measures.pages, measures.missing),
    Section("notes", N_("Voices, hurdles and opportunities"), notes.pages),
    Section(METHOD, N_("Method note"), method.pages),
)
BY_NAME: Final = {section.name: section for section in SECTIONS}

PRESETS: Final = {
    ReportPreset.DECISION: ("decision", "map", "deltas", "pictures", "critical", "measures", "method"),
    ReportPreset.MANAGEMENT: ("decision", "map", "deltas", "pictures", "critical", "measures", "method"),
    ReportPreset.DOCUMENTATION: ("decision", "map", "deltas", "pictures", "critical", "measures", "notes", "method"),
}


def chosen_sections(material: Material) -> tuple[Section, ...]:
    """The sections asked for, in order; the preset's own where nobody chose. Unknown names are left out."""
    wanted = material.settings.sections or PRESETS[material.settings.preset]
    return tuple(BY_NAME[name] for name in wanted if name in BY_NAME)
