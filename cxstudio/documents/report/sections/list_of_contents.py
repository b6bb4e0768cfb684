"""On which page each section begins, and what it finds. For paper: other forms of the report list their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.documents.content import Column, Missing, Row, Section, Spacing, Style, Table, Text, cell
from cxstudio.documents.report.material import Material

LEAST: Final = 5
"""Sections below which nobody looks for one in a list."""


def content(material: Material, sections: Sequence[tuple[str, str, str]] = ()) -> Section | Missing:
    """`sections` are those behind page one: message id of the name, headline, what leads there."""
    tr = material.texts.tr
    if len(sections) < LEAST:
        return Missing()
    rows = tuple(
        Row((cell(tr(name), Style.STRONG), cell(headline), (Text("", about=place),)))
        for name, headline, place in sections
    )
    columns = (Column(tr("Section"), 0.26), Column(tr("Headline")), Column(tr("Page"), 0.07, 1.0))
    return Section(tr("Contents"), (Table(columns, rows, spacing=Spacing.LIST),))
