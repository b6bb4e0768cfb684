"""What we promise, and what those asked found: sentences with their source, and the promise of each touchpoint."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.statistics.promise_kept import PromiseFound, PromiseResult, promise_of, promises
from cxstudio.documents.content import Block, Cell, Column, Missing, Row, Section, Style, Table, Text, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Promise, Touchpoint
from cxstudio.wording import Texts
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.promise_sentences import balance_words, result_words


def content(material: Material) -> Section | Missing:
    """Sentences the company says first; then each touchpoint's promise, once anybody was asked about one."""
    journey, tr = material.journey, material.texts.tr
    found = promises(material.document, journey.id, material.figures) if journey is not None else ()
    balance = balance_words(found, material.texts)
    sentences = _sentences(material)
    if not balance and not sentences:
        return Missing()
    blocks: list[Block] = []
    if sentences:
        heads = (Column(tr("What we promise")), Column(tr("Where it says so"), 0.2), Column(tr("Touchpoint"), 0.22),
                 Column(tr("What they find"), 0.24))  # fmt: skip
        blocks.append(Table(heads, sentences))
    if balance:
        columns = (Column(tr("Touchpoint"), 0.24), Column(tr("What we promise")), Column(tr("What they find"), 0.3))
        blocks.append(Table(columns, tuple(_row(material, one) for one in found)))
    headline = balance or _unasked(sentences, found, material.texts)
    lead = tr("What the company says, and whether those asked found it kept.") if balance else ""
    return Section(headline, tuple(blocks), lead, short_basis(material))


def _unasked(sentences: Sequence[Row], found: Sequence[PromiseFound], texts: Texts) -> str:
    """That nobody was asked yet; no more than a name where so few answered that nothing may be said."""
    if any(one.n for one in found):
        return texts.tr("What we promise, what they find")
    return texts.trn(
        "{n} promise, and nobody was asked yet whether it is kept",
        "{n} promises, and nobody was asked yet whether they are kept",
        sum(bool(row.cells[0]) for row in sentences),
    )


def _sentences(material: Material) -> tuple[Row, ...]:
    """A row for each sentence and touchpoint of this journey; those without a touchpoint have one row, too."""
    here = {t.id for t in material.touchpoints}
    rows = []
    for promise in material.document.all(Promise):
        day = material.texts.date(promise.said_on) if promise.said_on is not None else ""
        where = ", ".join(part for part in (promise.source, day) if part)
        linked = [i for i in promise.touchpoints if i in here]
        if promise.touchpoints and not linked:
            continue
        for at, each in enumerate(linked or [None]):
            said: Cell = ()
            name = ""
            if each is not None:
                touchpoint = material.document.get(Touchpoint, each)
                name, said = touchpoint.name, _found(material, promise_of(material.document, touchpoint,
                                                                          material.figures))  # fmt: skip
            first = at == 0
            rows.append(Row((cell(promise.text if first else "", Style.STRONG), cell(where if first else ""),
                             cell(name), said), each))  # fmt: skip
    return tuple(rows)


def _found(material: Material, found: PromiseFound) -> Cell:
    role = Role.DISAPPOINTING_TEXT if found.result is PromiseResult.BROKEN else Role.INK
    return (Text(capital(result_words(found, material.texts)), Style.PLAIN, role),)


def _row(material: Material, found: PromiseFound) -> Row:
    touchpoint = material.document.get(Touchpoint, found.touchpoint)
    cells = (cell(touchpoint.name, Style.STRONG), cell(touchpoint.promise), _found(material, found))
    return Row(cells, touchpoint.id)
