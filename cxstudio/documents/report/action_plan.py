"""The action plan as a document of its own: the report's table, one for each department."""

from __future__ import annotations

from dataclasses import replace

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.measures.plan_scope import PlanScope, by_department
from cxstudio.documents.content import Section
from cxstudio.documents.paper import USUAL, Paper
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.measures import measure_table
from cxstudio.documents.setting.flow import section_pages
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import UserError
from cxstudio.look.fonts import font_book
from cxstudio.model import Document
from cxstudio.progress import Progress, silent
from cxstudio.wording import N_
from cxstudio.wording import texts as texts_in
from cxstudio.wording.plan.measure_group_names import group_name


def plan_pdf(document: Document, language: str, scope: PlanScope | None = None, *, paper: Paper = USUAL,
             progress: Progress = silent) -> PdfFile:  # fmt: skip
    """The pages: owners as roles, names of people only where they were asked for. Raises UserError without measures."""
    scope, book = scope or PlanScope(), font_book()
    material = Material(document, texts_in(language))
    tr, groups = material.texts.tr, by_department(document, scope)
    if not groups:
        raise UserError(N_("There are no measures to export yet."), N_("Nothing was written."))
    names = [group_name(document, Grouping.DEPARTMENT, group.key, material.texts) for group in groups]
    tables = [measure_table(material, group.measures, names=scope.names) for group in groups]
    whole = scope.department is None
    about = tr("Action plan") if whole else names[0]
    count = material.texts.trn("{n} measure", "{n} measures", sum(len(group.measures) for group in groups))
    titled = tuple(replace(table, title=name if whole else "") for table, name in zip(tables, names, strict=True))
    lead = tr("Impact and effort: the team’s estimate, 1 to 7.")
    section = Section(tr("{name}: {count}", name=about, count=count), titled, lead, tr("Action plan"), about)
    pages = section_pages(section, paper, book)
    title = " · ".join(part for part in (tr("Action plan"), document.project.title) if part)
    notices = placeholder_notices(document, book, pages, material.texts)
    return write_pdf(pages, notices, paper, title=title, texts=material.texts, fonts=book,
                     author=document.project.client,
                     accent=document.project.accent, assets={}, progress=progress)  # fmt: skip
