"""Document → report: sections set one after the other, then written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cxstudio.documents.report import method
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import METHOD, chosen_sections
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.writing import write_pdf
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.palette import palette
from cxstudio.model import Document
from cxstudio.progress import Progress, silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital

_SETTING_SHARE = 0.5
"""Part of the work that is done when all pages are set."""


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report, and what its reader has to be told."""

    pdf: bytes
    notices: tuple[str, ...] = ()
    """Sentences in the report's language: characters no font here has."""
    pages: int = 0


def report_pdf(document: Document, assets: Mapping[str, bytes], language: str, *, progress: Progress = silent,
               fonts: FontBook | None = None) -> Report:  # fmt: skip
    """The report of a document. Raises whatever `progress` raises, and nothing has been written then.

    Pure: the same document gives the same bytes on one machine's fonts. Safe to run in another process.
    """
    project = document.project
    material = Material(document, assets, texts_in(language), fonts or font_book(), palette("print", project.accent))
    pages, notices = _pages(material, progress)
    tr = material.texts.tr
    feet = [tr("{page} of {pages}", page=place, pages=len(pages)) for place in range(1, len(pages) + 1)]
    journey = material.journey.title if material.journey else ""
    title = " · ".join(dict.fromkeys(part for part in (project.title, journey) if part)) or tr("Report")
    written = write_pdf(
        pages, feet, title=title, language=language, fonts=material.fonts, palette=material.palette, assets=assets,
        progress=lambda share, what: progress(_SETTING_SHARE + share * (1 - _SETTING_SHARE), what),
    )  # fmt: skip
    progress(1.0, "")
    return Report(written, notices, len(pages))


def _pages(material: Material, tell: Progress) -> tuple[list[Page], tuple[str, ...]]:
    """All pages, and the notices. The method note is set last: it repeats what could not be shown."""
    sections = chosen_sections(material)
    made: dict[str, list[Page]] = {}
    missing: list[str] = []
    for done, section in enumerate(s for s in sections if s.name != METHOD):
        tell(done / len(sections) * _SETTING_SHARE, section.title)
        why = section.missing(material)
        made[section.name] = [] if why else section.pages(material)
        missing += [why] if why else []
    set_so_far = [page for pages in made.values() for page in pages]
    notices = placeholder_notices(material.document, material.fonts, set_so_far, material.texts)
    made[METHOD] = method.pages(material, (*missing, *notices))
    pages = [page for section in sections for page in made[section.name]]
    about = _about(material)
    return [replace(p, note=" · ".join(part for part in (*about, p.note) if part)) for p in pages], notices


def _about(material: Material) -> tuple[str, str]:
    """Whose the report is and who may see it: what every footer says."""
    project = material.document.project
    secrecy = material.texts.tr(choice_label(project.confidentiality))
    return project.client or project.title, capital(secrecy)
