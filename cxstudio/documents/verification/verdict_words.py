"""What verifying a report brought, in sentences: the verdict first, then each figure that differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cxstudio.documents.report.printed_figures import Figured
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.documents.verification.verifying import Verified
from cxstudio.plain_text import first_words
from cxstudio.wording import N_, Texts

MOST_NAMED: Final = 40
_MOST_LETTERS: Final = 160
_TITLES: Final = {row.name: row.title for row in SECTIONS}
_PARTS: Final = {
    "headline": N_("Headline"),
    "lead": N_("Lead"),
    "note": N_("Footer"),
    "drawing": N_("Drawing"),
    "text": N_("Text"),
    "title": N_("Title"),
    "heading": N_("Heading"),
    "about": N_("Title"),
    "views": N_("Compare views"),
    "decision": N_("Decision"),
}


def verdict_words(found: Verified, texts: Texts) -> tuple[str, ...]:
    """The verdict, whether the project has changed, and what differs; at most MOST_NAMED lines of each kind."""
    return (*_verdict(found, texts), *_changes(found, texts), *_not_checked(found, texts))


def _verdict(found: Verified, texts: Texts) -> Iterator[str]:
    tr = texts.tr
    if found.agrees:
        yield texts.trn("{n} printed text with figures was checked. It agrees.",
                        "{n} printed texts with figures were checked. All agree.", found.computed)  # fmt: skip
    else:
        yield tr("This report does not agree with what it should say.")
    yield tr("Check value: {mark}", mark=found.listed.mark)
    if not found.mark_agrees:
        yield tr("The list of figures within the file was changed: it does not belong to the check value on the pages.")
    if found.project_changed:
        yield tr("The project has changed since the report was made.")
    elif found.project_changed is not None:
        yield tr("The project has not changed since the report was made.")


def _changes(found: Verified, texts: Texts) -> Iterator[str]:
    tr = texts.tr
    for line, shown in found.on_pages[:MOST_NAMED]:
        said = texts.quoted(first_words(shown, _MOST_LETTERS)) if shown else "–"
        yield tr("Page {page}: shows {shown}, the file’s list has {listed}.", page=texts.number(line.page), shown=said,
                 listed=texts.quoted(first_words(line.text, _MOST_LETTERS)))  # fmt: skip
    for page, number in found.unlisted[:MOST_NAMED]:
        yield tr("Page {page}: {number} is not in the file’s list of figures.", page=texts.number(page), number=number)
    for one in found.differing[:MOST_NAMED]:
        place = _place(found, one.figure, texts)
        printed = texts.quoted(first_words(one.figure.text, _MOST_LETTERS))
        if one.found:
            now = texts.quoted(first_words(one.found, _MOST_LETTERS))
            yield tr("{place}: printed {printed}, computed {now}.", place=place, printed=printed, now=now)
        else:
            yield tr("{place}: printed {printed}, no longer in the report.", place=place, printed=printed)
    left = sum(max(0, len(each) - MOST_NAMED) for each in (found.on_pages, found.unlisted, found.differing))
    if left:
        yield texts.trn("{n} more difference.", "{n} more differences.", left)


def _place(found: Verified, figure: Figured, texts: Texts) -> str:
    """Section, touchpoint and figure: "Critical touchpoints, “Hotline”, Delta"."""
    about = found.listed.names.get(figure.about, "")
    part = texts.tr(_PARTS[figure.figure]) if figure.figure in _PARTS else figure.figure
    parts = (texts.tr(_TITLES.get(figure.section, "")), texts.quoted(about) if about else "", part)
    return ", ".join(filter(None, parts)) or texts.tr("Report")


def _not_checked(found: Verified, texts: Texts) -> Iterator[str]:
    if not found.open:
        return
    if not found.listed.counts:
        yield texts.tr("The file holds no counts of answers. Without the project only its pages and its list could be "
                       "compared.")  # fmt: skip
        return
    yield texts.trn(
        "{n} text could not be checked without the project: ranks and need for action, agreement, sentences, money "
        "and dates need more than counts of answers.",
        "{n} texts could not be checked without the project: ranks and need for action, agreement, sentences, money "
        "and dates need more than counts of answers.",
        len(found.open),
    )
