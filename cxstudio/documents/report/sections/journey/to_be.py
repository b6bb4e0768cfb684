"""The to-be journey against the as-is: what is new, gone, moved or changed at each touchpoint."""

from __future__ import annotations

from cxstudio.analysis.comparison.as_is_to_be import Fate, Match, compare, pair_of
from cxstudio.documents.content import Column, Missing, Row, Section, Style, Table, Text, cell
from cxstudio.documents.report.material import Material
from cxstudio.look.roles import Role
from cxstudio.model import Touchpoint
from cxstudio.wording.findings.comparison_findings import change_lines, comparison_sentence, fate_words


def content(material: Material) -> Section | Missing:
    """One row per touchpoint that does not stay as it is; nothing without a to-be journey."""
    document, texts = material.document, material.texts
    pair = None if material.journey is None else pair_of(document, material.journey.id)
    if pair is None:
        return Missing()
    today, later = pair
    found = compare(document, today.id, later.id)
    rows = tuple(_row(material, match) for match in found.touchpoints if match.fate is not Fate.SAME)
    tr = texts.tr
    columns = (Column(tr("Touchpoint"), 0.26), Column(tr("To-be journey"), 0.14), Column(tr("What is different")))
    table = Table(columns, rows, empty=tr("Every touchpoint stays as it is."))
    lead = f"{today.title} → {later.title}" if today.title != later.title else tr("As-is journey against to-be journey")
    return Section(comparison_sentence(found, texts).removesuffix("."), (table,), lead)


def _row(material: Material, match: Match) -> Row:
    document, texts = material.document, material.texts
    record = document.find(match.later) or document.find(match.today)
    name = record.name if isinstance(record, Touchpoint) else ""
    lines = tuple(Text(line, Style.SMALL) for line in change_lines(document, match, texts))
    fate = cell(fate_words(match.fate, texts), role=Role.MUTED)
    return Row((cell(name, Style.STRONG), fate, lines), record.id if record else None)
