"""What both kinds of text have in common: the report's content with its day, and charts as tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxstudio.documents.content import Cell, Fact
from cxstudio.documents.report.anonymising import anonymised
from cxstudio.documents.report.contents import Contents, Part, report_contents
from cxstudio.documents.report.material import Material
from cxstudio.layout.charts.chart_values import ChartForm, ChartValues
from cxstudio.model import Document
from cxstudio.wording import Texts
from cxstudio.wording import texts as texts_in
from cxstudio.wording.fields.field_table import choice_label


@dataclass(frozen=True, slots=True)
class TextFile:
    """A finished text, and sentences whoever hands it on has to be told."""

    data: bytes
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainReport:
    """The report before it is written as text."""

    material: Material
    contents: Contents
    about: str
    """Whose it is, who may see it, of which day."""
    checked: str
    """The check value of its figures, as the PDF of the same day has it."""

    @property
    def texts(self) -> Texts:
        """The words of its language."""
        return self.material.texts

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its sections."""
        return self.contents.parts


def plain_report(document: Document, language: str, day: date | None = None) -> PlainReport:
    """The report in this language, of that day or today."""
    from cxstudio.documents.report.making import check_value  # pages take longer to load than a text to write

    named, document = document, anonymised(document)
    material = Material(document, texts_in(language), day or date.today())
    project, texts = document.project, material.texts
    secrecy = texts.tr(choice_label(project.confidentiality))
    about = " · ".join(part for part in (project.client, secrecy, texts.long_date(material.day)) if part)
    checked = texts.tr("Check value {mark}", mark=check_value(named, language, material.day))
    return PlainReport(material, report_contents(material), about, checked)


def cell_lines(cell: Cell) -> list[str]:
    """The texts of a cell, numbered ones with their number."""
    return [f"{part.number}. {part.text}" if part.number else part.text for part in cell if part.text or part.number]


def fact_lines(fact: Fact) -> list[str]:
    """What stands below a fact's label."""
    return [text for text in (fact.figure, fact.sentence or fact.unknown, fact.note) if text]


def chart_rows(values: ChartValues, texts: Texts) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows of the figures a chart shows."""
    if values.form is ChartForm.POINTS:
        (row,) = values.series
        pairs = zip(values.categories, row.across, row.values, strict=True)
        return (texts.tr("Touchpoint"), values.across, values.up), [
            (name, texts.number(x, 1), _number(y, values, texts)) for name, x, y in pairs
        ]
    heads = ("", *(row.name for row in values.series))
    return heads, [
        (name, *(_number(row.values[place], values, texts) for row in values.series))
        for place, name in enumerate(values.categories)
    ]


def _number(value: float | None, values: ChartValues, texts: Texts) -> str:
    if value is None:
        return "–"
    return texts.signed(value, values.decimals) if values.signed else texts.number(value, values.decimals)


def anchor(part: Part) -> str:
    """Where a section stands."""
    return f"section-{part.row.name}"
