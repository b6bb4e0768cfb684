"""The action plan as Markdown: a table for each department, for a wiki, a ticket or a mail."""

from __future__ import annotations

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.measures.plan_scope import PlanScope, by_department
from cxstudio.exchange.action_plan.plan_cells import printed_columns
from cxstudio.model import Document, Measure
from cxstudio.plain_text import markdown_text
from cxstudio.wording import texts
from cxstudio.wording.plan.measure_group_names import group_name
from cxstudio.wording.plan.plan_columns import Form, Source


def plan_markdown(document: Document, language: str, scope: PlanScope | None = None) -> bytes:
    """The tables; what means something in Markdown is written so that it is read as text."""
    source, scope = Source(document, texts(language)), scope or PlanScope()
    tr, columns = source.texts.tr, printed_columns(scope)
    title = document.project.title or tr("Action plan")
    lines = [f"# {markdown_text(title)}", ""]
    groups = by_department(document, scope)
    if not groups:
        lines += [tr("There are no measures yet."), ""]
    for group in groups:
        lines += [f"## {markdown_text(group_name(document, Grouping.DEPARTMENT, group.key, source.texts))}", ""]
        lines.append(_row([markdown_text(source.heading(Measure, column)) for column in columns]))
        lines.append(_row([" --- " if c.form in (Form.TEXT, Form.DATE) else " ---: " for c in columns], ""))
        lines += [_row([markdown_text(source.text(m, column)) for column in columns]) for m in group.measures]
        lines.append("")
    return "\n".join(lines).encode()


def _row(cells: list[str], beside: str = " ") -> str:
    return "|" + "|".join(f"{beside}{cell}{beside}" for cell in cells) + "|"
