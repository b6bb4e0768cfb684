"""Compares a report's pages with the list in its file, and the list with what its project gives today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.documents.report.answer_counts import project_digest
from cxstudio.documents.report.figure_list import FigureList
from cxstudio.documents.report.making import figures_again
from cxstudio.documents.report.printed_figures import Figured
from cxstudio.documents.setting.page_numbers import page_reference
from cxstudio.documents.setting.printed_lines import PrintedLine, numbers
from cxstudio.documents.verification.counted_figures import from_counts
from cxstudio.documents.verification.pdf_reading import ReadReport, read_report
from cxstudio.model import Document
from cxstudio.wording import texts as texts_in

_MARK: Final = re.compile(r"\b[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}\b")
"""A check value in a footer: with the page's number beside it, it says nothing about the project."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One printed text whose number is not what it should be."""

    figure: Figured
    found: str
    """What stands on the page, or what the project gives; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found out about a report. `computed` counts texts that were worked out again and agree or differ."""

    listed: FigureList
    mark: str
    """The check value that is printed; empty where none is."""
    on_pages: tuple[tuple[PrintedLine, str], ...]
    """Lines that show other numbers than the list has for them, and what they show."""
    unlisted: tuple[tuple[int, str], ...]
    """Page and number of what stands on a page and not in the list."""
    differing: tuple[Difference, ...]
    computed: int
    open: tuple[Figured, ...]
    """What could not be computed from what was given."""
    project_changed: bool | None
    """None without a project."""

    @property
    def mark_agrees(self) -> bool:
        """Whether the printed check value is the list's."""
        return self.mark == self.listed.mark

    @property
    def agrees(self) -> bool:
        """Whether everything that could be checked agrees."""
        return self.mark_agrees and not (self.on_pages or self.unlisted or self.differing)


def verify(data: bytes, name: str, document: Document | None) -> Verified:
    """Check the report in the bytes of a file against its project, or alone. Raises UserError where it is none."""
    with read_report(data, name) as report:
        listed = report.listed
        on_pages = tuple(_on_pages(report))
        unlisted = tuple(_unlisted(report)) if not on_pages else ()
        mark = _printed_mark(report)
    if document is None:
        found = from_counts(listed)
        checked = [one for one in listed.figures if one.key in found]
        left = tuple(one for one in listed.figures if one.key not in found)
        return Verified(listed, mark, on_pages, unlisted, tuple(_differing(checked, found)), len(checked), left, None)
    found = {one.key: one.text for one in figures_again(document, listed.origin)}
    differing = (*_differing(listed.figures, found), *_missing_from(listed))
    changed = project_digest(document) != listed.origin.project
    return Verified(listed, mark, on_pages, unlisted, differing, len(listed.figures), (), changed)


def _on_pages(report: ReadReport) -> Iterator[tuple[PrintedLine, str]]:
    """Lines whose numbers are others on the page than in the list."""
    for line in report.listed.lines:
        shown = report.at(line)
        if Counter(_digits(shown)) != Counter(_digits(line.text)):
            yield line, " ".join(shown.split())


def _unlisted(report: ReadReport) -> Iterator[tuple[int, str]]:
    """Numbers on a page that no line of the list has."""
    for page in range(1, len(report.pages) + 1):
        listed = Counter(n for line in report.listed.lines if line.page == page for n in _digits(line.text))
        for number, many in (Counter(_digits(report.all_of(page))) - listed).items():
            yield from ((page, number) for _ in range(many))


def _digits(text: str) -> list[str]:
    """Numbers as bare as any reader of a PDF gives them: some lose the sign or glue words to it."""
    return [number.lstrip("+-\N{MINUS SIGN}") for number in numbers(text)]


def _printed_mark(report: ReadReport) -> str:
    """The check value of the first page's footer, as it stands there."""
    expected = report.listed.mark
    for line in report.listed.lines:
        if line.page == 1 and expected in line.text:
            return expected if expected in "".join(report.at(line).split()) else ""
    return ""


def _differing(figures: Sequence[Figured], found: Mapping[str, str]) -> Iterator[Difference]:
    for one in figures:
        if numbers(found.get(one.key, "")) != numbers(one.text):
            yield Difference(one, found.get(one.key, ""))


def _missing_from(listed: FigureList) -> Iterator[Difference]:
    """Numbers that stand on the list's lines and in none of its figures: somebody took an entry out.

    The number of a page something leads to says nothing about the project.
    """
    texts, last = texts_in(listed.origin.language), max((line.page for line in listed.lines), default=0)
    pages = {" ".join(page_reference(page, texts).split()) for page in range(1, last + 1)}
    known = {number for one in listed.figures for number in numbers(one.text)}
    known |= {number for one in listed.figures for number in _digits(one.text)}
    for line in listed.lines:
        loose = [n for n in numbers(line.text) if n not in known and n.lstrip("+-\N{MINUS SIGN}") not in known]
        if loose and line.text not in pages and not _MARK.search(line.text):
            yield Difference(Figured("", "", "", "", line.text), "")
