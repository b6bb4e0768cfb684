"""The action plan and what it costs, in the formats others work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.analysis.measures.plan_scope import PlanScope
    from cxstudio.model import Document


def _scope(order: Order) -> PlanScope:
    """Which part of the plan is asked for: the whole one, without names, where nothing else is said."""
    from cxstudio.analysis.measures.plan_scope import PlanScope

    return order.detailed(PlanScope)


def make_plan_pdf(document: Document, order: Order, progress: Progress) -> Made:
    """The plan on pages."""
    from cxstudio.documents.report.action_plan import plan_pdf

    made = plan_pdf(document, order.language, _scope(order), progress=progress)
    return Made(made.pdf, made.notices)


def make_plan_xlsx(document: Document, order: Order, _: Progress) -> Made:
    """A workbook to work on."""
    from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx

    return Made(plan_xlsx(document, order.language, _scope(order)))


def make_plan_csv(document: Document, order: Order, _: Progress) -> Made:
    """A table for any spreadsheet."""
    from cxstudio.exchange.action_plan.csv_file import plan_csv

    return Made(plan_csv(document, order.language, _scope(order)))


def make_plan_ics(document: Document, order: Order, _: Progress) -> Made:
    """Dates with reminders."""
    from datetime import UTC, datetime

    from cxstudio.exchange.action_plan.ics_file import plan_ics

    return Made(plan_ics(document, order.language, _scope(order), now=datetime.now(UTC)))


def make_plan_markdown(document: Document, order: Order, _: Progress) -> Made:
    """Text for a wiki."""
    from cxstudio.exchange.action_plan.markdown_file import plan_markdown

    return Made(plan_markdown(document, order.language, _scope(order)))


def make_plan_json(document: Document, order: Order, _: Progress) -> Made:
    """The documented schema."""
    from cxstudio.exchange.action_plan.json_file import plan_json

    return Made(plan_json(document, _scope(order)))


def make_money_pdf(document: Document, order: Order, progress: Progress) -> Made:
    """Cost and benefit on pages."""
    from cxstudio.documents.report.money_pages import money_pdf

    made = money_pdf(document, order.language, progress=progress)
    return Made(made.pdf, made.notices)
