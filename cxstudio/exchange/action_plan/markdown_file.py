"""The action plan as Markdown: a table for each department, for a wiki, a ticket or a mail."""

from __future__ import annotations

import re
from typing import Final

from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.measures.plan_scope import PlanScope, by_department
from cxstudio.exchange.action_plan.plan_cells import printed_columns
from cxstudio.model import Document, Measure
from cxstudio.plain_text import xml_text
from cxstudio.wording import texts
from cxstudio.wording.figures.measure_group_names import group_name
from cxstudio.wording.figures.plan_columns import Form, Source

_MEANS_SOMETHING: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&])")


def plan_markdown(document: Document, language: str, scope: PlanScope | None = None) -> bytes:
    """The tables; what means something in Markdown is written so that it is read as text."""
    source, scope = Source(document, texts(language)), scope or PlanScope()
    tr, columns = source.texts.tr, printed_columns(scope)
    title = document.project.title or tr("Action plan")
    lines = [f"# {_plain(title)}", ""]
    groups = by_department(document, scope)
    if not groups:
        lines += [tr("There are no measures yet."), ""]
    for group in groups:
        lines += [f"## {_plain(group_name(document, Grouping.DEPARTMENT, group.key, source.texts))}", ""]
        lines.append(_row([_plain(source.heading(Measure, column)) for column in columns]))
        lines.append(_row([" --- " if c.form in (Form.TEXT, Form.DATE) else " ---: " for c in columns], ""))
        lines += [_row([_plain(source.text(m, column)) for column in columns]) for m in group.measures]
        lines.append("")
    return "\n".join(lines).encode()


def _row(cells: list[str], beside: str = " ") -> str:
    return "|" + "|".join(f"{beside}{cell}{beside}" for cell in cells) + "|"


def _plain(text: str) -> str:
    lines = xml_text(text).splitlines()
    return "<br>".join(_MEANS_SOMETHING.sub(r"\\\1", line.strip()) for line in lines)
