"""Document → report: what the sections say is set on pages, one after the other, then written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from cxstudio.documents.chosen_paper import chosen_paper
from cxstudio.documents.content import FrontPage, Missing, Section
from cxstudio.documents.paper import Paper, paper_of
from cxstudio.documents.report.anonymising import anonymised, name_notices, pages_said
from cxstudio.documents.report.answer_counts import answer_counts, names_of, origin_of
from cxstudio.documents.report.contents import place_of, report_title, worded
from cxstudio.documents.report.figure_list import NAME, FigureList, mark_of
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.origin import Origin
from cxstudio.documents.report.outdated import headline_notices, round_notices
from cxstudio.documents.report.places import headline_places, moved
from cxstudio.documents.report.printed_figures import Figured, SectionPages, printed_figures
from cxstudio.documents.report.section_table import (
    CONTENTS,
    GLOSSARY,
    METHOD,
    SectionRow,
    chosen_sections,
    content_of,
    too_many,
)
from cxstudio.documents.report.sections import glossary, list_of_contents, method
from cxstudio.documents.setting.flow import section_pages
from cxstudio.documents.setting.front_page import front_page
from cxstudio.documents.setting.joining import joined
from cxstudio.documents.setting.missing import placeholder_notices, placeholder_warning
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.writing import Checked, HeadlinePlace, PdfFile, write_pdf
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document
from cxstudio.progress import Progress, silent
from cxstudio.wording import texts as texts_in

_SETTING_SHARE = 0.5
"""Part of the work that is done when all pages are set."""


Begun = Callable[[Sheet, Sequence[HeadlinePlace]], None]
First = Callable[[PdfFile], object]
"""Is given the first page, before the others are set."""


def report_pdf(document: Document, assets: Mapping[str, bytes], language: str, *, paper: Paper | None = None,
               progress: Progress = silent, fonts: FontBook | None = None,
               first: First | None = None, counts: bool = False) -> PdfFile:  # fmt: skip
    """The report of a document. Raises whatever `progress` raises, and nothing has been written then.

    On the paper the document's settings name, unless another one is given.
    `counts`: how many answered what at each touchpoint is within the file, where that may be shown.
    Pure: the same document gives the same bytes on one machine's fonts and day. Safe to run in another process.
    """
    named, document = document, anonymised(document)
    book, project, paper = fonts or font_book(), document.project, paper or chosen_paper(document)
    material = Material(document, texts_in(language))
    write = partial(write_pdf, paper=paper, title=report_title(material), texts=material.texts, fonts=book,
                    author=project.client, accent=project.accent, assets=assets, logo=project.logo)  # fmt: skip

    def begun(page: Sheet, place: Sequence[HeadlinePlace]) -> None:
        if first is not None:
            first(replace(write([page], (), progress=silent, numbered=False), headlines=tuple(place)))

    sections, places, notices = _sections(material, paper, book, progress, begun)
    figures = printed_figures(sections)
    shared = joined([page for section in sections for page in section.pages])
    pages, places = shared.pages, tuple(moved(place, shared.places) for place in places)
    listed = FigureList(origin_of(material, paper.size, named), figures, (), answer_counts(material) if counts else {},
                        names_of(document, figures))  # fmt: skip
    notices = (*notices, *name_notices(named, pages_said(pages), material.texts))
    written = write(
        pages, notices,
        progress=lambda share, what: progress(_SETTING_SHARE + share * (1 - _SETTING_SHARE), what),
        checked=Checked(listed.mark, NAME, lambda lines: replace(listed, lines=lines).encoded()),
    )  # fmt: skip
    progress(1.0, "")
    return replace(written, headlines=places)


def check_value(document: Document, language: str, day: date) -> str:
    """The check value the report as PDF has, in this language and of this day: the other forms of it say it, too."""
    material = Material(anonymised(document), texts_in(language), day)
    sections, _, _ = _sections(material, chosen_paper(document), font_book(), silent, lambda _, __: None)
    return mark_of(printed_figures(sections))


def figures_again(document: Document, origin: Origin) -> tuple[Figured, ...]:
    """What a report made in the same way prints today: its journey, round, sections, paper and day are those of then.

    Raises ValueError where the origin names what there is not.
    """
    material = Material(anonymised(document), texts_in(origin.language), origin.day, origin)
    sections, _, _ = _sections(material, paper_of(origin.size), font_book(), silent, lambda _, __: None)
    return printed_figures(sections)


def _sections(
    material: Material, paper: Paper, fonts: FontBook, tell: Progress, begun: Begun
) -> tuple[list[SectionPages], tuple[HeadlinePlace, ...], tuple[str, ...]]:
    """All sections on their pages, where their headlines stand, and the notices.

    The method note is set after what is missing, glossary and contents when all else is known.
    Where nothing of what was asked for can be shown, the note alone is the report: a file without a page opens nowhere.
    """
    rows = chosen_sections(material)
    made: dict[str, list[Sheet]] = {}
    told: dict[str, Section | FrontPage] = {}
    missing: list[str] = []
    for done, row in enumerate(r for r in rows if r.name not in (METHOD, GLOSSARY, CONTENTS)):
        tell(done / len(rows) * _SETTING_SHARE, row.title)
        content = content_of(row, rows, material)
        if isinstance(content, Missing):
            missing.append(content.reason)
        else:
            told[row.name] = worded(material, row.name, content)
            made[row.name] = _set(told[row.name], paper, fonts)
            if len(made) == 1 and rows[0].name != METHOD:
                begun(made[row.name][0], headline_places({row.name: made[row.name]}, told))
    note = method.content(material, tuple(filter(None, missing)))
    counted = {name: len(pages) for name, pages in made.items()}
    if METHOD in (row.name for row in rows):
        counted[METHOD] = len(_set(worded(material, METHOD, note), paper, fonts))
    left_out = too_many(rows, counted, material.settings)
    for gone in left_out:
        del made[gone.name]
    set_so_far = [page for pages in made.values() for page in pages]
    fontless = placeholder_notices(material.document, fonts, set_so_far, material.texts)
    notices = (*round_notices(material), *fontless)
    front = next((row.name for row in rows if row.name in made), None)
    if front is not None and fontless:
        told[front] = _warned(told[front], placeholder_warning(material.texts))
        made[front] = _set(told[front], paper, fonts)
    note = method.content(material, (*filter(None, missing), *notices), _left_out(material, left_out))
    told[METHOD] = worded(material, METHOD, note)
    made[METHOD] = _set(told[METHOD], paper, fonts)
    if GLOSSARY in (row.name for row in rows) and len(made) > 1:
        terms = glossary.content(material, _words(page for pages in made.values() for page in pages))
        if isinstance(terms, Section):
            told[GLOSSARY] = worded(material, GLOSSARY, terms)
            made[GLOSSARY] = _set(told[GLOSSARY], paper, fonts)
    if CONTENTS in (row.name for row in rows):
        parts = [(row.title, told[row.name].headline, place_of(row.name)) for row in rows
                 if row.name in made and isinstance(told[row.name], Section)]  # fmt: skip
        listed = list_of_contents.content(material, parts)
        if isinstance(listed, Section):
            told[CONTENTS] = worded(material, CONTENTS, listed)
            made[CONTENTS] = _set(told[CONTENTS], paper, fonts)
    printed = {row.name: made[row.name] for row in rows if row.name in made} or {METHOD: made[METHOD]}
    sections = [SectionPages(name, told[name], tuple(pages)) for name, pages in printed.items()]
    return sections, headline_places(printed, told), (*headline_notices(material), *notices)


def _words(pages: Iterable[Sheet]) -> str:
    """Everything that is written on pages."""
    return " ".join(said.text for page in pages for said in page.said())


def _warned(content: Section | FrontPage, said: str) -> Section | FrontPage:
    """The first page says what its reader may stumble over."""
    if isinstance(content, FrontPage):
        return replace(content, basis=replace(content.basis, sentence=f"{said} {content.basis.sentence}"))
    return replace(content, lead=f"{said} {content.lead}".strip())


def _left_out(material: Material, rows: Sequence[SectionRow]) -> str:
    """Says which sections a short report has no room for."""
    if not rows:
        return ""
    tr, texts = material.texts.tr, material.texts
    named = texts.listed([tr(row.title) for row in rows])
    return tr("This report is kept short. Only the documentation has: {sections}.", sections=named)


def _set(content: Section | FrontPage, paper: Paper, fonts: FontBook) -> list[Sheet]:
    """As large as costs no further page."""
    *larger, smallest = paper.each
    pages = _pages_of(content, smallest, fonts)
    tried = (_pages_of(content, sheet, fonts) for sheet in larger)
    return next((found for found in tried if len(found) == len(pages)), pages)


def _pages_of(content: Section | FrontPage, paper: Paper, fonts: FontBook) -> list[Sheet]:
    if isinstance(content, FrontPage):
        return [front_page(content, paper, fonts)]
    return section_pages(content, paper, fonts)
