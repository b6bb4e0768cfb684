"""The report as Markdown: headings, paragraphs, tables; charts as tables of their figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from cxstudio.documents.content import Column, Figure, FrontPage, Heading, Paragraph, Section, Table
from cxstudio.documents.text_report.plain_report import (
    PlainReport,
    TextFile,
    cell_lines,
    chart_rows,
    fact_lines,
    plain_report,
)
from cxstudio.model import Document
from cxstudio.plain_text import markdown_text


def report_markdown(document: Document, language: str, *, day: date | None = None) -> TextFile:
    """The whole report; what means something in Markdown is written so that it is read as text."""
    report = plain_report(document, language, day)
    lines = [f"# {markdown_text(report.contents.title)}", "", markdown_text(report.about), ""]
    for part in report.parts:
        lines += [f"## {markdown_text(part.content.headline)}", ""]
        lines += _front(part.content, report) if isinstance(part.content, FrontPage) else _section(part.content, report)
    lines += ["", f"*{markdown_text(report.checked)}*"]
    text = "\n".join(lines).rstrip("\n") + "\n"
    return TextFile(text.encode(), report.contents.notices)


def _front(page: FrontPage, report: PlainReport) -> Iterator[str]:
    yield from _paragraphs(page.views)
    decision = page.decision
    label = " ".join(part for part in (decision.label, decision.whom) if part)
    yield f"**{markdown_text(label)}:** {markdown_text(decision.request)}"
    yield ""
    for fact in (*decision.facts, *page.facts):
        yield f"- **{markdown_text(fact.label)}:** {markdown_text('; '.join(fact_lines(fact)))}"
    yield ""
    yield from _table(page.table)
    if page.strengths.points:
        yield f"**{markdown_text(page.strengths.title)}**"
        yield ""
        yield from (f"- {markdown_text(f'{name} {figure.text}')}" for name, figure in page.strengths.points)
        yield ""
    yield from _paragraphs(f"{page.basis.label}: {page.basis.sentence}", page.note)


def _section(section: Section, report: PlainReport) -> Iterator[str]:
    yield from _paragraphs(_lead(section))
    for block in section.blocks:
        match block:
            case Heading(text, _):
                yield f"### {markdown_text(text)}"
                yield ""
            case Paragraph(text, _):
                yield from _paragraphs(text)
            case Table():
                yield from _table(block)
            case Figure():
                yield from _figure(block, report)
    yield from _paragraphs(section.note)


def _lead(section: Section) -> str:
    """Of a chart that stands there as a table how to read the table."""
    readings = [block.values.reading for block in section.blocks if isinstance(block, Figure) and block.values]
    return next(filter(None, readings), section.lead)


def _paragraphs(*texts: str) -> Iterator[str]:
    for text in texts:
        if text:
            yield markdown_text(text)
            yield ""


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"### {markdown_text(table.title)}"
        yield ""
    if not table.rows:
        yield from _paragraphs(table.empty)
        return
    yield _row([markdown_text(column.title) for column in table.columns])
    yield _row([_rule(column) for column in table.columns])
    for row in table.rows:
        cells = ["<br>".join(map(markdown_text, cell_lines(cell))) for cell in row.cells]
        yield _row(cells + [""] * (len(table.columns) - len(cells)))
    yield ""


def _figure(figure: Figure, report: PlainReport) -> Iterator[str]:
    """The figures a chart shows; a drawing without any is in the other forms of the report."""
    if figure.title:
        yield f"### {markdown_text(figure.title)}"
        yield ""
    if figure.values is None:
        yield from _paragraphs(figure.missing or report.texts.tr("This drawing is in the report as PDF or HTML."))
        return
    heads, rows = chart_rows(figure.values, report.texts)
    yield _row([markdown_text(head) for head in heads])
    yield _row(["---", *["---:"] * (len(heads) - 1)])
    yield from (_row([markdown_text(cell) for cell in row]) for row in rows)
    yield ""


def _rule(column: Column) -> str:
    return {0.5: ":---:", 1.0: "---:"}.get(column.align, "---")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
