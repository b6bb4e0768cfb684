"""A first mapping for a survey nobody has mapped yet, from headings and what stands below them."""

from __future__ import annotations

from cxstudio.exchange.mapping import SurveyMapping
from cxstudio.exchange.tables import Table


def propose(table: Table) -> SurveyMapping:
    """The mapping the table suggests; without columns where it does not look like a survey."""
    return SurveyMapping()
