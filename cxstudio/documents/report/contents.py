"""What a whole report says, section by section, before anything sets it on pages, slides or a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxstudio.documents.content import FrontPage, Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.outdated import headline_notices, round_notices
from cxstudio.documents.report.section_table import METHOD, SECTIONS, SectionRow, chosen_sections, content_of
from cxstudio.documents.report.sections import method
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital


@dataclass(frozen=True, slots=True)
class Part:
    """One section that has something to say."""

    row: SectionRow
    content: Section | FrontPage


@dataclass(frozen=True, slots=True)
class Contents:
    """All sections that say something, in order, and sentences whoever hands the report on has to be told."""

    title: str
    parts: tuple[Part, ...]
    notices: tuple[str, ...]


def report_title(material: Material) -> str:
    """Project and journey."""
    journey = material.journey.title if material.journey else ""
    parts = (material.document.project.title, journey)
    return " · ".join(dict.fromkeys(part for part in parts if part)) or material.texts.tr("Report")


def report_contents(material: Material) -> Contents:
    """The sections asked for. Where nothing can be shown, the method note alone is the report."""
    rows = chosen_sections(material)
    missing: list[str] = []
    found: dict[str, Part] = {}
    for row in rows:
        if row.name == METHOD:
            continue
        content = content_of(row, rows, material)
        if isinstance(content, Missing):
            missing.append(content.reason)
        else:
            found[row.name] = Part(row, worded(material, row.name, content))
    notices = round_notices(material)
    note = worded(material, METHOD, method.content(material, (*filter(None, missing), *notices)))
    if any(row.name == METHOD for row in rows) or not found:
        found[METHOD] = Part(next(row for row in SECTIONS if row.name == METHOD), note)
    order = {row.name: place for place, row in enumerate(rows)}
    parts = sorted(found.values(), key=lambda part: order.get(part.row.name, len(order)))
    return Contents(report_title(material), tuple(parts), (*headline_notices(material), *notices))


def place_of(section: str) -> str:
    """What leads to a section."""
    return f"section:{section}"


def worded(material: Material, section: str, content: Section | FrontPage) -> Section | FrontPage:
    """With the headline and lead somebody wrote, and whose the report is and who may see it in every footer."""
    project = material.document.project
    secrecy = capital(material.texts.tr(choice_label(project.confidentiality)))
    note = " · ".join(part for part in (project.client or project.title, secrecy, content.note) if part)
    headline = material.own_headline(section) or content.headline
    if isinstance(content, FrontPage):
        return replace(content, headline=headline, note=note)
    again = material.texts.tr("{headline} (continued)", headline=content.again or headline)
    return replace(
        content,
        headline=headline,
        again=again,
        note=note,
        place=place_of(section),
        lead=material.own_headline(f"{section}_lead") or content.lead,
    )
