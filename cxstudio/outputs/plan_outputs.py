"""The action plan and what it costs, in the formats others work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.outputs.output import Made, Order
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.analysis.measures.plan_scope import PlanScope
    from cxstudio.model import Document


def _told(document: Document, order: Order) -> tuple[Document, PlanScope]:
    """The plan without what is left out, and which part of it is asked for: where nothing is said, all, without names.

    Departments stay where those responsible are left out, for the plan is sorted by them.
    """
    from dataclasses import replace

    from cxstudio.analysis.measures.plan_scope import PlanScope
    from cxstudio.documents.chosen import report_settings
    from cxstudio.documents.report.anonymising import anonymised
    from cxstudio.model.kinds import Anonymised

    owners = Anonymised.OWNERS not in report_settings(document).anonymised
    scope = order.detailed(PlanScope)
    return anonymised(document, units=True), scope if owners else replace(scope, owners=False)


def _notices(scope: PlanScope, order: Order) -> tuple[str, ...]:
    """Says that nobody is named, where that was chosen for the report and may not be in mind here."""
    from cxstudio.wording import N_, texts

    said = N_("Those responsible are left out, as chosen for the report.")
    return () if scope.owners else (texts(order.language).tr(said),)


def make_plan_pdf(document: Document, order: Order, progress: Progress) -> Made:
    """The plan on pages."""
    from cxstudio.documents.report.action_plan import plan_pdf

    document, scope = _told(document, order)
    made = plan_pdf(document, order.language, scope, progress=progress)
    return Made(made.pdf, (*made.notices, *_notices(scope, order)))


def make_plan_xlsx(document: Document, order: Order, _: Progress) -> Made:
    """A workbook to work on."""
    from cxstudio.exchange.action_plan.xlsx_file import plan_xlsx

    document, scope = _told(document, order)
    return Made(plan_xlsx(document, order.language, scope), _notices(scope, order))


def make_plan_csv(document: Document, order: Order, _: Progress) -> Made:
    """A table for any spreadsheet."""
    from cxstudio.exchange.action_plan.csv_file import plan_csv

    document, scope = _told(document, order)
    return Made(plan_csv(document, order.language, scope), _notices(scope, order))


def make_plan_ics(document: Document, order: Order, _: Progress) -> Made:
    """Dates with reminders."""
    from datetime import UTC, datetime

    from cxstudio.exchange.action_plan.ics_file import plan_ics

    document, scope = _told(document, order)
    return Made(plan_ics(document, order.language, scope, now=datetime.now(UTC)), _notices(scope, order))


def make_plan_markdown(document: Document, order: Order, _: Progress) -> Made:
    """Text for a wiki."""
    from cxstudio.exchange.action_plan.markdown_file import plan_markdown

    document, scope = _told(document, order)
    return Made(plan_markdown(document, order.language, scope), _notices(scope, order))


def make_plan_json(document: Document, order: Order, _: Progress) -> Made:
    """The documented schema."""
    from cxstudio.exchange.action_plan.json_file import plan_json

    document, scope = _told(document, order)
    return Made(plan_json(document, scope), _notices(scope, order))


def make_money_pdf(document: Document, order: Order, progress: Progress) -> Made:
    """Cost and benefit on pages."""
    from cxstudio.documents.report.money_pages import money_pdf

    made = money_pdf(document, order.language, progress=progress)
    return Made(made.pdf, made.notices)
