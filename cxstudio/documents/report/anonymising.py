"""What somebody wants left out of a report, taken out of the document before anything is written from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxstudio.documents.chosen import report_settings
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.layout.display.display_list import TextLine
from cxstudio.model import Document, Journey, Measure, Note, Persona, Record
from cxstudio.model.kinds import Anonymised
from cxstudio.wording.texts import Texts


def anonymised(document: Document) -> Document:
    """The document without what the report's settings leave out; the same one where they leave out nothing."""
    left_out = report_settings(document).anonymised
    changed = list(_changed(document, frozenset(left_out)))
    return document.evolve(changed) if changed else document


def name_notices(document: Document, pages: Sequence[Sheet], texts: Texts) -> tuple[str, ...]:
    """One sentence where the client's name was to be left out and still stands in a text somebody wrote."""
    client = _flat(document.project.client)
    if not client or Anonymised.CLIENT not in report_settings(document).anonymised:
        return ()
    found = [str(place) for place, page in enumerate(pages, 1) if client in _words_of(page)]
    if not found:
        return ()
    return (texts.trn("The client’s name still stands on page {pages}, in a text somebody wrote.",
                      "The client’s name still stands on pages {pages}, in texts somebody wrote.", len(found),
                      pages=texts.listed(found)),)  # fmt: skip


def _changed(document: Document, left_out: frozenset[Anonymised]) -> Iterator[Record]:
    project = document.project
    if Anonymised.CLIENT in left_out and (project.client or project.logo):
        named = bool(project.client) and _flat(project.client) in _flat(project.title)
        yield project.model_copy(update={"client": "", "logo": "", "title": "" if named else project.title})
    if Anonymised.SOURCES in left_out:
        yield from (note.model_copy(update={"source": ""}) for note in document.all(Note) if note.source)
        yield from (one.model_copy(update={"source": ""}) for one in document.all(Persona) if one.source)
    if Anonymised.OWNERS in left_out:
        nobody = {"owner_role": "", "owner_name": "", "department": None, "contributing": ()}
        yield from (one.model_copy(update=nobody) for one in document.all(Measure))
        yield from (one.model_copy(update={"owner": ""}) for one in document.all(Journey) if one.owner)
        settings = report_settings(document)
        if settings.decision_by:
            yield settings.model_copy(update={"decision_by": ""})


def _words_of(page: Sheet) -> str:
    lines = (item for placed in page.drawn().flat() for item in placed.group.items if isinstance(item, TextLine))
    return _flat(" ".join((*(line.text for line in lines), page.note)))


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
