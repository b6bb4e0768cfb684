"""What we promise, and what those asked found: one row per promise that somebody was asked about."""

from __future__ import annotations

from cxstudio.analysis.statistics.promise_kept import PromiseFound, PromiseResult, promises
from cxstudio.documents.content import Column, Missing, Row, Section, Style, Table, Text, cell
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Touchpoint
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.promise_sentences import balance_words, result_words


def content(material: Material) -> Section | Missing:
    """Broken promises and those nobody was asked about stand there too, once anybody was asked about one."""
    journey, tr = material.journey, material.texts.tr
    found = promises(material.document, journey.id, material.figures) if journey is not None else ()
    balance = balance_words(found, material.texts)
    if not balance:
        return Missing()
    columns = (Column(tr("Touchpoint"), 0.24), Column(tr("What we promise")), Column(tr("What they find"), 0.3))
    rows = tuple(_row(material, one) for one in found)
    return Section(tr("What we promise, what they find"), (Table(columns, rows),), f"{balance}.", short_basis(material))


def _row(material: Material, found: PromiseFound) -> Row:
    touchpoint = material.document.get(Touchpoint, found.touchpoint)
    role = Role.DISAPPOINTING_TEXT if found.result is PromiseResult.BROKEN else Role.INK
    said = Text(capital(result_words(found, material.texts)), Style.PLAIN, role)
    return Row((cell(touchpoint.name, Style.STRONG), cell(touchpoint.promise), (said,)), touchpoint.id)
